"""Which characters a font can draw, read from its `cmap` table.

Pillow draws an empty box, or nothing at all, for a character that a font lacks, and says
nothing; so the table is read here (OpenType 1.9, formats 4 and 12: the only two that
fonts for Unicode text use).
"""

import struct
from pathlib import Path

_NO_GLYPH = 0


def covered(font: Path) -> frozenset[int]:
    """The code points that *font* has a glyph for; none where it has no Unicode table.

    Raises:
        ValueError: The file is no TrueType or OpenType font.
    """
    data = font.read_bytes()
    try:
        start = _cmap_offset(data)
        (tables,) = struct.unpack_from(">H", data, start + 2)
        points: set[int] = set()
        for index in range(tables):
            (offset,) = struct.unpack_from(">L", data, start + 4 + 8 * index + 4)
            points |= _read_subtable(data, start + offset)
    except struct.error as err:
        raise ValueError(f"{font.name} is no complete font file") from err
    return frozenset(points)


def _cmap_offset(data: bytes) -> int:
    (tables,) = struct.unpack_from(">H", data, 4)
    for index in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("the font has no cmap table")


def _read_subtable(data: bytes, start: int) -> set[int]:
    (kind,) = struct.unpack_from(">H", data, start)
    if kind == 4:
        return _read_segments(data, start)
    if kind == 12:
        return _read_groups(data, start)
    return set()


def _read_segments(data: bytes, start: int) -> set[int]:
    """Format 4: segments of the first 65,536 code points, with deltas or a glyph array."""
    (doubled,) = struct.unpack_from(">H", data, start + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    starts = struct.unpack_from(f">{count}H", data, start + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", data, start + 16 + 2 * doubled)
    ranges_at = start + 16 + 3 * doubled
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    points: set[int] = set()
    for index in range(count):
        for point in range(starts[index], ends[index] + 1):
            glyph = point
            if ranges[index]:
                # The offset counts from its own place in the table, by the format's definition.
                at = ranges_at + 2 * index + ranges[index] + 2 * (point - starts[index])
                (glyph,) = struct.unpack_from(">H", data, at)
                if glyph == _NO_GLYPH:
                    continue
            if (glyph + deltas[index]) % 0x10000 != _NO_GLYPH:
                points.add(point)
    return points - {0xFFFF}


def _read_groups(data: bytes, start: int) -> set[int]:
    """Format 12: groups over all of Unicode, each a run of glyphs in order."""
    (count,) = struct.unpack_from(">L", data, start + 12)
    points: set[int] = set()
    for index in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * index)
        points.update(range(first + (glyph == _NO_GLYPH), last + 1))
    return points
