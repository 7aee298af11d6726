"""What is heard of comments, put on record: in any order, once or often, with one result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import CommentChange, CommentRef
from pressroom.domain.comment_state import CommentState, fact_of, join, without_content
from pressroom.domain.platform import Platform
from pressroom.storage.comment_rows import COMMENTS, STATE_COLUMNS, values_of
from pressroom.storage.comments import load_states
from pressroom.storage.dialects import session_now
from pressroom.storage.effects import EffectRow
from pressroom.storage.forgetting import empty_records
from pressroom.storage.forgotten import forgotten_among
from pressroom.storage.refs import chunks

Ours = Mapping[Platform, frozenset[str]]
"""Ids of our accounts and their handles, lower case and without `@`, by platform."""

_NOBODY: frozenset[str] = frozenset()
_TRIES = 5

STALE_AFTER = timedelta(days=7)
"""Older comments that we first hear of by listing them are kept, and nobody is asked about them:
an answer after weeks surprises everyone. It is also as long as a private answer is allowed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What changes made of the comments on record."""

    new: tuple[CommentRef, ...] = ()
    """First heard of, with their text, and not ours."""
    changed: tuple[CommentRef, ...] = ()
    """They say something else than before."""
    removed: tuple[CommentRef, ...] = ()
    """Gone from the platform; what was kept of them is emptied everywhere in the database."""

    def __add__(self, other: "Heard") -> "Heard":
        return Heard(
            self.new + other.new, self.changed + other.changed, self.removed + other.removed
        )


async def apply_changes(
    session: AsyncSession, changes: Iterable[CommentChange], *, ours: Ours | None = None
) -> Heard:
    """What *changes* made of the comments on record.

    What *ours* wrote is marked as ours, and so is what the ledger sent. Comments that are new
    or say something new wait to be decided from now on; those that are gone are emptied in
    every table, in the same transaction.
    """
    now = await session_now(session)
    facts = _facts(changes, now)
    await _drop_forgotten(session, facts)
    await _mark_ours(session, facts, ours or {})
    known, after = await _put_on_record(session, facts, now)
    heard = _compare(known, after)
    await _update(session, known, after, now)
    await empty_records(session, heard.removed)
    return heard


def _facts(changes: Iterable[CommentChange], now: datetime) -> dict[CommentRef, CommentState]:
    facts: dict[CommentRef, CommentState] = {}
    for change in changes:
        fact = fact_of(change, now)
        known = facts.get(change.ref)
        facts[change.ref] = join(known, fact) if known else fact
    return facts


async def _drop_forgotten(session: AsyncSession, facts: dict[CommentRef, CommentState]) -> None:
    """Keep nothing of what somebody wrote before they asked to be forgotten."""
    for platform in {ref.platform for ref in facts}:
        authors = {fact.author_id for ref, fact in facts.items() if ref.platform == platform}
        forgotten = await forgotten_among(session, platform, authors)
        for ref, fact in facts.items():
            at = forgotten.get(fact.author_id) if ref.platform == platform else None
            if at is not None and fact.created_time <= at:
                facts[ref] = without_content(fact, at)


async def _mark_ours(
    session: AsyncSession, facts: dict[CommentRef, CommentState], ours: Ours
) -> None:
    """Mark what our accounts wrote: by id, by handle, and by what the ledger has sent.

    Instagram may leave out who wrote a comment, so one sign alone would miss our own echo.
    """
    sent: set[CommentRef] = set()
    for platform, ids in chunks(facts):
        statement = sa.select(EffectRow.platform_ref).where(
            EffectRow.platform == platform, EffectRow.platform_ref.in_(ids)
        )
        found = (await session.execute(statement)).scalars()
        sent |= {CommentRef(platform, own_id) for own_id in found if own_id}
    for ref, fact in facts.items():
        names = ours.get(ref.platform, _NOBODY)
        signs = {fact.author_id, fact.author_name.lower().lstrip("@")} - {""}
        if ref in sent or not names.isdisjoint(signs):
            facts[ref] = replace(fact, is_ours=True)


async def _put_on_record(
    session: AsyncSession, facts: dict[CommentRef, CommentState], now: datetime
) -> tuple[dict[CommentRef, CommentState], dict[CommentRef, CommentState]]:
    """What was known before and what is known now; comments that were unknown are inserted."""
    for _ in range(_TRIES):
        known = await load_states(session, facts, lock=True)
        after = {ref: join(known[ref], f) if ref in known else f for ref, f in facts.items()}
        fresh = [after[ref] for ref in sorted(after.keys() - known.keys())]
        try:
            async with session.begin_nested():
                await _insert(session, fresh, now)
        except IntegrityError:
            continue  # somebody else has just heard of one of them: join with what they know
        return known, after
    raise RuntimeError("comments kept appearing while they were inserted")


async def _insert(session: AsyncSession, states: Sequence[CommentState], now: datetime) -> None:
    if states:
        rows = [
            {
                **values_of(state),
                "waits_since": now if _is_to_be_decided(None, state, now) else None,
                "held_until": None,
            }
            for state in states
        ]
        await session.execute(sa.insert(COMMENTS), rows)


_CHANGED = (
    sa.update(COMMENTS)
    .where(
        COMMENTS.c.platform == sa.bindparam("key_platform"),
        COMMENTS.c.comment_id == sa.bindparam("key_comment_id"),
    )
    .values({name: sa.bindparam(f"new_{name}") for name in STATE_COLUMNS[2:]})
)
_WAITING = _CHANGED.values(waits_since=sa.bindparam("waits_since"), held_until=None)


async def _update(
    session: AsyncSession,
    known: Mapping[CommentRef, CommentState],
    after: Mapping[CommentRef, CommentState],
    now: datetime,
) -> None:
    changed: list[dict[str, object]] = []
    waiting: list[dict[str, object]] = []
    for ref in sorted(known):
        before, state = known[ref], after[ref]
        if state == before:
            continue
        row: dict[str, object] = {"key_platform": ref.platform, "key_comment_id": ref.comment_id}
        row |= {f"new_{name}": value for name, value in list(values_of(state).items())[2:]}
        if _is_to_be_decided(before, state, now):
            waiting.append({**row, "waits_since": now})
        elif state.removed_at or (state.is_ours and not before.is_ours):
            waiting.append({**row, "waits_since": None})
        else:
            changed.append(row)
    for statement, rows in ((_CHANGED, changed), (_WAITING, waiting)):
        if rows:
            await session.execute(statement, rows)


def _is_to_be_decided(before: CommentState | None, state: CommentState, now: datetime) -> bool:
    """Whether *state* says something that nobody has decided about yet."""
    if not state.has_text or state.is_ours:
        return False
    if before is not None and before.has_text:
        return before.message != state.message
    return state.heard_from == "file" or now - state.created_time <= STALE_AFTER


def _compare(
    known: Mapping[CommentRef, CommentState], after: Mapping[CommentRef, CommentState]
) -> Heard:
    new, changed, removed = [], [], []
    for ref, state in after.items():
        before = known.get(ref)
        if state.removed_at:
            if before is None or not before.removed_at:
                removed.append(ref)
        elif state.has_text and not state.is_ours:
            if before is None or not before.has_text:
                new.append(ref)
            elif before.message != state.message:
                changed.append(ref)
    return Heard(tuple(new), tuple(changed), tuple(removed))
