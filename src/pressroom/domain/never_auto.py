"""What a machine never answers alone, found in a comment's own words, with the words as evidence.

The lists (`pressroom.domain.grave`) aim at missing nothing: a false alarm costs a person's
glance, a miss may be on the evening news. All languages are looked for in every comment,
because people mix them and because no guess of the language may open a gap.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from pressroom.domain.grave import de, en, es, fr, it, pt, vi
from pressroom.domain.personal_data import find_personal_data
from pressroom.domain.phrasebook import Found, PhraseBook, covered
from pressroom.domain.reading import STOP, Reading, Word, read

NeverAutoTopic = Literal[
    "injury",
    "threat",
    "legal",
    "press",
    "minors",
    "self-harm",
    "discrimination",
    "data-breach",
    "regulator",
    "doxxing",
    "live-crisis",
    "language",
]
NEVER_AUTO_TOPICS: tuple[NeverAutoTopic, ...] = get_args(NeverAutoTopic)

TOPIC_NAMES: dict[NeverAutoTopic, str] = {
    "injury": "injury, illness or death",
    "threat": "a threat of violence",
    "legal": "law or a crime",
    "press": "the press",
    "minors": "a minor at risk",
    "self-harm": "self-harm",
    "discrimination": "discrimination",
    "data-breach": "leaked or misused data",
    "regulator": "a regulator or authority",
    "doxxing": "somebody's personal data",
    "live-crisis": "a crisis that is going on",
    "language": "a language that the brand does not speak",
}

_LABELS = {str(topic): topic for topic in NEVER_AUTO_TOPICS}
_IDIOM = "idiom"
_TELLING = 2
_LONG_WORD = 4
"""Shorter words of a crisis topic carry too little to be looked for alone."""
_LONGEST_ENDING = 3


@dataclass(frozen=True, slots=True)
class NeverAuto:
    """One reason why a person has to look."""

    topic: NeverAutoTopic
    words: tuple[str, ...]
    """The words of the comment that show it, as they stand there."""


def find_never_auto(text: str | Reading, live_topics: Iterable[str] = ()) -> tuple[NeverAuto, ...]:
    """The topics in *text* that need a person, each once with its evidence; empty for none.

    *live_topics* are words or phrases of crises that are going on: a comment that has all the
    longer words of one, in any order and inflection, is about it.
    """
    reading = read(text)
    evidence: dict[NeverAutoTopic, dict[str, None]] = {}
    for found in _grave(reading):
        words = reading.shown(found.first, found.last)
        evidence.setdefault(_LABELS[found.label], {})[words] = None
    for data in find_personal_data(reading.text):
        evidence.setdefault("doxxing", {})[data.text.strip()] = None
    for topic in live_topics:
        for words in _words_of_topic(topic, reading):
            evidence.setdefault("live-crisis", {})[words] = None
    return tuple(
        NeverAuto(topic, _widest(evidence[topic]))
        for topic in NEVER_AUTO_TOPICS
        if topic in evidence
    )


def _grave(reading: Reading) -> list[Found]:
    harmless: list[Found] = []
    grave: list[Found] = []
    for book in _books(reading):
        for found in book.find(reading):
            (harmless if found.label == _IDIOM else grave).append(found)
    if not grave:
        return []
    idioms = covered(harmless)
    return [one for one in grave if not idioms & one.places]


def _books(reading: Reading) -> Iterator[PhraseBook]:
    yield _latin_book()
    if reading.is_vietnamese:
        yield _vietnamese_book(accents=True)
    # Without accents its short words are words of other languages as well (no, con, mau): they
    # are only looked for where the text is Vietnamese beyond doubt.
    elif len({word.kept for word in reading.words} & vi.UNACCENTED) >= _TELLING:
        yield _vietnamese_book(accents=False)


@cache
def _latin_book() -> PhraseBook:
    book = PhraseBook()
    for language in (en, es, fr, de, it, pt):
        book.add({**language.GRAVE, _IDIOM: language.HARMLESS}, language.CLASSES)
    return book


@cache
def _vietnamese_book(*, accents: bool) -> PhraseBook:
    book = PhraseBook(accents=accents)
    book.add({**vi.GRAVE, _IDIOM: vi.HARMLESS}, vi.CLASSES)
    return book


def find_topic(text: str | Reading, topic: str) -> tuple[str, ...]:
    """The words of *text* that say *topic*, a word or phrase; empty where they do not.

    They may stand in any order and inflection, and be disguised.
    """
    return _words_of_topic(topic, read(text))


def _words_of_topic(topic: str, reading: Reading) -> tuple[str, ...]:
    wanted = [word for word in read(topic).words if word.kept != STOP]
    long = [word for word in wanted if len(word.kept) >= _LONG_WORD] or wanted
    places = [_place_of(word, reading) for word in long]
    found = tuple(reading.shown(at, at) for at in places if at is not None)
    return found if len(found) == len(places) else ()


def _place_of(wanted: Word, reading: Reading) -> int | None:
    stem = _ENDING.sub("", wanted.forms[0])
    for at, word in enumerate(reading.words):
        if any(_is_form_of(form, stem) for form in word.forms):
            return at
    return None


_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|en|er|s|e|n)$")


def _is_form_of(word: str, stem: str) -> bool:
    """Whether *word* is *stem* with an ending, or without the one that was cut off."""
    return word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING


def _widest(words: Iterable[str]) -> tuple[str, ...]:
    """*words* without those that are part of others."""
    kept = list(words)
    return tuple(one for one in kept if not any(one != other and one in other for other in kept))
