"""How far each database has been seen to come, kept on this machine and apart from it."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pressroom.storage.private import make_private

_LOG = logging.getLogger(__name__)

_TABLE = """
CREATE TABLE IF NOT EXISTS marks (
    origin TEXT PRIMARY KEY, address TEXT NOT NULL, epoch INTEGER NOT NULL, claims INTEGER NOT NULL
)"""
_RAISE = """
INSERT INTO marks (origin, address, epoch, claims) VALUES (?, ?, ?, ?)
ON CONFLICT (origin) DO UPDATE
SET address = excluded.address, epoch = excluded.epoch, claims = excluded.claims
WHERE (excluded.epoch, excluded.claims) > (marks.epoch, marks.claims)"""
_BUSY_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a database had come when it was seen."""

    origin: str
    """Which database: made once, and part of every copy of it."""
    address: str
    """Where it was, without a password."""
    epoch: int
    """How often it was restored."""
    claims: int
    """How often something was about to be sent."""

    @property
    def height(self) -> tuple[int, int]:
        """What only ever rises in one database, and is lower in an older copy of it."""
        return self.epoch, self.claims


class HighWater:
    """A small file of marks that all processes of a machine share; a mark only ever rises.

    It is no part of a backup: restored together with its database it would notice nothing.
    A file that cannot be used costs this protection and nothing else, and is logged.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    async def marks(self) -> list[Mark]:
        """Every mark on this machine; none where there is no file yet."""
        return await asyncio.to_thread(self._read)

    async def raise_to(self, mark: Mark) -> None:
        """Keep *mark*, on the disk, unless a higher one of that database is there."""
        await asyncio.to_thread(self._write, mark)

    def _read(self) -> list[Mark]:
        if not self._file.exists():
            return []
        try:
            with closing(sqlite3.connect(self._file, timeout=_BUSY_SECONDS)) as file:
                rows = file.execute("SELECT origin, address, epoch, claims FROM marks").fetchall()
        except sqlite3.Error as err:
            self._complain(err)
            return []
        return [Mark(*row) for row in rows]

    def _write(self, mark: Mark) -> None:
        make_private(self._file)
        try:
            with closing(sqlite3.connect(self._file, timeout=_BUSY_SECONDS)) as file, file:
                file.execute(_TABLE)
                file.execute(_RAISE, (mark.origin, mark.address, mark.epoch, mark.claims))
        except sqlite3.Error as err:
            self._complain(err)

    def _complain(self, err: sqlite3.Error) -> None:
        _LOG.warning(
            "%s cannot be used (%s): an older copy of the database would not be noticed.",
            self._file,
            err,
        )
