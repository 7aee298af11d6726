"""What waits for a person's decision, gathered by the run it belongs to.

A proposal for a comment waits with the comment, at the desk, and is planned when it is
approved; an answer that a tool or a program has asked for waits here.
"""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.waiting import Waiting
from pressroom.storage.due import is_decided
from pressroom.storage.effects import EffectRow
from pressroom.storage.post_rows import PlatformPostRow, PostRow

_AT_ONCE = 200
"""Questions read by one statement: no database takes one of any length."""
_TITLE_CHARS = 80

_OPEN = (
    EffectRow.status == "ready",
    EffectRow.requires_approval.is_(sa.true()),
    ~is_decided("approved"),
    ~is_decided("rejected"),
)
_THREAD = sa.case((EffectRow.run_id != "", EffectRow.run_id), else_=EffectRow.key)
_EACH = sa.select(_THREAD.label("thread"), EffectRow.created_at).where(*_OPEN).subquery()


async def list_waiting(
    session: AsyncSession, *, limit: int | None = None, offset: int = 0
) -> list[Waiting]:
    """What waits, the longest first: all of it, or at most *limit* after the first *offset*."""
    since = sa.func.min(_EACH.c.created_at)
    naming = sa.select(_EACH.c.thread).group_by(_EACH.c.thread).order_by(since, _EACH.c.thread)
    some = naming.limit(limit).offset(offset or None)
    threads = list((await session.execute(some)).scalars())
    return [
        item
        for start in range(0, len(threads), _AT_ONCE)
        for item in await _read(session, threads[start : start + _AT_ONCE])
    ]


async def count_waiting(session: AsyncSession) -> int:
    """How many questions are open: a run with several posts is one."""
    counting = sa.select(sa.func.count(sa.distinct(_EACH.c.thread)))
    return int((await session.execute(counting)).scalar_one())


async def _read(session: AsyncSession, threads: Sequence[str]) -> list[Waiting]:
    wanted = (
        sa.select(_THREAD.label("thread"), *EffectRow.__table__.columns)
        .where(*_OPEN, _THREAD.in_(threads))
        .order_by(EffectRow.id)
    )
    rows: dict[str, list[sa.RowMapping]] = {thread: [] for thread in threads}
    for row in (await session.execute(wanted)).mappings():
        rows[row["thread"]].append(row)
    titles = await _titles(session, [row for group in rows.values() for row in group])
    return [_waiting(thread, group, titles) for thread, group in rows.items() if group]


async def _titles(session: AsyncSession, rows: Sequence[sa.RowMapping]) -> dict[str, str]:
    """Titles of the posts that the effects publish, by our id of the version."""
    references = {_reference(row) for row in rows} - {""}
    statement = (
        sa.select(PlatformPostRow.id, PostRow.title)
        .join(PostRow, PostRow.id == PlatformPostRow.post_id)
        .where(PlatformPostRow.id.in_(references))
    )
    return {row.id: row.title for row in await session.execute(statement)}


def _waiting(thread: str, rows: Sequence[sa.RowMapping], titles: Mapping[str, str]) -> Waiting:
    first = rows[0]
    return Waiting(
        thread_id=thread,
        title=titles.get(_reference(first)) or _said(first)[:_TITLE_CHARS],
        platforms=tuple(dict.fromkeys(row["platform"] for row in rows)),
        waiting_since=min(row["created_at"] for row in rows),
        publish_at=min(row["not_before"] for row in rows),
        effect_keys=tuple(row["key"] for row in rows),
    )


def _said(row: sa.RowMapping) -> str:
    payload = row["payload"]
    if row["kind"] == "hide":
        return (
            f"{'Hide' if payload.get('hidden', True) else 'Show'} {payload.get('comment_id', '')}"
        )
    return " ".join(str(payload.get("text", "")).split())


def _reference(row: sa.RowMapping) -> str:
    return str(row["payload"].get("reference", ""))
