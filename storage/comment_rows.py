"""The table of comments, and its rows as domain values."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import Comment
from pressroom.domain.comment_state import CommentState
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS, Base


class CommentRow(Base):
    """All that is known of a comment; of one that is gone, only that it was there."""

    __tablename__ = "comments"
    __table_args__ = (
        sa.Index(None, "platform", "platform_post_id"),
        sa.Index(None, "platform", "author_id"),
        sa.Index(None, "platform", "parent_id"),
        OPTIONS,
    )

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
    is_time_exact: Mapped[bool] = mapped_column(sa.Boolean)
    place: Mapped[str] = mapped_column(key_column(16))
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_hidden: Mapped[bool] = mapped_column(sa.Boolean)
    is_ours: Mapped[bool] = mapped_column(sa.Boolean)
    attachment: Mapped[str] = mapped_column(Prose)
    can_reply: Mapped[bool | None] = mapped_column(sa.Boolean)
    can_reply_privately: Mapped[bool | None] = mapped_column(sa.Boolean)
    can_hide: Mapped[bool | None] = mapped_column(sa.Boolean)
    summoned: Mapped[bool | None] = mapped_column(sa.Boolean)
    text_stamp: Mapped[str] = mapped_column(key_column(32))
    author_stamp: Mapped[str] = mapped_column(key_column(32))
    shown_stamp: Mapped[str] = mapped_column(key_column(32))
    fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    heard_at: Mapped[datetime] = mapped_column(UtcDateTime)
    heard_from: Mapped[str] = mapped_column(key_column(16))
    waits_since: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """Since when something is to be decided about it; none where nothing is."""
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Until then a worker has it in hand."""
    forget_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When what is left of a removed comment is to be emptied once more: an answer that is being
    sent cannot be at once, and a run under way may write down what it still holds in memory."""


COMMENTS: sa.Table = CommentRow.__table__  # type: ignore[assignment]  # typed as any selectable
"""The table itself, for statements over many rows."""

STATE_COLUMNS = tuple(field.name for field in fields(CommentState))
COMMENT_COLUMNS = tuple(Comment.model_fields)


def select_states() -> sa.Select[Any]:
    """A statement for the columns that `state_of` reads."""
    return sa.select(*(COMMENTS.c[name] for name in STATE_COLUMNS))


def select_comments() -> sa.Select[Any]:
    """A statement for the columns that `comment_of` reads, of comments that can be read."""
    columns = (COMMENTS.c[name] for name in COMMENT_COLUMNS)
    return sa.select(*columns).where(COMMENTS.c.removed_at.is_(None), COMMENTS.c.text_stamp != "")


def state_of(row: Mapping[str, Any]) -> CommentState:
    """All that is known of the comment."""
    return CommentState(**{name: row[name] for name in STATE_COLUMNS})


def values_of(state: CommentState) -> dict[str, Any]:
    """The columns of *state*."""
    return {name: getattr(state, name) for name in STATE_COLUMNS}


def comment_of(row: Mapping[str, Any]) -> Comment:
    """The comment as the rest of the house sees it."""
    return Comment.model_construct(**{name: row[name] for name in COMMENT_COLUMNS})


def of_comment() -> sa.ForeignKeyConstraint:
    """What ties a table's `platform` and `comment_id` to the comment they name."""
    return sa.ForeignKeyConstraint(
        ["platform", "comment_id"], ["comments.platform", "comments.comment_id"]
    )
