"""What plainly takes the edge off a rude word: a quotation, a confession, praise.

Only where every rude word of the comment is covered; a doubtful case is left to the model.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pressroom.analysis.tokens import tokenise
from pressroom.analysis.toxic_words import Hit
from pressroom.analysis.wordsets import word_sets

_RUDE = frozenset(("insult", "profanity", "slur", "sexual", "threat", "harassment"))

_WORDS = word_sets("toxicity_context")
_FILLERS = _WORDS["between me and the word"]
_I_AM = _WORDS["i am"]
_AM = _WORDS["am"]
_I = _WORDS["i say"]
_BLUNDERED = _WORDS["blundered"]
_OWN_ASS = _WORDS["my own"]
_SOFTENED = _WORDS["softened"]
_SPOILT = _WORDS["spoilt"]
_STEPS = _WORDS["steps"]
_IDIOMS = _WORDS["idioms"]
_REPORTS = _WORDS["told"]
_CALLED = _WORDS["called"]
_VICTIMS = _WORDS["victims"]
_CONDEMNED = _WORDS["condemned"]


_QUOTED = re.compile('["“«„](?!@user)([^"“”«»„]{1,400})["”»“]')


def mitigation(prepared: str, tokens: Sequence[str], hits: Sequence[Hit]) -> str:
    """What covers every rude word in *tokens*, in words for a person; "" where one is left bare."""
    rude = [hit for hit in hits if hit.meaning.kind in _RUDE]
    strong = [hit for hit in rude if not hit.meaning.is_mild]
    if not strong or any(hit.meaning.kind == "threat" for hit in rude):
        return ""
    if _all_quoted(prepared, tokens, rude):
        return "quotes somebody else"
    if all(_is_reported(tokens, hit) for hit in rude) and _condemns(tokens, rude):
        return "speaks against such words"
    return _own_words(tokens, strong)


def _own_words(tokens: Sequence[str], strong: Sequence[Hit]) -> str:
    """What covers rude words that the writer means."""
    if any(hit.meaning.kind in ("harassment", "slur") for hit in strong):
        return ""
    if all(_is_confessed(tokens, hit) for hit in strong):
        return "speaks of oneself"
    if all(_is_praise(tokens, hit) or _is_confessed(tokens, hit) for hit in strong):
        return "swears in praise"
    return ""


def _is_confessed(tokens: Sequence[str], hit: Hit) -> bool:
    """`I'm such an idiot`, `my dumb ass forgot`, `I fucked up`."""
    at = hit.at - 1
    last = tokens[hit.at + hit.size - 1]
    if at >= 0 and tokens[at] in _I and tokens[hit.at] in _BLUNDERED:
        return tuple(tokens[hit.at + 1 : hit.at + 2]) == ("up",)
    while at >= 0 and tokens[at] in _FILLERS:
        at -= 1
    if at < 0:
        return False
    if tokens[at] == "my":
        return last in _OWN_ASS and hit.at + hit.size < len(tokens)
    if tokens[at] in _I_AM:
        return hit.meaning.kind == "insult"
    return hit.meaning.kind == "insult" and tokens[at] in _AM and at > 0 and tokens[at - 1] in _I


def _is_praise(tokens: Sequence[str], hit: Hit) -> bool:
    """`fucking brilliant`, `holy shit this is so good`, `you kick ass`."""
    if hit.meaning.kind != "profanity":
        return False
    if any(token in _SPOILT for token in tokens[max(0, hit.at - 3) : hit.at]):
        return False
    before = tokens[hit.at - 1] if hit.at else ""
    last = tokens[hit.at + hit.size - 1]
    following = tokens[hit.at + hit.size : hit.at + hit.size + 6]
    nearest = following[0] if following else ""
    if f"{before} {last}" in _IDIOMS or f"{last} {nearest}" in _IDIOMS:
        return before == "my" or not any(token in _SPOILT for token in following)
    for token in following:
        if token in _SOFTENED:
            return True
        if token not in _STEPS and token not in (",", "!", "!!"):
            return False
    return False


def _is_reported(tokens: Sequence[str], hit: Hit) -> bool:
    """`they called her a ...`: a word that somebody else used of somebody."""
    before = tokens[max(0, hit.at - 5) : hit.at]
    for at, token in enumerate(before[:-1]):
        if token in _CALLED and (before[at + 1] in _VICTIMS or "my" in before[at + 1 : at + 3]):
            return not (at and before[at - 1] in _I)
    return False


def _condemns(tokens: Sequence[str], rude: Sequence[Hit]) -> bool:
    """Whether the rest of the comment takes a stand, or the writer was the one called that."""
    inside = {at for hit in rude for at in range(hit.at, hit.at + hit.size)}
    rest = [token for at, token in enumerate(tokens) if at not in inside]
    told = any(a in _CALLED and b in ("me", "us", "my") for a, b in pairwise(rest))
    return told or not _CONDEMNED.isdisjoint(rest)


def _all_quoted(prepared: str, tokens: Sequence[str], rude: Sequence[Hit]) -> bool:
    """Whether every rude word stands in a quotation that is reported or condemned around it."""
    quoted = " ".join(_QUOTED.findall(prepared))
    if not quoted:
        return False
    outside = set(tokenise(_QUOTED.sub(" ", prepared)))
    words = {tokens[at] for hit in rude for at in range(hit.at, hit.at + hit.size)}
    speaks = not outside.isdisjoint(_REPORTS) or not outside.isdisjoint(_CONDEMNED)
    return speaks and outside.isdisjoint(words) and all(word in quoted for word in words)
