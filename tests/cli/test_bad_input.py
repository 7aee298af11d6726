"""Bad input: one clear line with the field and the fix, the documented code, nothing half done."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Desk, process_environment

GOOD = "title: t\nmessage: m\nplatforms: [x]\npublish_now: true\n"
BROKEN_EVENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//
BEGIN:VEVENT
UID:1
SUMMARY:Open day
DTSTART:next week
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("b.yaml", GOOD.replace("[x]", "[facebok]"), "facebook"),
        ("b.yaml", GOOD + "publish_at: 2020-01-01T09:00:00Z\n", "publish_at"),
        ("b.yaml", "title: t\nmessage: m\npublish_at: 2020-01-01T09:00:00Z\n", "past"),
        ("b.yaml", "title: t\nmessage: m\npublish_at: 2030-01-01T09:00:00\n", "zone"),
        ("b.yaml", GOOD.replace("message: m", "message: ''"), "message"),
        ("b.yaml", GOOD + "media: [notes.txt]\n", "notes.txt"),
        ("b.yaml", GOOD + "mesage: x\n", "message"),
        ("b.yaml", "title: [\n", "line"),
        ("b.json", '{"title": }', "line"),
        ("b.ics", BROKEN_EVENT, "Open day"),
        ("b.yaml", "entries:\n- {title: t, message: m}\n- {title: t}\n", "entry 2"),
    ],
)
def test_a_wrong_brief_is_refused_before_anything_happens(
    desk: Desk, name: str, text: str, said: str
) -> None:
    """The person who wrote it reads what to change; the platforms never hear of it."""
    desk.write("notes.txt", "no picture")

    typed = desk.type("run", "content", "--input", desk.write(name, text))

    assert typed.code == 2
    assert_one_line(typed.err)
    assert said in typed.err
    assert name in typed.err
    assert typed.out == ""
    assert desk.calls() == 0
    assert desk.type("runs", "list", "--json").json == []


def assert_one_line(err: str) -> None:
    assert err.startswith("Error: "), err
    assert err.count("\n") == 1, err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("bogus",), 2, "No such command"),
        (("run", "content"), 2, "--input"),
        (("run", "content", "--input", "none.yaml"), 2, "none.yaml"),
        (("run", "content", "--resume", "none"), 2, "runs list"),
        (("run", "content", "--inptu", "x"), 2, "--input"),
        (("posts", "show", "none"), 2, "posts list"),
        (("effects", "show", "none"), 2, "effects list"),
        (("effects", "retry", "none"), 2, "effects list"),
        (("effects", "list", "--status", "gone"), 2, "unknown"),
        (("approvals", "approve", "none", "--by", "Ana"), 2, "none"),
        (("approvals", "edit", "t", "--text", "words"), 2, "--text"),
        (("graphs", "draw", "none"), 2, "content"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    desk: Desk, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """A typing mistake must not cost a page of help."""
    typed = desk.type(*arguments)

    assert typed.code == code
    assert_one_line(typed.err)
    assert said in typed.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[facebook]\npage_tokn = 'x'\n", "page_token"),
        ("profile = 'prod'\n", "production"),
        ("database_url = 'oracle://x'\n", "oracle"),
        ("home = 'pressroom.toml/home'\n", "pressroom.toml"),
        ("database_url = 'postgresql://nobody@127.0.0.1:1/none'\n", "database"),
    ],
)
def test_settings_that_cannot_work_say_which_and_how_to_mend_them(
    desk: Desk, line: str, said: str
) -> None:
    """Nothing runs on half-understood settings."""
    desk.write("pressroom.toml", line)

    typed = desk.type("posts", "list")

    assert typed.code == 5
    assert_one_line(typed.err)
    assert said in typed.err


LOOKING = (
    ("posts", "list"),
    ("runs", "list"),
    ("effects", "list"),
    ("approvals", "list"),
    ("insights",),
    ("config", "show"),
    ("db", "current"),
)


@pytest.mark.parametrize("brand", [None, "name: [\n"])
def test_what_was_done_can_be_looked_at_without_a_brand_file(
    desk: Desk, brief: Path, brand: str | None
) -> None:
    """Whoever looks into what happened needs no brand; whoever writes for it does."""
    desk.type("run", "content", "--input", brief, "--offline", "--thread", "t1")
    before = len(desk.live())
    file = desk.folder / "brand.yaml"
    file.unlink() if brand is None else file.write_text(brand)

    for command in LOOKING:
        typed = desk.type(*command)
        assert (typed.code, typed.out != "") == (0, True), (command, typed.err)
    (post,) = desk.type("posts", "list", "--json").json
    assert desk.type("posts", "show", post["id"]).code == 0
    assert "fallback" in desk.type("runs", "show", "t1").out
    doctor = {c["name"]: c for c in desk.type("doctor", "--json").json["checks"]}
    assert doctor["brand"]["status"] == "fail"
    assert doctor["x account"]["status"] == "ok"

    refused = desk.type("run", "content", "--input", brief, "--thread", "t2")
    assert refused.code == 5
    assert_one_line(refused.err)
    assert "brand" in refused.err
    assert len(desk.live()) == before


def test_a_database_of_another_version_is_left_alone(desk: Desk) -> None:
    """An older pressroom must not write into a newer one's tables."""
    desk.type("db", "upgrade")
    with sqlite3.connect(desk.folder / ".pressroom" / "pressroom.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'ffff'")

    for command in (("posts", "list"), ("db", "check"), ("db", "upgrade")):
        typed = desk.type(*command)
        assert typed.code == 5
        assert_one_line(typed.err)
        assert "newer" in typed.err


def test_a_file_that_is_no_database_is_named(desk: Desk) -> None:
    """The wrong file in `database_url` is a mistake people make."""
    desk.write("pressroom.toml", "database_url = 'sqlite:///brand.yaml'\n")

    typed = desk.type("posts", "list")

    assert typed.code == 5
    assert_one_line(typed.err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    """The disk is full exactly when nobody has time for a traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "pressroom", "config", "show"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=process_environment(),
        )

    assert done.returncode == 5
    assert_one_line(done.stderr)
    assert "disk is full" in done.stderr


def test_a_reader_that_stops_reading_is_no_error() -> None:
    """`pressroom config show | head -1` ends quietly."""
    command = f"{sys.executable} -P -m pressroom config show | head -1"

    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env=process_environment(),
    )

    assert done.stdout.startswith("setting")
    assert done.stderr == ""


def test_debug_shows_where_it_happened(desk: Desk) -> None:
    """Whoever reports a bug can send the traceback; nobody else sees it."""
    typed = desk.type("posts", "show", "none", "--debug")

    assert "Traceback" in typed.err
    assert typed.err.splitlines()[-1].startswith("Error: ")


@pytest.mark.parametrize(
    ("module", "extra", "arguments"),
    [
        ("starlette", "server", ("demo", "--home", "demo")),
        ("uvicorn", "server", ("simulator", "--port", "0")),
        ("asyncpg", "postgres", ("posts", "list")),
    ],
)
def test_a_package_that_is_not_installed_is_named_with_its_extra(
    tmp_path: Path, module: str, extra: str, arguments: tuple[str, ...]
) -> None:
    """Whoever installed less than everything learns what to add, not that there is a bug."""
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from pressroom.cli import run; sys.exit(run(sys.argv[1:]))"
    )

    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=process_environment() | {"PRESSROOM_DATABASE_URL": "postgresql://nobody@127.0.0.1/x"},
    )

    assert done.returncode == 5, done.stderr
    assert_one_line(done.stderr)
    assert f"pressroom[{extra}]" in done.stderr
