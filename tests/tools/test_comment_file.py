"""Comments from files: what people export, what platforms send, and one line for what is wrong."""

import io
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pressroom.domain.comment import CommentChange
from pressroom.errors import InputError
from pressroom.tools.comment_file import read_comment_file, take_in
from tests.comments import NOON
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

HOUR_AGO = NOON - timedelta(hours=1)


def plain(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A comment as an export may have it."""
    value: dict[str, Any] = {
        "platform": "Instagram",
        "comment_id": f"178{number}",
        "message": f"Is it open? {number}",
        "created_time": HOUR_AGO.isoformat(),
    }
    return {k: v for k, v in {**value, **changes}.items() if v is not None}


def payload(count: int = 2) -> dict[str, Any]:
    """A Page's webhook payload."""
    changes = [
        {
            "field": "feed",
            "value": {
                "item": "comment",
                "verb": "add",
                "comment_id": f"222_{n}",
                "post_id": "1_222",
                "message": f"From a webhook {n}",
                "created_time": 1772452800,
            },
        }
        for n in range(count)
    ]
    return {"object": "page", "entry": [{"id": "1", "time": 1772452900, "changes": changes}]}


def read(path: Path) -> list[CommentChange]:
    """Everything in the file."""
    return list(read_comment_file(path, now=NOON))


def texts(changes: list[CommentChange]) -> list[str]:
    """What the changes say."""
    return [change.comment.message if change.comment else "" for change in changes]


@pytest.fixture
def write(tmp_path: Path) -> Any:
    """Writes a file and gives its path."""

    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def test_a_list_of_comments_is_read(write: Any) -> None:
    """The simplest thing that somebody writes by hand."""
    path = write("comments.json", json.dumps([plain(1), plain(2, author_name="Jane")], indent=2))

    first, second = read(path)

    assert first.comment is not None
    assert second.comment is not None
    assert (first.platform, first.comment_id, first.verb) == ("instagram", "1781", "add")
    assert first.source == "file"
    assert (first.comment.created_time, first.comment.is_time_exact) == (HOUR_AGO, True)
    assert second.comment.author_name == "Jane"


@pytest.mark.parametrize(
    "entries",
    [
        [plain(1), plain(2)],
        [payload(2)],
        [payload(1), plain(1)],
    ],
)
@pytest.mark.parametrize("form", ["list", "lines", "pretty"])
def test_comments_and_payloads_may_stand_in_any_form(
    write: Any, entries: list[dict[str, Any]], form: str
) -> None:
    """One file after the other, as logs and exports happen to be."""
    lines = "\n\n".join(json.dumps(entry) for entry in entries)
    written = {
        "list": json.dumps(entries),
        "lines": "\n" + lines + "\n",
        "pretty": json.dumps(entries if len(entries) > 1 else entries[0], indent=1),
    }[form]

    assert len(read(write("comments.txt", written))) == 2


def test_a_table_is_read_with_the_names_that_exports_use(write: Any) -> None:
    """From a spreadsheet: other headings, another separator, texts over several lines."""
    table = (
        'platform;id;text;username;timestamp\nx;5;"Two\nlines; here";jane;2026-03-02T11:00:00Z\n'
    )

    (change,) = read(write("export.csv", "\ufeff" + table))

    assert change.comment is not None
    assert change.comment.message == "Two\nlines; here"
    assert (change.comment.author_name, change.comment.created_time) == ("jane", HOUR_AGO)


def test_without_a_time_it_counts_as_now(write: Any) -> None:
    """And says that this is a guess."""
    (change,) = read(write("c.json", json.dumps(plain(created_time=None))))

    assert change.comment is not None
    assert (change.comment.created_time, change.comment.is_time_exact) == (NOON, False)


def test_standard_input_is_read() -> None:
    """`-` as in every other command."""
    stream = io.StringIO(json.dumps(plain()))

    assert len(list(read_comment_file("-", now=NOON, stdin=stream))) == 1


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", "", "there is no comment in it"),
        ("a.json", "[]", "there is no comment in it"),
        ("a.json", '{"object": "page", "entry": []}', "there is no comment in it"),
        ("a.json", "[1]", "entry 1: it is int, not an object"),
        ("a.json", '[{"platform": "x"}]', "entry 1: comment_id is missing"),
        ("a.json", json.dumps([plain(platform="myspace")]), "unknown platform 'myspace'"),
        ("a.json", json.dumps([plain(), plain(likes="many")]), "entry 2: likes"),
        (
            "a.json",
            json.dumps(plain(created_time="2026-03-02T11:00:00")),
            "created_time has no time zone",
        ),
        ("a.json", json.dumps(plain(mood="good")), "unknown key 'mood'"),
        ("a.json", json.dumps(plain(comment_id="")), "comment_id is empty"),
        ("a.json", '[{"platform": "x",}]', "line 1: it is no JSON"),
        ("a.json", '{\n "platform": "x"\n "id": 1}', "line 3: it is no JSON"),
        ("a.jsonl", json.dumps(plain()) + "\nnonsense\n", "line 2: it is no JSON"),
        ("a.json", "[" * 200_000, "nested too deeply"),
        ("a.csv", "platform,id,text\nx,1,a,b\n", "line 2: it has more fields than"),
        ("a.csv", "just some words\nand more\n", "line 2: platform is missing"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(write: Any, name: str, text: str, expected: str) -> None:
    """The file, the place, the field, the fix."""
    path = write(name, text)

    with pytest.raises(InputError) as caught:
        read(path)

    assert expected in str(caught.value)
    assert str(path) in caught.value.message
    assert "\n" not in str(caught.value)
    assert caught.value.fix or "Use one of" in str(caught.value)


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    """Missing, a folder, or not text."""
    binary = tmp_path / "b.json"
    binary.write_bytes(b"\xff\xfe\x00")

    for path in (tmp_path / "none.json", tmp_path, binary):
        with pytest.raises(InputError, match=r"cannot be read|not UTF-8"):
            read(path)


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    async with listening_at(newsroom) as opened:
        yield opened


async def test_a_file_goes_the_way_of_the_webhooks(here: Listening, write: Any) -> None:
    """Into the inbox, and only once, however often it is read; old comments are decided too."""
    old = datetime(2025, 1, 1, tzinfo=UTC).isoformat()
    entries = "\n".join(json.dumps(plain(n, created_time=old)) for n in range(2500))
    path = write("big.jsonl", entries)

    first = await take_in(here.room.ports, read_comment_file(path, now=NOON))
    again = await take_in(here.room.ports, read_comment_file(path, now=NOON))
    while (await here.room.receive()).taken:
        pass

    assert (first, again) == (2500, 0)
    assert len(await here.known()) == 2500
    async with here.room.ports.store.write() as session:
        from pressroom.storage.comments import take_waiting

        assert len(await take_waiting(session, timedelta(minutes=1), 5000)) == 2500


async def test_what_came_before_a_bad_line_is_kept(here: Listening, write: Any) -> None:
    """Mend the line and read the file again: nothing is there twice."""
    path = write("c.jsonl", json.dumps(plain(1)) + "\n" + json.dumps(plain(2)) + "\nbroken\n")

    with pytest.raises(InputError, match="line 3"):
        await take_in(here.room.ports, read_comment_file(path, now=NOON), batch=2)
    path.write_text(path.read_text().replace("broken", json.dumps(plain(3))))

    assert await take_in(here.room.ports, read_comment_file(path, now=NOON)) == 1


def test_lines_are_read_as_they_come() -> None:
    """A file of a million comments need not fit into memory."""
    given = iter(json.dumps(plain(n)) + "\n" for n in range(1_000_000))

    class Stream(io.TextIOBase):
        def __iter__(self) -> Any:
            return given

    changes = read_comment_file("-", now=NOON, stdin=Stream())  # type: ignore[arg-type]

    assert texts([next(changes), next(changes)]) == ["Is it open? 0", "Is it open? 1"]
    assert json.loads(next(given))["comment_id"] in ("1782", "1783")
