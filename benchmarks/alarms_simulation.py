"""How often the three alarm rules cry wolf, and how often they see a crisis, on simulated traffic.

python -m benchmarks.alarms_simulation [--quick]

Everything is drawn from seeds, so each run prints the same. Stationary series tell the false
alarms, series with a change put in tell the hits within it and the delay. The worlds are those of
the project's notes, whose figures stand beside ours:

- share: 15 % of comments are hostile; each hour's traffic is negative binomial (r = 2); threads
  shift the log-odds by 0.3 (SD) for two hours. Put in: the share doubled or tripled for six hours.
- drop: seven weeks of hours with a pattern of day and week, a level that drifts, and counts that
  are negative binomial (phi = 0.15). Put in: a day at 70, 50 or 20 %.
- volume: traffic with a pattern of day and week and hours that are negative binomial (r = 4), in
  tallies of five minutes. Put in: three, five or ten times the traffic for six hours.
"""

import argparse
import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from pressroom.analysis.drop_watch import DropWatch
from pressroom.analysis.share_watch import ShareWatch
from pressroom.analysis.volume_watch import VolumeWatch
from pressroom.domain.alarm import Tally

START = datetime(2026, 1, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=15)
FIVE = timedelta(minutes=5)
WEEK = 168
"""Hours."""

Levels = Sequence[float]
"""Factors on what is usual, an hour each, from the start of a series on."""


@dataclass(frozen=True, slots=True)
class Hits:
    """How many changes were seen while they lasted, and after how long."""

    found: int
    tried: int
    delays: tuple[timedelta, ...]

    @property
    def share(self) -> float:
        """From 0.0 to 1.0."""
        return self.found / self.tried

    def __str__(self) -> str:
        if not self.delays:
            return f"{self.share:.2f}"
        return f"{self.share:.2f} ({median(self.delays) / HOUR:.2g} h)"


@dataclass(frozen=True, slots=True)
class World:
    """Traffic of one sort, and the watch that looks at it."""

    alarms: Callable[[random.Random, float, Levels], Iterator[datetime]]
    """When the watch alarms on a fresh series at a rate per hour, under such levels."""
    learning: int
    """Hours at the start in which alarms do not count."""
    lasts: int
    """Hours of a change that is put in."""

    def false_alarms(self, rate: float, *, series: int, weeks: int, seed: int) -> float:
        """Alarms a week on series in which nothing happens."""
        levels = [1.0] * (self.learning + weeks * WEEK)
        counted = 0
        for number in range(series):
            luck = random.Random(f"{seed} {rate} {number}")  # noqa: S311 - a simulation
            begin = START + self.learning * HOUR
            counted += sum(at > begin for at in self.alarms(luck, rate, levels))
        return counted / (series * weeks)

    def hits(self, rate: float, factor: float, *, tries: int, seed: int) -> Hits:
        """How many of *tries* changes by *factor*, each on a series of its own, are seen."""
        delays = []
        for number in range(tries):
            luck = random.Random(f"{seed} {rate} {factor} {number}")  # noqa: S311 - a simulation
            calm = self.learning + luck.randrange(24, 72)
            levels = [1.0] * calm + [factor] * self.lasts
            begin = START + calm * HOUR
            alarm = next((at for at in self.alarms(luck, rate, levels) if at > begin), None)
            if alarm is not None:
                delays.append(alarm - begin)
        return Hits(len(delays), tries, tuple(delays))


def poisson(luck: random.Random, mean: float) -> int:
    """A Poisson count, as arrivals within *mean* units of time."""
    count, left = -1, mean
    while left >= 0:
        left += math.log(1 - luck.random())
        count += 1
    return count


def _burst(luck: random.Random, shape: float) -> float:
    """A factor of mean 1 and variance 1 / *shape*: negative binomial counts, once it is applied."""
    return luck.gammavariate(shape, 1 / shape)


def _pattern(hour: int, phase: float) -> float:
    """The usual day and week: nights at a fifth, weekends at six tenths, mean about 1."""
    day = 1 + 0.7 * math.sin(2 * math.pi * (hour % 24) / 24 + phase)
    return day * (0.68 if hour % WEEK >= 120 else 1.13)


def share_alarms(luck: random.Random, rate: float, levels: Levels) -> Iterator[datetime]:
    """Comments of which 15 % are hostile, times the level."""
    watch = ShareWatch("simulated", width=QUARTER)
    usual = math.log(0.15 / 0.85)
    odds = usual
    for hour, level in enumerate(levels):
        if hour % 2 == 0:
            odds = usual + luck.gauss(0, 0.3)
        share = min(0.95, level / (1 + math.exp(-odds)))
        mean = rate * _burst(luck, 2) / 4
        for quarter in range(4):
            negative = poisson(luck, mean * share)
            count = negative + poisson(luck, mean * (1 - share))
            start = START + hour * HOUR + quarter * QUARTER
            reading = watch.take(Tally(start, count, negative=negative))
            if reading is not None and reading.alarm is not None:
                yield reading.alarm.at


def drop_alarms(luck: random.Random, rate: float, levels: Levels) -> Iterator[datetime]:
    """Interactions by the hour, at a level that wanders by about a tenth a week."""
    watch = DropWatch("simulated")
    phase, drift = luck.uniform(0, 2 * math.pi), 0.0
    for hour, level in enumerate(levels):
        drift += luck.gauss(0, 0.1 / math.sqrt(WEEK))
        mean = rate * _pattern(hour, phase) * math.exp(drift) * level * _burst(luck, 1 / 0.15)
        start = START + hour * HOUR
        reading = watch.take(Tally(start, poisson(luck, mean)), last_published=start)
        if reading is not None and reading.alarm is not None:
            yield reading.alarm.at


def volume_alarms(luck: random.Random, rate: float, levels: Levels) -> Iterator[datetime]:
    """Mentions in tallies of five minutes."""
    watch = VolumeWatch("simulated", width=FIVE)
    phase = luck.uniform(0, 2 * math.pi)
    for hour, level in enumerate(levels):
        mean = rate * _pattern(hour, phase) * level * _burst(luck, 4) / 12
        for part in range(12):
            start = START + hour * HOUR + part * FIVE
            reading = watch.take(Tally(start, poisson(luck, mean)))
            if reading is not None and reading.alarm is not None:
                yield reading.alarm.at


SHARE = World(share_alarms, learning=WEEK + 6, lasts=6)
DROP = World(drop_alarms, learning=4 * WEEK, lasts=24)
VOLUME = World(volume_alarms, learning=2 * WEEK, lasts=6)

SHARE_FALSE: Mapping[float, float] = {2: 0.39, 10: 1.35, 50: 1.12, 200: 0.39}
SHARE_HITS: Mapping[tuple[float, float], float] = {
    (10, 2): 0.65,
    (50, 2): 0.83,
    (200, 2): 0.80,
    (2, 3): 0.41,
    (10, 3): 0.90,
    (50, 3): 1.00,
}
DROP_FALSE: Mapping[float, float] = {5: 0.87, 50: 0.09, 500: 0.04}
DROP_HITS: Mapping[tuple[float, float], float] = {
    (5, 0.7): 0.35,
    (50, 0.7): 0.27,
    (500, 0.7): 0.27,
    (5, 0.5): 0.83,
    (50, 0.5): 0.76,
    (500, 0.5): 0.73,
    (5, 0.2): 1.00,
    (50, 0.2): 1.00,
    (500, 0.2): 1.00,
}
"""What the notes measured of the same rules, by rate per hour and by factor."""

VOLUME_RATES = (2.0, 10.0, 50.0, 200.0)
VOLUME_FACTORS = (3.0, 5.0, 10.0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the series and changes")
    parser.add_argument("--rule", choices=("share", "drop", "volume"))
    told = parser.parse_args(arguments)
    part = 10 if told.quick else 1
    if told.rule in (None, "share"):
        _table("share", SHARE, SHARE_FALSE, SHARE_HITS, series=100 // part, tries=150 // part)
    if told.rule in (None, "drop"):
        _table("drop", DROP, DROP_FALSE, DROP_HITS, series=100 // part, tries=100 // part)
    if told.rule in (None, "volume"):
        false = dict.fromkeys(VOLUME_RATES, math.nan)
        hits = {(rate, by): math.nan for by in VOLUME_FACTORS for rate in VOLUME_RATES}
        _table("volume", VOLUME, false, hits, series=40 // part, tries=50 // part)


def _table(
    rule: str,
    world: World,
    false: Mapping[float, float],
    hits: Mapping[tuple[float, float], float],
    *,
    series: int,
    tries: int,
) -> None:
    print(f"{rule}: false alarms per series-week, {series} series of 3 weeks (notes)")
    for rate, noted in false.items():
        ours = world.false_alarms(rate, series=series, weeks=3, seed=1)
        print(f"  {rate:5g} an hour  {ours:.2f}  ({noted:.2f})", flush=True)
    print(f"{rule}: part of {tries} changes seen in {world.lasts} h, median delay (notes)")
    for (rate, by), noted in hits.items():
        found = world.hits(rate, by, tries=tries, seed=2)
        print(f"  {rate:5g} an hour, times {by:g}  {found}  ({noted:.2f})", flush=True)


if __name__ == "__main__":
    main()
