"""The audit of effects: one line for each thing that was tried, never changed afterwards."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Self, cast, get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.effects import (
    Absent,
    Found,
    NotSent,
    Outcome,
    Refused,
    Sent,
    Sighting,
    Unknown,
    Unreadable,
    WireTrace,
)
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


_NAMES: dict[type[Outcome | Sighting], AttemptOutcome] = {
    Sent: "sent",
    NotSent: "not_sent",
    Refused: "refused",
    Unknown: "unknown",
    Found: "found",
    Absent: "absent",
    Unreadable: "unreadable",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be written into the audit."""

    phase: AttemptPhase
    outcome: AttemptOutcome
    took: timedelta = timedelta(0)
    trace: WireTrace = field(default_factory=WireTrace)
    why: str = ""
    """The reason, or the reference of what is live."""

    @classmethod
    def of(cls, phase: AttemptPhase, seen: Outcome | Sighting, took: timedelta) -> Self:
        """The line that tells of *seen*."""
        told = getattr(seen, "why", "") or getattr(seen, "platform_ref", "")
        return cls(phase, _NAMES[type(seen)], took, seen.trace, told)


async def add_attempt(
    session: AsyncSession, line: Line, *, effect_id: int, n: int, finished_at: datetime
) -> None:
    """Write *line* in the caller's transaction."""
    told = " ".join(part for part in (line.trace.operation, line.why, line.trace.excerpt) if part)
    values = {
        "effect_id": effect_id,
        "n": n,
        "phase": line.phase,
        "started_at": finished_at - line.took,
        "finished_at": finished_at,
        "outcome": line.outcome,
        "http_status": line.trace.http_status,
        "platform_code": line.trace.platform_code[:64],
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
