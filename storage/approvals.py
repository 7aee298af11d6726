"""Decisions of people about exactly one content: the first one stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.people import name_key
from pressroom.errors import InputError
from pressroom.storage.columns import UtcDateTime, key_column
from pressroom.storage.schema import Base

DecisionKind = Literal["approved", "rejected"]


class ApprovalRow(Base):
    """A decision about one payload of one effect, by somebody who did not write it."""

    __tablename__ = "approvals"
    __table_args__ = (
        sa.UniqueConstraint("effect_key", "payload_sha"),
        sa.CheckConstraint("decided_by <> author", name="four_eyes"),
        sa.CheckConstraint("decision IN ('approved', 'rejected')", name="decision"),
        {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    effect_key: Mapped[str] = mapped_column(key_column())
    payload_sha: Mapped[str] = mapped_column(sa.String(64))
    decision: Mapped[str] = mapped_column(sa.String(10))
    decided_by: Mapped[str] = mapped_column(key_column(120))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime())
    author: Mapped[str] = mapped_column(key_column(120))
    reason: Mapped[str] = mapped_column(sa.Text())


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, and about which content."""

    effect_key: str
    payload_sha: str
    decision: DecisionKind
    decided_by: str
    decided_at: datetime
    author: str
    reason: str


async def get_decision(
    session: AsyncSession, *, effect_key: str, payload_sha: str
) -> Decision | None:
    """The decision that stands about this content, or None while there is none."""
    statement = sa.select(ApprovalRow).where(
        ApprovalRow.effect_key == effect_key, ApprovalRow.payload_sha == payload_sha
    )
    row = (await session.execute(statement)).scalar_one_or_none()
    if row is None:
        return None
    return Decision(
        effect_key=row.effect_key,
        payload_sha=row.payload_sha,
        decision=cast("DecisionKind", row.decision),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        author=row.author,
        reason=row.reason,
    )


async def record_decision(
    session: AsyncSession,
    *,
    effect_key: str,
    payload_sha: str,
    decision: DecisionKind,
    decided_by: str,
    author: str,
    at: datetime,
    reason: str = "",
) -> bool:
    """Whether *decision* is what stands now.

    The first decision about a content stands: the same one again changes nothing, a
    contrary one is refused with False. Withdraw an approval by cancelling the effect.

    Raises:
        InputError: Nobody is named, or somebody decided about what they wrote themselves.
    """
    _check_people(decided_by, author)
    insert = sa.insert(ApprovalRow).values(
        effect_key=effect_key,
        payload_sha=payload_sha,
        decision=decision,
        decided_by=decided_by,
        decided_at=at,
        author=author,
        reason=reason,
    )
    try:
        # A savepoint and the unique key, because upserts are not the same on any two databases.
        async with session.begin_nested():
            await session.execute(insert)
    except IntegrityError:
        standing = await get_decision(session, effect_key=effect_key, payload_sha=payload_sha)
        if standing is None:
            raise
        return standing.decision == decision
    return True


def _check_people(decided_by: str, author: str) -> None:
    if not name_key(decided_by):
        raise InputError(
            "a decision needs the name of who took it.",
            field="decided_by",
            fix="Name the person who decided.",
        )
    if name_key(decided_by) == name_key(author):
        raise InputError(
            f"{decided_by!r} wrote this and cannot decide about it.",
            field="decided_by",
            fix="Let another person decide.",
        )
