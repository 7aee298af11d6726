"""Whether a comment was written before: by many accounts, or by the same one again.

Comments stream through; of each the few smallest hashes of its words and pairs of words are kept
(a bottom-k sketch, Broder 1997), so that likenesses are found without comparing all with all and
memory stays bounded however many comments come.
"""

import re
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from pressroom.analysis.tokens import HANDLE, LINK, plain, tokenise
from pressroom.domain.analysis import CopyOf, NearCopy

COPY_FROM = 0.65
"""The share of words and pairs that two texts must have in common to be near copies."""
_SKETCH = 48
_KEYS = 4
"""A text is looked up by the four smallest hashes of its pairs of words: near copies share one.

Each leads to the text that had it last, so that time and memory do not grow with common words.
"""
_ACCOUNTS_KEPT = 64
_SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_FILLERS = frozenset((HANDLE, LINK, "rt", "via", "amp"))


class CopyMarks(NamedTuple):
    """The hashes of a text's words and pairs of words: what is compared."""

    words: frozenset[int]
    pairs: frozenset[int]
    """Rarer than words, so that texts are looked up by them."""

    @property
    def all(self) -> frozenset[int]:
        """Both."""
        return self.words | self.pairs


def copy_marks(tokens: Sequence[str]) -> CopyMarks:
    """The marks of a text that `tokens.tokenise` has cut.

    Links, accounts, emoji and punctuation are left out, since copies vary just those. Scripts
    without spaces count characters and pairs of them.
    """
    hashes: list[int] = []
    for token in tokens:
        known = _hashes.get(token)
        hashes.extend(_learn(token) if known is None else known)
    pairs = [(one * 31 + other * 17 + 1) & 0xFFFFFFFF for one, other in pairwise(hashes)]
    return CopyMarks(frozenset(hashes), frozenset(pairs))


_hashes: dict[str, tuple[int, ...]] = {}
"""The hashes of the tokens met lately; a pure function's memory, bounded."""
_MOST_HASHES = 20_000


def _learn(token: str) -> tuple[int, ...]:
    word = token.lstrip("#")
    if not word or not word[0].isalnum() or token in _FILLERS:
        found: tuple[int, ...] = ()
    else:
        found = tuple(crc32(one.encode()) for one in (word if _SPACELESS.match(word) else (word,)))
    if len(_hashes) >= _MOST_HASHES:
        _hashes.clear()
    _hashes[token] = found
    return found


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same words in the same order, from 0.0 to 1.0.

    The share in common of their words and pairs of words (Jaccard); a text that is the other with
    a little before or behind it counts as that share of the shorter, less a tenth.
    """
    return _likeness(copy_marks(tokenise(plain(one))).all, copy_marks(tokenise(plain(other))).all)


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    if not one or not other:
        return 0.0
    common = len(one & other)
    shared = common / len(one | other)
    shorter, longer = sorted((len(one), len(other)))
    if shorter * 2 < longer or shorter < 8:
        return shared
    return max(shared, 0.9 * common / shorter)


@dataclass(slots=True)
class _Text:
    """One text that was seen, and who wrote it."""

    earliest: str
    size: int
    """How many marks it has; the sketch has at most `_SKETCH` of them."""
    sketch: "array[int]"
    keys: tuple[int, ...]
    comments: int = 0
    accounts: dict[str, int] = field(default_factory=dict)
    """How often each account wrote it; the first `_ACCOUNTS_KEPT` of them."""
    more_accounts: int = 0


class NearCopies:
    """The texts seen lately. One for each stream of comments; not shared between threads.

    `most_texts` texts are remembered, the least lately repeated are forgotten first; one takes
    about 1.5 KB.
    """

    def __init__(self, most_texts: int = 30_000) -> None:
        self._most = most_texts
        self._texts: OrderedDict[int, _Text] = OrderedDict()
        self._by_key: dict[int, int] = {}
        self._comments: OrderedDict[str, int] = OrderedDict()
        self._next = 0

    def __len__(self) -> int:
        return len(self._texts)

    def note(self, tokens: Sequence[str], *, comment_id: str = "", author_id: str = "") -> NearCopy:
        """Remember a comment cut by `tokens.tokenise`, and say whose text it repeats.

        The same *comment_id* again is the same comment: it is counted once, under the text that
        it was last seen with. Without an *author_id* every comment is from an account of its own.
        """
        marks = copy_marks(tokens)
        if not marks.words:
            return NearCopy()
        everything = marks.all
        keys = tuple(sorted(marks.pairs or marks.words)[:_KEYS])
        sketch = frozenset(sorted(everything)[:_SKETCH])
        number = self._find(keys, sketch, len(everything))
        if number is None:
            number = self._add(_Text(comment_id, len(everything), array("I", sorted(sketch)), keys))
        text = self._texts[number]
        self._texts.move_to_end(number)
        for key in text.keys:
            self._by_key[key] = number
        before = self._comments.get(comment_id) if comment_id else None
        if before != number:
            self._count(text, number, comment_id, author_id)
        return _verdict(text, author_id)

    def _count(self, text: _Text, number: int, comment_id: str, author_id: str) -> None:
        text.comments += 1
        if author_id in text.accounts:
            text.accounts[author_id] += 1
        elif author_id and len(text.accounts) < _ACCOUNTS_KEPT:
            text.accounts[author_id] = 1
        else:
            text.more_accounts += 1
        if comment_id:
            self._forget_comment(comment_id, author_id)
            self._comments[comment_id] = number
            if len(self._comments) > 2 * self._most:
                self._comments.popitem(last=False)

    def _forget_comment(self, comment_id: str, author_id: str) -> None:
        """Take a comment that was edited from under its former text."""
        former = self._texts.get(self._comments.pop(comment_id, -1))
        if former is None:
            return
        former.comments -= 1
        if former.accounts.get(author_id, 0) > 1:
            former.accounts[author_id] -= 1
        elif author_id in former.accounts:
            del former.accounts[author_id]
        else:
            former.more_accounts -= 1

    def _find(self, keys: Sequence[int], sketch: frozenset[int], size: int) -> int | None:
        """The text most like the one of *sketch*, if one is like enough."""
        best, most = None, COPY_FROM
        for number in {self._by_key.get(key, -1) for key in keys} - {-1}:
            alike = _estimate(sketch, size, self._texts[number])
            if alike > most or (alike == most and best is None):
                best, most = number, alike
        return best

    def _add(self, text: _Text) -> int:
        number = self._next
        self._next += 1
        self._texts[number] = text
        while len(self._texts) > self._most:
            self._drop(*self._texts.popitem(last=False))
        return number

    def _drop(self, number: int, text: _Text) -> None:
        for key in text.keys:
            if self._by_key.get(key) == number:
                del self._by_key[key]


def _estimate(ours: frozenset[int], size: int, text: _Text) -> float:
    """The likeness of two texts from their sketches; exact where the sketches hold all marks."""
    theirs = frozenset(text.sketch)
    if size <= _SKETCH and text.size <= _SKETCH:
        return _likeness(ours, theirs)
    smallest = sorted(ours | theirs)[:_SKETCH]
    return sum(mark in ours and mark in theirs for mark in smallest) / len(smallest)


def _verdict(text: _Text, author_id: str) -> NearCopy:
    others = text.comments - 1
    if others <= 0:
        return NearCopy(earliest=text.earliest)
    accounts = len(text.accounts) + text.more_accounts
    own = text.accounts.get(author_id, 0) if author_id else 0
    of: CopyOf = ""
    if accounts >= _campaign_from(text.size):
        of = "many_accounts"
    elif own > (1 if text.size >= _SAYS_SOMETHING else 3):
        of = "same_account"
    return NearCopy(of=of, copies=others, earliest=text.earliest)


_SAYS_SOMETHING = 7
"""Marks of a text of four words, pairs included: fewer, and people say the same by chance."""


def _campaign_from(size: int) -> int:
    """How many accounts it takes to call a text of *size* marks a campaign.

    `Thanks!` is written by everybody; a sentence of ten words by three accounts is no chance.
    """
    if size < 4:
        return 100
    if size < _SAYS_SOMETHING:
        return 30
    return 8 if size < 15 else 3
