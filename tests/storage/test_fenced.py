"""A row that was read is written only while it is as it was read, whatever the database locks."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.storage.fenced import FencedRows, Row
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store
from tests.storage.one_effect import KEY, POLICY, an_effect


class Worker(FencedRows):
    """Reads in one transaction and writes in another, so that no lock covers the time between."""

    async def see(self, store: Store) -> Row:
        """The row as it is now."""
        async with store.read() as session:
            row = await self._row(session, KEY)
        assert row is not None
        return row

    async def change(self, store: Store, row: Row, **values: Any) -> bool:
        """Whether *row* was still as it was seen, and has *values* now."""

        async def write(session: AsyncSession) -> bool:
            return await self._advance(session, row, values)

        return await store.transact(write)


@pytest.mark.parametrize(
    "first",
    [{"note": "seen by another worker"}, {"status": "sending"}, {"status": "cancelled"}],
    ids=["same status", "claimed", "closed"],
)
async def test_of_two_who_read_the_same_row_the_second_changes_nothing(
    ledger: Ledger, store: Store, first: dict[str, Any]
) -> None:
    """A claim by what was seen before another one's claim would be a second call."""
    await ledger.plan(None, an_effect())
    worker = Worker(store, POLICY)
    seen = await worker.see(store)

    won = await worker.change(store, seen, **first)
    lost = await worker.change(store, seen, status="sending", note="mine")

    row = await worker.see(store)
    assert (won, lost) == (True, False)
    assert {name: row[name] for name in first} == first
    assert row["note"] != "mine"
    assert row["fence"] == seen["fence"] + 1
