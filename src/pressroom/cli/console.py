"""What is printed where: data on stdout, talk on stderr, plain lines when nobody watches."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

from pressroom.cli.called import as_called

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Options:
    """The global options of this call."""

    settings: Path | None = None
    quiet: bool = False
    color: bool = True


def clean(text: str) -> str:
    """*text* without what could move the cursor, ring or reorder letters on a terminal.

    Captions and names come from the internet. Line breaks and tabs stay.
    """
    return "".join(c for c in text if _is_plain(c))


_JOINERS = "‌‍"
"""Zero-width joiners: not printable by Python's account, but part of emoji and of scripts."""


def _is_plain(char: str) -> bool:
    """Whether a terminal only draws it. Python counts no space but the common one as printable."""
    return char.isprintable() or char in "\n\t" or char in _JOINERS or category(char) == "Zs"


def visible(text: str) -> str:
    """*text* with what `clean` leaves out shown by its number: for who answers for the text."""
    return "".join(c if _is_plain(c) else f"⟨U+{ord(c):04X}⟩" for c in text)


def one_line(text: str) -> str:
    """*text* on one line: a title must not be able to look like a line of our own."""
    return " ".join(clean(text).split())


def is_terminal() -> bool:
    """Whether stdout is a terminal that a person watches, in colour or without."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def console_of(options: Options, *, stderr: bool = False) -> "Console":
    """A rich console that never reads markup in what it prints."""
    from rich.console import Console

    return Console(
        stderr=stderr,
        no_color=not options.color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not (sys.stderr if stderr else sys.stdout).isatty(),
    )


def talk(options: Options, text: str = "") -> None:
    """Say something to the person who typed the command."""
    if not options.quiet:
        sys.stderr.write(f"{clean(as_called(text))}\n")
        sys.stderr.flush()


def show(text: str) -> None:
    """Print data."""
    sys.stdout.write(f"{clean(text)}\n")


def show_json(value: Any) -> None:
    """Print *value* as one JSON document."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    # JSON lets C1 controls and direction marks stand as they are; a terminal obeys them.
    sys.stdout.write("".join(_as_json(c) for c in text) + "\n")


def _as_json(char: str) -> str:
    return char if _is_plain(char) else json.dumps(char)[1:-1]


def _plain(value: Any) -> Any:
    dump = getattr(value, "model_dump", None)
    if callable(dump):
        return dump(mode="json")
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


Row = Sequence[object]


def show_rows(options: Options, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Print a table: drawn on a terminal, else tab-separated lines under their headings."""
    # A title must not be able to look like a line, or a column, of our own.
    lines = [[one_line(cell(value)) for value in row] for row in rows]
    if is_terminal():
        print_table(console_of(options), headings, lines)
        return
    for line in [list(headings), *lines]:
        show("\t".join(line))


def print_table(
    console: "Console",
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    title: str = "",
) -> None:
    """Draw a table. What it has no room for stands below it, or each row in lines of its own.

    A column is never squeezed to where it cannot be read, and no link, id or time is broken.
    """
    if _fits(console, headings, lines):
        console.print(_draw_table(headings, lines, width=console.width, title=title))
        return
    has_links = headings[-1].startswith("link") and "platform" in headings
    short = [line[:-1] for line in lines]
    if has_links and _fits(console, headings[:-1], short):
        console.print(_draw_table(headings[:-1], short, width=console.width, title=title))
        platform = headings.index("platform")
        for line in lines:
            if line[-1] != UNKNOWN:
                told = clean(f" {line[0]}, {line[platform]}: {line[-1]}")
                console.print(told, soft_wrap=True)
        console.print()
        return
    _print_blocks(console, headings, lines, title=title)


def _fits(console: "Console", headings: Sequence[str], lines: Sequence[Sequence[str]]) -> bool:
    """Whether every column gets the room that it needs to be read."""
    needed = [_room_for(heading, place, lines) for place, heading in enumerate(headings)]
    return sum(needed) + _GAP * (len(needed) - 1) + _EDGES <= console.width


def _room_for(heading: str, place: int, lines: Sequence[Sequence[str]]) -> int:
    """The least width of a column: all of its longest word, and of a sentence some words."""
    from rich.cells import cell_len

    cells = [heading, *(clean(line[place]) for line in lines)]
    if heading in _WHOLE:
        return max(map(cell_len, cells))
    sentence = min(max(map(cell_len, cells)), _READABLE)
    return max([sentence, *(cell_len(word) for text in cells for word in text.split())])


def _print_blocks(
    console: "Console",
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    title: str,
) -> None:
    """Each row as a block: its first cell, and the others below it under their names."""
    from rich.text import Text

    if title:
        console.print(Text(one_line(title), style="italic"))
    widest = max(map(len, headings))
    for line in lines:
        console.print(Text(clean(line[0]), style="bold"), soft_wrap=" " not in line[0])
        for heading, value in zip(headings[1:], line[1:], strict=True):
            label = f"  {heading.ljust(widest)}  "
            told = Text(clean(value), style=_STYLES.get(value, ""))
            room = max(console.width - len(label), _READABLE)
            for part in told.wrap(console, room) if " " in value else [told]:
                console.print(Text(label, style="dim") + part, soft_wrap=True)
                label = " " * len(label)
        console.print()


def _draw_table(
    headings: Sequence[str], lines: Sequence[Sequence[str]], *, width: int, title: str
) -> "Table":
    """A table for a terminal; long cells wrap and nothing in them is read as markup."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=SIMPLE_HEAD, title=one_line(title) or None, title_justify="left", pad_edge=False
    )
    for place, (heading, room) in enumerate(
        zip(headings, _widths(headings, lines, width), strict=True)
    ):
        known = [line[place] for line in lines if line[place] != UNKNOWN]
        is_number = bool(known) and all(value.isdecimal() for value in known)
        table.add_column(
            heading, overflow="fold", width=room, justify="right" if is_number else "left"
        )
    for line in lines:
        table.add_row(*(Text(clean(cell), style=_STYLES.get(cell, "")) for cell in line))
    return table


def _widths(headings: Sequence[str], lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what it needs, and a fair share of what is left."""
    from rich.cells import cell_len

    places = range(len(headings))
    given = [_room_for(headings[place], place, lines) for place in places]
    wanted = [
        max(cell_len(headings[place]), *(cell_len(clean(line[place])) for line in lines), 1)
        for place in places
    ]
    left = width - sum(given) - _GAP * (len(given) - 1) - _EDGES
    hungry = sorted(places, key=lambda place: wanted[place] - given[place])
    for count, place in enumerate(hungry):
        share = min(wanted[place] - given[place], left // (len(hungry) - count))
        given[place] += share
        left -= share
    return given


UNKNOWN = "–"
"""What a table shows for what is not known."""
_WHOLE = ("time", "platform", "status", "made by", "due", "started", "waiting since", "when")
"""Columns that are read at a glance and never broken."""
_READABLE = 18
"""Cells of width that a sentence needs, or it reads like a list of words."""
_GAP, _EDGES = 3, 2
"""Cells between two columns, and beside the outer ones."""

_STYLES = {
    **dict.fromkeys(("published", "sent", "done", "ok", "live"), "green"),
    **dict.fromkeys(("unknown", "waiting", "review", "warn", "ready", "scheduled"), "yellow"),
    **dict.fromkeys(("failed", "fail"), "red"),
    "fallback": "yellow",
    "gemini": "cyan",
}


def cell(value: object) -> str:
    """*value* as a table shows it; what is not known is a dash, never a zero."""
    if value is None or value == "":
        return UNKNOWN
    if hasattr(value, "astimezone"):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return str(value)
