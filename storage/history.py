"""The database's own history: how far it has come, so that an older copy of it is noticed.

Whatever is about to be sent counts up here, in the transaction that claims it, and then in
this machine's `HighWater`, before the call. A database that is lower than such a mark is a
copy from before something may have gone out; nothing is claimed in it, by any machine, until
a person has said so (`Restoring`).
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.errors import DatabaseRestored
from pressroom.storage.columns import UtcDateTime
from pressroom.storage.effects import EffectRow
from pressroom.storage.high_water import HighWater, Mark
from pressroom.storage.once import insert_once
from pressroom.storage.schema import Base
from pressroom.storage.store import Store

T = TypeVar("T")

_ONLY = 1
_OPEN = ("ready", "sending", "unknown")


class HistoryRow(Base):
    """The one row that says where this database stands."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    origin: Mapped[str] = mapped_column(sa.String(32))
    epoch: Mapped[int] = mapped_column(sa.Integer())
    claims: Mapped[int] = mapped_column(sa.Integer())
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    """The last claim: what is not in this copy was sent after it."""
    held_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """Since when nothing may be sent, because a machine has seen more than this copy has."""
    restored_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    copied_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """Of the copy that was restored then: its last claim."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the database stood in the transaction that read it."""

    origin: str
    epoch: int
    claims: int
    claimed_at: datetime
    held_at: datetime | None = None
    restored_at: datetime | None = None
    copied_at: datetime | None = None


_COLUMNS = tuple(getattr(HistoryRow, name) for name in Standing.__slots__)


class History:
    """Reads and advances the history of one store, beside the marks of this machine."""

    def __init__(self, store: Store, high_water: HighWater | None = None) -> None:
        self._store = store
        self._high_water = high_water
        self._address = _address_of(store.url)
        self._last: Mark | None = None
        """What this process has seen itself: a file can be lost as well."""

    async def guard(
        self, work: Callable[[AsyncSession, Standing], Awaitable[Sequence[T]]]
    ) -> Sequence[T]:
        """What *work* claims, in one transaction, counted here and on this machine.

        Raises:
            DatabaseRestored: The database is an older copy; *work* was not called.
        """
        # Read before the database: a mark is written after its commit, so it is never ahead.
        known = await self.marks()

        async def step(session: AsyncSession) -> tuple[Sequence[T], Standing]:
            standing = await self.ensure(session)
            if await self._is_behind(session, standing, known):
                raise refusal()
            claimed = await work(session, standing)
            return claimed, await self._count(session) if claimed else standing

        try:
            claimed, standing = await self._store.transact(step)
        except DatabaseRestored:
            await self._store.transact(self._hold)  # for the machines that have seen less
            raise
        await self.remember(standing)
        return claimed

    async def check(self) -> None:
        """Take note of where the database stands.

        Raises:
            DatabaseRestored: It is an older copy.
        """

        async def nothing(_session: AsyncSession, _standing: Standing) -> list[None]:
            return []

        await self.guard(nothing)

    async def is_behind(self) -> bool:
        """Whether the database is an older copy, or held because it was one; changes nothing."""
        known = await self.marks()
        async with self._store.read() as session:
            return await self._is_behind(session, await _read(session), known)

    async def marks(self) -> list[Mark]:
        """What this machine has seen of any database."""
        kept = await self._high_water.marks() if self._high_water else []
        return [*kept, self._last] if self._last else kept

    async def ensure(self, session: AsyncSession) -> Standing:
        """Where the database stands; its row is made where there is none yet."""
        standing = await _read(session)
        if standing is not None:
            return standing
        row = HistoryRow(
            id=_ONLY,
            origin=uuid4().hex,
            epoch=1,
            claims=0,
            claimed_at=await _last_claim(session) or await self._store.now(session),
        )
        await insert_once(session, row)
        made = await _read(session)
        assert made is not None  # noqa: S101  it was made here or by somebody faster
        return made

    async def renew(self, session: AsyncSession, known: Sequence[Mark], now: datetime) -> Standing:
        """Where the database stands once a person has accepted it as it is, above every mark."""
        standing = await self.ensure(session)
        seen = [mark.epoch for mark in known if mark.origin == standing.origin]
        return await _change(
            session,
            epoch=max([standing.epoch, *seen]) + 1,
            held_at=None,
            restored_at=now,
            copied_at=standing.claimed_at,
        )

    async def remember(self, standing: Standing) -> None:
        """Keep on this machine how far the database has come."""
        mark = Mark(standing.origin, self._address, standing.epoch, standing.claims)
        last = self._last
        if last is not None and last.origin == mark.origin and last.height >= mark.height:
            return
        self._last = mark
        if self._high_water is not None:
            await self._high_water.raise_to(mark)

    async def _is_behind(
        self, session: AsyncSession, standing: Standing | None, known: Sequence[Mark]
    ) -> bool:
        if standing is not None:
            own = [mark.height for mark in known if mark.origin == standing.origin]
            if standing.held_at is not None or own:
                height = (standing.epoch, standing.claims)
                return standing.held_at is not None or max(own) > height
        # Another database than the last one at this address: a copy from before it had a
        # history, or a new one. Where nothing waits to be sent it does not matter which.
        if any(mark.address == self._address for mark in known):
            waiting = sa.select(EffectRow.id).where(EffectRow.status.in_(_OPEN)).limit(1)
            return (await session.execute(waiting)).first() is not None
        return False

    async def _count(self, session: AsyncSession) -> Standing:
        now = await self._store.now(session)
        return await _change(session, claims=HistoryRow.claims + 1, claimed_at=now)

    async def _hold(self, session: AsyncSession) -> None:
        standing = await self.ensure(session)
        if standing.held_at is None:
            await _change(session, held_at=await self._store.now(session))


async def _read(session: AsyncSession) -> Standing | None:
    found = await session.execute(sa.select(*_COLUMNS).where(HistoryRow.id == _ONLY))
    row = found.mappings().one_or_none()
    return None if row is None else Standing(**row)


async def _change(session: AsyncSession, **values: Any) -> Standing:
    statement = sa.update(HistoryRow).where(HistoryRow.id == _ONLY).values(values)
    await session.execute(statement, execution_options={"synchronize_session": False})
    changed = await _read(session)
    assert changed is not None  # noqa: S101  no row of it is ever deleted
    return changed


async def _last_claim(session: AsyncSession) -> datetime | None:
    """The last claim of a database that did not count them yet, as far as its effects tell."""
    tried = sa.select(sa.func.max(EffectRow.first_try_at), sa.func.min(EffectRow.created_at))
    last, first = (await session.execute(tried)).one()
    found: datetime | None = last or first
    return found


def _address_of(url: URL) -> str:
    # A password may stand in the query as well.
    return url.set(query={}).render_as_string(hide_password=True)


def refusal() -> DatabaseRestored:
    """What an operator is told of an older copy."""
    return DatabaseRestored(
        "this database is an older copy than the one last used here: what went out since is "
        "not in it, so nothing is sent.",
        fix="To look for it on the platforms first and go on, run: pressroom db restored",
    )
