"""Whether what a platform shows is what we sent: its text, rewritten as platforms do, undone."""

import html
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pressroom.domain.wording import bare_addresses


def normalise_shown(text: str, urls: Sequence[Mapping[str, Any]]) -> str:
    """A text as X shows it, entities undone, short links put back, pictures left out.

    *urls* is `entities.urls` of the post.
    """
    plain = html.unescape(text)
    for entry in urls:
        short, long = str(entry.get("url", "")), str(entry.get("expanded_url", ""))
        if short:
            plain = plain.replace(short, "" if _is_picture(entry) else long or short)
    return bare_addresses(plain)


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
