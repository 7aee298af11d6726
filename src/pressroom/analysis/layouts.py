"""The five layouts a variant may ask for, each drawn on a stage of any size.

All share one scale of three text sizes, one margin and one accent. A picture that is wider
than high has its text at the left and its art at the right; otherwise the art is on top.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PIL import Image, ImageOps

from pressroom.analysis.palette import (
    BLACK,
    TEXT_CONTRAST,
    WHITE,
    Rgb,
    compose_scheme,
    contrast,
    mix,
)
from pressroom.analysis.stage import Align, Box, SetText, Stage, Style
from pressroom.analysis.text_layout import Room
from pressroom.domain.content import VisualLayout

HEADLINE = Style(
    800, (116, 108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 42, 38, 34), leading=1.14
)
QUOTE = Style(600, (108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 42, 38, 34), leading=1.24)
BODY = Style(400, (42, 40, 38, 36, 34, 32), leading=1.42, max_lines=6)
ITEM = Style(500, (54, 50, 46, 42, 38, 35, 32), leading=1.3, max_lines=4)
BUTTON = Style(700, (34, 32, 30, 28, 26), leading=1.3, max_lines=1)
SMALL = Style(600, (28, 26, 24, 22), leading=1.3, max_lines=1)
FIGURE = Style(900, (260, 240, 220, 200, 180, 160, 140, 120, 100), leading=1.1, max_lines=1)

_FIGURE = r"[-–−+]?\s?(?:[€$£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|€|\$|£|¥|₫|đ|EUR|USD|VND)(?!\w))"
_LEADING_FIGURE = re.compile(rf"^({_FIGURE})\s+(\S.*)$")
_CLOSING_FIGURE = re.compile(rf"^(.*\S)\s+({_FIGURE})$")
_SEPARATORS = re.compile(r"\s*(?:[;|•·]|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a picture, cleaned: every character can be drawn."""

    headline: str
    subline: str
    button: str
    brand: str


Draw = Callable[[Stage, Words, Image.Image | None], None]


def draw(layout: VisualLayout, stage: Stage, words: Words, photo: Image.Image | None) -> None:
    """Fill *stage* with *words* in *layout*; *photo*, if any, becomes its art."""
    _LAYOUTS[layout](stage, words, photo)


def _announce(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    column = _art_panel(stage, photo) if photo else _discs(stage)
    _brand(stage, words, column)
    _stack(stage, words, _above_brand(stage, column), stands_low=not stage.is_wide)


def _discs(stage: Stage) -> Box:
    """Three circles that reach over the edge, clear of the column that is returned."""
    width, height = stage.image.size
    scheme, px = stage.scheme, stage.px
    if stage.is_wide:
        stage.disc((width * 0.93, height * 0.40), px(520), scheme.tint)
        stage.disc((width * 0.98, height * 0.52), px(370), scheme.accent)
        stage.ring((width * 0.80, height * 0.16), px(104), px(20), scheme.ink)
        return Box(stage.safe.left, stage.safe.top, round(width * 0.60), stage.safe.bottom)
    stage.disc((width * 0.76, height * 0.06), px(500), scheme.tint)
    stage.disc((width * 0.90, height * 0.05), px(360), scheme.accent)
    stage.ring((width * 0.46, height * 0.22), px(84), px(18), scheme.ink)
    return Box(stage.safe.left, round(height * 0.36), stage.safe.right, stage.safe.bottom)


def _art_panel(stage: Stage, photo: Image.Image, share: float = 0.42) -> Box:
    """The photo over the art's part of the canvas; what is returned is left for text.

    *share* is the art's part of a high canvas; a wide one always gives it the right side.
    """
    width, height = stage.image.size
    art = Box(round(width * 0.58), 0, width, height)
    column = Box(stage.safe.left, stage.safe.top, art.left - stage.px(56), stage.safe.bottom)
    if not stage.is_wide:
        art = Box(0, 0, width, round(height * share))
        column = Box(stage.safe.left, art.bottom + stage.px(64), stage.safe.right, column.bottom)
    _place_photo(stage, photo, art)
    return column


def _place_photo(stage: Stage, photo: Image.Image, art: Box) -> None:
    # Faces and subjects sit above the middle more often than below it.
    cover = ImageOps.fit(photo, (art.width, art.height), centering=(0.5, 0.4))
    stage.image.paste(cover, (art.left, art.top))


def _quote(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    scheme = stage.scheme
    if photo is None:
        stage.disc(stage.image.size, stage.px(430), scheme.tint)
    column = _art_panel(stage, photo) if photo else stage.safe
    _brand(stage, words, column)
    box = _above_brand(stage, column)
    mark = stage.fonts.face(800, stage.px(300 if photo is None else 200))
    mark_high, gap = round(mark.cap_px * 0.5), stage.px(48)
    rest = Room(box.width, box.height - mark_high - gap)
    who = stage.set_text(
        "subline", words.subline, BODY, Room(box.width - stage.px(96), rest.height_px // 3, 3)
    )
    who_high = who.height + gap if who.height else 0
    said = words.headline.strip(' “”„"«»')
    quote = stage.set_text("headline", said, QUOTE, Room(box.width, rest.height_px - who_high))
    total = mark_high + gap + quote.height + who_high
    top = box.top + (box.height - total) // 2
    mark.draw(stage.image, (box.left - stage.px(14), top + mark.cap_px), "“", scheme.accent)
    top += mark_high + gap
    stage.write(quote, box, scheme.ink, top=top)
    if who.height:
        _attribute(stage, who, box, top + quote.height + gap)


def _attribute(stage: Stage, who: SetText, box: Box, top: int) -> None:
    """Who said it, after a dash in the accent."""
    middle = top + round(who.fitted.size_px * who.fitted.leading / 2)
    dash = Box(box.left, middle - stage.px(3), box.left + stage.px(64), middle + stage.px(3))
    aside = Box(box.left + stage.px(96), box.top, box.right, box.bottom)
    if who.is_leftward:
        dash = Box(box.right - stage.px(64), dash.top, box.right, dash.bottom)
        aside = Box(box.left, box.top, box.right - stage.px(96), box.bottom)
    stage.panel(dash, stage.scheme.accent)
    stage.write(who, aside, stage.scheme.quiet, top=top)


def _list(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    items = [item for item in _SEPARATORS.split(words.subline) if item][:5]
    if len(items) < 2:
        _announce(stage, words, photo)
        return
    column = _art_panel(stage, photo) if photo else _edge(stage)
    _brand(stage, words, column)
    box = _above_brand(stage, column)
    if stage.is_wide and photo is None:
        middle = box.left + round(box.width * 0.46)
        head = Box(box.left, box.top, middle - stage.px(56), box.bottom)
        title = stage.set_text("headline", words.headline, HEADLINE, Room(head.width, head.height))
        rows = _set_rows(stage, items, Box(middle, box.top, box.right, box.bottom))
        stage.write(title, head, stage.scheme.ink, top=head.top + (head.height - title.height) // 2)
        _draw_rows(stage, rows, box.top + (box.height - rows.height) // 2)
        return
    share = round(box.height * 0.46)
    title = stage.set_text("headline", words.headline, HEADLINE, Room(box.width, share))
    gap = stage.px(72 if photo is None else 40)
    rest = Box(box.left, box.top + title.height + gap, box.right, box.bottom)
    rows = _set_rows(stage, items, rest)
    spare = rest.height - rows.height
    top = box.top + spare // 2
    stage.write(title, box, stage.scheme.ink, top=top)
    _draw_rows(stage, rows, top + title.height + gap)


def _edge(stage: Stage) -> Box:
    stage.panel(Box(0, 0, stage.px(28), stage.image.height), stage.scheme.accent)
    return stage.safe


@dataclass(frozen=True, slots=True)
class _Rows:
    """Numbered items, all in one size, with the distance from one to the next."""

    texts: list[SetText]
    box: Box
    step: int
    radius: int

    @property
    def height(self) -> int:
        return self.step * len(self.texts)


def _set_rows(stage: Stage, items: list[str], box: Box) -> _Rows:
    radius = stage.px(38)
    share = box.height // len(items)
    room = Room(box.width - 2 * radius - stage.px(32), share - stage.px(16))
    sized = [stage.set_text("item", item, ITEM, room) for item in items]
    smallest = min(text.fitted.size_px for text in sized)
    sizes = tuple(size for size in ITEM.sizes if stage.px(size) <= smallest)
    texts = [stage.set_text("item", item, replace(ITEM, sizes=sizes), room) for item in items]
    tallest = max(*(text.height for text in texts), 2 * radius)
    return _Rows(texts, box, min(share, tallest + stage.px(64)), radius)


def _draw_rows(stage: Stage, rows: _Rows, top: int) -> None:
    box, radius = rows.box, rows.radius
    leftward = rows.texts[0].is_leftward
    centre = box.right - radius if leftward else box.left + radius
    indent = 2 * radius + stage.px(32)
    aside = Box(box.left + indent, box.top, box.right, box.bottom)
    if leftward:
        aside = Box(box.left, box.top, box.right - indent, box.bottom)
    for number, text in enumerate(rows.texts, 1):
        middle = top + rows.step // 2
        stage.disc((centre, middle), radius, stage.scheme.accent)
        digit = stage.set_text("number", str(number), BUTTON, Room(2 * radius, 2 * radius))
        spot = Box(centre - radius, middle - radius, centre + radius, middle + radius)
        stage.write(
            digit, spot, stage.scheme.on_accent, top=middle - digit.height // 2, align="centre"
        )
        stage.write(text, aside, stage.scheme.ink, top=middle - text.height // 2)
        top += rows.step


def _offer(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    column = _art_panel(stage, photo, share=0.34) if photo else stage.safe
    _brand(stage, words, column, align="centre")
    box = _above_brand(stage, column)
    subline = stage.set_text("subline", words.subline, BODY, Room(box.width, box.height // 4, 3))
    button = _set_button(stage, words, box)
    top = box.bottom
    if button.height:
        top -= button.height + stage.px(22 + 8)
        _button(stage, button, box, top, align="centre")
        top -= stage.px(22)
    if subline.height:
        top -= subline.height + stage.px(28)
        stage.write(subline, box, stage.scheme.ink, top=top, align="centre")
    _ticket(stage, words.headline, Box(box.left, box.top, box.right, top - stage.px(28)))


def _ticket(stage: Stage, headline: str, box: Box) -> None:
    """A coupon with two bites; a figure at either end of the headline is set large."""
    scheme = stage.scheme
    stage.panel(box, scheme.accent, radius=stage.px(36))
    for side in (box.left, box.right):
        stage.disc((side, (box.top + box.bottom) / 2), stage.px(38), scheme.ground)
    inner = box.inset(stage.px(72), stage.px(36))
    parts = _with_figure(headline)
    if inner.height < stage.px(260):
        parts = [("headline", headline)]
    styles = {"figure": FIGURE, "headline": HEADLINE}
    texts: dict[str, SetText] = {}
    room = inner.height
    for name, part in sorted(parts):  # the figure takes its room first
        high = round(room * 0.55) if name == "figure" else room
        texts[name] = stage.set_text(name, part, styles[name], Room(inner.width, high))
        room -= texts[name].height
    top = inner.top + room // 2
    for name, _ in parts:
        stage.write(texts[name], inner, scheme.on_accent, top=top, align="centre")
        top += texts[name].height


def _with_figure(headline: str) -> list[tuple[str, str]]:
    """The headline in reading order: a price or percentage at either end stands alone."""
    if found := _LEADING_FIGURE.match(headline):
        return [("figure", found[1]), ("headline", found[2])]
    if found := _CLOSING_FIGURE.match(headline):
        return [("headline", found[1]), ("figure", found[2])]
    return [("headline", headline)]


def _photo(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    """The photo over the whole canvas, darkened below just as far as the text needs."""
    width, height = stage.image.size
    canvas = Box(0, 0, width, height)
    if photo is None:
        _scene(stage)
        stage.notes.append("No photo was given: a drawn scene stands in its place.")
    else:
        _place_photo(stage, photo, canvas)
    safe = stage.safe
    column = Box(safe.left, round(height * 0.42), safe.right, safe.bottom)
    if stage.is_wide:
        column = Box(safe.left, round(height * 0.30), round(width * 0.70), safe.bottom)
    dark = mix(stage.scheme.ground if stage.scheme.ground != WHITE else BLACK, BLACK, 0.72)
    _scrim(stage, column, dark)
    stage.scheme = compose_scheme(dark, [WHITE], [stage.scheme.accent, stage.scheme.on_accent])
    _brand(stage, words, column, ink=WHITE)
    _stack(stage, words, _above_brand(stage, column), stands_low=True)


def _scrim(stage: Stage, column: Box, dark: Rgb) -> None:
    """Darken behind *column* in the smallest of a few steps that makes white readable."""
    bare = stage.image.copy()
    fade = Box(0, max(column.top - stage.px(260), 0), stage.image.width, column.top)
    below = Box(0, column.top, stage.image.width, stage.image.height)
    for strength in (0.25, 0.40, 0.55, 0.62, 0.70, 0.78, 0.86, 0.92):
        stage.image.paste(bare)
        stage.shade(fade, dark, (0.0, strength))
        stage.shade(below, dark, (strength, min(strength + 0.12, 1.0)))
        if contrast(WHITE, stage.extremes(column)[1]) >= TEXT_CONTRAST:
            return


def _scene(stage: Stage) -> None:
    """A sun over three hills in the brand's colours."""
    width, height = stage.image.size
    scheme = stage.scheme
    sky = mix(scheme.accent, WHITE, 0.72)
    stage.panel(Box(0, 0, width, height), sky)
    stage.shade(Box(0, 0, width, round(height * 0.6)), mix(scheme.accent, WHITE, 0.35), (0.0, 1.0))
    stage.disc((width * 0.70, height * 0.27), stage.px(170), scheme.accent)
    light = mix(scheme.ground, BLACK, 0.15)
    hills = ((0.36, 0.045, 1.1, 0.6, 0.0), (0.48, 0.05, 1.4, 2.2, 0.4), (0.64, 0.05, 1.2, 4.0, 0.7))
    for level, swing, waves, start, depth in hills:
        ridge = [
            (x, height * (level + swing * math.sin(start + waves * math.tau * x / width)))
            for x in range(0, width + 20, 20)
        ]
        stage.shape([*ridge, (width, height), (0, height)], mix(light, BLACK, depth))


def _stack(stage: Stage, words: Words, box: Box, *, stands_low: bool) -> None:
    """Rule, headline, subline and button, one below the other, in the box's foot or middle."""
    scheme, gap = stage.scheme, stage.px(44)
    button = _set_button(stage, words, box)
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
        _button(stage, button, box, top + gap + stage.px(22))


def _set_button(stage: Stage, words: Words, box: Box) -> SetText:
    return stage.set_text(
        "button", words.button, BUTTON, Room(box.width - stage.px(96), stage.px(60))
    )


def _button(stage: Stage, text: SetText, box: Box, top: int, *, align: Align = "start") -> None:
    """A pill in the accent around *text*, whose own top is *top*."""
    pad_x, pad_y = stage.px(44), stage.px(22)
    width = text.width + 2 * pad_x
    left = box.left + (box.width - width) // 2 if align == "centre" else box.left
    if text.is_leftward and align == "start":
        left = box.right - width
    pill = Box(left, top - pad_y, left + width, top + text.height + pad_y)
    stage.panel(pill, stage.scheme.accent, radius=pill.height // 2)
    stage.write(text, pill, stage.scheme.on_accent, top=top, align="centre")


def _brand(
    stage: Stage, words: Words, column: Box, *, ink: Rgb | None = None, align: Align = "start"
) -> None:
    """The brand's name, small, on the column's foot."""
    text = stage.set_text("brand name", words.brand, SMALL, Room(column.width, stage.px(60)))
    top = column.bottom - text.height
    stage.write(text, column, ink or stage.scheme.quiet, top=top, align=align)


def _above_brand(stage: Stage, column: Box) -> Box:
    return Box(column.left, column.top, column.right, column.bottom - stage.px(96))


_LAYOUTS: Mapping[VisualLayout, Draw] = {
    "announcement": _announce,
    "quote": _quote,
    "list": _list,
    "offer": _offer,
    "photo": _photo,
}
