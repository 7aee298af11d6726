"""The labelled cases of the evaluations, one JSON object a line."""

from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


def read_corpus(name: str, kind: type[T]) -> list[T]:
    """The cases in the corpus called *name*, in their order."""
    text = (files("pressroom.evals") / "corpora" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [kind.model_validate_json(line) for line in text.splitlines() if line.strip()]
