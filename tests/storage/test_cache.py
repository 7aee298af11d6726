"""Caches keep plain values for a while, and losing them costs time and nothing else."""

import json
import logging
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.ports import Cache
from pressroom.errors import StoreError
from pressroom.storage.cache import DiskCache, MemoryCache
from pressroom.storage.disk import DiskFolder

HOUR = timedelta(hours=1)


@pytest.fixture(params=["memory", "disk"])
async def cache(
    request: pytest.FixtureRequest, clock: ManualClock, tmp_path: Path
) -> AsyncIterator[Cache]:
    """Each implementation in turn."""
    if request.param == "memory":
        yield MemoryCache(clock)
        return
    disk = DiskCache(tmp_path / "cache", clock=clock)
    yield disk
    await disk.close()


async def test_a_value_comes_back(cache: Cache) -> None:
    """Answers of the model are plain JSON of any depth, in any language."""
    value = {"text": "🚨 𝔘", "list": [1, 2.5, None, {"deep": True}], "half": "\ud83d"}

    await cache.put("key 🔑", value, HOUR)

    assert await cache.get("key 🔑") == value
    assert await cache.get("another key") is None


async def test_a_value_is_gone_when_its_time_is_up(cache: Cache, clock: ManualClock) -> None:
    """Engagement is cached for minutes: an older figure would be taken for the present."""
    await cache.put("key", 1, HOUR)

    clock.advance(HOUR - timedelta(milliseconds=1))
    before = await cache.get("key")
    clock.advance(timedelta(milliseconds=1))

    assert before == 1
    assert await cache.get("key") is None


async def test_the_last_value_counts(cache: Cache, clock: ManualClock) -> None:
    """Putting again replaces the value and starts its time anew."""
    await cache.put("key", "old", HOUR)
    clock.advance(HOUR / 2)
    await cache.put("key", "new", HOUR)
    clock.advance(HOUR - timedelta(seconds=1))

    assert await cache.get("key") == "new"


async def test_what_was_put_cannot_be_changed_from_outside(cache: Cache) -> None:
    """A node that edits the answer it got must not edit the next node's."""
    value = {"tags": ["sea"]}
    await cache.put("key", value, HOUR)
    value["tags"].append("changed")
    (await cache.get("key"))["tags"].append("changed too")  # type: ignore[index]

    assert await cache.get("key") == {"tags": ["sea"]}


async def test_only_plain_json_is_taken(cache: Cache) -> None:
    """Objects would need pickle, which runs what it reads."""
    with pytest.raises(TypeError):
        await cache.put("key", object(), HOUR)


async def test_a_memory_cache_forgets_what_was_used_longest_ago(clock: ManualClock) -> None:
    """A service that runs for months must not fill the memory."""
    cache = MemoryCache(clock, max_entries=2)
    await cache.put("a", 1, HOUR)
    await cache.put("b", 2, HOUR)
    await cache.get("a")
    await cache.put("c", 3, HOUR)

    assert [await cache.get(key) for key in "abc"] == [1, None, 3]


async def test_values_outlive_the_process(clock: ManualClock, tmp_path: Path) -> None:
    """The point of a disk: the second run of a command asks the model nothing."""
    first = DiskCache(tmp_path / "cache", clock=clock)
    await first.put("key", 1, HOUR)
    await first.close()

    second = DiskCache(tmp_path / "cache", clock=clock)

    assert await second.get("key") == 1
    await second.close()


async def test_nobody_else_can_read_the_folder(clock: ManualClock, tmp_path: Path) -> None:
    """Answers hold what customers wrote; a folder that was open before is closed."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o755)
    cache = DiskCache(folder, clock=clock)

    await cache.put("key", 1, HOUR)

    assert folder.stat().st_mode & 0o777 == 0o700
    await cache.close()


@pytest.mark.parametrize("column", ["value", "key"])
async def test_nothing_on_disk_can_run(clock: ManualClock, tmp_path: Path, column: str) -> None:
    """A pickle that somebody hid in the folder must stay bytes (CVE-2025-69872)."""
    cache = DiskCache(tmp_path / "cache", clock=clock)
    await cache.put("key", 1, HOUR)
    await cache.close()
    trap = b"cos\nsystem\n(S'touch " + str(tmp_path / "owned").encode() + b"'\ntR."
    with sqlite3.connect(tmp_path / "cache" / "cache.db") as db:
        mark = "mode = 4" if column == "value" else "raw = 0"
        db.execute(f"UPDATE Cache SET {column} = ?, {mark}", (trap,))  # noqa: S608
    db.close()

    folder = DiskFolder(tmp_path / "cache")
    assert await cache.get("key") is None
    with pytest.raises(ValueError, match="not JSON"):
        await folder.do(lambda disk: [disk[key] for key in disk])

    assert not (tmp_path / "owned").exists()
    await folder.close()
    await cache.close()


async def test_an_entry_that_does_not_fit_is_a_miss(clock: ManualClock, tmp_path: Path) -> None:
    """Half a write, another version's format: ask again and go on."""
    folder = DiskFolder(tmp_path / "cache")
    strange = {"a": 1, "b": "text", "c": ["x", 5], "d": [9e99, "{"], "e": None}
    await folder.do(lambda disk: [disk.set(key, value) for key, value in strange.items()])
    await folder.close()
    cache = DiskCache(tmp_path / "cache", clock=clock)

    assert [await cache.get(key) for key in strange] == [None] * 5
    await cache.close()


@pytest.mark.parametrize("trouble", ["a file in the way", "not a database", "read-only"])
async def test_a_broken_folder_is_one_warning_and_misses(
    clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    """A cache that cannot be used must never break a run, nor fill the log."""
    folder = tmp_path / "cache"
    if trouble == "a file in the way":
        folder.write_text("I am a file.")
    elif trouble == "not a database":
        folder.mkdir()
        (folder / "cache.db").write_bytes(b"not a database" * 1000)
    else:
        folder = Path("/proc/pressroom")  # nobody can make a folder there, not even root
    cache = DiskCache(folder, clock=clock)

    with caplog.at_level(logging.WARNING):
        await cache.put("key", 1, HOUR)
        answers = [await cache.get("key") for _ in range(3)]
    await cache.close()

    assert answers == [None] * 3
    (warning,) = caplog.records
    assert str(folder) in warning.getMessage()


async def test_a_folder_that_breaks_while_in_use_is_a_miss(
    clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody empties the cache folder, or the disk goes bad, while a worker runs."""
    cache = DiskCache(tmp_path / "cache", clock=clock)
    await cache.put("key", "x" * 100, HOUR)
    with sqlite3.connect(tmp_path / "cache" / "cache.db") as db:
        db.execute("DROP TABLE Cache")
    db.close()

    with caplog.at_level(logging.WARNING):
        await cache.put("key", 2, HOUR)
        answer = await cache.get("key")
    await cache.close()

    assert answer is None
    assert len(caplog.records) == 1


async def test_what_holds_a_text_is_forgotten_and_the_rest_is_kept(cache: Cache) -> None:
    """A person asked to be forgotten: answers that quote them go, however deep the quotation."""
    text = 'Zoë says: "no"\nand leaves 🚨'
    await cache.put("plain", text, HOUR)
    await cache.put("nested", json.dumps({"why": f"It says {text}!"}), HOUR)
    await cache.put("deep", {"a": [json.dumps({"b": json.dumps([text], ensure_ascii=True)})]}, HOUR)
    await cache.put("other", "Zoë says nothing", HOUR)

    assert await cache.forget([text, "Nobody Example"]) == 3
    await cache.compact()

    assert await cache.forget([text]) == 0
    assert [await cache.get(key) for key in ("plain", "nested", "deep")] == [None] * 3
    assert await cache.get("other") == "Zoë says nothing"


async def test_nothing_to_look_for_forgets_nothing(cache: Cache) -> None:
    """An empty text stands in every value."""
    await cache.put("key", "value", HOUR)

    assert await cache.forget([""]) == 0
    assert await cache.forget([]) == 0
    assert await cache.get("key") == "value"


async def test_a_cache_that_cannot_be_searched_says_so(tmp_path: Path, clock: ManualClock) -> None:
    """Elsewhere a broken cache is a slow one; here nobody knows what is in it."""
    folder = tmp_path / "cache"
    folder.write_text("no folder")
    cache = DiskCache(folder, clock=clock)

    with pytest.raises(StoreError) as caught:
        await cache.forget(["anything"])

    assert "Delete that folder" in caught.value.fix
    await cache.close()
