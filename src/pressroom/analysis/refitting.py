"""A picture made to fit a platform's limits: scaled, given bars, recompressed, never cropped."""

import math
from dataclasses import dataclass, field
from itertools import chain

from PIL import Image, ImageFilter, ImageOps

from pressroom.analysis.encoding import encode_jpeg, upright_rgb
from pressroom.analysis.opening import Opened
from pressroom.analysis.palette import parse_colour

_SMALLER = 0.85
"""Each step by which a picture shrinks whose bytes do not fit at any quality."""
_GOOD_QUALITY = 80
_MOST_JPEG_PX = 65_000
_BLUR_WIDTH_PX = 96
"""The bars' blurred copy is made this small first: quicker, and smooth when enlarged."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a platform takes."""

    max_bytes: int
    max_width_px: int
    min_width_px: int
    min_ratio: float
    max_ratio: float


@dataclass(frozen=True, slots=True)
class Refitted:
    """A JPEG within the limits, its size, and what was changed."""

    data: bytes
    size: tuple[int, int]
    notes: list[str] = field(default_factory=list)


def refit_image(opened: Opened, limits: Limits, background: str | None) -> Refitted | None:
    """*opened* within *limits*; None where even the narrowest allowed has too many bytes."""
    image = upright_rgb(opened.image)
    notes = _format_notes(opened)
    canvas, inner = _plan(image.size, limits)
    notes += _size_notes(image.size, canvas, inner)
    while True:
        encoded = encode_jpeg(_compose(image, canvas, inner, background), limits.max_bytes)
        if encoded is not None:
            data, quality = encoded
            if quality < _GOOD_QUALITY:
                notes.append(f"Compressed to quality {quality} to stay under the size limit.")
            return Refitted(data, canvas, notes)
        if canvas[0] <= limits.min_width_px:
            return None
        width = max(int(canvas[0] * _SMALLER), limits.min_width_px)
        canvas, inner = _plan(image.size, limits, width)
        notes = [note for note in notes if not note.startswith("Scaled")]
        notes.append(f"Scaled to {canvas[0]}x{canvas[1]} to stay under the size limit.")


def _plan(
    size: tuple[int, int], limits: Limits, width: int | None = None
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The size of the canvas and that of the picture on it, for a canvas *width* if given."""
    ratio = size[0] / size[1]
    shape = min(max(ratio, limits.min_ratio), limits.max_ratio)
    natural = size[0] if shape <= ratio else size[1] * shape
    wanted = width or round(min(max(natural, limits.min_width_px), limits.max_width_px))
    wide = _width_near(wanted, limits)
    low, high = _heights(wide, limits)
    high = min(max(round(wide / shape), low), high)
    scale = min(wide / size[0], high / size[1])
    inner = (min(round(size[0] * scale), wide), min(round(size[1] * scale), high))
    # A side off by one pixel would show as a hairline of the background.
    if wide - inner[0] == 1 or ratio == shape:
        inner = (wide, inner[1])
    if high - inner[1] == 1 or ratio == shape:
        inner = (inner[0], high)
    return (wide, high), (max(inner[0], 1), max(inner[1], 1))


def _width_near(wanted: int, limits: Limits) -> int:
    """The width nearest below *wanted*, else above, for which a whole height meets the ratio.

    Raises:
        ValueError: There is none: the limits contradict each other.
    """
    below = range(wanted, limits.min_width_px - 1, -1)
    above = range(wanted + 1, limits.max_width_px + 1)
    for width in chain(below, above):
        low, high = _heights(width, limits)
        if low <= high:
            return width
    raise ValueError("no whole width and height meet the limits for a picture")


def _heights(width: int, limits: Limits) -> tuple[int, int]:
    """The least and the greatest height that a picture of *width* may have."""
    low = math.ceil(width / limits.max_ratio) if limits.max_ratio < math.inf else 1
    high = math.floor(width / limits.min_ratio) if limits.min_ratio > 0 else _MOST_JPEG_PX
    return max(low, 1), min(high, _MOST_JPEG_PX)


def _compose(
    image: Image.Image, canvas: tuple[int, int], inner: tuple[int, int], background: str | None
) -> Image.Image:
    scaled = image if image.size == inner else image.resize(inner, Image.Resampling.LANCZOS)
    if inner == canvas:
        return scaled
    ground = (
        Image.new("RGB", canvas, parse_colour(background)) if background else _blur(image, canvas)
    )
    ground.paste(scaled, ((canvas[0] - inner[0]) // 2, (canvas[1] - inner[1]) // 2))
    return ground


def _blur(image: Image.Image, canvas: tuple[int, int]) -> Image.Image:
    small = (_BLUR_WIDTH_PX, max(round(_BLUR_WIDTH_PX * canvas[1] / canvas[0]), 1))
    cover = ImageOps.fit(image, small).filter(ImageFilter.GaussianBlur(6))
    return cover.resize(canvas, Image.Resampling.BICUBIC)


def _format_notes(opened: Opened) -> list[str]:
    notes = []
    if opened.media_type != "image/jpeg":
        notes.append(f"Converted from {opened.media_type.removeprefix('image/').upper()} to JPEG.")
    if getattr(opened.image, "n_frames", 1) > 1:
        notes.append("Only the first picture of the animation was kept.")
    if opened.image.getexif():
        notes.append("Metadata such as place and camera was removed.")
    return notes


def _size_notes(
    size: tuple[int, int], canvas: tuple[int, int], inner: tuple[int, int]
) -> list[str]:
    notes = []
    if max(abs(inner[0] - size[0]), abs(inner[1] - size[1])) > 1:
        verb = "Enlarged" if inner[0] > size[0] else "Scaled"
        notes.append(f"{verb} from {size[0]}x{size[1]} to {inner[0]}x{inner[1]}.")
    if canvas != inner:
        where = "at the sides" if canvas[0] > inner[0] else "above and below"
        notes.append(f"Bars were added {where} to reach {canvas[0]}x{canvas[1]}.")
    return notes
