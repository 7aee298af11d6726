"""The words of a comment that attack or abuse, by kind, in the languages whose lists there are."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pressroom.analysis.disguise import Wildcards, plain_spelling


class Meaning(NamedTuple):
    """What a listed word is."""

    kind: str
    """insult, profanity, slur, sexual, threat or harassment; group or degrading beside them."""
    is_mild: bool = False
    """Rude or doubtful: alone it makes nothing toxic."""


class Hit(NamedTuple):
    """A listed word or phrase in a comment."""

    meaning: Meaning
    at: int
    """The index of its first token."""
    size: int
    """How many tokens it spans."""


class WordTable:
    """The lists that count for one language, made for looking up tokens quickly."""

    def __init__(self, entries: dict[str, Meaning]) -> None:
        self._words: dict[str, Meaning] = {}
        self._stems: dict[str, Meaning] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for entry, meaning in entries.items():
            if "_" in entry:
                first, *rest = entry.replace("-", "_-_").split("_")
                self._phrases.setdefault(first, []).append((tuple(rest), meaning))
            elif entry.endswith("*"):
                self._stems.setdefault(entry[:-1], meaning)
            else:
                self._words[entry] = meaning
        for phrases in self._phrases.values():
            phrases.sort(key=lambda one: -len(one[0]))
        self._sizes = sorted({len(stem) for stem in self._stems}, reverse=True)
        self.wildcards = Wildcards(filter(self.is_strong, self._words | self._stems))
        self._known: dict[str, Read | None] = {}

    def is_strong(self, word: str) -> bool:
        """Whether *word* is listed, and not as a mild one."""
        meaning = self.word(word)
        return meaning is not None and not meaning.is_mild and meaning not in _BESIDE

    def word(self, word: str) -> Meaning | None:
        """What *word* is listed as, in exactly this spelling."""
        meaning = self._words.get(word)
        if meaning is None and len(word) > 3:
            for size in self._sizes:
                meaning = self._stems.get(word[:size])
                if meaning is not None:
                    break
        return meaning

    def read(self, token: str) -> "Read | None":
        """What is known of *token*, whatever spelling hides it; None where it is listed nowhere."""
        try:
            return self._known[token]
        except KeyError:
            return self._learn(token)

    def _learn(self, token: str) -> "Read | None":
        meaning, plain = self._meaning(token)
        phrases = self._phrases.get(plain, ())
        entry = Read(meaning, plain, tuple(phrases)) if meaning or phrases else None
        if len(self._known) >= _CACHED:
            self._known.clear()
        self._known[token] = entry
        return entry

    def _meaning(self, token: str) -> tuple[Meaning | None, str]:
        word = token.lstrip("#")
        meaning = self.word(word)
        if meaning is None and "'" in word:
            ending = word.partition("'")[2]
            meaning = self.word(ending) if len(ending) > 2 else None
        if meaning is None and len(word) > 2 and word[0] not in "@:;":
            plain = plain_spelling(word, self.is_strong)
            if plain:
                return self.word(plain), plain
        return meaning, token

    def find(self, tokens: Sequence[str]) -> tuple[list[str], list[Hit]]:
        """*tokens* in plain spelling, and each listed phrase and word, in their order."""
        plain, hits = list(tokens), []
        found = []
        for at, token in enumerate(tokens):
            entry = self.read(token)
            if entry is not None:
                plain[at] = entry.plain
                found.append((at, entry))
        for at, entry in found:
            for rest, meaning in entry.phrases:
                if tuple(plain[at + 1 : at + 1 + len(rest)]) == rest:
                    hits.append(Hit(meaning, at, 1 + len(rest)))
                    break
            if entry.meaning is not None:
                hits.append(Hit(entry.meaning, at, 1))
        return plain, hits


class Read(NamedTuple):
    """What a token is known for."""

    meaning: Meaning | None
    plain: str
    """The listed word that it spells; itself where nothing hides it."""
    phrases: tuple[tuple[tuple[str, ...], Meaning], ...]
    """The phrases that it may begin: the tokens that must follow, and what they then mean."""


_CACHED = 20_000
_BESIDE = (Meaning("group"), Meaning("degrading"))
"""Listed to tell hate by, not rude by themselves."""


@cache
def words_for(language: str) -> WordTable:
    """The table for *language*: its own words and those that no other language has.

    English ones are there for English and where the language is not known or has no list.
    """
    lists = _lists()
    entries: dict[str, Meaning] = {}
    for code, listed in lists.items():
        if code not in ("en", language):
            entries |= {word: meaning for word, meaning in listed.items() if word[-1] != "?"}
    if language == "en" or language not in lists:
        entries |= lists["en"]
    if language in lists:
        entries |= lists[language]
    return WordTable({word.rstrip("?"): meaning for word, meaning in entries.items()})


@cache
def _lists() -> dict[str, dict[str, Meaning]]:
    lists: dict[str, dict[str, Meaning]] = {}
    text = files("pressroom.analysis").joinpath("lexicons/toxicity.txt").read_text("utf-8")
    for block in text.split("\n[")[1:]:
        head, _, words = block.partition("]\n")
        code, kind, *mild = head.split()
        meaning = Meaning(kind, bool(mild))
        listed = lists.setdefault(code, {})
        for word in words.split():
            listed.setdefault(word, meaning)
    return lists
