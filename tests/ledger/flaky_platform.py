"""A platform that answers, drops, acts late and shows stale lists, and knows what is true."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Absent,
    Found,
    NotSent,
    Outcome,
    Refused,
    Sent,
    Unknown,
)

LATE = timedelta(seconds=30)
LAG = timedelta(seconds=10)
OUTCOMES: dict[str, Outcome] = {
    "ok": Sent("?"),
    "drop": Unknown("connection lost"),
    "late": Unknown("no answer"),
    "throttle": NotSent("throttled"),
    "refuse": Refused("too long"),
}


@dataclass
class Platform:
    """What the world sees: the truth that the ledger is judged by."""

    clock: ManualClock
    approved: set[str] = field(default_factory=set)
    live: Counter[str] = field(default_factory=Counter)
    listed_at: dict[str, datetime] = field(default_factory=dict)
    coming: list[tuple[datetime, str]] = field(default_factory=list)
    unapproved: list[str] = field(default_factory=list)
    stale_reads: Counter[str] = field(default_factory=Counter)

    def call(self, key: str, how: str) -> Outcome:
        """Answer a call, having acted, not acted, or meaning to act later."""
        if how in ("ok", "drop"):
            self._accept(key, self.clock.now())
        if how == "late":
            self.coming.append((self.clock.now() + LATE, key))
        return Sent(f"ref:{key}") if how == "ok" else OUTCOMES[how]

    def find(self, key: str, *, stale: bool) -> Found | Absent:
        """Read the lists; one reading of each key may meet a stale copy."""
        if key not in self.listed_at or self.listed_at[key] > self.clock.now():
            return Absent()
        if stale and not self.stale_reads[key]:
            self.stale_reads[key] += 1
            return Absent()
        return Found(f"ref:{key}", copies=self.live[key])

    def catch_up(self) -> None:
        """Carry out what is due by now."""
        for when, key in [item for item in self.coming if item[0] <= self.clock.now()]:
            self.coming.remove((when, key))
            self._accept(key, when)

    def _accept(self, key: str, when: datetime) -> None:
        self.live[key] += 1
        self.listed_at.setdefault(key, when + LAG)
        if key.startswith("crisis") and key not in self.approved:
            self.unapproved.append(key)
