"""The platforms we publish to, and how people may write their names."""

from difflib import get_close_matches
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

Platform = Literal["facebook", "instagram", "x"]
"""A platform as stored and sent; X is `x`, and people may write `twitter`."""

PLATFORMS: tuple[Platform, ...] = get_args(Platform)

_NAMES: dict[str, Platform] = {
    "facebook": "facebook",
    "fb": "facebook",
    "instagram": "instagram",
    "ig": "instagram",
    "x": "x",
    "twitter": "x",
}

TITLES: dict[Platform, str] = {"facebook": "Facebook", "instagram": "Instagram", "x": "X"}
"""How prose names each platform."""


def parse_platform(text: object) -> Platform:
    """The platform that *text* names, whatever its case.

    Raises:
        ValueError: No platform has that name; the message lists those there are.
    """
    name = str(text).strip().lower()
    if name in _NAMES:
        return _NAMES[name]
    near = get_close_matches(name, _NAMES, n=1)
    hint = f" Did you mean {_NAMES[near[0]]}?" if near else ""
    raise ValueError(f"unknown platform {text!r}.{hint} Use one of: {', '.join(PLATFORMS)}.")


PlatformName = Annotated[Platform, BeforeValidator(parse_platform)]
"""A platform in something a person wrote: any case, `twitter` accepted."""
