"""How well the volume watch finds the labelled bursts of NAB's realTweets, by NAB's own rules.

python -m benchmarks.alarms_nab --data FOLDER [--width MINUTES] [--leave-one-out]

FOLDER holds CSV series (`timestamp,value`, five minutes apart) and `labels.json`
(`{"windows": {series: [[start, end], …]}}`). The rules are those of Lavin and Ahmad (2015): within
a window the earliest alarm counts, the earlier the more; each alarm outside costs, less if it comes
just after a window; a window without an alarm costs most. 100 is an alarm at the start of every
window and none elsewhere, 0 is silence.
"""

import argparse
import csv
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pressroom.analysis.volume_watch import VolumeRules, VolumeWatch
from pressroom.domain.alarm import Tally

STEP = timedelta(minutes=5)

PUBLISHED: Mapping[str, float] = {
    "contextOSE": 86.1,
    "ratio to the 99.5 % level": 84.5,
    "ARTime": 82.0,
    "Numenta HTM": 71.7,
    "Twitter ADVec": 62.7,
}
"""Standard score on AAPL, CRM, FB, IBM and PFE: NAB's published results, and a simple rule."""

THRESHOLDS = tuple(3.5 + 0.1 * n for n in range(21))
"""What `--leave-one-out` chooses from, in standard deviations."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a hit brings, and what a false alarm and a missed window cost."""

    hit: float
    false: float
    missed: float


PROFILES: Mapping[str, Profile] = {
    "standard": Profile(1.0, 0.11, 1.0),
    "low_fp": Profile(1.0, 0.22, 1.0),
    "low_fn": Profile(1.0, 0.11, 2.0),
}


@dataclass(frozen=True, slots=True)
class Series:
    """One labelled file; its windows are pairs of row numbers, both within."""

    name: str
    times: tuple[datetime, ...]
    values: tuple[int, ...]
    windows: tuple[tuple[int, int], ...]

    @property
    def probation(self) -> int:
        """The row from which alarms count: NAB leaves out the first 15 %, at most 750 rows."""
        return int(0.15 * min(len(self.times), 5000))

    @property
    def weeks(self) -> float:
        """How long alarms counted."""
        return (len(self.times) - self.probation) * STEP / timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the alarms on some series come to."""

    earned: float = 0.0
    windows: int = 0
    hits: int = 0
    false: int = 0
    weeks: float = 0.0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.earned + other.earned,
            self.windows + other.windows,
            self.hits + other.hits,
            self.false + other.false,
            self.weeks + other.weeks,
        )

    def score(self, profile: Profile) -> float:
        """From 0 (silence; less is possible) to 100 (perfect)."""
        silent = -profile.missed * self.windows
        return 100 * (self.earned - silent) / (profile.hit * self.windows - silent)


def read_series(folder: Path) -> list[Series]:
    """Every series of *folder* with its windows, by name."""
    told = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels: Mapping[str, Sequence[tuple[str, str]]] = told.get("windows", told)
    found = []
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = [(_time(row["timestamp"]), int(row["value"])) for row in csv.DictReader(lines)]
        at = {time: row for row, (time, _) in enumerate(rows)}
        spans = next(spans for name, spans in labels.items() if name.endswith(file.name))
        windows = tuple(sorted((at[_time(start)], at[_time(end)]) for start, end in spans))
        times, values = zip(*rows, strict=True)
        found.append(Series(file.name, times, values, windows))
    return found


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(microsecond=0, tzinfo=UTC)


def alarms_on(series: Series, rules: VolumeRules, width: timedelta = STEP) -> list[int]:
    """The rows at which the watch alarms: the last of each tally that does."""
    watch = VolumeWatch(series.name, width=width, rules=rules)
    size = width // STEP
    rows = []
    for first in range(0, len(series.values) - size + 1, size):
        tally = Tally(series.times[first], sum(series.values[first : first + size]))
        reading = watch.take(tally)
        if reading is not None and reading.alarm is not None:
            rows.append(first + size - 1)
    return rows


def earnings(series: Series, rows: Sequence[int], profile: Profile) -> Outcome:
    """What alarms at *rows* of *series* come to; those on probation count for nothing."""
    best: dict[tuple[int, int], float] = {}
    costs, false = 0.0, 0
    for row in sorted(set(rows)):
        if row < series.probation:
            continue
        within = next((span for span in series.windows if span[0] <= row <= span[1]), None)
        if within is None:
            false += 1
            costs -= profile.false * _lateness(series, row)
        else:
            early = (within[1] - row + 1) / (within[1] - within[0] + 1)
            best[within] = max(best.get(within, 0.0), profile.hit * _sigmoid(early) / _sigmoid(1.0))
    missed = len(series.windows) - len(best)
    return Outcome(
        sum(best.values()) + costs - profile.missed * missed,
        len(series.windows),
        len(best),
        false,
        series.weeks,
    )


def _lateness(series: Series, row: int) -> float:
    """How wrong an alarm at *row* is: near 0.0 just after a window, 1.0 far from one or before."""
    ended = [span for span in series.windows if span[1] < row]
    if not ended:
        return 1.0
    start, end = ended[-1]
    return _sigmoid((row - end) / (end - start))


def _sigmoid(distance: float) -> float:
    """NAB's, from 0.0 at the end of a window towards 1.0 with the distance in window lengths."""
    return 1.0 if distance > 3 else 1 - 2 / (1 + math.exp(5 * distance))


def outcome(all_rows: Mapping[str, Sequence[int]], data: Sequence[Series], of: Profile) -> Outcome:
    """What the alarms on all of *data* come to."""
    return sum((earnings(one, all_rows[one.name], of) for one in data), Outcome())


def delays(all_rows: Mapping[str, Sequence[int]], data: Sequence[Series]) -> Iterator[timedelta]:
    """From the middle of each window found, where its burst is, to the first alarm in it."""
    for one in data:
        for start, end in one.windows:
            inside = [row for row in all_rows[one.name] if start <= row <= end]
            if inside:
                yield (min(inside) - (start + end) // 2) * STEP


def leave_one_out(data: Sequence[Series], profile: Profile, width: timedelta) -> Outcome:
    """The outcome if each series gets the threshold that the others would choose.

    They choose the lowest of those that do within a point as well as the best: the edge of the
    plateau that misses least.
    """
    tried = {
        at: {one.name: alarms_on(one, replace(VolumeRules(), deviations=at), width) for one in data}
        for at in THRESHOLDS
    }
    total = Outcome()
    for left_out in data:
        rest = [one for one in data if one is not left_out]
        scores = {at: outcome(rows, rest, profile).score(profile) for at, rows in tried.items()}
        chosen = min(at for at, score in scores.items() if score >= max(scores.values()) - 1)
        total += earnings(left_out, tried[chosen][left_out.name], profile)
    return total


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of the watch as it stands, per profile and per series."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--width", type=int, default=5, help="minutes per tally, a multiple of 5")
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument("--alarms", type=Path, help="also write the alarms' times there, as JSON")
    told = parser.parse_args(arguments)
    width = timedelta(minutes=told.width)
    data = read_series(told.data)
    rows = {one.name: alarms_on(one, VolumeRules(), width) for one in data}
    for name, profile in PROFILES.items():
        total = outcome(rows, data, profile)
        print(f"{name:9} {total.score(profile):6.2f}", end="")
        print(f"  recall {total.hits}/{total.windows}", end="")
        print(f"  false alarms per series-week {total.false / total.weeks:.3f}", end="")
        if told.leave_one_out:
            print(f"  left out {leave_one_out(data, profile, width).score(profile):.2f}", end="")
        print()
    for one in data:
        alone = earnings(one, rows[one.name], PROFILES["standard"])
        found = f"{alone.hits}/{alone.windows}"
        print(f"  {one.name:30} {alone.score(PROFILES['standard']):6.2f}  {found}", end="")
        print(f"  {alone.false / alone.weeks:.2f}")
    late = sorted(delays(rows, data))
    if late:
        print("median delay after the middle of a window:", late[len(late) // 2])
    print("for comparison, standard, on AAPL CRM FB IBM PFE:", dict(PUBLISHED))
    if told.alarms:
        times = {one.name: [_text(one.times[row]) for row in rows[one.name]] for one in data}
        told.alarms.write_text(json.dumps(times), encoding="utf-8")


def _text(time: datetime) -> str:
    return time.replace(tzinfo=None).isoformat(sep=" ")


if __name__ == "__main__":
    main()
