"""Labelled sets and cases of our own, read from JSON Lines."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from pressroom.errors import InputError

Rows = list[dict[str, Any]]


def labelled(data: Path | None, name: str) -> Rows:
    """The rows of `NAME.jsonl` in *data*; none where that file is not there.

    Raises:
        InputError: A line of it is no JSON object with a text.
    """
    file = data / f"{name}.jsonl" if data is not None else None
    if file is None or not file.is_file():
        return []
    return list(_rows(file))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            is_row = isinstance(row, dict) and isinstance(row["text"], str)
        except (ValueError, KeyError):
            is_row = False
        if not is_row:
            raise InputError(
                f"--data: line {number} of {file.name} is no JSON object with a `text`.",
                field="data",
                fix="Mend the line, or take the file out of the folder.",
            )
        yield row


def own_cases(part: str) -> Rows:
    """The cases written for pressroom of that part: `text`, `label` and `language` each."""
    file = resources.files("pressroom.evals").joinpath("comment_cases.jsonl")
    rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [row for row in rows if row["part"] == part]
