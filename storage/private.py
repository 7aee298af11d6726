"""A file that only this user may read, made before anybody else opens it."""

import contextlib
import os
from pathlib import Path


def make_private(path: Path) -> None:
    """An empty file at *path* with mode 0600, where there is none; one that is there stays.

    SQLite would make it readable by everyone on the machine, drafts and names included. Its
    companions (`-wal`, `-shm`) take over the mode. Where it cannot be made, whoever opens
    it next says why.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
