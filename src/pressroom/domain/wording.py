"""Whether two texts are the same words, however a platform has spaced or rewritten them."""

import hashlib
import re
import unicodedata

# Every run of names parted by dots, whole: whether it is an address is looked at afterwards.
# A pattern that wants an ending would look for it anew from each name in the run.
_DOTTED = re.compile(
    r"(?:(?<![\w-])https?://)?(?<![\w-])([\w-]++(?:\.[\w-]++)++(?::\d+)?)(/\S*)?", re.IGNORECASE
)
_ENDING = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"^(?:@\w+(?:\s+|$))+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def normalise(text: str) -> str:
    """*text* so that two spellings of the same post are equal: NFC, one space, one line end."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare_addresses(text: str) -> str:
    """*text* normalised, its addresses without scheme, `www.` and a closing slash."""
    return normalise(_DOTTED.sub(_bare_address, text))


def spoken_words(text: str) -> str:
    """What an answer says, so that it equals what any platform shows of it.

    X puts the names of those who are answered in front; addresses may be rewritten.

    >>> spoken_words("@jane  Thank you: https://example.org/")
    'Thank you: example.org'
    """
    return _NAMED_FIRST.sub("", bare_addresses(text))


def sha_of_words(text: str) -> str:
    """What an unchanged comment keeps and an edited one loses, as 64 hex digits."""
    return hashlib.sha256(bare_addresses(_UNSTORABLE.sub("\ufffd", text)).encode()).hexdigest()


def _bare_address(match: re.Match[str]) -> str:
    host, path = match.group(1).lower(), match.group(2) or ""
    if not any(map(_ENDING.match, host.split(".")[1:])):
        return match.group()
    return host.removeprefix("www.") + path.rstrip("/")
