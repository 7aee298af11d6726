"""How a comment feels by its words' valences alone: what is said before anything was learned."""

from collections.abc import Sequence

from pressroom.analysis.lexicon import LANGUAGES
from pressroom.analysis.reading import FIGURES, Reading
from pressroom.domain.analysis import Evidence, Sentiment, SentimentLabel

_AT = {name: at for at, name in enumerate(FIGURES)}
_CLEAR = 0.25
"""The balance, from -1.0 to 1.0, from which on a comment takes a side."""
_BOTH = 0.4
"""Praise and blame of this much each (a quarter of their valences' sums) are mixed feelings."""
_UNFELT = 0.5
_MOST_WORDS = 4


def sentiment_of(reading: Reading, tokens: Sequence[str], language: str) -> Sentiment:
    """The feeling of a comment that `reading.read` has read; `unknown` where no lexicon is.

    The confidence grows with how clear the balance is; it was set by hand and is not calibrated.
    """
    figures = reading.figures
    balance = figures[_AT["balance"]]
    if not reading.feelings:
        label: SentimentLabel = "neutral" if language in LANGUAGES else "unknown"
        return Sentiment(label=label, score=0.0, confidence=_UNFELT if label == "neutral" else 0.0)
    if min(figures[_AT["pos"]], figures[_AT["neg"]]) >= _BOTH and abs(balance) < 2 * _CLEAR:
        label = "mixed"
    elif abs(balance) < _CLEAR:
        label = "neutral"
    else:
        label = "positive" if balance > 0 else "negative"
    confidence = 0.45 + 0.4 * abs(balance) if label in ("positive", "negative") else 0.45
    return Sentiment(
        label=label,
        score=round(balance, 4),
        confidence=round(confidence, 4),
        evidence=tuple(_evidence(reading, tokens)),
    )


def _evidence(reading: Reading, tokens: Sequence[str]) -> list[Evidence]:
    found = []
    for what, side in (("praise", 1.0), ("blame", -1.0)):
        felt = [feeling for feeling in reading.feelings if feeling.valence * side > 0]
        words = tuple(dict.fromkeys(tokens[feeling.at] for feeling in felt))[:_MOST_WORDS]
        if words:
            found.append(Evidence(what=what, words=words))
    return found
