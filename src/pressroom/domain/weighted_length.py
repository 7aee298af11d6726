"""How long a text is on X, and how to make it fit.

X counts weights, not characters: 1 for most alphabets, 2 for Chinese, Japanese and Korean, 2 for
an emoji however many code points it has, 23 for any address. The rules are those of
configuration 3 of twitter-text. Where this differs from that library, it says so here:

- an address with a scheme and an unknown top-level domain weighs at least 23 and at least what
  its characters weigh, so that it is never too light; the library counts its characters;
- an address without a scheme counts only under the top-level domains listed here;
- joined emoji that are no standard sequence, and emoji newer than the library's list, weigh 2.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex  # type: ignore[import-untyped]  # it ships no types

from pressroom.domain.top_domains import COUNTRY_CODES, FLAG_CODES, GENERIC_DOMAINS

MAX_WEIGHT = 280
URL_WEIGHT = 23
EMOJI_WEIGHT = 2
ELLIPSIS = "…"

_LIGHT = (range(4352), range(8192, 8206), range(8208, 8224), range(8242, 8248))
"""Code points that weigh 1; all others weigh 2."""

_ONE_EMOJI = r"""(?:
          \p{Emoji_Modifier_Base}\p{Emoji_Modifier}
        | [\p{Emoji}--\p{Emoji_Presentation}--[0-9\#*]]\uFE0F?
        | [\p{Emoji_Presentation}--\p{Regional_Indicator}--\p{Emoji_Modifier}]
        )"""
_EMOJI = regex.compile(
    rf"""(?P<flag>\p{{Regional_Indicator}}{{2}})
      | [0-9\#*]\uFE0F?\u20E3
      | \U0001F3F4[\U000E0020-\U000E007E]+\U000E007F
      | {_ONE_EMOJI}(?:\u200D{_ONE_EMOJI})*+""",
    regex.VERBOSE | regex.VERSION1,
)

_ACCENTS = r"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF"
_PATH = rf"a-z0-9\p{{Cyrillic}}{_ACCENTS}!*';:=+,.$/%\#\[\]\-–_~@|&"
_PATH_END = rf"a-z0-9\p{{Cyrillic}}{_ACCENTS}+\-=_\#/"
_PARENS = rf"\((?:[{_PATH}]+|[{_PATH}]*\([{_PATH}]+\)[{_PATH}]*)\)"
_REST = rf"""(?::[0-9]+)?
    (?:/(?:(?:[{_PATH}]|{_PARENS})*(?:[{_PATH_END}]|{_PARENS}))?)?
    (?:\?[a-z0-9!?*'@();:&=+$/%\#\[\]\-_.,~|]*[a-z0-9\-_&=\#/])?"""
_END = r"(?![0-9a-z@+\-])"
_KNOWN = "|".join(sorted(GENERIC_DOMAINS | COUNTRY_CODES, key=len, reverse=True))
# Possessive, so that a long word is looked at once and not once for each of its characters.
_LABEL = r"(?![_\-])[\p{L}\p{M}\p{N}_\-]++(?<![_\-])"
_PLAIN_LABEL = rf"(?!-)[a-z0-9\-{_ACCENTS}]++(?<!-)"
_URL = regex.compile(
    rf"""(?<![a-z0-9@＠$\#＃\uFFFE\uFEFF\uFFFF])
    (?:
      https?://(?:
        t\.co/[a-z0-9]+
      | (?:{_LABEL}\.)+(?P<known>{_KNOWN}|xn--[a-z0-9\-]+){_END}{_REST}
      | (?:{_LABEL}\.)+(?P<unknown>[a-z]{{2,}}|(?!\p{{ASCII}})\p{{L}}{{2,}}){_END}{_REST}
      )
    | (?<![\-_./{_ACCENTS}])(?:{_PLAIN_LABEL}\.)+(?:{_KNOWN}){_END}{_REST}
    )""",
    regex.VERBOSE | regex.VERSION1 | regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a text, and what X charges for it."""

    start: int
    end: int
    text: str
    weight: int


def addresses_in(text: str) -> list[Address]:
    """The addresses that X makes links of, in their order."""
    found = []
    for match in _URL.finditer(text):
        weight = URL_WEIGHT
        if match.group("unknown"):
            weight = max(weight, _plain_weight(match.group()))
        found.append(Address(match.start(), match.end(), match.group(), weight))
    return found


def weighted_length(text: str) -> int:
    """The weight of *text* on X, after the normalisation that X applies."""
    return sum(weight for _, weight in _pieces(_normal(text)))


def shorten_to_weight(text: str, max_weight: int = MAX_WEIGHT) -> str:
    """*text* if it weighs at most *max_weight*, else its beginning and an ellipsis.

    The cut is between words where there are any; never inside an address or a character
    that is made of several code points. Room for less than the ellipsis gives an empty text.
    """
    whole = _normal(text)
    if weighted_length(whole) <= max_weight:
        return whole
    pieces = _kept(whole, max_weight - weighted_length(ELLIPSIS))
    while pieces:
        short = "".join(pieces).rstrip(" \t\n,;:-–—([{\"'#@&") + ELLIPSIS
        if weighted_length(short) <= max_weight:
            return short
        pieces.pop()
    return ELLIPSIS if max_weight >= weighted_length(ELLIPSIS) else ""


def _kept(text: str, room: int) -> list[str]:
    """The first pieces of *text* that fit into *room*, cut back to the end of a word."""
    kept: list[str] = []
    pieces = list(_pieces(text))
    used = 0
    for piece, weight in pieces:
        if used + weight > room:
            break
        kept.append(piece)
        used += weight
    following = pieces[len(kept)][0]
    borders = [n for n, piece in enumerate(kept) if piece.isspace()]
    if borders and not following.isspace():
        return kept[: borders[-1]]
    return kept


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """*text* in pieces that must not be cut, each with its weight."""
    position = 0
    for address in addresses_in(text):
        yield from _graphemes(text[position : address.start])
        yield address.text, address.weight
        position = address.end
    yield from _graphemes(text[position:])


def _graphemes(text: str) -> Iterator[tuple[str, int]]:
    for piece in regex.findall(r"\X", text):
        yield piece, _plain_weight(piece)


def _plain_weight(text: str) -> int:
    """The weight of *text* where nothing in it is an address."""
    weight = position = 0
    for match in _EMOJI.finditer(text):
        weight += _characters_weight(text[position : match.start()])
        is_no_flag = match.group("flag") and _flag_code(match.group()) not in FLAG_CODES
        weight += _characters_weight(match.group()) if is_no_flag else EMOJI_WEIGHT
        position = match.end()
    return weight + _characters_weight(text[position:])


def _characters_weight(text: str) -> int:
    return sum(1 if any(ord(c) in light for light in _LIGHT) else 2 for c in text)


def _flag_code(flag: str) -> str:
    return "".join(chr(ord(c) - 0x1F1E6 + ord("a")) for c in flag)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
