"""A transaction that is broken off lets go of the database, wherever it was."""

import asyncio
from collections.abc import Awaitable, Generator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.storage.campaigns import CampaignRow, ensure_campaign
from pressroom.storage.store import Store


class BrokenOff:
    """Awaits *work* and cancels it at its await number *at*: at once, or as that one ends."""

    def __init__(self, work: Awaitable[None], at: int, *, as_it_ends: bool) -> None:
        self.work, self.at, self.as_it_ends = work, at, as_it_ends

    def __await__(self) -> Generator[Any, Any, None]:
        """Ends without being cancelled only where there is no such await."""
        inner = self.work.__await__()
        step, waits = inner.send, count(1)
        argument: Any = None
        try:
            while True:
                waited = step(argument)
                step, argument = inner.send, None
                reached = next(waits) == self.at
                if not reached or self.as_it_ends:
                    yield waited
                if reached:
                    step, argument = inner.throw, asyncio.CancelledError()
        except StopIteration:
            return


async def _save(session: AsyncSession) -> None:
    await ensure_campaign(session, "Summer")
    await session.scalar(sa.select(CampaignRow.id))


@pytest.mark.parametrize("as_it_ends", [False, True])
async def test_wherever_it_was_the_next_one_need_not_wait(
    sqlite_url: str, *, as_it_ends: bool
) -> None:
    """Ctrl-C must not end in fifteen seconds of silence and "the database stayed busy"."""
    async with Store(sqlite_url, patience=timedelta(milliseconds=100)) as store:
        for at in count(1):
            try:
                await BrokenOff(store.transact(_save), at, as_it_ends=as_it_ends)
            except asyncio.CancelledError:
                # Here and not after: the traceback keeps alive what was broken off.
                async with store.write() as session:
                    await session.execute(sa.delete(CampaignRow))
            else:
                break

    assert at > 20
