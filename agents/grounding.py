"""What in an answer is the brand's own words, what is courtesy, and what is neither."""

from collections.abc import Sequence
from functools import lru_cache

from pressroom.agents.occasion import Occasion, Sequences
from pressroom.domain.reading import STOP, Reading, bare, read

_EMOJI_SAFE = frozenset("🙏😊🙂😀😃😄☺️❤️🧡💛💚💙💜🤎🖤🤍☕👏✨🎉🥰💐🌸🌷🌞⭐🤗")
"""Emoji that thank and smile."""


_MARKS = frozenset(
    {"!", "!!", "!!!", "?", "…", "...", "–", "—", "-", ":", ":)", ";)", "¡", "¿", "«", "»"}
)
"""What may stand alone between words."""


def without_told(text: str, occasion: Occasion) -> str:
    """*text* without the brand's own words where they stand whole."""
    return _blanked(text, occasion.told)


@lru_cache(maxsize=256)
def _blanked(text: str, sequences: Sequences) -> str:
    """*text* with blanks for *sequences*; several checks of one answer ask for it."""
    reading = read(text)
    return _without(reading, _spans(reading, sequences))


def ungrounded(text: str, occasion: Occasion) -> list[str]:
    """What of *text* is neither a whole statement of the brand's nor courtesy.

    Without courtesies in the language to answer in, everything but statements counts.
    """
    reading = read(text)
    spans = _spans(reading, occasion.statements)
    rest = read(_without(reading, spans))
    kit = occasion.kit
    polite = kit.words(occasion.decision.kind) if kit else frozenset()
    stray = [
        rest.shown(at, at)
        for at, word in enumerate(rest.words)
        if word.kept != STOP and bare(word.kept) not in polite
    ]
    inside = "".join(reading.text[first:last] for first, last in spans)
    foreign = sorted(set(inside) - set(occasion.brand.own_words) - set(_answer(occasion)))
    odd = [char for char in foreign if not char.isalnum() and not char.isspace()]
    return [*dict.fromkeys(stray), *_odd_signs(rest.text), *odd]


def _answer(occasion: Occasion) -> str:
    return occasion.answer.text if occasion.answer else ""


Spans = list[tuple[int, int]]
"""From which character to which."""


def _without(reading: Reading, spans: Spans) -> str:
    kept = list(reading.text)
    for first, last in spans:
        kept[first:last] = " " * (last - first)
    return "".join(kept)


def _odd_signs(rest: str) -> list[str]:
    """What is no letter and no common mark: emoji that may say anything, signs, codes of marks."""
    odd = {
        char
        for char in rest
        if not char.isalnum()
        and not char.isspace()
        and char not in ".,;:!?¡¿'’‘\"“”«»…()–—-/&\u200d\ufe0f"
        and char not in _EMOJI_SAFE
    }
    alone = {
        piece
        for piece in rest.split()
        if not any(char.isalnum() or char in _EMOJI_SAFE for char in piece) and piece not in _MARKS
    }
    # What was taken out of the middle of a sentence leaves its full stop behind.
    return sorted(odd | {piece for piece in alone if len(piece) > 1 or piece not in ".,;"})


def _spans(reading: Reading, sequences: Sequences) -> Spans:
    """Where one of *sequences* stands whole in *reading*."""
    places = [at for at, word in enumerate(reading.words) if word.kept != STOP]
    words = [bare(reading.words[at].kept) for at in places]
    found: Spans = []
    for sequence in sequences:
        for start in _starts(words, sequence):
            first = reading.words[places[start]]
            last = reading.words[places[start + len(sequence) - 1]]
            found.append((first.start, last.end))
    return found


def _starts(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    size = len(wanted)
    return [
        at
        for at in range(len(words) - size + 1)
        if words[at] == wanted[0] and tuple(words[at : at + size]) == tuple(wanted)
    ]
