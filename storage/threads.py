"""Conversations that people have taken over: in these the machine is silent.

`storage/due.py` asks this inside the statements that claim an answer and begin its call.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import Comment
from pressroom.domain.platform import PLATFORMS, TITLES, Platform
from pressroom.domain.wording import spoken_words
from pressroom.errors import InputError
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.dialects import session_now
from pressroom.storage.effects import EffectRow
from pressroom.storage.interventions import (
    Act,
    changed_one,
    insert_first,
    named,
    note_intervention,
)
from pressroom.storage.refs import CHUNK
from pressroom.storage.schema import Base

TAKEN_OVER = "a person has taken over the conversation"


class ThreadRow(Base):
    """A conversation that a person has, or once had."""

    __tablename__ = "threads"

    thread: Mapped[str] = mapped_column(key_column(), primary_key=True)
    held_by: Mapped[str] = mapped_column(key_column(120))
    """Who has it; empty where nobody has it any more."""
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it goes back by itself; NULL: not before somebody releases it."""
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    released_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Prose)


@dataclass(frozen=True, slots=True)
class ThreadState:
    """Who has a conversation now, and when it was last given back."""

    thread: str
    held_by: str = ""
    since: datetime | None = None
    held_until: datetime | None = None
    quiet_until: datetime | None = None
    """When a person last gave it back: what was written before is not answered any more."""
    reason: str = ""

    @property
    def is_held(self) -> bool:
        """Whether the machine is silent there."""
        return bool(self.held_by)


_THREADS = cast("sa.Table", ThreadRow.__table__)


async def thread_state(session: AsyncSession, thread: str) -> ThreadState:
    """How the conversation stands now; one that nobody ever had is nobody's."""
    row = (
        (await session.execute(sa.select(_THREADS).where(_THREADS.c.thread == thread)))
        .mappings()
        .one_or_none()
    )
    if row is None:
        return ThreadState(thread)
    now = await session_now(session)
    until: datetime | None = row["held_until"]
    if not row["held_by"] or (until is not None and until <= now):
        ended = [moment for moment in (row["released_at"], until) if moment is not None]
        return ThreadState(thread, quiet_until=max(ended, default=None))
    return ThreadState(
        thread,
        held_by=row["held_by"],
        since=row["since"],
        held_until=until,
        quiet_until=row["released_at"],
        reason=row["reason"],
    )


async def held_threads(session: AsyncSession, limit: int = 100) -> list[ThreadState]:
    """The conversations that people have now, the longest held first."""
    now = await session_now(session)
    statement = (
        sa.select(_THREADS.c.thread).where(_is_held(now)).order_by(_THREADS.c.since).limit(limit)
    )
    names = (await session.execute(statement)).scalars().all()
    return [await thread_state(session, name) for name in names]


async def hold_thread(
    session: AsyncSession,
    thread: str,
    by: str,
    *,
    until: datetime | None = None,
    reason: str = "",
) -> bool:
    """Whether *by* has the conversation from now on; False where they had it before.

    From somebody who is known only by what they said on the platform, anybody may take it.

    Raises:
        InputError: Nobody is named, or somebody else has it.
    """
    named(by)
    if await _take(session, thread, by, "taken over", until=until, reason=reason):
        return True
    state = await thread_state(session, thread)
    if state.held_by != by:
        raise InputError(
            f"{state.held_by} has the conversation {thread!r} already.",
            field="by",
            fix="Release it first, or leave it to them.",
        )
    return False


async def hold_for_person(
    session: AsyncSession, thread: str, platform: Platform, answer: str
) -> bool:
    """Whether the conversation is from now on theirs who answered there, with the comment *answer*.

    False where somebody has it already.
    """
    by = person_on(platform)
    return await _take(session, thread, by, "answered there", reason=answer)


async def _take(
    session: AsyncSession,
    thread: str,
    by: str,
    act: Act,
    *,
    until: datetime | None = None,
    reason: str,
) -> bool:
    now = await session_now(session)
    await insert_first(session, _THREADS, thread=thread, held_by="", since=now, reason="")
    taken = await changed_one(
        session,
        sa.update(_THREADS)
        .where(_THREADS.c.thread == thread, _is_free_for(by, now))
        .values(held_by=by, held_until=until, since=now, reason=reason),
    )
    if taken:
        await note_intervention(session, thread, act, by, now, reason)
    return taken


async def release_thread(session: AsyncSession, thread: str, by: str, *, reason: str = "") -> bool:
    """Whether the conversation is given back now; False where nobody had it.

    Anybody may: whoever has it may have gone home.

    Raises:
        InputError: Nobody is named.
    """
    named(by)
    now = await session_now(session)
    released = await changed_one(
        session,
        sa.update(_THREADS)
        .where(_THREADS.c.thread == thread, _is_held(now))
        .values(held_by="", held_until=None, released_at=now),
    )
    if released:
        await note_intervention(session, thread, "released", by, now, reason)
    return released


async def note_person_answered(session: AsyncSession, comment: Comment, thread: str = "") -> bool:
    """Whether *comment* gives its conversation to the person who wrote it.

    It does where our own account has answered and this program has not: somebody of the
    brand answers on the platform. Call it for every comment of ours that arrives, in the
    transaction that stores it; *thread* is the conversation where it is not `comment.thread`.
    """
    if not comment.is_ours or not comment.parent_id:
        return False
    thread = thread or comment.thread
    state = await thread_state(session, thread)
    seen_before = state.quiet_until is not None and comment.created_time <= state.quiet_until
    if state.is_held or seen_before or await _is_spoken(session, comment, thread):
        return False
    return await hold_for_person(session, thread, comment.platform, comment.comment_id)


def person_on(platform: Platform) -> str:
    """Whom a conversation belongs to that somebody answers on the platform itself."""
    return f"somebody on {TITLES[platform]}"


def may_be_said() -> sa.ColumnElement[bool]:
    """Its call was made, or may have been: somebody may have read it."""
    signs = (EffectRow.platform_ref, EffectRow.calling_since, EffectRow.settles_at)
    return sa.or_(*(sign.is_not(None) for sign in signs))


async def _is_spoken(session: AsyncSession, comment: Comment, thread: str) -> bool:
    """Whether this program said it, or is just saying it: then it is told by its words."""
    statement = sa.select(EffectRow.platform_ref, EffectRow.payload).where(
        EffectRow.platform == comment.platform,
        EffectRow.kind.in_(("reply", "private_reply", "crisis_response")),
        sa.or_(
            EffectRow.platform_ref == comment.comment_id,
            EffectRow.status.in_(("sending", "unknown")),
            sa.and_(EffectRow.thread == thread, may_be_said()),
        ),
    )
    words = spoken_words(comment.message)
    for ref, payload in (await session.execute(statement)).all():
        said = spoken_words(str(payload.get("text", "")))
        if ref == comment.comment_id or (words and said == words):
            return True
    return False


def _is_free_for(by: str, now: datetime) -> sa.ColumnElement[bool]:
    unnamed = {person_on(platform) for platform in PLATFORMS}
    if by in unnamed:
        return ~_is_held(now)
    return sa.or_(~_is_held(now), _THREADS.c.held_by.in_(unnamed))


def _is_held(now: datetime) -> sa.ColumnElement[bool]:
    until = _THREADS.c.held_until
    return sa.and_(_THREADS.c.held_by != "", sa.or_(until.is_(None), until > now))


async def taken_over_among(session: AsyncSession, threads: Iterable[str]) -> frozenset[str]:
    """Those of *threads* that people have now."""
    now = await session_now(session)
    wanted = sorted(set(threads))
    found: set[str] = set()
    for start in range(0, len(wanted), CHUNK):
        statement = sa.select(_THREADS.c.thread).where(
            _THREADS.c.thread.in_(wanted[start : start + CHUNK]), _is_held(now)
        )
        found |= set((await session.execute(statement)).scalars())
    return frozenset(found)
