"""What LangGraph costs the content pipeline, as ratios within one run.

    python benchmarks/graph_overhead.py [--rounds N]

The same steps (a dry run for X with a given picture: no network, no model) are run as plain
coroutines, as the content graph without and with checkpoints; beside them stands a bare graph
of as many nodes that do nothing. Best of several rounds, in CPU time of this process.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import ExecutionInfo, Runtime
from PIL import Image

from pressroom import Brief, Pressroom, Settings
from pressroom.graphs import content_publishing, content_writing
from pressroom.graphs._langgraph import CompiledGraph, open_checkpoints, run_config
from pressroom.graphs.content import make_graph
from pressroom.graphs.content_state import Content, input_of, merge
from pressroom.tools.ports import Ports

STEPS: tuple[Any, ...] = (
    content_writing.gather_trends,
    content_writing.propose_ideas,
    content_writing.choose_idea,
    content_writing.write_copy,
    content_writing.plan_visuals,
    content_writing.draw_visuals,
    content_writing.check_posts,
    content_publishing.preview_requests,
)
"""The nodes that a dry run passes, in their order."""


@dataclass(frozen=True)
class Nothing:
    """The state of a graph that does nothing."""

    count: int = 0


async def run_plain(values: dict[str, Any], ports: Ports) -> Content:
    """The steps one after the other, their updates folded in by hand."""
    info = ExecutionInfo(checkpoint_id="", checkpoint_ns="", task_id="", thread_id="plain")
    runtime = Runtime(context=ports, execution_info=info)
    state = Content(**values)
    for step in STEPS:
        update = await step(state, runtime)
        if "provenance" in update:
            update["provenance"] = merge(state.provenance, update["provenance"])
        if "notes" in update:
            update["notes"] = [*state.notes, *update["notes"]]
        state = replace(state, **update)
    return state


def bare_graph() -> StateGraph[Nothing, None, Nothing, Nothing]:
    """As many nodes as a dry run passes, that only count."""

    async def count(state: Nothing) -> dict[str, int]:
        return {"count": state.count + 1}

    graph: StateGraph[Nothing, None, Nothing, Nothing] = StateGraph(Nothing)
    names = [f"node_{number}" for number in range(len(STEPS))]
    for name in names:
        graph.add_node(name, count)
    for before, after in zip([START, *names], [*names, END], strict=True):
        graph.add_edge(before, after)
    return graph


async def best_of(rounds: int, act: Callable[[int], Awaitable[object]]) -> float:
    """The least CPU time that *act* took, in milliseconds."""
    times = []
    for number in range(rounds + 1):
        started = time.process_time()
        await act(number)
        times.append(time.process_time() - started)
    return min(times[1:]) * 1000  # the first one imports and connects


async def measure(home: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of each way of running the steps."""
    Image.new("RGB", (600, 600), "#1d3557").save(home / "picture.png")
    (home / "brand.yaml").write_text("name: Harbour Lane Market\n", encoding="utf-8")
    settings = Settings(
        home=home,
        brand_file=home / "brand.yaml",
        twitter={"user_id": "1", "access_token": "never-used"},
    )
    brief = Brief(
        title="Night market",
        message="Our night market opens on Friday at six.",
        platforms=("x",),
        media=(home / "picture.png",),
    )
    values = input_of(brief, review=False, dry_run=True)
    async with Pressroom.open(settings) as room:
        with open_checkpoints(home / "benchmark.db") as saver:

            def run(graph: CompiledGraph, start: object) -> Callable[[int], Awaitable[object]]:
                async def once(number: int) -> object:
                    config = run_config(f"{id(graph)}-{number}")
                    return await graph.ainvoke(
                        start,
                        config,
                        context=room.ports,
                        durability="sync" if graph.checkpointer else None,
                    )

                return once

            return {
                "plain": await best_of(rounds, lambda _: run_plain(values, room.ports)),
                "graph": await best_of(rounds, run(make_graph().compile(), values)),
                "graph, checkpoints": await best_of(
                    rounds, run(make_graph().compile(checkpointer=saver), values)
                ),
                "bare": await best_of(rounds, run(bare_graph().compile(), Nothing())),
                "bare, checkpoints": await best_of(
                    rounds, run(bare_graph().compile(checkpointer=saver), Nothing())
                ),
            }


def main() -> None:
    """Measure and print the figures."""
    parser = argparse.ArgumentParser(description="Measure what the content graph costs.")
    parser.add_argument("--rounds", type=int, default=30, help="how often each way is run")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        ms = asyncio.run(measure(Path(folder), rounds))
    print(f"{len(STEPS)} steps, best of {rounds}, CPU time")
    for name, value in ms.items():
        print(f"  {name:20} {value:7.1f} ms  {value / ms['plain']:5.2f} × plain coroutines")
    for kind in ("", ", checkpoints"):
        own, bare = ms[f"graph{kind}"] - ms["plain"], ms[f"bare{kind}"]
        name, times = f"overhead{kind or ' alone'}", own / bare
        print(f"  {name}: {own:.1f} ms, {times:.2f} × a whole bare run")


if __name__ == "__main__":
    main()
