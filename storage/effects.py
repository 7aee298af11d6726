"""The table of outward effects, what is planned into it, and what a worker holds of a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.effects import Effect, EffectKind, EffectStatus, sha_of
from pressroom.domain.platform import Platform
from pressroom.storage.columns import KEY_LENGTH, PlainJson, UtcDateTime, key_column
from pressroom.storage.schema import Base

NEVER_COMPARED = -1
"""The epoch of an effect that was not compared with the freezes yet."""

_STATUSES = ", ".join(f"'{status}'" for status in get_args(EffectStatus))


class EffectRow(Base):
    """One act the world can see, written down before it is done.

    Every change of `status` or `not_before` raises `fence`, so that whoever read the row
    before the change cannot write to it afterwards.
    """

    __tablename__ = "effects"
    __table_args__ = (
        sa.UniqueConstraint("key"),
        # Empty references are NULL, which no database counts as a duplicate.
        sa.UniqueConstraint("platform", "account", "platform_ref"),
        sa.CheckConstraint(f"status IN ({_STATUSES})", name="status"),
        sa.Index(None, "status", "not_before"),
        sa.Index(None, "ordering_key"),
        sa.Index(None, "thread"),
        sa.Index(None, "run_id"),
        # Whether a comment is an answer of ours is asked of every comment that comes in.
        sa.Index(None, "platform_ref"),
        # How many answers went out within the hour is asked before each one more.
        sa.Index(None, "settled_at"),
        {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4"},
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(key_column())
    kind: Mapped[str] = mapped_column(sa.String(20))
    platform: Mapped[str] = mapped_column(sa.String(16))
    account: Mapped[str] = mapped_column(key_column(100))
    ordering_key: Mapped[str | None] = mapped_column(key_column())
    """Effects of one ordering key go out one at a time, in the order of planning."""
    thread: Mapped[str | None] = mapped_column(key_column())
    """The conversation that it answers or hides something of; NULL for what is no answer."""
    payload: Mapped[dict[str, Any]] = mapped_column(PlainJson())
    payload_sha: Mapped[str] = mapped_column(sa.String(64))
    material: Mapped[dict[str, Any]] = mapped_column(PlainJson())
    """Where the payload's files lie on this machine: not part of what was approved."""
    requires_approval: Mapped[bool] = mapped_column(sa.Boolean())
    status: Mapped[str] = mapped_column(sa.String(12))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime())
    """When it was to go out; lateness counts from here, whatever delays came since."""
    not_before: Mapped[datetime] = mapped_column(UtcDateTime())
    """When something may next happen to it: sending it, or reading the platform."""
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    attempt: Mapped[int] = mapped_column(sa.Integer())
    attempt_limit: Mapped[int] = mapped_column(sa.Integer())
    """The attempt after which a person must decide."""
    fence: Mapped[int] = mapped_column(sa.Integer())
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime())
    calling_since: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """When the visible call of the present lease began; NULL before: it can still be stopped."""
    first_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    settles_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """Until then the last call may still take effect, and not seeing it proves nothing."""
    absent_reads: Mapped[int] = mapped_column(sa.Integer())
    """How often in a row the platform did not show it since the last call settled."""
    last_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    asked_again: Mapped[bool] = mapped_column(sa.Boolean())
    """A person has asked for another try since the last call."""
    freeze_epoch: Mapped[int] = mapped_column(sa.Integer(), server_default="0")
    """The newest freeze (`storage/freezes.py`) when it was last compared with them."""
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """When the freeze that holds it began; NULL where none does, or a person has looked."""
    draft: Mapped[dict[str, Any]] = mapped_column(PlainJson())
    platform_ref: Mapped[str | None] = mapped_column(key_column())
    permalink: Mapped[str] = mapped_column(sa.Text())
    note: Mapped[str] = mapped_column(sa.Text())
    run_id: Mapped[str] = mapped_column(key_column(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    """When it reached a status in which nothing more happens by itself."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An effect that somebody wants, ready to be written into the ledger."""

    key: str
    """Deterministic, so that a node that runs again plans the same effect."""
    kind: EffectKind
    platform: Platform
    account: str
    payload: dict[str, Any]
    material: dict[str, Any] = field(default_factory=dict)
    requires_approval: bool = False
    not_before: datetime | None = None
    """None: as soon as it may."""
    expires_at: datetime | None = None
    ordering_key: str = ""
    thread: str = ""
    """The conversation that it belongs to: whoever takes that over stops this."""
    run_id: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(self.key) <= KEY_LENGTH:
            raise ValueError(f"an effect's key has 1 to {KEY_LENGTH} characters: {self.key!r}")

    @property
    def payload_sha(self) -> str:
        """What an approval of it is bound to."""
        return sha_of(self.payload)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of a row and the rest of the house does not."""

    attempt_limit: int
    settles_at: datetime | None = None
    absent_reads: int = 0
    last_read_at: datetime | None = None
    asked_again: bool = False
    tried_before: datetime | None = None
    """The first try before this claim; None where the claim is for the first."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A worker's hold on an effect: good while its fence is the row's."""

    effect: Effect
    """The effect as it was when it was claimed."""
    effect_id: int
    fence: int
    taken_at: datetime
    """By the database's clock: whatever the worker sees on the platform, it saw later."""
    lease_until: datetime
    facts: Facts


def effect_of(row: Mapping[str, Any]) -> Effect:
    """The effect as the rest of the house sees it."""
    plain = {name: row[name] for name in Effect.model_fields}
    for name in ("platform_ref", "thread"):
        plain[name] = plain[name] or ""
    return Effect.model_validate(plain)


def facts_of(row: Mapping[str, Any]) -> Facts:
    """What the rules need to know of *row*."""
    return Facts(
        attempt_limit=row["attempt_limit"],
        settles_at=row["settles_at"],
        absent_reads=row["absent_reads"],
        last_read_at=row["last_read_at"],
        asked_again=row["asked_again"],
        tried_before=row["first_try_at"],
    )


def claim_of(
    row: Mapping[str, Any],
    change: Mapping[str, Any],
    *,
    taken_at: datetime,
    lease_until: datetime,
) -> Claim:
    """The hold on *row* after *change*, which raised its fence by one."""
    fence = row["fence"] + 1
    return Claim(
        effect=effect_of({**row, **change, "fence": fence}),
        effect_id=row["id"],
        fence=fence,
        taken_at=taken_at,
        lease_until=lease_until,
        facts=facts_of(row),
    )


def first_values(planned: Planned, now: datetime, *, attempt_limit: int) -> dict[str, Any]:
    """The columns of an effect that was planned *now*."""
    due_at = planned.not_before or now
    return {
        "key": planned.key,
        "kind": planned.kind,
        "platform": planned.platform,
        "account": planned.account,
        "ordering_key": planned.ordering_key or None,
        "thread": planned.thread or None,
        "payload": planned.payload,
        "payload_sha": planned.payload_sha,
        "material": planned.material,
        "requires_approval": planned.requires_approval,
        "status": "ready",
        "due_at": due_at,
        "not_before": due_at,
        "expires_at": planned.expires_at,
        "attempt": 0,
        "attempt_limit": attempt_limit,
        "fence": 0,
        "absent_reads": 0,
        "asked_again": False,
        "freeze_epoch": NEVER_COMPARED,
        "frozen_at": None,
        "draft": {},
        "permalink": "",
        "note": "",
        "run_id": planned.run_id,
        "created_at": now,
    }
