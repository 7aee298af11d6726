"""Rules that look for a pattern only in comments that hold one of the rule's words.

A comment without any of the words costs one look-up a token, however many rules there are. The
patterns read a comment as `tokens.plain` leaves it: lower case, links as `http`, accounts as
`@user`, no letter more than twice in a row. None can backtrack far: gaps are bounded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SPACE = r"\W{1,3}"
"""What a space in a pattern stands for: a space, or up to three marks."""
GAP = r"(?:\W{1,3}[\w']{1,15}){0,4}\W{1,3}"
"""Up to four words between two."""
SHORT_GAP = r"(?:\W{1,3}[\w']{1,15}){0,2}\W{1,3}"


@dataclass(frozen=True)
class Rule:
    """Something a comment can say, how much it proves, and how it is recognised."""

    what: str
    points: float
    words: frozenset[str]
    """It looks only where one of these tokens is."""
    pattern: re.Pattern[str]


def rule(what: str, points: float, words: str, *patterns: str) -> Rule:
    """A rule from space-separated *words* and from *patterns*, of which one must be found.

    A space in a pattern is any space or up to three marks; the pattern stands for whole words.
    """
    together = "|".join(pattern.replace(" ", SPACE) for pattern in patterns)
    return Rule(what, points, frozenset(words.split()), re.compile(rf"(?<!\w)(?:{together})(?!\w)"))


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
