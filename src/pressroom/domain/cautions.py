"""Signs that a friendly-looking comment had better be answered by a person.

They are the second fence against those who try to steer the machine: whatever the reply agent
would make of such a comment, its answer is not sent without a person. A false alarm costs a
glance; nothing here hides or escalates anything.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pressroom.domain.caution_words import CAUTION_WORDS
from pressroom.domain.checks import MENTION
from pressroom.domain.lookalikes import LETTERS
from pressroom.domain.phrasebook import PhraseBook
from pressroom.domain.reading import INVISIBLE, Reading, read
from pressroom.domain.weighted_length import addresses_in

CautionKind = Literal[
    "instructions",
    "encoded",
    "markup",
    "links",
    "others",
    "commitments",
    "irony",
    "politics",
    "stop",
    "long",
]

CAUTION_NAMES: dict[CautionKind, str] = {
    "instructions": "it speaks to a machine, or asks what it is",
    "encoded": "part of it is written so that people cannot read it",
    "markup": "it holds code or markup",
    "links": "it holds a link",
    "others": "it speaks to somebody else",
    "commitments": "it wants a promise, a favour or a position",
    "irony": "it may be meant ironically",
    "politics": "it touches on politics or belief",
    "stop": "it asks for no more answers",
    "long": "it says more than a short answer meets",
}

LONG = 400
"""Characters from which a comment says more than thanks or one fact can answer."""

_MARKUP = re.compile(
    r"```|<\|?/?[a-zA-Z_|!][^<>\n]{0,80}>|\[[^\]\n]{1,80}\]\s?\([^)\n]{1,200}\)|\[/?(?:INST|SYS\w*)\]"
    r"|\{\s*[\"'][^\n]{1,200}\}|\{\{|\}\}|\$\{|^\s*#{2,}\s|^\s*(?:system|assistant|user|human|ai|tool"
    r"|function|developer|admin|instruction|output|reply|response)\s*[:>\]]|\b(?:role|action|tool|function"
    r"|content)[\"']?\s*:|={4,}|-{4,}\s*\w|&#x?\w{2,6};|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}",
    re.IGNORECASE | re.MULTILINE,
)
_CODED = re.compile(
    r"(?<![\w/+])(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[A-Za-z0-9+/]{16,}={0,2}(?![\w/+])"
    r"|(?<![\w/+])[A-Za-z0-9+/]{14,}={1,2}(?![\w/+])|(?<![\w/+])(?=[a-z0-9+/]*[A-Z])[A-Za-z0-9+/]{28,}"
    r"|(?:\b[0-9a-fA-F]{2}[ :,-]?){10,}\b|(?:[01]{7,8}\s+){2,}|(?:%[0-9a-fA-F]{2}){3,}"
    r"|(?:(?<!\S)[.\-·–]{1,5}(?:\s|/|$)+){6,}|\b(?:\d{2,3}[ ,-]){8,}"
)
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_EMOJI_JOINT = re.compile("(?<=[^\\w\\s])\u200d(?=[^\\w\\s])|\ufe0f|\ufe0e")
_INSIDE = re.compile(rf"\w{INVISIBLE.pattern}+\w|[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_SCORN = re.compile("[🙄🤡😒🤦💩🖕👎😡🤬🤮😠🐍🗑🚮😤🙃]|(?:^|\\s)/s(?:\\s|$|[.!])")
_SCARE_QUOTES = re.compile(
    r"[\"“”«»„‚‘']\s?(?:customer\s)?(?:great|good|best|fresh|quality|service|help\w*|premium|friendly|support"
    r"|fast|care|bueno|mejor|calidad|servicio|qualité|service|frais|frisch|qualität|service|qualità|servizio"
    r"|qualidade|serviço)\s?[\"“”«»’']",
    re.IGNORECASE,
)
_TURNED = frozenset("ɐqɔpǝɟƃɥᴉɾʞʅɯuodbɹsʇnʌʍxʎz") - frozenset("qpudbsnxzo")
_COMMON = frozenset(
    [
        *(
            "the",
            "and",
            "you",
            "your",
            "all",
            "ignore",
            "this",
            "that",
            "with",
            "for",
            "are",
            "not",
        ),
        *("rules", "reply", "say", "prompt", "link", "free", "give", "previous", "instructions"),
        *("me", "to", "now", "of", "is", "everyone", "discount", "tell", "visit", "promise"),
    ]
)


@dataclass(frozen=True, slots=True)
class Caution:
    """One sign, with the words that show it."""

    kind: CautionKind
    words: tuple[str, ...] = ()


def find_cautions(text: str | Reading, own_handles: Iterable[str] = ()) -> tuple[Caution, ...]:
    """The signs in *text*, each kind once; empty where a machine may answer.

    *own_handles* are the brand's, without `@`: speaking to them is speaking to us.
    """
    reading = read(text)
    found: dict[CautionKind, list[str]] = {}
    for kind, words in (*_said(reading), *_seen(reading.text, own_handles)):
        found.setdefault(kind, []).append(words)
    return tuple(
        Caution(kind, tuple(dict.fromkeys(word for word in words if word))[:5])
        for kind, words in found.items()
    )


def asks_to_stop(text: str) -> bool:
    """Whether *text* asks us not to answer its writer any more."""
    return any(one.kind == "stop" for one in find_cautions(text))


Sign = tuple[CautionKind, str]


def _said(reading: Reading) -> Iterator[Sign]:
    for book in (_book(accents=False), _book(accents=True)):
        for found in book.find(reading):
            yield _KINDS[found.label], reading.shown(found.first, found.last)
    if [word.kept for word in reading.words if word.kept != "."] == ["stop"]:
        yield "stop", reading.text.strip()


_KINDS: dict[str, CautionKind] = {str(kind): kind for kind in CAUTION_NAMES}


@cache
def _book(*, accents: bool) -> PhraseBook:
    """All languages but Vietnamese, or, with accents, Vietnamese alone."""
    book = PhraseBook(accents=accents)
    for language, phrases in CAUTION_WORDS.items():
        if accents == (language == "vi"):
            book.add(phrases, {})
    return book


def _seen(text: str, own_handles: Iterable[str]) -> Iterator[Sign]:
    yield from (("markup", match[0][:40]) for match in _MARKUP.finditer(text))
    yield from (("encoded", match[0][:40]) for match in _CODED.finditer(text))
    yield from (("encoded", words) for words in _hidden(text))
    yield from (("links", address.text) for address in addresses_in(text))
    yield from (("irony", match[0]) for match in _SCORN.finditer(text))
    yield from (("irony", match[0]) for match in _SCARE_QUOTES.finditer(text))
    ours = {handle.casefold().lstrip("@") for handle in own_handles}
    for mention in MENTION.findall(text):
        if mention.lstrip("@").rstrip(".").casefold() not in ours:
            yield "others", mention
    if len(text) > LONG:
        yield "long", ""


def _hidden(text: str) -> Iterator[str]:
    """What is written so that a reader cannot see or read it."""
    if text.isascii():
        yield from _shifted(text)
        return
    visible = _EMOJI_JOINT.sub("", _FLAG.sub("", text))
    # One that was pasted along at the end of a word is nobody's trick.
    if _INSIDE.search(visible) or len(INVISIBLE.findall(visible)) > 2:
        yield "invisible characters"
    if sum("\u0300" <= char <= "\u036f" for char in unicodedata.normalize("NFC", text)) > 2:
        yield "letters scrawled over"
    if sum(char in _TURNED for char in text) > 2:
        yield "letters upside down"
    for word in re.findall(r"\w+", text):
        if _is_disguised(word):
            yield word
    yield from _shifted(text)


def _is_disguised(word: str) -> bool:
    """Whether *word* mixes alphabets, or is set in letters made to look like a font."""
    latin = any("a" <= char <= "z" for char in word.lower())
    if latin and any(ord(char) in LETTERS for char in word.lower()):
        return True
    return any(
        unicodedata.decomposition(char).startswith(("<font>", "<wide>", "<circle>", "<square>"))
        for char in word
        if char.isalpha()
    )


def _shifted(text: str) -> Iterator[str]:
    """English that only shows when each letter is moved by thirteen, or read backwards."""
    words = re.findall(r"[a-z]+", text.lower())
    if len(words) < 3:
        return
    plain = sum(word in _COMMON for word in words)
    turned = sum(codecs.encode(word, "rot13") in _COMMON for word in words)
    backwards = sum(len(word) > 2 and word[::-1] in _COMMON for word in words)
    if max(turned, backwards) > max(1, plain):
        yield text.strip()[:40]
