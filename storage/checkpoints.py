"""The checkpoint file of graph runs, looked through for what has to be forgotten.

LangGraph writes it; here its rows are only found by their bytes and deleted, as its own saver
deletes a thread, without loading LangGraph, which takes seconds.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pressroom.errors import StoreError
from pressroom.storage.compacting import compact
from pressroom.storage.spellings import spellings

T = TypeVar("T")

_BUSY_SECONDS = 30
_PLACES = (("checkpoints", "checkpoint"), ("checkpoints", "metadata"), ("writes", "value"))


class CheckpointFile:
    """The threads in one checkpoint file; a file that is not there has none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def holding(self, texts: Sequence[str]) -> list[str]:
        """The threads that hold one of *texts*, sorted.

        Raises:
            StoreError: The file cannot be read.
        """
        wanted = sorted(frozenset().union(*(spellings(text) for text in texts)))

        def look(file: sqlite3.Connection) -> list[str]:
            found: set[str] = set()
            for table, column in _PLACES:
                for text in wanted:
                    rows = file.execute(
                        f"SELECT DISTINCT thread_id FROM {table}"  # noqa: S608 - names of ours
                        f" WHERE instr(CAST({column} AS BLOB), CAST(? AS BLOB)) > 0",
                        (text,),
                    )
                    found.update(str(row[0]) for row in rows)
            return sorted(found)

        return await self._do(look, []) if wanted else []

    async def delete(self, threads: Iterable[str]) -> None:
        """Forget everything of *threads*, from the file's pages too.

        Raises:
            StoreError: The file cannot be written.
        """
        doomed = [(thread,) for thread in threads]

        def remove(file: sqlite3.Connection) -> None:
            file.execute("PRAGMA secure_delete=ON")
            with file:
                file.executemany("DELETE FROM checkpoints WHERE thread_id = ?", doomed)
                file.executemany("DELETE FROM writes WHERE thread_id = ?", doomed)

        if doomed:
            await self._do(remove, None)

    async def compact(self) -> None:
        """Take out of the file what earlier deletions left in it.

        Raises:
            StoreError: Another process works in it.
        """
        with self._explained():
            if self._path.exists():
                await asyncio.to_thread(compact, self._path)

    async def _do(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        def run() -> T:
            if not self._path.exists():
                return otherwise
            file = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
            try:
                if not _has_tables(file):
                    return otherwise
                return work(file)
            finally:
                file.close()

        with self._explained():
            return await asyncio.to_thread(run)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as err:
            raise StoreError(
                f"the checkpoint file cannot be searched: {err}.",
                fix="End what else uses it, and try again.",
            ) from err


def _has_tables(file: sqlite3.Connection) -> bool:
    rows = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {"checkpoints", "writes"} <= {row[0] for row in rows}
