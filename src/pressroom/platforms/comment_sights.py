"""What every platform's comments share: a look that failed, and audits without people's words."""

from pressroom.domain.conversation import Gone
from pressroom.domain.effects import Absent, Found, HideOrder, Sighting, Unreadable, WireTrace
from pressroom.domain.platform import TITLES
from pressroom.platforms.answers import Finding
from pressroom.platforms.wire import Answer


def unseen(finding: Finding) -> Gone | Unreadable:
    """What a look means that showed no comment."""
    if finding.kind == "gone":
        return Gone(finding.why, wordless(finding.answer, finding.code))
    return unread(finding)


def unread(finding: Finding) -> Unreadable:
    """A look that failed; what it showed all the same is not kept."""
    seen = finding.unreadable()
    return Unreadable(seen.why, seen.retry_after, wordless(finding.answer, finding.code))


def sighting_of_hiding(order: HideOrder, answer: Answer, hidden: object) -> Sighting:
    """Whether the comment is as *order* wants it: a state, and its own node tells it truly."""
    if not isinstance(hidden, bool):
        why = f"{TITLES[order.platform]} does not tell whether the comment is hidden"
        return Unreadable(why, trace=wordless(answer))
    if hidden == order.hidden:
        return Found("", trace=wordless(answer))
    return Absent(conclusive=True, trace=wordless(answer))


def wordless(answer: Answer, code: str = "") -> WireTrace:
    """*answer* for the audit; of a success, be it broken, only that it came.

    It holds what people wrote, which may have to be forgotten, and the audit forgets nothing.
    """
    if answer.status is not None and answer.status < 300:
        return WireTrace(answer.operation, answer.status, code)
    return answer.trace(code)


def flag_of(value: object) -> bool | None:
    """*value* as yes or no; None where the platform says neither."""
    return value if isinstance(value, bool) else None
