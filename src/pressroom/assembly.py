"""Ports from settings: the one place that knows which part is built how."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx

from pressroom.agents.ask import GeminiConfig, GeminiModel
from pressroom.analysis.artwork import LocalRenderer
from pressroom.channels import open_channels, open_sources
from pressroom.clock import Clock, SystemClock
from pressroom.domain.brand import Brand
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.domain.ports import Cache, Limiter, Model, Rate
from pressroom.errors import SettingsError
from pressroom.ids import SortableIds
from pressroom.settings import Settings
from pressroom.storage.cache import DiskCache
from pressroom.storage.checkpoints import CheckpointFile
from pressroom.storage.high_water import HighWater
from pressroom.storage.history import History
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.limiter import DiskLimiter
from pressroom.storage.store import Store
from pressroom.tools.brand_file import read_brand
from pressroom.tools.ports import Ports
from pressroom.tools.show_effect import show_effect
from pressroom.tools.web import open_web


async def assemble(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    clock: Clock | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    reading: bool = False,
) -> Ports:
    """Everything a run works with, opened; *stack* closes it.

    With *clock* the database's clock is replaced as well as the machine's. For *reading* no
    brand is needed.

    Raises:
        SettingsError: A folder cannot be made, or a setting cannot work.
    """
    time = clock or SystemClock()
    brand = _brand(settings)  # read first: what is wrong with it must leave nothing behind
    if isinstance(brand, SettingsError) and not reading:
        raise brand
    for folder in (settings.home, settings.checkpoints.parent, settings.media.folder):
        _make_folder(folder)
    store = await stack.enter_async_context(Store(settings.database_url, clock=clock))
    limiter = DiskLimiter(settings.cache.folder / "limits", time)
    stack.push_async_callback(limiter.close)
    cache = DiskCache(settings.cache.folder / "answers", clock=time)
    stack.push_async_callback(cache.close)
    web = await stack.enter_async_context(open_web())
    channels = await open_channels(
        settings, stack, clock=time, limiter=limiter, transport=transport
    )
    return Ports(
        store=store,
        ledger=_ledger_of(settings, store),
        channels=channels,
        sources=await open_sources(
            settings, stack, clock=time, channels=channels, transport=transport
        ),
        model=_open_model(settings, stack, time, limiter, cache),
        renderer=LocalRenderer(),
        limiter=limiter,
        cache=cache,
        clock=time,
        ids=SortableIds(time),
        brand_or_why=brand,
        web=web,
        media_folder=settings.media.folder,
        threads=CheckpointFile(settings.checkpoints),
        feeds=settings.feeds,
        publish_rates=publish_rates(settings),
        reply_rates=reply_rates(settings),
        hide_rates=hide_rates(settings),
        keep=timedelta(days=settings.listening.keep_days),
        review=settings.review,
    )


def _ledger_of(settings: Settings, store: Store) -> Ledger:
    return Ledger(
        store,
        ledger_policy(settings),
        mirror=show_effect,
        history=history_of(settings, store),
    )


def history_of(settings: Settings, store: Store) -> History:
    """The store's history, beside what this machine has seen of it."""
    return History(store, HighWater(settings.home / "high-water.db"))


def ledger_policy(settings: Settings) -> LedgerPolicy:
    """The ledger's times and counts."""
    chosen = settings.ledger
    return LedgerPolicy(
        lease=timedelta(seconds=chosen.lease_seconds),
        call_deadline=timedelta(seconds=chosen.call_deadline_seconds),
        settle_window=timedelta(seconds=chosen.settle_window_seconds),
        absent_reads=chosen.absent_reads,
        absent_gap=timedelta(seconds=chosen.absent_gap_seconds),
        late_grace=timedelta(hours=chosen.late_grace_hours),
        max_attempts=chosen.max_attempts,
    )


def publish_rates(settings: Settings) -> dict[Platform, tuple[Rate, ...]]:
    """How many posts each account publishes in a window, at most."""
    limits = settings.limits
    return {
        "facebook": (Rate(limits.facebook_posts_per_hour, timedelta(hours=1)),),
        "instagram": (Rate(limits.instagram_posts_per_day, timedelta(days=1)),),
        "x": (Rate(limits.x_posts_per_15_minutes, timedelta(minutes=15)),),
    }


def reply_rates(settings: Settings) -> dict[Platform, tuple[Rate, ...]]:
    """How many comments each account answers in an hour, at most."""
    limits = settings.limits
    return {
        "facebook": (Rate(limits.facebook_replies_per_hour, timedelta(hours=1)),),
        "instagram": (Rate(limits.instagram_replies_per_hour, timedelta(hours=1)),),
        "x": (Rate(limits.x_replies_per_hour, timedelta(hours=1)),),
    }


def hide_rates(settings: Settings) -> dict[Platform, tuple[Rate, ...]]:
    """How many comments each account hides in an hour, at most."""
    rate = Rate(settings.limits.hides_per_hour, timedelta(hours=1))
    return dict.fromkeys(PLATFORMS, (rate,))


def _open_model(
    settings: Settings, stack: AsyncExitStack, clock: Clock, limiter: Limiter, cache: Cache
) -> Model | None:
    gemini = settings.gemini
    if not gemini.is_on or gemini.api_key is None:
        return None
    config = GeminiConfig(
        api_key=gemini.api_key,
        model=gemini.model,
        timeout=timedelta(seconds=gemini.timeout_seconds),
        max_attempts=gemini.max_attempts,
        requests_per_minute=gemini.requests_per_minute,
        cache_ttl=timedelta(hours=settings.cache.gemini_ttl_hours),
    )
    if gemini.base_url:
        config = replace(config, base_url=gemini.base_url)
    model = GeminiModel(config, clock=clock, limiter=limiter, cache=cache)
    stack.push_async_callback(model.aclose)
    return model


def _brand(settings: Settings) -> Brand | SettingsError:
    if not settings.brand_file.exists():
        return SettingsError(
            f"there is no brand file at {settings.brand_file}.",
            field="brand_file",
            fix="Write one with: pressroom init",
        )
    try:
        return read_brand(settings.brand_file)
    except SettingsError as err:
        return err


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise SettingsError(
            f"the folder {folder} cannot be made: {err.strerror}.",
            field="home",
            fix="Choose another one with `home` in the settings file.",
        ) from err
