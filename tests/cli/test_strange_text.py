"""Control characters and terminal escapes: refused where they are typed, never printed raw."""

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from pressroom.cli.console import print_table
from pressroom.cli.demo_report import print_table as demo_table
from tests.cli.desk import Desk, process_environment

EVIL = "a\x1b]0;owned\x07\x1b[2J\x9b31m\u202eb"


def is_raw(text: str) -> bool:
    """Whether a terminal would do more than draw it."""
    return any(c for c in text if c not in "\n\t" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0))


@pytest.mark.parametrize("field", ["title", "message", "external_id"])
@pytest.mark.parametrize("strange", ["\\u0000", "\\u001b[2J", "\\ud83d"])
def test_a_brief_that_holds_them_is_refused_in_one_line(
    desk: Desk, field: str, strange: str
) -> None:
    """JSON and YAML can write any character without looking like it."""
    brief = {"title": "t", "message": "m", "platforms": ["x"], "publish_now": True, field: "HERE"}
    file = desk.write("brief.json", json.dumps(brief).replace("HERE", f"a{strange}b"))

    typed = desk.type("run", "content", "--input", file)

    assert (typed.code, typed.out, desk.calls()) == (2, "", 0)
    assert typed.err.startswith("Error: ")
    assert typed.err.count("\n") == 1
    assert field in typed.err
    assert "U+" in typed.err
    assert not is_raw(typed.err)


def test_what_is_stored_all_the_same_is_printed_harmless(desk: Desk, brief: Path) -> None:
    """A store may hold what an older version took in, and what platforms and people wrote."""
    desk.type("run", "content", "--input", brief, "--offline", "--thread", "t1", "--review")
    stored = json.dumps(EVIL)[1:-1]
    with closing(sqlite3.connect(desk.folder / ".pressroom" / "pressroom.db")) as database:
        database.execute("UPDATE posts SET title = ?, content = ?", (EVIL, EVIL))
        database.execute("UPDATE platform_posts SET text = ?, note = ?", (EVIL, EVIL))
        database.execute("UPDATE effects SET note = ?", (EVIL,))
        database.execute("UPDATE effects SET permalink = ?", (EVIL,))
        database.execute("UPDATE runs SET error = ?", (EVIL,))
        database.execute("UPDATE runs SET input = replace(input, 'Refills', ?)", (stored,))
        database.commit()
    (post,) = desk.type("posts", "list", "--json").json
    key = desk.type("effects", "list", "--json").json[0]["key"]

    for command in (
        ("posts", "list"),
        ("posts", "show", post["id"]),
        ("runs", "list"),
        ("runs", "show", "t1"),
        ("effects", "list"),
        ("effects", "show", key),
        ("approvals", "list"),
        ("approvals", "show", "t1"),
        ("approvals", "reject", "t1", "--reason", EVIL, "--by", "Ana"),
        ("approvals", "reject", "t1", "--reason", "no", "--by", "Ana"),
        ("posts", "show", EVIL, "--debug"),
        ("run", "content", "--input", brief, "--thread", EVIL),
        ("config", "show"),
    ):
        for form in ((), ("--json",)):
            typed = desk.type(*command, *(form if "--debug" not in command else ()))
            assert typed.code in (0, 2), (command, typed.err)
            assert not is_raw(typed.out + typed.err), (command, typed.out + typed.err)
            assert "this should not have happened" not in typed.err


@pytest.mark.parametrize("width", [40, 200])
def test_what_is_drawn_is_harmless_too(width: int) -> None:
    """A table and its blocks are drawn by a library that passes on what it is given."""
    console = Console(file=io.StringIO(), width=width, force_terminal=False)

    demo_table(console, ("post", "platform", "note"), [(EVIL, EVIL, EVIL)], title=EVIL)
    print_table(console, ("post", "platform", "link"), [(EVIL, EVIL, EVIL)], title=EVIL)

    assert isinstance(console.file, io.StringIO)
    assert not is_raw(console.file.getvalue())


def test_a_warning_of_the_library_is_one_clean_line(tmp_path: Path) -> None:
    """Python would print the message, and a traceback with it, as they are."""
    code = (
        "import logging\nfrom pressroom.cli.desk import run_async\n"
        "async def work():\n"
        "    try:\n        raise ValueError('gone \\x1b[2J')\n"
        "    except ValueError:\n        logging.getLogger('x').exception('step of \\x1b[31m k')\n"
        "run_async(work())\n"
    )

    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=process_environment(),
        cwd=tmp_path,
    )

    assert done.stderr == "error: step of [31m k: gone [2J\n"
