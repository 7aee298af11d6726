"""Whether a larger part of the comments is hostile than used to be.

The last hour and the last six are held against the seven days before them. It alarms when the share
has risen by more than `rise` with a probability of `sure`, and at least `fewest` are hostile: so
neither a handful of comments nor a mere crowd sets it off. The rule and its figures were measured
on simulated comments: `python -m benchmarks.alarms_simulation`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

from pydantic import TypeAdapter

from pressroom.analysis.chance import share_rose
from pressroom.domain.alarm import Alarm, Occasion, Tally, covering


@dataclass(frozen=True, slots=True)
class ShareRules:
    """What is taken for a turn of the mood."""

    windows: tuple[timedelta, ...] = (timedelta(hours=1), timedelta(hours=6))
    """What is *now*; the longest ends where the past begins."""
    past: timedelta = timedelta(days=7)
    rise: float = 1.3
    sure: float = 0.99
    likeness: float = 0.02
    """Intra-class correlation of comments; measure it on the brand's threads, at least 0.01."""
    fewest: int = 5
    """Fewer hostile comments than this never alarm."""
    cooldown: timedelta = timedelta(hours=6)


@dataclass(slots=True)
class Slot:
    """What one tally held; tallies of nothing are not kept."""

    start: datetime
    count: int
    negative: int


@dataclass(slots=True)
class ShareState:
    """All that a watch remembers: a slot for each tally of the past, and no more."""

    recent: list[Slot] = field(default_factory=list)
    past: list[Slot] = field(default_factory=list)
    past_count: int = 0
    past_negative: int = 0
    """What the slots of the past add up to."""
    last: datetime | None = None
    alarmed: datetime | None = None
    late: int = 0
    """Tallies left out because a newer one, or the same, had come before."""


@dataclass(frozen=True, slots=True)
class ShareReading:
    """What a tally showed, in the window that showed most."""

    at: datetime
    window: timedelta
    negative: int
    count: int
    usual: float
    """The share in the past, 0.0 to 1.0."""
    probability: float
    """That the share is more than `rise` times the usual."""
    alarm: Alarm | None = None


_STATE = TypeAdapter(ShareState)


class ShareWatch:
    """Takes the tallies of one series in order and says when the mood turns.

    A late tally is left out. Time without a tally is simply not there: the shares are of what was
    read, and the past is what was read of it.
    """

    def __init__(
        self,
        series: str,
        *,
        width: timedelta = timedelta(minutes=15),
        rules: ShareRules | None = None,
        state: ShareState | None = None,
    ) -> None:
        self.series, self.width = series, width
        self.rules = rules or ShareRules()
        self.state = state or ShareState()

    def saved(self) -> str:
        """All that it remembers, as JSON; `resumed` goes on from there as if never stopped."""
        return _STATE.dump_json(self.state).decode()

    @classmethod
    def resumed(
        cls,
        saved: str,
        series: str,
        *,
        width: timedelta = timedelta(minutes=15),
        rules: ShareRules | None = None,
    ) -> Self:
        """The watch that `saved` was taken of.

        Raises:
            ValueError: *saved* is not such a state (`pydantic.ValidationError` is one).
        """
        return cls(series, width=width, rules=rules, state=_STATE.validate_json(saved))

    def take(self, tally: Tally, occasions: Sequence[Occasion] = ()) -> ShareReading | None:
        """What *tally* shows; none where it is late."""
        state = self.state
        if state.last is not None and tally.start < state.last + self.width:
            state.late += 1
            return None
        state.last = tally.start
        if tally.count:
            state.recent.append(Slot(tally.start, tally.count, tally.negative))
        end = tally.start + self.width
        reading = self._look(end)
        if self._alarms(reading, tally.start):
            state.alarmed = tally.start
            names = tuple(one.name for one in covering(occasions, tally.start))
            return self._with_alarm(reading, names)
        return reading

    def _look(self, end: datetime) -> ShareReading:
        """The window that shows most, of those with enough hostile comments if there are any."""
        rules = self.rules
        self._age(end - max(rules.windows))
        past = (self.state.past_negative, self.state.past_count)
        readings = []
        for window in rules.windows:
            negative, count = self._sum(end - window)
            sure = share_rose((negative, count), past, by=rules.rise, likeness=rules.likeness)
            usual = (past[0] + 0.5) / (past[1] + 1)
            readings.append(ShareReading(end, window, negative, count, usual, sure))
        return max(readings, key=lambda one: (one.negative >= rules.fewest, one.probability))

    def _age(self, until: datetime) -> None:
        """Move what began before *until* to the past, and forget what is older than that holds."""
        state = self.state
        while state.recent and state.recent[0].start < until:
            slot = state.recent.pop(0)
            state.past.append(slot)
            state.past_count += slot.count
            state.past_negative += slot.negative
        while state.past and state.past[0].start < until - self.rules.past:
            slot = state.past.pop(0)
            state.past_count -= slot.count
            state.past_negative -= slot.negative

    def _sum(self, since: datetime) -> tuple[int, int]:
        inside = [slot for slot in self.state.recent if slot.start >= since]
        return sum(slot.negative for slot in inside), sum(slot.count for slot in inside)

    def _alarms(self, reading: ShareReading, start: datetime) -> bool:
        if reading.negative < self.rules.fewest or reading.probability < self.rules.sure:
            return False
        alarmed = self.state.alarmed
        return alarmed is None or start - alarmed >= self.rules.cooldown

    def _with_alarm(self, reading: ShareReading, occasions: tuple[str, ...]) -> ShareReading:
        share = reading.negative / reading.count
        bar = min(1.0, self.rules.rise * reading.usual)
        hours = reading.window / timedelta(hours=1)
        alarm = Alarm(
            kind="negative_share",
            series=self.series,
            since=reading.at - reading.window,
            at=reading.at,
            expected=reading.usual,
            usual_up_to=bar,
            seen=share,
            ratio=share / bar,
            probability=reading.probability,
            tone="hostile",
            occasions=occasions,
            why=(
                f"{reading.negative} of {reading.count} comments in {hours:g} h are hostile"
                f" ({share:.0%}), where {reading.usual:.0%} are usual: with a probability of"
                f" {_percent(reading.probability)} the share has risen by more than"
                f" {self.rules.rise - 1:.0%}."
            ),
        )
        return replace(reading, alarm=alarm)


def _percent(probability: float) -> str:
    """Never a certainty: 99.96 % is not written as 100 %."""
    return f"{min(probability, 0.999):.1%}"
