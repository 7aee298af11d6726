"""Which words carry a feeling in a language, and which turn, strengthen or weaken the next.

The files in `lexicons/` were written for pressroom, one a language, and `emoji.txt` for all.
Their form: `VALENCE: words` from 4 (delight) to -4 (horror), where `word*` stands for every
ending; then sections in brackets: `[negator]`, `[booster]`, `[damper]`, `[but]`, `[irrealis]`,
`[trouble]` list words by what they do, `[phrase]` has `VALENCE: some words | other words`,
`[sarcasm]` has phrases whose praise is blame when something bad is told after them.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Final, NamedTuple

from pressroom.analysis.stopwords import stopwords_for

NONE, EMOJI, NEGATOR, BOOSTER, DAMPER, BUT, IRREALIS, STOP, PAUSE, QUESTION, TROUBLE, SARCASM = (
    range(12)
)
"""What a word does. `NONE`: it carries its own feeling and acts on no other."""

LANGUAGES: Final = ("en", "es", "fr", "de", "it", "pt", "vi")
"""The languages with a lexicon, as ISO 639-1 codes."""

_ROLES = {
    "negator": NEGATOR,
    "booster": BOOSTER,
    "damper": DAMPER,
    "but": BUT,
    "irrealis": IRREALIS,
    "trouble": TROUBLE,
}
_MARKS = {",": PAUSE, ":": PAUSE, ";": STOP, "(": PAUSE, ")": PAUSE, '"': PAUSE, "…": STOP}
_VALENCE = re.compile(r"(-?\d(?:\.\d)?): (.+)")
_DOUBLED = re.compile(r"([aeiouy])\1|([^\W\d_])\2$")
_SHORTEST_STEM, _LONGEST_STEM = 3, 14
_MOST_REMEMBERED = 100_000
_CLEAR_WHEN_BARE = {
    *("tuyet", "thich", "dep", "xinh", "ngon", "gioi", "thuong"),
    *("nhanh", "tot", "buon", "ghet", "chan", "khoc"),
}


class Phrase(NamedTuple):
    """Words that mean something together, kept with the last two of them."""

    before: list[str]
    """The words before the last."""
    valence: float
    role: int


class Entry(NamedTuple):
    """What is known of one word."""

    valence: float
    role: int
    phrases: dict[str, list[Phrase]] | None = None
    """Those that end in this word, by the word before it; empty for those of one word."""


class Lexicon(dict[str, Entry | None]):
    """The entry of any token of one language; None for one that carries nothing.

    `lexicon[token]` never fails: a token that stands in no file is looked up by its stem,
    without its hash sign, its elided article or its doubled letters, or as one of the English
    words that are said everywhere, and remembered.
    """

    def __init__(
        self, language: str, text: str, emoji: dict[str, float], borrowed: dict[str, float]
    ) -> None:
        self.language = language
        self._borrowed = borrowed
        self._written = 1 << 30
        self._stems: dict[str, float] = {}
        phrases: dict[str, list[Phrase]] = {}
        for mark, role in _MARKS.items():
            self[mark] = Entry(0.0, role)
        for token, valence in emoji.items():
            self[token] = Entry(valence, EMOJI)
        for section, valence, item in _items(text):
            if section in ("phrase", "sarcasm"):
                *before, last = item.split()
                role = SARCASM if section == "sarcasm" else NONE
                phrases.setdefault(last, []).append(Phrase(before, valence, role))
            elif item.endswith("*"):
                self._stems.setdefault(item[:-1], valence)
            else:
                known = self.get(item) or (self._derive(item) if section else None)
                felt = known.valence if section in _ROLES and known is not None else valence
                self[item] = Entry(felt, _ROLES.get(section, NONE))
        for last, found in phrases.items():
            entry = self[last] or Entry(0.0, NONE)
            # Cues of irony first: the praise in them counts as any other.
            found.sort(key=lambda phrase: (phrase.role != SARCASM, -len(phrase.before)))
            by_word: dict[str, list[Phrase]] = {}
            for phrase in found:
                by_word.setdefault(phrase.before[-1] if phrase.before else "", []).append(phrase)
            self[last] = entry._replace(phrases=by_word)
        self.has_words = bool(text)
        """Whether it knows a language, and not emoji and marks alone."""
        self._written = len(self)

    def __missing__(self, token: str) -> Entry | None:
        """The entry of a token that stands in no file, remembered for the next time."""
        entry = self._derive(token)
        if len(self) > self._written + _MOST_REMEMBERED:
            for word in list(self)[self._written :]:
                del self[word]
        self[token] = entry
        return entry

    def _derive(self, token: str) -> Entry | None:
        first = token[0]
        if first in "!?.":
            return Entry(0.0, QUESTION if "?" in token else STOP)
        if first == "#" and len(token) > 1:
            return self[token[1:]]
        if "'" in token:
            return self._elided(token)
        for end in range(min(len(token), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
            valence = self._stems.get(token[:end])
            if valence is not None:
                return Entry(valence, NONE)
        if token in self._borrowed:
            return Entry(self._borrowed[token], NONE)
        single = _DOUBLED.sub(r"\1\2", token)
        return self.get(single) if single != token else None

    def _elided(self, token: str) -> Entry | None:
        """`don't` denies, `n'aime` is denied, `l'enfer` is what follows its article."""
        if token.endswith("n't"):
            return Entry(0.0, NEGATOR)
        before, _, after = token.partition("'")
        if self.language == "en":
            return self[before] if after in ("s", "ll", "re", "ve", "d", "m") and before else None
        entry = self[after] if after else None
        if before != "n" or entry is None:
            return entry
        return Entry(-0.7 * entry.valence, NONE) if entry.role == NONE else Entry(0.0, NEGATOR)


def _items(text: str) -> Iterator[tuple[str, float, str]]:
    """Each word or phrase of a file with its section and valence."""
    section = ""
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            section = line.strip("[]")
            continue
        match = _VALENCE.fullmatch(line)
        valence, words = (float(match[1]), match[2]) if match else (0.0, line)
        together = section in ("phrase", "sarcasm")
        for item in words.split(" | ") if together else words.split():
            yield section, valence, item


def _read(name: str) -> str:
    return resources.files("pressroom.analysis").joinpath("lexicons", name).read_text("utf-8")


@functools.cache
def emoji_valences() -> dict[str, float]:
    """How emoji and emoticons feel, from 3 to -3; the same in every language."""
    lines = _read("emoji.txt").splitlines()
    matches = (_VALENCE.fullmatch(line.strip()) for line in lines)
    return {token: float(m[1]) for m in matches if m for token in m[2].split()}


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`; for any other code, emoji and marks alone."""
    if language not in LANGUAGES:
        return Lexicon(language, "", emoji_valences(), {})
    text = _read(f"{language}.txt")
    if language == "vi":
        text = f"{text}\n{_without_marks(text)}"
    borrowed = {} if language == "en" else _said_everywhere(language)
    return Lexicon(language, text, emoji_valences(), borrowed)


def _without_marks(text: str) -> str:
    """A Vietnamese lexicon as people type it without its marks, less what is then ambiguous.

    Phrases and the words that act on others stay; of single words only long ones do, since
    `lo`, `hay`, `ban` without marks are anything.
    """
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark)
    )
    kept = []
    section = ""
    for line in bare.replace("đ", "d").splitlines():
        section = line if line.startswith("[") else section
        if section or not _VALENCE.fullmatch(line):
            kept.append(line)
        else:
            head, words = line.split(": ")
            kept.append(f"{head}: {' '.join(w for w in words.split() if w in _CLEAR_WHEN_BARE)}")
    return "\n".join(kept)


def _said_everywhere(language: str) -> dict[str, float]:
    """English words of at least four letters that are no everyday words of *language*."""
    everyday = stopwords_for(language)
    return {
        word: valence
        for section, valence, word in _items(_read("en.txt"))
        if not section and word.isalpha() and len(word) > 3 and word not in everyday
    }
