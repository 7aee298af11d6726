"""Runs of graphs as the database remembers them: accepted once, claimed by one."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pressroom.domain.run import Run, RunStatus
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.dialects import session_now
from pressroom.storage.once import insert_once
from pressroom.storage.schema import OPTIONS, Base


class RunWaitRow(Base):
    """What a parked run waits for: found by what it is, when that settles."""

    __tablename__ = "run_waits"

    thread_id: Mapped[str] = mapped_column(
        key_column(), sa.ForeignKey("runs.thread_id"), primary_key=True
    )
    token: Mapped[str] = mapped_column(key_column(255), primary_key=True, index=True)


class RunRow(Base):
    """A run."""

    __tablename__ = "runs"
    __table_args__ = (sa.Index(None, "status", "wake_at"), OPTIONS)

    thread_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    graph: Mapped[str] = mapped_column(key_column(64))
    input: Mapped[dict[str, Any]] = mapped_column(PlainJson)
    status: Mapped[str] = mapped_column(key_column(20))
    error: Mapped[str] = mapped_column(Prose)
    fence: Mapped[int] = mapped_column(sa.Integer)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    wake_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    waits: Mapped[list[RunWaitRow]] = relationship(lazy="selectin", order_by=RunWaitRow.token)

    def to_run(self) -> Run:
        """The run as the rest of the house sees it."""
        names = Run.model_fields.keys() - {"waiting_for"}
        return Run.model_validate(
            {name: getattr(self, name) for name in names}
            | {"waiting_for": [wait.token for wait in self.waits]}
        )


async def accept_run(session: AsyncSession, run: Run) -> bool:
    """Whether *run* was accepted now; False where its thread is on record already."""
    row = RunRow(
        **run.model_dump(exclude={"waiting_for"}),
        waits=[RunWaitRow(token=token) for token in sorted(set(run.waiting_for))],
    )
    return await insert_once(session, row)


async def get_run(session: AsyncSession, thread_id: str) -> Run | None:
    """The run as it is now, or None."""
    row = await session.get(RunRow, thread_id, populate_existing=True)
    return row.to_run() if row else None


async def list_runs(
    session: AsyncSession,
    *,
    status: RunStatus | None = None,
    graph: str | None = None,
    limit: int = 50,
) -> list[Run]:
    """Runs, newest first."""
    statement = sa.select(RunRow).order_by(RunRow.created_at.desc(), RunRow.thread_id.desc())
    if status is not None:
        statement = statement.where(RunRow.status == status)
    if graph is not None:
        statement = statement.where(RunRow.graph == graph)
    fresh = statement.limit(limit).execution_options(populate_existing=True)
    return [row.to_run() for row in (await session.execute(fresh)).scalars()]


async def claim_run(
    session: AsyncSession, thread_id: str, now: datetime, lease: timedelta, *, failed: bool = False
) -> Run | None:
    """The run, ours until *now* + *lease*; None where it is over or somebody holds it.

    With *failed* one that failed may be claimed too: somebody mended the cause.

    What it waited for stays on it, so that its driver knows what to look at. The conditional
    update decides: of any number of claimers one gets it, with a fence of its own.
    """
    statement = (
        sa.update(RunRow)
        .where(RunRow.thread_id == thread_id)
        .where(
            sa.or_(
                RunRow.status.in_(("accepted", "waiting", *(("failed",) if failed else ()))),
                sa.and_(RunRow.status == "running", RunRow.lease_until <= now),
            )
        )
        .values(
            status="running",
            fence=RunRow.fence + 1,
            lease_until=now + lease,
            wake_at=None,
            updated_at=now,
        )
    )
    return await get_run(session, thread_id) if await _changed(session, statement) else None


async def extend_lease(session: AsyncSession, run: Run, now: datetime, lease: timedelta) -> bool:
    """Whether the claim on *run* still held and now lasts until *now* + *lease*."""
    statement = _held(run).values(lease_until=now + lease, updated_at=now)
    return await _changed(session, statement)


async def park_run(
    session: AsyncSession,
    run: Run,
    *,
    status: RunStatus,
    waiting_for: Iterable[str] = (),
    error: str = "",
    wake_at: datetime | None = None,
) -> bool:
    """Whether the claim on *run* still held and was given back with this outcome.

    False means that another process has taken the run over: whatever this one was about to
    say of it no longer counts.
    """
    statement = _held(run).values(
        status=status,
        error=error,
        wake_at=wake_at,
        lease_until=None,
        updated_at=await session_now(session),
    )
    if not await _changed(session, statement):
        return False
    await session.execute(sa.delete(RunWaitRow).where(RunWaitRow.thread_id == run.thread_id))
    for token in sorted(set(waiting_for)):
        insert = sa.insert(RunWaitRow).values(thread_id=run.thread_id, token=token)
        await session.execute(insert)
    return True


async def due_runs(session: AsyncSession, now: datetime, limit: int = 50) -> list[str]:
    """The threads that somebody should claim, the one left alone longest first.

    Those never started, those whose process let its lease die, and those to be woken by now.
    """
    statement = (
        sa.select(RunRow.thread_id)
        .where(
            sa.or_(
                RunRow.status == "accepted",
                sa.and_(RunRow.status == "running", RunRow.lease_until <= now),
                sa.and_(RunRow.status == "waiting", RunRow.wake_at <= now),
            )
        )
        .order_by(RunRow.updated_at, RunRow.thread_id)
        .limit(limit)
    )
    return list((await session.execute(statement)).scalars())


async def runs_waiting_for(session: AsyncSession, token: str) -> list[str]:
    """The threads parked on *token* (`effect:<key>`, `approval:<thread>`)."""
    statement = (
        sa.select(RunRow.thread_id)
        .join(RunWaitRow, RunWaitRow.thread_id == RunRow.thread_id)
        .where(RunWaitRow.token == token, RunRow.status == "waiting")
        .order_by(RunRow.thread_id)
    )
    return list((await session.execute(statement)).scalars())


async def wake_waiting(session: AsyncSession, token: str, now: datetime) -> None:
    """Let the runs parked on *token* be due at once: what they wait for is there."""
    waiting = sa.select(RunWaitRow.thread_id).where(RunWaitRow.token == token)
    statement = (
        sa.update(RunRow)
        .where(RunRow.thread_id.in_(waiting), RunRow.status == "waiting")
        .values(wake_at=now)
    )
    await session.execute(statement, execution_options={"synchronize_session": False})


async def done_runs(session: AsyncSession, graph: str, before: datetime, limit: int) -> list[str]:
    """Threads of that graph which were done before that time, the oldest first."""
    statement = (
        sa.select(RunRow.thread_id)
        .where(RunRow.graph == graph, RunRow.status == "done", RunRow.updated_at < before)
        .order_by(RunRow.created_at, RunRow.thread_id)
        .limit(limit)
    )
    return list((await session.execute(statement)).scalars())


async def delete_runs(session: AsyncSession, threads: Sequence[str]) -> int:
    """How many of these runs, all of them done, are gone now."""
    await session.execute(sa.delete(RunWaitRow).where(RunWaitRow.thread_id.in_(threads)))
    gone = await session.execute(
        sa.delete(RunRow).where(RunRow.thread_id.in_(threads), RunRow.status == "done")
    )
    return cast("sa.CursorResult[Any]", gone).rowcount


def _held(run: Run) -> sa.Update:
    return sa.update(RunRow).where(
        RunRow.thread_id == run.thread_id, RunRow.fence == run.fence, RunRow.status == "running"
    )


async def _changed(session: AsyncSession, statement: sa.Update) -> bool:
    options = {"synchronize_session": False}
    result = await session.execute(statement, execution_options=options)
    return bool(result.rowcount == 1)  # type: ignore[attr-defined]  # a CursorResult for DML
