"""Phrases as data, and where they stand in a text.

A phrase is written as its words, in a small notation:

- `word` is that word, `stem*` any word that begins so, `one|other` either;
- `word?` may be missing;
- `~` is a gap of up to four words, `~~` of up to eight, neither over the end of a sentence;
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
                    self._add(label, _parse(line, classes, fold))
        self._known.clear()

    def _add(self, label: str, elements: tuple[_Element, ...]) -> None:
        while elements[0].is_optional:
            self._add(label, elements[1:])
            elements = (_required(elements[0]), *elements[1:])
        phrase = _Phrase(label, elements)
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
            for form in own:
                for phrase in self._beginning_with(form):
                    last = _match(phrase.elements, forms, first)
                    if last is not None:
                        found.append(Found(phrase.label, first, last))
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


def _match(elements: Sequence[_Element], forms: Sequence[Sequence[str]], at: int) -> int | None:
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


def _match_after_gap(
    gap: int, rest: Sequence[_Element], forms: Sequence[Sequence[str]], at: int
) -> int | None:
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


def _plain(word: str) -> str:
    return strip_accents(word.casefold())


def _required(element: _Element) -> _Element:
    return _Element(element.exact, element.stems, False, element.gap, element.is_number)


def covered(found: Iterable[Found]) -> set[int]:
    """The numbers of the words that belong to a phrase."""
    return {place for one in found for place in range(one.first, one.last + 1)}
