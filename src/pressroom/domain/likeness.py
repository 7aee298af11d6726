"""How alike two texts are."""

import re

_LETTERS = 4
"""Letters in a row that are compared."""


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0.0 to 1.0 for the same letters in the same order."""
    first, second = _shingles(one), _shingles(other)
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second)


def _shingles(text: str) -> set[str]:
    letters = " ".join(re.findall(r"\w+", text.casefold()))
    if not letters:
        return set()
    return {letters[i : i + _LETTERS] for i in range(max(1, len(letters) - _LETTERS + 1))}
