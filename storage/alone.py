"""What the machine has said by itself, counted where it is certain: in the ledger.

A comment that is taken back takes its record with it, and a record is moved on by people; an
effect stays. What waits to be sent counts as sent, so that nothing queues up past a cap.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import Comment
from pressroom.storage.comment_rows import COMMENTS
from pressroom.storage.counters import raise_counter
from pressroom.storage.due import ANSWERS
from pressroom.storage.effects import EffectRow
from pressroom.storage.handled import HANDLED, ITS_COMMENT, went_out

_ALONE = (EffectRow.kind.in_(ANSWERS), EffectRow.requires_approval.is_(sa.false()))
_COMING = EffectRow.status.in_(("ready", "sending", "unknown"))


async def take_turn(session: AsyncSession) -> None:
    """Be the only one who counts and plans an answer until this transaction ends."""
    await raise_counter(session, "answers")


async def count_alone_since(session: AsyncSession, since: datetime) -> int:
    """How many answers went out since then without a person, or are about to, everywhere."""
    gone = sa.and_(EffectRow.status == "sent", EffectRow.settled_at >= since)
    return await _count(session, *_ALONE, sa.or_(_COMING, gone))


async def count_alone_in(session: AsyncSession, thread: str) -> int:
    """How many answers without a person stand in the conversation, or are about to."""
    there = sa.or_(_COMING, EffectRow.status == "sent")
    return await _count(session, *_ALONE, EffectRow.thread == thread, there)


async def count_answers_to(session: AsyncSession, comment: Comment) -> int:
    """How many answers of ours, a person's too, its writer has under its post."""
    if not comment.author_id:
        return 0
    statement = (
        sa.select(sa.func.count())
        .select_from(COMMENTS)
        .join(HANDLED, ITS_COMMENT)
        .where(
            COMMENTS.c.platform == comment.platform,
            COMMENTS.c.platform_post_id == comment.platform_post_id,
            COMMENTS.c.author_id == comment.author_id,
            *went_out(),
        )
    )
    return int((await session.execute(statement)).scalar_one())


async def _count(session: AsyncSession, *conditions: sa.ColumnElement[bool]) -> int:
    statement = sa.select(sa.func.count()).select_from(EffectRow).where(*conditions)
    return int((await session.execute(statement)).scalar_one())
