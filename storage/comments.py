"""Comments, what was made of each, and what was done about it."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import Comment
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.once import insert_once
from pressroom.storage.schema import OPTIONS, Base


class CommentRow(Base):
    """A comment as the platform delivered it."""

    __tablename__ = "comments"
    __table_args__ = (sa.Index(None, "platform", "platform_post_id"), OPTIONS)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    comment_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    account: Mapped[str] = mapped_column(key_column())
    platform_post_id: Mapped[str] = mapped_column(key_column())
    parent_id: Mapped[str] = mapped_column(key_column())
    author_id: Mapped[str] = mapped_column(key_column())
    author_name: Mapped[str] = mapped_column(Prose)
    message: Mapped[str] = mapped_column(Prose)
    permalink: Mapped[str] = mapped_column(Prose)
    likes: Mapped[int | None] = mapped_column(sa.BigInteger)
    created_time: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    def to_comment(self) -> Comment:
        """The comment as the rest of the house sees it."""
        return Comment.model_validate({name: getattr(self, name) for name in _COLUMNS})


_COLUMNS = set(CommentRow.__table__.columns.keys())


def _of_comment() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["platform", "comment_id"], ["comments.platform", "comments.comment_id"]
    )


class CommentAnalysisRow(Base):
    """What a comment means, and who says so."""

    __tablename__ = "comment_analysis"
    __table_args__ = (_of_comment(), OPTIONS)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    comment_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    sentiment: Mapped[str] = mapped_column(key_column(16), index=True)
    sentiment_score: Mapped[float] = mapped_column(sa.Double)
    is_toxic: Mapped[bool] = mapped_column(sa.Boolean)
    is_spam: Mapped[bool] = mapped_column(sa.Boolean)
    language: Mapped[str] = mapped_column(key_column(16))
    keywords: Mapped[list[str]] = mapped_column(PlainJson)
    provenance: Mapped[dict[str, object]] = mapped_column(PlainJson)
    analysed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HandledCommentRow(Base):
    """What was done about a comment; its primary key says that this happens once."""

    __tablename__ = "handled_comments"
    __table_args__ = (_of_comment(), OPTIONS)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    comment_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    action: Mapped[str] = mapped_column(key_column(20))
    response: Mapped[str] = mapped_column(Prose)
    effect_key: Mapped[str] = mapped_column(key_column())
    provenance: Mapped[dict[str, object]] = mapped_column(PlainJson)
    handled_at: Mapped[datetime] = mapped_column(UtcDateTime)


async def save_comments(session: AsyncSession, comments: Iterable[Comment]) -> int:
    """How many of *comments* are new; one that is on record already stays as it is."""
    # In one order everywhere, so that two deliveries of the same comments cannot deadlock.
    ordered = sorted(comments, key=lambda comment: (comment.platform, comment.comment_id))
    new = 0
    for comment in ordered:
        new += await insert_once(session, CommentRow(**comment.model_dump(include=_COLUMNS)))
    return new


async def recent_comments(
    session: AsyncSession, since: datetime, limit: int = 500
) -> list[Comment]:
    """Comments written since then, newest first."""
    statement = (
        sa.select(CommentRow)
        .where(CommentRow.created_time >= since)
        .order_by(CommentRow.created_time.desc(), CommentRow.comment_id)
        .limit(limit)
    )
    return [row.to_comment() for row in (await session.execute(statement)).scalars()]
