"""A picture's bytes without what they tell beside the picture: place, camera, comments, previews.

Pixels are not touched: the file's parts are copied or left out, by lists of what may stay.
What ends after the picture (a phone appends whole films there) is left out too.
"""

import re
import struct
from collections.abc import Callable, Iterator, Mapping

from pressroom.domain.media import MediaType

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    re.findall(
        rb"\w{4}",
        b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs hIST sPLT cICP mDCV cLLI"
        b" acTL fcTL fdAT",
    )
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_WEBP_FLAGS = 0x0C
"""The bits of a VP8X header that announce EXIF and XMP."""
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_IN_PIXELS = frozenset({0, 0xFF, *range(0xD0, 0xD8)})
"""What may follow 0xFF within coded pixels: an escaped 0xFF, a fill byte, a restart."""


class PartsUnreadable(ValueError):
    """The file's parts do not fit together as its format says."""


def without_metadata(data: bytes, media_type: MediaType) -> bytes:
    """*data* without metadata; *data* itself where there is none.

    Raises:
        PartsUnreadable: The parts cannot be told apart; the picture may still open.
    """
    try:
        return b"".join(_READERS[media_type](data))
    except (IndexError, struct.error) as err:
        raise PartsUnreadable("the file ends within a part") from err


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise PartsUnreadable("a JPEG segment does not begin with its mark")
        while data[at + 1] == 0xFF:  # fill bytes may stand before any mark
            at += 1
        mark = data[at + 1]
        if mark == 0xD9:
            yield data[at : at + 2]
            return
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if end > len(data):
            raise PartsUnreadable("the file ends within a segment")
        if _is_jpeg_kept(mark, data[at + 4 : at + 16]):
            yield data[at:end]
        if mark == 0xDA:
            scan = end
            end = _scan_end(data, scan)
            yield data[scan:end]
        at = end


def _is_jpeg_kept(mark: int, start: bytes) -> bool:
    """Whether a segment belongs to the picture: of what applications add, what colours need."""
    if mark == 0xFE or 0xE0 <= mark <= 0xEF:
        needed = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
        return mark in needed and start.startswith(needed[mark])
    return True


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded pixels that begin at *at* end: at the next mark that is not part of them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise PartsUnreadable("the pixels have no end")
        following = data[at + 1]
        if following not in _IN_PIXELS:
            return at
        at += 1 if following == 0xFF else 2


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG_START
    at = len(_PNG_START)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise PartsUnreadable("the file ends within a chunk")
        if kind in _PNG_KEPT:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(data: bytes) -> Iterator[bytes]:
    kept = []
    at, stop = 12, min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    while at + 8 <= stop:
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if kind == b"VP8X":
            flags = data[at + 8] & ~_WEBP_FLAGS
            kept.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif kind in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    body = b"WEBP" + b"".join(kept)
    yield b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _table_bytes(data[10])
    yield data[:at]
    while True:
        start, kind = at, data[at]
        if kind == 0x3B:
            yield data[at : at + 1]
            return
        if kind == 0x2C:
            at = _blocks_end(data, at + 11 + _table_bytes(data[at + 9]))
            yield data[start:at]
        elif kind == 0x21:
            at = _blocks_end(data, at + 2)
            label = data[start + 1]
            if label == 0xF9 or (label == 0xFF and data[start + 3 : start + 14] in _GIF_LOOPS):
                yield data[start:at]
        else:
            raise PartsUnreadable("a GIF block is of no known kind")


def _table_bytes(flags: int) -> int:
    """How long the table of colours is that these flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while data[at] != 0:
        at += 1 + data[at]
    return at + 1


_READERS: Mapping[MediaType, Callable[[bytes], Iterator[bytes]]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/webp": _webp,
    "image/gif": _gif,
}
