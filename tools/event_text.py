"""What people write into a calendar event: lines of settings, then the message."""

import html
import re
from collections.abc import Iterable
from difflib import get_close_matches

from pressroom.domain.platform import PLATFORMS, Platform, parse_platform

SETTINGS = frozenset(
    {
        "audience", "campaign", "cta", "hashtags", "keywords", "language", "media", "platforms",
        "variants",
    }
)  # fmt: skip
"""The fields of a brief that a description's first lines may set."""

_LINE = re.compile(r"^\s*([A-Za-z_]+)\s*:(.*)")
_MARKUP = re.compile(r"<(?:br|p|div|span|a|b|i|u|ul|ol|li|html)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:(?P<opened>[a-z][a-z0-9]*)\b|/[a-z]|!)[^<>]*>", re.IGNORECASE)
_BREAKING = frozenset({"br", "p", "div", "li"})


class TextError(ValueError):
    """A line of settings or a category that is nearly right; `hint` says what was meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_description(text: str) -> tuple[dict[str, str], str]:
    """The settings in the first lines of a description, and the message after them.

    The first line that is no setting ends them; later ones are text like any other.

    Raises:
        TextError: A first line has a key that is nearly a setting's, or has one twice.
    """
    lines = _without_markup(text).strip().splitlines()
    settings: dict[str, str] = {}
    for index, line in enumerate(lines):
        found = _LINE.match(line)
        key = found[1].lower() if found else ""
        if found is None or key not in SETTINGS:
            _refuse_misspelt(key)
            return settings, "\n".join(lines[index:]).strip()
        if key in settings:
            raise TextError(f"the line {key!r} stands twice", "Keep one of the two.")
        if found[2].strip():
            settings[key] = found[2].strip()
    return settings, ""


def _refuse_misspelt(key: str) -> None:
    near = get_close_matches(key, SETTINGS, n=1, cutoff=0.8)
    if near:
        raise TextError(f"unknown key {key!r} in its first lines", f"Did you mean {near[0]!r}?")


def sort_categories(categories: Iterable[str]) -> tuple[list[Platform], list[str]]:
    """The categories that name platforms, and the others, which are keywords.

    Raises:
        TextError: One is nearly a platform's name.
    """
    platforms: list[Platform] = []
    keywords: list[str] = []
    for category in filter(None, map(str.strip, categories)):
        try:
            platforms.append(parse_platform(category))
        except ValueError as err:
            near = get_close_matches(category.lower(), PLATFORMS, n=1, cutoff=0.8)
            if near:
                hint = f"Did you mean {near[0]}?"
                raise TextError(f"unknown platform {category!r}", hint) from err
            keywords.append(category)
    return platforms, keywords


def _without_markup(text: str) -> str:
    """Plain text; web calendars export descriptions with HTML in them."""
    if not _MARKUP.search(text):
        return text
    return html.unescape(_TAG.sub(_shown, text)).replace("\u00a0", " ")


def _shown(tag: re.Match[str]) -> str:
    """What a reader sees of a tag: a new line where it begins one, else nothing."""
    return "\n" if (tag["opened"] or "").lower() in _BREAKING else ""
