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
    lines = [[cell(value) for value in row] for row in rows]
    if is_terminal():
        print_table(console_of(options), headings, lines)
        return
    for line in [list(headings), *lines]:
        show("\t".join(" ".join(cell.split()) for cell in line))


def print_table(
    console: "Console",
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    title: str = "",
) -> None:
    """Draw a table; links that it has no room for stand below it, whole, to be opened."""
    from rich.measure import Measurement

    table = draw_table(headings, lines, title=title)
    unbounded = console.options.update(max_width=10_000)
    too_wide = Measurement.get(console, unbounded, table).maximum > console.width
    if not (headings[-1].startswith("link") and too_wide):
        console.print(table)
        return
    console.print(draw_table(headings[:-1], [line[:-1] for line in lines], title=title))
    platform = headings.index("platform")
    for line in lines:
        if line[-1] != UNKNOWN:
            console.print(clean(f" {line[0]}, {line[platform]}: {line[-1]}"), soft_wrap=True)
    console.print()


def draw_table(
    headings: Sequence[str], lines: Iterable[Sequence[str]], *, title: str = ""
) -> "Table":
    """A table for a terminal; long cells wrap and nothing in them is read as markup."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=SIMPLE_HEAD, title=one_line(title) or None, title_justify="left", pad_edge=False
    )
    drawn = list(lines)
    for place, heading in enumerate(headings):
        known = [line[place] for line in drawn if line[place] != UNKNOWN]
        is_number = bool(known) and all(value.isdecimal() for value in known)
        table.add_column(
            heading,
            overflow="fold",
            no_wrap=heading in _WHOLE,
            justify="right" if is_number else "left",
        )
    for line in drawn:
        table.add_row(*(Text(clean(cell), style=_STYLES.get(cell, "")) for cell in line))
    return table


UNKNOWN = "–"
"""What a table shows for what is not known."""
_WHOLE = ("time", "platform", "status", "made by")
"""Columns that are read at a glance and never broken."""

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
