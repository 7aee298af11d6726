"""Train the weights of `pressroom.analysis.linear`: logistic regression in plain Python.

Dual coordinate descent (Yu, Huang and Lin 2011, "Dual coordinate descent methods for logistic
regression and maximum entropy models"). One seed decides the order of the rows, and nothing but
the standard library takes part, so the same data give the same bytes on every machine.
"""

from __future__ import annotations

import math
import random
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from pressroom.analysis.linear import RUN_SHARE, Head, token_runs


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text: what the model sees of it, its label and how much it counts."""

    tokens: Sequence[str]
    extras: Sequence[float]
    label: int
    """1 or 0."""
    weight: float
    """1.0 is the average row."""


@dataclass(slots=True)
class _Vector:
    words: array[int]
    runs: array[int]
    word_value: float
    run_value: float
    extras: list[tuple[int, float]]
    square: float = 0.0


def train(
    rows: Sequence[Row],
    *,
    word_bits: int,
    run_bits: int,
    cost: float,
    rounds: int,
    seed: int,
) -> Head:
    """The weights that fit *rows* best, at *cost* times their loss beside the weights' squares."""
    vectors = [_vector(row, word_bits, run_bits) for row in rows]
    rarity = _rarity(vectors, (1 << word_bits) + (1 << run_bits))
    weights = array("d", bytes(8 * len(rarity)))
    extra_weights = [0.0] * (len(rows[0].extras) + 1)
    for vector in vectors:
        vector.square = _square(vector, rarity)
    duals = [min(1e-3 * cost * row.weight, 1e-8) for row in rows]
    order = list(range(len(rows)))
    shuffled = random.Random(seed)  # noqa: S311 - for an order, not a secret
    for _ in range(rounds):
        shuffled.shuffle(order)
        for at in order:
            _descend(at, rows[at], vectors[at], duals, cost, weights, extra_weights, rarity)
    words = 1 << word_bits
    return Head(list(weights[:words]), list(weights[words:]), extra_weights[:-1], extra_weights[-1])


def _vector(row: Row, word_bits: int, run_bits: int) -> _Vector:
    mask, offset = (1 << word_bits) - 1, 1 << word_bits
    words, runs = array("I"), array("I")
    before = b"^"
    for token in row.tokens:
        word = token.encode()
        words.append(crc32(word) & mask)
        words.append(crc32(word, crc32(before)) & mask)
        runs.extend(offset + run for run in token_runs(token, run_bits))
        before = word
    extras = [(at, value) for at, value in enumerate(row.extras) if value]
    extras.append((len(row.extras), 1.0))  # the bias
    word_value = 1 / math.sqrt(len(words) or 1)
    return _Vector(words, runs, word_value, RUN_SHARE / math.sqrt(len(runs) or 1), extras)


def _rarity(vectors: Sequence[_Vector], size: int) -> array[float]:
    """The square of how much rarer than the rest each bucket is; 0.0 for those met once."""
    met: Counter[int] = Counter()
    for vector in vectors:
        met.update(set(vector.words))
        met.update(set(vector.runs))
    rarity = array("d", bytes(8 * size))
    total = math.log(len(vectors))
    for bucket, texts in met.items():
        if texts > 1:
            rarity[bucket] = (math.log((1 + len(vectors)) / (1 + texts)) / total) ** 2
    return rarity


def _square(vector: _Vector, rarity: array[float]) -> float:
    words, runs = Counter(vector.words), Counter(vector.runs)
    total = sum(rarity[at] * (n * vector.word_value) ** 2 for at, n in words.items())
    total += sum(rarity[at] * (n * vector.run_value) ** 2 for at, n in runs.items())
    return total + sum(value * value for _, value in vector.extras)


def _descend(
    at: int,
    row: Row,
    vector: _Vector,
    duals: list[float],
    cost: float,
    weights: array[float],
    extra_weights: list[float],
    rarity: array[float],
) -> None:
    """Move the dual of one row to its best value, and the weights with it."""
    most, old, sign = cost * row.weight, duals[at], 1.0 if row.label else -1.0
    get = weights.__getitem__
    score = vector.word_value * sum(map(get, vector.words))
    score += vector.run_value * sum(map(get, vector.runs))
    score += sum(extra_weights[place] * value for place, value in vector.extras)
    new = _best_dual(old, most, sign * score, vector.square)
    if abs(new - old) < 1e-9 * most:
        return
    duals[at] = new
    step = sign * (new - old)
    by_word, by_run = step * vector.word_value, step * vector.run_value
    for bucket in vector.words:
        weights[bucket] += by_word * rarity[bucket]
    for bucket in vector.runs:
        weights[bucket] += by_run * rarity[bucket]
    for place, value in vector.extras:
        extra_weights[place] += step * value


def _best_dual(old: float, most: float, margin: float, square: float) -> float:
    """The minimum over (0, most) of the dual in one variable, by Newton's method.

    The slope rises from minus infinity to infinity, so the minimum is inside; a step that leaves
    the interval is halved towards the end it would have left it by.
    """
    now = old
    for _ in range(20):
        slope = margin + square * (now - old) + math.log(now / (most - now))
        if abs(slope) < 1e-4:
            break
        curve = square + most / (now * (most - now))
        ahead = now - slope / curve
        if ahead <= 0:
            ahead = now * 0.1
        elif ahead >= most:
            ahead = most - (most - now) * 0.1
        now = ahead
    return now


def platt(scores: Sequence[float], rows: Sequence[Row]) -> tuple[float, float]:
    """The slope and the shift that make *scores* log-odds of the labels of *rows*, by weight."""
    slope, shift = 1.0, 0.0
    for _ in range(50):
        gradient, curve = [0.0, 0.0], [1e-9, 0.0, 1e-9]
        for score, row in zip(scores, rows, strict=True):
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, slope * score + shift))))
            error, spread = row.weight * (likely - row.label), row.weight * likely * (1 - likely)
            gradient[0] += error * score
            gradient[1] += error
            curve[0] += spread * score * score
            curve[1] += spread * score
            curve[2] += spread
        determinant = curve[0] * curve[2] - curve[1] ** 2
        slope -= (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant
        shift -= (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant
    return slope, shift
