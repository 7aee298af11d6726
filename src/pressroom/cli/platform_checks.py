"""The doctor's checks of what lies outside this machine: platforms, the model, public pictures."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pressroom.cli.checks import HERE, Check
from pressroom.errors import ChannelError, ChannelUnavailable, PressroomError

if TYPE_CHECKING:
    from pressroom.domain.platform import Platform
    from pressroom.domain.ports import Channel
    from pressroom.settings import Settings


def check_gemini(settings: "Settings") -> Check:
    """Whether the model is asked, and how long its name will work."""
    gemini = settings.gemini
    if not gemini.enabled:
        return Check("gemini", "ok", "switched off: rules and templates do the work.")
    if gemini.api_key is None:
        fix = "Set GOOGLE_API_KEY, or leave it: everything works without."
        return Check("gemini", "warn", "no key: rules and templates do the work.", fix)
    origin = settings.origins()["gemini.api_key"]
    found = f"{gemini.model}, key from {origin}"
    return _dated("gemini", found, gemini.model)


async def check_platforms(settings: "Settings", *, network: bool) -> AsyncIterator[Check]:
    """For each platform: set up or not, how long its version lives, whether the token is good."""
    parts = {
        "facebook": (settings.facebook.enabled, settings.facebook.version),
        "instagram": (settings.instagram.enabled, settings.instagram.version),
        "twitter": (settings.twitter.enabled, ""),
    }
    enabled = [name for name, (is_enabled, _) in parts.items() if is_enabled]
    for name, (is_enabled, api_version) in parts.items():
        if not is_enabled:
            fix = f"Fill in [{name}] in the settings file to publish there."
            yield Check(name, "warn", "not set up.", fix)
        elif api_version:
            yield _dated(name, f"set up, Graph API {api_version}", api_version)
        else:
            yield Check(name, "ok", "set up")
    if network and enabled:
        async for check in _ask_them(settings):
            yield check


async def _ask_them(settings: "Settings") -> AsyncIterator[Check]:
    from pressroom.cli.desk import open_channels

    try:
        async with open_channels(settings) as channels:
            for name, channel in channels.items():
                yield await _ask(name, channel)
    except PressroomError as err:
        yield Check("platforms", "fail", err.message, err.fix)


async def _ask(name: "Platform", channel: "Channel") -> Check:
    try:
        account = await channel.whoami()
    except ChannelUnavailable as err:
        return Check(f"{name} account", "warn", f"could not be asked: {err.message}", err.fix)
    except ChannelError as err:
        return Check(f"{name} account", "fail", err.message, err.fix)
    return Check(f"{name} account", "ok", f"speaks as {account}")


def check_instagram_media(settings: "Settings") -> Check:
    """Whether Instagram will be able to download our pictures."""
    url = settings.media.public_base_url
    name = "media.public_base_url"
    if not settings.instagram.enabled:
        return Check(name, "ok", "not needed: Instagram is not set up.")
    if not url:
        fix = "Set it to a public https address that shows media.folder; see docs/going-live.md."
        return Check(name, "fail", "not set, and Instagram downloads pictures from there.", fix)
    parts = urlsplit(url)
    simulated = urlsplit(settings.instagram.base_url).hostname in HERE
    if not simulated and (parts.scheme != "https" or parts.hostname in HERE):
        return Check(name, "fail", f"Instagram cannot reach {url}.", "Use a public https address.")
    return Check(name, "ok", url)


def _dated(name: str, found: str, dated: str) -> Check:
    """A check of *dated*, a version or a model, against the day on which it ends."""
    from pressroom.clock import SystemClock
    from pressroom.domain.versions import is_dead, sunset_of, warnings

    now = SystemClock().now()
    said = warnings(now, dated)
    if said:
        return Check(name, "fail" if is_dead(dated, now) else "warn", found, said[0])
    ends = sunset_of(dated)
    return Check(name, "ok", f"{found}, until {ends}" if ends else found)
