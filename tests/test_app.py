"""The public face: opened from settings, closed without a trace, and clear about what is wrong."""

import asyncio
import logging
import os
import resource
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pressroom import Pressroom
from pressroom.errors import InputError, PressroomError, SchemaBehind, SettingsError, StoreError
from pressroom.graphs.driver import LEASE
from tests.newsroom import MESSAGE, Newsroom, a_brief


async def test_two_pressrooms_live_side_by_side(newsroom: Newsroom, tmp_path: Path) -> None:
    """An agency serves two brands in one process; nothing of one is seen by the other."""
    second_home = tmp_path / "second"
    second_home.mkdir()
    (second_home / "brand.yaml").write_text("name: Quay Bakery\n", encoding="utf-8")
    second = {"home": second_home, "brand_file": second_home / "brand.yaml"}
    async with newsroom.open() as market, newsroom.open(**second) as bakery:
        await asyncio.gather(
            market.content.run(a_brief(platforms=("facebook",))),
            bakery.content.run(a_brief(platforms=("x",), message="Bread at seven.")),
        )
        brands = [room.ports.brand.name for room in (market, bakery)]
        posts = [[post.content for post in await room.posts()] for room in (market, bakery)]

    assert brands == ["Harbour Lane Market", "Quay Bakery"]
    assert posts == [[MESSAGE], ["Bread at seven."]]


async def test_a_host_is_left_as_it_was(newsroom: Newsroom) -> None:
    """No logging is set up, no variable set, no folder changed, no task left behind."""
    root = logging.getLogger()
    before = (list(root.handlers), root.level, dict(os.environ), Path.cwd())
    tasks = asyncio.all_tasks()
    async with newsroom.open(gemini=newsroom.gemini) as room:
        await room.content.run(a_brief(platforms=("x",)))

    assert (list(root.handlers), root.level, dict(os.environ), Path.cwd()) == before
    assert asyncio.all_tasks() == tasks


async def test_records_are_there_for_the_next_process(newsroom: Newsroom) -> None:
    """What one command made, the next one lists."""
    async with newsroom.open() as room:
        result = await room.content.run(a_brief(platforms=("x",)))
    async with newsroom.open() as another:
        [post], [run], [effect] = (
            await another.posts(),
            await another.runs(),
            await another.effects(status="sent"),
        )

    assert post == result.post
    assert run.thread_id == effect.run_id == result.thread_id


async def test_an_unknown_post_is_refused(newsroom: Newsroom) -> None:
    """One line with the command that lists them."""
    async with newsroom.open() as room:
        with pytest.raises(InputError, match="no post 'nothing'"):
            await room.post("nothing")


async def test_a_missing_brand_file_leaves_nothing_behind(newsroom: Newsroom) -> None:
    """The first command in an empty folder must not make half a pressroom."""
    home = newsroom.home / "new"
    refusal = await refused(newsroom, home=home, brand_file=home / "brand.yaml")

    assert isinstance(refusal, SettingsError)
    assert refusal.field == "brand_file"
    assert not home.exists()


async def test_a_folder_that_cannot_be_made_is_named(newsroom: Newsroom) -> None:
    """A file in its place, or a file system that takes no folders."""
    blocked = newsroom.home / "file"
    blocked.write_text("")
    for home in (blocked / "home", Path("/proc/pressroom")):
        refusal = await refused(newsroom, home=home)
        assert isinstance(refusal, SettingsError)
        assert str(home) in str(refusal)


async def test_a_checkpoint_file_that_cannot_be_used_is_named(newsroom: Newsroom) -> None:
    """SQLite's own words say neither which file nor what to do."""
    folder = newsroom.home / "folder.db"
    folder.mkdir()
    garbage = newsroom.home / "garbage.db"
    garbage.write_bytes(b"no database at all" * 100)
    for file in (folder, garbage):
        refusal = await refused(newsroom, checkpoints=file)
        assert isinstance(refusal, StoreError)
        assert "checkpoint" in str(refusal)


async def test_a_file_that_is_no_database_is_named(newsroom: Newsroom) -> None:
    """Somebody's notes in the place of the store are not overwritten."""
    notes = newsroom.home / "notes.txt"
    notes.write_text("my notes " * 200)
    refusal = await refused(newsroom, database_url=f"sqlite:///{notes}")

    assert isinstance(refusal, StoreError)
    assert notes.read_text() == "my notes " * 200


async def test_a_schema_that_is_behind_or_ahead_is_refused(newsroom: Newsroom) -> None:
    """An older one names the command; a newer one must not be written to."""
    with pytest.raises(SchemaBehind, match="db upgrade"):
        async with Pressroom.open(newsroom.settings(), create=False):
            pass
    async with newsroom.open():
        pass
    with sqlite3.connect(newsroom.home / "pressroom.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'of-tomorrow'")
    refusal = await refused(newsroom)

    assert isinstance(refusal, SchemaBehind)
    assert "newer" in str(refusal)


@pytest.mark.parametrize("room_left_kb", [0, 130, 200, 300])
async def test_a_full_disk_stops_a_run_and_loses_nothing(
    newsroom: Newsroom, room_left_kb: int
) -> None:
    """One clear line; once there is room again, the run goes on and publishes once."""
    async with newsroom.open() as room:
        thread = await room.content.accept(a_brief(platforms=("x",)))
        with full_disk(newsroom.home, room_left_kb), pytest.raises(StoreError) as refusal:
            await _work_until_it_is_full(room, thread)
        newsroom.pass_time(LEASE + timedelta(seconds=1))
        await newsroom.settle(room)
        result = await room.content.resume(thread)

    assert refusal.value.fix
    assert "\n" not in str(refusal.value)
    assert result.status == "done"
    assert newsroom.live_on() == ["x"]


async def refused(newsroom: Newsroom, **changes: Any) -> PressroomError:
    """Why a pressroom with these settings cannot be used: one line, with a fix."""
    with pytest.raises(PressroomError) as refusal:
        async with newsroom.open(**changes) as room:
            await room.content.result("any")  # graphs are opened when they are first asked for
    assert refusal.value.fix
    assert "\n" not in str(refusal.value)
    return refusal.value


async def test_records_are_read_without_langgraph() -> None:
    """Its import takes seconds, which `posts list` has no use for."""
    script = (
        "import sys, pressroom.app; from pressroom import Pressroom, Settings, PublishInput;"
        "assert not {'langgraph', 'langchain_core', 'google'} & set(sys.modules), sys.modules"
    )

    done = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )

    assert await done.wait() == 0


async def _work_until_it_is_full(room: Pressroom, thread: str) -> None:
    await room.content.resume(thread)
    for _ in range(30):
        await room.content.run(a_brief(), review=True)


@contextmanager
def full_disk(folder: Path, room_left_kb: int) -> Iterator[None]:
    """No file of this process grows beyond the largest in *folder*, and a bit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room_left_kb * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
