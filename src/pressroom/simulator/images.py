"""Pictures: what kind a file is, and real new ones; Pillow checks and draws when it is there."""

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass

try:
    from PIL import Image, ImageDraw, UnidentifiedImageError
except ImportError:  # pragma: no cover - the images extra is not installed
    HAS_PILLOW = False
else:
    HAS_PILLOW = True


@dataclass(frozen=True)
class Picture:
    """What a file turned out to be."""

    mime: str
    width: int
    height: int


def inspect(content: bytes) -> Picture | None:
    """Format and size of a picture, None for anything else (or a picture that does not decode)."""
    if not HAS_PILLOW:
        return _inspect_header(content)
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
            mime = Image.MIME.get(image.format or "", "application/octet-stream")
            return Picture(mime, image.width, image.height)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def draw(width: int, height: int, words: str, mime: str = "image/png") -> bytes:
    """A new picture of exactly this size, its colours chosen by *words*.

    Raises:
        RuntimeError: Another format than PNG was asked for and Pillow is missing.
    """
    digest = hashlib.sha256(words.encode()).digest()
    top = (digest[0], digest[1], digest[2])
    low = (digest[3], digest[4], digest[5])
    if not HAS_PILLOW:
        if mime != "image/png":
            raise RuntimeError(
                f"{mime}: the simulator draws only PNG without Pillow; install pressroom[images]"
            )
        return _plain_png(width, height, top)
    image = Image.new("RGB", (1, 2), top)
    image.putpixel((0, 1), low)
    image = image.resize((width, height), Image.Resampling.BILINEAR)
    pen = ImageDraw.Draw(image)
    for spot in range(6, 18, 3):
        x, y = digest[spot] * width // 256, digest[spot + 1] * height // 256
        radius = max(2, digest[spot + 2] * min(width, height) // 900)
        fill = (digest[spot], 255 - digest[spot + 1], digest[spot + 2])
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
    out = io.BytesIO()
    image.save(out, {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}[mime])
    return out.getvalue()


def _inspect_header(content: bytes) -> Picture | None:
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) > 24:
        width, height = struct.unpack(">II", content[16:24])
        return Picture("image/png", width, height)
    if content[:3] == b"\xff\xd8\xff":
        return _inspect_jpeg_header(content)
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) > 10:
        width, height = struct.unpack("<HH", content[6:10])
        return Picture("image/gif", width, height)
    return None


def _inspect_jpeg_header(content: bytes) -> Picture | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", width, height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _plain_png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    rows = (b"\x00" + bytes(colour) * width) * height

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
