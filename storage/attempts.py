"""The audit of effects: one line for each thing that was tried, never changed afterwards."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.effects import WireTrace
from pressroom.storage.columns import UtcDateTime
from pressroom.storage.effects import EffectRow
from pressroom.storage.schema import Base

AttemptPhase = Literal["prepare", "publish", "find"]
AttemptOutcome = Literal[
    "prepared",
    "abandoned",
    "sent",
    "not_sent",
    "refused",
    "unknown",
    "found",
    "absent",
    "unreadable",
]

EXCERPT_MAX_CHARS = 2000
"""Enough for a platform's error body, too little to become a second copy of the content."""

_PHASES = ", ".join(f"'{phase}'" for phase in get_args(AttemptPhase))


class EffectAttemptRow(Base):
    """One line of the audit."""

    __tablename__ = "effect_attempts"
    __table_args__ = (
        sa.CheckConstraint(f"phase IN ({_PHASES})", name="phase"),
        sa.Index(None, "effect_id"),
        {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    effect_id: Mapped[int] = mapped_column(sa.ForeignKey("effects.id"))
    n: Mapped[int] = mapped_column(sa.Integer())
    """The effect's attempt that it belongs to."""
    phase: Mapped[str] = mapped_column(sa.String(12))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime())
    finished_at: Mapped[datetime] = mapped_column(UtcDateTime())
    outcome: Mapped[str] = mapped_column(sa.String(16))
    http_status: Mapped[int | None] = mapped_column(sa.Integer())
    platform_code: Mapped[str] = mapped_column(sa.String(64))
    excerpt: Mapped[str] = mapped_column(sa.Text())


@dataclass(frozen=True, slots=True)
class Attempt:
    """One line of the audit, as the rest of the house sees it."""

    n: int
    phase: AttemptPhase
    started_at: datetime
    finished_at: datetime
    outcome: AttemptOutcome
    http_status: int | None
    platform_code: str
    excerpt: str


async def add_attempt(  # noqa: PLR0913  a line of the audit has that many columns
    session: AsyncSession,
    *,
    effect_id: int,
    n: int,
    phase: AttemptPhase,
    outcome: AttemptOutcome,
    trace: WireTrace,
    finished_at: datetime,
    took: timedelta,
    why: str = "",
) -> None:
    """Write a line of the audit in the caller's transaction."""
    told = " ".join(part for part in (trace.operation, why, trace.excerpt) if part)
    values = {
        "effect_id": effect_id,
        "n": n,
        "phase": phase,
        "started_at": finished_at - took,
        "finished_at": finished_at,
        "outcome": outcome,
        "http_status": trace.http_status,
        "platform_code": trace.platform_code[:64],
        "excerpt": told[:EXCERPT_MAX_CHARS],
    }
    await session.execute(sa.insert(EffectAttemptRow).values(values))


async def attempts_of(session: AsyncSession, key: str) -> list[Attempt]:
    """Everything that was tried for the effect *key*, oldest first."""
    statement = (
        sa.select(EffectAttemptRow)
        .join(EffectRow, EffectRow.id == EffectAttemptRow.effect_id)
        .where(EffectRow.key == key)
        .order_by(EffectAttemptRow.id)
    )
    return [
        Attempt(
            n=row.n,
            phase=cast("AttemptPhase", row.phase),
            started_at=row.started_at,
            finished_at=row.finished_at,
            outcome=cast("AttemptOutcome", row.outcome),
            http_status=row.http_status,
            platform_code=row.platform_code,
            excerpt=row.excerpt,
        )
        for row in (await session.execute(statement)).scalars()
    ]
