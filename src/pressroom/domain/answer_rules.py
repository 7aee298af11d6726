"""What each platform takes as an answer to a comment: limits as data, and a check of an order."""

import re
from collections.abc import Callable, Iterator

from pressroom.domain.checks import BIDI, HASHTAG, is_control
from pressroom.domain.effects import ReplyOrder
from pressroom.domain.limits import Rule
from pressroom.domain.preflight import Violation
from pressroom.domain.weighted_length import weighted_length

_IG_COMMENT = "developers.facebook.com/docs/instagram-platform (comments: limits of a text)"
_MESSENGER = "developers.facebook.com/docs/messenger-platform/reference/send-api (message.text)"
_X_COUNT = "docs.x.com/fundamentals/counting-characters; twitter-text configuration 3"
_LENGTH = "Shorten the answer."

RULES: tuple[Rule, ...] = (
    Rule("any.answer.empty", "any", "text", "an answer says something", 0, _MESSENGER,
         "Write an answer."),
    Rule("any.answer.controls", "any", "text", "no control or direction characters", 0, _X_COUNT,
         "Remove them."),
    Rule("facebook.answer.length", "facebook", "text", "characters of an answer", 8000,
         "limit seen in Facebook's own comment box", _LENGTH, note="Meta publishes no figure."),
    Rule("instagram.answer.length", "instagram", "text", "characters of an answer", 300,
         _IG_COMMENT, _LENGTH),
    Rule("instagram.answer.hashtags", "instagram", "text", "hashtags in an answer", 4,
         _IG_COMMENT, "Leave hashtags out."),
    Rule("instagram.answer.links", "instagram", "text", "addresses in an answer", 1,
         _IG_COMMENT, "Keep one address."),
    Rule("instagram.answer.capitals", "instagram", "text", "not all in capitals", 0,
         _IG_COMMENT, "Write it in ordinary letters."),
    Rule("x.answer.weight", "x", "text", "weighted length of an answer", 280, _X_COUNT, _LENGTH),
    Rule("facebook.private.length", "facebook", "text", "characters of a private answer", 2000,
         _MESSENGER, _LENGTH),
    Rule("instagram.private.bytes", "instagram", "text", "bytes of a private answer", 1000,
         "developers.facebook.com/docs/instagram-platform (messaging: text up to 1000 bytes)",
         _LENGTH),
)  # fmt: skip
_BY_ID = {rule.id: rule for rule in RULES}

_ADDRESS = re.compile(r"(?i)\bhttps?://|\bwww\.")


def check_answer(order: ReplyOrder) -> list[Violation]:
    """What the platform would refuse in *order*; empty where it may go."""
    kind = "private" if order.kind == "private_reply" else "answer"
    return [
        Violation(rule.id, rule.severity, "text", f"{rule.what}: {seen}", rule.fix, rule.source)
        for rule_id, look in _LOOKS.items()
        if rule_id.startswith(("any.", f"{order.platform}.{kind}."))
        for rule in (_BY_ID[rule_id],)
        for seen in look(order.text, rule.limit)
    ]


def _count(seen: int, limit: float) -> Iterator[str]:
    if seen > limit:
        yield f"{seen}, at most {limit:g}"


def _empty(text: str, _limit: float) -> Iterator[str]:
    if not text.strip():
        yield "nothing is written"


def _controls(text: str, _limit: float) -> Iterator[str]:
    found = sorted({f"U+{ord(c):04X}" for c in text if is_control(c) or BIDI.match(c)})
    if found:
        yield ", ".join(found)


def _capitals(text: str, _limit: float) -> Iterator[str]:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        yield "every letter is one"


_LOOKS: dict[str, Callable[[str, float], Iterator[str]]] = {
    "any.answer.empty": _empty,
    "any.answer.controls": _controls,
    "facebook.answer.length": lambda text, limit: _count(len(text), limit),
    "instagram.answer.length": lambda text, limit: _count(len(text), limit),
    "instagram.answer.hashtags": lambda text, limit: _count(len(HASHTAG.findall(text)), limit),
    "instagram.answer.links": lambda text, limit: _count(len(_ADDRESS.findall(text)), limit),
    "instagram.answer.capitals": _capitals,
    "x.answer.weight": lambda text, limit: _count(weighted_length(text), limit),
    "facebook.private.length": lambda text, limit: _count(len(text), limit),
    "instagram.private.bytes": lambda text, limit: _count(len(text.encode()), limit),
}
