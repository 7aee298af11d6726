"""Ports from settings: the one place that knows which part is built how."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx

from pressroom.agents.ask import GeminiConfig, GeminiModel
from pressroom.analysis.artwork import LocalRenderer
from pressroom.clock import Clock, SystemClock
from pressroom.domain.brand import Brand
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Cache, Channel, Limiter, Model, Rate
from pressroom.errors import SettingsError
from pressroom.ids import SortableIds
from pressroom.platforms.facebook import FacebookChannel
from pressroom.platforms.http import open_client
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.media_host import FolderMediaHost
from pressroom.platforms.usage import UsageHook, UsageReading
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_token_file import TokenFile
from pressroom.platforms.x_tokens import XTokens
from pressroom.settings import Settings
from pressroom.storage.cache import DiskCache
from pressroom.storage.high_water import HighWater
from pressroom.storage.history import History
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.limiter import DiskLimiter
from pressroom.storage.store import Store
from pressroom.tools.brand_file import read_brand
from pressroom.tools.ports import Ports
from pressroom.tools.publish import show_publication
from pressroom.tools.web import open_web

_PUBLISH = "publish"


async def assemble(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    clock: Clock | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Ports:
    """Everything a run works with, opened; *stack* closes it.

    With *clock* the database's clock is replaced as well as the machine's.

    Raises:
        SettingsError: A folder cannot be made, or a setting cannot work.
    """
    time = clock or SystemClock()
    brand = _brand(settings)  # read first: what is wrong with it must leave nothing behind
    for folder in (settings.home, settings.checkpoints.parent, settings.media.folder):
        _make_folder(folder)
    store = await stack.enter_async_context(Store(settings.database_url, clock=clock))
    limiter = DiskLimiter(settings.cache.folder / "limits", time)
    stack.push_async_callback(limiter.close)
    cache = DiskCache(settings.cache.folder / "answers", clock=time)
    stack.push_async_callback(cache.close)
    web = await stack.enter_async_context(open_web())
    return Ports(
        store=store,
        ledger=Ledger(
            store,
            ledger_policy(settings),
            mirror=show_publication,
            history=history_of(settings, store),
        ),
        channels=await _open_channels(settings, stack, time, limiter, transport),
        model=_open_model(settings, stack, time, limiter, cache),
        renderer=LocalRenderer(),
        limiter=limiter,
        cache=cache,
        clock=time,
        ids=SortableIds(time),
        brand=brand,
        web=web,
        media_folder=settings.media.folder,
        feeds=settings.feeds,
        publish_rates=publish_rates(settings),
        review=settings.review,
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


async def _open_channels(
    settings: Settings,
    stack: AsyncExitStack,
    clock: Clock,
    limiter: Limiter,
    transport: httpx.AsyncBaseTransport | None,
) -> dict[Platform, Channel]:
    """A channel for every platform that has credentials."""

    async def client(base_url: str) -> httpx.AsyncClient:
        return await stack.enter_async_context(open_client(base_url=base_url, transport=transport))

    hook = _closing(limiter)
    channels: dict[Platform, Channel] = {}
    facebook, instagram, twitter = settings.facebook, settings.instagram, settings.twitter
    if facebook.page_id and facebook.page_token:
        channels["facebook"] = FacebookChannel(
            page_id=facebook.page_id,
            page_token=facebook.page_token,
            app_secret=facebook.app_secret,
            version=facebook.version,
            mode=facebook.publish_mode,
            client=await client(facebook.base_url),
            clock=clock,
            on_usage=hook,
        )
    if instagram.user_id and instagram.token:
        channels["instagram"] = InstagramChannel(
            ig_user_id=instagram.user_id,
            token=instagram.token,
            app_secret=instagram.app_secret,
            version=instagram.version,
            media_host=FolderMediaHost(settings.media.folder, settings.media.public_base_url),
            client=await client(instagram.base_url),
            clock=clock,
            on_usage=hook,
        )
    if twitter.user_id and twitter.access_token:
        configured = XTokens(access=twitter.access_token, refresh=twitter.refresh_token)
        kept = TokenFile(settings.home / "twitter-tokens.json", configured)
        channels["x"] = XChannel(
            user_id=twitter.user_id,
            tokens=kept.latest(),
            keep_tokens=kept.keep,
            latest_tokens=kept.latest,
            alone=kept.alone,
            client_id=twitter.client_id or "",
            client=await client(twitter.base_url),
            clock=clock,
            on_usage=hook,
        )
    return channels


def _closing(limiter: Limiter) -> UsageHook:
    """Stops publishing on an account whose platform says that its allowance is used up."""

    async def close(reading: UsageReading) -> None:
        if reading.closes_publishing and reading.regain:
            key = f"{reading.platform}:{reading.account}:{_PUBLISH}"
            await limiter.close_until(key, reading.regain)

    return close


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


def _brand(settings: Settings) -> Brand:
    if not settings.brand_file.exists():
        raise SettingsError(
            f"there is no brand file at {settings.brand_file}.",
            field="brand_file",
            fix="Write one with: pressroom init",
        )
    return read_brand(settings.brand_file)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise SettingsError(
            f"the folder {folder} cannot be made: {err.strerror}.",
            field="home",
            fix="Choose another one with `home` in the settings file.",
        ) from err
