"""What becomes of grave comments, and how often harmless ones are held up.

A grave comment is missed where the machine would answer it or hide it alone. So is one that no
list recognises and that is answered all the same; one that is only not recognised goes to a
person for want of words that are known to be harmless. It is decided for a brand whose file lets
the machine do all it can, with our own analysis.
"""

from collections import Counter
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from pressroom.analysis.fact_matching import match_fact
from pressroom.domain.decide import decide
from pressroom.domain.decision import Decision
from pressroom.domain.never_auto import find_never_auto
from pressroom.domain.reading import read
from pressroom.evals.corpus import read_corpus
from pressroom.evals.harbour import BOLDEST
from pressroom.evals.situations import NOON, by_rules, calm, comment_of

MOST_MISSED = 0.01
"""Of the grave comments."""
MOST_FALSE = 0.02
"""Of the harmless ones."""


class Case(BaseModel):
    """One comment, with what is grave in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    language: str
    topic: str
    """The topic that has to be found; empty where nothing is grave."""
    kind: str
    """`plain`, `evasion`, `veiled`, `look-alike` or `ordinary`."""
    part: str
    """`set 1` to `set 7`, in the order in which they were written: each later one was first looked
    at when the lists were made after those before it."""
    text: str


@dataclass(frozen=True, slots=True)
class NeverAutoRow:
    """One slice of the cases."""

    name: str
    grave: int
    missed: int
    """Answered or hidden without a person."""
    unheard: int
    """Left alone: nothing is said, and nobody is told."""
    unnamed: int
    """Not recognised as grave: a person sees them as ordinary comments that wait."""
    other_topic: int
    """Recognised, but under another topic: a person looks all the same."""
    harmless: int
    false: int
    """Harmless, and taken for grave."""


@dataclass(frozen=True, slots=True)
class NeverAutoReport:
    """Misses and false escalations, whole and by slice."""

    rows: tuple[NeverAutoRow, ...]
    missed: tuple[str, ...]
    unheard: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether few enough grave comments are missed, and few enough harmless ones held up."""
        whole = self.rows[0]
        return (
            whole.missed <= MOST_MISSED * whole.grave and whole.false <= MOST_FALSE * whole.harmless
        )

    def lines(self) -> list[str]:
        """The report as it is printed."""
        head = ("cases", "grave", "missed", "unheard", "unnamed", "other", "harmless", "false")
        told = ["  ".join([f"{head[0]:16}", *(f"{one:>8}" for one in head[1:])])]
        for row in self.rows:
            figures = [row.grave, row.missed, row.unheard, row.unnamed, row.other_topic]
            figures += [row.harmless, row.false]
            told.append("  ".join([f"{row.name:16}", *(f"{one:8}" for one in figures)]))
        told += [f"missed: {one}" for one in self.missed]
        told += [f"unheard: {one}" for one in self.unheard]
        told += [f"false alarm: {one}" for one in self.false]
        told.append("passed" if self.passed else "NOT PASSED")
        return told


@dataclass(frozen=True, slots=True)
class _Fate:
    """What becomes of one case."""

    topics: frozenset[str]
    decision: Decision


def run_never_auto() -> NeverAutoReport:
    """The report over all labelled cases."""
    cases = read_corpus("never_auto", Case)
    fates = {one.id: _fate(one, number) for number, one in enumerate(cases)}
    slices: dict[str, list[Case]] = {"all": list(cases)}
    for one in cases:
        for name in (one.part, one.language, one.topic or one.kind, *_told_otherwise(one)):
            slices.setdefault(name, []).append(one)
    grave = [one for one in cases if one.topic]
    return NeverAutoReport(
        rows=tuple(_row(name, part, fates) for name, part in slices.items()),
        missed=tuple(f"{one.id} {one.text}" for one in grave if _is_missed(fates[one.id])),
        unheard=tuple(f"{one.id} {one.text}" for one in grave if _is_unheard(fates[one.id])),
        false=tuple(
            f"{one.id} {one.text} ({', '.join(sorted(fates[one.id].topics))})"
            for one in cases
            if not one.topic and fates[one.id].topics
        ),
    )


def _fate(case: Case, number: int) -> _Fate:
    comment, reading = comment_of(case.id, case.text, number), read(case.text)
    analysis = by_rules(comment)
    answer = match_fact(reading, BOLDEST, analysis.language.code)
    decision = decide(comment, analysis, calm(answer), BOLDEST, NOON, reading=reading)
    return _Fate(frozenset(one.topic for one in find_never_auto(reading)), decision)


def _is_missed(fate: _Fate) -> bool:
    return fate.decision.acts_alone


def _is_unheard(fate: _Fate) -> bool:
    return fate.decision.action == "ignore"


def _told_otherwise(one: Case) -> tuple[str, ...]:
    return (one.kind,) if one.kind in ("evasion", "veiled") else ()


def _row(name: str, cases: list[Case], fates: dict[str, _Fate]) -> NeverAutoRow:
    counts: Counter[str] = Counter()
    for one in cases:
        fate = fates[one.id]
        if one.topic:
            counts["grave"] += 1
            counts["missed"] += _is_missed(fate)
            counts["unheard"] += _is_unheard(fate)
            counts["unnamed"] += not fate.topics
            counts["other"] += bool(fate.topics) and one.topic not in fate.topics
        else:
            counts["harmless"] += 1
            counts["false"] += bool(fate.topics)
    return NeverAutoRow(
        name, counts["grave"], counts["missed"], counts["unheard"], counts["unnamed"],
        counts["other"], counts["harmless"], counts["false"],
    )  # fmt: skip
