"""Runs of graphs that outlive a process: the database says which there are, one lease holds each.

A run is a row before it is anything else, so an accepted run is never lost. Whoever drives it
reads where its checkpoints stand and does the one next thing: start, go on, or answer an
interrupt from what the database knows. It may be killed anywhere and be driven again.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from langgraph.types import Command
from sqlalchemy.exc import DBAPIError

from pressroom.domain.run import Run
from pressroom.errors import (
    EffectConflict,
    InputError,
    PressroomError,
    SchemaBehind,
    StoreError,
)
from pressroom.graphs._langgraph import (
    CompiledGraph,
    in_memory,
    open_questions,
    read_state,
    run_config,
    stream_steps,
)
from pressroom.graphs.answers import LOOK_AGAIN, find_answers
from pressroom.storage.runs import (
    accept_run,
    claim_run,
    due_runs,
    extend_lease,
    get_run,
    park_run,
    runs_waiting_for,
)
from pressroom.tools.ports import Ports

_LOG = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
_AT_ONCE = 4
"""Runs that one pass drives together: a slow one must not hold up the others."""


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

    def __init__(
        self, graphs: Mapping[str, CompiledGraph], ports: Ports, *, lease: timedelta = LEASE
    ) -> None:
        """*lease* is how long a run is held without a sign of life from its process."""
        self._graphs = graphs
        self._ports = ports
        self._lease = lease

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

        A run that failed is tried again from the node that failed; what was finished before
        stays as it is. A store that cannot be used now only pauses the run.

        Raises:
            InputError: No such run.
            Held: Another process holds its lease.
        """
        run = await self._claim(thread_id)
        if run.status != "running":
            return run
        try:
            await self._walk_while_held(run, observe)
        except Held:
            raise
        except (asyncio.CancelledError, KeyboardInterrupt):
            # Interrupted, not failed: the next driver goes on from the last checkpoint.
            await asyncio.shield(self._park(run, status="accepted", wake=timedelta(0)))
            raise
        except Exception as err:
            await self._park_broken(run, err)
            raise
        return await self.find(thread_id)

    async def _park_broken(self, run: Run, err: Exception) -> None:
        """Say why the run stands still: for a person, or for the sweeper to try again."""
        if isinstance(err, StoreError) and not isinstance(err, EffectConflict | SchemaBehind):
            await self._park(run, status="waiting", error=str(err), wake=LOOK_AGAIN)
            return
        known = isinstance(err, PressroomError)
        line = str(err) if known else f"unexpected {type(err).__name__}: {_first_line(err)}"
        await self._park(run, status="failed", error=line)

    async def rehearse(
        self, graph: str, thread_id: str, values: dict[str, Any], *, observe: Observer = _ignore
    ) -> dict[str, Any]:
        """The state at the end of a run that is written down nowhere: no row, no checkpoint.

        For inputs that let the graph act on nothing. It does not wait for anybody: where a
        run would park, it ends.
        """
        passing, config = in_memory(self._graphs[graph]), run_config(thread_id)
        async for event in stream_steps(passing, values, config, self._ports):
            observe(NodeEvent(**event))
        return dict((await read_state(passing, config)).values)

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
        snapshot = await read_state(self._graphs[run.graph], run_config(run.thread_id))
        return dict(snapshot.values) or dict(run.input)

    async def wake(self, effect_keys: list[str]) -> list[Run]:
        """Drive the runs that waited for one of these effects, and those that are due."""
        async with self._ports.store.read() as session:
            now = await self._ports.store.now(session)
            threads = await due_runs(session, now, 50)
            for key in effect_keys:
                threads += await runs_waiting_for(session, f"effect:{key}")
        turns = asyncio.Semaphore(_AT_ONCE)

        async def drive(thread_id: str) -> Run | None:
            async with turns:
                return await self._drive_alone(thread_id)

        driven = await asyncio.gather(*(drive(thread) for thread in dict.fromkeys(threads)))
        return [run for run in driven if run is not None]

    async def _drive_alone(self, thread_id: str) -> Run | None:
        """The run, driven; None where another process has it. Its failure is its own."""
        try:
            return await self.advance(thread_id)
        except Held:
            return None
        except PressroomError as err:
            _LOG.warning("run %s: %s", thread_id, err)
        except Exception:  # noqa: BLE001 - one broken run must not keep the others waiting
            _LOG.exception("run %s failed unexpectedly", thread_id)
        return await self.find(thread_id)

    async def _walk_while_held(self, run: Run, observe: Observer) -> None:
        """Walk on for as long as the lease is ours.

        Raises:
            Held: It was lost meanwhile; what this process was doing is broken off.
        """
        walking = asyncio.create_task(self._walk(run, observe))
        holding = asyncio.create_task(self._keep_lease(run))
        try:
            await asyncio.wait({walking, holding}, return_when=asyncio.FIRST_COMPLETED)
            if not walking.done():
                raise Held(f"run {run.thread_id} was taken over by another process.")
            await walking
        finally:
            walking.cancel()
            holding.cancel()
            await asyncio.gather(walking, holding, return_exceptions=True)

    async def _keep_lease(self, run: Run) -> None:
        """Ends when the lease is lost; until then it is extended, beat by beat."""
        loop = asyncio.get_running_loop()
        beat_s = self._lease.total_seconds() / 4
        held_until = loop.time() + self._lease.total_seconds()
        while loop.time() + beat_s < held_until:
            await asyncio.sleep(beat_s)
            asked_at = loop.time()
            try:
                async with self._ports.store.write() as session:
                    now = await self._ports.store.now(session)
                    if not await extend_lease(session, run, now, self._lease):
                        return
            except (StoreError, DBAPIError) as err:
                _LOG.warning("the lease of run %s was not extended: %s", run.thread_id, err)
            else:
                held_until = asked_at + self._lease.total_seconds()

    async def _walk(self, run: Run, observe: Observer) -> None:
        graph, config = self._graphs[run.graph], run_config(run.thread_id)
        try_due = True
        while True:
            snapshot = await read_state(graph, config)
            if not snapshot.created_at:
                step: Any = run.input
            elif not snapshot.tasks:
                await self._park(run, status="done")
                return
            elif questions := open_questions(snapshot):
                known = await find_answers(run.thread_id, questions, self._ports, try_due=try_due)
                try_due = False  # once: what did not settle is looked at again later
                if not known.answers:
                    await self._park(
                        run, status="waiting", tokens=known.open, wake=known.look_again
                    )
                    return
                step = Command(resume=known.answers)
            else:
                step = None  # killed between two nodes, or failed in one: go on
            async for event in stream_steps(graph, step, config, self._ports):
                observe(NodeEvent(**event))

    async def _claim(self, thread_id: str) -> Run:
        async with self._ports.store.write() as session:
            now = await self._ports.store.now(session)
            run = await claim_run(session, thread_id, now, self._lease, failed=True)
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


def _first_line(err: Exception) -> str:
    return (str(err).splitlines() or [""])[0]


def _no_such_run(thread_id: str) -> InputError:
    return InputError(
        f"there is no run {thread_id!r}.",
        field="thread_id",
        fix="List them with: pressroom runs list",
    )
