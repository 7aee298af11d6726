"""The offer layout: a coupon with its price or percentage set large."""

import re

from PIL import Image

from pressroom.analysis.elements import (
    BODY,
    HEADLINE,
    Words,
    above_brand,
    art_panel,
    draw_button,
    set_button,
    write_brand,
)
from pressroom.analysis.stage import Box, SetText, Stage, Style
from pressroom.analysis.text_layout import Room

FIGURE = Style(900, (260, 240, 220, 200, 180, 160, 140, 120, 100), leading=1.1, max_lines=1)

_FIGURE = r"[-–−+]?\s?(?:[€$£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|€|\$|£|¥|₫|đ|EUR|USD|VND)(?!\w))"
_LEADING_FIGURE = re.compile(rf"^({_FIGURE})\s+(\S.*)$")
_CLOSING_FIGURE = re.compile(rf"^(.*\S)\s+({_FIGURE})$")


def draw_offer(stage: Stage, words: Words, photo: Image.Image | None) -> None:
    """The headline on a coupon, subline and button below it."""
    column = art_panel(stage, photo, share=0.34) if photo else stage.safe
    write_brand(stage, words, column, align="centre")
    box = above_brand(stage, column)
    subline = stage.set_text("subline", words.subline, BODY, Room(box.width, box.height // 4, 3))
    button = set_button(stage, words, box)
    top = box.bottom
    if button.height:
        top -= button.height + stage.px(22 + 8)
        draw_button(stage, button, box, top, align="centre")
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
