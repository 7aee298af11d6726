"""`pressroom eval run analysis`: how well comments are understood, part by part.

A part is a function that measures on the labelled sets in a folder, and on what it brings
itself. A new part joins by one line in `PARTS`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from pressroom.errors import InputError
from pressroom.evals.comment_parts import (
    measure_copies,
    measure_intent,
    measure_keywords,
    measure_language,
    measure_reply_need,
    measure_scores,
    measure_spam,
    measure_toxicity,
    measure_whole,
)
from pressroom.evals.measures import Table
from pressroom.evals.sentiment import measure_sentiment

Measure = Callable[[Path | None], list[Table]]

PARTS: dict[str, Measure] = {
    "sentiment": measure_sentiment,
    "scores": measure_scores,
    "toxicity": measure_toxicity,
    "spam": measure_spam,
    "intent": measure_intent,
    "reply-need": measure_reply_need,
    "language": measure_language,
    "copies": measure_copies,
    "keywords": measure_keywords,
    "whole": measure_whole,
}


def measure_analysis(data: Path | None, parts: Sequence[str] = ()) -> list[Table]:
    """The tables of *parts*, or of all; without *data* only what needs no labelled sets.

    Raises:
        InputError: *data* is no folder of labelled sets, or a part is not known.
    """
    if data is not None and not any(data.glob("*.jsonl")):
        raise InputError(
            f"--data: {data} holds no labelled sets (files like sentiment_airline.jsonl).",
            field="data",
            fix="Name the folder they are in, or leave --data out to measure on our own cases.",
        )
    for part in parts:
        if part not in PARTS:
            raise InputError(
                f"--part: there is no part {part!r}.",
                field="part",
                fix=f"There is: {', '.join(PARTS)}.",
            )
    tables = [table for part in parts or PARTS for table in PARTS[part](data)]
    if not tables:
        raise InputError(
            f"--part {', '.join(parts)}: there is nothing to measure on without labelled sets.",
            field="data",
            fix="Name their folder with --data.",
        )
    return tables
