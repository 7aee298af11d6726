"""Keeping answers for a while: on disk for all processes of a machine, or in memory for one."""

import json
import logging
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import diskcache

from pressroom.clock import Clock, SystemClock
from pressroom.errors import StoreError
from pressroom.storage.compacting import compact
from pressroom.storage.disk import TROUBLE, DiskFolder
from pressroom.storage.spellings import spellings

_log = logging.getLogger(__name__)


class MemoryCache:
    """A cache of one process, which forgets what was used longest ago."""

    def __init__(self, clock: Clock, *, max_entries: int = 1000) -> None:
        self._clock = clock
        self._max_entries = max_entries
        self._entries: OrderedDict[str, tuple[datetime, str]] = OrderedDict()

    async def get(self, key: str) -> Any | None:
        """The value kept under *key*, or None."""
        until, text = self._entries.get(key, (None, ""))
        if until is None or until <= self._clock.now():
            self._entries.pop(key, None)
            return None
        self._entries.move_to_end(key)
        return json.loads(text)

    async def put(self, key: str, value: Any, ttl: timedelta) -> None:
        """Keep *value* (plain JSON) under *key* for *ttl*."""
        self._entries[key] = (self._clock.now() + ttl, json.dumps(value))
        self._entries.move_to_end(key)
        while len(self._entries) > self._max_entries:
            self._entries.popitem(last=False)

    async def forget(self, texts: Sequence[str]) -> int:
        """How many values that hold one of *texts* are gone now."""
        wanted = _all_spellings(texts)
        found = [key for key, (_, text) in self._entries.items() if _holds(text, wanted)]
        for key in found:
            del self._entries[key]
        return len(found)

    async def compact(self) -> None:
        """Nothing: what is deleted from memory is gone."""


class DiskCache:
    """A cache in a folder of its own, shared by all processes of the machine.

    A folder that cannot be used (unwritable, full, damaged) makes every look-up a miss and
    is logged once: what is lost is time.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        size_limit_bytes: int = 256 * 1024 * 1024,
    ) -> None:
        self._clock = clock or SystemClock()
        self._name = folder
        self._folder = DiskFolder(folder, size_limit=size_limit_bytes, sqlite_secure_delete=1)
        self._warned = False

    async def get(self, key: str) -> Any | None:
        """The value kept under *key*, or None."""
        try:
            entry = await self._folder.do(lambda disk: disk.get(key))
            # A damaged entry may be any JSON at all; whatever does not fit is a miss.
            until, text = entry if isinstance(entry, list) and len(entry) == 2 else (0.0, "")
            return json.loads(text) if until > self._clock.now().timestamp() else None
        except (*TROUBLE, TypeError) as err:
            self._warn(err)
            return None

    async def put(self, key: str, value: Any, ttl: timedelta) -> None:
        """Keep *value* (plain JSON) under *key* for *ttl*."""
        entry = [(self._clock.now() + ttl).timestamp(), json.dumps(value)]
        seconds = max(ttl.total_seconds(), 0.0)

        def keep(disk: diskcache.Cache) -> None:
            disk.set(key, entry, expire=seconds)

        try:
            await self._folder.do(keep)
        except TROUBLE as err:
            self._warn(err)

    async def forget(self, texts: Sequence[str]) -> int:
        """How many values that hold one of *texts* are gone now.

        Raises:
            StoreError: The folder cannot be used: nobody knows what is in it.
        """
        wanted = _all_spellings(texts)

        def purge(disk: diskcache.Cache) -> int:
            gone = 0
            for key in list(disk):
                try:
                    held = _holds(json.dumps(disk.get(key)), wanted)
                except ValueError:  # damaged: unreadable, and of no use
                    held = True
                gone += bool(held and disk.delete(key))
            return gone

        with self._explained():
            return await self._folder.do(purge)

    async def compact(self) -> None:
        """Take out of its file what earlier deletions left in it.

        Raises:
            StoreError: The folder cannot be used, or another process works in it.
        """
        with self._explained():
            await self._folder.do(lambda disk: compact(Path(disk.directory, "cache.db")))

    async def close(self) -> None:
        """Let go of the folder."""
        await self._folder.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except TROUBLE as err:
            raise StoreError(
                f"the cache in {self._name} cannot be searched: {err}.",
                fix="Delete that folder: losing it costs time and nothing else.",
            ) from err

    def _warn(self, err: Exception) -> None:
        if not self._warned:
            self._warned = True
            _log.warning("The cache in %s cannot be used; going on without: %s", self._name, err)


def _all_spellings(texts: Sequence[str]) -> frozenset[str]:
    # An entry is JSON in JSON in JSON: each text is looked for as it would stand there.
    once = frozenset().union(*(spellings(text) for text in texts))
    return once.union(*(spellings(spelling) for spelling in once))


def _holds(text: str, wanted: frozenset[str]) -> bool:
    return any(spelling in text for spelling in wanted)
