"""A picture file opened with care: damaged, hostile and huge ones give one clear error."""

import hashlib
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from pressroom.analysis.pictures import MAX_FILE_BYTES, sniff
from pressroom.domain.media import MediaType
from pressroom.errors import BriefError

MAX_PIXELS = 80_000_000
"""Above what cameras make; a small file that claims more is meant to exhaust the memory."""

# Named one by one, and not through `Image.open`: no other format is ever tried on the bytes,
# and the limit on pixels is ours alone (Pillow's own first only warns).
_READERS: dict[MediaType, type[ImageFile.ImageFile]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/gif": GifImageFile,
    "image/webp": WebPImageFile,
}
_TURNED = {5, 6, 7, 8}
"""The EXIF orientations that swap width and height."""
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    AttributeError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders are known to raise on damaged files, beside their own."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture, decoded whole, with what its file says."""

    image: Image.Image
    data: bytes
    sha256: str
    media_type: MediaType
    width_px: int
    height_px: int


def open_picture(path: Path, *, allow_animated: bool = False) -> Opened:
    """The picture at *path*, decoded.

    Raises:
        BriefError: It cannot be used; the message names the file and why.
    """
    data = _read(path)
    media_type = sniff(data)
    if media_type is None:
        raise _unusable(
            path, "is no JPEG, PNG, GIF or WebP picture", "Export it as JPEG or PNG, and name that."
        )
    try:
        image: ImageFile.ImageFile = _READERS[media_type](BytesIO(data))
        if image.width * image.height > MAX_PIXELS:
            most = f"{MAX_PIXELS // 1_000_000} megapixels"
            raise _unusable(path, f"has more than {most}", "Scale it down first.")
        frames = getattr(image, "n_frames", 1)
        turned = image.getexif().get(ExifTags.Base.Orientation) in _TURNED
        image.load()
    except (*_DAMAGE, MemoryError, Image.DecompressionBombError) as err:
        raise _unusable(
            path, "is damaged or cut off", "Export or copy it again; it does not open as it is."
        ) from err
    if frames > 1 and not allow_animated:
        raise _unusable(path, "is animated", "Use a still picture here, such as its first frame.")
    width, height = image.size
    if turned:
        width, height = height, width
    return Opened(image, data, hashlib.sha256(data).hexdigest(), media_type, width, height)


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _unusable(path, "is a folder", "Name one picture in it.")
        if not path.exists():
            raise _unusable(path, "does not exist", "Check the path, or remove it.")
        if not path.is_file():
            raise _unusable(path, "is no regular file", "Name a picture file.")
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            most = f"{MAX_FILE_BYTES // 1_000_000} MB"
            raise _unusable(path, f"is larger than {most}", "Scale or compress it first.")
        data = path.read_bytes()
    except PermissionError as err:
        raise _unusable(path, "may not be read", "Give read permission, or copy it.") from err
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or "its path is not valid"
        raise _unusable(path, f"cannot be read: {reason}", "Check the path.") from err
    if not data:
        raise _unusable(path, "is empty", "Export or copy it again.")
    return data


def _unusable(path: Path, why: str, fix: str) -> BriefError:
    name = "".join(mark if mark.isprintable() else "?" for mark in str(path))
    return BriefError(f"The picture {name} {why}.", field="media", fix=fix)
