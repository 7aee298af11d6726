"""Who made a value, and why: carried by everything an agent returns."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

MadeBy = Literal["gemini", "fallback", "rule", "person", "cache"]
"""`cache` is an answer of Gemini's that was kept from an earlier, equal question."""


class Provenance(BaseModel):
    """Where a value came from, in plain words and in figures."""

    model_config = ConfigDict(frozen=True)

    made_by: MadeBy
    why: str
    """Why this source: `gemini answered`, or the reason for the fallback, with its code."""
    reason: str = ""
    """The short code of the failure that led to a fallback (`model-off`, `timeout` …)."""
    prompt: str = ""
    """The prompt's stamp, `name@version+hash`; empty where no prompt was used."""
    model: str = ""
    attempts: int = 0
    """How many times Gemini was asked."""
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = None
    seconds: float = 0.0


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """A value and its provenance."""

    value: T
    provenance: Provenance = field()
