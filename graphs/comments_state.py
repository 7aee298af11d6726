"""The comment graph's state: which comments a run is about, and never what they say.

Words live with the comment in the store and nowhere else, so that one that is taken back can
be forgotten. Field names and node names are a storage format: add, never rename.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, TypedDict

from pressroom.domain.comment import CommentRef, parse_ref
from pressroom.graphs.content_state import Plain, merge

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Comments:
    """What a run of the comment graph knows so far."""

    only: list[str] = field(default_factory=list)
    """Comments (`platform:id`) that the run is about; none means whatever waits."""
    limit: int = 500
    """How many comments the run takes at most."""
    schema_version: int = SCHEMA_VERSION
    heard: Plain = field(default_factory=dict)
    """What came in: new, changed and removed comments, counted."""
    batch: list[str] = field(default_factory=list)
    """The comments that this run works on."""
    known: list[str] = field(default_factory=list)
    """Comments of which somebody had decided already."""
    decided: list[str] = field(default_factory=list)
    """Comments about which this run decided."""
    drafted: list[str] = field(default_factory=list)
    effect_keys: list[str] = field(default_factory=list)
    outcomes: list[Plain] = field(default_factory=list)
    """Of each comment: what is done about it, how, and where that stands."""
    provenance: Annotated[Plain, merge] = field(default_factory=dict)
    """Step → who made its result, and why."""


class CommentsUpdate(TypedDict, total=False):
    """What a node may set."""

    heard: Plain
    batch: list[str]
    known: list[str]
    decided: list[str]
    drafted: list[str]
    effect_keys: list[str]
    outcomes: list[Plain]
    provenance: Plain


def refs_of(names: Iterable[str]) -> list[CommentRef]:
    """The comments that these names stand for."""
    return [parse_ref(name) for name in names]


def names_of(refs: Iterable[CommentRef]) -> list[str]:
    """The comments as plain text, in one order."""
    return sorted(str(ref) for ref in refs)


def counted(words: Iterable[str]) -> str:
    """How often each word comes, the most frequent first: `3 praise, 1 question`."""
    return ", ".join(f"{count} {word}" for word, count in Counter(words).most_common())


def input_of(only: Iterable[CommentRef] = (), *, limit: int = 500) -> Plain:
    """A run's input as plain data."""
    return {"only": names_of(only), "limit": limit, "schema_version": SCHEMA_VERSION}
