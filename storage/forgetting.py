"""Emptying what is kept of comments that are gone, in every table.

A comment's row stays with its id and the time, so that no late webhook and no listing brings
it back; of everything that was said, made or answered on its account nothing stays but hashes.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import get_args

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import CommentRef
from pressroom.domain.effects import EffectKind
from pressroom.domain.platform import Platform
from pressroom.storage.analyses import ANALYSES
from pressroom.storage.approvals import ApprovalRow
from pressroom.storage.attempts import EffectAttemptRow
from pressroom.storage.comment_rows import COMMENTS
from pressroom.storage.desk import forget_words
from pressroom.storage.dialects import session_now
from pressroom.storage.effects import EffectRow
from pressroom.storage.handled import HANDLED
from pressroom.storage.inbox import INBOX
from pressroom.storage.interventions import InterventionRow
from pressroom.storage.refs import CHUNK, among, chunks
from pressroom.storage.threads import ThreadRow

LOOK_AGAIN = timedelta(hours=1)
"""After so long a removed comment is emptied once more; well within X's 24 hours."""

_GONE = "The comment is gone."


async def empty_records(session: AsyncSession, refs: Iterable[CommentRef]) -> dict[str, int]:
    """What was emptied or deleted of the comments *refs*, which are gone: table → rows.

    Answers that were not sent are withdrawn. What is being sent, or in doubt, keeps its words
    until it is settled, because reading the platform needs them: it is due again later.
    """
    gone = sorted(set(refs))
    if not gone:
        return {}
    now = await session_now(session)
    done: dict[str, int] = {}
    for platform, ids in chunks(gone):
        keys = await _effect_keys(session, platform, ids)
        for table, count in (
            ("inbox", await _empty_inbox(session, platform, ids)),
            ("comment_analysis", await _delete_analyses(session, platform, ids)),
            ("handled_comments", await _empty_handled(session, platform, ids, now)),
            ("desk_actions", await forget_words(session, (CommentRef(platform, i) for i in ids))),
            *(await _empty_takeovers(session, platform, ids)).items(),
            *(await _empty_effects(session, keys, now)).items(),
        ):
            done[table] = done.get(table, 0) + count
        statement = sa.update(COMMENTS).where(among(COMMENTS, platform, ids))
        await session.execute(statement.values(forget_due_at=now + LOOK_AGAIN))
    return done


async def due_to_forget(session: AsyncSession, limit: int = 200) -> list[CommentRef]:
    """Removed comments that are to be emptied once more by now."""
    now = await session_now(session)
    statement = (
        sa.select(COMMENTS.c.platform, COMMENTS.c.comment_id)
        .where(COMMENTS.c.forget_due_at <= now)
        .order_by(COMMENTS.c.forget_due_at, COMMENTS.c.platform, COMMENTS.c.comment_id)
        .limit(limit)
    )
    return [CommentRef(*row) for row in (await session.execute(statement))]


async def finish_forgetting(session: AsyncSession, refs: Iterable[CommentRef]) -> None:
    """Empty *refs* once more; those of which nothing is in doubt any longer are then left alone."""
    gone = sorted(set(refs))
    await empty_records(session, gone)
    for platform, ids in chunks(gone):
        keys = await _effect_keys(session, platform, ids)
        statement = sa.select(EffectRow.key).where(EffectRow.key.in_(keys), _is_open())
        if keys and (await session.execute(statement.limit(1))).first():
            continue  # the whole chunk comes round again: it costs nothing but a look
        done = sa.update(COMMENTS).where(among(COMMENTS, platform, ids))
        await session.execute(done.values(forget_due_at=None))


async def refs_of(session: AsyncSession, platform: Platform, user: str) -> list[CommentRef]:
    """Comments by the account *user*: its id or, where a handle is one account's alone, `@handle`.

    What still waits in the inbox counts too.
    """
    handle = user.removeprefix("@").lower()
    by_handle = platform != "facebook" and bool(handle)
    named = sa.func.lower(COMMENTS.c.author_name) == handle
    theirs = COMMENTS.c.author_id == user
    found = sa.select(COMMENTS.c.comment_id).where(
        COMMENTS.c.platform == platform, sa.or_(theirs, named) if by_handle else theirs
    )
    ids = set((await session.execute(found)).scalars())
    waiting = sa.select(INBOX.c.comment_id).where(
        INBOX.c.platform == platform, INBOX.c.author_id == user
    )
    ids |= set((await session.execute(waiting)).scalars())
    return [CommentRef(platform, own_id) for own_id in sorted(ids)]


async def heard_words(session: AsyncSession, refs: Iterable[CommentRef]) -> list[str]:
    """What the inbox still holds of *refs*, as it came."""
    bodies: list[str] = []
    for platform, ids in chunks(refs):
        statement = sa.select(INBOX.c.body).where(among(INBOX, platform, ids), INBOX.c.body != "")
        bodies += (await session.execute(statement)).scalars()
    return bodies


async def count_open(session: AsyncSession, refs: Iterable[CommentRef]) -> int:
    """How many answers to *refs* are being sent or in doubt, and keep their words until then."""
    count = 0
    for platform, ids in chunks(refs):
        keys = await _effect_keys(session, platform, ids)
        statement = sa.select(sa.func.count()).where(EffectRow.key.in_(keys), _is_open())
        count += (await session.execute(statement)).scalar_one() if keys else 0
    return count


async def _effect_keys(session: AsyncSession, platform: Platform, ids: list[str]) -> list[str]:
    """The keys of everything that was planned towards these comments."""
    acts = (*get_args(EffectKind), "unhide")
    keys = {f"{act}:{platform}:{own_id}" for act in acts for own_id in ids}
    statement = sa.select(HANDLED.c.effect_key).where(
        among(HANDLED, platform, ids), HANDLED.c.effect_key != ""
    )
    keys |= set((await session.execute(statement)).scalars())
    found: list[str] = []
    wanted = sorted(keys)
    for start in range(0, len(wanted), CHUNK):
        there = sa.select(EffectRow.key).where(EffectRow.key.in_(wanted[start : start + CHUNK]))
        found += (await session.execute(there)).scalars()
    return found


async def _empty_inbox(session: AsyncSession, platform: Platform, ids: list[str]) -> int:
    words = sa.or_(INBOX.c.body != "", INBOX.c.author_id != "")
    statement = sa.update(INBOX).where(among(INBOX, platform, ids), words)
    return await _changed(session, statement.values(body="", note="", author_id="", status="done"))


async def _delete_analyses(session: AsyncSession, platform: Platform, ids: list[str]) -> int:
    return await _changed(session, sa.delete(ANALYSES).where(among(ANALYSES, platform, ids)))


async def _empty_handled(
    session: AsyncSession, platform: Platform, ids: list[str], now: datetime
) -> int:
    """The rules that decided stay, by their codes; the words they rested on do not."""
    statement = sa.select(HANDLED.c.comment_id, HANDLED.c.reasons).where(
        among(HANDLED, platform, ids)
    )
    rows = (await session.execute(statement)).all()
    for own_id, reasons in rows:
        codes = [{"rule": reason["rule"], "text": ""} for reason in reasons]
        emptied = {"reasons": codes, "draft": None, "response": "", "note": "", "updated_at": now}
        one = sa.update(HANDLED).where(among(HANDLED, platform, [own_id]))
        await session.execute(one.values(emptied))
    open_ones = sa.update(HANDLED).where(
        among(HANDLED, platform, ids), HANDLED.c.status.in_(("decided", "waiting"))
    )
    await session.execute(open_ones.values(status="dropped"))
    return len(rows)


async def _empty_takeovers(
    session: AsyncSession, platform: Platform, ids: list[str]
) -> dict[str, int]:
    """What people wrote when they took the conversation over; that they did stays."""
    names = [str(CommentRef(platform, own_id)) for own_id in ids]
    threads = sa.update(ThreadRow).where(ThreadRow.thread.in_(names), ThreadRow.reason != "")
    acts = sa.update(InterventionRow).where(
        InterventionRow.subject.in_(names), InterventionRow.reason != ""
    )
    return {
        "threads": await _changed(session, threads.values(reason="")),
        "interventions": await _changed(session, acts.values(reason="")),
    }


async def _empty_effects(session: AsyncSession, keys: list[str], now: datetime) -> dict[str, int]:
    if not keys:
        return {}
    ours = EffectRow.key.in_(keys)
    withdrawn = sa.update(EffectRow).where(
        ours, EffectRow.status.in_(("ready", "review")), EffectRow.platform_ref.is_(None)
    )
    await _changed(
        session,
        withdrawn.values(status="cancelled", note=_GONE, settled_at=now, fence=EffectRow.fence + 1),
    )
    settled = sa.select(EffectRow.id).where(ours, sa.not_(_is_open()))
    ids = list((await session.execute(settled)).scalars())
    emptied = sa.update(EffectRow).where(EffectRow.id.in_(ids))
    audited = sa.update(EffectAttemptRow).where(EffectAttemptRow.effect_id.in_(ids))
    reasons = sa.update(ApprovalRow).where(ApprovalRow.effect_key.in_(keys))
    return {
        "effects": await _changed(
            session, emptied.values(payload={}, draft={}, material={}, note=_GONE)
        ),
        "effect_attempts": await _changed(session, audited.values(excerpt="")),
        "approvals": await _changed(session, reasons.values(reason="")),
    }


def _is_open() -> sa.ColumnElement[bool]:
    return EffectRow.status.in_(("sending", "unknown"))


async def _changed(session: AsyncSession, statement: sa.Update | sa.Delete) -> int:
    options = {"synchronize_session": False}
    result = await session.execute(statement, execution_options=options)
    return int(result.rowcount)  # type: ignore[attr-defined]  # a CursorResult for DML
