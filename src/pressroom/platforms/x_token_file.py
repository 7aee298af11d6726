"""The tokens that X gave last, kept in a private file that all processes of a machine share.

X's refresh token works once: a pair that is exchanged and then forgotten locks us out.
"""

import asyncio
import hashlib
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from pydantic import SecretStr

from pressroom.errors import SettingsError
from pressroom.platforms.x_tokens import XTokens

if sys.platform != "win32":  # processes there are only kept apart by the file's content
    import fcntl

_LOOK_EVERY_S = 0.05
_ROOM_BYTES = 8192
"""More than a pair of tokens takes; X's are of some hundred characters."""


class TokenFile:
    """Keeps the newest pair that came, by however many exchanges, from the configured one.

    New tokens in the settings start anew: what was kept for the old ones is not used.
    """

    def __init__(self, path: Path, configured: XTokens) -> None:
        self._path = path
        self._configured = configured
        first = configured.refresh or configured.access
        self._origin = hashlib.sha256(first.get_secret_value().encode()).hexdigest()

    def latest(self) -> XTokens:
        """The newest pair known on this machine; the configured one where none was kept."""
        kept = self._read()
        if kept.get("origin") != self._origin:
            return self._configured
        expires_at = kept.get("expires_at")
        return XTokens(
            access=SecretStr(str(kept["access"])),
            refresh=SecretStr(str(kept["refresh"])) if kept.get("refresh") else None,
            expires_at=datetime.fromisoformat(expires_at) if expires_at else None,
        )

    async def keep(self, tokens: XTokens) -> None:
        """Write *tokens* down, whole or not at all, readable by this user alone.

        Raises:
            SettingsError: The folder cannot be written to.
        """
        refresh = tokens.refresh
        kept = {
            "origin": self._origin,
            "access": tokens.access.get_secret_value(),
            "refresh": refresh.get_secret_value() if refresh else None,
            "expires_at": tokens.expires_at.isoformat() if tokens.expires_at else None,
        }
        try:
            await asyncio.to_thread(self._write, json.dumps(kept))
        except OSError as err:
            raise SettingsError(
                f"the new tokens of X cannot be kept in {self._path}: {err.strerror}.",
                field="home",
                fix="Make the folder writable: the old tokens no longer work.",
            ) from err

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """A block that one process of this machine is in at a time, with room for what comes.

        The refresh token works once: of two processes that exchange it together one is
        refused, before the other's new pair is in the file. A process that dies lets go.

        Raises:
            SettingsError: There is no room for a new pair; the block was not entered.
        """
        try:
            file = await asyncio.to_thread(self._open_lock)
        except OSError as err:
            raise self._no_room(err) from err
        with file:
            await _locked(file.fileno())
            try:
                await asyncio.to_thread(self._reserve)
            except OSError as err:
                raise self._no_room(err) from err
            yield

    def _open_lock(self) -> IO[str]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        place = self._path.with_name(f".{self._path.name}.lock")
        return open(place, "a", encoding="utf-8", opener=_private)

    def _no_room(self, err: OSError) -> SettingsError:
        return SettingsError(
            f"new tokens of X could not be kept in {self._path}: {err.strerror}",
            field="home",
            fix="Make room there, or make it writable.",
        )

    @property
    def _room(self) -> Path:
        return self._path.with_name(f".{self._path.name}.room")

    def _reserve(self) -> None:
        """Take the room for the next pair on the disk, before the old one is spent."""
        with open(self._room, "wb", opener=_private) as file:
            file.write(bytes(_ROOM_BYTES))
            file.flush()
            os.fsync(file.fileno())

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) and kept.get("access") else {}

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Over the reserved room where there is some, so that it needs no more; in the same
        # folder, so that the move is one step.
        room = self._room
        with open(room, "r+b" if room.exists() else "w+b", opener=_private) as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
            file.truncate()
        room.replace(self._path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


async def _locked(handle: int) -> None:
    """Return once the lock on *handle* is ours; closing the file gives it back."""
    if sys.platform != "win32":
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                await asyncio.sleep(_LOOK_EVERY_S)
            else:
                return
