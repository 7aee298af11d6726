"""Comments written for pressroom as patterns, and the texts that they stand for."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

_CHOICE = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"(?<![\w$])\$([a-z]+)")
_SPACES = re.compile(r"\s+([,.!?]|$)|(\s)\s+")


def own_texts(name: str, *, seed: int, each: int = 40) -> Iterator[tuple[str, str]]:
    """The section and the text of up to *each* different texts of every pattern in a file.

    `{a|b}` is one of its alternatives, `$name` one of the list of that name, `[section]` names
    what follows. The same seed gives the same texts.
    """
    chance = random.Random(seed)  # noqa: S311 - for a sample, not a secret
    lists: dict[str, list[str]] = {}
    section = ""
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("$") and " = " in line.split("|")[0]:
            head, _, values = line.partition(" = ")
            lists[head[1:]] = values.split("|")
        elif line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            texts = {_one_of(line, lists, chance) for _ in range(3 * each)}
            yield from ((section, text) for text in sorted(texts)[:each])


def _one_of(pattern: str, lists: dict[str, list[str]], chance: random.Random) -> str:
    text = _NAME.sub(lambda match: chance.choice(lists[match[1]]), pattern)
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), text)
    return _SPACES.sub(r"\1\2", text).strip()
