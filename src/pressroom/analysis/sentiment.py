"""How the writer of a comment feels, in seven languages, with the words that show it."""

from collections.abc import Sequence

from pressroom.analysis.lexicon import Lexicon, lexicon_of
from pressroom.analysis.reading import Feeling, Reading, read
from pressroom.analysis.sentiment_language import choose_language
from pressroom.analysis.sentiment_weights import Odds, shipped_weights
from pressroom.analysis.tokens import HANDLE, LINK, plain, tokenise
from pressroom.domain.analysis import Evidence, Sentiment, SentimentLabel

MIXED_BELOW = 0.9
"""A text that is torn by a `but` is mixed unless one side is likelier than this."""
_UNKNOWN = Sentiment(label="unknown", score=0.0, confidence=0.0)
_MOST_SHOWN, _LONGEST_SHOWN = 3, 60
_QUESTION = Evidence(what="question mark", words=("?",))
_LABELS: tuple[SentimentLabel, ...] = ("negative", "neutral", "positive")


def analyse_sentiment(text: str, language: str = "") -> Sentiment:
    """The sentiment of *text*, without a network, in some fifty microseconds.

    *language* is an ISO 639-1 code (`pt-BR` counts as `pt`); empty or `und` lets the words
    decide. In a language without a lexicon only emoji speak; without them, and for a text
    that has no words at all, the answer is `unknown` with a confidence of 0.
    """
    tokens = tokenise(plain(text))
    code = choose_language(tokens, language)
    return sentiment_of(text, tokens, read(text, tokens, lexicon_of(code)), code)


def sentiment_of(text: str, tokens: Sequence[str], reading: Reading, code: str) -> Sentiment:
    """The same for a *text* that `reading.read` has read with the lexicon of *code*."""
    lexicon = lexicon_of(code)
    if not _says_something(tokens, reading, lexicon):
        return _UNKNOWN
    weights = shipped_weights()
    if code == "en":
        # Words are not taken at their face value where irony is heard.
        said = tokens if reading.irony < 0 else ()
        odds = weights.odds(reading.figures, said, reading.denied if said else ())
    else:
        odds = weights.odds_of_figures(reading.figures)
    label, confidence = _decide(odds, is_torn=reading.is_torn)
    return Sentiment(
        label=label,
        score=round(odds.positive - odds.negative, 4),
        confidence=round(confidence, 4),
        evidence=_evidence(text, tokens, reading, label),
    )


def _says_something(tokens: Sequence[str], reading: Reading, lexicon: Lexicon) -> bool:
    if reading.feelings:
        return True
    if not lexicon.has_words:
        return False
    return any(token[0].isalpha() and token != LINK for token in tokens if token != HANDLE)


def _decide(odds: Odds, *, is_torn: bool) -> tuple[SentimentLabel, float]:
    """The label, and the probability that people would agree."""
    if is_torn and max(odds) < MIXED_BELOW:
        return "mixed", odds.positive + odds.negative
    best = max(odds)
    return _LABELS[odds.index(best)], best


def _evidence(
    text: str, tokens: Sequence[str], reading: Reading, label: SentimentLabel
) -> tuple[Evidence, ...]:
    """The strongest feelings first; those that speak against the label are shown too."""
    if not reading.feelings:
        asks = label == "neutral" and "?" in text
        return (_QUESTION,) if asks else ()
    found: dict[str, list[str]] = {}
    strongest = reading.feelings
    if len(strongest) > 1:
        strongest = sorted(strongest, key=_strength)[:_MOST_SHOWN]
    low = text.lower()
    for feeling in strongest:
        words = _as_written(text, low, tokens, feeling)
        found.setdefault(_kind(feeling), []).append(words)
    return tuple([Evidence(what=what, words=tuple(words)) for what, words in found.items()])


def _strength(feeling: Feeling) -> float:
    return -abs(feeling.valence)


def _kind(feeling: Feeling) -> str:
    if feeling.is_emoji:
        return "glad emoji" if feeling.valence > 0 else "sad emoji"
    if feeling.turned:
        return "negated blame" if feeling.valence > 0 else "negated praise"
    if feeling.inverted:
        return "mock praise"
    return "praise" if feeling.valence > 0 else "blame"


def _as_written(text: str, low: str, tokens: Sequence[str], feeling: Feeling) -> str:
    """The words as they stand in *text*; as tokens where drawn-out letters hide them."""
    end = low.find(tokens[feeling.at])
    start = end if feeling.start == feeling.at else low.rfind(tokens[feeling.start], 0, max(end, 0))
    if start < 0 or end < 0 or end - start > _LONGEST_SHOWN or len(low) != len(text):
        return " ".join(tokens[feeling.start : feeling.at + 1])
    return text[start : end + len(tokens[feeling.at])]
