"""The five layouts a variant may ask for, each drawn on a stage of any size."""

import math
from collections.abc import Callable, Mapping

from PIL import Image

from pressroom.analysis.elements import (
    BODY,
    Words,
    above_brand,
    art_panel,
    place_photo,
    stack,
    write_brand,
)
from pressroom.analysis.numbered import draw_list, read_items
from pressroom.analysis.palette import (
    BLACK,
    TEXT_CONTRAST,
    WHITE,
    Rgb,
    compose_scheme,
    contrast,
    mix,
)
from pressroom.analysis.stage import Box, SetText, Stage, Style
from pressroom.analysis.text_layout import Room
from pressroom.analysis.ticket import draw_offer
from pressroom.domain.content import VisualLayout

QUOTE = Style(600, (108, 100, 92, 86, 80, 74, 68, 62, 58, 54, 50, 46, 42, 38, 34), leading=1.24)

Draw = Callable[[Stage, Words, Image.Image | None], None]


def draw(layout: VisualLayout, stage: Stage, words: Words, photo: Image.Image | None) -> None:
    """Fill *stage* with *words* in *layout*; *photo*, if any, becomes its art."""
    _LAYOUTS[layout](stage, words, photo)


def _announce(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    column = art_panel(stage, photo) if photo else _discs(stage)
    write_brand(stage, words, column)
    stack(stage, words, above_brand(stage, column), stands_low=not stage.is_wide)


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


def _quote(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    scheme = stage.scheme
    if photo is None:
        stage.disc(stage.image.size, stage.px(430), scheme.tint)
    column = art_panel(stage, photo) if photo else stage.safe
    write_brand(stage, words, column)
    box = above_brand(stage, column)
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
    left = box.left - stage.px(14)
    if quote.is_leftward:
        left = box.right + stage.px(14) - round(mark.width("“"))
    mark.draw(stage.image, (left, top + mark.cap_px), "“", scheme.accent)
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
    items = read_items(words.subline)
    if len(items) < 2:
        _announce(stage, words, photo)
    else:
        draw_list(stage, words, items, photo)


def _photo(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    """The photo over the whole canvas, darkened below just as far as the text needs."""
    width, height = stage.image.size
    canvas = Box(0, 0, width, height)
    if photo is None:
        _scene(stage)
        stage.notes.append("No photo was given: a drawn scene stands in its place.")
    else:
        place_photo(stage, photo, canvas)
    safe = stage.safe
    column = Box(safe.left, round(height * 0.42), safe.right, safe.bottom)
    if stage.is_wide:
        column = Box(safe.left, round(height * 0.30), round(width * 0.70), safe.bottom)
    dark = mix(stage.scheme.ground if stage.scheme.ground != WHITE else BLACK, BLACK, 0.72)
    _scrim(stage, column, dark)
    stage.scheme = compose_scheme(dark, [WHITE], [stage.scheme.accent, stage.scheme.on_accent])
    write_brand(stage, words, column, ink=WHITE)
    stack(stage, words, above_brand(stage, column), stands_low=True)


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


_LAYOUTS: Mapping[VisualLayout, Draw] = {
    "announcement": _announce,
    "quote": _quote,
    "list": _list,
    "offer": draw_offer,
    "photo": _photo,
}
