"""Where and how long the platforms let us answer a comment, as data: each rule with its source.

`may_reply` is asked before anything is spent on an answer, and again at the moment of sending.
Where a document leaves a case open, the rule is the safe reading and `note` says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from pressroom.domain.comment import Comment
from pressroom.domain.decision import ReplyPermission
from pressroom.domain.platform import Platform

CHECKED = date(2026, 11, 22)

LiveState = Literal["", "running", "ended"]
"""Whether the post is a live broadcast, and still on."""


@dataclass(frozen=True, slots=True)
class ReplyRule:
    """One thing that a platform, or good practice, asks of answers."""

    id: str
    platform: Platform | Literal["any"]
    what: str
    source: str
    window: timedelta | None = None
    note: str = ""
    checked_on: date = CHECKED


_HOUSE = "pressroom: house rule"
_IG_REPLIES = "developers.facebook.com/docs/instagram-platform (reference ig-comment/replies)"
_IG_PRIVATE = "developers.facebook.com/docs/instagram-platform/private-replies (2026-06-30)"
_FB_PRIVATE = (
    "developers.facebook.com/docs/messenger-platform/discovery/private-replies (2026-04-16)"
)
_MESSAGING = "developers.facebook.com/docs/messenger-platform/policy (2026-09-28)"
_FB_COMMENT = "developers.facebook.com/docs/graph-api/reference/comment"
_X_REPLIES = "docs.x.com/changelog (2026-02-23, replies by API)"
_X_AUTOMATION = "help.x.com/rules-and-policies/x-automation (AI replies)"

REPLY_RULES: tuple[ReplyRule, ...] = (
    ReplyRule("any.own", "any", "our own comments are never answered", _HOUSE),
    ReplyRule("any.deleted", "any", "what was deleted is not answered", _HOUSE),
    ReplyRule("any.stop", "any", "who asked us to stop gets no answer", _X_AUTOMATION,
              note="X demands it; it holds everywhere."),
    ReplyRule("any.hidden", "any", "hidden comments get no answer", _HOUSE,
              note="Nobody but the writer and us would see why we answer."),
    ReplyRule("any.once", "any", "one public answer to a comment", _X_AUTOMATION,
              note="X says one reply for each interaction; it holds everywhere."),
    ReplyRule("meta.can_reply", "any", "the platform lets the comment be answered",
              f"{_FB_COMMENT} (can_comment)"),
    ReplyRule("meta.can_reply_privately", "any", "the platform lets it be answered privately",
              f"{_FB_COMMENT} (can_reply_privately)"),
    ReplyRule("meta.private.own_posts", "any", "private answers to comments on our own posts only",
              _FB_PRIVATE),
    ReplyRule("facebook.private.once", "facebook", "one private answer to a comment", _FB_PRIVATE),
    ReplyRule("facebook.private.window", "facebook", "a private answer within seven days of the"
              " comment's creation", _FB_PRIVATE, timedelta(days=7)),
    ReplyRule("instagram.hidden", "instagram", "hidden comments cannot be answered", _IG_REPLIES),
    ReplyRule("instagram.top_level", "instagram", "top-level comments only", _IG_REPLIES,
              note="An answer to a reply would hang under the top-level comment."),
    ReplyRule("instagram.live", "instagram", "no public answers under a live broadcast",
              _IG_REPLIES),
    ReplyRule("instagram.live.private", "instagram", "a private answer under a live broadcast only"
              " while it runs", _IG_PRIVATE),
    ReplyRule("instagram.private.once", "instagram", "one private answer to a comment",
              _IG_PRIVATE),
    ReplyRule("instagram.private.window", "instagram", "a private answer within seven days of the"
              " comment's creation", _IG_PRIVATE, timedelta(days=7)),
    ReplyRule("meta.messaging.window", "any", "further private messages within 24 hours of the"
              " person's last one", _MESSAGING, timedelta(hours=24)),
    ReplyRule("meta.messaging.person", "any", "after that a person may write, up to seven days",
              _MESSAGING, timedelta(days=7), "The HUMAN_AGENT tag, for words of a person only."),
    ReplyRule("x.summoned", "x", "only where the author mentioned the account or quoted its post",
              _X_REPLIES, note="Whether the mention that a reply carries by itself counts is open:"
              " the caller says what the post's mentions hold."),
    ReplyRule("x.ai", "x", "answers by a machine need X's prior approval", _X_AUTOMATION),
    ReplyRule("x.private", "x", "no private answers", _HOUSE, note="No direct messages are sent."),
    ReplyRule("any.permitted", "any", "nothing stands in the way", _HOUSE),
)  # fmt: skip

_BY_ID = {rule.id: rule for rule in REPLY_RULES}


def reply_rule(rule_id: str) -> ReplyRule:
    """The rule called *rule_id*.

    Raises:
        KeyError: There is none.
    """
    return _BY_ID[rule_id]


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    """What is known of a comment's standing when an answer is considered."""

    is_deleted: bool = False
    live: LiveState = ""
    can_reply: bool | None = None
    """What the platform itself says (`can_comment`); None where it was not asked."""
    can_reply_privately: bool | None = None
    """The same of a private answer."""
    can_hide: bool | None = None
    """The same of hiding it."""
    summoned: bool | None = None
    """On X: the author mentioned the account or quoted its post; None is read off the place."""
    public_replies: int = 0
    """Our public answers to this comment, planned ones included."""
    private_replies: int = 0
    wrote_to_us_at: datetime | None = None
    """When the author last sent us a private message."""
    asked_to_stop: bool = False
    """The author once asked not to be answered."""
    ai_replies_approved: bool = False
    """X has approved answers by a machine for this account."""


def told_of(comment: Comment) -> ReplyFacts:
    """What the comment's own record tells of its standing, before anything around it is known."""
    return ReplyFacts(
        live="running" if comment.place == "live" else "",
        can_reply=comment.can_reply,
        can_reply_privately=comment.can_reply_privately,
        can_hide=comment.can_hide,
        summoned=comment.summoned,
    )


_FREE = "May be answered."


def may_reply(comment: Comment, facts: ReplyFacts, now: datetime) -> ReplyPermission:
    """Whether and where *comment* may be answered at *now*, with the rule that decides."""
    against = _first(_against_any_answer(comment, facts))
    if against:
        return _no(against)
    if comment.platform == "x":
        return _on_x(comment, facts)
    return _on_meta(comment, facts, now)


Ruling = Iterator[tuple[str, bool]]
"""Ids of rules, each with whether it stands in the way."""


def _first(ruling: Ruling) -> str:
    """The first rule that stands in the way; empty where none does."""
    return next((rule_id for rule_id, stands in ruling if stands), "")


def _against_any_answer(comment: Comment, facts: ReplyFacts) -> Ruling:
    yield "any.own", comment.is_ours
    yield "any.deleted", facts.is_deleted
    yield "any.stop", facts.asked_to_stop
    yield "instagram.hidden", comment.is_hidden and comment.platform == "instagram"
    yield "any.hidden", comment.is_hidden


def _against_public(comment: Comment, facts: ReplyFacts) -> Ruling:
    yield "any.once", facts.public_replies > 0
    if comment.platform == "x":
        is_mention = comment.place == "mention"
        yield "x.summoned", not (is_mention if facts.summoned is None else facts.summoned)
        return
    if comment.platform == "instagram":
        yield "instagram.live", bool(facts.live)
        yield "instagram.top_level", bool(comment.parent_id) and comment.place == "comment"
    yield "meta.can_reply", facts.can_reply is False


def _against_private(comment: Comment, facts: ReplyFacts, now: datetime) -> Ruling:
    prefix = "instagram" if comment.platform == "instagram" else "facebook"
    yield "meta.private.own_posts", comment.place == "mention"
    yield "meta.can_reply_privately", facts.can_reply_privately is False
    yield f"{prefix}.private.once", facts.private_replies > 0
    yield (
        f"{prefix}.private.window",
        now >= comment.created_time + _window(f"{prefix}.private.window"),
    )
    yield "instagram.live.private", prefix == "instagram" and facts.live == "ended"


def _no(rule_id: str) -> ReplyPermission:
    return ReplyPermission(
        public=False, private=False, reason=f"No answer: {_BY_ID[rule_id].what}.", rule=rule_id
    )


def _on_x(comment: Comment, facts: ReplyFacts) -> ReplyPermission:
    against = _first(_against_public(comment, facts))
    if against:
        return _no(against)
    if not facts.ai_replies_approved:
        reason = "May be answered by a person: X has not approved answers by a machine."
        return ReplyPermission(
            public=True, private=False, reason=reason, rule="x.ai", automatic=False
        )
    return ReplyPermission(public=True, private=False, reason=_FREE, rule="any.permitted")


def _on_meta(comment: Comment, facts: ReplyFacts, now: datetime) -> ReplyPermission:
    against = _first(_against_public(comment, facts))
    until = _private_until(comment, facts, now)
    person_until = None
    if facts.wrote_to_us_at is not None:
        person_until = facts.wrote_to_us_at + _window("meta.messaging.person")
    if person_until is not None and person_until <= now:
        person_until = None
    if against and until is None:
        return _no(against).model_copy(update={"person_until": person_until})
    where = f"May be answered privately, not in public: {_BY_ID[against].what}." if against else ""
    return ReplyPermission(
        public=not against,
        private=until is not None,
        reason=where or _FREE,
        rule=against or "any.permitted",
        expires_at=until,
        person_until=person_until,
    )


def _private_until(comment: Comment, facts: ReplyFacts, now: datetime) -> datetime | None:
    """Until when a private answer may go out; None for not at all."""
    if facts.wrote_to_us_at is not None:
        until = facts.wrote_to_us_at + _window("meta.messaging.window")
        if now < until:
            return until
    if _first(_against_private(comment, facts, now)):
        return None
    prefix = "instagram" if comment.platform == "instagram" else "facebook"
    return comment.created_time + _window(f"{prefix}.private.window")


def _window(rule_id: str) -> timedelta:
    return _BY_ID[rule_id].window or timedelta(0)
