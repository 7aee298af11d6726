"""A private folder of plain JSON values that processes share, and whatever may go wrong with it."""

import asyncio
import sqlite3
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import diskcache
from diskcache.core import MODE_PICKLE

T = TypeVar("T")

TROUBLE = (OSError, sqlite3.Error, diskcache.Timeout, zlib.error, ValueError)
"""What a folder that is unwritable, full, locked or damaged raises, in every form it has."""

_BUSY_SECONDS = 30


class _JsonOnly(diskcache.JSONDisk):  # type: ignore[misc]  # diskcache has no types
    """JSON and nothing else, whatever the file says.

    diskcache unpickles what a row marks as a pickle, which runs code that somebody hid in
    it (CVE-2025-69872). Its JSON variety writes none, but still reads them.
    """

    def get(self, key: Any, raw: bool) -> Any:
        if not raw:
            raise ValueError("a key that is not JSON")
        return super().get(key, raw)

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        if mode == MODE_PICKLE:
            raise ValueError("a value that is not JSON")
        return super().fetch(mode, filename, value, read)


class DiskFolder:
    """A folder that nobody else may read, opened when it is first used, off the event loop.

    It works in one thread of its own, because its connections belong to threads and only
    their own thread can close them.
    """

    def __init__(self, folder: Path, **settings: Any) -> None:
        self._folder = folder
        self._settings = settings
        self._thread: ThreadPoolExecutor | None = None
        self._opened: diskcache.Cache | None = None
        self._trouble: Exception | None = None

    async def do(self, work: Callable[[diskcache.Cache], T]) -> T:
        """The result of *work*, which gets the opened folder in a thread.

        Raises one of `TROUBLE` where the folder cannot be used; where it could not be
        opened it is not tried again.
        """
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="pressroom-disk")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._do, work)

    async def close(self) -> None:
        """Let go of the folder; using it again opens it again."""
        thread, self._thread = self._thread, None
        if thread is not None:
            await asyncio.get_running_loop().run_in_executor(thread, self._shut)
            thread.shutdown()

    def _do(self, work: Callable[[diskcache.Cache], T]) -> T:
        if self._trouble is not None:
            raise OSError(str(self._trouble)) from self._trouble
        if self._opened is None:
            try:
                self._opened = self._open()
            except TROUBLE as err:
                self._trouble = err
                raise
        return work(self._opened)

    def _open(self) -> diskcache.Cache:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)  # also where it was made by something less careful
        return diskcache.Cache(
            str(self._folder), timeout=_BUSY_SECONDS, disk=_JsonOnly, **self._settings
        )

    def _shut(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = None
