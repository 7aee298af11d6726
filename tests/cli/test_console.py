"""What is drawn on a terminal, at the widths that people have."""

import io

import pytest
from rich.console import Console

from pressroom.cli.console import print_table

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
