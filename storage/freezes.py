"""Freezes on record, the epoch that the ledger's claim reads, and who looked at what was held.

The epoch counts freezes. An effect carries the epoch at which it was last looked at; only
one that carries the newest may be claimed and called (`storage/due.py`), so that a freeze
holds from the moment it is committed, whatever was planned, listed or claimed before.
"""

from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.freeze import Freeze, FreezeScope
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.counters import count_of, keep_counter, raise_counter, read_counter
from pressroom.storage.schema import OPTIONS, Base


class FreezeRow(Base):
    """A freeze: written once, lifted once."""

    __tablename__ = "freezes"
    __table_args__ = (sa.Index(None, "lifted_at"), OPTIONS)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    scope: Mapped[dict[str, Any]] = mapped_column(PlainJson)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    frozen_by: Mapped[str] = mapped_column(key_column(120))
    incident_id: Mapped[str] = mapped_column(key_column(64))
    reason: Mapped[str] = mapped_column(Prose)
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lifted_by: Mapped[str] = mapped_column(key_column(120))
    lift_reason: Mapped[str] = mapped_column(Prose)


class LookRow(Base):
    """A person's look at something that a freeze had held."""

    __tablename__ = "freeze_looks"
    __table_args__ = (sa.Index(None, "effect_key"), OPTIONS)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    effect_key: Mapped[str] = mapped_column(key_column())
    payload_sha: Mapped[str] = mapped_column(sa.String(64))
    goes_out: Mapped[bool] = mapped_column(sa.Boolean)
    looked_by: Mapped[str] = mapped_column(key_column(120))
    looked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Prose)


_FREEZES = cast("sa.Table", FreezeRow.__table__)
_NAME = "freezes"

EPOCH = count_of(_NAME)
"""The newest epoch, for use inside a statement."""


async def read_epoch(session: AsyncSession) -> int:
    """The newest epoch."""
    return await read_counter(session, _NAME)


async def keep_epoch(session: AsyncSession) -> None:
    """Let no freeze begin before this transaction ends; many may ask for that at once."""
    await keep_counter(session, _NAME)


async def raise_epoch(session: AsyncSession) -> int:
    """The next epoch, in the caller's transaction: waits for calls that are about to begin."""
    return await raise_counter(session, _NAME)


async def add_freeze(
    session: AsyncSession,
    scope: FreezeScope,
    by: str,
    at: datetime,
    *,
    incident_id: str = "",
    reason: str = "",
) -> Freeze:
    """The freeze as it stands on record now."""
    values = {
        "scope": scope.model_dump(mode="json"),
        "since": at,
        "frozen_by": by,
        "incident_id": incident_id,
        "reason": reason,
        "lifted_by": "",
        "lift_reason": "",
    }
    added = await session.execute(sa.insert(_FREEZES).values(**values))
    key = cast("sa.CursorResult[Any]", added).inserted_primary_key
    assert key is not None  # noqa: S101 - an insert of one row has one
    freeze = await get_freeze(session, key[0])
    assert freeze is not None  # noqa: S101 - it was inserted above
    return freeze


async def lift(session: AsyncSession, freeze_id: int, by: str, at: datetime, reason: str) -> bool:
    """Whether the freeze ended by this; False where it had ended before, or never was."""
    ended = await session.execute(
        sa.update(_FREEZES)
        .where(_FREEZES.c.id == freeze_id, _FREEZES.c.lifted_at.is_(None))
        .values(lifted_at=at, lifted_by=by, lift_reason=reason)
    )
    return cast("sa.CursorResult[Any]", ended).rowcount == 1


async def get_freeze(session: AsyncSession, freeze_id: int) -> Freeze | None:
    """The freeze, or None."""
    statement = sa.select(_FREEZES).where(_FREEZES.c.id == freeze_id)
    row = (await session.execute(statement)).mappings().one_or_none()
    return None if row is None else _freeze(row)


async def list_freezes(session: AsyncSession, *, on: bool = False) -> list[Freeze]:
    """All freezes, the newest first; *on*: only those that hold things back now."""
    statement = sa.select(_FREEZES).order_by(_FREEZES.c.id.desc())
    if on:
        statement = statement.where(_FREEZES.c.lifted_at.is_(None))
    return [_freeze(row) for row in (await session.execute(statement)).mappings()]


async def note_look(
    session: AsyncSession,
    *,
    effect_key: str,
    payload_sha: str,
    goes_out: bool,
    by: str,
    at: datetime,
    reason: str,
) -> None:
    """Write down that a person looked at what was held."""
    values = {
        "effect_key": effect_key,
        "payload_sha": payload_sha,
        "goes_out": goes_out,
        "looked_by": by,
        "looked_at": at,
        "reason": reason,
    }
    await session.execute(sa.insert(LookRow).values(**values))


def _freeze(row: sa.RowMapping) -> Freeze:
    return Freeze(
        id=row["id"],
        scope=FreezeScope.model_validate(row["scope"]),
        since=row["since"],
        frozen_by=row["frozen_by"],
        incident_id=row["incident_id"],
        reason=row["reason"],
        lifted_at=row["lifted_at"],
        lifted_by=row["lifted_by"],
    )
