"""Rules that look for a pattern only in comments that hold one of the rule's words.

A comment without any of the words costs one look-up a token, however many rules there are. The
patterns are data, in `lexicons/*_rules.txt`, where their form is told. None can backtrack far:
every gap in them is bounded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SPACE = r"\W{1,3}"
_MAYBE_SPACE = r"\W{0,3}"
_GAPS = {
    "GAP": r"(?:\W{1,3}[\w']{1,15}){0,4}\W{1,3}",
    "SHORT_GAP": r"(?:\W{1,3}[\w']{1,15}){0,2}\W{1,3}",
}
_NAME = re.compile(r"\$([A-Z]+(?:_[A-Z]+)?)")
_DEFINED = re.compile(r"^\$([A-Z_]+) = (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """Something a comment can say, how much it proves, and how it is recognised."""

    what: str
    points: float
    words: frozenset[str]
    """It looks only where one of these tokens is."""
    pattern: re.Pattern[str]


class RuleSet:
    """Rules by their words."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._by_word: dict[str, tuple[int, ...]] = {}
        for at, one in enumerate(rules):
            for word in one.words:
                self._by_word[word] = (*self._by_word.get(word, ()), at)

    def found(self, prepared: str, tokens: Sequence[str]) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Each rule whose pattern is in the comment, with its first match, in the rules' order."""
        by_word = self._by_word
        places = {at for token in tokens if token in by_word for at in by_word[token]}
        for at in sorted(places):
            match = self._rules[at].pattern.search(prepared)
            if match:
                yield self._rules[at], match


@cache
def rule_set(file: str) -> RuleSet:
    """The rules of `lexicons/`*file*`.txt`."""
    text = files("pressroom.analysis").joinpath(f"lexicons/{file}.txt").read_text("utf-8")
    names = dict(_GAPS)
    for name, pattern in _DEFINED.findall(text):
        names[name] = _filled(pattern, names)
    return RuleSet(*(_rule(block, names) for block in text.split("\n\n[")[1:]))


def _rule(block: str, names: dict[str, str]) -> Rule:
    head, words, *patterns = block.strip().splitlines()
    what, _, points = head.rstrip("]").rpartition(": ")
    one_of = "|".join(_spaced(_filled(pattern, names)) for pattern in patterns)
    whole = re.compile(rf"(?<!\w)(?:{one_of})(?!\w)")
    return Rule(what, float(points), frozenset(words.removeprefix("words: ").split()), whole)


def _spaced(pattern: str) -> str:
    return pattern.replace(" ?", _MAYBE_SPACE).replace(" ", _SPACE)


def _filled(pattern: str, names: dict[str, str]) -> str:
    return _NAME.sub(lambda match: names[match[1]], pattern)
