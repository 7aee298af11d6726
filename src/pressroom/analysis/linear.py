"""Linear models over hashed words and runs of letters, with whole-number weights of one byte.

Words and pairs of words say what is talked of, runs of letters inside a word see through its
endings and misspellings, and a few features worked out by rules say what no word alone can. The
runs are inside words, so what a word adds is worked out once and kept: a comment costs little
more than looking its words up. Several models over the same features (heads) share that cost.
"""

import math
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

RUN_SHARE = 0.7
"""What the runs of letters weigh beside the words; the trainer and the model must agree."""
_SIZES = (3, 4, 5)
_LONGEST_WORD = 30
"""Longer ones are no words; cutting them bounds the time."""
_FORM = struct.Struct("<BBBH")
_CACHED = 20_000
_FIELD = 32
_MASK = (1 << _FIELD) - 1
_SHIFT = 128
"""Added to each weight so that the heads' sums can share one integer, a field of bits each."""


class Head(NamedTuple):
    """The weights of one model, before they are made small or after they were read."""

    words: Sequence[float]
    runs: Sequence[float]
    extras: Sequence[float]
    bias: float


def token_runs(token: str, bits: int) -> list[int]:
    """The buckets, below 2***bits*, of the runs of 3 to 5 characters in *token* and its ends."""
    mask = (1 << bits) - 1
    padded = f"<{token[:_LONGEST_WORD]}>"
    return [
        crc32(padded[at : at + size].encode(), size) & mask
        for size in _SIZES
        for at in range(len(padded) - size + 1)
    ]


class LinearModel:
    """One or more heads, read from a file that a training command wrote."""

    def __init__(self, data: bytes) -> None:
        heads, word_bits, self._run_bits, extras = _FORM.unpack_from(data)
        self._word_mask = (1 << word_bits) - 1
        at = _FORM.size
        self.names: list[str] = []
        self._scales: list[float] = []
        self._biases: list[float] = []
        self.extras: list[tuple[float, ...]] = []
        for _ in range(heads):
            name, scale, bias = struct.unpack_from("<16sff", data, at)
            self.names.append(name.rstrip(b"\0").decode())
            self._scales.append(scale)
            self._biases.append(bias)
            at += 24
            self.extras.append(struct.unpack_from(f"<{extras}f", data, at))
            at += 4 * extras
        count = (1 << word_bits) + (1 << self._run_bits)
        columns = [memoryview(data)[at + n * count :][:count].cast("b") for n in range(heads)]
        together = [
            sum((weight + _SHIFT) << (_FIELD * head) for head, weight in enumerate(weights))
            for weights in zip(*columns, strict=True)
        ]
        self._words = together[: 1 << word_bits]
        self._runs = together[1 << word_bits :]
        self._known: dict[str, tuple[int, int, int, bytes]] = {}

    def logits(self, tokens: Sequence[str], extras: Sequence[float]) -> list[float]:
        """Each head's log-odds for a text of *tokens* with the worked-out features *extras*."""
        known, weights, mask = self._known, self._words, self._word_mask
        words = runs = count = 0
        before = b"^"
        for token in tokens:
            alone, inside, size, word = known.get(token) or self._learn(token)
            words += alone + weights[crc32(word, crc32(before)) & mask]
            runs += inside
            count += size
            before = word
        pairs = 2 * len(tokens)
        for_words = 1 / math.sqrt(pairs or 1)
        for_runs = RUN_SHARE / math.sqrt(count or 1)
        found = [(at, value) for at, value in enumerate(extras) if value]
        results = []
        for head, (scale, bias) in enumerate(zip(self._scales, self._biases, strict=True)):
            shift = _FIELD * head
            spoken = ((words >> shift) & _MASK) - _SHIFT * pairs
            spelled = ((runs >> shift) & _MASK) - _SHIFT * count
            worth = self.extras[head]
            total = bias + scale * (for_words * spoken + for_runs * spelled)
            results.append(total + sum([value * worth[at] for at, value in found]))
        return results

    def influence(self, token: str) -> float:
        """How much *token* alone speaks for the first head, on a scale of its own."""
        alone, inside, size, _ = self._known.get(token) or self._learn(token)
        spelled = ((inside & _MASK) - _SHIFT * size) / math.sqrt(size or 1)
        return (alone & _MASK) - _SHIFT + RUN_SHARE * spelled

    def _learn(self, token: str) -> tuple[int, int, int, bytes]:
        word = token.encode()
        runs = token_runs(token, self._run_bits)
        inside = sum([self._runs[run] for run in runs])
        alone = self._words[crc32(word) & self._word_mask]
        if len(self._known) >= _CACHED:
            self._known.clear()
        entry = self._known[token] = (alone, inside, len(runs), word)
        return entry


def pack(heads: Mapping[str, Head]) -> bytes:
    """The file of a model: its form, each head's name, scale, bias and extras, then the weights."""
    first = next(iter(heads.values()))
    bits = (len(first.words).bit_length() - 1, len(first.runs).bit_length() - 1)
    front = _FORM.pack(len(heads), *bits, len(first.extras))
    body = b""
    for name, head in heads.items():
        weights = (*head.words, *head.runs)
        scale = max(map(abs, weights)) / 127 or 1.0
        front += struct.pack("<16sff", name.encode(), scale, head.bias)
        front += struct.pack(f"<{len(head.extras)}f", *head.extras)
        body += bytes(round(weight / scale) & 0xFF for weight in weights)
    return front + body


@cache
def load_model(name: str) -> LinearModel:
    """The model that the package ships under *name*."""
    return LinearModel(files("pressroom.analysis").joinpath(f"weights/{name}.bin").read_bytes())
