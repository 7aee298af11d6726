"""Which lexicon a comment is read with, when nobody has said what language it is in."""

import functools
import unicodedata
from collections.abc import Sequence

from pressroom.analysis.lexicon import LANGUAGES, lexicon_of
from pressroom.analysis.sentiment_weights import shipped_weights
from pressroom.analysis.stopwords import STOPWORDS
from pressroom.analysis.tokens import HANDLE, LINK

UNDETERMINED = "und"
"""ISO 639-2 for a language that the text does not tell, or that has no lexicon here."""
ENGLISH_SHARE = 0.6
"""A text of which this share are words seen in English comments is read as English."""
SURELY = 0.85
"""A text of more than a few tokens with this share of known ones needs no second look."""
EVERYDAY_SHARE = 0.15
"""A longer text has about this share of everyday words, or its language is not ours."""
_SHORT = 4
_VIETNAMESE = frozenset("ăơưđạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_LETTERS = {
    "en": frozenset[str](),
    "es": frozenset("ñáíóú"),
    "fr": frozenset("çèêàùâîôœë"),
    "de": frozenset("äöüß"),
    "it": frozenset("ìòùàè"),
    "pt": frozenset("ãõçêâô"),
    "vi": _VIETNAMESE,
}
_TELLING = 2


def choose_language(tokens: Sequence[str], given: str = "") -> str:
    """The code of the lexicon to read with: one of `LANGUAGES`, or `und`."""
    code = given.replace("_", "-").partition("-")[0].lower()
    if code and code != UNDETERMINED:
        return code if code in LANGUAGES else UNDETERMINED
    known = shipped_weights().words
    if len(tokens) > _SHORT and sum(map(known.__contains__, tokens)) >= SURELY * len(tokens):
        return "en"
    words = [token for token in tokens if token[0].isalpha() and token not in (HANDLE, LINK)]
    if not words:
        return UNDETERMINED
    english = sum([1 for word in words if word in known])
    if english >= ENGLISH_SHARE * len(words) and not _looks_foreign(words, english):
        return "en"
    return _by_everyday_words(words, english)


def _looks_foreign(words: Sequence[str], english: int) -> bool:
    """Whether another language explains more of *words*: `me` and `no` are Spanish as well."""
    if english == len(words) and len(words) > _SHORT:
        return False
    chosen = set(words)
    own = len(chosen & STOPWORDS["en"])
    return any(
        len(chosen & everyday) > max(own, _TELLING - 1)
        for code, everyday in _everyday().items()
        if code != "en"
    )


def _by_everyday_words(words: Sequence[str], english: int) -> str:
    chosen = set(words)
    if sum([1 for word in chosen if not _VIETNAMESE.isdisjoint(word)]) >= _TELLING:
        return "vi"
    everyday = {code: len(chosen & words) for code, words in _everyday().items()}
    points = {code: count + _signs(code, chosen) for code, count in everyday.items()}
    best = max(points, key=lambda code: points[code])
    enough = 1 if len(chosen) <= _SHORT else _TELLING
    if everyday[best] >= enough and points[best] >= EVERYDAY_SHARE * len(chosen):
        return best
    if len(chosen) > _SHORT or not all(word[0].isascii() or _is_latin(word) for word in words):
        return UNDETERMINED
    return _by_feelings(words, english)


def _signs(code: str, words: set[str]) -> float:
    """What else speaks for a language: words of its lexicon, and letters that few others have."""
    lexicon, letters = lexicon_of(code), _LETTERS[code]
    felt = sum([1 for word in words if (entry := lexicon[word]) is not None and entry.valence])
    spelt = sum([1 for word in words if not letters.isdisjoint(word)])
    return 0.4 * felt + 0.5 * spelt


def _by_feelings(words: Sequence[str], english: int) -> str:
    """For a few words without any everyday one: the language in which most of them feel."""
    felt = {
        code: sum([1 for word in words if (entry := lexicon_of(code)[word]) and entry.valence])
        for code in LANGUAGES
    }
    best = max(felt, key=lambda code: felt[code])
    if felt[best]:
        return best
    return "en" if 2 * english >= len(words) else UNDETERMINED


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


@functools.cache
def _everyday() -> dict[str, frozenset[str]]:
    """Everyday words by language; Vietnamese with those without marks that are nobody else's."""
    others = frozenset[str]().union(*(words for code, words in STOPWORDS.items() if code != "vi"))
    bare = {_bare(word) for word in STOPWORDS["vi"]} - others
    return {
        code: words | bare if code == "vi" else words
        for code, words in STOPWORDS.items()
        if code in LANGUAGES
    }


def _bare(word: str) -> str:
    marks = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))
