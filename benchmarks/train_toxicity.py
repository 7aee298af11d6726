"""Train the weights of the toxicity model: `python -m benchmarks.train_toxicity FOLDER`.

FOLDER holds the labelled sets named in docs/model-card-toxicity.md and `extra_train/` with their
rest. The weights land in src/pressroom/analysis/weights/; the same data give the same bytes.
"""

import argparse
import gzip
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.hashed_training import Row, Trained, platt, train
from benchmarks.own_text import own_texts
from pressroom.analysis.linear import LinearModel, pack
from pressroom.analysis.tokens import plain
from pressroom.analysis.toxicity_signs import Signs, toxicity_signs

TARGET = Path(__file__).parent.parent / "src/pressroom/analysis/weights/toxicity.bin"
SEED = 20_26
WORD_BITS = RUN_BITS = 16
COST = 4.0
ROUNDS = 15
SHARES = {"davidson": 19.0, "jigsaw": 14.0, "goemotions": 6.0, "surge": 4.0, "hatecheck": 1.5, "own": 3.0}
"""How much each set counts, whatever its size; its toxic and its clean rows count alike."""
CLEAN_ROWS = 15_000
"""Of GoEmotions: Reddit comments without an unkind emotion, as text that nobody is hurt by."""
UNKIND = {"anger", "annoyance", "disapproval", "disgust", "embarrassment", "remorse"}


class Labelled(NamedTuple):
    """A text of a set and whether people called it toxic."""

    text: str
    label: int
    name: str


def read(file: Path) -> Iterator[dict[str, object]]:
    """The rows of a JSONL file, packed or not."""
    opened = gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8")
    with opened as lines:
        yield from map(json.loads, lines)


def labelled(folder: Path, *, held_out: bool) -> Iterator[Labelled]:
    """The rows to train on; with *held_out* those kept back for calibration instead.

    Kept back are the sets that the evaluation command measures on and that are large enough to
    do without: davidson and jigsaw of FOLDER itself, and every tenth clean row.
    """
    if held_out:
        for name in ("davidson", "jigsaw"):
            yield from _set(folder / f"toxicity_{name}.jsonl", name)
    else:
        for name in ("davidson", "jigsaw"):
            yield from _set(folder / f"extra_train/toxicity_{name}_rest.jsonl.gz", name)
        for name in ("surge", "hatecheck"):
            yield from _set(folder / f"toxicity_{name}.jsonl", name)
        for section, text in own_texts("toxicity", seed=SEED):
            yield Labelled(text, int(section == "toxic"), "own")
    for at, one in enumerate(_clean(folder)):
        if (at % 10 == 9) == held_out:
            yield one


def _set(file: Path, name: str) -> Iterator[Labelled]:
    for row in read(file):
        yield Labelled(str(row["text"]), int(str(row["label"])), name)


def _clean(folder: Path) -> Iterator[Labelled]:
    """Reddit comments that show no unkind emotion and, unless they show a kind one, no rude word."""
    given = 0
    for row in read(folder / "extra_train/sentiment_goemotions_rest.jsonl.gz"):
        if given >= CLEAN_ROWS or UNKIND & set(str(row["emotions"]).split()) or row["label"] == "negative":
            continue
        text = str(row["text"])
        rude = any(not hit.meaning.is_mild for hit in _signs(text).hits if hit.meaning.kind in RUDE)
        if not rude or row["label"] == "positive":
            given += 1
            yield Labelled(text, 0, "goemotions")


RUDE = {"insult", "profanity", "slur", "sexual", "threat", "harassment"}


def _signs(text: str) -> Signs:
    return toxicity_signs(plain(text), "en")


def rows_of(texts: list[Labelled]) -> list[Row]:
    """The texts as the model sees them, each set and each label weighed by its share."""
    sizes = Counter((one.name, one.label) for one in texts)
    clean_only = {"goemotions"}
    weights = {
        (name, label): SHARES[name] / size / (1 if name in clean_only else 2)
        for (name, label), size in sizes.items()
    }
    mean = sum(weights[key] * size for key, size in sizes.items()) / len(texts)
    rows = []
    for one in texts:
        signs = _signs(one.text)
        rows.append(Row(signs.tokens, signs.extras, one.label, weights[one.name, one.label] / mean))
    return rows


def calibrated(trained: Trained, rows: list[Row]) -> Trained:
    """The weights scaled and shifted so that the model's probabilities hold on *rows* (Platt)."""
    model = LinearModel(packed(trained))
    scores = [model.logit(row.tokens, row.extras) for row in rows]
    slope, shift = platt(scores, rows)
    return Trained(
        [slope * weight for weight in trained.words],
        [slope * weight for weight in trained.runs],
        [slope * weight for weight in trained.extras],
        slope * trained.bias + shift,
    )


def packed(trained: Trained) -> bytes:
    """The file that `LinearModel` reads."""
    return pack(trained.words, trained.runs, trained.extras, trained.bias)


def main() -> None:
    """Train, calibrate and write the weights; say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with the labelled sets")
    folder = parser.parse_args().folder
    began = time.monotonic()
    texts = list(labelled(folder, held_out=False))
    print(f"{len(texts)} texts: {dict(Counter(one.name for one in texts))}")
    trained = train(
        rows_of(texts), word_bits=WORD_BITS, run_bits=RUN_BITS, cost=COST, rounds=ROUNDS, seed=SEED
    )
    data = packed(calibrated(trained, rows_of(list(labelled(folder, held_out=True)))))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(data)
    print(f"{TARGET.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")
    print(f"took {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
