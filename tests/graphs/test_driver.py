"""Runs that outlive a process: one driver at a time, and nothing is left `running` for ever."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from langgraph.graph import END, START, StateGraph

from pressroom import Pressroom
from pressroom.domain.run import Run
from pressroom.errors import BriefError, InputError, StoreError
from pressroom.graphs._langgraph import DirectSqliteSaver, open_checkpoints
from pressroom.graphs.driver import Driver, Held, NodeEvent
from pressroom.storage.runs import claim_run
from pressroom.tools.ports import Ports
from tests.newsroom import Newsroom, a_brief


@dataclass(frozen=True)
class Note:
    """A state with one word."""

    word: str = ""


class Brittle(DirectSqliteSaver):
    """A checkpoint file that refuses one write, as a full disk or a kill would."""

    def __init__(self, saver: DirectSqliteSaver, fails_at: int) -> None:
        super().__init__(saver.conn, serde=saver.serde)
        self.left = fails_at

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise sqlite3.OperationalError("database or disk is full")

    def put(self, *args: Any, **kwargs: Any) -> Any:
        """Store a checkpoint, or fail."""
        self._count()
        return super().put(*args, **kwargs)

    def put_writes(self, *args: Any, **kwargs: Any) -> None:
        """Store what a node returned, or fail."""
        self._count()
        super().put_writes(*args, **kwargs)


class Desk:
    """A graph of two nodes whose second does what the test says."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.entered = asyncio.Event()
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.firsts = 0
        self.lasts = 0

    async def first(self, _state: Note) -> dict[str, str]:
        """Count, and go on."""
        self.firsts += 1
        return {"word": "first"}

    async def last(self, _state: Note) -> dict[str, str]:
        """Wait for the test, fail if it says so, and count."""
        self.entered.set()
        await self.go_on.wait()
        if self.error is not None:
            raise self.error
        self.lasts += 1
        return {"word": "last"}

    @asynccontextmanager
    async def driver(
        self,
        room: Pressroom,
        file: Path,
        *,
        lease: timedelta = timedelta(seconds=30),
        fails_at: int = 0,
    ) -> AsyncIterator[Driver]:
        """A driver of this graph, with a checkpoint connection of its own."""
        graph: StateGraph[Note, Ports, Note, Note] = StateGraph(Note, context_schema=Ports)
        graph.add_node("first", self.first)
        graph.add_node("last", self.last)
        graph.add_edge(START, "first")
        graph.add_edge("first", "last")
        graph.add_edge("last", END)
        with open_checkpoints(file) as saver:
            used = Brittle(saver, fails_at) if fails_at else saver
            yield Driver({"desk": graph.compile(checkpointer=used)}, room.ports, lease=lease)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def file(newsroom: Newsroom) -> Path:
    return newsroom.home / "desk.db"


async def test_a_run_that_fails_says_why_and_goes_on_once_mended(
    newsroom: Newsroom, desk: Desk, file: Path
) -> None:
    """What was finished before is not done again."""
    async with newsroom.open() as room, desk.driver(room, file) as driver:
        await driver.accept("desk", "t", {})
        desk.error = BriefError("the file is gone.", field="media", fix="Put it back.")
        with pytest.raises(BriefError):
            await driver.advance("t")
        failed = await driver.find("t")
        desk.error = None
        mended = await driver.advance("t")

    assert (failed.status, failed.error) == ("failed", "the file is gone. Put it back.")
    assert (mended.status, mended.error) == ("done", "")
    assert (desk.firsts, desk.lasts) == (1, 1)


async def test_a_bug_leaves_no_run_running(newsroom: Newsroom, desk: Desk, file: Path) -> None:
    """It is raised for whoever looks, and recorded for whoever comes later, in one line."""
    async with newsroom.open() as room, desk.driver(room, file) as driver:
        await driver.accept("desk", "t", {})
        desk.error = ZeroDivisionError("by nothing\nat all")
        with pytest.raises(ZeroDivisionError):
            await driver.advance("t")
        failed = await driver.find("t")

    assert failed.status == "failed"
    assert failed.error == "unexpected ZeroDivisionError: by nothing"
    assert failed.lease_until is None


async def test_a_store_in_trouble_only_pauses_a_run(
    newsroom: Newsroom, desk: Desk, file: Path
) -> None:
    """A full disk for a minute must not need a person for every run."""
    async with newsroom.open() as room, desk.driver(room, file) as driver:
        await driver.accept("desk", "t", {})
        desk.error = StoreError("the disk is full.", fix="Make room.")
        with pytest.raises(StoreError):
            await driver.advance("t")
        paused = await driver.find("t")
        desk.error = None
        newsroom.pass_time(timedelta(minutes=1))
        [woken] = await driver.wake([])

    assert (paused.status, paused.error) == ("waiting", "the disk is full. Make room.")
    assert woken.status == "done"


async def test_a_checkpoint_that_was_not_written_loses_no_step(
    newsroom: Newsroom, desk: Desk, file: Path
) -> None:
    """What a node returned may be on disk and the checkpoint after it not: it is not the end."""
    failures = 0
    async with newsroom.open() as room:
        for write in range(1, 20):
            thread = f"t{write}"
            async with desk.driver(room, file, fails_at=write) as brittle:
                await brittle.accept("desk", thread, {})
                try:
                    await brittle.advance(thread)
                except StoreError:
                    failures += 1
            async with desk.driver(room, file) as sound:
                run = await sound.advance(thread)
                assert run.status == "done"
                assert (await sound.values(run))["word"] == "last", f"write {write} failed"

    assert 5 < failures < 19, "every write of a run was refused once, and some run had none left"


async def test_one_broken_run_does_not_stop_the_others(
    newsroom: Newsroom, desk: Desk, file: Path
) -> None:
    """The sweeper drives many; a bug in one is that one's."""
    async with newsroom.open() as room, desk.driver(room, file) as driver:
        desk.error = ZeroDivisionError("a bug")
        await driver.accept("desk", "broken", {})
        await room.content.accept(a_brief(platforms=("x",)), thread_id="well")
        both = Driver({**driver._graphs, **room.driver._graphs}, room.ports)
        driven = {run.thread_id: run.status for run in await both.wake([])}

    assert driven == {"broken": "failed", "well": "done"}


async def test_two_that_resume_one_run_at_once(newsroom: Newsroom, desk: Desk, file: Path) -> None:
    """One holds it; the other is told, and changes nothing."""
    async with (
        newsroom.open() as room,
        newsroom.open() as other,
        desk.driver(room, file) as one,
        desk.driver(other, file) as two,
    ):
        await one.accept("desk", "t", {})
        desk.go_on.clear()
        holding = asyncio.create_task(one.advance("t"))
        await desk.entered.wait()
        with pytest.raises(Held, match="another process"):
            await two.advance("t")
        desk.go_on.set()
        run = await holding
        again = await two.advance("t")

    assert run.status == again.status == "done"
    assert (desk.firsts, desk.lasts) == (1, 1)


async def test_a_dead_process_is_followed_by_another(
    newsroom: Newsroom, desk: Desk, file: Path
) -> None:
    """Its lease runs out; whoever finds the run goes on where it stood."""
    async with (
        newsroom.open() as room,
        newsroom.open() as other,
        desk.driver(room, file) as one,
        desk.driver(other, file) as two,
    ):
        await one.accept("desk", "t", {})
        desk.go_on.clear()
        stalled = asyncio.create_task(one.advance("t"))
        await desk.entered.wait()
        newsroom.pass_time(timedelta(seconds=31))
        desk.go_on.set()
        run = await two.advance("t")
        await asyncio.gather(stalled, return_exceptions=True)
        after = await two.find("t")

    assert run.status == after.status == "done"
    assert desk.firsts == 1


async def test_who_lost_the_lease_stops_working(newsroom: Newsroom, desk: Desk, file: Path) -> None:
    """A process that was frozen for long must not work beside the one that took over."""
    short = timedelta(milliseconds=400)
    async with newsroom.open() as room, desk.driver(room, file, lease=short) as driver:
        await driver.accept("desk", "t", {})
        desk.go_on.clear()
        frozen = asyncio.create_task(driver.advance("t"))
        await desk.entered.wait()
        taken_over = None
        while taken_over is None:
            newsroom.pass_time(timedelta(seconds=1))
            taken_over = await claim(room)
        with pytest.raises(Held, match="taken over"):
            await frozen
        run = await driver.find("t")

    assert (run.status, run.fence) == ("running", taken_over.fence)
    assert desk.lasts == 0


async def claim(room: Pressroom) -> Run | None:
    """The run, held by somebody else from now on; None while its driver still holds it."""
    async with room.ports.store.write() as session:
        now = await room.ports.store.now(session)
        return await claim_run(session, "t", now, timedelta(minutes=1))


async def test_a_cancelled_run_is_due_at_once(newsroom: Newsroom, desk: Desk, file: Path) -> None:
    """Ctrl-C interrupts and does not fail: the next driver goes on."""
    async with newsroom.open() as room, desk.driver(room, file) as driver:
        await driver.accept("desk", "t", {})
        desk.go_on.clear()
        task = asyncio.create_task(driver.advance("t"))
        await desk.entered.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        interrupted = await driver.find("t")
        desk.go_on.set()
        run = await driver.advance("t")

    assert interrupted.status == "accepted"
    assert run.status == "done"
    assert desk.firsts == 1


async def test_who_stops_watching_interrupts_the_run(newsroom: Newsroom) -> None:
    """A host's client goes away mid-stream: nothing hangs, and the run can go on."""
    async with newsroom.open() as room:
        thread = await room.content.accept(a_brief(platforms=("x",)))
        stream = room.content.stream(thread)
        first = await anext(stream)
        await stream.aclose()
        [run] = await room.runs()
        result = await room.content.resume(thread)

    assert first == NodeEvent(node="gather_trends", status="started")
    assert run.status == "accepted"
    assert result.status == "done"


async def test_an_unknown_run_or_graph_is_refused(newsroom: Newsroom) -> None:
    """A mistyped id gets one line with the fix."""
    async with newsroom.open() as room:
        for call in (room.content.resume("nowhere"), room.content.result("nowhere")):
            with pytest.raises(InputError, match="no run 'nowhere'") as refusal:
                await call
            assert refusal.value.fix
        with pytest.raises(InputError, match="no graph"):
            await room.driver.accept("crossword", "t", {})


async def test_an_accepted_run_that_nobody_drove_is_driven_by_the_sweeper(
    newsroom: Newsroom,
) -> None:
    """The process died between the answer to the host and the first node."""
    async with newsroom.open() as room:
        thread = await room.content.accept(a_brief(platforms=("x",)))
    async with newsroom.open() as another:
        report = await another.sweep()
        result: Any = await another.content.result(thread)

    assert report.runs == (thread,)
    assert result.status == "done"
    assert newsroom.live_on() == ["x"]
