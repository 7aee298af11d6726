"""Text and plain data from files that people wrote, read with limits and clear refusals.

YAML is read without its surprises: every plain value stays the text that was written (so
`no`, `12:30` and `2026-12-01` mean themselves), only `null`, `~` and nothing are empty; a
key may stand once; tags are refused, and aliases are counted. JSON gives what it says.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from pressroom.errors import InputError

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
MAX_ALIASES = 100
MAX_VALUES = 200_000
"""Values in a whole document, aliases counted as often as they are used."""

Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
"""What YAML and JSON are made of."""


def one_line(text: object, most: int = 200) -> str:
    """*text* on one line without control characters, shortened in its middle to *most*."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    if len(line) <= most:
        return line
    return f"{line[: most - most // 3 - 1]}…{line[-(most // 3) :]}"


def read_text(path: Path, error: type[InputError]) -> str:
    """The text of the file at *path*, at most 2 MB of UTF-8.

    Raises:
        InputError: Of the type *error*, where it cannot be read as text.
    """
    name = one_line(path)
    try:
        if path.is_dir():
            raise error(f"{name} is a folder.", field="file", fix="Name one file in it.")
        if not path.exists():
            raise error(f"{name} does not exist.", field="file", fix="Check the path.")
        if not path.is_file():
            raise error(f"{name} is no regular file.", field="file", fix="Name a text file.")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except PermissionError as err:
        raise error(
            f"{name} may not be read.", field="file", fix="Give read permission, or copy it."
        ) from err
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or "its path is not valid"
        raise error(
            f"{name} cannot be read: {reason}.", field="file", fix="Check the path."
        ) from err
    return decode(data, name, error)


def decode(data: bytes, name: str, error: type[InputError]) -> str:
    """*data* as text, or a clear refusal of what is too much, binary or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise error(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB.",
            field="file",
            fix="Split it into smaller files.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        if b"\0" in data:
            _refuse_binary(name, error)
        raise error(
            f"{name}, line {line}: not valid UTF-8.", field="file", fix="Save it as UTF-8."
        ) from err
    if "\0" in text:
        _refuse_binary(name, error)
    if not text.strip():
        raise error(f"{name} is empty.", field="file", fix="Write at least a title and a message.")
    return text


def _refuse_binary(name: str, error: type[InputError]) -> NoReturn:
    raise error(
        f"{name} is no text file.",
        field="file",
        fix="Name a YAML, JSON or .ics file in UTF-8.",
    )


def parse_json(text: str, name: str, error: type[InputError]) -> Plain:
    """The data in a JSON document.

    Raises:
        InputError: It is no JSON, has a key twice, or is nested too deep.
    """
    try:
        data: Plain = json.loads(text, object_pairs_hook=_distinct, parse_constant=_refuse_constant)
    except json.JSONDecodeError as err:
        raise error(
            f"{name}, line {err.lineno}: not valid JSON ({err.msg}).",
            field="file",
            fix="Check commas, quotes and brackets there.",
        ) from err
    except ValueError as err:
        raise error(f"{name}: {one_line(err)}.", field="file", fix="Correct it.") from err
    except RecursionError as err:
        raise error(f"{name} is nested too deep.", field="file", fix="Write it flat.") from err
    return data


def _distinct(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one place")
        found[key] = value
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number that JSON has")


def parse_yaml(text: str, name: str, error: type[InputError]) -> Plain:
    """The data in a YAML document, in which every value is text, a list, a mapping or None.

    Raises:
        InputError: It is no YAML, has a key twice, or uses aliases or depth to excess.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(yaml.parse(text, Loader=loader)).build()
    except yaml.MarkedYAMLError as err:
        line = f", line {err.problem_mark.line + 1}" if err.problem_mark else ""
        raise error(
            f"{name}{line}: not valid YAML ({one_line(err.problem or err, 120)}).",
            field="file",
            fix="Check indentation, and put text with `: ` or a leading # in quotes.",
        ) from err
    except (yaml.YAMLError, UnicodeEncodeError) as err:
        raise error(
            f"{name}: not valid YAML ({one_line(err, 120)}).", field="file", fix="Correct it."
        ) from err
    except _Refusal as err:
        raise error(f"{name}, line {err.line}: {err}.", field="file", fix=err.fix) from err


class _Refusal(Exception):
    """YAML that is valid and yet not taken."""

    def __init__(self, message: str, line: int, fix: str) -> None:
        super().__init__(message)
        self.line = line
        self.fix = fix


class _Builder:
    """Plain data from YAML's events, without PyYAML's constructors: nothing is ever run."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._anchors: dict[str, tuple[Plain, int]] = {}
        self._aliases = 0
        self._values = 0

    def build(self) -> Plain:
        result: Plain = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins", "Keep one document in a file.")
            elif not isinstance(
                event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent
            ):
                result = self._value(event, depth=0)
        return result

    def _value(self, event: Any, depth: int) -> Plain:
        self._values += 1
        if depth > MAX_DEPTH:
            self._refuse(event, "nested too deep", "Write it flat.")
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.tag is not None and event.tag != "!":
            self._refuse(
                event, f"the tag {one_line(event.tag, 40)} is not taken", "Remove the tag."
            )
        before = self._values
        if isinstance(event, yaml.ScalarEvent):
            value: Plain = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(depth)
        else:
            value = self._mapping(depth)
        self._check_amount(event)
        if event.anchor:
            self._anchors[event.anchor] = value, self._values - before + 1
        return value

    def _alias(self, event: Any) -> Plain:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._refuse(event, f"more than {MAX_ALIASES} aliases", "Write the values out.")
        if event.anchor not in self._anchors:
            self._refuse(
                event, f"nothing is called &{one_line(event.anchor, 40)} above", "Name an anchor."
            )
        value, amount = self._anchors[event.anchor]
        self._values += amount
        self._check_amount(event)
        return value

    def _check_amount(self, event: Any) -> None:
        if self._values > MAX_VALUES:
            self._refuse(event, f"more than {MAX_VALUES:,} values", "Split the file.")

    def _sequence(self, depth: int) -> list[Plain]:
        items: list[Plain] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        merged: dict[str, Plain] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, depth + 1)
            value = self._value(next(self._events), depth + 1)
            if not isinstance(key, str):
                self._refuse(event, "a key is no plain text", "Write keys as single words.")
            if key == "<<" and isinstance(value, dict):
                merged = value
            elif key in found:
                self._refuse(
                    event, f"the key {one_line(key, 40)!r} stands twice", "Keep one of the two."
                )
            else:
                found[key] = value
        return {**merged, **found}

    def _refuse(self, event: Any, message: str, fix: str) -> NoReturn:
        raise _Refusal(message, event.start_mark.line + 1, fix)


def _scalar(event: Any) -> str | None:
    is_plain = event.implicit[0] and event.style in {None, ""}
    return None if is_plain and event.value in {"", "~", "null", "Null", "NULL"} else event.value
