"""Taking what was deleted out of a SQLite file, whose pages keep it until they are used again."""

import sqlite3
from contextlib import closing
from pathlib import Path

_BUSY_SECONDS = 5


def compact(path: Path) -> None:
    """Write the file anew without its free space, and empty its journal.

    Raises:
        sqlite3.Error: It cannot be written now; another process may be reading in it.
    """
    with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)) as file:
        file.execute("VACUUM")
        busy, *_ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("another process is reading in it; try again")
