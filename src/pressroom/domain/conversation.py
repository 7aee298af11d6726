"""A comment and its conversation as the platform shows them, and whether we may still speak.

The rules here are asked last, just before the one visible call: what was true when an answer
was written may have changed while it waited.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from pressroom.domain.effects import (
    Absent,
    Found,
    Held,
    HideOrder,
    Refused,
    ReplyOrder,
    Sent,
    Sighting,
    Unreadable,
    WireTrace,
)
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.wording import sha_of_words, spoken_words

_BY_HAND = "Answer by hand if it is still needed."


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """Something that our account has said in a conversation."""

    ref: str
    text: str
    at: datetime | None = None
    answers: str = ""
    """The id of what it answers, where the platform keeps answers of answers apart."""
    permalink: str = ""


@dataclass(frozen=True, slots=True)
class CommentSight:
    """A comment and what our account has said around it, as the platform shows them now."""

    text: str | None = None
    """What it says now; None where it says for sure what it always said."""
    created_at: datetime | None = None
    is_ours: bool = False
    is_hidden: bool | None = None
    """None where the platform does not tell."""
    takes_reply: bool = True
    takes_private_reply: bool = True
    can_be_hidden: bool = True
    top: str = ""
    """The id of the comment that its conversation began with; empty where that is itself."""
    own: tuple[OwnAnswer, ...] = ()
    """What our account has said in the conversation, in any order."""
    untold: str = ""
    """Why the platform does not tell what our account has said there; empty where it does."""
    trace: WireTrace = field(default_factory=WireTrace)


@dataclass(frozen=True, slots=True)
class Gone:
    """The comment is not there any more, or not for us."""

    why: str
    trace: WireTrace = field(default_factory=WireTrace)


Look = CommentSight | Gone | Unreadable


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer of ours in the same conversation, by its record: said, or perhaps said."""

    key: str
    text: str
    ref: str = ""
    """The platform's id of it; empty while nobody knows whether it is live."""


@dataclass(frozen=True, slots=True)
class PersonAnswered:
    """Our account has said something there that this program has not."""

    answer: OwnAnswer


Verdict = Sent | Refused | Held | PersonAnswered


def judge_reply(
    order: ReplyOrder,
    look: CommentSight | Gone,
    spoken: Collection[Spoken],
    quiet_until: datetime | None,
    asked_at: datetime | None = None,
) -> Verdict | None:
    """Why *order* must not be sent now; None where it may.

    *spoken* is everything else of ours in the conversation. *quiet_until* is when a person
    last gave the conversation back: only later comments may be answered. *asked_at* is when
    a person asked for just this answer: they knew what stood there then.
    """
    title = TITLES[order.platform]
    if isinstance(look, Gone):
        return Refused(gone_note(order.platform), trace=look.trace)
    if look.untold:
        return Held(f"{title}: {look.untold}; a person decides whether it still fits", look.trace)
    said = same_answers(order, look.own, spoken)
    if said and order.kind == "reply":
        return Sent(said[0].ref, said[0].permalink, look.trace)
    known = [moment for moment in (quiet_until, asked_at) if moment is not None]
    person = answers_of_people(order, look.own, spoken, max(known, default=None))
    if person:
        return PersonAnswered(max(person, key=_said_at))
    closed_until = quiet_until if asked_at is None else None
    return _outdated(order, look, closed_until, title) or _not_allowed(order, look, title)


def judge_hide(order: HideOrder, look: CommentSight | Gone) -> Verdict | None:
    """Why *order* must not be carried out now; None where it may."""
    title = TITLES[order.platform]
    if isinstance(look, Gone):
        return Refused(gone_note(order.platform), trace=look.trace)
    if look.is_ours:
        return Refused(f"{title}: the comment is our own", "Delete it by hand.", look.trace)
    if look.is_hidden is not None and look.is_hidden == order.hidden:
        return Sent("", trace=look.trace)
    if not look.can_be_hidden:
        return Refused(f"{title} does not let us hide this comment", trace=look.trace)
    return None


def gone_note(platform: Platform) -> str:
    """What is said of a comment that cannot be seen any more."""
    return f"{TITLES[platform]}: the comment was deleted, or is not ours to see"


def same_answers(
    order: ReplyOrder, own: Iterable[OwnAnswer], spoken: Collection[Spoken]
) -> list[OwnAnswer]:
    """Those of *own* that say what *order* says where it says it, the oldest first.

    What belongs to another record of *spoken* does not count, whatever it says.
    """
    taken = {other.ref for other in spoken if other.ref}
    wanted = spoken_words(order.text)
    found = [
        answer
        for answer in own
        if answer.ref not in taken
        and answer.answers in ("", order.comment_id)
        and spoken_words(answer.text) == wanted
    ]
    return sorted(found, key=_said_at)


def answers_of_people(
    order: ReplyOrder,
    own: Iterable[OwnAnswer],
    spoken: Collection[Spoken],
    since: datetime | None,
) -> list[OwnAnswer]:
    """Those of *own* that a person of the brand wrote after *since*, or at any time.

    An answer of ours is known by its reference, or by its words while its reference is not:
    nobody has been told yet what became of that call.
    """
    refs = {other.ref for other in spoken if other.ref}
    # A record whose words had to be forgotten says nothing; its reference still does.
    words = {spoken_words(text) for text in (order.text, *(other.text for other in spoken))} - {""}
    return [
        answer
        for answer in own
        if answer.ref not in refs
        and spoken_words(answer.text) not in words
        and (since is None or answer.at is None or answer.at > since)
    ]


def sighting_of(
    order: ReplyOrder, own: Iterable[OwnAnswer], spoken: Collection[Spoken], trace: WireTrace
) -> Sighting:
    """Whether *order* is among what our account has said; its absence proves nothing yet."""
    found = same_answers(order, own, spoken)
    if not found:
        return Absent(trace=trace)
    if not found[0].ref:
        return Unreadable("the list shows the answer without its id", trace=trace)
    return Found(found[0].ref, found[0].permalink, copies=len(found), trace=trace)


def _outdated(
    order: ReplyOrder, look: CommentSight, closed_until: datetime | None, title: str
) -> Refused | Held | None:
    if closed_until is not None and (look.created_at is None or look.created_at <= closed_until):
        why = f"{title}: the comment was written while a person had the conversation"
        return Refused(why, _BY_HAND, look.trace)
    if order.comment_sha and look.text is not None and sha_of_words(look.text) != order.comment_sha:
        why = f"{title}: the comment was edited after the answer was written"
        return Held(f"{why}; a person decides whether it still fits", look.trace)
    return None


def _not_allowed(order: ReplyOrder, look: CommentSight, title: str) -> Refused | None:
    if look.is_ours:
        return Refused(f"{title}: the comment is our own", trace=look.trace)
    if order.kind == "private_reply" and not look.takes_private_reply:
        why = f"{title} takes no private answer to this comment"
        return Refused(why, "It takes one within seven days; answer in public.", look.trace)
    if order.kind == "reply" and look.is_hidden:
        return Refused(f"{title}: the comment is hidden", _BY_HAND, look.trace)
    if order.kind == "reply" and not look.takes_reply:
        return Refused(f"{title} takes no answer to this comment", _BY_HAND, look.trace)
    return None


def _said_at(answer: OwnAnswer) -> tuple[float, str]:
    return (answer.at.timestamp() if answer.at else 0.0, answer.ref)
