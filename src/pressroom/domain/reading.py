"""A stranger's text as its reader hears it: words in plain letters, whatever they were dressed in.

People who want to slip past a list write `k1ll`, `k i l l`, `kіll` with a Cyrillic letter, or
put invisible characters between the letters. Each word of a `Reading` therefore has several
forms; a phrase is in the text if one of them fits. The words as they stand are kept, as the
evidence that a person is shown.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from pressroom.domain.lookalikes import LETTERS

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]"
)
"""Characters that no reader sees: controls, joiners, direction marks, fillers, tag letters."""

_VIETNAMESE = frozenset("ăđơư") | frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in ("a", "â", "ă", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    for tone in ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    # Letters that other languages write as well (à, é, ñ-like ã, õ …) tell nothing.
    if tone in "\u0309\u0323" or base in "âăêôơư" or (base in "iuy" and tone == "\u0303")
)
_BARE = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_LEET = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "€": "e"}
_LEET |= {"!": "i", "|": "l", "+": "t"}
_LEET_I = str.maketrans(_LEET | {"1": "i"})
_LEET_L = str.maketrans(_LEET | {"1": "l"})
_TOKEN = re.compile(
    r"(?P<word>[@$€]?[^\W_]+(?:[@$€|+*]+[^\W_]+)*)|(?P<stop>[.!?;…。！？\n]+)|(?P<laugh>[😂🤣💀😆😹]+)"
)
_BANGED = re.compile(r"[^\W_]+![^\W_]+")
_CONTRACTED = re.compile(r"(?<=[^\W\d_])['’´`](?=(?:s|t|re|ve|ll|d|m)\b)", re.IGNORECASE)
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W_][ .*_\-–·,|/]{1,3}){2,}[^\W_](?![^\W_])")
_HASHTAG = re.compile(r"[#＃](\w+)")
_HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
_STRETCHED = re.compile(r"(.)\1{2,}")
_VOWELS = "aeiou"

STOP = "."
"""The form of the end of a sentence: no phrase reaches over it."""

LAUGH = "lol"
"""The form of laughing faces: they tell a figure of speech from an accident."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in every form in which it can be read."""

    forms: tuple[str, ...]
    """In lower case without accents; a word in Vietnamese letters keeps them."""
    kept: str
    """In lower case with its accents."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its words."""

    text: str
    """In Unicode form NFC."""
    words: tuple[Word, ...]
    is_vietnamese: bool
    """Whether it has letters that only Vietnamese writes."""

    def shown(self, first: int, last: int) -> str:
        """The words from *first* to *last* as they stand in the text."""
        return self.text[self.words[first].start : self.words[last].end]


def read(text: str | Reading) -> Reading:
    """What *text* says, word by word; what is read already is not read again."""
    if isinstance(text, Reading):
        return text
    whole = unicodedata.normalize("NFC", text)
    plain, places = _visible(whole)
    words = [*_words(plain, places)]
    words += _extra(_HASHTAG, _of_hashtag, plain, places)
    words += _extra(_BANGED, _of_banged, plain, places)
    is_vietnamese = not whole.isascii() and any(char in _VIETNAMESE for char in whole.casefold())
    return Reading(whole, tuple(words), is_vietnamese)


def bare(word: str) -> str:
    """*word* in lower case and without accents; one in Vietnamese letters keeps them."""
    lower = word.casefold()
    if not lower.isascii():
        if any(char in _VIETNAMESE for char in lower):
            return lower
        return strip_accents(lower)
    return lower


def strip_accents(lower: str) -> str:
    """*lower* without its accents, Vietnamese ones as well."""
    parts = unicodedata.normalize("NFD", lower.translate(_BARE))
    return "".join(char for char in parts if not unicodedata.combining(char)).translate(_BARE)


def _visible(whole: str) -> tuple[str, Sequence[int]]:
    """*whole* without what nobody sees and in common letters, and where each letter came from.

    An apostrophe in an English contraction goes (don't is dont); elsewhere it parts words
    (l'hôpital is l and hôpital).
    """
    dropped = {match.start() for match in _CONTRACTED.finditer(whole)}
    if whole.isascii() and not dropped and whole.isprintable():
        return whole, range(len(whole))
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(whole):
        if place in dropped or "\u0300" <= char <= "\u036f" or INVISIBLE.match(char):
            continue  # accents that stand alone after NFC are scrawled over the letters
        for part in char if char.isascii() else unicodedata.normalize("NFKC", char):
            letters.append(part)
            places.append(place)
    return "".join(letters), places


def _words(plain: str, places: Sequence[int]) -> Iterator[Word]:
    at = 0
    for spaced in _SPACED.finditer(plain):
        yield from _tokens(plain, at, spaced.start(), places)
        for letters, start, end in _spelled_out(spaced):
            yield _word(letters, places[start], places[end - 1] + 1)
        at = spaced.end()
    yield from _tokens(plain, at, len(plain), places)


def _tokens(plain: str, first: int, last: int, places: Sequence[int]) -> Iterator[Word]:
    for match in _TOKEN.finditer(plain, first, last):
        start, end = places[match.start()], places[match.end() - 1] + 1
        if match["stop"]:
            yield Word((STOP,), STOP, start, end)
        elif match["laugh"]:
            yield Word((LAUGH,), LAUGH, start, end)
        else:
            yield _word(match[0], start, end)


Parts = Iterator[tuple[str, int, int]]
"""Words with where each begins and ends."""


def _extra(
    pattern: re.Pattern[str],
    parts: Callable[[re.Match[str]], Parts],
    plain: str,
    places: Sequence[int],
) -> Iterator[Word]:
    """Words that are only there at a second look; they follow the others, each set apart."""
    for match in pattern.finditer(plain):
        at = places[match.start()]
        yield Word((STOP,), STOP, at, at)
        for word, start, end in parts(match):
            yield _word(word, places[start], places[end - 1] + 1)


def _spelled_out(match: re.Match[str]) -> Parts:
    """Words whose letters stand apart (`k i l l`); two spaces begin the next word."""
    at = match.start()
    for part in re.split(r"( {2,})", match[0]):
        letters = re.sub(r"[\W_]", "", part)
        if len(letters) > 1:
            yield letters, at, at + len(part)
        at += len(part)


def _of_hashtag(match: re.Match[str]) -> Parts:
    """The words of a hashtag that is written in one: `#FoodPoisoning`."""
    parts = _HUMP.sub(" ", match[1].replace("_", " ")).split()
    if len(parts) > 1:
        yield from ((part, match.start(), match.end()) for part in parts)


def _of_banged(match: re.Match[str]) -> Parts:
    """`k!ll`, which is also `k` and `ll` with an exclamation mark between them."""
    yield match[0], match.start(), match.end()


def _word(token: str, start: int, end: int) -> Word:
    kept = token.casefold()
    forms = [bare(kept)]
    if not kept.isascii() and any(ord(char) in LETTERS for char in kept):
        forms.append(bare(kept.translate(LETTERS)))
    for form in tuple(forms):
        if not form.isalpha() and not form.isdigit():
            forms += [form.translate(_LEET_I), form.translate(_LEET_L)]
            forms += _uncensored(form)
    for form in tuple(forms):
        if _STRETCHED.search(form):
            forms += [_STRETCHED.sub(r"\1", form), _STRETCHED.sub(r"\1\1", form)]
            forms += _mixed_squeeze(form)
    return Word(tuple(dict.fromkeys(forms)), kept, start, end)


def _uncensored(form: str) -> list[str]:
    """What a word with stars (`k*ll`) may be: vowels are what people hide."""
    if not 0 < form.count("*") <= 2:
        return []
    return [
        "".join(pieces)
        for vowels in product(_VOWELS, repeat=form.count("*"))
        for pieces in [[a + b for a, b in zip(form.split("*"), (*vowels, ""), strict=True)]]
    ]


def _mixed_squeeze(form: str) -> list[str]:
    """Where two letters are stretched, one may be double and the other single."""
    runs = [match.span() for match in _STRETCHED.finditer(form)]
    if len(runs) != 2:
        return []
    (a, b), (c, d) = runs
    return [
        form[:a] + form[a] * one + form[b:c] + form[c] * other + form[d:]
        for one, other in ((1, 2), (2, 1))
    ]
