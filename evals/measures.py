"""How well verdicts agree with people's labels, how sure they are and what they cost."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

BINS = 10
"""Into how many bins confidences are sorted for the calibration error."""
PASSES = 5
TIMED = 2000
"""The time per text is the best of so many passes over at most so many texts."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system on one set; shares are percentages, None is what was not measured."""

    system: str
    macro_recall: float | None = None
    macro_f1: float | None = None
    accuracy: float | None = None
    microseconds: float | None = None
    """CPU time per text, one call each."""
    calibration_error: float | None = None
    """Expected calibration error: how far confidence and share of right answers are apart."""
    unknown: float | None = None
    """Share of texts without an answer; they count as wrong."""
    correlation: float | None = None
    """Pearson's r with what people said, from -1 to 1."""


@dataclass(frozen=True, slots=True)
class Table:
    """What was measured on one set."""

    part: str
    data: str
    texts: int
    rows: tuple[Row, ...]
    note: str = ""


def agreement(wanted: Sequence[str], given: Sequence[str]) -> tuple[float, float, float]:
    """Macro-recall, macro-F1 and accuracy in per cent, over the labels that are wanted.

    >>> agreement(["a", "a", "b", "b"], ["a", "b", "b", "b"])
    (75.0, 73.33333333333333, 75.0)
    """
    recalls, scores = [], []
    pairs = list(zip(wanted, given, strict=True))
    for label in sorted(set(wanted)):
        right = sum(1 for want, got in pairs if want == got == label)
        there = sum(1 for want, _ in pairs if want == label)
        said = sum(1 for _, got in pairs if got == label)
        recalls.append(right / there)
        scores.append(2 * right / (there + said))
    accuracy = sum(1 for want, got in pairs if want == got) / max(len(pairs), 1)
    count = max(len(recalls), 1)
    return 100 * sum(recalls) / count, 100 * sum(scores) / count, 100 * accuracy


def calibration_error(verdicts: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error in percentage points of (confidence, was it right) pairs."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in verdicts:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    total = sum(len(one) for one in bins)
    gaps = (
        abs(sum(confidence for confidence, _ in one) - sum(right for _, right in one))
        for one in bins
    )
    return 100 * sum(gaps) / max(total, 1)


def correlation(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Pearson's r of two equally long series; 0 where one of them never changes.

    >>> round(correlation([1, 2, 3], [2, 4, 6]), 3)
    1.0
    """
    if len(ours) < 2 or len(set(ours)) < 2 or len(set(theirs)) < 2:
        return 0.0
    return statistics.correlation(ours, theirs)


def best_times(
    texts: Sequence[str], systems: dict[str, Callable[[str], object]]
) -> dict[str, float]:
    """Microseconds of CPU per text for each system, measured in turns so that load hits all."""
    some = texts[:TIMED]
    best: dict[str, float] = {}
    for _ in range(PASSES if some else 0):
        for name, judge in systems.items():
            started = time.process_time_ns()
            for text in some:
                judge(text)
            spent = (time.process_time_ns() - started) / 1000 / len(some)
            best[name] = min(best.get(name, spent), spent)
    return best
