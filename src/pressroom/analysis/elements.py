"""What the layouts are put together from: words, type sizes, art, button and brand name.

All share one scale of three text sizes, one margin and one accent. A picture that is wider
than high has its text at the left and its art at the right; otherwise the art is on top.
"""

from dataclasses import dataclass

from PIL import Image, ImageOps

from pressroom.analysis.palette import Rgb
from pressroom.analysis.stage import Align, Box, SetText, Stage, Style
from pressroom.analysis.text_layout import Room

HEADLINE = Style(
    800, (116, 108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 42, 38, 34), leading=1.14
)
BODY = Style(400, (42, 40, 38, 36, 34, 32), leading=1.42, max_lines=6)
BUTTON = Style(700, (34, 32, 30, 28, 26), leading=1.3, max_lines=1)
SMALL = Style(600, (28, 26, 24, 22), leading=1.3, max_lines=1)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a picture, cleaned: every character can be drawn."""

    headline: str
    subline: str
    button: str
    brand: str


def art_panel(stage: Stage, photo: Image.Image, share: float = 0.42) -> Box:
    """The photo over the art's part of the canvas; what is returned is left for text.

    *share* is the art's part of a high canvas; a wide one always gives it the right side.
    """
    width, height = stage.image.size
    art = Box(round(width * 0.58), 0, width, height)
    column = Box(stage.safe.left, stage.safe.top, art.left - stage.px(56), stage.safe.bottom)
    if not stage.is_wide:
        art = Box(0, 0, width, round(height * share))
        column = Box(stage.safe.left, art.bottom + stage.px(64), stage.safe.right, column.bottom)
    place_photo(stage, photo, art)
    return column


def place_photo(stage: Stage, photo: Image.Image, art: Box) -> None:
    """The photo over the whole of *art*, cut at two sides where the shapes differ."""
    # Faces and subjects sit above the middle more often than below it.
    cover = ImageOps.fit(photo, (art.width, art.height), centering=(0.5, 0.4))
    stage.image.paste(cover, (art.left, art.top))


def stack(stage: Stage, words: Words, box: Box, *, stands_low: bool) -> None:
    """Rule, headline, subline and button, one below the other, in the box's foot or middle."""
    scheme, gap = stage.scheme, stage.px(44)
    button = set_button(stage, words, box)
    button_high = button.height + 2 * gap if button.height else 0
    subline = stage.set_text("subline", words.subline, BODY, Room(box.width, box.height // 3))
    subline_high = subline.height + stage.px(24) if subline.height else 0
    room = Room(box.width, box.height - button_high - subline_high - gap)
    headline = stage.set_text("headline", words.headline, HEADLINE, room)
    spare = box.height - gap - headline.height - subline_high - button_high
    top = box.top + (spare if stands_low else spare // 2)
    left = box.right - stage.px(96) if headline.is_leftward else box.left
    stage.panel(Box(left, top, left + stage.px(96), top + stage.px(12)), scheme.accent)
    top += gap
    stage.write(headline, box, scheme.ink, top=top)
    top += headline.height
    if subline.height:
        stage.write(subline, box, scheme.ink, top=top + stage.px(24))
        top += subline_high
    if button.height:
        draw_button(stage, button, box, top + gap + stage.px(22))


def set_button(stage: Stage, words: Words, box: Box) -> SetText:
    """The button's words, fitted into the box; without height where there are none."""
    return stage.set_text(
        "button", words.button, BUTTON, Room(box.width - stage.px(96), stage.px(60))
    )


def draw_button(stage: Stage, text: SetText, box: Box, top: int, *, align: Align = "start") -> None:
    """A pill in the accent around *text*, whose own top is *top*."""
    pad_x, pad_y = stage.px(44), stage.px(22)
    width = text.width + 2 * pad_x
    left = box.left + (box.width - width) // 2 if align == "centre" else box.left
    if text.is_leftward and align == "start":
        left = box.right - width
    pill = Box(left, top - pad_y, left + width, top + text.height + pad_y)
    stage.panel(pill, stage.scheme.accent, radius=pill.height // 2)
    stage.write(text, pill, stage.scheme.on_accent, top=top, align="centre")


def write_brand(
    stage: Stage, words: Words, column: Box, *, ink: Rgb | None = None, align: Align = "start"
) -> None:
    """The brand's name, small, on the column's foot."""
    text = stage.set_text("brand name", words.brand, SMALL, Room(column.width, stage.px(60)))
    top = column.bottom - text.height
    stage.write(text, column, ink or stage.scheme.quiet, top=top, align=align)


def above_brand(stage: Stage, column: Box) -> Box:
    """The part of the column that the brand's name leaves free."""
    return Box(column.left, column.top, column.right, column.bottom - stage.px(96))
