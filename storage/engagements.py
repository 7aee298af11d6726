"""How live posts do: when each is read next, every reading, and what there is to learn."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.insights import Insights
from pressroom.domain.platform import Platform
from pressroom.domain.tracking import PostingRecord, PostPerformance, TrackedPost, tier_of
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.once import insert_once
from pressroom.storage.post_rows import PlatformPostRow, PostRow
from pressroom.storage.schema import Base

_FIGURES = ("likes", "comments", "shares", "saves", "views", "reach", "clicks")


class EngagementRow(Base):
    """One reading of a live platform post; the primary key keeps it from being read in twice."""

    __tablename__ = "engagements"

    platform_post_id: Mapped[str] = mapped_column(
        key_column(36), sa.ForeignKey("platform_posts.id"), primary_key=True
    )
    fetched_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    platform: Mapped[str] = mapped_column(key_column(16))
    likes: Mapped[int | None] = mapped_column(sa.BigInteger)
    comments: Mapped[int | None] = mapped_column(sa.BigInteger)
    shares: Mapped[int | None] = mapped_column(sa.BigInteger)
    saves: Mapped[int | None] = mapped_column(sa.BigInteger)
    views: Mapped[int | None] = mapped_column(sa.BigInteger)
    reach: Mapped[int | None] = mapped_column(sa.BigInteger)
    clicks: Mapped[int | None] = mapped_column(sa.BigInteger)
    interactions: Mapped[int | None] = mapped_column(sa.BigInteger)
    engagement_rate: Mapped[float | None] = mapped_column(sa.Double)
    missing: Mapped[list[str]] = mapped_column(PlainJson)


class TrackingRow(Base):
    """When a live platform post is read next; no time means never again."""

    __tablename__ = "tracking"

    platform_post_id: Mapped[str] = mapped_column(
        key_column(36), sa.ForeignKey("platform_posts.id"), primary_key=True
    )
    next_fetch_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    last_fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tier: Mapped[str] = mapped_column(key_column(16))
    failures: Mapped[int] = mapped_column(sa.Integer)
    note: Mapped[str] = mapped_column(Prose)


async def start_tracking(
    session: AsyncSession, platform_post_id: str, first_fetch_at: datetime
) -> bool:
    """Whether tracking begins now; False where this platform post (our id) is tracked already."""
    row = TrackingRow(
        platform_post_id=platform_post_id,
        next_fetch_at=first_fetch_at,
        tier="fresh",
        failures=0,
        note="",
    )
    return await insert_once(session, row)


async def due_tracking(session: AsyncSession, now: datetime, limit: int = 50) -> list[TrackedPost]:
    """The live posts to read, the one that has waited longest first."""
    statement = (
        sa.select(TrackingRow, PlatformPostRow)
        .join(PlatformPostRow, PlatformPostRow.id == TrackingRow.platform_post_id)
        .where(TrackingRow.next_fetch_at <= now)
        .where(PlatformPostRow.status == "published", PlatformPostRow.platform_post_id != "")
        .order_by(TrackingRow.next_fetch_at, TrackingRow.platform_post_id)
        .limit(limit)
    )
    return [_tracked(track, post) for track, post in await session.execute(statement)]


def _tracked(track: TrackingRow, post: PlatformPostRow) -> TrackedPost:
    return TrackedPost.model_validate(
        {
            "id": post.id,
            "platform": post.platform,
            "account": post.account,
            "platform_post_id": post.platform_post_id,
            "published_at": post.published_at,
            "next_fetch_at": track.next_fetch_at,
            "tier": track.tier,
            "failures": track.failures,
        }
    )


async def record_insights(
    session: AsyncSession,
    platform_post_id: str,
    insights: Insights,
    next_fetch_at: datetime | None,
) -> bool:
    """Whether the reading is new; the same one again changes nothing.

    *platform_post_id* is our id; no *next_fetch_at* ends the tracking. An older reading is
    kept for the history and leaves the next fetch, the tier and the latest figures alone.
    """
    row = EngagementRow(
        platform_post_id=platform_post_id,
        fetched_at=insights.fetched_at,
        platform=insights.platform,
        interactions=insights.interactions,
        engagement_rate=insights.engagement_rate,
        missing=list(insights.missing),
        **{name: getattr(insights, name) for name in _FIGURES},
    )
    if not await insert_once(session, row):
        return False
    post = await session.get_one(PlatformPostRow, platform_post_id)
    age = insights.fetched_at - (post.published_at or insights.fetched_at)
    newest = sa.or_(
        TrackingRow.last_fetched_at.is_(None), TrackingRow.last_fetched_at < insights.fetched_at
    )
    statement = (
        sa.update(TrackingRow)
        .where(TrackingRow.platform_post_id == platform_post_id, newest)
        .values(
            last_fetched_at=insights.fetched_at,
            next_fetch_at=next_fetch_at,
            tier=tier_of(age),
            failures=0,
            note="",
        )
    )
    await session.execute(statement)
    return True


async def record_fetch_failure(
    session: AsyncSession,
    platform_post_id: str,
    next_fetch_at: datetime | None,
    note: str = "",
) -> int:
    """How many readings have now failed in a row; no *next_fetch_at* ends the tracking."""
    mine = TrackingRow.platform_post_id == platform_post_id
    changes = {
        "failures": TrackingRow.failures + 1,
        "next_fetch_at": next_fetch_at,
        "note": note,
    }
    await session.execute(sa.update(TrackingRow).where(mine).values(changes))
    return (await session.execute(sa.select(TrackingRow.failures).where(mine))).scalar() or 0


async def latest_insights(session: AsyncSession, platform_post_id: str) -> Insights | None:
    """The newest reading of the platform post (our id), or None."""
    return next(iter(await _readings(session, platform_post_id, limit=1)), None)


async def insights_history(
    session: AsyncSession, platform_post_id: str, limit: int = 500
) -> list[Insights]:
    """The newest *limit* readings of the platform post (our id), oldest first."""
    return (await _readings(session, platform_post_id, limit=limit))[::-1]


async def _readings(session: AsyncSession, platform_post_id: str, limit: int) -> list[Insights]:
    statement = (
        sa.select(EngagementRow, PlatformPostRow.platform_post_id)
        .join(PlatformPostRow, PlatformPostRow.id == EngagementRow.platform_post_id)
        .where(EngagementRow.platform_post_id == platform_post_id)
        .order_by(EngagementRow.fetched_at.desc())
        .limit(limit)
    )
    return [_insights(row, ref) for row, ref in await session.execute(statement)]


def _insights(row: EngagementRow, platform_ref: str) -> Insights:
    figures = {name: getattr(row, name) for name in _FIGURES}
    return Insights.model_validate(
        {
            "platform": row.platform,
            "platform_post_id": platform_ref,
            "fetched_at": row.fetched_at,
            "missing": row.missing,
            **figures,
        }
    )


async def best_posts(
    session: AsyncSession, since: datetime, limit: int = 10
) -> list[PostPerformance]:
    """What was published since then, the highest engagement rate at its latest reading first.

    Posts whose rate is not known come last, by their interactions.
    """
    rate, count = EngagementRow.engagement_rate, EngagementRow.interactions
    statement = (
        _latest(
            PlatformPostRow.id,
            PostRow.title,
            PlatformPostRow.text,
            PlatformPostRow.platform,
            rate,
            count,
            PlatformPostRow.published_at,
        )
        .join(PostRow, PostRow.id == PlatformPostRow.post_id)
        .where(PlatformPostRow.published_at >= since)
        .order_by(
            sa.case((rate.is_(None), 1), else_=0),
            rate.desc(),
            sa.func.coalesce(count, -1).desc(),
            PlatformPostRow.id,
        )
        .limit(limit)
    )
    rows = await session.execute(statement)
    return [PostPerformance.model_validate(dict(row._mapping)) for row in rows]


async def posting_history(
    session: AsyncSession, platform: Platform, since: datetime
) -> list[PostingRecord]:
    """When our posts on *platform* went live and their latest rate, oldest first.

    Posts whose rate is not known teach nothing about times and are left out.
    """
    statement = (
        _latest(PlatformPostRow.published_at, EngagementRow.engagement_rate)
        .where(PlatformPostRow.platform == platform, PlatformPostRow.published_at >= since)
        .where(EngagementRow.engagement_rate.is_not(None))
        .order_by(PlatformPostRow.published_at, PlatformPostRow.id)
    )
    rows = await session.execute(statement)
    return [PostingRecord.model_validate(dict(row._mapping)) for row in rows]


def _latest(*columns: Any) -> sa.Select[Any]:
    newest = (
        sa.select(
            EngagementRow.platform_post_id.label("id"),
            sa.func.max(EngagementRow.fetched_at, type_=UtcDateTime).label("at"),
        )
        .group_by(EngagementRow.platform_post_id)
        .subquery()
    )
    return (
        sa.select(*columns)
        .select_from(PlatformPostRow)
        .join(newest, newest.c.id == PlatformPostRow.id)
        .join(
            EngagementRow,
            sa.and_(
                EngagementRow.platform_post_id == newest.c.id,
                EngagementRow.fetched_at == newest.c.at,
            ),
        )
        .where(PlatformPostRow.status == "published")
    )
