"""The words, marks and emoji of a comment, and numbers for them that are the same on every machine.

What a comment says must not depend on which link, account or how many exclamation marks it
holds, so links and handles become one token each and drawn-out letters are shortened.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from zlib import crc32

LINK = "http"
"""The token that stands for any link."""
HANDLE = "@user"
"""The token that stands for any account."""

_LINK = re.compile(r"https?://\S+|www\.\S+")
_HANDLE = re.compile(r"(?<![\w@])@\w+(?:\.\w+)*")
_DRAWN_OUT = re.compile(r"(.)\1{2,}", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
"""Soft hyphens, joiners, variation selectors and skin tones: none changes what is meant."""
_TOKEN = re.compile(
    r"@user"
    r"|#?[^\W_]+(?:['_][^\W_]+)*"  # don't, l'eau, #brand_name
    r"|[:;=8x][-'o^]?[)(\]\[dp/\\|3*]+"  # :-) ;p =D
    r"|<+[3/]+|[!?]+|\.{2,}"
    r"|[^\w\s]"
)


def plain(text: str) -> str:
    """*text* in lower case and composed form, links and handles masked, `soooo` as `soo`.

    `http` and `@user` stand for any link and any account; curly apostrophes are straight.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
        text = _INVISIBLE.sub("", text)
    if "http" in text or "www" in text:
        text = _LINK.sub(LINK, text)
    if "@" in text:
        text = _HANDLE.sub(HANDLE, text)
    return _DRAWN_OUT.sub(r"\1\1", text.lower())


def tokenise(prepared: str) -> list[str]:
    """The tokens of what `plain` returned, in their order: words, emoticons, emoji, marks.

    An apostrophe stays inside its word (`don't`), a hash sign in front of its own (`#fail`),
    a run of exclamation and question marks is one token (`!!`, `?!`).

    >>> tokenise(plain("@acme It's sooooo slow :( https://acme.example #fail"))
    ['@user', "it's", 'soo', 'slow', ':(', 'http', '#fail']
    """
    return _TOKEN.findall(prepared)


def word_buckets(tokens: Sequence[str], bits: int) -> Iterator[int]:
    """The bucket of each token, and of each token with the one before it, below 2***bits*.

    The first token is paired with the start of the text. Equal tokens share a bucket on every
    machine and in every version of Python: the hash is CRC-32 of the UTF-8 bytes.
    """
    mask = (1 << bits) - 1
    before = b"^"
    for token in tokens:
        word = token.encode()
        yield crc32(word) & mask
        yield crc32(word, crc32(before + b"\x01")) & mask
        before = word


def character_buckets(prepared: str, bits: int, sizes: Sequence[int] = (3, 4, 5)) -> Iterator[int]:
    """The bucket of each run of *sizes* characters, a space before and after, below 2***bits*.

    Runs of characters see through spellings that hide a word: `id1ot` shares runs with `idiot`.
    """
    mask = (1 << bits) - 1
    padded = f" {' '.join(prepared.split())} "
    for size in sizes:
        for at in range(len(padded) - size + 1):
            yield crc32(padded[at : at + size].encode()) & mask
