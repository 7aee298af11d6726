"""The deciding record: what is to be done about each comment, said once, and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import CommentRef
from pressroom.domain.decision import Decision, HandledComment, HandledStatus, ReplyDraft
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.comment_rows import COMMENTS, of_comment
from pressroom.storage.comments import load_states, note_decided
from pressroom.storage.dialects import insert_new, session_now
from pressroom.storage.refs import CHUNK, among, chunks
from pressroom.storage.schema import OPTIONS, Base

_URGENCY = {"urgent": 0, "high": 1, "normal": 2, "low": 3}


class HandledCommentRow(Base):
    """What was decided about a comment; its primary key says that this happens once."""

    __tablename__ = "handled_comments"
    __table_args__ = (of_comment(), sa.Index(None, "status", "urgency", "answer_by"), OPTIONS)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    comment_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    thread: Mapped[str] = mapped_column(key_column(), index=True)
    action: Mapped[str] = mapped_column(key_column(20))
    mode: Mapped[str] = mapped_column(key_column(10))
    urgency: Mapped[int] = mapped_column(sa.Integer)
    """The priority as a number, urgent first, so that lists sort by it."""
    answer_by: Mapped[datetime | None] = mapped_column(UtcDateTime)
    confidence: Mapped[float] = mapped_column(sa.Double)
    kind: Mapped[str] = mapped_column(key_column(20))
    language: Mapped[str] = mapped_column(key_column(16))
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(PlainJson)
    status: Mapped[str] = mapped_column(key_column(12))
    draft: Mapped[dict[str, Any] | None] = mapped_column(PlainJson)
    response: Mapped[str] = mapped_column(Prose)
    effect_key: Mapped[str] = mapped_column(key_column(), index=True)
    note: Mapped[str] = mapped_column(Prose)
    message_sha: Mapped[str] = mapped_column(key_column(64))
    handled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


HANDLED: sa.Table = HandledCommentRow.__table__  # type: ignore[assignment]
ITS_COMMENT = sa.and_(
    HANDLED.c.platform == COMMENTS.c.platform, HANDLED.c.comment_id == COMMENTS.c.comment_id
)
"""Joins a record with the comment that it is about."""


async def record_decisions(
    session: AsyncSession, decided: Sequence[HandledComment]
) -> list[CommentRef]:
    """Those of *decided* that are on record now because of this call; the first one wins.

    Their comments no longer wait. One whose comment is gone, or says something else than what
    was decided about, is left out; such a comment waits on and comes round again.
    """
    by_ref = {handled.ref: handled for handled in decided}
    states = await load_states(session, by_ref, lock=True)
    fitting = [
        ref
        for ref in sorted(by_ref)
        if ref in states
        and states[ref].has_text
        and states[ref].message_sha == by_ref[ref].message_sha
    ]
    known = await handled_of(session, fitting)
    fresh = [ref for ref in fitting if ref not in known]
    for start in range(0, len(fresh), CHUNK):
        rows = [_values(by_ref[ref]) for ref in fresh[start : start + CHUNK]]
        await insert_new(session, HANDLED, rows)
    await note_decided(session, fresh)
    return fresh


async def decide_again(session: AsyncSession, handled: HandledComment) -> bool:
    """Whether *handled* takes the place of what was decided before its comment was edited.

    Not once an effect carries the earlier decision out, and not after a person's word. The
    comment no longer waits either way.
    """
    states = await load_states(session, [handled.ref], lock=True)
    state = states.get(handled.ref)
    if state is None or not state.has_text or state.message_sha != handled.message_sha:
        return False
    statement = (
        sa.update(HANDLED)
        .where(
            among(HANDLED, handled.platform, [handled.comment_id]),
            HANDLED.c.status.in_(("decided", "waiting")),
        )
        .values(_values(handled))
    )
    changed = await session.execute(statement)
    await note_decided(session, [handled.ref])
    return bool(changed.rowcount == 1)  # type: ignore[attr-defined]  # a CursorResult for DML


async def move(
    session: AsyncSession,
    ref: CommentRef,
    *,
    status: HandledStatus,
    expected: Iterable[HandledStatus],
    draft: ReplyDraft | None = None,
    response: str | None = None,
    effect_key: str | None = None,
    note: str | None = None,
) -> bool:
    """Whether the record stood at one of *expected* and is at *status* now; None keeps a part.

    The conditional update decides, so that of two who answer at once one does.
    """
    values: dict[str, Any] = {"status": status, "updated_at": await session_now(session)}
    if draft is not None:
        values["draft"] = draft.model_dump(mode="json")
    if response is not None:
        values["response"] = response
    if effect_key is not None:
        values["effect_key"] = effect_key
    if note is not None:
        values["note"] = note
    statement = (
        sa.update(HANDLED)
        .where(
            among(HANDLED, ref.platform, [ref.comment_id]), HANDLED.c.status.in_(tuple(expected))
        )
        .values(values)
    )
    changed = await session.execute(statement)
    return bool(changed.rowcount == 1)  # type: ignore[attr-defined]


async def move_all(
    session: AsyncSession,
    refs: Iterable[CommentRef],
    *,
    status: HandledStatus,
    expected: HandledStatus,
) -> None:
    """Those of these records that stand at *expected* are at *status* now."""
    now = await session_now(session)
    for platform, ids in chunks(refs):
        statement = (
            sa.update(HANDLED)
            .where(among(HANDLED, platform, ids), HANDLED.c.status == expected)
            .values(status=status, updated_at=now)
        )
        await session.execute(statement)


def went_out() -> tuple[sa.ColumnElement[bool], ...]:
    """True of records whose answer went out or is about to."""
    return (HANDLED.c.status.in_(("planned", "done")), HANDLED.c.response != "")


async def handled_of(
    session: AsyncSession, refs: Iterable[CommentRef]
) -> dict[CommentRef, HandledComment]:
    """What is on record about those of *refs* that something was decided about."""
    found: dict[CommentRef, HandledComment] = {}
    for platform, ids in chunks(refs):
        statement = sa.select(HANDLED).where(among(HANDLED, platform, ids))
        for row in (await session.execute(statement)).mappings():
            found[CommentRef(platform, row["comment_id"])] = _handled(row)
    return found


async def handled_by(session: AsyncSession, effect_key: str) -> HandledComment | None:
    """The record that this effect carries out, or None."""
    statement = sa.select(HANDLED).where(HANDLED.c.effect_key == effect_key)
    row = (await session.execute(statement)).mappings().first()
    return _handled(row) if row else None


async def list_handled(
    session: AsyncSession,
    *,
    status: Iterable[HandledStatus] = ("waiting",),
    thread: str | None = None,
    limit: int = 50,
) -> list[HandledComment]:
    """Records of these statuses: the most urgent first, then the one to be answered soonest."""
    statement = sa.select(HANDLED).where(HANDLED.c.status.in_(tuple(status)))
    if thread is not None:
        statement = statement.where(HANDLED.c.thread == thread)
    # Databases disagree on where NULL sorts; what has no deadline comes last.
    order = (HANDLED.c.urgency, HANDLED.c.answer_by.is_(None), HANDLED.c.answer_by)
    statement = statement.order_by(*order, HANDLED.c.handled_at, HANDLED.c.comment_id)
    rows = (await session.execute(statement.limit(limit))).mappings()
    return [_handled(row) for row in rows]


def _values(handled: HandledComment) -> dict[str, Any]:
    decision, draft = handled.decision, handled.draft
    return {
        "platform": handled.platform,
        "comment_id": handled.comment_id,
        "thread": handled.thread,
        "action": decision.action,
        "mode": decision.mode,
        "urgency": _URGENCY[decision.priority],
        "answer_by": decision.answer_by,
        "confidence": decision.confidence,
        "kind": decision.kind,
        "language": decision.language,
        "reasons": [reason.model_dump(mode="json") for reason in decision.reasons],
        "status": handled.status,
        "draft": draft.model_dump(mode="json") if draft else None,
        "response": handled.response,
        "effect_key": handled.effect_key,
        "note": handled.note,
        "message_sha": handled.message_sha,
        "handled_at": handled.handled_at,
        "updated_at": handled.updated_at,
    }


_PARTS = ("action", "mode", "reasons", "confidence", "kind", "language")
_PRIORITIES = {number: priority for priority, number in _URGENCY.items()}


def _handled(row: sa.RowMapping) -> HandledComment:
    decision = {name: row[name] for name in _PARTS}
    plain = {name: row[name] for name in HandledComment.model_fields if name in row}
    return HandledComment.model_validate(
        plain
        | {
            "decision": Decision.model_validate(
                decision | {"answer_by": row["answer_by"], "priority": _PRIORITIES[row["urgency"]]}
            )
        }
    )


async def stalled(session: AsyncSession, after: timedelta, limit: int = 200) -> list[CommentRef]:
    """Comments that were decided about longer ago than *after* and nothing came of it: the run
    that decided is dead."""
    now = await session_now(session)
    statement = (
        sa.select(HANDLED.c.platform, HANDLED.c.comment_id)
        .where(HANDLED.c.status == "decided", HANDLED.c.updated_at <= now - after)
        .order_by(HANDLED.c.updated_at, HANDLED.c.platform, HANDLED.c.comment_id)
        .limit(limit)
    )
    return [CommentRef(*row) for row in (await session.execute(statement)).tuples()]
