"""Posts and their versions per platform: saving, reading, revising, and what became of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.domain.post import PlatformPost, PlatformPostStatus, Post, PostStatus, roll_up
from pressroom.errors import InputError
from pressroom.storage.campaigns import ensure_campaign
from pressroom.storage.media import link_rows, save_media
from pressroom.storage.once import insert_once
from pressroom.storage.post_rows import PlatformPostRow, PostRow, post_row

T = TypeVar("T")

_GONE_OUT: frozenset[str] = frozenset({"publishing", "unknown", "published"})
"""Statuses in which the text is live or may be: it can no longer be changed or moved."""


async def save_post(session: AsyncSession, post: Post) -> None:
    """Record *post* with its versions; saving the same id again changes nothing."""
    if await session.get(PostRow, post.id) is not None:
        return
    campaign_id = await ensure_campaign(session, post.campaign) if post.campaign else None
    await save_media(session, [file for version in post.platform_posts for file in version.media])
    await insert_once(session, post_row(post, campaign_id))


async def get_post(session: AsyncSession, post_id: str) -> Post | None:
    """The post with its versions, or None."""
    row = await session.get(PostRow, post_id, populate_existing=True)
    return row.to_post() if row else None


async def list_posts(
    session: AsyncSession, *, status: PostStatus | None = None, limit: int = 50
) -> list[Post]:
    """Posts, newest first."""
    statement = sa.select(PostRow).order_by(PostRow.created_at.desc(), PostRow.id.desc())
    if status is not None:
        statement = statement.where(PostRow.status == status)
    return [row.to_post() for row in await _rows(session, statement.limit(limit))]


async def get_platform_post(session: AsyncSession, own_id: str) -> PlatformPost | None:
    """The version by our own id of it, or None."""
    row = await session.get(PlatformPostRow, own_id, populate_existing=True)
    return row.to_platform_post() if row else None


async def list_platform_posts(
    session: AsyncSession,
    *,
    status: PlatformPostStatus | None = None,
    platform: Platform | None = None,
    limit: int = 50,
) -> list[PlatformPost]:
    """Versions, those of the newest post first."""
    statement = (
        sa.select(PlatformPostRow)
        .join(PostRow, PostRow.id == PlatformPostRow.post_id)
        .order_by(PostRow.created_at.desc(), PostRow.id.desc(), PlatformPostRow.position)
    )
    if status is not None:
        statement = statement.where(PlatformPostRow.status == status)
    if platform is not None:
        statement = statement.where(PlatformPostRow.platform == platform)
    return [row.to_platform_post() for row in await _rows(session, statement.limit(limit))]


async def live_posts(session: AsyncSession, since: datetime) -> list[PlatformPost]:
    """Versions that went live since then and are live as far as we know, the newest first."""
    statement = (
        sa.select(PlatformPostRow)
        .where(
            PlatformPostRow.status == "published",
            PlatformPostRow.published_at >= since,
            PlatformPostRow.platform_post_id != "",
        )
        .order_by(PlatformPostRow.published_at.desc(), PlatformPostRow.id)
    )
    return [row.to_platform_post() for row in await _rows(session, statement)]


async def revise_platform_post(
    session: AsyncSession,
    own_id: str,
    *,
    text: str,
    link: str | None = None,
    hashtags: Sequence[str] | None = None,
    media: Sequence[MediaFile] | None = None,
) -> PlatformPost:
    """The version with its new content and the next revision; None leaves a part as it is.

    Content that is what it was already raises no revision, so that doing it twice is one.

    Raises:
        InputError: There is no such version, or it is live or may be.
    """
    _, row = await _locked(session, own_id)
    before = row.to_platform_post()
    _refuse_gone_out(before, "revised")
    after = before.model_copy(
        update={
            "text": text,
            "link": before.link if link is None else link,
            "hashtags": before.hashtags if hashtags is None else tuple(hashtags),
            "media": before.media if media is None else tuple(media),
        }
    )
    if after == before:
        return before
    row.revision += 1
    await _put_content(session, row, after)
    return after.model_copy(update={"revision": row.revision})


async def schedule_platform_post(
    session: AsyncSession,
    own_id: str,
    publish_at: datetime,
    *,
    note: str = "",
    content: PlatformPost | None = None,
) -> PlatformPost:
    """The version, to go live at *publish_at*; *note* tells a person what it waits for.

    *content* is the version as it is planned: where what was saved says or shows something
    else, it gives way, under the revision it has. Nobody has answered for it.

    Raises:
        InputError: There is no such version, or it is live or may be.
    """
    post, row = await _locked(session, own_id)
    _refuse_gone_out(row.to_platform_post(), "scheduled")
    if content is not None:
        await _put_content(session, row, content)
    row.status, row.publish_at, row.note = "scheduled", publish_at, note
    return await _rolled_up(session, post, row)


async def _put_content(session: AsyncSession, row: PlatformPostRow, wanted: PlatformPost) -> None:
    """Let *row* say and show what *wanted* does; the rest of it stays."""
    row.text, row.link, row.hashtags = wanted.text, wanted.link, list(wanted.hashtags)
    if wanted.media != row.to_platform_post().media:
        row.media.clear()
        await session.flush()
        await save_media(session, wanted.media)
        row.media.extend(link_rows(wanted.media))
        await session.flush()
        for link in row.media:  # the row is read again in this transaction, pictures and all
            await session.refresh(link, ["media"])
    await session.flush()


async def record_outcome(
    session: AsyncSession,
    own_id: str,
    *,
    status: PlatformPostStatus,
    platform_post_id: str = "",
    permalink: str = "",
    published_at: datetime | None = None,
    note: str = "",
) -> PlatformPost:
    """The version as it stands after what is reported, its post's status brought up to date.

    *own_id* is our id of the version, *platform_post_id* the platform's of what is live.

    What is published stays published: a later report can only fill in what is not known yet.

    Raises:
        InputError: There is no such version.
    """
    post, row = await _locked(session, own_id)
    if row.status == "published" and status != "published":
        return row.to_platform_post()
    row.platform_post_id = row.platform_post_id or platform_post_id
    row.permalink = row.permalink or permalink
    row.published_at = row.published_at or published_at
    row.status, row.note = status, note
    return await _rolled_up(session, post, row)


async def _locked(session: AsyncSession, own_id: str) -> tuple[PostRow, PlatformPostRow]:
    # The post is locked first and by everyone: two versions that settle at once would
    # otherwise each roll up the other's old status.
    find = sa.select(PlatformPostRow.post_id).where(PlatformPostRow.id == own_id)
    post_id = (await session.execute(find)).scalar_one_or_none()
    if post_id is None:
        raise InputError(
            f"no platform post has the id {own_id!r}.",
            field="platform_post",
            fix="List them with: pressroom posts list",
        )
    post = await session.get_one(PostRow, post_id, with_for_update=True, populate_existing=True)
    return post, next(row for row in post.platform_posts if row.id == own_id)


def _refuse_gone_out(version: PlatformPost, verb: str) -> None:
    if version.status in _GONE_OUT:
        raise InputError(
            f"platform post {version.id} is {version.status} and can no longer be {verb}.",
            field="platform_post",
            fix="Make a new post instead.",
        )


async def _rolled_up(session: AsyncSession, post: PostRow, row: PlatformPostRow) -> PlatformPost:
    version = row.to_platform_post()
    others = [other.status for other in post.platform_posts if other is not row]
    post.status = roll_up([version.status, *cast("list[PlatformPostStatus]", others)])
    await session.flush()
    return version


async def _rows(session: AsyncSession, statement: sa.Select[T]) -> Sequence[T]:
    fresh = statement.execution_options(populate_existing=True)
    return (await session.execute(fresh)).scalars().all()
