"""A text that a simple regular expression accepts, for schema fields with a pattern."""

import random
import re
import string
from re import _constants as marks  # type: ignore[attr-defined]  # private, and the only parser of patterns there is
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_REPEATS = 8
LETTERS = string.ascii_lowercase


def match_of(pattern: str, dice: random.Random) -> str:
    """A text that *pattern* matches; the empty text if the pattern is beyond this walk."""
    try:
        text = "".join(_walk(item, dice) for item in parser.parse(pattern))
    except (re.error, KeyError, NotImplementedError):
        return ""
    return text if re.search(pattern, text) else ""


def _walk(item: tuple[Any, Any], dice: random.Random) -> str:
    op, value = item
    if op in {marks.LITERAL, marks.NOT_LITERAL, marks.ANY, marks.IN}:
        return _letter(op, value, dice)
    if op in {marks.MAX_REPEAT, marks.MIN_REPEAT, marks.POSSESSIVE_REPEAT}:
        low, high, inner = value
        count = dice.randint(low, max(low, min(high, low + MOST_REPEATS)))
        return "".join(_walk(part, dice) for _ in range(count) for part in inner)
    if op in {marks.SUBPATTERN, marks.BRANCH}:
        parts = value[3] if op is marks.SUBPATTERN else dice.choice(value[1])
        return "".join(_walk(part, dice) for part in parts)
    if op in {marks.AT, marks.ASSERT, marks.ASSERT_NOT}:
        return ""
    raise NotImplementedError(op)


def _letter(op: Any, value: Any, dice: random.Random) -> str:
    if op is marks.LITERAL:
        return chr(value)
    if op is marks.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    return dice.choice(LETTERS) if op is marks.ANY else _one_of(value, dice)


def _one_of(choices: list[tuple[Any, Any]], dice: random.Random) -> str:
    if choices and choices[0][0] is marks.NEGATE:
        return _outside(choices[1:], dice)
    op, value = dice.choice(choices)
    if op is marks.RANGE:
        return chr(dice.randint(value[0], value[1]))
    if op is marks.CATEGORY:
        return _of_category(value, dice)
    return chr(value)


def _outside(choices: list[tuple[Any, Any]], dice: random.Random) -> str:
    banned = re.compile("[" + "".join(_class_text(choice) for choice in choices) + "]")
    allowed = [letter for letter in LETTERS + string.digits + " -" if not banned.match(letter)]
    return dice.choice(allowed)


def _class_text(choice: tuple[Any, Any]) -> str:
    op, value = choice
    if op is marks.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if op is marks.CATEGORY:
        return {
            marks.CATEGORY_DIGIT: r"\d",
            marks.CATEGORY_SPACE: r"\s",
            marks.CATEGORY_WORD: r"\w",
        }[value]
    return re.escape(chr(value))


def _of_category(category: Any, dice: random.Random) -> str:
    if category is marks.CATEGORY_DIGIT:
        return dice.choice(string.digits)
    if category is marks.CATEGORY_SPACE:
        return " "
    return dice.choice(LETTERS)
