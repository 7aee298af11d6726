"""The times and counts by which the ledger decides, each with its unit and its reason."""

from dataclasses import dataclass, fields
from datetime import timedelta

from pressroom.domain.effects import EffectKind
from pressroom.errors import SettingsError


@dataclass(frozen=True, slots=True)
class LedgerPolicy:
    """How long the ledger waits and how often it tries.

    The promise "never twice" has one condition that no code can check: `settle_window`
    is longer than the platform may still execute a request that we gave up on, plus the
    time until its lists show the post. No platform publishes that figure.

    Raises:
        SettingsError: The values contradict each other.
    """

    lease: timedelta = timedelta(seconds=60)
    """How long a worker may hold an effect. When it is over the worker counts as dead."""
    call_deadline: timedelta = timedelta(seconds=20)
    """The most that the one visible call may take, from first byte to last."""
    deadline_margin: timedelta = timedelta(seconds=5)
    """Between looking at the lease and writing to the socket; covers a stalled process."""
    settle_window: timedelta = timedelta(seconds=180)
    """After a call of unknown outcome: until then not seeing the post proves nothing."""
    first_look: timedelta = timedelta(seconds=15)
    """After such a call: when to look for the first time. A post that shows is settled then."""
    absent_reads: int = 2
    """Readings without the post, after the window, that make it absent. One may be stale."""
    absent_gap: timedelta = timedelta(seconds=60)
    """Between two such readings, so that both do not meet the same stale copy."""
    late_grace: timedelta = timedelta(hours=6)
    """Later than this and a person decides: nobody wants the noon post at midnight."""
    max_attempts: int = 12
    """Attempts that may fail in a row (about two hours of outage) before a person decides."""
    backoff_base: timedelta = timedelta(seconds=30)
    """The wait after the first failure; it doubles with each one that follows."""
    backoff_cap: timedelta = timedelta(minutes=30)
    """The longest wait between two attempts."""
    unreadable_alert: timedelta = timedelta(hours=1)
    """A platform that cannot be read for so long is worth a note to a person."""
    restore_watch: timedelta = timedelta(days=7)
    """How long after a restore new posts are looked for before they are sent: somebody who
    runs a calendar again may plan what went out between the copy and the restore."""
    review_when_absent: frozenset[EffectKind] = frozenset({"crisis_response"})
    """Kinds that are not sent again by themselves, even when reading showed them absent."""

    def __post_init__(self) -> None:
        self._check_values()
        self._check_lease()
        if self.backoff_cap < self.backoff_base:
            raise _wrong("backoff_cap", "is shorter than backoff_base.", "Make it at least that.")

    def _check_values(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, timedelta) and value <= timedelta(0):
                raise _wrong(item.name, "is not a positive time.", "Give it a time above 0 s.")
            if isinstance(value, int) and value < 1:
                raise _wrong(item.name, "is below 1.", "Set it to 1 or more.")

    def _check_lease(self) -> None:
        """A lease that ends while its own call may still begin lets two workers call."""
        needed = self.call_deadline + self.deadline_margin
        if self.lease <= needed:
            raise _wrong(
                "lease",
                f"({self.lease.total_seconds():g} s) leaves no room for call_deadline and"
                f" deadline_margin ({needed.total_seconds():g} s).",
                "Make it longer than both together, by 30 s or more.",
            )

    @property
    def prepare_deadline(self) -> timedelta:
        """How long preparing may take, so that enough of the lease is left for the call."""
        return self.lease - self.call_deadline - self.deadline_margin


def _wrong(name: str, what: str, fix: str) -> SettingsError:
    return SettingsError(f"ledger.{name} {what}", field=f"ledger.{name}", fix=fix)
