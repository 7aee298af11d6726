"""A linear model over hashed words and runs of letters, with whole-number weights of one byte.

Words and pairs of words say what is talked of, runs of letters inside a word see through its
endings and misspellings, and a few features worked out by rules say what no word alone can. The
runs are inside words, so what a word adds is worked out once and kept: a comment costs little
more than looking its words up.
"""

import math
import struct
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from zlib import crc32

CHARACTER_SHARE = 0.7
"""What the runs of letters weigh beside the words; the trainer and the model must agree."""
_SIZES = (3, 4, 5)
_LONGEST_WORD = 30
"""Longer ones are no words; cutting them bounds the time."""
_HEAD = struct.Struct("<BBHff")
_CACHED = 20_000


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
    """Weights read from a file that a training command wrote."""

    def __init__(self, data: bytes) -> None:
        self.word_bits, self.run_bits, extras, self.scale, self.bias = _HEAD.unpack_from(data)
        at = _HEAD.size
        self.extras = struct.unpack_from(f"<{extras}f", data, at)
        at += 4 * extras
        words, runs = 1 << self.word_bits, 1 << self.run_bits
        self._words = memoryview(data)[at : at + words].cast("b")
        self._runs = memoryview(data)[at + words : at + words + runs].cast("b")
        self._known: dict[str, tuple[int, int, int, bytes]] = {}

    def logit(self, tokens: Sequence[str], extras: Sequence[float]) -> float:
        """The log-odds of a text of *tokens* with the worked-out features *extras*."""
        known, weights, mask = self._known, self._words, (1 << self.word_bits) - 1
        words = runs = count = 0
        before = b"^"
        for token in tokens:
            entry = known.get(token) or self._learn(token)
            alone, inside, size, word = entry
            words += alone + weights[crc32(word, crc32(before + b"\x01")) & mask]
            runs += inside
            count += size
            before = word
        total = self.bias
        if tokens:
            total += self.scale * words / math.sqrt(2 * len(tokens))
        if count:
            total += self.scale * CHARACTER_SHARE * runs / math.sqrt(count)
        return total + sum(map(float.__mul__, self.extras, extras))

    def influence(self, token: str) -> float:
        """How much *token* alone speaks for a yes, on a scale of its own."""
        alone, inside, size, _ = self._known.get(token) or self._learn(token)
        return self.scale * (alone + CHARACTER_SHARE * inside / math.sqrt(size or 1))

    def _learn(self, token: str) -> tuple[int, int, int, bytes]:
        word = token.encode()
        runs = token_runs(token, self.run_bits)
        inside = sum(map(self._runs.__getitem__, runs))
        alone = self._words[crc32(word) & ((1 << self.word_bits) - 1)]
        if len(self._known) >= _CACHED:
            self._known.clear()
        entry = self._known[token] = (alone, inside, len(runs), word)
        return entry


def pack(
    word_weights: Sequence[float], run_weights: Sequence[float], extras: Sequence[float], bias: float
) -> bytes:
    """The file of a model: bits, the scale of a weight, the bias, the extras, the weights."""
    largest = max(max(map(abs, word_weights)), max(map(abs, run_weights)))
    scale = largest / 127 or 1.0
    sizes = (len(word_weights).bit_length() - 1, len(run_weights).bit_length() - 1)
    head = _HEAD.pack(*sizes, len(extras), scale, bias)
    body = bytes(round(weight / scale) & 0xFF for weight in (*word_weights, *run_weights))
    return head + struct.pack(f"<{len(extras)}f", *extras) + body


@cache
def load_model(name: str) -> LinearModel:
    """The model that the package ships under *name*."""
    return LinearModel(files("pressroom.analysis").joinpath(f"weights/{name}.bin").read_bytes())
