"""The weights behind a sentiment: read from a text file that is part of the package.

`sentiment.tsv` has sections; each line is a name and numbers, parted by tabs:

- `[about]`: `version`, and what one unit of a word's weight is worth (`unit`).
- `[english]` and `[world]`: the weight of each figure of `reading.FIGURES` towards *negative*
  and towards *positive*, both against *neutral*; `constant` is always added, and all is divided
  by `temperature`. `[english]` is used together with the words, `[world]` without them, for
  every other language.
- `[words]`: whole numbers from -127 to 127, again towards negative and towards positive, for
  an English token, for two tokens in a row (`^` and `$` are the ends of the text), or for a
  token under a negator (`~token`). The sum over a text is divided by the square root of how
  many it has, known or not.

`benchmarks/train_sentiment.py` writes the file; docs/model-card-sentiment.md says from what.
"""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from math import exp
from operator import mul
from typing import NamedTuple

from pressroom.analysis.reading import FIGURES


class Odds(NamedTuple):
    """Probabilities of the three feelings; they add up to one."""

    negative: float
    neutral: float
    positive: float


@dataclass(frozen=True, slots=True)
class FigureWeights:
    """What the figures of a reading count for."""

    each: tuple[complex, ...]
    """Real part towards negative, imaginary part towards positive: one sum does both."""
    constant: complex
    temperature: float


class Word(NamedTuple):
    """What an English token counts for, alone and in front of another."""

    alone: complex
    before: dict[str, complex]
    """By the token that comes next; `$` is the end of the text."""


@dataclass(frozen=True, slots=True)
class SentimentWeights:
    """All that was learned; see the module for what the numbers mean."""

    version: str
    unit: float
    english: FigureWeights
    world: FigureWeights
    words: dict[str, Word]
    """By token; `^` is the start of the text."""
    denied: dict[str, complex]
    """By token under a negator."""

    def odds(self, figures: Sequence[float], tokens: Sequence[str], denied: Sequence[int]) -> Odds:
        """How an English comment feels."""
        total = 0j
        words = self.words.get
        before = words("^", _UNSEEN).before
        for token in tokens:
            if token in before:
                total += before[token]
            alone, before = words(token, _UNSEEN)
            total += alone
        total += before.get("$", 0j)
        for at in denied:
            total += self.denied.get(tokens[at], 0j)
        count = 2 * len(tokens) + 1 + len(denied)
        return _odds(figures, self.english, total * (self.unit / count**0.5))

    def odds_of_figures(self, figures: Sequence[float]) -> Odds:
        """How a comment in any language with a lexicon feels, by its figures alone."""
        return _odds(figures, self.world, 0j)


_UNSEEN = Word(0j, {})


def word_keys(tokens: Sequence[str], denied: Iterable[int]) -> list[str]:
    """What a text has of the lines in `[words]`: tokens, neighbours, tokens under a negator."""
    keys = [f"{one} {next_one}" for one, next_one in pairwise(["^", *tokens, "$"])]
    keys += tokens
    keys += [f"~{tokens[at]}" for at in denied]
    return keys


def _odds(figures: Sequence[float], weights: FigureWeights, words: complex) -> Odds:
    logits = sum(map(mul, figures, weights.each), words + weights.constant) / weights.temperature
    bad, good = exp(min(logits.real, 50.0)), exp(min(logits.imag, 50.0))
    total = 1 + bad + good
    return Odds(bad / total, 1 / total, good / total)


@functools.cache
def shipped_weights() -> SentimentWeights:
    """The weights of this version of pressroom; read once, about 30 ms."""
    file = resources.files("pressroom.analysis").joinpath("weights", "sentiment.tsv")
    return parse_weights(file.read_text("utf-8"))


def parse_weights(text: str) -> SentimentWeights:
    """The weights that *text* describes.

    Raises:
        ValueError: The file is not of this version's form; train again.
    """
    sections: dict[str, dict[str, list[str]]] = {}
    section: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = sections.setdefault(line[1:-1], {})
        elif line:
            name, *numbers = line.split("\t")
            section[name] = numbers
    try:
        about = sections["about"]
        words, under = _words(sections["words"])
        return SentimentWeights(
            version=about["version"][0],
            unit=float(about["unit"][0]),
            english=_figure_weights(sections["english"]),
            world=_figure_weights(sections["world"]),
            words=words,
            denied=under,
        )
    except (KeyError, IndexError, ValueError) as err:
        raise ValueError(f"these are no sentiment weights of this version: {err}") from err


def _figure_weights(section: dict[str, list[str]]) -> FigureWeights:
    return FigureWeights(
        tuple(_pair(section[name]) for name in FIGURES),
        _pair(section["constant"]),
        float(section["temperature"][0]),
    )


def _words(lines: dict[str, list[str]]) -> tuple[dict[str, Word], dict[str, complex]]:
    words: dict[str, Word] = {}
    denied: dict[str, complex] = {}
    for name, numbers in lines.items():
        first, _, second = name.partition(" ")
        if second:
            words.setdefault(first, Word(0j, {})).before[second] = _pair(numbers)
        elif first[0] == "~" and len(first) > 1:
            denied[first[1:]] = _pair(numbers)
        else:
            before = words[first].before if first in words else {}
            words[first] = Word(_pair(numbers), before)
    return words, denied


def _pair(numbers: Sequence[str]) -> complex:
    bad, good = numbers
    return complex(float(bad), float(good))
