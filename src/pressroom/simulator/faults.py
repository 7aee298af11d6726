"""Misbehaviour on demand: which fault, if any, the next call of an operation meets."""

from dataclasses import asdict, dataclass, fields
from fnmatch import fnmatchcase
from typing import Literal, get_args

from pressroom.simulator.wire import JsonObject

Action = Literal[
    "throttle",
    "error_before",
    "error_after",
    "drop_before",
    "drop_after",
    "late",
    "slow",
    "malformed",
    "bad_gateway_html",
    "not_found",
    "token_expired",
    "refuse",
    "safety_block",
    "prompt_block",
    "truncate",
    "empty",
    "wrong_schema",
    "quota_day",
    "retry_info",
    "content_filtered",
]
ACTIONS: tuple[str, ...] = get_args(Action)
MODEL_ACTIONS = frozenset({"safety_block", "prompt_block", "truncate", "empty", "wrong_schema"})
"""These need the answer that would have been given; Gemini makes them."""


class FaultError(ValueError):
    """A fault that was described wrongly; the text names the field and the fix."""


@dataclass
class Fault:
    """One planned misbehaviour: where, what, after how many calls and how often."""

    platform: str = "*"
    operation: str = "*"
    action: str = ""
    times: int = 1
    """How many calls it hits; 0 is every call until it is cleared."""
    skip: int = 0
    """How many matching calls pass before the first hit."""
    seconds: float = 1.0
    """For slow and late: how long; for throttle and retry_info: the wait that is announced."""
    simulated: bool = False
    """Whether the seconds of `late` are simulated ones."""
    code: int | None = None
    subcode: int | None = None
    status: int | None = None
    message: str | None = None
    id: int = 0
    hits: int = 0

    def matches(self, platform: str, operation: str) -> bool:
        """Whether this fault is meant for a call of *operation* on *platform*."""
        if self.platform not in {"*", platform}:
            return False
        return any(
            fnmatchcase(name, self.operation) for name in (operation, f"{platform}.{operation}")
        )


class Faults:
    """The faults that are still to come, first come first served."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._next_id = 1

    def plan(self, wanted: JsonObject) -> Fault:
        """Add a fault as the control endpoint describes it.

        Raises:
            FaultError: A field is unknown or its value cannot be.
        """
        known = {item.name for item in fields(Fault)} - {"id", "hits"}
        unknown = sorted(set(wanted) - known)
        if unknown:
            raise FaultError(f"{unknown[0]}: no such field; use {', '.join(sorted(known))}")
        if wanted.get("action") not in ACTIONS:
            raise FaultError(f"action: {wanted.get('action')!r} is not one of {', '.join(ACTIONS)}")
        fault = Fault(**wanted)
        if fault.times < 0 or fault.skip < 0 or fault.seconds < 0:
            raise FaultError("times, skip, seconds: must not be negative")
        fault.id, self._next_id = self._next_id, self._next_id + 1
        self._planned.append(fault)
        return fault

    def take(self, platform: str, operation: str) -> Fault | None:
        """The fault that this call meets, counted as used; None when it may pass."""
        for fault in self._planned:
            if not fault.matches(platform, operation):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            if fault.times and fault.hits >= fault.times:
                continue
            fault.hits += 1
            return fault
        return None

    def listed(self) -> list[JsonObject]:
        """All faults with their hits, those that are used up as well."""
        return [asdict(fault) for fault in self._planned]

    def clear(self, fault_id: int | None = None) -> int:
        """Forget one fault or all; how many were forgotten."""
        before = len(self._planned)
        self._planned = [f for f in self._planned if fault_id is not None and f.id != fault_id]
        return before - len(self._planned)
