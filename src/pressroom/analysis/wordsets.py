"""Sets of words from the files in `lexicons/`: `[name]`, then words with spaces between them."""

from functools import cache
from importlib.resources import files


@cache
def word_sets(file: str) -> dict[str, frozenset[str]]:
    """The words of each section of `lexicons/`*file*`.txt`; `_` stands for a space in a phrase."""
    text = files("pressroom.analysis").joinpath(f"lexicons/{file}.txt").read_text("utf-8")
    sets = {}
    for block in text.split("\n[")[1:]:
        name, _, words = block.partition("]\n")
        sets[name] = frozenset(word.replace("_", " ") for word in words.split())
    return sets
