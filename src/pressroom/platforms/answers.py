"""What an answer means: the platforms' codes as data, and one way to an outcome.

The code in the body decides, not the HTTP status: Graph throttles with 403 and answers
`ok` with an error inside. What is not understood is unknown where the call could be seen
by the world, and nothing where it could not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from pressroom.domain.effects import NotSent, Refused, Unknown, Unreadable
from pressroom.errors import ChannelError, ChannelRefused, ChannelUnavailable
from pressroom.platforms.wire import Answer

Kind = Literal[
    "never left",  # not one byte reached the platform
    "lost",  # the connection or the time ran out while it may have been acting
    "unclear",  # an answer that cannot be read
    "transient",  # the platform failed, and does not say at which point
    "throttled",  # too many calls: refused before anything was done
    "not ready",  # what is to be published is still being processed
    "stale",  # what was prepared is gone: prepare it again
    "token",  # the credentials are not good
    "permission",  # the credentials lack a scope
    "policy",  # blocked: a person must look
    "suspected",  # an error that is known to come although the post went out
    "duplicate",  # an identical recent post exists, perhaps ours
    "gone",  # the object does not exist
    "request",  # the request is wrong
]
Step = Literal["invisible", "visible"]
"""Whether the world could see what the call does."""

_NOTHING_HAPPENED: frozenset[Kind] = frozenset({"never left", "throttled", "not ready", "stale"})
_MAY_BE_LIVE: frozenset[Kind] = frozenset(
    {"lost", "unclear", "transient", "suspected", "duplicate"}
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one code means, and what a person can do about it."""

    kind: Kind
    fix: str = ""
    wait: timedelta | None = None
    """How long to wait where the headers do not say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one answer means."""

    kind: Kind
    why: str
    answer: Answer
    code: str = ""
    fix: str = ""
    retry_after: timedelta | None = None

    def outcome(self, step: Step) -> NotSent | Refused | Unknown:
        """What it means for the order: live or not, to be tried again or not."""
        trace = self.answer.trace(self.code)
        if self.kind in _NOTHING_HAPPENED:
            return NotSent(self.why, self.retry_after, trace)
        if self.kind in _MAY_BE_LIVE and step == "visible":
            return Unknown(self.why, trace)
        if self.kind in {"lost", "unclear", "transient"}:
            return NotSent(self.why, self.retry_after, trace)
        return Refused(self.why, self.fix, trace)

    def preparing(self) -> NotSent | Refused:
        """What it means for a step that nobody can see."""
        outcome = self.outcome("invisible")
        if isinstance(outcome, Unknown):  # cannot be: an invisible step leaves nothing open
            return NotSent(outcome.why, trace=outcome.trace)
        return outcome

    def unreadable(self) -> Unreadable:
        """What it means for a look at the platform."""
        why = f"{self.why.rstrip('.')}. {self.fix}" if self.fix else self.why
        return Unreadable(why, self.retry_after, self.answer.trace(self.code))

    def error(self) -> ChannelError:
        """What it means for a question that is answered or raises."""
        if isinstance(self.outcome("invisible"), Refused):
            return ChannelRefused(self.why, code=self.code, fix=self.fix)
        return ChannelUnavailable(
            self.why, code=self.code, fix=self.fix, retry_after=self.retry_after
        )


def broken(answer: Answer, platform: str) -> Finding:
    """What an answer means that carries no code: lost, cut off, or in no known language."""
    if answer.failure == "never left":
        why = f"Nothing was sent to {platform} ({answer.excerpt})."
        return Finding("never left", why, answer)
    if answer.failure == "lost":
        why = f"The answer of {platform} did not arrive ({answer.excerpt})."
        return Finding("lost", why, answer)
    kind: Kind = "transient" if (answer.status or 0) >= 500 else "unclear"
    why = f"{platform} answered HTTP {answer.status} without the expected content."
    return Finding(kind, why, answer, code=f"http {answer.status}")


def look_up(
    table: Mapping[int, Meaning], finer: Mapping[tuple[int, int], Meaning], code: int, sub: int
) -> Meaning | None:
    """The meaning of *code*, or of the finer (code, subcode) where that is known."""
    return finer.get((code, sub)) or table.get(code)


def count_of(value: object) -> int | None:
    """*value* as a count; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return None
    return value


def seconds_of(value: object, otherwise: float) -> timedelta:
    """*value* as seconds of at most a day; *otherwise* where it is no such number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 86_400:
        return timedelta(seconds=otherwise)
    return timedelta(seconds=value)


def objects_in(value: object) -> list[dict[str, Any]]:
    """The objects of a JSON list; none where *value* is no list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def object_of(value: object) -> dict[str, Any]:
    """*value* where it is a JSON object; an empty one where it is not."""
    return value if isinstance(value, dict) else {}
