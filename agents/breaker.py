"""A circuit breaker: after several failures in a row, nothing is asked for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

CircuitState = Literal["closed", "open", "half-open"]


@dataclass(frozen=True, slots=True)
class BreakerRule:
    """When the circuit opens, and for how long."""

    failures: int = 3
    """So many failed questions in a row open it."""
    pause: timedelta = timedelta(seconds=30)
    longest_pause: timedelta = timedelta(minutes=10)
    """Each trial that fails doubles the pause, up to this."""


class Breaker:
    """Closed lets calls through, open lets none, half-open lets one through as a trial.

    It is told the time and never looks at a clock itself.
    """

    def __init__(self, rule: BreakerRule) -> None:
        self._rule = rule
        self._failures = 0
        self._pause = rule.pause
        self._open_until: datetime | None = None
        self._trial = False
        self.cause = ""
        """The reason code that opened it."""

    def state(self, now: datetime) -> CircuitState:
        """Where it stands at *now*."""
        if self._open_until is None:
            return "closed"
        return "open" if now < self._open_until else "half-open"

    def opens_in(self, now: datetime) -> timedelta:
        """How long until a trial is let through; zero where calls may go at once."""
        return max((self._open_until or now) - now, timedelta(0))

    def admit(self, now: datetime) -> bool:
        """Whether a call may go; half-open admits one trial at a time."""
        state = self.state(now)
        if state == "half-open" and not self._trial:
            self._trial = True
            return True
        return state == "closed"

    def succeed(self) -> None:
        """A call was answered: close the circuit."""
        self._failures, self._pause = 0, self._rule.pause
        self._open_until, self._trial, self.cause = None, False, ""

    def fail(self, now: datetime, cause: str) -> None:
        """A call failed: count it, and open the circuit where it is one too many."""
        self._failures += 1
        if self._trial:
            self._pause = min(self._pause * 2, self._rule.longest_pause)
        if self._trial or self._failures >= self._rule.failures:
            self._open_until, self.cause = now + self._pause, cause
        self._trial = False

    def open_for(self, now: datetime, pause: timedelta, cause: str) -> None:
        """Open the circuit for exactly *pause*."""
        self._open_until, self._trial, self.cause = now + pause, False, cause

    def withdraw(self) -> None:
        """An admitted call was never made or was cancelled: nothing is learnt from it."""
        self._trial = False
