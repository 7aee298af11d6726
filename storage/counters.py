"""Counters of the whole store, each a row: what must be counted, and done, one at a time.

Whoever raises a counter holds it until their transaction ends, so that others who do the same
wait and then see what was written. SQLite has one writer at a time anyway.
"""

from typing import cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.storage.columns import key_column
from pressroom.storage.interventions import changed_one, insert_first
from pressroom.storage.schema import Base


class CounterRow(Base):
    """A counter and how often it was raised."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(key_column(32), primary_key=True)
    count: Mapped[int] = mapped_column(sa.Integer)


_COUNTERS = cast("sa.Table", CounterRow.__table__)


def count_of(name: str) -> sa.ScalarSelect[int]:
    """How often the counter was raised, for use inside a statement; 0 where it never was."""
    counted = sa.select(sa.func.coalesce(sa.func.max(_COUNTERS.c.count), 0))
    return counted.where(_COUNTERS.c.name == name).scalar_subquery()


async def read_counter(session: AsyncSession, name: str) -> int:
    """How often the counter was raised."""
    return int((await session.execute(sa.select(count_of(name)))).scalar_one())


async def raise_counter(session: AsyncSession, name: str) -> int:
    """The counter's next value; waits for others who raise or keep it, and keeps them waiting."""
    once_more = (
        sa.update(_COUNTERS).where(_COUNTERS.c.name == name).values(count=_COUNTERS.c.count + 1)
    )
    if not await changed_one(session, once_more):
        await insert_first(session, _COUNTERS, name=name, count=0)
        await session.execute(once_more)
    return await read_counter(session, name)


async def keep_counter(session: AsyncSession, name: str) -> None:
    """Let nobody raise it before this transaction ends; many may ask for that at once."""
    kept = sa.select(_COUNTERS.c.count).where(_COUNTERS.c.name == name).with_for_update(read=True)
    if (await session.execute(kept)).scalar_one_or_none() is None:
        await insert_first(session, _COUNTERS, name=name, count=0)
        await session.execute(kept)
