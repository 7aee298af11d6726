"""What a machine may answer alone, told by what a comment says and never by what it does not say.

A list of grave words misses what is grave in other words (`Grandad's last meal was your pie. He did
love it.`). So nothing goes out by itself because nothing bad was found: each word of the comment
has to be one that is known to be harmless (`pressroom.domain.benign`), the brand's name, or one
that the brand's fact speaks to. Whatever else there is, a person looks first. Why it is so, and
what was measured: docs/decisions/0008-alone-only-from-an-allow-list.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from pressroom.domain.benign import de, en, es, fr, it, pt, vi
from pressroom.domain.phrasebook import PhraseBook
from pressroom.domain.reading import STOP, Reading, bare

LANGUAGES: dict[str, ModuleType] = {
    "en": en,
    "es": es,
    "fr": fr,
    "de": de,
    "it": it,
    "pt": pt,
    "vi": vi,
}
"""By two-letter code. In any other language nothing is answered without a person."""

MOST_WORDS = 40
"""Whoever writes more says more than thanks."""
_MARKS = frozenset(".,;:!?¡¿'’‘´`\"“”«»„()…–—-/&+*#@%\u200d\ufe0f~^<=")
_KIND_SIGNS = frozenset(
    "🙏😊🙂😀😃😄😁😍🥰😘😋🤤🤩😎🤗☺❤♥🧡💛💚💙💜🤎🖤🤍💕💖💗💓💞💯👏👍👌🙌💪✨🎉🎊🥳⭐🌟🌞🌸🌷🌹💐🌻☀☕🍰🎂🍪🥐🍞🥖"
    "🍩🍫🍕🍔🍦🍨🥂🍷🔝🏆🥇"
)
"""Signs that thank, smile, cheer or stand for something good to eat. Tears and flames are not."""
_SKIN = frozenset("🏻🏼🏽🏾🏿")
_PRAISE, _ASKING = "praise", "asking"
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Account:
    """How far a comment is understood in the language that accounts for the most of it."""

    language: str
    """Two letters; empty where the brand speaks no language that is known here."""
    stray: tuple[str, ...]
    """What is not accounted for, as it stands there: the first few of it."""
    praises: bool
    """Whether a word among it thanks or praises."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is understood."""
        return bool(self.language) and not self.stray


def account_for(
    reading: Reading,
    languages: Sequence[str],
    *,
    own: frozenset[str] = frozenset(),
    met: frozenset[str] | None = None,
) -> Account:
    """How much of *reading* is known to be harmless in one of *languages*, the likeliest first.

    One language has to account for all of it: words that mean well in one mean ill in another.
    *own* are words of the brand's name, *met* those of a question that a fact of the brand's
    speaks to: with them, words that ask are known as well. All are bare words.
    """
    found = [
        _account(reading, code, own | (met or frozenset()), asking=met is not None)
        for code in languages
        if code in LANGUAGES
    ]
    odd = tuple(_odd_signs(reading.text))
    if not found:
        return Account("", odd or ("",), praises=False)
    best = min(found, key=lambda one: len(one.stray))
    stray = (*best.stray, *odd)
    if len(reading.words) > MOST_WORDS:
        stray = (*stray, "…")
    return Account(best.language, stray[:_MOST_SHOWN], best.praises)


def _account(reading: Reading, code: str, known: frozenset[str], *, asking: bool) -> Account:
    covered: set[int] = set()
    praises = False
    for found in _book(code).find(reading):
        if found.label == _ASKING and not asking:
            continue
        covered |= found.places
        praises = praises or found.label == _PRAISE
    stray = [
        reading.shown(at, at)
        for at, word in enumerate(reading.words)
        if at not in covered and word.kept != STOP and bare(word.kept) not in known
    ]
    return Account(code, tuple(dict.fromkeys(stray)), praises)


@cache
def _book(code: str) -> PhraseBook:
    words = LANGUAGES[code]
    book = PhraseBook(accents=code == "vi")
    told = {_PRAISE: words.PRAISE, "thing": words.THINGS, "small": words.SMALL}
    book.add({**told, _ASKING: words.ASKING}, {})
    return book


def _odd_signs(text: str) -> Iterator[str]:
    """Signs that may say anything: no letter, no common mark, no kind emoji."""
    for char in dict.fromkeys(text):
        if char.isalnum() or char.isspace() or char in _MARKS:
            continue
        if char not in _KIND_SIGNS and char not in _SKIN:
            yield char
