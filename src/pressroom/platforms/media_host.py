"""Pictures where a platform can fetch them: a folder under a public address.

Instagram downloads a picture from a public URL. `FolderMediaHost` puts it into a folder that
some web server shows; `media_app` is such a server, for those who have none.
"""

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressroom.domain.media import MediaFile, MediaType
from pressroom.errors import SettingsError

if TYPE_CHECKING:
    from starlette.applications import Starlette

EXTENSIONS: dict[MediaType, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
}
_TYPES: dict[str, str] = {extension: kind for kind, extension in EXTENSIONS.items()}
_NAME = re.compile(rf"^[0-9a-f]{{64}}\.({'|'.join(_TYPES)})")


class FolderMediaHost:
    """A `MediaHost` over a folder; a picture's name is its content, so it never changes."""

    def __init__(self, folder: Path, public_base_url: str | None) -> None:
        self._folder = folder
        self._base = (public_base_url or "").rstrip("/")

    def url_of(self, media: MediaFile) -> str:
        """The URL that `host` gives, without putting anything there.

        Raises:
            SettingsError: No public address is configured.
        """
        if not self._base:
            raise SettingsError(
                "No public address for pictures is set, and Instagram downloads them from one.",
                field="media.public_base_url",
                fix="Set media.public_base_url to the address under which the folder is shown.",
            )
        return f"{self._base}/{name_of(media)}"

    async def host(self, media: MediaFile) -> str:
        """The picture's public URL, once it is in the folder.

        Raises:
            SettingsError: No public address is configured, or the folder cannot be written.
        """
        url = self.url_of(media)
        try:
            await asyncio.to_thread(_put, media, self._folder / name_of(media))
        except _Changed as err:
            raise SettingsError(
                f"The picture {media.path.name} changed after it was planned.",
                field="media",
                fix="Put the planned picture back, or start again with this one.",
            ) from err
        except OSError as err:
            raise SettingsError(
                f"The picture {media.path.name} cannot be put into the public folder: "
                f"{err.strerror or type(err).__name__}.",
                field="media.folder",
                fix="Set media.folder to a folder that can be written and has room.",
            ) from err
        return url


def name_of(media: MediaFile) -> str:
    """The name a picture has in the folder: its hash and its kind."""
    return f"{media.sha256}.{EXTENSIONS[media.media_type]}"


def media_app(folder: Path) -> "Starlette":
    """A web app that shows the folder's pictures by name and nothing else. Needs `server`."""
    from starlette.applications import Starlette  # noqa: PLC0415 - an optional extra
    from starlette.requests import Request  # noqa: PLC0415
    from starlette.responses import FileResponse, PlainTextResponse, Response  # noqa: PLC0415
    from starlette.routing import Route  # noqa: PLC0415

    async def show(request: Request) -> Response:
        name = str(request.path_params["name"])
        found = _NAME.fullmatch(name)
        path = folder / name
        if found is None or not await asyncio.to_thread(_is_plain_file, path):
            return PlainTextResponse("not found", status_code=404)
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable",
            "X-Content-Type-Options": "nosniff",
        }
        return FileResponse(path, media_type=_TYPES[found.group(1)], headers=headers)

    routes: list[Any] = [Route("/{name}", show, methods=["GET"])]
    return Starlette(routes=routes)


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


class _Changed(Exception):
    """The file is not the picture that was planned."""


def _sha_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _put(media: MediaFile, target: Path) -> None:
    """Copy the picture so that *target* is whole or absent, whoever else does the same.

    What is there under its name already is looked at: the name promises the content.
    """
    if _is_plain_file(target) and _sha_of(target.read_bytes()) == media.sha256:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    content = media.path.read_bytes()
    if _sha_of(content) != media.sha256:
        raise _Changed
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
