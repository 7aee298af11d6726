"""The list layout: a headline and numbered items."""

import re
from dataclasses import dataclass, replace

from PIL import Image

from pressroom.analysis.elements import BUTTON, HEADLINE, Words, above_brand, art_panel, write_brand
from pressroom.analysis.stage import Box, SetText, Stage, Style
from pressroom.analysis.text_layout import Room

ITEM = Style(500, (54, 50, 46, 42, 38, 35, 32), leading=1.3, max_lines=4)

_MOST_ITEMS = 5
_SEPARATORS = re.compile(r" ?[;|•·] ?| [-–—] ")


def read_items(text: str) -> list[str]:
    """The items in a text that parts them with semicolons, bars, bullets or spaced dashes."""
    spaced = " ".join(text.split())
    items = (item.strip() for item in _SEPARATORS.split(spaced))
    return [item for item in items if item][:_MOST_ITEMS]


def draw_list(stage: Stage, words: Words, items: list[str], photo: Image.Image | None) -> None:
    """The headline and its numbered items, side by side where the picture is wide."""
    column = art_panel(stage, photo) if photo else _edge(stage)
    write_brand(stage, words, column)
    box = above_brand(stage, column)
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
