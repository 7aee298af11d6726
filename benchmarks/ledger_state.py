"""What one state of the search holds: our row, our processes, a person and the platform."""

from typing import NamedTuple


class Row(NamedTuple):
    """The effect's row; times are units left, -1 for a lease that is over."""

    status: str = "ready"
    wait: int = 0
    window: int = 0
    absent: int = 0
    gap: int = 0
    lease: int = 0
    begun: bool = False
    """Written down that the call of this lease begins; only where people take over."""


class Look(NamedTuple):
    """What a reader holds: did its fence hold, was the window over, the gap, what it saw."""

    good: bool
    settled: bool
    apart: bool
    seen: bool


Worker = tuple[()] | tuple[bool, str]
"""Idle, or: is its fence still the row's, and what has it heard (empty: not called yet).

Where people take over, `begun` stands between the two: from there on only time stops the call.
"""


class State(NamedTuple):
    """Everything there is: our row, our processes, and the platform."""

    row: Row = Row()
    workers: tuple[Worker, ...] = ((), ())
    readers: tuple[Look | tuple[()], ...] = ((), ())
    live: int = 0
    coming: tuple[int, ...] = ()
    """Units within which the platform carries out each call that we gave up on."""
    hidden: int = 0
    """Units within which its lists show the post."""
    stale_reads: int = 0
    """How many readings may still meet a stale copy."""
    held: bool = False
    """A person has taken over the conversation."""
    owed: int = 0
    """How many calls were on their way when that person was told so."""
    spoke: bool = False
    """Something went live that the person was not told of."""
