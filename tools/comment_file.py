"""Comments from a file: webhook payloads or plain comments, as JSON, JSON Lines or CSV."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, field_validator

from pressroom.domain.comment import Comment, CommentChange, CommentPlace
from pressroom.domain.platform import PlatformName
from pressroom.errors import InputError
from pressroom.platforms.incoming import MAX_ID_CHARS, is_delivery, read_delivery
from pressroom.storage.inbox import put_in
from pressroom.tools.complaints import complain
from pressroom.tools.ports import Ports

MAX_DOCUMENT_CHARS = 100_000_000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_FIX = "Give webhook payloads, or comments with at least platform, comment_id and message."
_NAMES = {
    "id": "comment_id",
    "text": "message",
    "author": "author_name",
    "username": "author_name",
    "post_id": "platform_post_id",
    "created_at": "created_time",
    "timestamp": "created_time",
}
"""Other names that these columns have in exports, and ours."""


class FileComment(BaseModel):
    """One comment as a person or an export writes it."""

    model_config = ConfigDict(extra="forbid")

    platform: PlatformName
    comment_id: str = Field(min_length=1, max_length=MAX_ID_CHARS)
    message: str
    account: str = Field(default="", max_length=100)
    platform_post_id: str = Field(default="", max_length=MAX_ID_CHARS)
    parent_id: str = Field(default="", max_length=MAX_ID_CHARS)
    author_id: str = Field(default="", max_length=MAX_ID_CHARS)
    author_name: str = ""
    permalink: str = ""
    likes: int | None = Field(default=None, ge=0)
    created_time: AwareDatetime | None = None
    """Without it the comment counts as written now."""
    place: CommentPlace = "comment"
    is_ours: bool = False
    attachment: str = ""

    @field_validator("comment_id", "platform_post_id", "parent_id", "author_id", mode="before")
    @classmethod
    def _as_text(cls, value: object) -> object:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @field_validator("message", "author_name", "attachment", mode="after")
    @classmethod
    def _storable(cls, text: str) -> str:
        return _UNSTORABLE.sub("\ufffd", text)


def read_comment_file(
    source: Path | str, *, now: datetime, stdin: TextIO | None = None
) -> Iterator[CommentChange]:
    """What the file tells of comments, in its order, as it is read; `-` reads *stdin*.

    Each entry is a webhook's payload, or a comment with `platform`, `comment_id` and
    `message`. A file of these is a JSON list, one JSON document a line, a single JSON
    document, or CSV with a line of headings. Lines and rows are read one by one, so that a
    file may be larger than memory.

    Raises:
        InputError: It cannot be read, or an entry is wrong; it names the file, the entry and
            the field. What came before it was given.
    """
    name = "standard input" if str(source) == "-" else str(source)
    told = False
    with _opened(source, name, stdin) as lines:
        for where, entry in _entries(lines, name):
            for change in _changes(entry, where, now):
                told = True
                yield change
    if not told:
        raise InputError(f"{name}: there is no comment in it.", field="input", fix=_FIX)


async def take_in(ports: Ports, changes: Iterable[CommentChange], *, batch: int = 1000) -> int:
    """How many of *changes* are news and in the inbox now, written in batches as they come."""
    waiting = iter(changes)
    news = 0
    while part := list(islice(waiting, batch)):
        news += await ports.store.transact(partial(put_in, changes=part))
    return news


@contextmanager
def _opened(source: Path | str, name: str, stdin: TextIO | None) -> Iterator[Iterator[str]]:
    """The lines of the source; what is wrong with it as a file is said in one line."""
    try:
        if str(source) == "-":
            yield iter(stdin or ())
            return
        with Path(source).open(encoding="utf-8-sig", newline="") as file:
            yield file
    except UnicodeDecodeError as err:
        raise InputError(
            f"{name}: it is not UTF-8 text.", field="input", fix="Save it as UTF-8."
        ) from err
    except OSError as err:
        raise InputError(
            f"{name}: it cannot be read: {err.strerror}.", field="input", fix="Check the path."
        ) from err


def _entries(lines: Iterator[str], name: str) -> Iterator[tuple[str, object]]:
    """Each entry with where it stands."""
    blank = 0
    first = ""
    for first in lines:
        if first.strip("\ufeff \t\r\n"):
            break
        blank += 1
    first = first.lstrip("\ufeff")
    begins = first.lstrip()[:1]
    if begins == "{" and _is_json(first):
        yield from _json_lines(chain([first], lines), blank, name)
    elif begins and begins in "[{":
        yield from _whole_document(chain([first], lines), name)
    elif begins:
        yield from _csv_rows(chain([first], lines), name)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _whole_document(lines: Iterator[str], name: str) -> Iterator[tuple[str, object]]:
    parts: list[str] = []
    size = 0
    for line in lines:
        size += len(line)
        parts.append(line)
        if size > MAX_DOCUMENT_CHARS:
            raise InputError(
                f"{name}: one JSON document of this size does not fit into memory.",
                field="input",
                fix="Write one comment a line.",
            )
    try:
        found = json.loads("".join(parts))
    except RecursionError as err:
        raise InputError(f"{name}: it is nested too deeply.", field="input", fix=_FIX) from err
    except ValueError as err:
        broken_at = err.lineno if isinstance(err, json.JSONDecodeError) else 1
        raise _no_json(f"{name}, line {broken_at}", err) from err
    if not isinstance(found, list):
        yield name, found
        return
    for number, entry in enumerate(found, 1):
        yield f"{name}, entry {number}", entry


def _json_lines(lines: Iterator[str], blank: int, name: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(lines, blank + 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            entry = json.loads(line)
        except RecursionError as err:
            raise InputError(f"{where}: it is nested too deeply.", field="input", fix=_FIX) from err
        except ValueError as err:
            raise _no_json(where, err) from err
        yield where, entry


def _no_json(where: str, err: ValueError) -> InputError:
    why = str(err).partition(":")[0]
    return InputError(f"{where}: it is no JSON ({why}).", field="input", fix=_FIX)


def _csv_rows(lines: Iterator[str], name: str) -> Iterator[tuple[str, object]]:
    csv.field_size_limit(10_000_000)
    headings = next(lines)
    separator = max(",;\t", key=headings.count)
    reader = csv.DictReader(chain([headings], lines), delimiter=separator)
    try:
        for row in reader:
            where = f"{name}, line {reader.line_num}"
            if None in row:
                raise InputError(
                    f"{where}: it has more fields than there are headings.",
                    field="input",
                    fix="Put texts that hold the separator in quotes.",
                )
            yield where, {key.strip(): value for key, value in row.items() if key and value}
    except csv.Error as err:
        where = f"{name}, line {reader.line_num}"
        raise InputError(f"{where}: {err}.", field="input", fix=_FIX) from err


def _changes(entry: object, where: str, now: datetime) -> list[CommentChange]:
    if is_delivery(entry):
        return list(read_delivery(entry, now, source="file").changes)
    if not isinstance(entry, Mapping):
        raise InputError(
            f"{where}: it is {type(entry).__name__}, not an object.", field="input", fix=_FIX
        )
    named = {_NAMES.get(str(key), str(key)): value for key, value in entry.items()}
    try:
        told = FileComment.model_validate(named)
    except ValidationError as err:
        raise _faulty(err, where) from None
    written = (told.created_time or now).astimezone(UTC)
    comment = Comment(
        **told.model_dump(exclude={"created_time"}),
        created_time=written,
        is_time_exact=told.created_time is not None,
    )
    return [
        CommentChange(
            verb="add",
            platform=comment.platform,
            comment_id=comment.comment_id,
            account=comment.account,
            at=written,
            comment=comment,
            source="file",
        )
    ]


def _faulty(err: ValidationError, where: str) -> InputError:
    missing = [str(one["loc"][0]) for one in err.errors() if one["type"] == "missing"]
    if missing:
        return InputError(f"{where}: {missing[0]} is missing.", field=missing[0], fix=_FIX)
    naive = [str(one["loc"][0]) for one in err.errors() if one["type"] == "timezone_aware"]
    if naive:
        return InputError(
            f"{where}: {naive[0]} has no time zone.",
            field=naive[0],
            fix="Write it like 2026-03-02T11:00:00Z or 2026-03-02T12:00:00+01:00.",
        )
    return complain(err, FileComment, _NAMES).as_error(InputError, where)
