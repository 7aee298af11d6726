"""What the words of a comment add up to: its feeling with negation, contrast and irony applied.

The figures are the same in every language, so that what is learned from comments in one holds
in another: they count valences, not words.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.analysis.lexicon import (
    BOOSTER,
    BUT,
    DAMPER,
    EMOJI,
    IRREALIS,
    NEGATOR,
    NONE,
    PAUSE,
    QUESTION,
    SARCASM,
    STOP,
    TROUBLE,
    Lexicon,
    Phrase,
)
from pressroom.analysis.tokens import HANDLE, LINK

SCOPE = 6
"""How many tokens a negator turns, unless a pause or a `but` comes first."""
IRONY_REACH = 12
"""How many tokens after mock praise, in the same sentence, the bad thing may come."""
IN_EARNEST = 1.5
"""The valence from which praise and blame on either side of a `but` weigh."""
TURNED_PRAISE = -0.75
TURNED_BLAME = -0.6
"""`not good` is nearly as bad as `bad`; `not bad` is a little good."""

FIGURES = (
    "balance", "pos", "neg", "best", "worst", "last", "first", "after_but", "no_feeling", "both",
    "turned_praise", "turned_blame", "unreal", "asked", "mean", "glad_emoji", "sad_emoji",
    "irony", "cues", "troubles", "denials", "clash", "turns_bad", "turns_good", "below_4",
    "below_2", "below_half", "even", "above_half", "above_2", "above_4", "exclamations",
    "questions", "capitals", "link", "addressed", "length", "numbers", "hashtags",
)  # fmt: skip
"""The names of what `Reading.figures` holds, in its order."""
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_BINS = (-4.0, -2.0, -0.5, 0.5, 2.0, 4.0)


@dataclass(slots=True)
class Feeling:
    """One word or emoji that carries a feeling, with all applied that acts on it."""

    start: int
    """Place of its first token: of the phrase, or of the negator that turns it."""
    at: int
    """Place of its last token."""
    valence: float
    turned: bool = False
    """Whether a negator turned it."""
    is_emoji: bool = False
    inverted: bool = False
    """Whether it is praise that irony makes blame."""


@dataclass(slots=True)
class Reading:
    """The feelings that were found, and the figures that the weights are for."""

    figures: list[float]
    feelings: list[Feeling]
    denied: list[int]
    """Places of the tokens that stand under a negator."""
    irony: int
    """Place of the last cue of irony that counts; -1 without one."""
    is_torn: bool
    """Whether it praises on one side of a `but` and blames on the other, both in earnest."""


def read(raw: str, tokens: Sequence[str], lexicon: Lexicon) -> Reading:
    """What *tokens*, cut from the comment *raw*, add up to in the language of *lexicon*."""
    reader = _Reader(tokens)
    before = ""
    for at, entry in enumerate(map(lexicon.__getitem__, tokens)):
        if entry is not None:
            valence, role, phrases = entry
            there = phrases and (phrases.get(before) or phrases.get(""))
            if not (there and reader.match(at, there)):
                _ACT[role](reader, at, valence)
        before = tokens[at]
    reader.end(len(tokens))
    figures = reader.figures()
    figures += _surface(raw, tokens)
    return Reading(figures, reader.feelings, reader.denied, reader.ironic, reader.is_torn())


class _Reader:
    """Goes from left to right over the words that matter and keeps what they add up to."""

    __slots__ = (
        "after", "asked", "before", "boost", "boosted_to", "cues", "denials", "denied",
        "denied_from", "denied_to", "emoji", "feelings", "ironic", "seen_but", "sentence",
        "stops", "tokens", "troubles", "turned", "unreal", "wished",
    )  # fmt: skip

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tokens
        self.feelings: list[Feeling] = []
        self.denied: list[int] = []
        self.denied_from = self.denied_to = -1
        self.boost, self.boosted_to = 0.0, -1
        self.before = self.after = self.sentence = self.asked = self.unreal = 0.0
        self.turned = [0.0, 0.0]
        self.emoji = [0.0, 0.0]
        self.seen_but = self.wished = False
        self.cues: list[int] = []
        self.denials = 0
        self.troubles: list[int] = []
        self.stops: list[int] = []
        self.ironic = -1

    def match(self, at: int, phrases: Sequence[Phrase]) -> bool:
        """Whether the words before make one of *phrases*; it then counts instead of its parts."""
        for phrase in phrases:
            start = at - len(phrase.before)
            if start < 0 or self.tokens[start:at] != phrase.before:
                continue
            if phrase.role == SARCASM and at > self.denied_to:  # `not great, …` praises nothing
                self.cues.append(at)
            if phrase.role == SARCASM and not phrase.valence:
                continue
            while self.feelings and self.feelings[-1].at >= start:
                self._add(-self.feelings.pop().valence)
            if self.denied_from >= start:
                self.denied_to = -1  # the negator is part of the phrase
            self.feel(at, phrase.valence)
            if self.feelings and self.feelings[-1].at == at:
                self.feelings[-1].start = start
            return True
        return False

    def _add(self, valence: float) -> None:
        self.sentence += valence
        if self.wished:
            self.unreal += valence
        if self.seen_but:
            self.after += valence
        else:
            self.before += valence

    def feel(self, at: int, valence: float) -> None:
        if not valence:
            return
        if at <= self.boosted_to:
            valence *= 1 + self.boost
        turned = at <= self.denied_to
        if turned:
            self.turned[valence < 0] += valence
            valence *= TURNED_PRAISE if valence > 0 else TURNED_BLAME
        start = self.denied_from if turned else at
        self.feelings.append(Feeling(start, at, valence, turned))
        self._add(valence)

    def show(self, at: int, valence: float) -> None:
        """An emoji: nothing before it turns or strengthens it."""
        self.emoji[valence < 0] += abs(valence)
        self.feelings.append(Feeling(at, at, valence, is_emoji=True))
        self._add(valence)

    def deny(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self._close()
        self.denials += 1
        self.denied_from, self.denied_to = at, at + SCOPE

    def _close(self, at: int = 1 << 30) -> None:
        """End what the last negator turns before *at*."""
        if self.denied_to >= 0:
            last = min(self.denied_to, at - 1, len(self.tokens) - 1)
            self.denied.extend(range(self.denied_from + 1, last + 1))
            self.denied_from = self.denied_to = -1

    def strengthen(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self.boost, self.boosted_to = 0.3, at + 2

    def weaken(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self.boost, self.boosted_to = -0.4, at + 2

    def contrast(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self._close(at)
        self.stops.append(at)  # what follows is the other side, not the sting of irony
        self.before += self.after
        self.after, self.seen_but, self.wished = 0.0, True, False

    def wish(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self.wished = True

    def pause(self, at: int, valence: float) -> None:
        del valence
        if self.denied_to >= 0:
            self._close(at)

    def stop(self, at: int, valence: float) -> None:
        del valence
        if self.denied_to >= 0:
            self._close(at)
        self.stops.append(at)
        self.sentence, self.wished = 0.0, False

    def ask(self, at: int, valence: float) -> None:
        self.asked += self.sentence
        self.stop(at, valence)

    def trouble(self, at: int, valence: float) -> None:
        if valence:
            self.feel(at, valence)
        self.troubles.append(at)

    def end(self, length: int) -> None:
        self._close(length)
        for cue in self.cues:
            if self._is_ironic(cue):
                self.ironic = cue
                self._invert(cue)

    def is_torn(self) -> bool:
        """Whether praise and blame stand against each other across a `but`."""
        less = min(abs(self.before), abs(self.after))
        return self.seen_but and self.before * self.after < 0 and less >= IN_EARNEST

    def _is_ironic(self, cue: int) -> bool:
        """Whether something bad follows *cue* before any further praise.

        `I love the way you smile` is no irony, `I love the way you stole my money` is.
        """
        bad = [at for at in self.troubles if at > cue]
        bad += [
            feeling.at for feeling in self.feelings if feeling.at > cue and feeling.valence <= -1
        ]
        good = [feeling.at for feeling in self.feelings if feeling.at > cue and feeling.valence > 1]
        stops = [at for at in self.stops if at > cue]
        reach = min([cue + IRONY_REACH, *good, *stops, len(self.tokens)])
        return any(at <= reach for at in bad)

    def _invert(self, cue: int) -> None:
        """Count the praise around *cue* as blame."""
        for feeling in self.feelings:
            if abs(feeling.at - cue) <= IRONY_REACH and feeling.valence > 0:
                self._add(-1.5 * feeling.valence)
                feeling.valence *= -0.5
                feeling.inverted = True

    def figures(self) -> list[float]:
        """The figures that rest on feelings."""
        found = [feeling.valence for feeling in self.feelings]
        glad = [valence for valence in found if valence > 0]
        sad = [valence for valence in found if valence < 0]
        pos, neg = sum(glad), -sum(sad)
        total = pos - neg
        both = bool(glad and sad)
        before, after = self.before, self.after
        return [
            total / (total * total + 15) ** 0.5,
            min(pos, 8.0) / 4,
            min(neg, 8.0) / 4,
            max(glad, default=0.0) / 3,
            -min(sad, default=0.0) / 3,
            found[-1] / 3 if found else 0.0,
            found[0] / 3 if found else 0.0,
            _within(after) if self.seen_but else 0.0,
            0.0 if found else 1.0,
            1.0 if both else 0.0,
            min(self.turned[0], 4.0) / 4,
            max(self.turned[1], -4.0) / -4,
            _within(self.unreal),
            _within(self.asked),
            total / (3 * len(found)) if found else 0.0,
            min(self.emoji[0], 6.0) / 4,
            min(self.emoji[1], 6.0) / 4,
            1.0 if self.ironic >= 0 else 0.0,
            min(len(self.cues), 2) / 2,
            min(len(self.troubles), 3) / 3,
            min(self.denials, 3) / 3,
            min(pos, neg, 4.0) / 3 if both else 0.0,
            1.0 if self.seen_but and after < 0 < before else 0.0,
            1.0 if self.seen_but and before < 0 < after else 0.0,
            *_ONE_HOT[bisect(_BINS, total)],
        ]


def _within(valence: float) -> float:
    return max(-4.0, min(4.0, valence)) / 4


def _surface(raw: str, tokens: Sequence[str]) -> list[float]:
    """The figures that rest on how the comment looks."""
    capitals = 0 if raw.islower() else len(_CAPITALS.findall(raw))
    return [
        min(raw.count("!"), 4) / 4,
        min(raw.count("?"), 4) / 4,
        min(capitals, 5) / 5,
        1.0 if LINK in tokens else 0.0,
        1.0 if tokens and tokens[0] == HANDLE else 0.0,
        min(len(tokens), 40) / 40,
        min(sum([token.isdigit() for token in tokens]), 4) / 4,
        min(raw.count("#"), 4) / 4,
    ]


_ONE_HOT = [[1.0 if at == place else 0.0 for at in range(7)] for place in range(7)]
_ACT = {
    NONE: _Reader.feel,
    EMOJI: _Reader.show,
    NEGATOR: _Reader.deny,
    BOOSTER: _Reader.strengthen,
    DAMPER: _Reader.weaken,
    BUT: _Reader.contrast,
    IRREALIS: _Reader.wish,
    PAUSE: _Reader.pause,
    STOP: _Reader.stop,
    QUESTION: _Reader.ask,
    TROUBLE: _Reader.trouble,
}
