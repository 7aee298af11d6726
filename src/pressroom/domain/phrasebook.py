"""Phrases as data, and where they stand in a text.

A phrase is written as its words, in a small notation:

- `word` is that word, `stem*` any word that begins so, `one|other` either;
- `word?` may be missing;
- `~` is a gap of up to four words, `~~` of up to eight, neither over the end of a sentence;
- `one & other` are both in a sentence, in any order, with up to eight words between them;
- `<name>` is a class of words given with the phrases, `<number>` any number.

Phrases are separated by line ends or semicolons. Letters are compared without case and accents.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressroom.domain.reading import STOP, Reading, strip_accents

_NEAR, _FAR = 4, 8
_MOST_KNOWN = 50_000
"""Words whose phrases are remembered: people use the same ones over and over."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands in a text: which, and from which word to which."""

    label: str
    first: int
    last: int
    parts: tuple[tuple[int, int], ...] = ()
    """The same of each of its parts, where it has several."""

    @property
    def places(self) -> set[int]:
        """The numbers of the words that it is made of."""
        spans = self.parts or ((self.first, self.last),)
        return {place for first, last in spans for place in range(first, last + 1)}


@dataclass(frozen=True, slots=True)
class _Element:
    """One place in a phrase: the words that fit it, or a gap before the next."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    is_optional: bool = False
    gap: int = 0
    is_number: bool = False

    def fits(self, forms: Iterable[str]) -> bool:
        for form in forms:
            if form in self.exact or (self.stems and form.startswith(self.stems)):
                return True
            if self.is_number and form.isdigit():
                return True
        return False


@dataclass(frozen=True, slots=True)
class _Phrase:
    label: str
    elements: tuple[_Element, ...]
    beside: tuple[tuple[_Element, ...], ...] = ()
    """What has to stand in the same sentence, before it or after it."""
    second: frozenset[str] = frozenset()
    """The words of which one has to follow the first; empty where that is not so simple."""


Forms = Sequence[Sequence[str]]
"""The forms of each word of a text."""


class PhraseBook:
    """Labelled phrases, found in a text in one pass over its words.

    *accents* keeps accents in the phrases and compares with words that keep theirs: for
    Vietnamese, where they make other words.
    """

    def __init__(self, *, accents: bool = False) -> None:
        self._accents = accents
        self._exact: dict[str, list[_Phrase]] = defaultdict(list)
        self._stems: dict[str, list[_Phrase]] = defaultdict(list)
        self._numbers: list[_Phrase] = []
        self._known: dict[str, tuple[_Phrase, ...]] = {}

    def add(self, phrases: Mapping[str, str], classes: Mapping[str, str]) -> None:
        """Take in *phrases* by their label; *classes* are what `<name>` in them stands for.

        Raises:
            ValueError: A phrase begins or ends with a gap.
        """
        fold: Callable[[str], str] = str.casefold if self._accents else _plain
        for label, text in phrases.items():
            for line in re.split(r"[;\n]", text):
                if line.strip():
                    first, *beside = (_parse(one, classes, fold) for one in line.split(" & "))
                    self._add(label, first, tuple(beside))
        self._known.clear()

    def _add(
        self, label: str, elements: tuple[_Element, ...], beside: tuple[tuple[_Element, ...], ...]
    ) -> None:
        while elements[0].is_optional:
            self._add(label, elements[1:], beside)
            elements = (_required(elements[0]), *elements[1:])
        phrase = _Phrase(label, elements, beside, _second(elements))
        for word in elements[0].exact:
            self._exact[word].append(phrase)
        for stem in elements[0].stems:
            self._stems[stem].append(phrase)
        if elements[0].is_number:
            self._numbers.append(phrase)

    def find(self, reading: Reading) -> list[Found]:
        """Every phrase that stands in *reading*, in the order of its words."""
        words = reading.words
        forms = [(word.kept,) if self._accents else word.forms for word in words]
        found = []
        for first, own in enumerate(forms):
            following = forms[first + 1] if first + 1 < len(forms) else ()
            for form in own:
                for phrase in self._beginning_with(form):
                    # Most phrases end here, at the price of one look.
                    if phrase.second and phrase.second.isdisjoint(following):
                        continue
                    if one := _find(phrase, forms, first):
                        found.append(one)
        return found

    def _beginning_with(self, form: str) -> tuple[_Phrase, ...]:
        known = self._known.get(form)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[form] = tuple(self._look_up(form))
        return known

    def _look_up(self, form: str) -> Iterator[_Phrase]:
        yield from self._exact.get(form, ())
        for length in range(1, len(form) + 1):
            yield from self._stems.get(form[:length], ())
        if form.isdigit():
            yield from self._numbers


def _find(phrase: _Phrase, forms: Forms, first: int) -> Found | None:
    """*phrase*, if it begins at word *first*."""
    last = _match(phrase.elements, forms, first)
    if last is None:
        return None
    if not phrase.beside:
        return Found(phrase.label, first, last)
    parts = _beside(phrase, forms, (first, last))
    if not parts:
        return None
    begin, end = min(at for at, _ in parts), max(at for _, at in parts)
    return Found(phrase.label, begin, end, parts)


def _match(elements: Sequence[_Element], forms: Forms, at: int) -> int | None:
    """The last word of the match that begins at word *at*; None where there is none."""
    element, rest = elements[0], elements[1:]
    if element.gap:
        return _match_after_gap(element.gap, rest, forms, at)
    if at < len(forms) and element.fits(forms[at]):
        last = _match(rest, forms, at + 1) if rest else at
        if last is None and all(one.is_optional for one in rest):
            last = at
        if last is not None:
            return last
    return _match(rest, forms, at) if element.is_optional and rest else None


def _beside(phrase: _Phrase, forms: Forms, first: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Where all parts of *phrase* stand, its first at *first*; empty where one is missing."""
    parts = [first]
    for elements in phrase.beside:
        places = _around(forms, *first)
        spans = ((at, _match(elements, forms, at)) for at in places if at not in range(*first))
        part = next(((at, last) for at, last in spans if last is not None), None)
        if part is None or part == first:
            return ()
        parts.append(part)
    return tuple(parts)


def _around(forms: Forms, first: int, last: int) -> list[int]:
    """The words of the same sentence within reach, those that follow before those that precede."""
    found = []
    for step, start in ((1, last + 1), (-1, first - 1)):
        at = start
        while 0 <= at < len(forms) and abs(at - start) <= _FAR and forms[at][0] != STOP:
            found.append(at)
            at += step
    return found


def _match_after_gap(gap: int, rest: Sequence[_Element], forms: Forms, at: int) -> int | None:
    for start in range(at, min(at + gap + 1, len(forms))):
        last = _match(rest, forms, start)
        if last is not None:
            return last
        if forms[start][0] == STOP:
            return None
    return None


def _parse(
    line: str, classes: Mapping[str, str], fold: Callable[[str], str]
) -> tuple[_Element, ...]:
    elements: list[_Element] = []
    for part in line.split():
        if part in ("~", "~~"):
            elements.append(_Element(gap=_NEAR if part == "~" else _FAR))
            continue
        is_optional = part.endswith("?")
        choices = part.rstrip("?").split("|")
        words, stems, is_number = set(), [], False
        for choice in choices:
            if choice == "<number>":
                is_number = True
                continue
            inner = classes[choice.strip("<>")].split("|") if choice.startswith("<") else [choice]
            for word in inner:
                if word.endswith("*"):
                    stems.append(fold(word[:-1]))
                else:
                    words.add(fold(word))
        elements.append(_Element(frozenset(words), tuple(stems), is_optional, 0, is_number))
    if elements[0].gap or elements[-1].gap:
        raise ValueError(f"a phrase begins and ends with a word: {line.strip()!r}")
    return tuple(elements)


def _second(elements: Sequence[_Element]) -> frozenset[str]:
    if len(elements) < 2:
        return frozenset()
    one = elements[1]
    is_simple = not (one.gap or one.is_optional or one.is_number or one.stems)
    return one.exact if is_simple else frozenset()


def _plain(word: str) -> str:
    return strip_accents(word.casefold())


def _required(element: _Element) -> _Element:
    return _Element(element.exact, element.stems, False, element.gap, element.is_number)


def covered(found: Iterable[Found]) -> set[int]:
    """The numbers of the words that belong to a phrase."""
    return {place for one in found for place in one.places}
