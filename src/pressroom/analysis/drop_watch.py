"""Whether engagement has fallen by more than a fifth, by the hour, day and level it should have.

What an hour should bring is read from the same hour of the week in the last four weeks and the same
hour of the day in the last two, put at the level of the last week. The last six hours and the last
day are held against that. How far such a sum strays by itself is learnt from three weeks of them,
so that a restless page needs a deeper fall. Hours of the week are counted in UTC: when the clocks
change, the pattern is an hour off for some weeks and the rule a little blunter.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Self

from pydantic import TypeAdapter

from pressroom.analysis.chance import normal_below
from pressroom.domain.alarm import Alarm, Occasion, Tally, covering

HOUR = timedelta(hours=1)
WEEK = 168
"""Hours."""


@dataclass(frozen=True, slots=True)
class DropRules:
    """What is taken for a fall."""

    windows: tuple[int, ...] = (6, 24)
    """Hours that are summed."""
    to: float = 0.8
    """A fall below this part of what was expected."""
    sure: float = 0.99
    past: int = 28
    """Days that are remembered."""
    strays: int = 21
    """Days of strays that are remembered."""
    warm_up: int = 14
    """Days that must have been read, most of their hours, before it alarms."""
    least_spread: float = 0.05
    complete: float = 0.8
    """The part of a window's hours that must have been read."""
    cooldown: timedelta = timedelta(hours=12)
    published_within: timedelta = timedelta(hours=24)
    """Where nothing of ours went out for longer, a fall is no news."""


@dataclass(slots=True)
class Hour:
    """An hour that was read: its number since the epoch, what it brought and should have."""

    number: int
    count: float
    expected: float


@dataclass(slots=True)
class Strays:
    """How far one window's sums strayed from what was expected, as logs of their ratio."""

    logs: list[float] = field(default_factory=list)


@dataclass(slots=True)
class DropState:
    """All that a watch remembers: four weeks of hours, three of strays."""

    hours: list[Hour] = field(default_factory=list)
    strays: list[Strays] = field(default_factory=list)
    alarmed: int | None = None
    """Number of the hour."""
    late: int = 0
    """Tallies left out because a newer one, or the same, had come before."""


@dataclass(frozen=True, slots=True)
class DropReading:
    """What an hour showed, in the window that showed most."""

    at: datetime
    hours: int
    """Of the window."""
    seen: float
    expected: float
    probability: float
    """That less than `to` of the expected is there."""
    held_back: str = ""
    """Why it is no alarm although the figures say so."""
    alarm: Alarm | None = None


_STATE = TypeAdapter(DropState)


class DropWatch:
    """Takes the hours of one series in order and says when engagement falls away.

    An hour that could not be read must be left out: it is then no part of any sum, and a window
    that lacks too many of its hours says nothing. A late tally is left out.
    """

    def __init__(
        self, series: str, *, rules: DropRules | None = None, state: DropState | None = None
    ) -> None:
        """A watch over *series*, whose tallies are one hour long and begin on the hour.

        Raises:
            ValueError: *state* is that of a watch with other windows.
        """
        self.series = series
        self.rules = rules or DropRules()
        self.state = state or DropState(strays=[Strays() for _ in self.rules.windows])
        if len(self.state.strays) != len(self.rules.windows):
            raise ValueError("this state is of a watch with other windows")

    def saved(self) -> str:
        """All that it remembers, as JSON; `resumed` goes on from there as if never stopped."""
        return _STATE.dump_json(self.state).decode()

    @classmethod
    def resumed(cls, saved: str, series: str, *, rules: DropRules | None = None) -> Self:
        """The watch that `saved` was taken of.

        Raises:
            ValueError: *saved* is not such a state (`pydantic.ValidationError` is one).
        """
        return cls(series, rules=rules, state=_STATE.validate_json(saved))

    def take(
        self,
        tally: Tally,
        *,
        last_published: datetime | None,
        occasions: Sequence[Occasion] = (),
    ) -> DropReading | None:
        """What the hour of *tally* shows; none where it is late, or nothing is known to expect.

        *last_published* is when a post of ours last went out; none where none ever did.
        """
        state, rules = self.state, self.rules
        number = int(tally.start.timestamp() // 3600)
        if state.hours and number <= state.hours[-1].number:
            state.late += 1
            return None
        while state.hours and state.hours[0].number < number - 24 * rules.past:
            state.hours.pop(0)
        expected = self._expected(number)
        ready = len(state.hours) >= 24 * rules.warm_up * rules.complete
        state.hours.append(Hour(number, tally.count, expected))
        readings = [
            reading
            for window, strays in zip(rules.windows, state.strays, strict=True)
            if (reading := self._look(number, window, strays.logs)) is not None
        ]
        if not ready or not readings:
            return None
        found = max(readings, key=lambda one: one.probability)
        if found.probability < rules.sure:
            return found
        return self._alarm(found, number, last_published, covering(occasions, tally.start))

    def _expected(self, number: int) -> float:
        """What hour *number* should bring, from the hours before it."""
        known = self.state.hours
        of_week = [one.count for one in known if (number - one.number) % WEEK == 0]
        of_day = [
            one.count
            for one in known
            if number - one.number <= 14 * 24 and (number - one.number) % 24 == 0
        ]
        week = [one.count for one in known if number - one.number <= WEEK]
        if not week:
            return 0.0
        usual = _mean([one.count for one in known])
        day_part = _mean(of_day) if of_day else usual
        week_part = _mean(of_week) if of_week else day_part
        level = (_mean(week) + 0.5) / (usual + 0.5)
        return (2 * week_part + day_part) / 3 * level

    def _look(self, number: int, window: int, logs: list[float]) -> DropReading | None:
        """The window of so many hours that ends with *number*; its stray is then remembered."""
        rules = self.rules
        inside = [one for one in self.state.hours[-window:] if one.number > number - window]
        expected = sum(one.expected for one in inside)
        if len(inside) < rules.complete * window or expected <= 0:
            return None
        seen = sum(one.count for one in inside)
        stray = math.log((seen + 0.5) / (expected + 0.5))
        spread = max(_spread(logs), 1 / math.sqrt(expected), rules.least_spread)
        logs.append(stray)
        del logs[: -24 * rules.strays]
        return DropReading(
            at=datetime.fromtimestamp((number + 1) * 3600, UTC),
            hours=window,
            seen=seen,
            expected=expected,
            probability=normal_below((math.log(rules.to) - stray) / spread),
        )

    def _alarm(
        self,
        found: DropReading,
        number: int,
        last_published: datetime | None,
        on: Sequence[Occasion],
    ) -> DropReading:
        state, rules = self.state, self.rules
        if last_published is None or found.at - last_published > rules.published_within:
            hours = rules.published_within / HOUR
            return replace(found, held_back=f"nothing of ours went out in the last {hours:g} h")
        if state.alarmed is not None and (number - state.alarmed) * HOUR < rules.cooldown:
            return replace(found, held_back="the fall has been told")
        state.alarmed = number
        part = found.seen / found.expected
        alarm = Alarm(
            kind="engagement_drop",
            series=self.series,
            since=found.at - found.hours * HOUR,
            at=found.at,
            expected=found.expected,
            usual_up_to=rules.to * found.expected,
            seen=found.seen,
            ratio=part,
            probability=found.probability,
            occasions=tuple(one.name for one in on),
            why=(
                f"{found.seen:.0f} interactions in {found.hours} h, where the hour, the day and the"
                f" level of late make {found.expected:.0f} expected: {1 - part:.0%} fewer. With a"
                f" probability of {min(found.probability, 0.999):.1%} the fall is more than"
                f" {1 - rules.to:.0%}."
            ),
        )
        return replace(found, alarm=alarm)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _spread(logs: Sequence[float]) -> float:
    """The standard deviation that the middle half of *logs* shows, were they normal."""
    if len(logs) < 24:
        return 0.0
    ordered = sorted(logs)
    quarter = len(ordered) // 4
    return (ordered[-1 - quarter] - ordered[quarter]) / 1.349
