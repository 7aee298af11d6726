"""Identifiers that sort by the time they were made."""

import os
from collections.abc import Callable

from pressroom.clock import Clock

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Thirty-two characters in the order of their codes, without i, l, o and u."""
_LENGTH = 26
_RANDOM_BITS = 80


class SortableIds:
    """Makes ids of 26 lower-case characters: 48 bits of milliseconds, 80 bits of chance.

    Those that one instance makes sort in the order of making, also within a millisecond and
    when the clock steps back. Two processes collide once in 2⁸⁰ pairs that start in the same
    millisecond.
    """

    def __init__(self, clock: Clock, random: Callable[[int], bytes] = os.urandom) -> None:
        """*random* gives that many random bytes; a seeded one makes runs repeatable."""
        self._clock = clock
        self._random = random
        self._last = -1

    def new(self) -> str:
        """A fresh id."""
        millisecond = int(self._clock.now().timestamp() * 1000) << _RANDOM_BITS
        fresh = millisecond | int.from_bytes(self._random(_RANDOM_BITS // 8))
        # The next number after the last one keeps the order where time does not.
        self._last = fresh if fresh > self._last else self._last + 1
        return _text(self._last)


def _text(number: int) -> str:
    digits = [_ALPHABET[(number >> shift) & 31] for shift in range(5 * (_LENGTH - 1), -1, -5)]
    return "".join(digits)
