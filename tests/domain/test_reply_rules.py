"""Where an answer may go is a matter of the platforms' rules, asked before anything is spent."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.comment import Comment
from pressroom.domain.platform import PLATFORMS
from pressroom.domain.reply_rules import REPLY_RULES, ReplyFacts, may_reply, reply_rule

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


def comment(platform: str = "facebook", **changes: Any) -> Comment:
    return Comment.model_validate(
        {"platform": platform, "comment_id": "c", "message": "hi", "created_time": NOW} | changes
    )


# platform, the comment, the facts -> public, private, machine, the rule that decides
TABLE: list[tuple[str, dict[str, Any], dict[str, Any], bool, bool, bool, str]] = [
    ("facebook", {}, {}, True, True, True, "any.permitted"),
    ("facebook", {"is_ours": True}, {}, False, False, True, "any.own"),
    ("facebook", {}, {"is_deleted": True}, False, False, True, "any.deleted"),
    ("facebook", {}, {"asked_to_stop": True}, False, False, True, "any.stop"),
    ("facebook", {"is_hidden": True}, {}, False, False, True, "any.hidden"),
    ("facebook", {"parent_id": "p"}, {}, True, True, True, "any.permitted"),
    ("facebook", {}, {"public_replies": 1}, False, True, True, "any.once"),
    ("facebook", {}, {"private_replies": 1}, True, False, True, "any.permitted"),
    ("facebook", {}, {"can_reply": False}, False, True, True, "meta.can_reply"),
    ("facebook", {}, {"can_reply_privately": False}, True, False, True, "any.permitted"),
    ("facebook", {"place": "mention"}, {}, True, False, True, "any.permitted"),
    ("facebook", {"created_time": NOW - WEEK + HOUR}, {}, True, True, True, "any.permitted"),
    ("facebook", {"created_time": NOW - WEEK}, {}, True, False, True, "any.permitted"),
    ("facebook", {"created_time": NOW - WEEK}, {"public_replies": 1}, False, False, True,
     "any.once"),
    ("instagram", {}, {}, True, True, True, "any.permitted"),
    ("instagram", {"is_hidden": True}, {}, False, False, True, "instagram.hidden"),
    ("instagram", {"parent_id": "p"}, {}, False, True, True, "instagram.top_level"),
    ("instagram", {"parent_id": "p", "place": "mention"}, {}, True, False, True, "any.permitted"),
    ("instagram", {}, {"live": "running"}, False, True, True, "instagram.live"),
    ("instagram", {}, {"live": "ended"}, False, False, True, "instagram.live"),
    ("instagram", {"created_time": NOW - WEEK}, {}, True, False, True, "any.permitted"),
    ("instagram", {"parent_id": "p"}, {"private_replies": 1}, False, False, True,
     "instagram.top_level"),
    ("x", {}, {}, False, False, True, "x.summoned"),
    ("x", {}, {"summoned": True}, True, False, False, "x.ai"),
    ("x", {"place": "mention"}, {}, True, False, False, "x.ai"),
    ("x", {"place": "mention"}, {"summoned": False}, False, False, True, "x.summoned"),
    ("x", {}, {"summoned": True, "ai_replies_approved": True}, True, False, True, "any.permitted"),
    ("x", {}, {"summoned": True, "public_replies": 1}, False, False, True, "any.once"),
    ("x", {}, {"ai_replies_approved": True}, False, False, True, "x.summoned"),
]  # fmt: skip


@pytest.mark.parametrize(("platform", "of", "facts", "public", "private", "machine", "rule"), TABLE)
def test_the_platforms_rules(
    platform: str,
    of: dict[str, Any],
    facts: dict[str, Any],
    public: bool,
    private: bool,
    machine: bool,
    rule: str,
) -> None:
    """Tokens spent on an answer that the platform refuses are lost, and so may be trust."""
    found = may_reply(comment(platform, **of), ReplyFacts(**facts), NOW)

    assert (found.public, found.private, found.automatic) == (public, private, machine)
    assert found.rule == rule
    assert reply_rule(found.rule).what
    assert found.reason
    assert found.channel == ("public" if public else "private" if private else "none")


def test_a_private_answer_says_until_when() -> None:
    """What waits for a person must not wait past the window."""
    created = NOW - timedelta(days=3)

    assert may_reply(comment(created_time=created), ReplyFacts(), NOW).expires_at == created + WEEK


def test_who_wrote_to_us_may_be_written_to_for_a_day_and_by_a_person_for_a_week() -> None:
    """The first private answer opens nothing; the person's own message does."""
    wrote = NOW - timedelta(hours=23)
    facts = ReplyFacts(private_replies=1, wrote_to_us_at=wrote)
    old = comment(created_time=NOW - timedelta(days=30))

    within = may_reply(old, facts, NOW)
    after = may_reply(old, facts, NOW + timedelta(hours=2))
    later = may_reply(old, facts, NOW + timedelta(days=8))

    assert (within.private, within.expires_at) == (True, wrote + timedelta(hours=24))
    assert (after.private, after.person_until) == (False, wrote + WEEK)
    assert later.person_until is None


def test_every_rule_names_its_source_and_its_day() -> None:
    """A limit without a source cannot be checked when the platform changes it."""
    for rule in REPLY_RULES:
        assert rule.source
        assert rule.what
        assert rule.checked_on >= date(2026, 11, 1)
    assert len({rule.id for rule in REPLY_RULES}) == len(REPLY_RULES)


FACTS = st.builds(
    ReplyFacts,
    is_deleted=st.booleans(),
    live=st.sampled_from(["", "running", "ended"]),
    can_reply=st.sampled_from([None, True, False]),
    can_reply_privately=st.sampled_from([None, True, False]),
    summoned=st.sampled_from([None, True, False]),
    public_replies=st.integers(0, 2),
    private_replies=st.integers(0, 2),
    wrote_to_us_at=st.none() | st.just(NOW - HOUR) | st.just(NOW - timedelta(days=3)),
    asked_to_stop=st.booleans(),
    ai_replies_approved=st.booleans(),
)
COMMENTS = st.builds(
    comment,
    st.sampled_from(PLATFORMS),
    parent_id=st.sampled_from(["", "p"]),
    place=st.sampled_from(["comment", "mention"]),
    is_hidden=st.booleans(),
    is_ours=st.booleans(),
    created_time=st.sampled_from([NOW, NOW - timedelta(days=6), NOW - timedelta(days=9)]),
)


@given(of=COMMENTS, facts=FACTS)
def test_one_more_obstacle_never_opens_a_way(of: Comment, facts: ReplyFacts) -> None:
    """Whatever is forbidden stays forbidden when more speaks against it."""
    before = may_reply(of, facts, NOW)
    worse = [
        replace(facts, is_deleted=True),
        replace(facts, asked_to_stop=True),
        replace(facts, public_replies=facts.public_replies + 1),
        replace(facts, private_replies=facts.private_replies + 1),
        replace(facts, can_reply=False),
        replace(facts, can_reply_privately=False),
        replace(facts, ai_replies_approved=False),
    ]
    for one in worse:
        after = may_reply(of, one, NOW)
        assert after.public <= before.public
        assert after.private <= before.private
        assert (after.public and after.automatic) <= (before.public and before.automatic)
