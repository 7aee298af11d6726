"""Train the weights that tell what a comment wants.

python -m benchmarks.train_purpose --data FOLDER [--out FILE] [--seed N]

FOLDER holds the labelled sets named in docs/model-card-purpose.md and `extra_train/` with their
rest. Only the standard library is used; the same data and seed give the same bytes.
"""

import argparse
import functools
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.hashed_training import Row, train
from benchmarks.own_text import own_texts
from benchmarks.train_toxicity import read as rows_in
from pressroom.analysis.language import language_of
from pressroom.analysis.lexicon import lexicon_of
from pressroom.analysis.linear import pack
from pressroom.analysis.purpose_signs import model_tokens, purpose_signs
from pressroom.analysis.reading import read
from pressroom.analysis.tokens import plain, tokenise

TARGET = Path(__file__).parent.parent / "src/pressroom/analysis/weights/purpose.bin"
SEED = 20_26
WORD_BITS = RUN_BITS = 14
COST = 1.0
ROUNDS = 15
PURPOSES = ("complaint", "question", "request", "praise")
OF_ACTS = {"QUE": "question", "REQ": "request"}
"""What a tweet act is; all others are called `other` there."""
TROUBLES = {
    "Refund_not_showing_up", "balance_not_updated_after_bank_transfer",
    "balance_not_updated_after_cheque_or_cash_deposit", "beneficiary_not_allowed", "card_arrival",
    "card_not_working", "card_payment_not_recognised", "card_payment_wrong_exchange_rate",
    "card_swallowed", "cash_withdrawal_not_recognised", "compromised_card",
    "contactless_not_working", "declined_card_payment", "declined_cash_withdrawal",
    "declined_transfer", "direct_debit_payment_not_recognised", "extra_charge_on_statement",
    "failed_transfer", "lost_or_stolen_card", "pending_card_payment", "pending_cash_withdrawal",
    "pending_top_up", "pending_transfer", "pin_blocked", "reverted_card_payment?",
    "top_up_failed", "top_up_reverted", "transaction_charged_twice", "transfer_fee_charged",
    "transfer_not_received_by_recipient", "virtual_card_not_working",
    "wrong_amount_of_cash_received", "wrong_exchange_rate_for_cash_withdrawal",
    "card_payment_fee_charged", "cash_withdrawal_charge", "unable_to_verify_identity",
}  # fmt: skip
"""Banking77's intents that tell of something gone wrong."""


class Labelled(NamedTuple):
    """A text and the purposes it has; those not `known` are not taught by it."""

    text: str
    purposes: frozenset[str]
    known: frozenset[str]
    name: str


ALL = frozenset(PURPOSES)
OWN = (
    ("purpose", "own", 60),
    ("purpose_written", "written", 1),
    ("purpose_languages", "own languages", 25),
)
"""The files of own text, the name of the set, and how many texts of each pattern."""
SHARES = {
    "own": 4.0,
    "written": 6.0,
    "own languages": 3.0,
    "banking": 3.0,
    "reviews": 2.0,
    "acts": 3.0,
    "talk": 4.0,
}
"""How much each set counts, whatever its size."""


def labelled(folder: Path, seed: int) -> Iterator[Labelled]:
    """All rows to train on."""
    for file, name, each in OWN:
        for section, text in own_texts(file, seed=seed, each=each):
            yield Labelled(text, frozenset((section,)) & ALL, ALL, name)
    for row in rows_in(folder / "intent_banking77.jsonl"):
        trouble = row["label"] in TROUBLES
        found = frozenset(("complaint",) if trouble else ())
        known = frozenset(("complaint", "praise"))  # whether they ask is not said there
        yield Labelled(str(row["text"]), found, known, "banking")
    for row in rows_in(folder / "reply_tweet_acts.jsonl"):
        act = OF_ACTS.get(str(row["label"]), "")
        yield Labelled(str(row["text"]), frozenset((act,)) & ALL, ALL - {"praise"}, "acts")
    for row in rows_in(folder / "sentiment_score_vader_amazon.jsonl"):
        felt = float(str(row["score"]))
        if abs(felt) >= 1.0:
            found = frozenset(("complaint",) if felt < 0 else ("praise",))
            yield Labelled(str(row["text"]), found, frozenset(("complaint", "praise")), "reviews")
    yield from _talk(folder)


def _talk(folder: Path) -> Iterator[Labelled]:
    """People talking to each other: asking sometimes, complaining to nobody."""
    for at, row in enumerate(rows_in(folder / "extra_train/sentiment_goemotions_rest.jsonl.gz")):
        if at % 5:
            continue
        emotions = set(str(row["emotions"]).split())
        text = str(row["text"])
        asks = bool(emotions & {"curiosity", "confusion"}) and "?" in text
        if asks or (not emotions & {"anger", "annoyance", "disappointment", "disgust"}):
            known = (
                ALL - {"request", "praise"} - (set() if asks or "?" not in text else {"question"})
            )
            yield Labelled(text, frozenset(("question",) if asks else ()), known, "talk")


def rows_for(purpose: str, texts: list[Labelled]) -> list[Row]:
    """The rows that teach *purpose*, each set weighed by its share, yes and no alike within it."""
    taught = [one for one in texts if purpose in one.known]
    sizes = Counter((one.name, purpose in one.purposes) for one in taught)
    both = {name for name, yes in sizes if (name, not yes) in sizes}
    weights = {
        key: SHARES[key[0]] / size / (2 if key[0] in both else 1) for key, size in sizes.items()
    }
    mean = sum(SHARES[name] for name in {one.name for one in taught}) / len(taught)
    rows = []
    for one in taught:
        yes = purpose in one.purposes
        tokens, extras = seen(one.text)
        rows.append(Row(tokens, extras, int(yes), weights[one.name, yes] / mean))
    return rows


@functools.cache
def seen(text: str) -> tuple[list[str], list[float]]:
    """What the models see of a text."""
    prepared = plain(text)
    tokens = tokenise(prepared)
    lexicon = lexicon_of(language_of(prepared, tokens).code)
    figures = read(text, tokens, lexicon).figures
    return model_tokens(tokens), purpose_signs(text, prepared, tokens, figures).extras


def main() -> None:
    """Train, calibrate and write the weights; say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled sets")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    texts = list(labelled(asked.data, asked.seed))
    print(f"{len(texts)} texts: {json.dumps(Counter(one.name for one in texts))}")
    began = time.monotonic()
    heads = {}
    for purpose in PURPOSES:
        rows = rows_for(purpose, texts)
        bits = {"word_bits": WORD_BITS, "run_bits": RUN_BITS}
        heads[purpose] = train(rows, **bits, cost=COST, rounds=ROUNDS, seed=asked.seed)
        print(f"{purpose}: {len(rows)} texts")
    data = pack(heads)
    asked.out.write_bytes(data)
    print(f"{asked.out.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")
    print(f"took {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
