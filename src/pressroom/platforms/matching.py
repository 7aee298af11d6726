"""Whether what a platform shows is what we sent: its text, rewritten as platforms do, undone."""

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

# Every run of names parted by dots, whole: whether it is an address is looked at afterwards.
# A pattern that wants an ending would look for it anew from each name in the run.
_DOTTED = re.compile(
    r"(?:(?<![\w-])https?://)?(?<![\w-])([\w-]++(?:\.[\w-]++)++(?::\d+)?)(/\S*)?", re.IGNORECASE
)
_ENDING = re.compile(r"[a-z]{2}", re.IGNORECASE)


def normalise(text: str) -> str:
    """*text* so that two spellings of the same post are equal: NFC, one space, one line end."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def normalise_own(text: str) -> str:
    """What we sent to X, so that it equals what `normalise_shown` makes of it.

    Both sides lose the same things: the scheme, `www.` and a closing slash of addresses.
    """
    return normalise(_DOTTED.sub(_bare_address, text))


def normalise_shown(text: str, urls: Sequence[Mapping[str, Any]]) -> str:
    """A text as X shows it, entities undone, short links put back, pictures left out.

    *urls* is `entities.urls` of the post.
    """
    plain = html.unescape(text)
    for entry in urls:
        short, long = str(entry.get("url", "")), str(entry.get("expanded_url", ""))
        if short:
            plain = plain.replace(short, "" if _is_picture(entry) else long or short)
    return normalise_own(plain)


def parse_time(text: object) -> datetime | None:
    """The instant that a platform wrote, in UTC; none where it is no time with an offset."""
    try:
        value = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return value.astimezone(UTC) if value.tzinfo else None


def _is_picture(entry: Mapping[str, Any]) -> bool:
    target = str(entry.get("expanded_url", ""))
    return "media_key" in entry or bool(re.search(r"/status/\d+/(photo|video)/\d+$", target))


def _bare_address(match: re.Match[str]) -> str:
    host, path = match.group(1).lower(), match.group(2) or ""
    if not any(map(_ENDING.match, host.split(".")[1:])):
        return match.group()
    return host.removeprefix("www.") + path.rstrip("/")
