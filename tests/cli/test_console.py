"""What is drawn on a terminal, at the widths that people have."""

import io
import os
import pty
import subprocess
import sys

import pytest
from rich.console import Console

from pressroom.cli.console import print_table
from tests.cli.desk import process_environment

LINK = "https://www.facebook.com/106728097004746_122100000002923"


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_link_is_never_broken(width: int) -> None:
    """It is there to be opened: a link in pieces opens nothing."""
    console = Console(file=io.StringIO(), width=width, markup=False)
    headings = ("post", "platform", "status", "time", "made by", "link or note")
    row = ("The autumn blend is here", "facebook", "published", "2026-11-25 09:00 UTC", "gemini")

    print_table(console, headings, [(*row, LINK)])

    assert isinstance(console.file, io.StringIO)
    assert LINK in console.file.getvalue()


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
