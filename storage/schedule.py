"""Which slot of which recurring job has run: one row decides among all processes."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.storage.columns import UtcDateTime, key_column
from pressroom.storage.dialects import session_now
from pressroom.storage.once import insert_once
from pressroom.storage.schema import Base


class ScheduleFireRow(Base):
    """A slot that somebody has taken."""

    __tablename__ = "schedule_fires"

    name: Mapped[str] = mapped_column(key_column(), primary_key=True)
    slot: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    fired_at: Mapped[datetime] = mapped_column(UtcDateTime)


_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def slot_of(now: datetime, every: timedelta) -> datetime:
    """The beginning of the interval that *now* lies in: the same for every process."""
    return _EPOCH + every * ((now - _EPOCH) // every)


async def claim_slot(session: AsyncSession, name: str, slot: datetime) -> bool:
    """Whether this process is the one to run job *name* for *slot*; among any number, one is."""
    row = ScheduleFireRow(name=name, slot=slot, fired_at=await session_now(session))
    return await insert_once(session, row)


async def has_fired(session: AsyncSession, name: str, slot: datetime) -> bool:
    """Whether somebody has taken that slot: a look that locks nothing."""
    return await session.get(ScheduleFireRow, (name, slot)) is not None


async def purge_slots(session: AsyncSession, before: datetime) -> None:
    """Forget slots of that long ago; nobody claims a slot that is past."""
    await session.execute(sa.delete(ScheduleFireRow).where(ScheduleFireRow.slot < before))
