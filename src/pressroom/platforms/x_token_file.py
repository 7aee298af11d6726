"""The tokens that X gave last, kept in a private file that all processes of a machine share.

X's refresh token works once: a pair that is exchanged and then forgotten locks us out.
"""

import asyncio
import contextlib
import hashlib
import json
import os
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from pydantic import SecretStr

from pressroom.errors import SettingsError
from pressroom.platforms.x_tokens import XTokens


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

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) and kept.get("access") else {}

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Made with mode 0600, in the same folder, so that the move is one step.
        with NamedTemporaryFile("w", dir=self._path.parent, delete=False) as file:
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(self._path)
            except OSError:
                with contextlib.suppress(OSError):
                    Path(file.name).unlink()
                raise
