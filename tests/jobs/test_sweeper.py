"""The sweeper: what a dead process left is finished, by whoever comes by."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest

from pressroom.jobs.sweeper import SweepReport, work
from tests.newsroom import ALL, VISIBLE, Newsroom, a_brief, a_picture


def after(passes: int) -> Callable[[], bool]:
    """Says stop once it was asked so many times."""
    asked = iter(range(passes + 1))
    return lambda: next(asked) >= passes


async def test_what_a_dead_process_left_is_finished(newsroom: Newsroom) -> None:
    """One run never started, one parked in doubt, one waiting for its time: all end well."""
    at = newsroom.clock.now() + timedelta(minutes=30)
    later = a_brief(title="Later", message="Later we sing.", publish_now=False, publish_at=at)
    newsroom.fault("facebook", VISIBLE["facebook"], "drop_after")
    async with newsroom.open() as room:
        threads = [
            (await room.content.run(a_brief())).thread_id,
            (await room.content.run(later)).thread_id,
            await room.content.accept(a_brief(title="Never begun", message="A word on parking.")),
        ]

    newsroom.pass_time(timedelta(minutes=31))
    async with newsroom.open() as another:
        await newsroom.settle(another)
        results = [await another.content.result(thread) for thread in threads]

    assert [result.status for result in results] == ["done"] * 3
    assert newsroom.live_on() == sorted(ALL * 3)


async def test_sweeping_with_nothing_to_do_does_nothing(newsroom: Newsroom) -> None:
    """It happens every two seconds, for years."""
    async with newsroom.open() as room:
        await room.content.run(a_brief(platforms=("x",)))
        sent = len(newsroom.requests())
        report = await room.sweep()

    assert report == SweepReport()
    assert len(newsroom.requests()) == sent


async def test_work_sends_what_becomes_due_until_it_is_told_to_stop(newsroom: Newsroom) -> None:
    """The worker is a loop over one pass, on the clock that it is given."""
    at = newsroom.clock.now() + timedelta(seconds=3)
    reports: list[SweepReport] = []
    async with newsroom.open() as room:
        brief = a_brief(publish_now=False, publish_at=at, platforms=("x",))
        await room.content.run(brief)
        await work(
            room.ports,
            room.driver,
            every=timedelta(seconds=2),
            stopping=after(3),
            report=reports.append,
        )

    assert [len(report.effects) for report in reports] == [0, 0, 1]
    assert newsroom.live_on() == ["x"]


async def test_work_reads_figures_too(newsroom: Newsroom) -> None:
    """Tracking needs no worker of its own."""
    reports: list[SweepReport] = []
    async with newsroom.open() as room:
        await room.content.run(a_brief(platforms=("x",)))
        newsroom.pass_time(timedelta(hours=1))
        await work(room.ports, room.driver, stopping=after(1), report=reports.append)

    assert [report.insights for report in reports] == [1]


async def test_work_outlives_a_database_that_is_away(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """A restart of the database at night must not end the worker."""
    file = newsroom.home / "pressroom.db"
    renames = iter(("effects RENAME TO away", "away RENAME TO effects"))
    reports: list[SweepReport] = []

    def stopping() -> bool:
        rename = next(renames, None)
        if rename is not None:
            with sqlite3.connect(file) as connection:
                connection.execute(f"ALTER TABLE {rename}")
        return len(reports) == 1

    async with newsroom.open() as room:
        await room.content.accept(a_brief(platforms=("x",)))
        await work(room.ports, room.driver, stopping=stopping, report=reports.append)

    assert "cannot be used now" in caplog.text
    assert newsroom.live_on() == ["x"]


async def test_a_run_that_cannot_go_on_is_told_apart_with_its_reason(newsroom: Newsroom) -> None:
    """An operator who reads that a run went on looks no further."""
    picture = a_picture(newsroom.home / "stalls.png")
    async with newsroom.open() as room:
        thread = await room.content.accept(a_brief(platforms=("x",), media=(picture,)))
        picture.unlink()
        report = await room.sweep()

    assert report.runs == ()
    assert len(report.stuck) == 1
    assert report.stuck[0].startswith(f"{thread}: ")
    assert "stalls.png" in report.stuck[0]
