"""What a comment's rude words are about: whom they are aimed at, and what takes the edge off them.

The same word attacks in `you idiot`, confesses in `I'm such an idiot`, praises in `fucking
brilliant` and accuses in `they called her a bitch`. These signs are the features that the
toxicity model has beside the words, and what its verdicts name as evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.analysis.disguise import undisguised
from pressroom.analysis.tokens import tokenise
from pressroom.analysis.toxic_words import Hit, Meaning, words_for
from pressroom.analysis.wordsets import word_sets

_WORDS = word_sets("toxicity_context")
_YOU = _WORDS["you"]
_I = _WORDS["i"]
_OTHERS = _WORDS["others"]
_ARE = _WORDS["are"]
_NOT = _WORDS["not"]
_REPORTS = _WORDS["reports"]
_OBJECTS = _WORDS["objects"]
_PRAISE = _WORDS["praise"]
_WILLING = _WORDS["willing"]
_SPARED = _WORDS["spared"]
_DOUBTFUL_THREAT, _THREAT = Meaning("threat", is_mild=True), Meaning("threat")
_QUOTES = '"“”„«»‘’'

EXTRAS = (
    "insult", "mild insult", "profanity", "mild profanity", "slur", "sexual", "mild sexual",
    "threat", "harassment", "group", "group degraded", "aimed at you", "profanity at you",
    "of oneself", "of others", "quoted", "reported", "objected to", "negated", "with praise",
    "exclaimed", "you", "share of words", "rude alone", "nothing rude",
)  # fmt: skip
"""The features beside the words, in the order in which the model has their weights."""


@dataclass(slots=True)
class Signs:
    """What was found in one comment."""

    tokens: list[str]
    """Its tokens with hidden spellings written out."""
    hits: list[Hit]
    extras: list[float]
    """One value for each of `EXTRAS`."""
    spelled: dict[str, str]
    """How words that were hidden stand in the comment."""

    def has(self, extra: str) -> bool:
        """Whether the sign named *extra* was found."""
        return self.extras[_AT[extra]] > 0

    def value(self, extra: str) -> float:
        """How strong the sign named *extra* is, from 0.0 to 1.0."""
        return self.extras[_AT[extra]]


_AT = {name: at for at, name in enumerate(EXTRAS)}


def toxicity_signs(prepared: str, tokens: Sequence[str], language: str) -> Signs:
    """The signs in a comment that `tokens` has read, by the lists for *language*."""
    table = words_for(language)
    open_text, spelled = undisguised(prepared, table.is_strong, table.wildcards)
    plain, found = table.find(tokens if open_text == prepared else tokenise(open_text))
    hits = [hit for hit in (_as_meant(hit, plain) for hit in found) if hit is not None]
    extras = [0.0] * len(EXTRAS)
    if "!" in prepared:
        extras[_AT["exclaimed"]] = min(prepared.count("!"), 3) / 3
    extras[_AT["you"]] = min(len(_YOU.intersection(plain)), 3) / 3
    if hits:
        _weigh(open_text, plain, hits, extras)
    else:
        extras[_AT["nothing rude"]] = 1.0
    return Signs(plain, hits, extras, spelled)


def _as_meant(hit: Hit, tokens: Sequence[str]) -> Hit | None:
    """A doubtful threat is one only where somebody will, should or is hoped to carry it out."""
    if hit.meaning != _DOUBTFUL_THREAT:
        return hit
    before = tokens[max(0, hit.at - 4) : hit.at]
    willing = not hit.at or not _WILLING.isdisjoint(before)
    return hit._replace(meaning=_THREAT) if willing and _SPARED.isdisjoint(before) else None


def _weigh(prepared: str, tokens: Sequence[str], hits: Sequence[Hit], extras: list[float]) -> None:
    """Fill in *extras* what only the rude words and those around them tell."""
    rude = 0
    groups = {hit.at for hit in hits if hit.meaning.kind == "group"}
    for hit in hits:
        kind, mild = hit.meaning
        if kind == "group":
            continue
        near = tokens[max(0, hit.at - 6) : hit.at + hit.size + 6]
        if groups and not groups.isdisjoint(range(hit.at - 6, hit.at + 7)):
            _add(extras, "group degraded")
        if kind == "degrading":
            continue
        rude += hit.size
        _add(extras, f"mild {kind}" if mild else kind)
        _aim(kind, mild, tokens, hit, extras)
        _surround(near, tokens, hit, extras)
    if groups:
        _add(extras, "group")
    if rude:
        if _is_quoted(prepared, tokens, hits):
            _add(extras, "quoted")
        extras[_AT["share of words"]] = min(rude / len(tokens), 0.5) * 2
        extras[_AT["rude alone"]] = float(rude >= len(tokens) - 2)
    else:
        extras[_AT["nothing rude"]] = 1.0


def _surround(near: Sequence[str], tokens: Sequence[str], hit: Hit, extras: list[float]) -> None:
    if not _REPORTS.isdisjoint(near):
        _add(extras, "reported")
    if any(token in _OBJECTS for token in near if token != tokens[hit.at]):
        _add(extras, "objected to")
    if not _PRAISE.isdisjoint(tokens[hit.at + 1 : hit.at + 4]):
        _add(extras, "with praise")


def _aim(kind: str, mild: bool, tokens: Sequence[str], hit: Hit, extras: list[float]) -> None:
    before = tokens[max(0, hit.at - 4) : hit.at]
    after = tokens[hit.at + hit.size : hit.at + hit.size + 2]
    at_you = not (_YOU.isdisjoint(before) and _YOU.isdisjoint(after))
    if kind in ("insult", "slur") and at_you:
        extras[_AT["aimed at you"]] = max(extras[_AT["aimed at you"]], 0.5 if mild else 1.0)
    elif at_you:
        _add(extras, "profanity at you")
    if not _I.isdisjoint(before):
        _add(extras, "of oneself")
    if not (_OTHERS.isdisjoint(before) or _ARE.isdisjoint(before)):
        _add(extras, "of others")
    if not _NOT.isdisjoint(before):
        _add(extras, "negated")


def _is_quoted(prepared: str, tokens: Sequence[str], hits: Sequence[Hit]) -> bool:
    """Whether the first rude word stands between quotation marks."""
    first = next(hit for hit in hits if hit.meaning.kind not in ("group", "degrading"))
    before, _, after = prepared.partition(tokens[first.at])
    opened = sum(before.count(mark) for mark in _QUOTES)
    return opened % 2 == 1 and any(mark in after for mark in _QUOTES)


def _add(extras: list[float], name: str) -> None:
    extras[_AT[name]] = min(1.0, extras[_AT[name]] + 0.5)
