"""What people did to the answering machine, and the few writes that such acts are made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast, get_args

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.errors import InputError
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS, Base

Act = Literal["taken over", "answered there", "released", "paused", "resumed"]
_ACTS = ", ".join(f"'{act}'" for act in get_args(Act))


class InterventionRow(Base):
    """What a person did to the answering machine: a line each, never changed afterwards."""

    __tablename__ = "interventions"
    __table_args__ = (
        sa.CheckConstraint(f"act IN ({_ACTS})", name="act"),
        sa.Index(None, "subject"),
        OPTIONS,
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    subject: Mapped[str] = mapped_column(key_column())
    """A thread, or the scope of a stop."""
    act: Mapped[str] = mapped_column(key_column(20))
    done_by: Mapped[str] = mapped_column(key_column(120))
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Prose)


@dataclass(frozen=True, slots=True)
class Intervention:
    """A line of the audit."""

    subject: str
    act: Act
    by: str
    at: datetime
    reason: str


_INTERVENTIONS = cast("sa.Table", InterventionRow.__table__)


async def interventions(session: AsyncSession, subject: str) -> list[Intervention]:
    """What people did to a thread, or to the answers of a platform, oldest first."""
    statement = (
        sa.select(_INTERVENTIONS)
        .where(_INTERVENTIONS.c.subject == subject)
        .order_by(_INTERVENTIONS.c.id)
    )
    return [
        Intervention(
            row["subject"], cast("Act", row["act"]), row["done_by"], row["done_at"], row["reason"]
        )
        for row in (await session.execute(statement)).mappings()
    ]


async def note_intervention(
    session: AsyncSession, subject: str, act: Act, by: str, at: datetime, reason: str
) -> None:
    """Write a line into the audit, in the caller's transaction."""
    values = {"subject": subject, "act": act, "done_by": by, "done_at": at, "reason": reason}
    await session.execute(sa.insert(_INTERVENTIONS).values(**values))


def named(by: str) -> None:
    """Refuse what nobody puts their name to.

    Raises:
        InputError: *by* is empty.
    """
    if not by.strip():
        raise InputError(
            "it is not said who does this.", field="by", fix="Name the person who does."
        )


async def insert_first(session: AsyncSession, table: sa.Table, **values: Any) -> bool:
    """Whether the row was inserted; False leaves alone the one that has its primary key."""
    try:
        async with session.begin_nested():
            await session.execute(sa.insert(table).values(**values))
    except IntegrityError:
        return False
    return True


async def changed_one(session: AsyncSession, statement: sa.Update | sa.Delete) -> bool:
    """Whether *statement* found its one row."""
    result = await session.execute(statement)
    return cast("sa.CursorResult[Any]", result).rowcount == 1
