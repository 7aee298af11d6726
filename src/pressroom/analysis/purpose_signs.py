"""What in a comment shows why it was written: words for trouble, waiting, asking, thanking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pressroom.analysis.reading import FIGURES

_LISTS = (
    "problem", "waiting", "money", "silence", "cannot", "angry", "question word", "asks openly",
    "please", "thanks", "praise", "solved", "mine", "service", "fix", "yours",
)  # fmt: skip
_FORM = (
    "question mark", "only a question mark", "opens with a question word",
    "opens with a verb that asks", "many questions", "exclaimed", "opens with several accounts",
    "passed on", "names a service account", "asks why not", "trouble of one's own",
    "trouble with a service", "thanks and no trouble",
)  # fmt: skip
_FELT = (
    "balance", "pos", "neg", "best", "worst", "last", "after_but", "turned_praise", "sad_emoji",
    "glad_emoji", "irony", "no_feeling",
)  # fmt: skip
_FELT_AT = tuple(FIGURES.index(name) for name in _FELT)
EXTRAS = (*_LISTS, *_FORM, *_FELT)
"""The features beside the words, in the order in which the models have their weights."""
_AT = {name: at for at, name in enumerate(EXTRAS)}
_MOST = 3
_SERVICE = re.compile(r"@\w{0,30}(?:support|help|care|service|custserv|assist|ask)", re.IGNORECASE)
"""Accounts that are there to be written to when something is wrong."""
_ASKING_VERBS = frozenset(
    [
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "can",
        "could",
        "will",
        "would",
        "should",
        "has",
        "have",
        "may",
        "any",
        "anyone",
        "hay",
        "tienen",
        "est-ce",
        "avez",
        "peut",
        "gibt",
        "habt",
        "kann",
        "könnt",
        "avete",
        "c'è",
        "tem",
        "dá",
        "có",
    ]
)
_SKIPPED = frozenset(
    [
        "@user",
        "rt",
        "hi",
        "hey",
        "hello",
        "hola",
        "bonjour",
        "hallo",
        "ciao",
        "olá",
        "and",
        "so",
        "but",
        "ok",
        ",",
        ":",
        ".",
        "!",
        '"',
        "-",
    ]
)


@dataclass(slots=True)
class PurposeSigns:
    """What was found in one comment."""

    extras: list[float]
    """One value for each of `EXTRAS`."""
    words: dict[str, list[str]]
    """The words that were found, by list."""

    def count(self, sign: str) -> float:
        """How strong the sign named *sign* is, from 0.0 to 1.0."""
        return self.extras[_AT[sign]]

    @property
    def is_concrete(self) -> bool:
        """Whether it names a trouble, a wait, money, a thing or a question: something to answer."""
        return any(
            name in self.words
            for name in ("problem", "waiting", "money", "silence", "service", "question word")
        )


def purpose_signs(
    raw: str, prepared: str, tokens: Sequence[str], figures: Sequence[float]
) -> PurposeSigns:
    """The signs in a comment *raw*, as `tokens.plain` and `tokens.tokenise` left it.

    *figures* are those of `reading.read`: how what is told feels, with negation applied.
    """
    extras = [0.0] * len(EXTRAS)
    words: dict[str, list[str]] = {}
    lists = _lists()
    for at, token in enumerate(tokens):
        entry = lists.get(token)
        if entry is None:
            continue
        names, phrases = entry
        for rest, name in phrases:
            if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                words.setdefault(name, []).append(" ".join((token, *rest)))
        for name in names:
            words.setdefault(name, []).append(token)
    for name, found in words.items():
        extras[_AT[name]] = min(len(found), _MOST) / _MOST
    _form(prepared, tokens, extras)
    extras[-len(_FELT_AT) :] = [figures[at] for at in _FELT_AT]
    extras[_AT["names a service account"]] = float("@" in raw and bool(_SERVICE.search(raw)))
    extras[_AT["asks why not"]] = float(extras[_AT["question word"]] and extras[_AT["cannot"]])
    own, trouble = extras[_AT["mine"]], extras[_AT["problem"]] + extras[_AT["angry"]]
    extras[_AT["trouble of one's own"]] = float(bool(own and trouble))
    extras[_AT["trouble with a service"]] = float(bool(extras[_AT["service"]] and trouble))
    extras[_AT["thanks and no trouble"]] = float(bool(extras[_AT["thanks"]] and not trouble))
    return PurposeSigns(extras, words)


def _form(prepared: str, tokens: Sequence[str], extras: list[float]) -> None:
    opening = next((at for at, token in enumerate(tokens) if token not in _SKIPPED), len(tokens))
    first = tokens[opening] if opening < len(tokens) else ""
    asked = prepared.count("?")
    said = len(tokens) - opening
    extras[_AT["question mark"]] = float(asked > 0)
    extras[_AT["only a question mark"]] = float(asked > 0 and said <= 2)
    extras[_AT["many questions"]] = float(asked > 1)
    extras[_AT["opens with a question word"]] = float("question word" in _names(first))
    extras[_AT["opens with a verb that asks"]] = float(first in _ASKING_VERBS)
    extras[_AT["exclaimed"]] = float("!" in prepared)
    accounts = sum(token == "@user" for token in tokens[:opening])  # noqa: S105
    extras[_AT["opens with several accounts"]] = float(accounts > 1)
    extras[_AT["passed on"]] = float(tokens[:1] == ["rt"])


def _names(token: str) -> tuple[str, ...]:
    entry = _lists().get(token)
    return entry[0] if entry else ()


_Phrases = list[tuple[tuple[str, ...], str]]


@cache
def _lists() -> dict[str, tuple[tuple[str, ...], _Phrases]]:
    """For each word the lists it is in, and the phrases that it begins with theirs."""
    names: dict[str, list[str]] = {}
    phrases: dict[str, _Phrases] = {}
    text = files("pressroom.analysis").joinpath("lexicons/purpose.txt").read_text("utf-8")
    for block in text.split("\n[")[1:]:
        name, _, entries = block.partition("]\n")
        for entry in dict.fromkeys(entries.split()):
            first, *rest = entry.replace("-", "_-_").split("_")
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), name))
            else:
                names.setdefault(entry, []).append(name)
    return {word: (tuple(names.get(word, ())), phrases.get(word, [])) for word in names | phrases}


def model_tokens(tokens: Sequence[str]) -> list[str]:
    """The tokens that the models read: whom a comment names and links to shows no purpose."""
    return [token for token in tokens if token not in ("@user", "http")]
