"""The texts that the sentiment weights are learned from: our own templates, and public sets.

The templates in `sentiment_texts/` were written for this project. A line there starts with
`-`, `0`, `+` or `~` (negative, neutral, positive, both); `(a|b)` is a choice, `{slot}` is filled
from `slots.txt`, `<glad>` and `<sad>` become an emoji or emoticon. The public sets are read
from a folder that the user names; their terms allow that what is learned from them is shipped.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from pathlib import Path

TEXTS = Path(__file__).resolve().parent / "sentiment_texts"
Target = tuple[float, float, float]
"""How much of a text is negative, neutral and positive; they add up to one."""

_TARGETS: dict[str, Target] = {
    "-": (1.0, 0.0, 0.0),
    "0": (0.0, 1.0, 0.0),
    "+": (0.0, 0.0, 1.0),
    "~": (0.5, 0.0, 0.5),
    "negative": (1.0, 0.0, 0.0),
    "neutral": (0.0, 1.0, 0.0),
    "positive": (0.0, 0.0, 1.0),
}
_GLAD = (":)", "😊", "❤️", "😍", "👏", "🙌", "🎉", ":D")
_SAD = (":(", "😡", "😢", "🙄", "👎", "😤", "💔", ":/")
_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([.,!?])")
_POLITE = ("thanks", "Thanks!", "Thank you.", "thank you", "please", "Thx", "Cheers", "pls")

WRITTEN = {"service": (30, 1.0), "posts": (10, 0.5), "turns": (12, 1.0), "reviews": (8, 1.0)}
"""Per file of templates: how many texts are made of each, and what each counts."""
GOEMOTIONS = ("sentiment_goemotions.jsonl", "extra_train/sentiment_goemotions_rest.jsonl.gz")
RATED = (
    "sentiment_score_vader_tweets.jsonl",
    "sentiment_score_vader_amazon.jsonl",
    "sentiment_score_vader_nyt.jsonl",
)
RATED_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from."""

    text: str
    target: Target
    weight: float
    source: str


def examples(data: Path, seed: int) -> list[Example]:
    """All texts, in an order that depends on nothing but *seed* and the files.

    Raises:
        FileNotFoundError: A public set is not below *data*.
    """
    found = [example for name in WRITTEN for example in written(name, seed)]
    found += [example for name in GOEMOTIONS for example in _labelled(data / name)]
    found += [example for name in RATED for example in _rated(data / name)]
    return found


def written(name: str, seed: int) -> Iterator[Example]:
    """What the templates of one file give; no text twice."""
    chance = random.Random(f"{seed} {name}")  # noqa: S311 - to be repeated, not to be secret
    count, weight = WRITTEN[name]
    slots = _slots()
    seen: set[str] = set()
    for mark, template in templates(name):
        for _ in range(count):
            text = _decorate(_fill(template, slots, chance), mark, name, chance)
            if text not in seen:
                seen.add(text)
                yield Example(text, _TARGETS[mark], weight, f"written {name}")


def templates(name: str) -> list[tuple[str, str]]:
    """The mark and the template of each line of a file."""
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()
    return [(line[0], line[2:].strip()) for line in lines if line and line[0] != "#"]


def _slots() -> dict[str, list[str]]:
    lines = (TEXTS / "slots.txt").read_text("utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if line and line[0] != "#")
    return {name: [item.strip() for item in items.split(" | ")] for name, items in pairs}


def _fill(template: str, slots: dict[str, list[str]], chance: random.Random) -> str:
    text = template
    while match := _CHOICE.search(text):
        text = text[: match.start()] + chance.choice(match[1].split("|")) + text[match.end() :]
    text = _SLOT.sub(lambda match: chance.choice(slots[match[1]]), text)
    text = text.replace("<glad>", chance.choice(_GLAD)).replace("<sad>", chance.choice(_SAD))
    return _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip()


def _decorate(text: str, mark: str, name: str, chance: random.Random) -> str:
    """What is around a comment and says nothing about its mood."""
    if name == "service" and mark == "0" and chance.random() < 0.3:
        text = f"{text} {chance.choice(_POLITE)}"  # a polite question is no praise
    if chance.random() < 0.35:
        text = f"@user {text}"
    if chance.random() < 0.15:
        text = f"{text} http"
    return text.lower() if chance.random() < 0.25 else text


def _labelled(file: Path) -> Iterator[Example]:
    for row in _rows(file):
        yield Example(str(row["text"]), _TARGETS[str(row["label"])], 1.0, "goemotions")


def _rated(file: Path) -> Iterator[Example]:
    """Ratings from -4 to 4 as shares: at 0.7 half of the readers call a text positive."""
    for row in _rows(file):
        score = float(str(row["score"]))
        good, bad = 1 / (1 + exp(-6 * (score - 0.7))), 1 / (1 + exp(6 * (score + 0.7)))
        target = (bad, 1 - good - bad, good)
        yield Example(str(row["text"]), target, RATED_WEIGHT, "rated")


def _rows(file: Path) -> Iterator[dict[str, object]]:
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
