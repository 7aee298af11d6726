"""Learn the sentiment weights that ship with pressroom, from a seed, byte for byte the same.

python -m benchmarks.train_sentiment --data FOLDER [--out FILE] [--seed N]

FOLDER holds the public sets named in `sentiment_corpus.py`. Only the standard library is used;
it takes about a minute of one core. docs/model-card-sentiment.md says what comes out.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from pathlib import Path
from zlib import crc32

from benchmarks.sentiment_corpus import Example, examples
from pressroom.analysis.lexicon import lexicon_of
from pressroom.analysis.reading import FIGURES, read
from pressroom.analysis.sentiment_weights import word_keys
from pressroom.analysis.tokens import plain, tokenise

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src" / "pressroom" / "analysis" / "weights" / "sentiment.tsv"
VERSION = "1"
EPOCHS = 10
RATE, FIGURES_RATE = 0.2, 0.03
"""AdaGrad's first step: with words, and for the figures alone."""
DECAY = 6e-7
"""How much of each word's weight is lost per text: what is rare stays small."""
RAREST_WORD, RAREST_PAIR = 3, 6
BALANCE = 0.8
"""At 1 all three labels weigh the same, at 0 each weighs as much as it is common."""
BATCH = 1000
HELD_BACK = 10
"""One text in so many is kept from learning; the temperature is set on it."""


@dataclass(slots=True)
class Row:
    """A text as numbers: which weights it uses and by how much."""

    places: list[int]
    values: list[float]
    target: tuple[float, float, float]
    weight: float


@dataclass(slots=True)
class Linear:
    """Weights towards negative and towards positive; neutral is the zero."""

    negative: list[float]
    positive: list[float]
    spent: tuple[list[float], list[float]] = field(repr=False)
    """Sums of squared slopes, by which AdaGrad slows each weight down."""

    @classmethod
    def blank(cls, size: int) -> "Linear":
        """Weights that know nothing."""
        return cls([0.0] * size, [0.0] * size, ([1e-4] * size, [1e-4] * size))

    def logits(self, row: Row) -> tuple[float, float]:
        """Towards negative and towards positive."""
        bad = good = 0.0
        negative, positive = self.negative, self.positive
        for place, value in zip(row.places, row.values, strict=True):
            bad += negative[place] * value
            good += positive[place] * value
        return bad, good

    def learn(self, row: Row, rate: float) -> None:
        """One step down the slope of the cross-entropy of *row*."""
        bad, good = (exp(min(logit, 30.0)) for logit in self.logits(row))
        total = 1 + bad + good
        off_bad = (bad / total - row.target[0]) * row.weight
        off_good = (good / total - row.target[2]) * row.weight
        negative, positive = self.negative, self.positive
        spent_bad, spent_good = self.spent
        for place, value in zip(row.places, row.values, strict=True):
            slope = off_bad * value
            spent_bad[place] += slope * slope
            negative[place] -= rate * slope / sqrt(spent_bad[place])
            slope = off_good * value
            spent_good[place] += slope * slope
            positive[place] -= rate * slope / sqrt(spent_good[place])

    def add(self, other: "Linear", part: float) -> None:
        """Add *part* of each weight of *other*."""
        for mine, theirs in ((self.negative, other.negative), (self.positive, other.positive)):
            mine[:] = [m + part * t for m, t in zip(mine, theirs, strict=True)]

    def shrink(self, kept: float, size: int) -> None:
        """Pull the first *size* weights, those of words, towards nothing."""
        for weights in (self.negative, self.positive):
            weights[:size] = [weight * kept for weight in weights[:size]]


@dataclass(slots=True)
class Text:
    """An example, read."""

    example: Example
    figures: list[float]
    keys: list[str]

    @property
    def is_held_back(self) -> bool:
        """Whether it is for setting the temperature, not for learning."""
        return crc32(self.example.text.encode()) % HELD_BACK == 0


def read_examples(found: Iterable[Example]) -> list[Text]:
    """The figures and words of each example, less labels that are surely wrong.

    Single raters of GoEmotions miss irony: praise there in which we hear it is left out.
    """
    lexicon = lexicon_of("en")
    texts = []
    for example in found:
        tokens = tokenise(plain(example.text))
        reading = read(example.text, tokens, lexicon)
        missed = reading.irony >= 0 and example.target[2] == 1 and example.source == "goemotions"
        if tokens and not missed:
            # As in the analysis, words do not count where irony is heard.
            keys = word_keys(tokens, reading.denied) if reading.irony < 0 else []
            texts.append(Text(example, reading.figures, keys))
    return texts


def choose_words(texts: Sequence[Text]) -> dict[str, float]:
    """The words that are not too rare, each with what one occurrence counts: rare ones more."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(text.keys))
    scale = log(len(texts))
    return {
        key: log((1 + len(texts)) / (1 + count)) / scale
        for key, count in sorted(seen.items())
        if count >= (RAREST_PAIR if " " in key else RAREST_WORD)
    }


def as_rows(texts: Sequence[Text], words: dict[str, float]) -> list[Row]:
    """The texts as numbers: words first, then the figures, then a constant."""
    places = {word: place for place, word in enumerate(words)}
    balance = _balance(texts, BALANCE if words else 1.0)
    rows = []
    for text in texts:
        share = 1 / sqrt(max(len(text.keys), 1))
        sums: dict[int, float] = {}
        for key in text.keys if words else ():
            if key in words:
                place = places[key]
                sums[place] = sums.get(place, 0.0) + share * words[key]
        for at, figure in enumerate([*text.figures, 1.0]):
            if figure:
                sums[len(words) + at] = figure
        target = text.example.target
        mass = sum(part * times for part, times in zip(target, balance, strict=True))
        rows.append(Row(list(sums), list(sums.values()), target, text.example.weight * mass))
    return rows


def _balance(texts: Sequence[Text], power: float) -> list[float]:
    """By how much each label is multiplied so that rare ones are learned too."""
    masses = [
        sum(text.example.target[at] * text.example.weight for text in texts) for at in range(3)
    ]
    return [(sum(masses) / 3 / mass) ** power for mass in masses]


def fit(rows: Sequence[Row], words: int, seed: int) -> Linear:
    """Weights learned from *rows*: the mean over the later half of the epochs."""
    size = words + len(FIGURES) + 1
    rate = RATE if words else FIGURES_RATE
    model = Linear.blank(size)
    mean = Linear.blank(size)
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    order = list(range(len(rows)))
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            for at in order[start : start + BATCH]:
                model.learn(rows[at], rate)
            model.shrink((1 - DECAY) ** BATCH, words)
        if epoch >= EPOCHS // 2:
            part = 1 / (EPOCHS - EPOCHS // 2)
            mean.add(model, part)
    return mean


def temperature(model: Linear, rows: Sequence[Row]) -> float:
    """What the logits are divided by so that the held-back texts are least surprising."""
    logits = [(model.logits(row), row.target) for row in rows]

    def surprise(degrees: float) -> float:
        total = 0.0
        for (hot_bad, hot_good), target in logits:
            bad, good = hot_bad / degrees, hot_good / degrees
            norm = log(1 + exp(bad) + exp(good))
            total += target[0] * (norm - bad) + target[1] * norm + target[2] * (norm - good)
        return total

    return min((tenth / 20 for tenth in range(10, 61)), key=surprise)


def describe(words: dict[str, float], full: Linear, bare: Linear, heat: tuple[float, float]) -> str:
    """The file of weights; `sentiment_weights.py` says what its lines mean."""
    size = len(words)
    pairs = [
        (word, bad * rarity, good * rarity)
        for (word, rarity), bad, good in zip(
            words.items(), full.negative[:size], full.positive[:size], strict=True
        )
    ]
    unit = max(max(abs(bad), abs(good)) for _, bad, good in pairs) / 127
    lines = ["[about]", f"version\t{VERSION}", f"unit\t{unit:.6g}"]
    for name, model, degrees, start in (
        ("english", full, heat[0], size),
        ("world", bare, heat[1], 0),
    ):
        lines += ["", f"[{name}]", f"temperature\t{degrees:.2f}"]
        for at, figure in enumerate((*FIGURES, "constant"), start):
            lines.append(f"{figure}\t{model.negative[at]:.4f}\t{model.positive[at]:.4f}")
    lines += ["", "[words]"]
    for word, bad, good in pairs:
        whole = round(bad / unit), round(good / unit)
        if any(whole):
            lines.append(f"{word}\t{whole[0]}\t{whole[1]}")
    return "\n".join(lines) + "\n"


def train(data: Path, seed: int) -> str:
    """The file of weights that *data* and *seed* lead to."""
    texts = read_examples(examples(data, seed))
    learned = [text for text in texts if not text.is_held_back]
    kept = [text for text in texts if text.is_held_back and text.example.source[:7] != "written"]
    words = choose_words(learned)
    full = fit(as_rows(learned, words), len(words), seed)
    bare = fit(as_rows(learned, {}), 0, seed)
    heat = temperature(full, as_rows(kept, words)), temperature(bare, as_rows(kept, {}))
    counts = f"{len(learned)} texts learned, {len(kept)} held back, {len(words)} words"
    print(counts, file=sys.stderr)
    return describe(words, full, bare, heat)


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description="Learn the sentiment weights again.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    try:
        text = train(given.data, given.seed)
    except FileNotFoundError as err:
        raise SystemExit(f"{err.filename} is missing; --data names the folder it is in") from err
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")
    print(f"wrote {given.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
