"""Words behind the spellings that hide them from a filter: `1d10t`, `f*ck`, `s h i t`, `ѕсаm`.

Nothing is guessed: a spelling is read as another word only where that word is one of those asked
for, so ordinary words, prices and names stay as they are.
"""

import re
from collections.abc import Callable, Iterable

_LOOKALIKES = str.maketrans(
    "аеорсухѕіјԁһкмтвнвгβαεοριυντκωɡıⅼոս", "aeopcyxsijdhkmtbhbrbaeopiuvtkwgilnu"
)
"""Letters of other scripts that look like Latin ones (Unicode's confusables, the common few)."""
_MIXED = re.compile("[a-z][а-яѕіјԁһα-ωɡıⅼոս]|[а-яѕіјԁһα-ωɡıⅼոս][a-z]")
_WORD_OF_LOOKALIKES = re.compile(r"[^\W\d_]*(?:[a-z][а-яѕіјԁһα-ωɡıⅼոս]|[а-яѕіјԁһα-ωɡıⅼոս][a-z])\w*")

_DIGITS = str.maketrans("01345678@$!", "oieasgtbasi")
_DIGITS_L = str.maketrans("01345678@$!", "oleasgtbasl")
_PIERCED = re.compile(r"(?<!\w)[a-z@$]\w{0,15}[*@$!#%.\-+][\w*@$!#%.\-+]{0,15}")
"""A word with marks inside it, as in `f*ck`, `b!tch`, `a$$hole`, `s.h.i.t`."""
_SPACED = re.compile(r"(?<![\w'])\w(?:[ .\-_*]\w){2,40}(?![\w'])")
_DOUBLED = re.compile(r"([^\W\d_])\1")
_MARKS = re.compile(r"[*#%\-.+]+")
_CUT_OFF = {
    "f*": "fuck",
    "f**": "fuck",
    "s**": "shit",
    "sh*": "shit",
    "sh**": "shit",
    "a**": "ass",
    "b**": "bitch",
    "bi**": "bitch",
    "c**": "cunt",
    "d**": "dick",
    "p**": "pussy",
    "n**": "nigger",
    "mf**": "motherfucker",
}
"""What people mean by a letter and stars."""

Asked = Callable[[str], bool]
"""Whether a word is one of those asked for."""


def undisguised(prepared: str, asked: Asked, words: "Wildcards") -> tuple[str, dict[str, str]]:
    """*prepared* with hidden words written out, and each of them with its spelling there.

    *prepared* is what `tokens.plain` returned. The time is linear in its length.
    """
    found: dict[str, str] = {}
    if not prepared.isascii() and _MIXED.search(prepared):
        prepared = _WORD_OF_LOOKALIKES.sub(lambda m: m[0].translate(_LOOKALIKES), prepared)
    if any(mark in prepared for mark in "*@$!#%.-+"):

        def pierce(match: re.Match[str]) -> str:
            word = _pierced(match[0], asked, words)
            if word:
                found[word] = match[0]
            return word or match[0]

        prepared = _PIERCED.sub(pierce, prepared)

    def close_up(match: re.Match[str]) -> str:
        word = _closed_up(match[0], words)
        if word:
            found[word] = match[0]
        return word or match[0]

    return _SPACED.sub(close_up, prepared), found


def plain_spelling(word: str, asked: Asked) -> str:
    """The asked-for word that *word* spells with digits or drawn-out letters; "" for none.

    >>> plain_spelling("1d10t", {"idiot"}.__contains__)
    'idiot'
    """
    readings = [word]
    if not word.isalpha() and any(letter.isalpha() for letter in word):
        readings += [word.translate(_DIGITS), word.translate(_DIGITS_L)]
    for reading in readings:
        for spelling in (reading, _DOUBLED.sub(r"\1", reading)):
            if spelling != word and len(spelling) > 2 and asked(spelling):
                return spelling
    return ""


class Wildcards:
    """Words by their outline, so that `f**k` is found without trying every word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [word for word in dict.fromkeys(words) if len(word) > 2 and word.isalpha()]
        self._outlines: dict[tuple[str, str], list[str]] = {}
        for word in self._words:
            self._outlines.setdefault((word[0], word[-1]), []).append(word)

    def behind(self, starred: str) -> str:
        """The first of the words that *starred* hides: `f*ck`, `f**king`, `b**`; or "".

        One star is one letter; `plain` leaves two of any longer run, so two are two to four.
        """
        if starred[-1] == "*":
            return _CUT_OFF.get(starred, "")
        shape = re.compile(starred.replace("**", "[a-z]{2,4}").replace("*", "[a-z]"))
        outline = (starred[0], starred[-1])
        return next((one for one in self._outlines.get(outline, ()) if shape.fullmatch(one)), "")

    def within(self, letters: str) -> str:
        """The longest word that *letters* hold; or ""."""
        held = [word for word in self._words if len(word) > 3 and word in letters]
        return max(held, key=len, default="")


def _pierced(spelling: str, asked: Asked, words: Wildcards) -> str:
    spelling = spelling.rstrip("!.-+#%$@")
    for reading in (spelling.translate(_DIGITS), spelling.translate(_DIGITS_L)):
        bare = _MARKS.sub("", reading)
        if bare.isalpha() and len(bare) > 3 and asked(bare) and bare != spelling:
            return bare
    starred = re.sub("[#@$!]", "*", spelling)
    if "*" in starred[1:] and starred.replace("*", "").isalpha():
        return words.behind(starred)
    return ""


def _closed_up(spelling: str, words: Wildcards) -> str:
    letters = re.sub(r"[ .\-_*]", "", spelling)
    return words.within(letters) if letters.isalpha() or not letters.isdigit() else ""
