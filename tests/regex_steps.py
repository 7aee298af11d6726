"""Counts the steps that Python's regular expressions take, by a small matcher of our own.

Time says little on a busy machine, and the real matcher counts nothing. This one tries the
same things in the same order on the parsed pattern, without the shortcuts, and counts each
character looked at: what takes it four times as long for four times the text is linear.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from re import _constants as op  # what Python's own compiler works with
from re import _parser as parser
from typing import Any

Ends = Iterator[int]

_LIMIT = 3_000_000
"""Steps after which nobody needs to wait for more."""


class TooMany(Exception):
    """The limit was passed."""


class CountingMatcher:
    """A pattern that counts the characters it looks at."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._tree = parser.parse(pattern, flags)
        self._flags = flags | self._tree.state.flags
        self._fits: dict[tuple[int, str, int], bool] = {}
        self._groups: dict[int, tuple[int, int]] = {}
        self.steps = 0

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the pattern matches in *text*, as `finditer` finds it."""
        found, at = [], 0
        while at <= len(text):
            self._groups = {}
            end = next(self._sequence(self._tree.data, 0, text, at), None)
            if end is None:
                at += 1
                continue
            found.append((at, end))
            at = end if end > at else at + 1
        return found

    def _sequence(self, items: Sequence[Any], index: int, text: str, at: int) -> Ends:
        while index < len(items) and items[index][0] in _SINGLE:
            self._step()
            if at == len(text) or not self._test(items[index], text[at]):
                return
            index, at = index + 1, at + 1
        if index == len(items):
            yield at
            return
        kind, value = items[index]
        for end in _KINDS[kind](self, value, text, at):
            yield from self._sequence(items, index + 1, text, end)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > _LIMIT:
            raise TooMany

    def _test(self, item: tuple[Any, Any], char: str) -> bool:
        """Whether *char* fits an item that is about one character."""
        known = (id(item), char, self._flags)
        if known not in self._fits:
            self._fits[known] = self._look_at(*item, char)
        return self._fits[known]

    def _look_at(self, kind: Any, value: Any, char: str) -> bool:
        if kind is op.ANY:
            return char != "\n" or bool(self._flags & re.DOTALL)
        members = value if kind is op.IN else [(op.LITERAL, value)]
        is_turned = kind is op.NOT_LITERAL or members[0][0] is op.NEGATE
        forms = {char, char.lower(), char.upper()} if self._flags & re.IGNORECASE else {char}
        hit = any(_is_member(one, member) for one in forms for member in members if len(one) == 1)
        return hit != is_turned

    def _branch(self, value: Any, text: str, at: int) -> Ends:
        for choice in value[1]:
            items = choice.data
            if items and items[0][0] in _SINGLE:
                self._step()
                if at == len(text) or not self._test(items[0], text[at]):
                    continue
                yield from self._sequence(items, 1, text, at + 1)
            else:
                yield from self._sequence(items, 0, text, at)

    def _subpattern(self, value: Any, text: str, at: int) -> Ends:
        group, added, removed, body = value
        before = self._flags
        self._flags = (before | added) & ~removed
        for end in self._sequence(body.data, 0, text, at):
            if group is not None:
                self._groups[group] = (at, end)
            after, self._flags = self._flags, before
            yield end
            self._flags = after
        self._flags = before

    def _repeat(self, value: Any, text: str, at: int) -> Ends:
        least, most, body = value
        items = body.data
        if len(items) != 1 or items[0][0] not in _SINGLE:
            yield from self._repeat_group(items, least, most, text, at)
            return
        end = at
        while end < len(text) and end - at < most:
            self._step()
            if not self._test(items[0], text[end]):
                break
            end += 1
        for stop in range(end, at + least - 1, -1):
            self._step()
            yield stop

    def _repeat_group(
        self, items: Sequence[Any], least: int, most: int, text: str, at: int
    ) -> Ends:
        if most > 0:
            for end in self._sequence(items, 0, text, at):
                if end > at:
                    yield from self._repeat_group(items, max(least - 1, 0), most - 1, text, end)
        if least == 0:
            yield at

    def _repeat_lazily(self, value: Any, text: str, at: int) -> Ends:
        least, most, body = value
        if least == 0:
            yield at
        if most > 0:
            for end in self._sequence(body.data, 0, text, at):
                if end > at:
                    rest = (max(least - 1, 0), most - 1, body)
                    yield from self._repeat_lazily(rest, text, end)

    def _possessive(self, value: Any, text: str, at: int) -> Ends:
        end = next(self._repeat(value, text, at), None)
        if end is not None:
            yield end

    def _atomic(self, value: Any, text: str, at: int) -> Ends:
        end = next(self._sequence(value.data, 0, text, at), None)
        if end is not None:
            yield end

    def _assert(self, value: Any, text: str, at: int) -> Ends:
        if self._looks(value, text, at):
            yield at

    def _assert_not(self, value: Any, text: str, at: int) -> Ends:
        if not self._looks(value, text, at):
            yield at

    def _looks(self, value: Any, text: str, at: int) -> bool:
        direction, body = value
        if direction > 0:
            return next(self._sequence(body.data, 0, text, at), None) is not None
        start = at - body.getwidth()[0]  # what looks back has one width
        ends = self._sequence(body.data, 0, text, start) if start >= 0 else iter(())
        return at in ends

    def _at(self, value: Any, text: str, at: int) -> Ends:
        self._step()
        before = text[at - 1 : at]
        after = text[at : at + 1]
        is_border = _is_word(before) != _is_word(after)
        lines = bool(self._flags & re.MULTILINE)
        if {
            op.AT_BEGINNING: at == 0 or (lines and before == "\n"),
            op.AT_BEGINNING_STRING: at == 0,
            op.AT_BOUNDARY: is_border,
            op.AT_NON_BOUNDARY: not is_border,
            op.AT_END: at == len(text) or text[at:] == "\n" or (lines and after == "\n"),
            op.AT_END_STRING: at == len(text),
        }[value]:
            yield at

    def _group_again(self, value: Any, text: str, at: int) -> Ends:
        start, stop = self._groups.get(value, (0, -1))
        self.steps += max(stop - start, 0)
        if stop >= start and text.startswith(text[start:stop], at):
            yield at + stop - start


_SINGLE = frozenset({op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN})
"""Items that are about one character."""
_KINDS: dict[Any, Callable[[CountingMatcher, Any, str, int], Ends]] = {
    op.BRANCH: CountingMatcher._branch,
    op.SUBPATTERN: CountingMatcher._subpattern,
    op.MAX_REPEAT: CountingMatcher._repeat,
    op.MIN_REPEAT: CountingMatcher._repeat_lazily,
    op.POSSESSIVE_REPEAT: CountingMatcher._possessive,
    op.ATOMIC_GROUP: CountingMatcher._atomic,
    op.ASSERT: CountingMatcher._assert,
    op.ASSERT_NOT: CountingMatcher._assert_not,
    op.AT: CountingMatcher._at,
    op.GROUPREF: CountingMatcher._group_again,
}


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    op.CATEGORY_WORD: _is_word,
    op.CATEGORY_NOT_WORD: lambda char: not _is_word(char),
}


def _is_member(char: str, member: tuple[Any, Any]) -> bool:
    kind, value = member
    if kind is op.LITERAL:
        return ord(char) == value
    if kind is op.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    return kind is op.CATEGORY and _CATEGORIES[value](char)
