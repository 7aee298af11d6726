"""Whether one comment is grave enough for a person at once, and what it says that makes it so."""

import re
from collections.abc import Iterator, Sequence

from pressroom.analysis.rules import rule_set
from pressroom.domain.analysis import Evidence

_LAUGHS = re.compile(
    r"\b(?:lo+l|lmao|lmfao|rofl|(?:ha){2,}h?|(?:je|ja){2,}|k{3,}|mdr|xd)\b|[😂🤣😹💀]"
)
_FIGURES = re.compile(
    r"\b(?:die|dying|died|dead|death|kill(?:s|ed|ing)?)\W{1,3}(?:\w{1,8}\W{1,3}){0,3}"
    r"(?:laugh\w*|of (?:cute\w*|embarrassment|boredom|hunger|thirst)"
    r"|for (?:a|this|that|these|one|some))"
    r"|\bto die for\b|\bsick and tired\b|\b(?:on|is|so|straight|pure|absolute) fire\W*[🔥!]*$"
    r"|\bfire 🔥|\bkilling it\b|\bkilled it\b|\bdead(?:ass| inside)\b|\binsult to injury\b"
)
_CALLS = re.compile("#bo[yi]cott?")
_LIGHT = frozenset(("death", "injury", "self-harm", "illness", "fire or explosion"))
"""What people also say of jokes, cakes and songs."""


def crisis_signals(prepared: str, tokens: Sequence[str]) -> Iterator[tuple[float, Evidence]]:
    """Each grave thing that a comment says, and how sure that is, from 0.0 to 1.0.

    The comment is as `tokens.plain` and `tokens.tokenise` left it. A comment that laughs speaks
    in figures, so what it says of death or injury is left out.
    """
    laughs: bool | None = None
    if "#" in prepared and _CALLS.search(prepared):
        tokens = (*tokens, "boycott")  # the brand's name may be part of the tag
    for rule, match in rule_set("crisis_rules").found(prepared, tokens):
        if rule.what in _LIGHT:
            if laughs is None:
                laughs = bool(_LAUGHS.search(prepared) or _FIGURES.search(prepared))
            if laughs:
                continue
        yield rule.points, Evidence(what=rule.what, words=(match[0],))
