"""The doctor's checks: each looks at one thing and says what it found and what to do."""

import os
import platform
import shutil
import stat
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from pressroom.cli.console import Options
from pressroom.cli.desk import load_settings, settings_file
from pressroom.errors import PressroomError

if TYPE_CHECKING:
    from pressroom.settings import Settings

HERE = ("127.0.0.1", "localhost", "::1")
_LOW_SPACE = 200_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    status: Literal["ok", "warn", "fail"]
    found: str
    fix: str = ""


async def examine(options: Options, *, network: bool, tell: Callable[[Check], None]) -> list[Check]:
    """All checks, each told as soon as it is done."""
    done: list[Check] = []
    async for check in _all(options, network=network):
        tell(check)
        done.append(check)
    return done


async def _all(options: Options, *, network: bool) -> AsyncIterator[Check]:
    from pressroom.cli.platform_checks import check_gemini, check_instagram_media, check_platforms

    for check in (*_machine(), _tracing()):
        yield check
    file = settings_file(options)
    try:
        settings = load_settings(options)
    except PressroomError as err:
        yield Check("settings", "fail", err.message, err.fix)
        return
    for check in (*_settings(settings, file), *_folders(settings), _fonts()):
        yield check
    yield await _database(settings)
    yield check_gemini(settings)
    async for check in check_platforms(settings, network=network):
        yield check
    yield check_instagram_media(settings)


def _machine() -> Iterator[Check]:
    found = f"{platform.python_version()} at {sys.executable}"
    good = sys.version_info >= (3, 11)
    yield Check("python", "ok" if good else "fail", found, "" if good else "Use 3.11 or newer.")
    names = ("pressroom", "langgraph", "langchain-google-genai", "sqlalchemy", "pydantic")
    yield Check("packages", "ok", ", ".join(f"{name} {_version(name)}" for name in names))
    for extra, module, what in (
        ("images", "PIL", "pictures are drawn"),
        ("server", "starlette", "the simulator and the picture server run"),
    ):
        if find_spec(module) is None:
            fix = f"Install it: pip install 'pressroom[{extra}]'"
            yield Check(f"extra {extra}", "warn", f"not installed; with it, {what}.", fix)
        else:
            yield Check(f"extra {extra}", "ok", f"installed: {what}.")


def _version(name: str) -> str:
    from pressroom import __version__

    if name == "pressroom":  # run from a clone it is not installed
        return __version__
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _tracing() -> Check:
    on = [
        name
        for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")
        if os.environ.get(name, "").lower() in ("true", "1")
    ]
    if not on:
        return Check("tracing", "ok", "off: nothing about prompts leaves this machine.")
    found = f"on ({on[0]}): LangSmith gets every prompt and answer."
    return Check("tracing", "warn", found, f"Unset {on[0]} if that is not meant.")


def _settings(settings: "Settings", file: Path | None) -> Iterator[Check]:
    where = str(file) if file else "no settings file; defaults and variables"
    fix = "" if file else "Write one with: pressroom init"
    status: Literal["ok", "warn"] = "ok" if file else "warn"
    yield Check("settings", status, f"{where} (profile {settings.profile})", fix)
    for holder in [file, file.parent / ".env"] if file and not _is_simulated(settings) else []:
        if holder.is_file() and _is_open_secret(holder):
            fix = f"Run: chmod 600 {holder}"
            yield Check("secrets", "warn", f"others on this machine can read {holder}.", fix)
    yield _brand(settings)


def _is_simulated(settings: "Settings") -> bool:
    """Whether every platform that is set up is this machine's own simulator: no secrets there."""
    parts = (settings.facebook, settings.instagram, settings.twitter)
    hosts = {urlsplit(part.base_url).hostname for part in parts if part.enabled}
    return bool(hosts) and hosts <= set(HERE)


def _is_open_secret(file: Path) -> bool:
    if os.name == "nt" or not file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return False
    words = ("token", "secret", "key")
    return any(
        name.strip().lower().endswith(words) and value.strip().strip("\"'")
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
        if not line.lstrip().startswith("#")
        for name, _, value in [line.partition("=")]
    )


def _brand(settings: "Settings") -> Check:
    from pressroom.cli.desk import read_brand

    file = settings.brand_file
    if not file.is_file():
        return Check("brand", "fail", f"{file} is not there.", "Write one with: pressroom init")
    try:
        brand = read_brand(settings)
    except PressroomError as err:
        return Check("brand", "fail", err.message, err.fix)
    return Check("brand", "ok", f"{brand.name} ({brand.language}, {brand.timezone}) in {file}")


def _folders(settings: "Settings") -> Iterator[Check]:
    folders = {
        "home": settings.home,
        "media.folder": settings.media.folder,
        "cache.folder": settings.cache.folder,
        "checkpoints": settings.checkpoints.parent,
    }
    for name, folder in folders.items():
        nearest = next((p for p in (folder, *folder.absolute().parents) if p.exists()), Path("/"))
        if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
            found = f"{folder} cannot be written."
            yield Check(name, "fail", found, f"Make it writable, or set {name} to another one.")
            continue
        free = shutil.disk_usage(nearest).free
        size = f"{free / 1e9:.1f} GB free"
        low = free < _LOW_SPACE
        yield Check(name, "warn" if low else "ok", f"{folder}, {size}", "Make room." if low else "")


def _fonts() -> Check:
    names = ("fontpkg_be_vietnam_pro", "fontpkg_noto_sans")
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        fix = "Install them: pip install 'pressroom[images]'"
        return Check("fonts", "warn", f"missing: {', '.join(missing)}", fix)
    return Check("fonts", "ok", "Be Vietnam Pro and Noto Sans")


async def _database(settings: "Settings") -> Check:
    from sqlalchemy.exc import SQLAlchemyError

    from pressroom.cli.failures import explain
    from pressroom.cli.schema import read_schema

    try:
        state = await read_schema(settings)
    except (PressroomError, SQLAlchemyError, OSError) as err:
        return Check("database", "fail", explain(err).line)
    if state.is_older_copy:
        fix = "Run: pressroom db restored"
        return Check("database", "fail", f"{state.address} was restored from an older copy.", fix)
    if state.current == state.needed:
        return Check("database", "ok", f"{state.address} at revision {state.current}")
    # A SQLite file of our own is made and raised by the first command that needs it.
    if state.address.startswith("sqlite") and not state.current:
        return Check("database", "ok", f"{state.address}: made by the first command that needs it")
    where = f"at revision {state.current}" if state.current else "without a schema yet"
    fix = f"It needs {state.needed}; run: pressroom db upgrade"
    return Check("database", "fail", f"{state.address} is {where}.", fix)
