"""Inserting what may be there already: the first one wins."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def insert_once(session: AsyncSession, row: Any) -> bool:
    """Whether *row* was inserted now; False leaves alone the row that has its primary key.

    The key itself decides, under a savepoint, so it is right among concurrent writers and
    the same on every database.
    """
    kind = type(row)
    key = tuple(sa.inspect(kind).primary_key_from_instance(row))
    if await session.get(kind, key) is not None:
        return False
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError:
        if await session.get(kind, key) is None:
            raise
        return False
    return True
