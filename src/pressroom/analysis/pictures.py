"""Pictures as facts, and the safe work on their pixels: measured, converted, made to fit."""

from collections.abc import Sequence
from math import inf
from pathlib import Path

from pressroom.domain.brand import Colour
from pressroom.domain.media import MediaFile, MediaType
from pressroom.errors import BriefError, SettingsError

MAX_FILE_BYTES = 64_000_000
"""Larger files are refused unread: ten times what any platform takes."""

_SIGNATURES: Sequence[tuple[bytes, int, MediaType]] = (
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b"WEBP", 8, "image/webp"),
)
SIGNATURE_BYTES = 16
"""How much of a file `sniff` needs to see."""


def sniff(head: bytes) -> MediaType | None:
    """The type of picture that a file beginning with *head* is, or None. Needs no Pillow."""
    return next((kind for mark, at, kind in _SIGNATURES if head[at:].startswith(mark)), None)


def measure(
    path: Path, *, alt_text: str = "", ai_generated: bool = False, allow_animated: bool = False
) -> MediaFile:
    """The picture at *path* as a fact: its type by content, its size as people see it, its hash.

    Raises:
        BriefError: It is missing, unreadable, no picture, damaged, animated, or too large.
        SettingsError: Pillow is not installed.
    """
    try:
        from pressroom.analysis.opening import open_picture  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as err:
        raise missing_extra(err) from err
    opened = open_picture(path, allow_animated=allow_animated)
    return MediaFile(
        path=path,
        sha256=opened.sha256,
        media_type=opened.media_type,
        width_px=opened.width_px,
        height_px=opened.height_px,
        size_bytes=len(opened.data),
        alt_text=alt_text,
        ai_generated=ai_generated,
    )


def refit(
    media: MediaFile,
    *,
    folder: Path,
    max_bytes: int,
    max_width_px: int,
    min_width_px: int = 1,
    min_ratio: float = 0.0,
    max_ratio: float = inf,
    background: Colour | None = None,
) -> tuple[MediaFile, list[str]]:
    """*media* as a new JPEG in *folder* that keeps to the limits, and notes on what changed.

    Nothing is cropped: a picture that is too high or too wide gets bars at two sides, in
    *background* or, without one, in its own blurred colours. It is turned upright, clear
    parts become white, colours sRGB; metadata (the place it was taken, the camera) is left
    behind. The same picture and limits give the same bytes.

    Raises:
        BriefError: The file is not what was measured, or cannot be made small enough.
        SettingsError: Pillow is not installed.
        StoreError: The folder cannot be written to.
        ValueError: The limits contradict each other.
    """
    if not (0 < min_width_px <= max_width_px and min_ratio <= max_ratio and max_bytes > 0):
        raise ValueError("the limits for a picture contradict each other")
    try:
        from pressroom.analysis.encoding import keep_picture  # noqa: PLC0415 - an extra
        from pressroom.analysis.opening import open_picture  # noqa: PLC0415
        from pressroom.analysis.refitting import Limits, refit_image  # noqa: PLC0415
    except ModuleNotFoundError as err:
        raise missing_extra(err) from err
    opened = open_picture(media.path, allow_animated=True)
    _refuse_changed(media, opened.sha256)
    limits = Limits(max_bytes, max_width_px, min_width_px, min_ratio, max_ratio)
    made = refit_image(opened, limits, background)
    if made is None:
        raise BriefError(
            f"The picture {media.path} cannot be brought under {max_bytes:,} bytes.",
            field="media",
            fix="Use a picture with less detail.",
        )
    kept = keep_picture(
        made.data,
        made.size,
        folder,
        "fitted",
        alt_text=media.alt_text,
        ai_generated=media.ai_generated,
    )
    return kept, made.notes


def clean(media: MediaFile, folder: Path) -> MediaFile:
    """*media* without its metadata, as a new file in *folder*; *media* itself where it has none.

    Place, camera, comments and what is appended behind the picture go; the pixels stay as they
    are. A photo that only a note in its metadata turns upright is turned and saved anew.

    Raises:
        BriefError: The file is not what was measured, or no longer a picture.
        SettingsError: Pillow is not installed.
        StoreError: The folder cannot be written to.
    """
    try:
        from pressroom.analysis.cleaning import clean_bytes  # noqa: PLC0415 - an extra
        from pressroom.analysis.encoding import keep_picture  # noqa: PLC0415
        from pressroom.analysis.opening import open_picture  # noqa: PLC0415
    except ModuleNotFoundError as err:
        raise missing_extra(err) from err
    opened = open_picture(media.path)
    _refuse_changed(media, opened.sha256)
    data = clean_bytes(opened)
    if data == opened.data:
        return media
    return keep_picture(
        data,
        (media.width_px, media.height_px),
        folder,
        "clean",
        alt_text=media.alt_text,
        ai_generated=media.ai_generated,
        media_type=media.media_type,
    )


def _refuse_changed(media: MediaFile, sha256: str) -> None:
    if sha256 != media.sha256:
        raise BriefError(
            f"The picture {media.path} has changed since it was checked.",
            field="media",
            fix="Start again with the picture as it is now.",
        )


def missing_extra(err: ModuleNotFoundError) -> SettingsError:
    """The error to raise where a part of the `images` extra is not installed.

    Raises:
        ModuleNotFoundError: The missing module is no part of the extra: our bug.
    """
    if (err.name or "").partition(".")[0] not in {"PIL", "fontpkg"}:
        raise err
    return SettingsError(
        f"Pictures cannot be worked on: the Python package {err.name} is not installed.",
        field="images",
        fix='Run: pip install "pressroom[images]"',
    )
