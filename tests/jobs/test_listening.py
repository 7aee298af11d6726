"""Listening: woken by what comes in, ended when told, and patient with a database that is away."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from pressroom.jobs.listening import Bell, listen
from pressroom.settings import ListeningSettings
from pressroom.storage.inbox import put_in
from pressroom.tools.backfill import BackfillReport
from pressroom.tools.receive import ReceiveReport
from tests.comments import a_comment, told
from tests.listening import listening_at
from tests.newsroom import Newsroom

LONG = timedelta(hours=1)
NEVER = ListeningSettings(poll_minutes=0, full_hours=0)


async def test_the_bell_wakes_the_worker(newsroom: Newsroom) -> None:
    """A comment must not wait for the next look at the clock."""
    async with listening_at(newsroom) as here:
        bell, worked_off = Bell(), asyncio.Event()
        first_pass = asyncio.Event()

        def received(report: ReceiveReport) -> None:
            first_pass.set()
            if report.heard.new:
                worked_off.set()

        working = asyncio.create_task(
            listen(here.room.ports, NEVER, bell, received=received, every=LONG)
        )
        await asyncio.wait_for(first_pass.wait(), 20)
        await here.room.ports.store.transact(lambda session: put_in(session, [told(a_comment())]))
        bell.ring()
        await asyncio.wait_for(worked_off.wait(), 20)
        bell.stop()
        await asyncio.wait_for(working, 20)

        assert len(await here.known()) == 1


async def test_what_the_platforms_show_when_asked_is_worked_off(newsroom: Newsroom) -> None:
    """Asking and working off go on beside each other; the one wakes the other."""
    async with listening_at(newsroom) as here:
        elsewhere = await here.post("x", author_id="6000002")
        await here.say("what do you think?", "x", post_id=elsewhere)
        bell, done = Bell(), asyncio.Event()
        asked: list[BackfillReport] = []

        def received(report: ReceiveReport) -> None:
            if report.heard.new:
                done.set()

        working = asyncio.create_task(
            listen(
                here.room.ports,
                ListeningSettings(),
                bell,
                received=received,
                asked=asked.append,
                every=LONG,
            )
        )
        await asyncio.wait_for(done.wait(), 20)
        bell.stop()
        await asyncio.wait_for(working, 20)

    assert [report.news for report in asked] == [1]


async def test_told_to_stop_it_stops_at_once(newsroom: Newsroom) -> None:
    """Whatever it waits for."""
    async with listening_at(newsroom) as here:
        bell = Bell()
        bell.stop()

        await asyncio.wait_for(listen(here.room.ports, NEVER, bell, every=LONG), 5)


async def test_a_database_that_is_away_is_waited_for(newsroom: Newsroom) -> None:
    """A worker that gives up at night is missed in the morning."""
    async with listening_at(newsroom) as here:
        async with here.room.ports.store.write() as session:
            await session.execute(sa.text("ALTER TABLE inbox RENAME TO gone"))
        bell = Bell()
        working = asyncio.create_task(listen(here.room.ports, NEVER, bell))
        await asyncio.wait({working}, timeout=0.5)
        still_there = not working.done()
        async with here.room.ports.store.write() as session:
            await session.execute(sa.text("ALTER TABLE gone RENAME TO inbox"))
        bell.stop()
        await asyncio.wait_for(working, 20)

    assert still_there
