"""Where commands meet the open `Pressroom`: settings found, room opened, briefs read."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pressroom.cli.called import program
from pressroom.cli.console import Options

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.domain.brand import Brand
    from pressroom.domain.brief import Brief, LeftOut
    from pressroom.domain.effects import Effect
    from pressroom.domain.platform import Platform
    from pressroom.domain.ports import Channel
    from pressroom.settings import Settings

T = TypeVar("T")

USUAL_FILE = Path("pressroom.toml")


def settings_file(options: Options) -> Path | None:
    """The settings file in use: the one named, else `pressroom.toml` here, else none."""
    if options.settings is not None:
        return options.settings
    if named := os.environ.get("PRESSROOM_SETTINGS"):
        return Path(named)
    return USUAL_FILE if USUAL_FILE.is_file() else None


def overrides(*, offline: bool) -> dict[str, Any]:
    """The explicit settings that an option of the command stands for."""
    return {"gemini": {"enabled": False}} if offline else {}


def load_settings(options: Options, **explicit: Any) -> "Settings":
    """The settings of this call."""
    from pressroom.settings import Settings

    return Settings.load(settings_file(options), os.environ, **explicit)


@asynccontextmanager
async def open_room(
    options: Options,
    *,
    settings: "Settings | None" = None,
    offline: bool = False,
    reading: bool = False,
) -> AsyncIterator["Pressroom"]:
    """The open pressroom of *settings*, or of the settings of this call.

    Commands that only look say *reading*: they work without a brand file.
    """
    from pressroom.app import Pressroom

    chosen = settings or load_settings(options, **overrides(offline=offline))
    async with Pressroom.open(chosen, reading=reading) as room:
        yield room


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """The result of *work*, with what the library warns of on the way."""
    from pressroom.cli.logs import warnings_told

    with warnings_told():
        return asyncio.run(work)


def settings_hint(options: Options) -> str:
    """The `--settings` part of a command that is printed for the person to type."""
    return f" --settings {options.settings}" if options.settings else ""


def command(options: Options, arguments: str) -> str:
    """A command for the person to type next, as it works from here."""
    return f"{program()} {arguments}{settings_hint(options)}"


def read_brand(settings: "Settings") -> "Brand":
    """The brand in the settings' brand file.

    Raises:
        SettingsError: The file is not there or something in it is wrong.
    """
    from pressroom.tools.brand_file import read_brand

    return read_brand(settings.brand_file)


@asynccontextmanager
async def open_channels(settings: "Settings") -> "AsyncIterator[Mapping[Platform, Channel]]":
    """The channels of all platforms that are set up; no folder is made, no database opened."""
    from contextlib import AsyncExitStack

    from pressroom import channels
    from pressroom.clock import SystemClock
    from pressroom.storage.limiter import DiskLimiter

    clock = SystemClock()
    limiter = DiskLimiter(settings.cache.folder / "limits", clock)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(limiter.close)
        yield await channels.open_channels(settings, stack, clock=clock, limiter=limiter)


async def find_effect(room: "Pressroom", key: str) -> "Effect":
    """The effect as it stands.

    Raises:
        InputError: There is none under *key*.
    """
    from pressroom.errors import InputError

    effect = await room.ports.ledger.get(key)
    if effect is None:
        fix = "List them with: pressroom effects list"
        raise InputError(f"there is no effect {key!r}.", field="key", fix=fix)
    return effect


def read_input(
    source: str, room: "Pressroom", *, leave_out: "Callable[[LeftOut], None] | None" = None
) -> "list[Brief]":
    """The briefs in the file that *source* names, or on standard input for `-`.

    *leave_out* is told of each entry that makes none.

    Raises:
        BriefError: It cannot be read, or something in it is wrong.
    """
    from pressroom.tools.briefs import read_briefs

    is_stdin = source == "-"
    written = sys.stdin.buffer.read().decode("utf-8", "surrogateescape") if is_stdin else None
    return read_briefs(
        "-" if is_stdin else Path(source),
        now=room.ports.clock.now(),
        stdin_text=written,
        platforms=tuple(room.ports.channels) or None,
        timezone=room.ports.brand.timezone,
        leave_out=leave_out or (lambda _entry: None),
    )
