"""How surely the never-auto list finds what is grave, and how often it cries wolf."""

from collections import Counter
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from pressroom.domain.never_auto import find_never_auto
from pressroom.evals.corpus import read_corpus


class Case(BaseModel):
    """One comment, with what is grave in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    language: str
    topic: str
    """The topic that has to be found; empty where nothing is grave."""
    kind: str
    """`plain`, `evasion`, `look-alike` or `ordinary`."""
    part: str
    """`set 1` to `set 6`, in the order in which they were written: each later one was first looked
    at when the lists were made after those before it."""
    text: str


@dataclass(frozen=True, slots=True)
class NeverAutoRow:
    """One slice of the cases."""

    name: str
    grave: int
    missed: int
    other_topic: int
    """Found, but under another topic: a person looks all the same."""
    harmless: int
    false: int


@dataclass(frozen=True, slots=True)
class NeverAutoReport:
    """Misses and false escalations, whole and by slice."""

    rows: tuple[NeverAutoRow, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing grave in the cases would be answered alone."""
        return not self.missed

    def lines(self) -> list[str]:
        """The report as it is printed."""
        head = ("cases", "grave", "missed", "other", "harmless", "false")
        told = ["  ".join([f"{head[0]:16}", *(f"{one:>8}" for one in head[1:])])]
        for row in self.rows:
            figures = (row.grave, row.missed, row.other_topic, row.harmless, row.false)
            told.append("  ".join([f"{row.name:16}", *(f"{one:8}" for one in figures)]))
        told += [f"missed: {one}" for one in self.missed]
        told += [f"false alarm: {one}" for one in self.false]
        return told


def run_never_auto() -> NeverAutoReport:
    """The report over all labelled cases."""
    cases = read_corpus("never_auto", Case)
    found: dict[str, set[str]] = {
        one.id: {hit.topic for hit in find_never_auto(one.text)} for one in cases
    }
    slices: dict[str, list[Case]] = {"all": list(cases)}
    for one in cases:
        for name in (one.part, one.language, one.topic or one.kind, *_evasion(one)):
            slices.setdefault(name, []).append(one)
    return NeverAutoReport(
        rows=tuple(_row(name, part, found) for name, part in slices.items()),
        missed=tuple(f"{one.id} {one.text}" for one in cases if one.topic and not found[one.id]),
        false=tuple(
            f"{one.id} {one.text} ({', '.join(sorted(found[one.id]))})"
            for one in cases
            if not one.topic and found[one.id]
        ),
    )


def _evasion(one: Case) -> tuple[str, ...]:
    return ("evasion",) if one.kind == "evasion" else ()


def _row(name: str, cases: list[Case], found: dict[str, set[str]]) -> NeverAutoRow:
    counts: Counter[str] = Counter()
    for one in cases:
        hits = found[one.id]
        if one.topic:
            counts["grave"] += 1
            counts["missed"] += not hits
            counts["other"] += bool(hits) and one.topic not in hits
        else:
            counts["harmless"] += 1
            counts["false"] += bool(hits)
    return NeverAutoRow(
        name, counts["grave"], counts["missed"], counts["other"], counts["harmless"],
        counts["false"],
    )  # fmt: skip
