"""What a platform would refuse in an answer, at the limit and one beyond."""

import pytest

from pressroom.domain.answer_rules import RULES, check_answer
from pressroom.domain.effects import ReplyOrder
from pressroom.domain.platform import Platform


def broken(platform: Platform, text: str, kind: str = "reply") -> list[str]:
    order = ReplyOrder(
        platform=platform, account="1", comment_id="2", thread="t", text=text, kind=kind
    )
    return [violation.rule_id for violation in check_answer(order)]


@pytest.mark.parametrize(
    ("rule_id", "platform", "kind", "passes", "fails"),
    [
        ("any.answer.empty", "x", "reply", "a", " \n"),
        ("any.answer.controls", "x", "reply", "a\nb", "a\x00b"),
        ("any.answer.controls", "facebook", "private_reply", "ab", "a\u202eb"),
        ("facebook.answer.length", "facebook", "reply", "a" * 8000, "a" * 8001),
        ("instagram.answer.length", "instagram", "reply", "a" * 300, "a" * 301),
        ("instagram.answer.hashtags", "instagram", "reply", "#a #b #c #d", "#a #b #c #d #e"),
        (
            "instagram.answer.links",
            "instagram",
            "reply",
            "https://a.de",
            "https://a.de www.b.de",
        ),
        ("instagram.answer.capitals", "instagram", "reply", "WOW", "WOWW"),
        ("x.answer.weight", "x", "reply", "日" * 140, "日" * 141),
        ("facebook.private.length", "facebook", "private_reply", "a" * 2000, "a" * 2001),
        ("instagram.private.bytes", "instagram", "private_reply", "é" * 500, "é" * 501),
    ],
)
def test_each_rule_at_its_limit(
    rule_id: str, platform: Platform, kind: str, passes: str, fails: str
) -> None:
    """The last text that passes, and the first that does not."""
    assert broken(platform, passes, kind) == []
    assert broken(platform, fails, kind) == [rule_id]


def test_every_rule_says_what_to_do_and_where_it_is_from() -> None:
    """A limit without a source cannot be checked again."""
    assert all(rule.fix and rule.source and rule.checked_on for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)
