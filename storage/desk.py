"""The desk's book: what people did about comments, line by line, never changed afterwards.

Its lines are also what can be learnt from: the proposed words beside those a person sent.
When a comment has to be forgotten its words go from here too; who did what stays.
"""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import CommentRef
from pressroom.domain.desk import DeskAction
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.refs import among, chunks
from pressroom.storage.schema import OPTIONS, Base


class DeskActionRow(Base):
    """One line of the book."""

    __tablename__ = "desk_actions"
    __table_args__ = (
        sa.Index(None, "platform", "comment_id"),
        sa.Index(None, "at"),
        OPTIONS,
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    platform: Mapped[str] = mapped_column(key_column(16))
    comment_id: Mapped[str] = mapped_column(key_column())
    thread: Mapped[str] = mapped_column(key_column())
    verb: Mapped[str] = mapped_column(key_column(16))
    by: Mapped[str] = mapped_column(key_column(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Prose)
    proposed: Mapped[str] = mapped_column(Prose)
    final: Mapped[str] = mapped_column(Prose)
    made_by: Mapped[str] = mapped_column(key_column(16))
    intent: Mapped[str] = mapped_column(key_column(20))
    language: Mapped[str] = mapped_column(key_column(16))


DESK: sa.Table = DeskActionRow.__table__  # type: ignore[assignment]  # typed as any selectable


async def write_down(session: AsyncSession, action: DeskAction) -> None:
    """Add a line to the book."""
    await session.execute(sa.insert(DESK).values(action.model_dump()))


async def actions_on(session: AsyncSession, ref: CommentRef) -> list[DeskAction]:
    """What people did about this comment, oldest first."""
    statement = sa.select(DESK).where(among(DESK, ref.platform, [ref.comment_id]))
    rows = (await session.execute(statement.order_by(DESK.c.id))).mappings()
    return [_action(row) for row in rows]


async def corrections(session: AsyncSession, limit: int = 1000) -> list[DeskAction]:
    """Proposed answers that a person put into other words, newest first."""
    statement = (
        sa.select(DESK)
        .where(DESK.c.verb == "edit", DESK.c.proposed != "", DESK.c.final != DESK.c.proposed)
        .order_by(DESK.c.id.desc())
        .limit(limit)
    )
    return [_action(row) for row in (await session.execute(statement)).mappings()]


async def forget_words(session: AsyncSession, refs: Iterable[CommentRef]) -> int:
    """How many lines lost their words because their comments are gone."""
    emptied = 0
    for platform, ids in chunks(refs):
        statement = sa.update(DESK).where(
            among(DESK, platform, ids),
            sa.or_(DESK.c.proposed != "", DESK.c.final != "", DESK.c.reason != ""),
        )
        done = await session.execute(statement.values(proposed="", final="", reason=""))
        emptied += int(done.rowcount)  # type: ignore[attr-defined]  # a CursorResult for DML
    return emptied


def _action(row: sa.RowMapping) -> DeskAction:
    return DeskAction.model_validate({name: row[name] for name in DeskAction.model_fields})
