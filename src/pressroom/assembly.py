"""Ports from settings: the one place that knows which part is built how."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.agents.ask import GeminiConfig, GeminiModel
from pressroom.analysis.artwork import LocalRenderer
from pressroom.clock import Clock, SystemClock
from pressroom.domain.brand import Brand
from pressroom.domain.effects import Effect
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.domain.ports import Cache, Channel, CommentSource, Limiter, Model, Rate
from pressroom.errors import SettingsError
from pressroom.ids import SortableIds
from pressroom.platforms.facebook import FacebookChannel
from pressroom.platforms.facebook_listing import FacebookListing
from pressroom.platforms.graph import GraphApi
from pressroom.platforms.http import open_client
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.instagram_listing import InstagramListing
from pressroom.platforms.media_host import FolderMediaHost
from pressroom.platforms.usage import UsageHook, UsageReading
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_listing import XListing
from pressroom.platforms.x_token_file import TokenFile
from pressroom.platforms.x_tokens import XTokens
from pressroom.settings import FacebookSettings, InstagramSettings, Settings
from pressroom.storage.cache import DiskCache
from pressroom.storage.checkpoints import CheckpointFile
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.limiter import DiskLimiter
from pressroom.storage.store import Store
from pressroom.tools.brand_file import read_brand
from pressroom.tools.ports import Ports
from pressroom.tools.publish import show_publication
from pressroom.tools.show_answer import show_answer
from pressroom.tools.web import open_web


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
    channels = await _open_channels(settings, stack, time, limiter, transport)
    return Ports(
        store=store,
        ledger=Ledger(store, ledger_policy(settings), mirror=_show),
        channels=channels,
        sources=await _open_sources(settings, stack, time, channels, transport),
        model=_open_model(settings, stack, time, limiter, cache),
        renderer=LocalRenderer(),
        limiter=limiter,
        cache=cache,
        clock=time,
        ids=SortableIds(time),
        brand=brand,
        web=web,
        media_folder=settings.media.folder,
        threads=CheckpointFile(settings.checkpoints),
        feeds=settings.feeds,
        publish_rates=publish_rates(settings),
        reply_rates=reply_rates(settings),
        hide_rates=hide_rates(settings),
        review=settings.review,
    )


async def _show(session: AsyncSession, effect: Effect, now: datetime) -> None:
    """Keep the records of posts and of comments in line with what the ledger does."""
    await show_publication(session, effect, now)
    await show_answer(session, effect, now)


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


async def _open_sources(
    settings: Settings,
    stack: AsyncExitStack,
    clock: Clock,
    channels: Mapping[Platform, Channel],
    transport: httpx.AsyncBaseTransport | None,
) -> dict[Platform, CommentSource]:
    """Where comments are read: every account that there is a channel of."""

    async def graph(
        platform: Platform,
        account: str,
        token: SecretStr,
        chosen: FacebookSettings | InstagramSettings,
    ) -> GraphApi:
        client = open_client(base_url=chosen.base_url, transport=transport)
        return GraphApi(
            platform=platform,
            account=account,
            token=token,
            app_secret=chosen.app_secret,
            version=chosen.version,
            client=await stack.enter_async_context(client),
            on_usage=None,
        )

    sources: dict[Platform, CommentSource] = {}
    facebook, instagram = settings.facebook, settings.instagram
    if facebook.page_id and facebook.page_token:
        api = await graph("facebook", facebook.page_id, facebook.page_token, facebook)
        sources["facebook"] = FacebookListing(api, clock)
    if instagram.user_id and instagram.token:
        api = await graph("instagram", instagram.user_id, instagram.token, instagram)
        sources["instagram"] = InstagramListing(api, clock)
    x = channels.get("x")
    if isinstance(x, XChannel):  # its token is renewed in one place
        sources["x"] = XListing(user_id=x.account, send=x.send, clock=clock)
    return sources


def _closing(limiter: Limiter) -> UsageHook:
    """Stops what an account does where its platform says that the allowance is used up."""

    async def close(reading: UsageReading) -> None:
        if reading.regain is None:
            return
        for kind in reading.closes:
            key = f"{reading.platform}:{reading.account}:{kind}"
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
