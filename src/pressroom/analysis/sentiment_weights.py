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

    negative: tuple[float, ...]
    positive: tuple[float, ...]
    constants: tuple[float, float]
    temperature: float


@dataclass(frozen=True, slots=True)
class SentimentWeights:
    """All that was learned; see the module for what the numbers mean."""

    version: str
    unit: float
    english: FigureWeights
    world: FigureWeights
    words: dict[str, tuple[int, int]]

    def odds(self, figures: Sequence[float], tokens: Sequence[str], denied: Sequence[int]) -> Odds:
        """How an English comment feels."""
        negative = positive = 0
        known = self.words.get
        keys = word_keys(tokens, denied)
        for key in keys:
            weights = known(key)
            if weights is not None:
                negative += weights[0]
                positive += weights[1]
        share = self.unit / len(keys) ** 0.5
        return _odds(figures, self.english, negative * share, positive * share)

    def odds_of_figures(self, figures: Sequence[float]) -> Odds:
        """How a comment in any language with a lexicon feels, by its figures alone."""
        return _odds(figures, self.world, 0.0, 0.0)


def word_keys(tokens: Sequence[str], denied: Iterable[int]) -> list[str]:
    """What the words of a text are looked up by: tokens, neighbours, tokens under a negator."""
    keys = [f"{one} {next_one}" for one, next_one in pairwise(["^", *tokens, "$"])]
    keys += tokens
    keys += [f"~{tokens[at]}" for at in denied]
    return keys


def _odds(
    figures: Sequence[float], weights: FigureWeights, negative: float, positive: float
) -> Odds:
    cold = 1 / weights.temperature
    negative += sum(map(mul, figures, weights.negative)) + weights.constants[0]
    positive += sum(map(mul, figures, weights.positive)) + weights.constants[1]
    bad, good = exp(min(negative * cold, 50.0)), exp(min(positive * cold, 50.0))
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
        words = {word: (int(bad), int(good)) for word, (bad, good) in sections["words"].items()}
        return SentimentWeights(
            version=about["version"][0],
            unit=float(about["unit"][0]),
            english=_figure_weights(sections["english"]),
            world=_figure_weights(sections["world"]),
            words=words,
        )
    except (KeyError, IndexError, ValueError) as err:
        raise ValueError(f"these are no sentiment weights of this version: {err}") from err


def _figure_weights(section: dict[str, list[str]]) -> FigureWeights:
    rows = [[float(number) for number in section[name]] for name in FIGURES]
    bad, good = section["constant"]
    return FigureWeights(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        (float(bad), float(good)),
        float(section["temperature"][0]),
    )
