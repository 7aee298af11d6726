"""Whether the brand speaks the language of a comment."""

import unicodedata
from collections.abc import Sequence
from enum import Enum

from pressroom.domain.analysis import Language

_SURE = 0.5
"""From this confidence on, a foreign language is one."""
_SHORT = 3
"""A greeting of so many words or fewer is understood in any language."""

_SCRIPTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "mn"), frozenset({"CYRILLIC"})),
    "sr": frozenset({"CYRILLIC", "LATIN"}),
    "el": frozenset({"GREEK"}),
    "he": frozenset({"HEBREW"}),
    "hy": frozenset({"ARMENIAN"}),
    "ka": frozenset({"GEORGIAN"}),
    "th": frozenset({"THAI"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "ja": frozenset({"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK"}),
    "zh": frozenset({"CJK", "BOPOMOFO"}),
    **dict.fromkeys(("ar", "fa", "ur", "ckb"), frozenset({"ARABIC"})),
    **dict.fromkeys(("hi", "mr", "ne"), frozenset({"DEVANAGARI"})),
    "bn": frozenset({"BENGALI"}),
    "ta": frozenset({"TAMIL"}),
    "te": frozenset({"TELUGU"}),
    "am": frozenset({"ETHIOPIC"}),
    "km": frozenset({"KHMER"}),
    "lo": frozenset({"LAO"}),
    "my": frozenset({"MYANMAR"}),
}
_LATIN = frozenset({"LATIN"})


class Spoken(Enum):
    """Whether a language is one of the brand's."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


def is_spoken(text: str, language: Language, spoken: Sequence[str]) -> Spoken:
    """Whether *text*, found to be in *language*, is in one of *spoken* (two-letter codes).

    Letters of a script that none of these languages is written in settle it, whatever the
    language was found to be.
    """
    known = _LATIN.union(*(_SCRIPTS.get(code, _LATIN) for code in spoken))
    letters = [char for char in text if char.isalpha()]
    foreign = sum(_script(char) not in known for char in letters)
    if foreign > len(letters) / 5:
        return Spoken.NO
    code = language.code.partition("-")[0].lower()
    if code in spoken:
        return Spoken.YES
    words = len(text.split())
    if code == "und":
        return Spoken.YES if words <= _SHORT else Spoken.UNSURE
    return Spoken.NO if language.confidence >= _SURE and words > 1 else Spoken.UNSURE


def _script(char: str) -> str:
    if char < "\u0250":
        return "LATIN"
    return unicodedata.name(char, "?").split(" ", maxsplit=1)[0]
