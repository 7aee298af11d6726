"""The ledger's side of conversations: the last look before a call, and silence on request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.conversation import Spoken
from pressroom.domain.effects import Draft, Effect, EffectStatus
from pressroom.errors import EffectConflict
from pressroom.storage import due
from pressroom.storage.approvals import get_decision
from pressroom.storage.attempts import Line
from pressroom.storage.effects import Claim, EffectRow, Planned, effect_of, first_values
from pressroom.storage.freezes import keep_epoch
from pressroom.storage.freezing import Freezing
from pressroom.storage.threads import (
    TAKEN_OVER,
    hold_for_person,
    may_be_said,
    thread_state,
)
from pressroom.storage.verdicts import Change

CLOSED: Mapping[str, tuple[EffectStatus, str]] = {
    "taken over": ("cancelled", TAKEN_OVER),
    "expired": ("cancelled", "it expired before it was sent"),
    "rejected": ("cancelled", "a person decided against it"),
    "late": ("review", "its time passed too long ago; a person decides whether it still goes out"),
}
"""What becomes of a ready effect that must not go out, by its reason in `due.why_stale`."""

_NO_TIME = timedelta(0)
_IN_THREAD = EffectRow.thread == sa.bindparam("of_thread")
_SILENT = due.select_effects(_IN_THREAD, due.is_taken_over())
_SAID = due.select_effects(_IN_THREAD, EffectRow.kind.in_(due.ANSWERS), may_be_said())


@dataclass(frozen=True, slots=True)
class Silenced:
    """What taking over a conversation has stopped, and what it came too late for."""

    cancelled: tuple[str, ...] = ()
    """Keys of what will not go out any more."""
    under_way: tuple[str, ...] = ()
    """Keys of what is being sent, or may have been sent already."""


def _why_not(row: sa.RowMapping) -> str:
    if row["frozen"]:
        return "a freeze began before it was sent"
    return "answers are stopped" if row["stopped"] else "it has no approval"


class Conversations(Freezing):
    """What the ledger knows and does about answers in conversations."""

    async def begin_call(
        self, claim: Claim, draft: Draft, *, took: timedelta = _NO_TIME
    ) -> timedelta | None:
        """How much of the lease is left for the visible call, which begins now.

        None where it must not begin any more: somebody has said no to it, taken over its
        conversation or stopped all answers since it was claimed. That is asked in the very
        statement that writes down *draft* and that the call begins, so whoever takes over
        either comes first, and nothing is called, or is told that a call is under way.
        """
        line = Line("prepare", "prepared", took)
        return await self._store.transact(partial(self._begin, claim=claim, draft=draft, line=line))

    async def _begin(
        self, session: AsyncSession, *, claim: Claim, draft: Draft, line: Line
    ) -> timedelta | None:
        await keep_epoch(session)  # a freeze comes before this call, or waits and then sees it
        now = await self._store.now(session)
        await self._audit(session, claim, line, now)
        begins = {"calling_since": now, "draft": draft}
        if await self._keep(session, claim, begins, *self._last_gates(), now=now):
            return max(claim.lease_until - now, _NO_TIME)
        held = due.select_effects(*self._held(claim)).add_columns(
            due.why_stale().label("reason"),
            due.is_stopped().label("stopped"),
            sa.or_(due.is_held(), ~due.is_examined()).label("frozen"),
        )
        row = (await session.execute(held, self._given(now))).mappings().one_or_none()
        if row is None:
            return _NO_TIME  # the lease is over: whoever has it now decides
        change: Change
        if row["reason"] in ("taken over", "rejected"):
            status, note = CLOSED[row["reason"]]
            change = {"status": status, "note": note, "draft": draft, "settled_at": now}
        else:
            change = {
                "status": "ready",
                "note": _why_not(row),
                "not_before": now,
                "draft": draft,
                "attempt": claim.effect.attempt - 1,
                "first_try_at": claim.facts.tried_before,
                "asked_again": claim.facts.asked_again,
            }
        await self._audit(session, claim, Line("prepare", "abandoned", why=change["note"]), now)
        await self._move(session, claim, change)
        return None

    async def silence(self, session: AsyncSession, thread: str) -> Silenced:
        """Stop what waits in a conversation that a person has, in the caller's transaction.

        What was claimed is stopped too, as long as its call has not begun; what that person
        has asked for themselves is not.
        """
        now = await self._store.now(session)
        change: Change = {"status": "cancelled", "note": TAKEN_OVER, "settled_at": now}
        uncalled = sa.or_(EffectRow.status == "ready", EffectRow.calling_since.is_(None))
        cancelled: list[str] = []
        under_way: list[str] = []
        given = {**self._given(now), "of_thread": thread}
        for row in (await session.execute(_SILENT, given)).mappings().all():
            if row["status"] in ("ready", "sending"):
                stopped = await self._advance(session, row, change, uncalled)
                (cancelled if stopped else under_way).append(row["key"])
            elif row["status"] == "unknown":
                under_way.append(row["key"])
        return Silenced(tuple(cancelled), tuple(under_way))

    async def spoken(self, thread: str, *, but: str = "") -> list[Spoken]:
        """What this program has said in the conversation, or may have; *but* is left out."""
        async with self._store.read() as session:
            rows = (await session.execute(_SAID, {"of_thread": thread})).mappings()
            return [
                Spoken(row["key"], str(row["payload"].get("text", "")), row["platform_ref"] or "")
                for row in rows
                if row["key"] != but
            ]

    async def quiet_until(self, thread: str) -> datetime | None:
        """When a person last gave the conversation back; only what came later is answered."""
        async with self._store.read() as session:
            return (await thread_state(session, thread)).quiet_until

    async def asked_at(self, effect: Effect) -> datetime | None:
        """When a person approved just this; None where nobody had to."""
        if not effect.requires_approval:
            return None
        async with self._store.read() as session:
            found = await get_decision(
                session, effect_key=effect.key, payload_sha=effect.payload_sha
            )
        return found.decided_at if found and found.decision == "approved" else None

    async def person_answered(self, effect: Effect, ref: str) -> None:
        """Give the conversation of *effect* to whoever has answered there, with *ref*."""
        await self._store.transact(
            lambda session: hold_for_person(session, effect.thread, effect.platform, ref)
        )

    async def revise(self, session: AsyncSession, planned: Planned) -> Effect:
        """The effect of *planned*'s key with another content, in the caller's transaction.

        An approval of the old content does not count for the new one.

        Raises:
            EffectConflict: It was called, or is being called: its words may be live. Or
                nothing was planned under that key.
        """
        row = await self._row(session, planned.key)
        if row is not None and row["payload_sha"] == planned.payload_sha:
            return effect_of(row)
        now = await self._store.now(session)
        values = first_values(planned, now, attempt_limit=self.policy.max_attempts)
        for name in ("key", "platform", "account", "created_at", "fence"):
            del values[name]
        anew: dict[str, Any] = {**values, "first_try_at": None, "settled_at": None}
        uncalled = EffectRow.settles_at.is_(None)
        if row is None or not (
            row["status"] in ("ready", "review", "failed", "cancelled")
            and row["platform_ref"] is None
            and await self._advance(session, row, anew, uncalled)
        ):
            raise EffectConflict(
                f"effect {planned.key!r} can no longer be changed: it may be live.",
                fix="See what became of it with: pressroom effects show",
            )
        revised = await self.standing(session, planned.key)
        assert revised is not None  # noqa: S101 - it was there and is never deleted
        return revised

    async def standing(self, session: AsyncSession, key: str) -> Effect | None:
        """The effect as the caller's transaction sees it, or None if nothing was planned."""
        row = await self._row(session, key)
        return None if row is None else effect_of(row)
