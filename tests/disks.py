"""Small real file systems for tests: one that fills up, and one that may only be read."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_FILLER = ".filler"


@dataclass(frozen=True)
class SmallDisk:
    """A mounted file system of our own."""

    path: Path

    def fill(self) -> None:
        """Leave no byte free."""
        with (self.path / _FILLER).open("ab", buffering=0) as filler:
            for size in (65_536, 4096, 512, 1):
                try:
                    while filler.write(b"x" * size) == size:
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        """Undo `fill`."""
        (self.path / _FILLER).unlink()

    def forbid_writing(self) -> None:
        """Make it read-only, for root as well."""
        _mount("-o", "remount,ro", str(self.path))


@contextmanager
def small_disk(path: Path, *, size_kb: int = 4096) -> Iterator[SmallDisk]:
    """A file system at *path*; skipped where this user may not mount one."""
    path.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0 or not _mount("-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", str(path)):
        pytest.skip("a file system of its own needs root and the right to mount")
    try:
        yield SmallDisk(path)
    finally:
        command = ["umount", "-l", str(path)]
        subprocess.run(command, check=True, capture_output=True)


def _mount(*arguments: str) -> bool:
    command = ["mount", *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
