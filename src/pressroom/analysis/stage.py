"""The picture while it is drawn: shapes, photos and text, each put where it can be seen.

A text is drawn only after what lies behind it was looked at, pixel by pixel, so that its
contrast is a fact of the picture and not of the plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from PIL import Image, ImageDraw

from pressroom.analysis.palette import (
    BLACK,
    TEXT_CONTRAST,
    WHITE,
    Rgb,
    Scheme,
    contrast,
    legible,
    luminance,
)
from pressroom.analysis.text_layout import Fitted, Room, fit
from pressroom.analysis.typeface import Face, FontBook, reads_leftwards

Align = Literal["start", "centre"]

_RISE = 0.85
"""The baseline's distance from a line's top, as a share of the size, before leading."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """From top to bottom."""
        return self.bottom - self.top

    def inset(self, x: int, y: int) -> "Box":
        """The box without a margin of *x* at the sides and *y* above and below."""
        return Box(self.left + x, self.top + y, self.right - x, self.bottom - y)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: weight, sizes from the largest down to the floor, and leading."""

    weight: int
    sizes: tuple[int, ...]
    leading: float
    max_lines: int = 12


@dataclass(frozen=True, slots=True)
class SetText:
    """A text that was fitted and can be drawn anywhere."""

    name: str
    fitted: Fitted
    face: Face
    is_leftward: bool

    @property
    def height(self) -> int:
        """The height of its lines together."""
        return self.fitted.height_px

    @property
    def width(self) -> int:
        """The width of its longest line."""
        return round(max(map(self.face.width, self.fitted.lines), default=0.0))


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text on the finished picture, with its contrast against what is behind it."""

    name: str
    line: str
    box: Box
    contrast: float


@dataclass
class Stage:
    """A canvas with its colours and fonts; remembers where each text went."""

    image: Image.Image
    scheme: Scheme
    fonts: FontBook
    placed: list[Placed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def unit(self) -> float:
        """The shorter side as a share of 1080 pixels: what every measure is a multiple of."""
        return min(self.image.size) / 1080

    @property
    def margin(self) -> int:
        """The space that stays free along every edge."""
        return self.px(84)

    @property
    def is_wide(self) -> bool:
        """Whether the picture is wider than high."""
        return self.image.width > self.image.height

    @property
    def safe(self) -> Box:
        """The canvas without its margins: text stays inside."""
        return Box(0, 0, *self.image.size).inset(self.margin, self.margin)

    def px(self, units: float) -> int:
        """*units* of a picture whose shorter side is 1080, in pixels here."""
        return round(units * self.unit)

    def set_text(self, name: str, text: str, style: Style, room: Room) -> SetText:
        """Fit *text* into *room*; what had to be cut or divided is noted."""
        sizes = tuple(self.px(size) for size in style.sizes)
        room = replace(room, max_lines=min(room.max_lines, style.max_lines))

        def measure(part: str, size: int) -> float:
            return self.fonts.face(style.weight, size).width(part)

        fitted = fit(text, room, sizes, style.leading, measure)
        if fitted.is_cut:
            self.notes.append(f"The {name} was shortened: it is too long for the picture.")
        if fitted.is_split:
            self.notes.append(f"A word of the {name} was divided: it is wider than the picture.")
        face = self.fonts.face(style.weight, fitted.size_px)
        return SetText(name, fitted, face, reads_leftwards(text))

    def write(self, text: SetText, box: Box, ink: Rgb, *, top: int, align: Align = "start") -> None:
        """Draw *text* from *top* downwards within the sides of *box*.

        *ink* gives way to the nearest colour that can be read where it cannot.
        """
        step = text.fitted.size_px * text.fitted.leading
        lines = []
        for index, line in enumerate(text.fitted.lines):
            spare = box.width - text.face.width(line)
            shift = spare / 2 if align == "centre" else spare if text.is_leftward else 0
            lead = (step - text.fitted.size_px) / 2
            pen = (
                round(box.left + shift),
                round(top + index * step + lead + _RISE * text.fitted.size_px),
            )
            left, high, right, low = text.face.bounds(line)
            lines.append(
                (line, pen, Box(pen[0] + left, pen[1] + high, pen[0] + right, pen[1] + low))
            )
        shades = [self.extremes(spot) for _, _, spot in lines]
        if shades:
            ink = _readable(ink, [shade for pair in shades for shade in pair])
        for (line, pen, spot), pair in zip(lines, shades, strict=True):
            text.face.draw(self.image, pen, line, ink)
            self.placed.append(
                Placed(text.name, line, spot, min(contrast(ink, shade) for shade in pair))
            )

    def extremes(self, box: Box) -> tuple[Rgb, Rgb]:
        """The darkest and the lightest colour within *box*."""
        limits = (max(box.left, 0), max(box.top, 0), box.right, box.bottom)
        region = self.image.crop(limits)
        if region.width * region.height > 40_000:
            # Areas of some 4 by 4 pixels: finer than the strokes of any text drawn here.
            region = region.reduce(4)
        shades = region.getcolors(region.width * region.height) or [(1, self.scheme.ground)]
        ordered = sorted({_rgb(shade) for _, shade in shades}, key=luminance)
        return ordered[0], ordered[-1]

    def disc(self, centre: tuple[float, float], radius: float, colour: Rgb) -> None:
        """A filled circle; it may reach over the edge."""
        x, y = centre
        box = Box(round(x - radius), round(y - radius), round(x + radius), round(y + radius))
        self.panel(box, colour, radius=box.width // 2)

    def ring(self, centre: tuple[float, float], radius: float, width: float, colour: Rgb) -> None:
        """A circle's outline of *width*, drawn inwards from *radius*."""
        x, y = centre
        box = Box(round(x - radius), round(y - radius), round(x + radius), round(y + radius))
        scale = _oversampling(box)
        mask = Image.new("L", (box.width * scale, box.height * scale), 0)
        ImageDraw.Draw(mask).ellipse(
            (0, 0, mask.width - 1, mask.height - 1), outline=255, width=round(width * scale)
        )
        self.image.paste(colour, (box.left, box.top), mask.reduce(scale))

    def panel(self, box: Box, colour: Rgb, *, radius: int = 0) -> None:
        """A filled rectangle with rounded corners."""
        if radius == 0:
            self.image.paste(colour, (box.left, box.top, box.right, box.bottom))
            return
        scale = _oversampling(box)
        mask = Image.new("L", (box.width * scale, box.height * scale), 0)
        ImageDraw.Draw(mask).rounded_rectangle(
            (0, 0, mask.width - 1, mask.height - 1), radius=radius * scale, fill=255
        )
        self.image.paste(colour, (box.left, box.top), mask.reduce(scale))

    def shape(self, outline: Sequence[tuple[float, float]], colour: Rgb) -> None:
        """A filled polygon with smooth edges."""
        mask = Image.new("L", (self.image.width * 2, self.image.height * 2), 0)
        ImageDraw.Draw(mask).polygon([(x * 2, y * 2) for x, y in outline], fill=255)
        self.image.paste(colour, (0, 0), mask.reduce(2))

    def shade(self, box: Box, colour: Rgb, strength: tuple[float, float]) -> None:
        """*colour* laid over *box*, from the first strength at its top to the second at its foot.

        Strengths are from 0.0 (nothing) to 1.0 (the colour alone).
        """
        column = Image.new("L", (1, box.height))
        top, foot = strength
        for row in range(box.height):
            share = row / max(box.height - 1, 1)
            smooth = share * share * (3 - 2 * share)
            column.putpixel((0, row), round(255 * (top + (foot - top) * smooth)))
        self.image.paste(colour, (box.left, box.top), column.resize((box.width, box.height)))


def _readable(ink: Rgb, behind: list[Rgb]) -> Rgb:
    """*ink*, or the nearest colour to it that can be read on every shade *behind*."""
    if min(contrast(ink, shade) for shade in behind) >= TEXT_CONTRAST:
        return ink
    candidates = [WHITE, BLACK, *(legible([ink], shade) for shade in behind)]
    return max(candidates, key=lambda one: min(contrast(one, shade) for shade in behind))


def _oversampling(box: Box) -> int:
    return 2 if max(box.width, box.height) > 400 else 4


def _rgb(shade: object) -> Rgb:
    if not isinstance(shade, tuple):
        raise TypeError(f"the canvas is RGB, so a pixel is no {type(shade).__name__}")
    red, green, blue = shade
    return red, green, blue
