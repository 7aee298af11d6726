"""Whether more is said than this series has known: mentions, comments or hostile comments.

What came in lately is smoothed with a short memory (a half-life of 12.5 minutes, which holds about
a quarter of an hour) and put on a square-root scale, where chance scatters alike at every level.
It alarms at `deviations` standard deviations above the mean of the last two weeks, both kept as
fading sums: a few numbers a series, whatever its age. Regular peaks of day and week are part of
that scatter, so a busy noon does not alarm. A quiet series gets a longer memory, in which there is
something to count. After an alarm there is silence for `cooldown`, unless it doubles.

Each figure in `VolumeRules` lies on a plateau: docs/decisions/0009-alarms.md has what was tried.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Self

from pydantic import TypeAdapter

from pressroom.domain.alarm import Alarm, AlarmKind, Occasion, Tally, covering, tone_of

HOLDS = 1.2
"""How much time a fading memory holds, in half-lives, for a short one of five-minute tallies."""

_NOUNS: dict[AlarmKind, str] = {
    "volume": "mentions",
    "comment_velocity": "comments",
    "negative_volume": "hostile comments",
}


@dataclass(frozen=True, slots=True)
class VolumeRules:
    """What is taken for out of the ordinary."""

    memories: tuple[timedelta, ...] = (
        timedelta(minutes=12.5),
        timedelta(minutes=25),
        timedelta(minutes=50),
        timedelta(minutes=150),
    )
    """Half-lives of what is *now*, the shortest first."""
    enough: float = 0.5
    """The shortest memory is used that holds this many by the usual rate, else the longest."""
    past: timedelta = timedelta(days=14)
    """Fading time of what is usual."""
    deviations: float = 4.5
    cushion: float = 8.0
    """Added to counts before the square root, so that small counts do not look like large ones."""
    fewest: float = 5.0
    """Fewer than this many within the memory never alarm."""
    cooldown: timedelta = timedelta(hours=20)
    again: float = 2.0
    """Within the cooldown it alarms again at this many times the highest deviation since."""
    warm_up: timedelta = timedelta(days=2)
    """How much must have been read before it alarms at all."""

    def __post_init__(self) -> None:
        if not self.memories or any(a >= b for a, b in pairwise(self.memories)):
            raise ValueError("memories rise, and there is at least one")
        if self.cushion <= 0 or self.deviations <= 0 or self.again < 1:
            raise ValueError("cushion and deviations are positive, again is at least 1")


@dataclass(slots=True)
class Memory:
    """One fading view of what is now, and what it usually shows."""

    recent: float = 0.0
    """Tallied per width, smoothed; what an occasion accounts for is divided out."""
    friendly: float = 0.0
    hostile: float = 0.0
    mean: float = 0.0
    """Of the square-root scale."""
    variance: float = 0.0


@dataclass(slots=True)
class VolumeState:
    """All that a watch remembers."""

    memories: list[Memory] = field(default_factory=list)
    rate: float = 0.0
    """Usual count per width."""
    read: int = 0
    """Tallies that were taken in."""
    last: datetime | None = None
    """Start of the newest tally."""
    alarmed: datetime | None = None
    """Start of the tally that alarmed last."""
    highest: float = 0.0
    """Deviations since then, at most."""
    late: int = 0
    """Tallies left out because a newer one, or the same, had come before."""


@dataclass(frozen=True, slots=True)
class VolumeReading:
    """What a tally showed, alarm or not; counts are per *window*."""

    at: datetime
    window: timedelta
    seen: float
    expected: float
    usual_up_to: float
    deviations: float
    alarm: Alarm | None = None


_STATE = TypeAdapter(VolumeState)


class VolumeWatch:
    """Takes the tallies of one series in order and says when they are out of the ordinary.

    A tally that is not newer than the last is left out and counted in `state.late`. Time for which
    there is none teaches nothing; what is *now* fades towards the usual over it.
    """

    def __init__(
        self,
        series: str,
        *,
        width: timedelta = timedelta(minutes=5),
        kind: AlarmKind = "volume",
        rules: VolumeRules | None = None,
        state: VolumeState | None = None,
    ) -> None:
        """A watch over *series*, whose tallies are *width* long.

        Raises:
            ValueError: *state* is that of a watch with another width or other rules.
        """
        self.series, self.width, self.kind = series, width, kind
        self.rules = rules or VolumeRules()
        fitting = [one for one in self.rules.memories if HOLDS * one >= width]
        self._halves = [half / width for half in fitting or self.rules.memories[-1:]]
        self.state = state or VolumeState(memories=[Memory() for _ in self._halves])
        if len(self.state.memories) != len(self._halves):
            raise ValueError("this state is of a watch with another width or other rules")

    def saved(self) -> str:
        """All that it remembers, as JSON; `resumed` goes on from there as if never stopped."""
        return _STATE.dump_json(self.state).decode()

    @classmethod
    def resumed(
        cls,
        saved: str,
        series: str,
        *,
        width: timedelta = timedelta(minutes=5),
        kind: AlarmKind = "volume",
        rules: VolumeRules | None = None,
    ) -> Self:
        """The watch that `saved` was taken of.

        Raises:
            ValueError: *saved* is not such a state (`pydantic.ValidationError` is one).
        """
        state = _STATE.validate_json(saved)
        return cls(series, width=width, kind=kind, rules=rules, state=state)

    def take(self, tally: Tally, occasions: Sequence[Occasion] = ()) -> VolumeReading | None:
        """What *tally* shows; none where it is late."""
        state = self.state
        if state.last is not None and tally.start < state.last + self.width:
            state.late += 1
            return None
        on = covering(occasions, tally.start)
        lift = max((one.lift for one in on), default=1.0)
        self._remember(tally, lift)
        state.last = tally.start
        reading = self._judge(tally, on, lift)
        self._learn(tally.count / lift)
        return reading

    def _remember(self, tally: Tally, lift: float) -> None:
        state = self.state
        missing = 0.0 if state.last is None else (tally.start - state.last) / self.width - 1
        for memory, half in zip(state.memories, self._halves, strict=True):
            left = 0.5 ** (missing / half)
            gain = max(_gain(half), 1 / (state.read + 1))
            memory.recent = _fade(memory.recent, state.rate, tally.count / lift, left, gain)
            memory.friendly = _fade(memory.friendly, 0.0, tally.positive, left, gain)
            memory.hostile = _fade(memory.hostile, 0.0, tally.negative, left, gain)

    def _judge(self, tally: Tally, on: Sequence[Occasion], lift: float) -> VolumeReading:
        rules, state = self.rules, self.state
        memory, half = self._memory()
        holds = HOLDS * half
        scale = math.sqrt(memory.recent * holds + rules.cushion)
        spread = math.sqrt(max(memory.variance, self._chance(half), 1e-6))
        above = (scale - memory.mean) / spread if state.read else 0.0
        bar = memory.mean + rules.deviations * spread
        reading = VolumeReading(
            at=tally.start + self.width,
            window=holds * self.width,
            seen=memory.recent * holds * lift,
            expected=max(0.0, memory.mean**2 - rules.cushion) * lift,
            usual_up_to=max(0.0, bar**2 - rules.cushion, rules.fewest) * lift,
            deviations=above,
        )
        enough = memory.recent * holds >= rules.fewest and above >= rules.deviations
        if not enough or state.read * self.width < rules.warm_up:
            return reading
        if self._keeps_silent(tally.start, above):
            state.highest = max(state.highest, above)
            return reading
        state.alarmed, state.highest = tally.start, above
        alarm = self._alarm(reading, memory, tuple(one.name for one in on))
        return replace(reading, alarm=alarm)

    def _memory(self) -> tuple[Memory, float]:
        """The shortest memory in which there is something to count by the usual rate."""
        pairs = list(zip(self.state.memories, self._halves, strict=True))
        for memory, half in pairs:
            if self.state.rate * HOLDS * half >= self.rules.enough:
                return memory, half
        return pairs[-1]

    def _chance(self, half: float) -> float:
        """The variance on the square-root scale that chance alone gives at the usual rate."""
        gain, holds = _gain(half), HOLDS * half
        usual = self.state.rate * holds
        return gain / (2 - gain) * holds * usual / (4 * (usual + self.rules.cushion))

    def _keeps_silent(self, start: datetime, above: float) -> bool:
        alarmed = self.state.alarmed
        if alarmed is None or start - alarmed > self.rules.cooldown:
            return False
        return above < self.rules.again * self.state.highest

    def _learn(self, count: float) -> None:
        state = self.state
        gain = 1.0 if not state.read else max(1 / (state.read + 2), self.width / self.rules.past)
        for memory, half in zip(state.memories, self._halves, strict=True):
            scale = math.sqrt(memory.recent * HOLDS * half + self.rules.cushion)
            off = scale - memory.mean
            memory.mean += gain * off
            memory.variance = (1 - gain) * (memory.variance + gain * off * off)
        state.rate += gain * (count - state.rate)
        state.read += 1

    def _alarm(self, reading: VolumeReading, memory: Memory, occasions: tuple[str, ...]) -> Alarm:
        minutes = round(reading.window / timedelta(minutes=1))
        tone = tone_of(
            memory.friendly * (reading.window / self.width),
            memory.hostile * (reading.window / self.width),
        )
        told = f"; planned at this time: {', '.join(occasions)}" if occasions else ""
        return Alarm(
            kind=self.kind,
            series=self.series,
            since=reading.at - reading.window,
            at=reading.at,
            expected=reading.expected,
            usual_up_to=reading.usual_up_to,
            seen=reading.seen,
            ratio=reading.seen / reading.usual_up_to,
            deviations=reading.deviations,
            tone=tone,
            occasions=occasions,
            why=(
                f"About {reading.seen:.0f} {_NOUNS.get(self.kind, 'signs')} in {minutes} min, where"
                f" {reading.expected:.1f} are expected and up to {reading.usual_up_to:.0f} are"
                f" nothing unusual: {reading.deviations:.1f} standard deviations above the mean of"
                f" the last {self.rules.past.days} days; tone {tone}{told}."
            ),
        )


def _gain(half: float) -> float:
    """How much a new tally moves a memory of *half* widths half-life."""
    return float(1 - 0.5 ** (1 / half))


def _fade(before: float, usual: float, now: float, left: float, gain: float) -> float:
    """*before*, of whose distance from *usual* a gap has *left* that much, moved towards *now*."""
    kept = usual + (before - usual) * left
    return kept + gain * (now - kept)
