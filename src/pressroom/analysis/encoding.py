"""Pictures from bytes and to bytes: upright sRGB in, files without metadata out.

Everything here needs Pillow; `artwork.py` and `pictures.py` are the doors that say so.
"""

import hashlib
import os
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from PIL import Image, ImageCms, ImageOps

from pressroom.domain.media import MediaFile, MediaType
from pressroom.errors import StoreError

_LADDER = ((92, 0), (88, 0), (84, 2), (78, 2), (70, 2), (60, 2))
"""JPEG quality with chroma subsampling (0 is none: crisp text; 2 halves the colour's detail)."""

_FORMATS: dict[MediaType, str] = {"image/png": "PNG", "image/gif": "GIF"}
_ENDINGS: dict[MediaType, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
}


def upright_rgb(image: Image.Image, paper: tuple[int, int, int] = (255, 255, 255)) -> Image.Image:
    """*image* as people see it: turned by its EXIF note, in sRGB, on *paper* where it is clear."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode in {"P", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode.startswith("I") or image.mode == "F":
        # 16-bit greys: Pillow would clip them to white instead of scaling them down.
        image = image.point(lambda value: value / 257).convert("L")
    if image.mode == "RGBA":
        flat = Image.new("RGB", image.size, paper)
        flat.paste(image.convert("RGB"), mask=image.getchannel("A"))
        image = flat
    return _to_srgb(image, profile)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return image.convert("RGB")  # a broken profile says nothing: read it as sRGB
        if turned is not None:
            return turned
    return image.convert("RGB")


def encode_jpeg(image: Image.Image, max_bytes: int) -> tuple[bytes, int] | None:
    """*image* as a JPEG of at most *max_bytes* and the quality it took; None if none is enough.

    The bytes hold no metadata: no EXIF, no place, no comment, no profile (which reads as sRGB).
    """
    bare = Image.frombytes("RGB", image.size, image.tobytes())
    for quality, subsampling in _LADDER:
        out = BytesIO()
        # Neither `optimize` nor `progressive`: with them Pillow needs all of the file in a buffer
        # whose size it guesses, and fails on pictures that are full of grain.
        bare.save(out, "JPEG", quality=quality, subsampling=subsampling)
        if out.tell() <= max_bytes:
            return out.getvalue(), quality
    return None


def encode_turned(image: Image.Image, media_type: MediaType) -> bytes:
    """*image* turned by its EXIF note, encoded as *media_type*, its colours as they were.

    Its bytes may hold what the library copies along; `without_metadata` takes that out.
    """
    turned = ImageOps.exif_transpose(image)
    out = BytesIO()
    profile = image.info.get("icc_profile") or b""
    if media_type == "image/jpeg":
        turned.save(out, "JPEG", quality=95, subsampling=0, icc_profile=profile)
    elif media_type == "image/webp":
        turned.save(out, "WEBP", quality=95, icc_profile=profile)
    else:
        turned.save(out, _FORMATS[media_type], icc_profile=profile)
    return out.getvalue()


def keep_picture(
    data: bytes,
    size: tuple[int, int],
    folder: Path,
    stem: str,
    *,
    alt_text: str = "",
    ai_generated: bool = False,
    media_type: MediaType = "image/jpeg",
) -> MediaFile:
    """The file that now holds *data* in *folder*; its name tells its content.

    It appears whole or not at all.

    Raises:
        StoreError: The folder cannot be written to.
    """
    digest = hashlib.sha256(data).hexdigest()
    path = folder / f"{stem}-{digest[:16]}.{_ENDINGS[media_type]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)
    except OSError as err:
        raise StoreError(
            f"The picture {path} cannot be written: {err.strerror or err}.",
            fix="Free some space, or choose a folder that can be written to.",
        ) from err
    return MediaFile(
        path=path,
        sha256=digest,
        media_type=media_type,
        width_px=size[0],
        height_px=size[1],
        size_bytes=len(data),
        alt_text=alt_text,
        ai_generated=ai_generated,
    )


def _write_whole(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        draft.write_bytes(data)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
