"""Train the weights of the toxicity model.

python -m benchmarks.train_toxicity --data FOLDER [--out FILE] [--seed N]

FOLDER holds the labelled sets named in docs/model-card-toxicity.md and `extra_train/` with their
rest. Only the standard library is used; the same data and seed give the same bytes.
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

from benchmarks.hashed_training import Row, platt, train
from benchmarks.own_text import own_texts
from pressroom.analysis.linear import Head, LinearModel, pack
from pressroom.analysis.tokens import plain, tokenise
from pressroom.analysis.toxicity_signs import Signs, toxicity_signs

TARGET = Path(__file__).parent.parent / "src/pressroom/analysis/weights/toxicity.bin"
SEED = 20_26
WORD_BITS = RUN_BITS = 16
COST = 4.0
ROUNDS = 15
SHARES = {
    "davidson": 19.0,
    "jigsaw": 14.0,
    "goemotions": 6.0,
    "surge": 4.0,
    "hatecheck": 1.5,
    "own": 3.0,
}
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
    if file.suffix == ".gz":
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    else:
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def labelled(folder: Path, seed: int, *, held_out: bool) -> Iterator[Labelled]:
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
        for section, text in own_texts("toxicity", seed=seed):
            yield Labelled(text, int(section == "toxic"), "own")
    for at, one in enumerate(_clean(folder)):
        if (at % 10 == 9) == held_out:
            yield one


def _set(file: Path, name: str) -> Iterator[Labelled]:
    for row in read(file):
        yield Labelled(str(row["text"]), int(str(row["label"])), name)


def _clean(folder: Path) -> Iterator[Labelled]:
    """Reddit comments without an unkind emotion and, unless a kind one shows, a rude word."""
    given = 0
    for row in read(folder / "extra_train/sentiment_goemotions_rest.jsonl.gz"):
        if (
            given >= CLEAN_ROWS
            or UNKIND & set(str(row["emotions"]).split())
            or row["label"] == "negative"
        ):
            continue
        text = str(row["text"])
        rude = any(not hit.meaning.is_mild for hit in _signs(text).hits if hit.meaning.kind in RUDE)
        if not rude or row["label"] == "positive":
            given += 1
            yield Labelled(text, 0, "goemotions")


RUDE = {"insult", "profanity", "slur", "sexual", "threat", "harassment"}


def _signs(text: str) -> Signs:
    prepared = plain(text)
    return toxicity_signs(prepared, tokenise(prepared), "en")


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


def calibrated(head: Head, rows: list[Row]) -> Head:
    """The weights scaled and shifted so that the model's probabilities hold on *rows* (Platt)."""
    model = LinearModel(pack({"": head}))
    slope, shift = platt([model.logits(row.tokens, row.extras)[0] for row in rows], rows)
    return Head(
        [slope * weight for weight in head.words],
        [slope * weight for weight in head.runs],
        [slope * weight for weight in head.extras],
        slope * head.bias + shift,
    )


def main() -> None:
    """Train, calibrate and write the weights; say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled sets")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    began = time.monotonic()
    texts = list(labelled(asked.data, asked.seed, held_out=False))
    print(f"{len(texts)} texts: {dict(Counter(one.name for one in texts))}")
    trained = train(
        rows_of(texts),
        word_bits=WORD_BITS,
        run_bits=RUN_BITS,
        cost=COST,
        rounds=ROUNDS,
        seed=asked.seed,
    )
    head = calibrated(trained, rows_of(list(labelled(asked.data, asked.seed, held_out=True))))
    data = pack({"toxic": head})
    asked.out.write_bytes(data)
    print(f"{asked.out.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")
    print(f"took {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
