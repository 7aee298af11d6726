"""Comments on record: looking them up, and handing out those that wait to be decided."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.comment_state import CommentState
from pressroom.domain.platform import Platform
from pressroom.storage.comment_rows import (
    COMMENTS,
    comment_of,
    select_comments,
    select_states,
    state_of,
)
from pressroom.storage.dialects import session_now, skip_locked
from pressroom.storage.refs import among, chunks


async def load_states(
    session: AsyncSession, refs: Iterable[CommentRef], *, lock: bool = False
) -> dict[CommentRef, CommentState]:
    """All that is known of those of *refs* that are on record, of removed ones too."""
    found: dict[CommentRef, CommentState] = {}
    for platform, ids in chunks(refs):
        statement = (
            select_states().where(among(COMMENTS, platform, ids)).order_by(COMMENTS.c.comment_id)
        )
        if lock:
            statement = statement.with_for_update()
        for row in (await session.execute(statement)).mappings():
            found[CommentRef(platform, row["comment_id"])] = state_of(row)
    return found


async def get_comments(
    session: AsyncSession, refs: Iterable[CommentRef]
) -> dict[CommentRef, Comment]:
    """Those of *refs* that are on record, still there and known by their text."""
    found: dict[CommentRef, Comment] = {}
    for platform, ids in chunks(refs):
        statement = select_comments().where(among(COMMENTS, platform, ids))
        for row in (await session.execute(statement)).mappings():
            found[CommentRef(platform, row["comment_id"])] = comment_of(row)
    return found


async def get_comment(session: AsyncSession, ref: CommentRef) -> Comment | None:
    """The comment, or None where it is not on record, gone, or not known by its text yet."""
    return (await get_comments(session, [ref])).get(ref)


async def is_removed(session: AsyncSession, ref: CommentRef) -> bool:
    """Whether the comment is known to be gone: nothing may be sent to it any more."""
    statement = sa.select(COMMENTS.c.removed_at).where(
        among(COMMENTS, ref.platform, [ref.comment_id])
    )
    return (await session.execute(statement)).scalar_one_or_none() is not None


async def recent_comments(
    session: AsyncSession, since: datetime, limit: int = 500
) -> list[Comment]:
    """Comments written since then, newest first; ours are left out."""
    statement = (
        select_comments()
        .where(COMMENTS.c.created_time >= since, COMMENTS.c.is_ours.is_(sa.false()))
        .order_by(COMMENTS.c.created_time.desc(), COMMENTS.c.comment_id)
        .limit(limit)
    )
    return [comment_of(row) for row in (await session.execute(statement)).mappings()]


async def comments_under(
    session: AsyncSession, platform: Platform, platform_post_id: str, limit: int = 10_000
) -> list[Comment]:
    """The comments under one post, ours too, oldest first."""
    statement = (
        select_comments()
        .where(COMMENTS.c.platform == platform, COMMENTS.c.platform_post_id == platform_post_id)
        .order_by(COMMENTS.c.created_time, COMMENTS.c.comment_id)
        .limit(limit)
    )
    return [comment_of(row) for row in (await session.execute(statement)).mappings()]


async def comments_by(
    session: AsyncSession, platform: Platform, author_id: str, limit: int = 1000
) -> list[Comment]:
    """What one account wrote to us, newest first."""
    statement = (
        select_comments()
        .where(COMMENTS.c.platform == platform, COMMENTS.c.author_id == author_id)
        .order_by(COMMENTS.c.created_time.desc(), COMMENTS.c.comment_id)
        .limit(limit)
    )
    return [comment_of(row) for row in (await session.execute(statement)).mappings()]


async def replies_to(session: AsyncSession, ref: CommentRef, limit: int = 1000) -> list[Comment]:
    """The answers right below one comment, ours too, oldest first."""
    statement = (
        select_comments()
        .where(COMMENTS.c.platform == ref.platform, COMMENTS.c.parent_id == ref.comment_id)
        .order_by(COMMENTS.c.created_time, COMMENTS.c.comment_id)
        .limit(limit)
    )
    return [comment_of(row) for row in (await session.execute(statement)).mappings()]


async def threads_of(
    session: AsyncSession, comments: Sequence[Comment], *, levels: int = 12
) -> dict[CommentRef, str]:
    """The thread of each comment: its top comment, as far up as it is on record.

    Facebook and Instagram name the top comment themselves; on X answers hang below answers.
    """
    top = {comment.ref: comment.parent_id or comment.comment_id for comment in comments}
    for _ in range(levels):
        refs = {CommentRef(ref.platform, own_id) for ref, own_id in top.items()}
        parents = await _parents(session, refs)
        moved = False
        for ref, own_id in top.items():
            parent = parents.get(CommentRef(ref.platform, own_id))
            if parent:
                top[ref], moved = parent, True
        if not moved:
            break
    return {ref: f"{ref.platform}:{own_id}" for ref, own_id in top.items()}


async def take_waiting(session: AsyncSession, lease: timedelta, limit: int = 500) -> list[Comment]:
    """Comments that wait to be decided, those that wait longest first, ours until the lease ends.

    Recording a decision ends the waiting. A worker that dies lets its lease run out, and
    somebody else gets them.
    """
    now = await session_now(session)
    statement = (
        select_comments()
        .where(
            COMMENTS.c.waits_since <= now,
            sa.or_(COMMENTS.c.held_until.is_(None), COMMENTS.c.held_until <= now),
        )
        .order_by(COMMENTS.c.waits_since, COMMENTS.c.platform, COMMENTS.c.comment_id)
        .limit(limit)
    )
    dialect = (await session.connection()).dialect.name
    rows = (await session.execute(skip_locked(statement, dialect))).mappings().all()
    taken = [comment_of(row) for row in rows]
    await _hold(session, (comment.ref for comment in taken), now + lease)
    return taken


async def any_waiting(session: AsyncSession) -> bool:
    """Whether a comment waits to be decided and nobody has it in hand."""
    now = await session_now(session)
    statement = sa.select(COMMENTS.c.comment_id).where(
        COMMENTS.c.waits_since <= now,
        sa.or_(COMMENTS.c.held_until.is_(None), COMMENTS.c.held_until <= now),
    )
    return (await session.execute(statement.limit(1))).first() is not None


async def let_go(session: AsyncSession, refs: Iterable[CommentRef]) -> None:
    """Give back comments that were taken and not decided: the next worker may take them at once."""
    await _hold(session, refs, None)


async def note_decided(session: AsyncSession, refs: Iterable[CommentRef]) -> None:
    """End the waiting of *refs*: something is decided about them, or nothing has to be."""
    for platform, ids in chunks(refs):
        statement = sa.update(COMMENTS).where(among(COMMENTS, platform, ids))
        await session.execute(statement.values(waits_since=None, held_until=None))


async def note_read(
    session: AsyncSession, refs: Iterable[CommentRef], fetched_at: datetime
) -> None:
    """Note that the platform was read at that time and says of *refs* what is on record."""
    for platform, ids in chunks(refs):
        earlier = sa.or_(COMMENTS.c.fetched_at.is_(None), COMMENTS.c.fetched_at < fetched_at)
        statement = sa.update(COMMENTS).where(among(COMMENTS, platform, ids), earlier)
        await session.execute(statement.values(fetched_at=fetched_at))


async def longest_unread(
    session: AsyncSession, platform: Platform, *, since: datetime, unread: datetime, limit: int
) -> list[CommentRef]:
    """Comments written since then and not read after *unread*, those read longest ago first."""
    read = sa.func.coalesce(COMMENTS.c.fetched_at, COMMENTS.c.heard_at)
    statement = (
        sa.select(COMMENTS.c.comment_id)
        .where(
            COMMENTS.c.platform == platform,
            COMMENTS.c.removed_at.is_(None),
            COMMENTS.c.created_time >= since,
            read <= unread,
        )
        .order_by(read, COMMENTS.c.comment_id)
        .limit(limit)
    )
    ids = (await session.execute(statement)).scalars()
    return [CommentRef(platform, own_id) for own_id in ids]


async def newest_comment(
    session: AsyncSession, platform: Platform, platform_post_id: str
) -> datetime | None:
    """When the last comment that we know of under a post was written."""
    statement = sa.select(sa.func.max(COMMENTS.c.created_time)).where(
        COMMENTS.c.platform == platform,
        COMMENTS.c.platform_post_id == platform_post_id,
        COMMENTS.c.is_time_exact.is_(sa.true()),
    )
    found: datetime | None = (await session.execute(statement)).scalar_one()
    return found


async def known_under(
    session: AsyncSession, platform: Platform, platform_post_id: str
) -> set[CommentRef]:
    """Comments under a post that are there as far as we know."""
    statement = sa.select(COMMENTS.c.comment_id).where(
        COMMENTS.c.platform == platform,
        COMMENTS.c.platform_post_id == platform_post_id,
        COMMENTS.c.removed_at.is_(None),
    )
    ids = (await session.execute(statement)).scalars()
    return {CommentRef(platform, own_id) for own_id in ids}


async def newest_mention(session: AsyncSession, platform: Platform) -> datetime | None:
    """When the last mention that we know of was written."""
    statement = sa.select(sa.func.max(COMMENTS.c.created_time)).where(
        COMMENTS.c.platform == platform, COMMENTS.c.place == "mention"
    )
    found: datetime | None = (await session.execute(statement)).scalar_one()
    return found


async def _parents(session: AsyncSession, refs: Iterable[CommentRef]) -> dict[CommentRef, str]:
    found: dict[CommentRef, str] = {}
    for platform, ids in chunks(refs):
        statement = sa.select(COMMENTS.c.comment_id, COMMENTS.c.parent_id).where(
            among(COMMENTS, platform, ids)
        )
        for own_id, parent in await session.execute(statement):
            found[CommentRef(platform, own_id)] = parent
    return found


async def _hold(session: AsyncSession, refs: Iterable[CommentRef], until: datetime | None) -> None:
    for platform, ids in chunks(refs):
        statement = sa.update(COMMENTS).where(among(COMMENTS, platform, ids))
        await session.execute(statement.values(held_until=until))
