"""How likely people would call a comment toxic, in which way, and by which of its words.

A learned model reads English; in the other languages that have word lists the lists alone speak.
It is no detector of hate speech: contempt without a rude word escapes it, and what people of a
group call each other can look to it like an attack. docs/model-card-toxicity.md has the figures.
"""

import math
from collections.abc import Iterator, Sequence

from pressroom.analysis.linear import load_model
from pressroom.analysis.mitigation import mitigation
from pressroom.analysis.tokens import plain, tokenise
from pressroom.analysis.toxic_words import Hit
from pressroom.analysis.toxicity_signs import Signs, toxicity_signs
from pressroom.domain.analysis import Evidence, Toxicity, ToxicityKind

TOXIC_FROM = 0.5
_MODELLED = ("en", "und")
_SAYS_LITTLE = 0.3
"""The most that rude words score which are plainly quoted, confessed or praising."""
_LISTED = {
    "insult": 0.75,
    "profanity": 0.45,
    "slur": 0.9,
    "sexual": 0.7,
    "threat": 0.9,
    "harassment": 0.88,
}
"""How likely a listed word makes a comment toxic where only the lists speak: set by hand."""
_LISTED_MILD = 0.25
_MOST = 0.98
_MOST_SHOWN = 5
_KINDS: dict[str, ToxicityKind] = {
    "insult": "insult",
    "profanity": "profanity",
    "slur": "hate",
    "sexual": "sexual",
    "threat": "threat",
    "harassment": "harassment",
}
_ORDER: tuple[ToxicityKind, ...] = ("threat", "hate", "sexual", "harassment", "insult", "profanity")


def find_toxicity(text: str, language: str = "en") -> Toxicity:
    """Whether *text* attacks or abuses, for readers of *language* (an ISO 639-1 code or `und`)."""
    prepared = plain(text)
    return toxicity_of(text, prepared, tokenise(prepared), language)


def toxicity_of(text: str, prepared: str, tokens: Sequence[str], language: str) -> Toxicity:
    """The same for a *text* that `tokens.plain` and `tokens.tokenise` have read."""
    signs = toxicity_signs(prepared, tokens, language)
    if language in _MODELLED:
        score = _sigmoid(load_model("toxicity").logits(signs.tokens, signs.extras)[0])
    else:
        score = _by_lists(signs)
    reason = mitigation(prepared, signs.tokens, signs.hits)
    if reason:
        score = min(score, _SAYS_LITTLE)
    elif signs.has("threat") or signs.has("harassment"):
        score = max(score, _by_lists(signs))
    is_toxic = score >= TOXIC_FROM
    kinds = _kinds(signs, is_toxic)
    evidence = tuple(_evidence(signs, text, language, is_toxic))
    if reason and kinds:
        evidence += (Evidence(what=reason),)
    return Toxicity(is_toxic=is_toxic, score=round(score, 4), kinds=kinds, evidence=evidence)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _by_lists(signs: Signs) -> float:
    """The probability by the word lists alone: each word adds to what the others leave open."""
    left = 1.0
    for hit in signs.hits:
        kind, mild = hit.meaning
        if kind in _LISTED:
            likely = _LISTED_MILD if mild else _LISTED[kind]
            left *= 1 - likely
    if signs.value("aimed at you") == 1.0 or signs.has("profanity at you"):
        left *= 0.5
    elif signs.has("aimed at you"):
        left *= 0.7  # a mild word: blunt rather than abusive
    if signs.has("group degraded"):
        left *= 0.5
    return min(_MOST, 1 - left) if left < 1 else 0.02


def _kinds(signs: Signs, is_toxic: bool) -> tuple[ToxicityKind, ...]:
    found = {_KINDS[hit.meaning.kind] for hit in _rude(signs.hits) if not hit.meaning.is_mild}
    if is_toxic:
        if signs.has("group degraded"):
            found.add("hate")
        if not found - {"profanity"} and (
            signs.has("mild insult") or signs.has("profanity at you")
        ):
            found.add("insult")
        found = found or {"insult"}
    return tuple(kind for kind in _ORDER if kind in found)


def _rude(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.meaning.kind in _KINDS]


def _evidence(signs: Signs, text: str, language: str, is_toxic: bool) -> Iterator[Evidence]:
    """The rude words by kind, as they stand in the comment; else the words that weighed most."""
    by_kind: dict[str, dict[str, None]] = {}
    for hit in _rude(signs.hits):
        if is_toxic or not hit.meaning.is_mild:
            kind = f"mild {hit.meaning.kind}" if hit.meaning.is_mild else hit.meaning.kind
            words = " ".join(signs.tokens[hit.at : hit.at + hit.size])
            by_kind.setdefault(kind, {})[signs.spelled.get(words, words)] = None
    if is_toxic and signs.has("group degraded"):
        groups = (signs.tokens[hit.at] for hit in signs.hits if hit.meaning.kind == "group")
        by_kind["degrades a group"] = dict.fromkeys(groups)
    if is_toxic and not by_kind and language in _MODELLED:
        influence = load_model("toxicity").influence
        heaviest = sorted(set(signs.tokens), key=lambda token: (-influence(token), token))
        by_kind["its wording"] = dict.fromkeys(heaviest)
    for what, found in by_kind.items():
        shown = tuple(as_written(words, text) for words in list(found)[:_MOST_SHOWN])
        yield Evidence(what=what, words=shown)


def as_written(words: str, text: str) -> str:
    """*words* with the capitals they have in *text*; as they are where they are not in it."""
    at = text.lower().find(words)
    return text[at : at + len(words)] if at >= 0 else words
