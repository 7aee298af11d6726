"""The channels of the platforms that have credentials, from settings."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass

import httpx
from pydantic import SecretStr

from pressroom.clock import Clock
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Channel, CommentSource, Limiter
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


@dataclass(frozen=True, slots=True)
class _Common:
    """What every channel is built with."""

    stack: AsyncExitStack
    client: Callable[[str], Awaitable[httpx.AsyncClient]]
    """Opens a client of a base URL."""
    clock: Clock
    on_usage: UsageHook


async def open_channels(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    clock: Clock,
    limiter: Limiter,
    transport: httpx.AsyncBaseTransport | None = None,
) -> dict[Platform, Channel]:
    """A channel for every platform that has credentials; *stack* closes their clients."""

    async def client(base_url: str) -> httpx.AsyncClient:
        return await stack.enter_async_context(open_client(base_url=base_url, transport=transport))

    common = _Common(stack, client, clock, _closing(limiter))
    found: dict[Platform, Channel | None] = {
        "facebook": await _facebook(settings, common),
        "instagram": await _instagram(settings, common),
        "x": await _x(settings, common),
    }
    return {platform: channel for platform, channel in found.items() if channel is not None}


async def _facebook(settings: Settings, common: _Common) -> Channel | None:
    facebook = settings.facebook
    if not facebook.page_id or not facebook.page_token:
        return None
    return FacebookChannel(
        page_id=facebook.page_id,
        page_token=facebook.page_token,
        app_secret=facebook.app_secret,
        version=facebook.version,
        mode=facebook.publish_mode,
        client=await common.client(facebook.base_url),
        clock=common.clock,
        on_usage=common.on_usage,
    )


async def _instagram(settings: Settings, common: _Common) -> Channel | None:
    instagram = settings.instagram
    if not instagram.user_id or not instagram.token:
        return None
    return InstagramChannel(
        ig_user_id=instagram.user_id,
        token=instagram.token,
        app_secret=instagram.app_secret,
        version=instagram.version,
        media_host=FolderMediaHost(settings.media.folder, settings.media.public_base_url),
        client=await common.client(instagram.base_url),
        clock=common.clock,
        on_usage=common.on_usage,
    )


async def _x(settings: Settings, common: _Common) -> Channel | None:
    twitter = settings.twitter
    if not twitter.user_id or not twitter.access_token:
        return None
    configured = XTokens(access=twitter.access_token, refresh=twitter.refresh_token)
    kept = TokenFile(settings.home / "twitter-tokens.json", configured)
    channel = XChannel(
        user_id=twitter.user_id,
        tokens=kept.latest(),
        keep_tokens=kept.keep,
        latest_tokens=kept.latest,
        alone=kept.alone,
        client_id=twitter.client_id or "",
        client=await common.client(twitter.base_url),
        clock=common.clock,
        on_usage=common.on_usage,
    )
    common.stack.push_async_callback(channel.aclose)
    return channel


def _closing(limiter: Limiter) -> UsageHook:
    """Stops what an account does where its platform says that the allowance is used up."""

    async def close(reading: UsageReading) -> None:
        if reading.regain is None:
            return
        for kind in reading.closes:
            key = f"{reading.platform}:{reading.account}:{kind}"
            await limiter.close_until(key, reading.regain)

    return close


async def open_sources(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    clock: Clock,
    channels: Mapping[Platform, Channel],
    transport: httpx.AsyncBaseTransport | None = None,
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
