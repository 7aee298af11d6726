"""Every order of events around one effect, searched for a post that goes out twice or is lost.

The scope is small and searched whole: one effect, two workers, two readers, a person, a
platform that answers, drops, refuses and acts late, processes that die at every point.

    PYTHONPATH=src python -m benchmarks.ledger_search [--depth N] [--variant NAME]
"""

import argparse
import time
from collections import deque
from dataclasses import dataclass, field, replace

from benchmarks.ledger_model import POLICY, UNIT, Variant, steps, wrong_with
from benchmarks.ledger_state import State

_ONE_READ = replace(POLICY, absent_reads=1)
SOUND = (
    Variant("two readings, of which one may be stale", stale_reads=1),
    Variant("one reading of lists that are never stale", policy=_ONE_READ),
    Variant("a platform that publishes a draft once", exact=True),
    Variant("a person may take over", policy=_ONE_READ, takeover=True),
    # Asked twice, so that one mistake above it makes no machine talk over a person.
    Variant(
        "a person may take over, asked for only when the call begins",
        policy=_ONE_READ,
        takeover=True,
        flaw="not asked: claim",
    ),
)
BROKEN = (
    Variant("window shorter than the platform is late", replace(POLICY, settle_window=2 * UNIT)),
    Variant("one reading of lists that may be stale", policy=_ONE_READ, stale_reads=1),
    Variant("dead lease is simply due again", flaw="expire to ready"),
    Variant("no fence", policy=_ONE_READ, flaw="no fence"),
    Variant("call begun without looking at the lease", policy=_ONE_READ, flaw="no lease check"),
    Variant("unknown answer is tried again", flaw="retry unknown"),
    Variant("unknown answer is given up", flaw="give up unknown"),
    Variant("a hurried person shortens the window", policy=_ONE_READ, flaw="hurry"),
    Variant("a reading counts when it is told, not when it was made", _ONE_READ, flaw="judge late"),
    Variant("readings of an earlier call count", stale_reads=2, flaw="keep readings"),
    Variant(
        "the platform's word counts while it may still act", exact=True, flaw="believe at once"
    ),
    Variant("dead lease is never noticed", flaw="no expiry"),
    Variant(
        "a person who took over is not asked for when the call begins",
        policy=_ONE_READ,
        takeover=True,
        flaw="not asked: begin",
    ),
    Variant(
        "a person who takes over withdraws what is being called",
        policy=_ONE_READ,
        takeover=True,
        flaw="stop the call",
    ),
)


def fate(state: State, variant: Variant) -> str:
    """What is wrong at the end when nothing more fails; empty where it ends settled."""
    wanted = [
        "retire",
        "settle: sent",
        "tell what was read",
        "call: ok",
        "begin the call",
        "begin: silenced",
        "claim",
        "expire",
        "read: found",
        "read: absent",
    ]
    for _ in range(100):
        wrong = wrong_with(state)
        if wrong:
            return f"{wrong}, soon"
        if state.row.status in ("sent", "failed", "cancelled", "review"):
            return ""
        fair = dict(steps(state, variant))
        state = fair[next((name for name in wanted if name in fair), "10 s pass")]
    return "never settled"


@dataclass
class Report:
    """What a search found."""

    variant: Variant
    states: int = 0
    depth: int = 0
    complete: bool = False
    """Every reachable state was seen, however deep."""
    wrong: str = ""
    trace: list[str] = field(default_factory=list)
    statuses: set[str] = field(default_factory=set)
    """Every status that the effect was seen in."""


def search(variant: Variant, depth: int | None = None) -> Report:
    """Search *variant* breadth first, down to *depth* steps or to the end."""
    start = State(stale_reads=variant.stale_reads)
    came_from: dict[State, tuple[State, str] | None] = {start: None}
    fates: dict[State, str] = {}
    queue = deque([(start, 0)])
    report = Report(variant)
    while queue:
        state, level = queue.popleft()
        report.depth = level
        wrong = wrong_with(state) or _fate(state, variant, fates)
        if wrong:
            report.wrong, report.trace = wrong, _path(state, came_from)
            break
        if level == depth:
            continue
        for name, after in steps(state, variant):
            if after not in came_from:
                came_from[after] = (state, name)
                queue.append((after, level + 1))
    report.states = len(came_from)
    report.statuses = {state.row.status for state in came_from}
    report.complete = not report.wrong and report.depth != depth
    return report


def _fate(state: State, variant: Variant, fates: dict[State, str]) -> str:
    """The fate of *state* once its processes are dead and its lists are true."""
    start = State(
        row=state.row,
        live=state.live,
        coming=state.coming,
        hidden=state.hidden,
        held=state.held,
        owed=len(state.coming),
    )
    if start not in fates:
        fates[start] = fate(start, variant)
    return fates[start]


def _path(state: State, came_from: dict[State, tuple[State, str] | None]) -> list[str]:
    names: list[str] = []
    step = came_from[state]
    while step is not None:
        names.append(step[1])
        step = came_from[step[0]]
    return names[::-1]


def main() -> None:
    """Search the variants and say what was found."""
    parser = argparse.ArgumentParser(description="Search the ledger's protocol exhaustively.")
    parser.add_argument("--depth", type=int, help="steps; without it, until nothing is new")
    parser.add_argument("--variant", help="only variants whose name contains this")
    options = parser.parse_args()
    for variant in (*BROKEN, *SOUND):
        if options.variant and options.variant not in variant.name:
            continue
        started = time.perf_counter()
        report = search(variant, options.depth)
        seconds = time.perf_counter() - started
        scope = "all states" if report.complete else f"depth {report.depth}"
        print(f"{variant.name}: {report.wrong or 'nothing wrong'}", end="; ")
        print(f"{report.states} states, {scope}, {seconds:.1f} s", flush=True)
        for name in report.trace:
            print(f"    {name}")


if __name__ == "__main__":
    main()
