"""How a live post does: read from the platform, kept, and said plainly where it is not known."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pressroom.domain.insights import Insights
from pressroom.domain.post import PlatformPost
from pressroom.domain.tracking import INTERVALS, tier_of
from pressroom.errors import ChannelRefused, ChannelUnavailable, InputError
from pressroom.storage.engagements import (
    due_tracking,
    latest_insights,
    record_fetch_failure,
    record_insights,
)
from pressroom.storage.posts import get_platform_post
from pressroom.tools.ports import Ports

_FAILURE_PAUSE = timedelta(minutes=15)


class InsightsInput(BaseModel):
    """Which post to read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform_post_id: str = Field(description="Our id of the platform post, from `publish`.")
    max_age_seconds: int = Field(
        default=300, ge=0, description="A reading this fresh is given again without asking."
    )


class InsightsResult(BaseModel):
    """A reading, or why there is none."""

    model_config = ConfigDict(frozen=True)

    platform_post_id: str
    insights: Insights | None = None
    source: Literal["platform", "store", "none"] = "none"
    """`store` is an earlier reading: still fresh enough, or all there is now."""
    note: str = ""


async def fetch_insights(request: InsightsInput, ports: Ports) -> InsightsResult:
    """Read likes, comments, shares, saves, views and reach of one of our live posts.

    A figure that the platform does not give is `None`, never 0. When the platform cannot
    be read now, the last reading is returned with a note.

    Raises:
        InputError: There is no such post.
        SettingsError: Its account is no longer set up.
    """
    async with ports.store.read() as session:
        post = await get_platform_post(session, request.platform_post_id)
        last = await latest_insights(session, request.platform_post_id)
        now = await ports.store.now(session)
    if post is None:
        raise InputError(
            f"there is no platform post {request.platform_post_id!r}.",
            field="platform_post_id",
            fix="List them with: pressroom posts list",
        )
    if not post.platform_post_id:
        return InsightsResult(
            platform_post_id=post.id, note=f"It is not live: its status is {post.status}."
        )
    if last and now - last.fetched_at <= timedelta(seconds=request.max_age_seconds):
        return InsightsResult(platform_post_id=post.id, insights=last, source="store")
    return await _read(post, last, now, ports)


async def _read(
    post: PlatformPost, last: Insights | None, now: datetime, ports: Ports
) -> InsightsResult:
    try:
        reading = await ports.channel(post.platform).insights(post.platform_post_id)
    except (ChannelUnavailable, ChannelRefused) as err:
        async with ports.store.write() as session:
            await record_fetch_failure(
                session, post.id, note=str(err), next_fetch_at=now + _FAILURE_PAUSE
            )
        return InsightsResult(
            platform_post_id=post.id,
            insights=last,
            source="store" if last else "none",
            note=str(err),
        )
    age = now - (post.published_at or now)
    async with ports.store.write() as session:
        await record_insights(session, post.id, reading, next_fetch_at=now + pause_after(age))
    return InsightsResult(platform_post_id=post.id, insights=reading, source="platform")


def pause_after(age: timedelta) -> timedelta:
    """How long until a post of this age is read again."""
    return INTERVALS[tier_of(age)]


async def track_due(ports: Ports, *, limit: int = 50) -> list[InsightsResult]:
    """Read every tracked post whose time has come, at most *limit* of them."""
    async with ports.store.read() as session:
        due = await due_tracking(session, await ports.store.now(session), limit)
    results = []
    for tracked in due:
        if tracked.platform in ports.channels:
            request = InsightsInput(platform_post_id=tracked.id, max_age_seconds=0)
            results.append(await fetch_insights(request, ports))
    return results
