"""What was heard and not yet made use of: committed before the sender is thanked, worked off once.

The primary key is what happened, not which delivery told it: of forty copies of a webhook one
row is kept, for good, because nothing in Meta's scheme keeps a delivery from being replayed.
A worker takes rows under a lease and a fence; what a dead one held is taken up again, and a
row that cannot be read ends in `failed` with a note that says why. Once a row is done its
body is emptied: what was said lives with the comment and nowhere else.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import ChangeSource, CommentChange, CommentRef, sha_of_message
from pressroom.domain.platform import Platform
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.dialects import insert_new, session_now, skip_locked
from pressroom.storage.forgotten import without_forgotten
from pressroom.storage.refs import CHUNK, among, chunks
from pressroom.storage.schema import OPTIONS, Base

InboxStatus = Literal["new", "working", "done", "failed"]

ATTEMPT_LIMIT = 40
"""Longer than a day and a half of hourly tries: as long as Meta itself repeats a delivery."""


class InboxRow(Base):
    """One change of a comment, as it was heard."""

    __tablename__ = "inbox"
    __table_args__ = (
        sa.Index(None, "status", "due_at"),
        sa.Index(None, "platform", "comment_id"),
        sa.Index(None, "platform", "author_id"),
        OPTIONS,
    )

    source: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    dedupe: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    platform: Mapped[str] = mapped_column(key_column(16))
    comment_id: Mapped[str] = mapped_column(key_column())
    author_id: Mapped[str] = mapped_column(key_column())
    verb: Mapped[str] = mapped_column(key_column(16))
    body: Mapped[str] = mapped_column(Prose)
    """The change as JSON; empty once it is done."""
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(key_column(12))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When somebody may take it; of a row that is being worked on, when its lease ends."""
    attempt: Mapped[int] = mapped_column(sa.Integer)
    fence: Mapped[int] = mapped_column(sa.Integer)
    note: Mapped[str] = mapped_column(Prose)


INBOX: sa.Table = InboxRow.__table__  # type: ignore[assignment]  # typed as any selectable


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A row that is ours to work on, while its fence is the row's."""

    source: ChangeSource
    dedupe: str
    ref: CommentRef
    fence: int
    attempt: int
    received_at: datetime
    change: CommentChange

    @property
    def key(self) -> tuple[str, str]:
        """The row's primary key."""
        return self.source, self.dedupe


@dataclass(frozen=True, slots=True)
class FailedItem:
    """A row that could not be made use of, and why."""

    source: ChangeSource
    ref: CommentRef
    verb: str
    received_at: datetime
    attempt: int
    note: str


def dedupe_key(change: CommentChange) -> str:
    """What happened, as 64 hex digits: the same for every delivery that tells it.

    First words and removals happen once to a comment. Edits and hidings can come back to what
    was before, so there the time belongs to what happened.
    """
    moment = "" if change.verb in ("add", "remove") else change.at.astimezone(UTC).isoformat()
    # A time that was guessed at differs from delivery to delivery; the text does not.
    said = sha_of_message(change.comment.message) if change.comment else ""
    parts = (change.platform, change.comment_id, change.verb, moment, said)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


async def put_in(session: AsyncSession, changes: Iterable[CommentChange]) -> int:
    """How many of *changes* were not in the inbox; they are once the caller has committed.

    What somebody wrote before they asked to be forgotten is left out.

    Of several who put the same in at once each may count it; there is one row all the same.
    """
    now = await session_now(session)
    wanted = await without_forgotten(session, list(changes))
    rows = {(row["source"], row["dedupe"]): row for row in (_row(c, now) for c in wanted)}
    known = await _known(session, list(rows))
    # In one order everywhere, so that two deliveries of the same changes cannot deadlock.
    fresh = [rows[key] for key in sorted(rows.keys() - known)]
    for start in range(0, len(fresh), CHUNK):
        await insert_new(session, INBOX, fresh[start : start + CHUNK])
    return len(fresh)


async def take(session: AsyncSession, lease: timedelta, limit: int = 500) -> list[InboxItem]:
    """Rows whose time has come, oldest first, ours until the lease ends.

    One that cannot be read as a change, or that has outlived its tries, becomes `failed`.
    """
    now = await session_now(session)
    found: list[sa.RowMapping] = []
    # One status at a time, so that the index gives them in order however many there are.
    for status in ("working", "new"):
        found += await _due(session, status, now, limit - len(found))
    items: list[InboxItem] = []
    taken: list[dict[str, Any]] = []
    for row in found:
        read = _item(row)
        problem = read if isinstance(read, str) else ""
        if not problem and row["attempt"] >= ATTEMPT_LIMIT:
            problem = row["note"] or "whoever worked on it never came to an end"
        taken.append(_taken(row, "failed" if problem else "working", now + lease, problem))
        if isinstance(read, InboxItem) and not problem:
            items.append(read)
    await _write(session, taken)
    return items


async def _due(
    session: AsyncSession, status: InboxStatus, now: datetime, limit: int
) -> list[sa.RowMapping]:
    wanted = (
        sa.select(INBOX)
        .where(INBOX.c.status == status, INBOX.c.due_at <= now)
        .order_by(INBOX.c.due_at)
        .limit(limit)
    )
    dialect = (await session.connection()).dialect.name
    rows = await session.execute(skip_locked(wanted, dialect))
    return list(rows.mappings())


async def finish(session: AsyncSession, items: Iterable[InboxItem]) -> None:
    """Note that *items* are worked off; what somebody else has taken meanwhile is left alone."""
    await _settle(session, items, {"status": "done", "body": "", "author_id": "", "note": ""})


async def postpone(session: AsyncSession, item: InboxItem, pause: timedelta, note: str) -> None:
    """Let *item* be taken again after *pause*; the note says what it waits for."""
    due_at = await session_now(session) + pause
    await _settle(session, [item], {"status": "new", "due_at": due_at, "note": note})


async def put_back(session: AsyncSession, items: Iterable[InboxItem]) -> None:
    """Let *items*, of which nothing was tried yet, be taken again at once."""
    untried = {"status": "new", "attempt": INBOX.c.attempt - 1}
    await _settle(session, items, {**untried, "due_at": await session_now(session)})


async def give_up(session: AsyncSession, item: InboxItem, note: str) -> None:
    """Leave *item* to a person: nothing more happens to it by itself."""
    await _settle(session, [item], {"status": "failed", "note": note})


async def list_failed(session: AsyncSession, limit: int = 50) -> list[FailedItem]:
    """Rows that could not be made use of, newest first."""
    statement = (
        sa.select(INBOX)
        .where(INBOX.c.status == "failed")
        .order_by(INBOX.c.received_at.desc(), INBOX.c.dedupe)
        .limit(limit)
    )
    return [
        FailedItem(
            row["source"],
            CommentRef(row["platform"], row["comment_id"]),
            row["verb"],
            row["received_at"],
            row["attempt"],
            row["note"],
        )
        for row in (await session.execute(statement)).mappings()
    ]


async def retry_failed(session: AsyncSession) -> int:
    """How many failed rows are to be tried again from now on."""
    now = await session_now(session)
    statement = (
        sa.update(INBOX)
        .where(INBOX.c.status == "failed", INBOX.c.body != "")
        .values(status="new", attempt=0, due_at=now, fence=INBOX.c.fence + 1)
    )
    return int((await session.execute(statement)).rowcount)  # type: ignore[attr-defined]


async def count_inbox(session: AsyncSession) -> dict[InboxStatus, int]:
    """How many rows have each status; those that none has are left out."""
    statement = sa.select(INBOX.c.status, sa.func.count()).group_by(INBOX.c.status)
    return dict((await session.execute(statement)).all())


async def next_due(session: AsyncSession) -> datetime | None:
    """When something in the inbox may next be taken; None where nothing waits."""
    statement = sa.select(sa.func.min(INBOX.c.due_at)).where(INBOX.c.status.in_(("new", "working")))
    found: datetime | None = (await session.execute(statement)).scalar_one()
    return found


async def heard_of(session: AsyncSession, refs: Iterable[CommentRef]) -> set[CommentRef]:
    """Those of *refs* that a webhook has told of, worked off or not."""
    found: set[CommentRef] = set()
    for platform, ids in chunks(refs):
        statement = (
            sa.select(INBOX.c.comment_id)
            .where(among(INBOX, platform, ids), INBOX.c.source == "webhook")
            .distinct()
        )
        found |= {CommentRef(platform, own) for own in (await session.execute(statement)).scalars()}
    return found


async def purge(session: AsyncSession, before: datetime, limit: int = 1000) -> int:
    """How many rows that were done with before that time are gone now, at most *limit*.

    Keep them longer than anybody repeats a delivery: they are what tells a copy.
    """
    # Chosen first: MySQL deletes nothing by a question to the same table.
    old = sa.select(INBOX.c.source, INBOX.c.dedupe).where(
        INBOX.c.status == "done", INBOX.c.received_at < before
    )
    found: dict[str, list[str]] = {}
    for source, dedupe in (await session.execute(old.limit(limit))).tuples():
        found.setdefault(source, []).append(dedupe)
    for source, group in found.items():
        await session.execute(
            sa.delete(INBOX).where(INBOX.c.source == source, INBOX.c.dedupe.in_(group))
        )
    return sum(map(len, found.values()))


def _row(change: CommentChange, now: datetime) -> dict[str, Any]:
    return {
        "source": change.source,
        "dedupe": dedupe_key(change),
        "platform": change.platform,
        "comment_id": change.comment_id,
        "author_id": change.comment.author_id if change.comment else "",
        "verb": change.verb,
        "body": change.model_dump_json(exclude_defaults=True),
        "received_at": now,
        "status": "new",
        "due_at": now,
        "attempt": 0,
        "fence": 0,
        "note": "",
    }


async def _known(session: AsyncSession, keys: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        statement = sa.select(INBOX.c.source, INBOX.c.dedupe).where(
            INBOX.c.source.in_({source for source, _ in chunk}),
            INBOX.c.dedupe.in_([dedupe for _, dedupe in chunk]),
        )
        known |= {(s, d) for s, d in (await session.execute(statement))}
    return known


def _item(row: sa.RowMapping) -> InboxItem | str:
    """The row as an item, or why it cannot be read."""
    platform: Platform = row["platform"]
    try:
        change = CommentChange.model_validate_json(row["body"])
    except ValidationError as err:
        first = err.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "its body"
        return f"it cannot be read: {where}: {first['msg']}"
    return InboxItem(
        source=row["source"],
        dedupe=row["dedupe"],
        ref=CommentRef(platform, row["comment_id"]),
        fence=row["fence"] + 1,
        attempt=row["attempt"] + 1,
        received_at=row["received_at"],
        change=change,
    )


def _taken(row: sa.RowMapping, status: str, due_at: datetime, note: str) -> dict[str, Any]:
    return {
        "key_source": row["source"],
        "key_dedupe": row["dedupe"],
        "key_fence": row["fence"],
        "new_status": status,
        "new_due_at": due_at,
        "new_note": note,
    }


_TAKE = (
    sa.update(INBOX)
    .where(
        INBOX.c.source == sa.bindparam("key_source"),
        INBOX.c.dedupe == sa.bindparam("key_dedupe"),
        INBOX.c.fence == sa.bindparam("key_fence"),
    )
    .values(
        status=sa.bindparam("new_status"),
        due_at=sa.bindparam("new_due_at"),
        note=sa.bindparam("new_note"),
        attempt=INBOX.c.attempt + 1,
        fence=INBOX.c.fence + 1,
    )
)


async def _write(session: AsyncSession, taken: list[dict[str, Any]]) -> None:
    # The rows are locked since they were read, so every one of these updates finds its row.
    if taken:
        await session.execute(_TAKE, taken)


async def _settle(
    session: AsyncSession, items: Iterable[InboxItem], values: dict[str, Any]
) -> None:
    """Write *values* to those of *items* that are still held."""
    statement = (
        sa.update(INBOX)
        .where(
            INBOX.c.source == sa.bindparam("key_source"),
            INBOX.c.dedupe == sa.bindparam("key_dedupe"),
            INBOX.c.fence == sa.bindparam("key_fence"),
            INBOX.c.status == "working",
        )
        .values(values)
    )
    held = [
        {"key_source": item.source, "key_dedupe": item.dedupe, "key_fence": item.fence}
        for item in items
    ]
    if held:
        await session.execute(statement, held)
