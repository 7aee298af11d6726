"""Runs of graphs that outlive a process: the database says which there are, one lease holds each.

A run is a row before it is anything else, so an accepted run is never lost. Whoever drives it
reads where its checkpoints stand and does the one next thing: start, go on, or answer an
interrupt from what the database knows. It may be killed anywhere and be driven again.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from langgraph.types import Command, StateSnapshot

from pressroom.domain.effects import SETTLED
from pressroom.domain.run import Run
from pressroom.errors import InputError, PressroomError
from pressroom.graphs._langgraph import CompiledGraph, run_config, stream_steps
from pressroom.storage.runs import (
    accept_run,
    claim_run,
    due_runs,
    extend_lease,
    get_run,
    park_run,
    runs_waiting_for,
)
from pressroom.tools.decide import decision_of
from pressroom.tools.ports import Ports

_LOG = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
_HEARTBEAT = timedelta(seconds=8)
_LOOK_AGAIN = timedelta(minutes=1)
"""A parked run is looked at this often even if every wake-up was lost."""


@dataclass(frozen=True, slots=True)
class NodeEvent:
    """A node began, ended or failed."""

    node: str
    status: Literal["started", "finished", "failed"]
    made_by: str = ""
    """Who made the node's result: gemini, fallback, rule, person or cache."""
    detail: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


Observer = Callable[[NodeEvent], None]


def _ignore(_event: NodeEvent) -> None:
    """Nobody watches."""


class Held(PressroomError):
    """Another process drives this run now."""


class Driver:
    """Drives runs of a set of compiled graphs."""

    def __init__(self, graphs: Mapping[str, CompiledGraph], ports: Ports) -> None:
        self._graphs = graphs
        self._ports = ports

    async def accept(self, graph: str, thread_id: str, values: dict[str, Any]) -> bool:
        """Write down a new run. False when that thread is known already: nothing changes."""
        if graph not in self._graphs:
            raise InputError(f"there is no graph {graph!r}.", field="graph")
        async with self._ports.store.write() as session:
            now = await self._ports.store.now(session)
            run = Run(
                thread_id=thread_id, graph=graph, input=values, created_at=now, updated_at=now
            )
            return await accept_run(session, run)

    async def advance(self, thread_id: str, *, observe: Observer = _ignore) -> Run:
        """The run after everything was done that can be done now.

        Raises:
            InputError: No such run.
            Held: Another process holds its lease.
        """
        run = await self._claim(thread_id)
        if run.status != "running":
            return run
        try:
            async with self._heartbeat(run):
                await self._walk(run, observe)
        except PressroomError as err:
            await self._park(run, status="failed", error=str(err))
            raise
        except (asyncio.CancelledError, KeyboardInterrupt):
            # Interrupted, not failed: the next driver goes on from the last checkpoint.
            await asyncio.shield(self._park(run, status="accepted", wake=timedelta(0)))
            raise
        return await self.find(thread_id)

    async def find(self, thread_id: str) -> Run:
        """The run as it stands.

        Raises:
            InputError: There is no such run.
        """
        async with self._ports.store.read() as session:
            run = await get_run(session, thread_id)
        if run is None:
            raise _no_such_run(thread_id)
        return run

    async def values(self, run: Run) -> dict[str, Any]:
        """The run's state as its last checkpoint has it; its input before the first."""
        snapshot = await self._graphs[run.graph].aget_state(run_config(run.thread_id))
        return dict(snapshot.values) or dict(run.input)

    async def wake(self, effect_keys: list[str]) -> list[Run]:
        """Drive the runs that waited for one of these effects, and those that are due."""
        async with self._ports.store.read() as session:
            now = await self._ports.store.now(session)
            threads = await due_runs(session, now, 50)
            for key in effect_keys:
                threads += await runs_waiting_for(session, f"effect:{key}")
        driven: list[Run] = []
        for thread_id in dict.fromkeys(threads):
            try:
                driven.append(await self.advance(thread_id))
            except Held:
                continue
            except PressroomError as err:
                # One broken run must not keep the others waiting; it is recorded as failed.
                _LOG.warning("run %s failed: %s", thread_id, err)
                driven.append(await self.find(thread_id))
        return driven

    async def _walk(self, run: Run, observe: Observer) -> None:
        graph, config = self._graphs[run.graph], run_config(run.thread_id)
        while True:
            snapshot = await graph.aget_state(config)
            if not snapshot.created_at:
                step: Any = run.input
            elif not snapshot.next:
                await self._park(run, status="done")
                return
            elif snapshot.interrupts:
                answers, tokens = await self._answers(run, snapshot)
                if not answers:
                    wake = _LOOK_AGAIN if any(t.startswith("effect:") for t in tokens) else None
                    await self._park(run, status="waiting", tokens=tuple(tokens), wake=wake)
                    return
                step = Command(resume=answers)
            else:
                step = None  # killed between two nodes: go on
            async for event in stream_steps(graph, step, config, self._ports):
                observe(NodeEvent(**event))

    async def _answers(self, run: Run, snapshot: StateSnapshot) -> tuple[dict[str, Any], list[str]]:
        """Answers to the pending interrupts that the database has, and what the rest wait for."""
        answers: dict[str, Any] = {}
        tokens: list[str] = []
        for pending in snapshot.interrupts:
            request: dict[str, Any] = pending.value
            if request.get("kind") == "effects":
                open_keys = await self._open_effects(request["keys"])
                if open_keys:
                    tokens += [f"effect:{key}" for key in open_keys]
                else:
                    answers[pending.id] = {"kind": "effects-settled"}
                continue
            decision = await decision_of(run.thread_id, self._ports)
            if decision is None:
                tokens.append(f"approval:{run.thread_id}")
            else:
                answers[pending.id] = decision
        return answers, tokens

    async def _open_effects(self, keys: list[str]) -> list[str]:
        found = [await self._ports.ledger.get(key) for key in keys]
        return [
            key
            for key, effect in zip(keys, found, strict=True)
            if effect is not None and effect.status not in SETTLED
        ]

    async def _claim(self, thread_id: str) -> Run:
        async with self._ports.store.write() as session:
            now = await self._ports.store.now(session)
            run = await claim_run(session, thread_id, now, LEASE)
            if run is not None:
                return run
            known = await get_run(session, thread_id)
        if known is None:
            raise _no_such_run(thread_id)
        if known.status == "running":
            raise Held(
                f"run {thread_id} is being driven by another process.",
                fix=f"If that process died, this works after {known.lease_until:%H:%M:%S} UTC.",
            )
        return known

    async def _park(
        self,
        run: Run,
        *,
        status: Literal["accepted", "waiting", "done", "failed"],
        tokens: tuple[str, ...] = (),
        error: str = "",
        wake: timedelta | None = None,
    ) -> None:
        async with self._ports.store.write() as session:
            now = await self._ports.store.now(session)
            await park_run(
                session,
                run,
                status=status,
                waiting_for=tokens,
                error=error,
                wake_at=None if wake is None else now + wake,
            )

    @contextlib.asynccontextmanager
    async def _heartbeat(self, run: Run) -> AsyncIterator[None]:
        """Keeps the lease while the block works; a process that dies lets it run out."""

        async def beat() -> None:
            while True:
                await asyncio.sleep(_HEARTBEAT.total_seconds())
                async with self._ports.store.write() as session:
                    now = await self._ports.store.now(session)
                    if not await extend_lease(session, run, now, LEASE):
                        return

        task = asyncio.create_task(beat())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def _no_such_run(thread_id: str) -> InputError:
    return InputError(
        f"there is no run {thread_id!r}.",
        field="thread_id",
        fix="List them with: pressroom runs list",
    )
