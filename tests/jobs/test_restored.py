"""A database that was restored from an older copy: what went out since must not go out again."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pressroom import Pressroom
from pressroom.errors import DatabaseRestored
from pressroom.storage.store import Store
from pressroom.storage.tables import metadata
from pressroom.storage.upgrade import downgrade
from pressroom.tools.publish import PublishInput
from tests.newsroom import ALL, Newsroom, a_brief, a_picture

Copy = dict[str, list[dict[str, Any]]]
HOUR = timedelta(hours=1)


async def copy_of(store: Store) -> Copy:
    """Every row of every table, as a dump has them."""
    async with store.read() as session:
        return {
            table.name: [dict(row) for row in (await session.execute(sa.select(table))).mappings()]
            for table in metadata().sorted_tables
        }


async def restore(store: Store, copy: Copy) -> None:
    """The database as it was when *copy* was made."""
    async with store.write() as session:
        for table in reversed(metadata().sorted_tables):
            await session.execute(table.delete())
        for table in metadata().sorted_tables:
            if copy[table.name]:
                await session.execute(table.insert(), copy[table.name])


@pytest.fixture
async def room(newsroom: Newsroom, store: Store) -> AsyncIterator[Pressroom]:
    """A pressroom on each kind of database in turn."""
    url = store.url.render_as_string(hide_password=False)
    async with newsroom.open(database_url=url) as opened:
        yield opened


@pytest.fixture
async def market(newsroom: Newsroom) -> AsyncIterator[Pressroom]:
    """A pressroom on a file: what differs between databases is tested by the first tests."""
    async with newsroom.open() as opened:
        yield opened


async def waiting_posts(newsroom: Newsroom, room: Pressroom) -> str:
    """The thread of a run whose posts, on all platforms, wait for their time in an hour."""
    assert newsroom.clock is not None
    at = newsroom.clock.now() + HOUR
    result = await room.content.run(a_brief(publish_now=False, publish_at=at))
    return result.thread_id


async def test_what_went_out_since_the_copy_is_found_and_not_sent_again(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """Its rows say `ready`: without this, the first sweep after a restore posts it all twice."""
    thread = await waiting_posts(newsroom, room)
    copy = await copy_of(room.ports.store)
    newsroom.pass_time(HOUR)
    await room.sweep()
    assert newsroom.live_on() == sorted(ALL)

    await restore(room.ports.store, copy)
    with pytest.raises(DatabaseRestored, match="pressroom db restored"):
        await room.sweep()
    newsroom.pass_time(timedelta(minutes=5))
    doubted = await room.accept_copy()
    await newsroom.settle(room)

    assert len(doubted) == 3
    assert newsroom.live_on() == sorted(ALL)
    assert {effect.status for effect in await room.effects()} == {"sent"}
    assert (await room.content.result(thread)).status == "done"


async def test_what_did_not_go_out_is_sent_once(newsroom: Newsroom, market: Pressroom) -> None:
    """Doubt must not become silence: reading shows that it is not there, and it goes out."""
    await waiting_posts(newsroom, market)
    copy = await copy_of(market.ports.store)
    await market.publish(PublishInput(platform="x", text="Doors open at five."))
    newsroom.pass_time(HOUR)

    await restore(market.ports.store, copy)
    await market.accept_copy()
    await newsroom.settle(market)

    assert newsroom.live_on() == sorted([*ALL, "x"])
    assert {effect.status for effect in await market.effects()} == {"sent"}


async def test_what_was_planned_after_the_copy_is_looked_for_when_it_is_planned_again(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """The calendar is run again after the restore, and the ledger has forgotten that it was."""
    first = PublishInput(platform="x", text="Opening day, and a queue to the bridge.")
    await room.publish(first)
    copy = await copy_of(room.ports.store)
    posts = [PublishInput(platform="x", text="Stall 12 has the soup."), *_pictured(newsroom)]
    for post in posts:
        assert (await room.publish(post)).is_live

    await restore(room.ports.store, copy)
    await room.accept_copy()
    newsroom.pass_time(timedelta(minutes=5))
    again = [await room.publish(post) for post in posts]
    await newsroom.settle(room)

    assert [result.status for result in again] == ["unknown"] * 3
    assert newsroom.live_on() == ["facebook", "instagram", "x", "x"]


def _pictured(newsroom: Newsroom) -> list[PublishInput]:
    picture = {"path": a_picture(newsroom.home / "soup.png"), "alt_text": "A bowl of soup"}
    return [
        PublishInput.model_validate({"platform": platform, "text": "Soup!", "media": [picture]})
        for platform in ("facebook", "instagram")
    ]


async def test_nothing_is_sent_from_an_older_copy_by_any_machine(
    newsroom: Newsroom, room: Pressroom, tmp_path: Path
) -> None:
    """The machine that noticed writes it down, for those that have seen less."""
    await waiting_posts(newsroom, room)
    copy = await copy_of(room.ports.store)
    newsroom.pass_time(HOUR)
    await room.sweep()
    await restore(room.ports.store, copy)
    with pytest.raises(DatabaseRestored):
        await room.publish(PublishInput(platform="x", text="Doors open at five."))

    url, elsewhere = room.settings.database_url, tmp_path / "elsewhere"
    async with newsroom.open(database_url=url, home=elsewhere) as other:
        with pytest.raises(DatabaseRestored):
            await other.sweep()
        await other.accept_copy()
        await other.sweep()
    await room.sweep()  # what a person said there counts here as well

    assert newsroom.live_on() == sorted(ALL)


async def test_an_operator_who_does_it_twice_does_no_harm(
    newsroom: Newsroom, market: Pressroom
) -> None:
    """Also where nothing was restored at all: what waits for its time goes on waiting."""
    await waiting_posts(newsroom, market)

    assert await market.accept_copy() == []
    assert await market.accept_copy() == []
    newsroom.pass_time(HOUR)
    await newsroom.settle(market)

    assert newsroom.live_on() == sorted(ALL)


async def test_a_post_that_waits_for_a_person_is_read_before_it_is_tried_again(
    newsroom: Newsroom, market: Pressroom
) -> None:
    """In the copy nobody had released it yet; since then somebody had."""
    assert newsroom.clock is not None
    late = newsroom.clock.now() + HOUR
    await market.publish(PublishInput(platform="x", text="Late news.", publish_at=late))
    newsroom.pass_time(timedelta(hours=9))
    await market.sweep()
    (held,) = await market.effects(status="review")
    copy = await copy_of(market.ports.store)
    await market.ports.ledger.ask_again(held.key)
    await newsroom.settle(market)
    assert newsroom.live_on() == ["x"]

    await restore(market.ports.store, copy)
    await market.accept_copy()
    await market.ports.ledger.ask_again(held.key)
    await newsroom.settle(market)

    assert newsroom.live_on() == ["x"]


async def test_a_file_copied_back_is_noticed_when_it_is_opened(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """The usual way on one machine; reading still works, so that people can look."""
    file = newsroom.home / "pressroom.db"
    async with newsroom.open() as room:
        await waiting_posts(newsroom, room)
    shutil.copy(file, newsroom.home / "copy.db")
    newsroom.pass_time(HOUR)
    async with newsroom.open() as room:
        await room.sweep()
    shutil.copy(newsroom.home / "copy.db", file)

    async with newsroom.open() as room:
        assert "older copy" in caplog.text
        assert len(await room.effects(status="ready")) == 3
        with pytest.raises(DatabaseRestored):
            await room.sweep()
        assert newsroom.live_on() == sorted(ALL)


async def test_a_copy_from_before_there_was_a_history_is_noticed_too(newsroom: Newsroom) -> None:
    """The first backups that people restore are those of the version before this one."""
    file = newsroom.home / "pressroom.db"
    async with newsroom.open() as room:
        await waiting_posts(newsroom, room)
        await downgrade(room.ports.store, "0001")
    (newsroom.home / "high-water.db").unlink()  # the older version kept none
    shutil.copy(file, newsroom.home / "copy.db")
    newsroom.pass_time(HOUR)
    async with newsroom.open() as room:
        await room.sweep()
    shutil.copy(newsroom.home / "copy.db", file)

    async with newsroom.open() as room:
        with pytest.raises(DatabaseRestored):
            await room.sweep()
        await room.accept_copy()
        await newsroom.settle(room)

    assert newsroom.live_on() == sorted(ALL)


async def test_a_new_database_in_the_place_of_an_old_one_is_no_copy(newsroom: Newsroom) -> None:
    """Somebody who starts afresh has nothing that could go out twice."""
    async with newsroom.open() as room:
        await room.publish(PublishInput(platform="x", text="Before."))
    (newsroom.home / "pressroom.db").unlink()

    async with newsroom.open() as room:
        await room.sweep()
        result = await room.publish(PublishInput(platform="x", text="After."))

    assert result.is_live
