"""What is drawn on a terminal, at the widths that people have."""

import io
import os
import pty
import subprocess
import sys

import pytest
from rich.console import Console

from pressroom.cli.console import UNKNOWN, Options, print_table, show_rows
from tests.cli.desk import process_environment

LINK = "https://www.facebook.com/106728097004746_122100000002923"


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_link_is_never_broken(width: int) -> None:
    """It is there to be opened: a link in pieces opens nothing."""
    console = Console(file=io.StringIO(), width=width, markup=False)
    headings = ("post", "platform", "status", "time", "made by", "link or note")
    row = ("The autumn blend is here", "facebook", "published", "2026-11-25 09:00 UTC", "gemini")

    print_table(console, headings, [(*row, LINK)])

    assert isinstance(console.file, io.StringIO)
    assert LINK in console.file.getvalue()


POST = "01k9z9t3x4f6a8r4q0j1m2n3p4"
DUE = "2026-11-25 09:00 UTC"
TITLE = "The autumn blend is here, roasted on Tuesday and in the shop from Wednesday on"
LISTS = {
    "posts": (
        ("post", "title", "platform", "status", "time", "link or note"),
        (POST, TITLE, "instagram", "published", DUE, LINK),
    ),
    "effects": (
        ("key", "kind", "platform", "status", "due", "tries", "link or note"),
        (f"publish:{POST}:r1", "publish", "x", "unknown", DUE, "1", "no answer within 20 s"),
    ),
    "runs": (
        ("thread", "graph", "status", "started", "waits for or failed with"),
        (f"content-{POST}", "content", "waiting", DUE, f"effect:publish:{POST}:r1"),
    ),
    "insights": (
        ("post", "platform", "likes", "comments", "shares", "saves", "views", "reach", "rate"),
        (TITLE, "facebook", "12", "3", "1", UNKNOWN, "1234", "1000", "1.2 %"),
    ),
    "settings": (
        ("setting", "value", "origin"),
        ("database_url", "sqlite:///newsroom/.pressroom/pressroom.db", "newsroom/pressroom.toml"),
    ),
}


@pytest.mark.parametrize("width", [40, 60, 75, 80, 100, 160])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_read_at_every_width(name: str, width: int) -> None:
    """No word, id, time or link is broken, and nothing is left out: ids are copied from here."""
    headings, row = LISTS[name]
    console = Console(file=io.StringIO(), width=width, markup=False)

    print_table(console, headings, [row, row])

    assert isinstance(console.file, io.StringIO)
    drawn = console.file.getvalue()
    for cell in row:
        for word in cell.split():
            assert drawn.count(word) >= 2, f"{word} is broken"
    wide = [len(line) for line in drawn.splitlines() if " " in line.strip()]
    longest = max(len(word) for cell in row for word in cell.split())
    assert max(wide) <= max(width, longest + 30)


def test_without_a_terminal_nothing_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """What is piped is read by programs: one line for each row, every cell whole."""
    long = "word " * 500

    show_rows(Options(), ("post", "note"), [("a\nb\tc", long)])

    assert capsys.readouterr().out == f"post\tnote\na b c\t{long.strip()}\n"


def test_without_colour_a_terminal_still_gets_a_table() -> None:
    """NO_COLOR asks for no colours; columns that do not stand in line are not what it asks for."""
    reader, terminal = pty.openpty()
    command = "from pressroom.cli.console import Options, show_rows as show;"
    command += "show(Options(color=False), ('post', 'status'), [('A long title', 'published')])"

    subprocess.run(
        [sys.executable, "-P", "-c", command],
        stdout=terminal,
        env=process_environment() | {"NO_COLOR": "1", "TERM": "xterm"},
        check=True,
    )
    os.close(terminal)
    drawn = os.read(reader, 10_000).decode()

    assert "─" in drawn
    assert "\x1b[3" not in drawn
