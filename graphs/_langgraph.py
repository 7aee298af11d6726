"""The seam to LangGraph: its loose types and private names stay in this file."""

import functools
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime
from langgraph.types import Interrupt, StateSnapshot

from pressroom.errors import StoreError
from pressroom.storage.private import make_private

# Private in LangGraph; without it a stale answer is given to the wrong question
# (langgraph#8836). tests/graphs/test_langgraph_seam.py fails if it stops working.
STRICT_RESUME = "__pregel_strict_resume"

Node = Callable[[Any, Runtime[Any]], Awaitable[Any]]
"""A node as the graphs write it: state and runtime in, an update out."""

# A run that needs more steps than this is a loop, not a pipeline.
RECURSION_LIMIT = 80


class DirectSqliteSaver(SqliteSaver):
    """Checkpoints in a SQLite file, written on the loop's own thread.

    Each call is one short transaction, which costs a third of the thread hops that the
    asynchronous saver makes. Use one per process; local disk only.
    """

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """The checkpoint that *config* names, or the thread's last one."""
        return self.get_tuple(config)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Store *checkpoint*."""
        return self.put(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",
    ) -> None:
        """Store what a task wrote before its step was complete."""
        self.put_writes(config, writes, task_id, task_path)

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,  # noqa: A002 - LangGraph's name
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """Checkpoints, newest first; collected first, so that no lock is held meanwhile."""
        for found in list(self.list(config, filter=filter, before=before, limit=limit)):
            yield found

    async def adelete_thread(self, thread_id: str) -> None:
        """Forget everything of *thread_id*."""
        self.delete_thread(thread_id)


@contextmanager
def open_checkpoints(path: Path) -> Iterator[DirectSqliteSaver]:
    """The checkpoint file at *path*, made if it is not there, closed afterwards.

    It is a file of its own: an open transaction of the app's would lock it for seconds.
    Only plain data is read back (strict msgpack): a row in it can never run code.

    Raises:
        StoreError: The file cannot be used.
    """
    make_private(path)  # it holds drafts and whole briefs
    with _explained():
        connection = sqlite3.connect(path, check_same_thread=False, timeout=30)
    try:
        with _explained():
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            saver = DirectSqliteSaver(connection, serde=plain_serializer())
            saver.setup()
        yield saver
    finally:
        connection.close()


@contextmanager
def _explained() -> Iterator[None]:
    """SQLite's own errors as one that says which file it is about and what to do."""
    try:
        yield
    except sqlite3.Error as err:
        raise StoreError(
            f"the checkpoint file cannot be used: {err}.",
            fix="Make room, or set `checkpoints` to a file that can be written.",
        ) from err


def plain_serializer() -> JsonPlusSerializer:
    """A serializer that loads plain data and nothing else."""
    return JsonPlusSerializer(allowed_msgpack_modules=None)


def run_config(thread_id: str) -> RunnableConfig:
    """The configuration of one thread, with strict resume."""
    return {
        "configurable": {"thread_id": thread_id, STRICT_RESUME: True},
        "recursion_limit": RECURSION_LIMIT,
    }


def add_node(graph: StateGraph[Any, Any, Any, Any], node: Node, ports: object | None) -> None:
    """Add *node* to *graph* under its own name, with *ports* bound to it if there are any."""
    name: str = getattr(node, "__name__")  # noqa: B009 - every node is a function
    graph.add_node(name, cast("Any", _bind_ports(node, ports)))


def _bind_ports(node: Node, ports: object | None) -> Node:
    """*node*, with *ports* in its runtime context where the caller passes none.

    LangGraph's own server passes no live objects: it needs graphs that bring theirs.
    """
    if ports is None:
        return node

    @functools.wraps(node)
    async def bound(state: Any, runtime: Runtime[Any]) -> Any:
        return await node(state, runtime.override(context=runtime.context or ports))

    return bound


CompiledGraph = CompiledStateGraph[Any, Any, Any, Any]
"""A compiled graph of ours; its type parameters say nothing once it is stored by name."""


def in_memory(graph: CompiledGraph) -> CompiledGraph:
    """The same graph with checkpoints that are gone when it is."""
    compiled: CompiledGraph = graph.builder.compile(
        checkpointer=InMemorySaver(serde=plain_serializer())
    )
    return compiled


async def stream_steps(
    graph: CompiledGraph, step: Any, config: RunnableConfig, context: object
) -> AsyncIterator[dict[str, Any]]:
    """Run *graph* until it ends or waits; what its nodes did, one event each.

    Every step is on disk before the next begins (`durability="sync"`): a run whose process
    is killed goes on where it was.
    """
    with _explained():
        async for part in graph.astream(
            step,
            config,
            context=context,
            stream_mode=["tasks"],
            durability="sync",
            version="v2",
        ):
            event = _node_event(cast("dict[str, Any]", part["data"]))
            if event is not None:
                yield event


async def read_state(graph: CompiledGraph, config: RunnableConfig) -> StateSnapshot:
    """Where the thread stands by its last checkpoint. It is at its end when it has no `tasks`.

    `next` says less: it leaves out a node whose result is on disk and the checkpoint after it
    not, which a kill or a full disk leaves behind.

    Raises:
        StoreError: The checkpoint file cannot be used.
    """
    with _explained():
        return await graph.aget_state(config)


def open_questions(snapshot: StateSnapshot) -> list[Interrupt]:
    """The interrupts that nobody has answered yet."""
    waiting = [task for task in snapshot.tasks if task.name in snapshot.next]
    return [question for task in waiting for question in task.interrupts]


def _node_event(task: dict[str, Any]) -> dict[str, Any] | None:
    """LangGraph's task record as plain fields; None for one that says nothing."""
    if "input" in task:
        return {"node": task["name"], "status": "started"}
    if task.get("error"):
        return {"node": task["name"], "status": "failed", "detail": str(task["error"])}
    if task.get("interrupts"):
        return {"node": task["name"], "status": "finished", "detail": "waiting"}
    update = task.get("result") or {}
    made: dict[str, str] = next(iter((update.get("provenance") or {}).values()), {})
    return {
        "node": task["name"],
        "status": "finished",
        "made_by": made.get("made_by", ""),
        "detail": made.get("why", ""),
        "data": update,
    }
