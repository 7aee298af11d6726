"""The length of a post as X counts it: 280 units, addresses 23, wide letters and emoji two each."""

import re
import unicodedata

MAX_WEIGHT = 280
URL_WEIGHT = 23
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count one; every other counts two."""

URL = re.compile(
    r"(?<![A-Za-z0-9@#$_.])(?:https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]|"
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|dev|app|ai|co|de|fr|eu|uk|vn|news|shop|info|me)"
    r"(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]]|/)?(?![A-Za-z0-9@_-]))",
    re.IGNORECASE,
)

_BASE = (
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[0-9#*]\ufe0f?\u20e3"
    "|[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
)
EMOJI = re.compile(
    f"(?:{_BASE})(?:\u200d(?:{_BASE}))*(?:[\U000e0020-\U000e007f]+)?",
)


def weigh(text: str) -> int:
    """How many of X's 280 units *text* takes."""
    normal = unicodedata.normalize("NFC", text)
    total = 0
    at = 0
    for match in URL.finditer(normal):
        total += _weigh_plain(normal[at : match.start()]) + URL_WEIGHT
        at = match.end()
    return total + _weigh_plain(normal[at:])


def addresses(text: str) -> list[re.Match[str]]:
    """The web addresses in *text*, in order."""
    return list(URL.finditer(text))


def _weigh_plain(text: str) -> int:
    total = 0
    at = 0
    for match in EMOJI.finditer(text):
        if not _is_emoji(match.group()):
            continue
        total += _weigh_letters(text[at : match.start()]) + 2
        at = match.end()
    return total + _weigh_letters(text[at:])


def _is_emoji(found: str) -> bool:
    """Whether a match is one picture: symbols, flags and joined ones are; CJK marks are letters."""
    first = ord(found[0])
    return not 0x3000 <= first <= 0x3299 or len(found) > 1


def _weigh_letters(text: str) -> int:
    return sum(1 if any(low <= ord(c) <= high for low, high in LIGHT) else 2 for c in text)
