"""What a comment wants: praise, question, complaint, request, a crisis signal, or nothing of these.

Three things decide: rules for what is too grave to be learned, models of one purpose each, and
the form of the text. What the models were taught is in docs/model-card-purpose.md.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.analysis.crisis import crisis_signals
from pressroom.analysis.linear import load_model
from pressroom.analysis.purpose_signs import PurposeSigns, model_tokens, purpose_signs
from pressroom.domain.analysis import Evidence, Intent, Purpose

MODELLED = frozenset(("en", "es", "fr", "de", "it", "pt", "vi", "und"))
"""The languages that the models were taught; elsewhere only the form of the text speaks."""
_COMPLAINT_FROM = 0.4
"""A complaint overlooked costs more than a comment answered that was none."""
_FROM = 0.5
_MARKS = "?？؟"
_SHOWN: dict[Intent, tuple[str, ...]] = {
    "complaint": ("angry", "problem", "silence", "waiting", "money", "cannot", "fix"),
    "question": ("question word", "asks openly"),
    "request": ("please", "fix", "asks openly"),
    "praise": ("praise", "thanks"),
}
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Purposes:
    """How likely a comment has each purpose, and what shows it."""

    likely: dict[Intent, float]
    """Each on its own: a comment can complain and ask."""
    grave: tuple[tuple[float, Evidence], ...]
    signs: PurposeSigns
    asks: bool
    """Whether there is a question mark."""

    @property
    def purpose(self) -> Purpose:
        """The one purpose that matters most for what to do next."""
        if self.grave:
            surest = max(points for points, _ in self.grave)
            evidence = tuple(found for _, found in self.grave)
            return Purpose(intent="crisis_signal", confidence=surest, evidence=evidence)
        likely = self.likely
        intent = _main(likely)
        strongest = max(likely.values(), default=0.0)
        confidence = likely.get(intent, 1 - strongest)
        evidence = tuple(_evidence(intent, self.signs, self.asks))
        return Purpose(intent=intent, confidence=round(confidence, 4), evidence=evidence)


def purposes_of(
    text: str, prepared: str, tokens: Sequence[str], figures: Sequence[float], language: str
) -> Purposes:
    """The purposes of a *text* that `tokens` and `reading.read` have read."""
    signs = purpose_signs(text, prepared, tokens, figures)
    grave = tuple(crisis_signals(prepared, tokens))
    asks = any(mark in prepared for mark in _MARKS)
    likely: dict[Intent, float] = {}
    if language in MODELLED:
        logits = load_model("purpose").logits(model_tokens(tokens), signs.extras)
        likely = {intent: _sigmoid(logit) for intent, logit in zip(_SHOWN, logits, strict=True)}
    else:
        likely["question"] = 0.7 if asks else 0.05
    return Purposes(likely, grave, signs, asks)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _main(likely: dict[Intent, float]) -> Intent:
    complaint, praise = likely.get("complaint", 0.0), likely.get("praise", 0.0)
    if complaint >= _COMPLAINT_FROM and complaint >= praise:
        return "complaint"
    asked: Intent = max(("question", "request"), key=lambda intent: likely.get(intent, 0.0))
    if likely.get(asked, 0.0) >= _FROM:
        return asked
    return "praise" if praise >= _FROM else "other"


def _evidence(intent: Intent, signs: PurposeSigns, asks: bool) -> Iterator[Evidence]:
    for name in _SHOWN.get(intent, ()):
        if name in signs.words:
            words = tuple(dict.fromkeys(signs.words[name]))[:_MOST_WORDS]
            yield Evidence(what=name, words=words)
    if intent == "question" and asks:
        yield Evidence(what="question mark", words=("?",))
