"""The ledger of outward effects: planned, claimed, settled, and read where in doubt.

    plan ─► ready ─claim─► sending ─settle─► sent | failed | review | ready (again, later)
              ▲               └─► unknown     (lease over, or an answer that proves nothing)
              └── absent ────────────┤
                   sent ◄── found ───┘

Every write carries the fence that the writer saw; whoever lost its lease changes nothing.
Nothing here calls a platform: `pressroom.tools.effects` does, between claim and settle.
"""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.effects import Effect, EffectStatus, NotSent, Outcome, Sighting
from pressroom.domain.platform import Platform
from pressroom.errors import EffectConflict
from pressroom.storage import due
from pressroom.storage.attempts import Attempt, AttemptPhase, Line, attempts_of
from pressroom.storage.conversations import CLOSED, Conversations
from pressroom.storage.effects import (
    Claim,
    EffectRow,
    Planned,
    claim_of,
    effect_of,
    facts_of,
    first_values,
)
from pressroom.storage.fenced import Mirror
from pressroom.storage.history import History, Standing
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.restoring import doubt_new
from pressroom.storage.store import Store
from pressroom.storage.verdicts import Change, after_call, after_look, ask, in_doubt

Permit = Callable[[Effect], Awaitable[timedelta | None]]
"""Takes a permit for an effect: None when granted, else how long until one may be free."""

_NO_TIME = timedelta(0)
_BATCH = 100


class Ledger(Conversations):
    """The effects of one store, under one policy. Safe to use from many workers at once."""

    def __init__(
        self,
        store: Store,
        policy: LedgerPolicy | None = None,
        *,
        random: Random | None = None,
        mirror: Mirror | None = None,
        history: History | None = None,
    ) -> None:
        """*random* spreads retries; give a seeded one for runs that must repeat."""
        super().__init__(store, policy or LedgerPolicy(), mirror)
        self.history = history or History(store)
        self._random = random or Random()  # noqa: S311  it spreads load and keeps no secret

    async def plan(self, session: AsyncSession | None, planned: Planned) -> Effect:
        """The effect of *planned*'s key: as written now, or as it stands since earlier.

        With a *session* it is part of the caller's transaction, otherwise of its own.

        Raises:
            EffectConflict: The key was planned before with another payload.
        """
        if session is None:
            return await self._store.transact(partial(self.plan, planned=planned))
        now = await self._store.now(session)
        values = first_values(planned, now, attempt_limit=self.policy.max_attempts)
        values |= await self._freeze_values(session, planned)
        refused: IntegrityError | None = None
        try:
            async with session.begin_nested():
                await session.execute(sa.insert(EffectRow).values(values))
        except IntegrityError as err:
            refused = err
        row = await self._row(session, planned.key)
        if row is None:  # something else was wrong with it than being there already
            raise refused or AssertionError("unreachable")
        if row["payload_sha"] != planned.payload_sha:
            raise EffectConflict(
                f"effect {planned.key!r} was planned before with another content.",
                fix="Give the new content a key of its own (a new revision).",
            )
        return effect_of(row)

    async def get(self, key: str) -> Effect | None:
        """The effect as it stands, or None if nothing was planned under *key*."""
        async with self._store.read() as session:
            row = await self._row(session, key)
        return None if row is None else effect_of(row)

    async def effects(
        self, status: EffectStatus | None = None, run_id: str | None = None, *, limit: int = 100
    ) -> list[Effect]:
        """Effects of *status* and *run_id* (None: of any), those that wait longest first."""
        conditions: list[due.Condition] = []
        if status is not None:
            conditions.append(EffectRow.status == status)
        if run_id is not None:
            conditions.append(EffectRow.run_id == run_id)
        async with self._store.read() as session:
            rows = await session.execute(due.select_effects(*conditions).limit(limit))
            return [effect_of(row) for row in rows.mappings()]

    async def attempts(self, key: str) -> list[Attempt]:
        """Everything that was tried for *key*, oldest first."""
        async with self._store.read() as session:
            return await attempts_of(session, key)

    async def due_keys(
        self,
        status: Literal["ready", "unknown"],
        *,
        accounts: Collection[tuple[Platform, str]] | None = None,
        limit: int = _BATCH,
    ) -> list[str]:
        """Keys of what can be sent (`ready`) or read (`unknown`) now, for these *accounts*."""
        async with self._store.read() as session:
            now = await self._store.now(session)
            statement = (self._in_doubt if status == "unknown" else self._ready)[False]
            wanted = statement.where(due.of_accounts(accounts)).limit(limit)
            rows = (await session.execute(wanted, self._given(now))).mappings()
            return [row["key"] for row in rows]

    async def next_due(self) -> datetime | None:
        """When there is next something to do; None while everything waits for people."""
        async with self._store.read() as session:
            now = await self._store.now(session)
            gates = (due.may_go_out(), due.is_head_of_line(), ~due.is_stopped(), ~due.is_held())
            ready = (EffectRow.status == "ready", *gates)
            moments = (
                sa.select(sa.func.min(EffectRow.not_before)).where(*ready),
                sa.select(sa.func.min(EffectRow.not_before)).where(EffectRow.status == "unknown"),
                sa.select(sa.func.min(EffectRow.lease_until)).where(EffectRow.status == "sending"),
                sa.select(sa.func.min(EffectRow.expires_at)).where(EffectRow.status == "ready"),
            )
            found = [(await session.execute(statement)).scalar_one() for statement in moments]
        earliest = min((moment for moment in found if moment is not None), default=None)
        return None if earliest is None else max(earliest, now)

    async def claim(
        self, *, key: str | None = None, limit: int = 1, permit: Permit | None = None
    ) -> list[Claim]:
        """Effects that the caller may send now, each under a lease.

        A claimed effect is due, approved where it must be, the first of its ordering key
        and has its *permit*. Without a permit it goes back, to be due when one may be free.

        Raises:
            DatabaseRestored: The database is an older copy: nothing in it may be sent.
        """
        claims = list(await self.history.guard(partial(self._take_ready, key=key, limit=limit)))
        if permit is None:
            return claims
        granted: list[Claim] = []
        try:
            # After the lease and not before it: only one worker asks, so no permit is wasted.
            for claim in claims:
                delay = await permit(claim.effect)
                if delay is None:
                    granted.append(claim)
                else:
                    await self._put_back(claim, delay, "waiting for a permit of the rate limit")
        except BaseException:
            for claim in claims:  # nothing was called, so nothing is in doubt
                await self._put_back(claim, _NO_TIME, "the rate limit could not be asked")
            raise
        return granted

    async def settle(
        self,
        claim: Claim,
        outcome: Outcome,
        *,
        phase: AttemptPhase = "publish",
        took: timedelta = _NO_TIME,
    ) -> Effect | None:
        """The effect after *outcome*, or None when the claim was no longer good.

        The audit keeps the outcome in both cases. *phase* is `prepare` where the visible
        call was never made.
        """
        spread = self._random.uniform(0.5, 1.0)
        called = phase == "publish"

        def rule(now: datetime) -> Change:
            return after_call(
                outcome,
                claim.effect,
                claim.facts,
                self.policy,
                now=now,
                spread=spread,
                called=called,
            )

        return await self._finish(claim, rule, Line.of(phase, outcome, took))

    async def abandon(self, claim: Claim, *, took: timedelta = _NO_TIME) -> Effect | None:
        """Give it back uncalled, because too little of the lease was left for the call."""
        outcome = NotSent("too little of the lease was left for the call", retry_after=_NO_TIME)

        def rule(now: datetime) -> Change:
            return after_call(
                outcome, claim.effect, claim.facts, self.policy, now=now, called=False
            )

        return await self._finish(claim, rule, Line("prepare", "abandoned", took))

    async def hold(self, claim: Claim, note: str, line: Line | None = None) -> Effect | None:
        """Leave it to a person, uncalled, with *note* as the reason."""
        return await self._finish(
            claim, lambda now: {"status": "review", "note": note, "settled_at": now}, line
        )

    async def expire(self) -> list[str]:
        """Keys of effects whose worker is gone: now in doubt, never simply due again."""
        return await self._store.transact(self._expire)

    async def retire(
        self, *, key: str | None = None, session: AsyncSession | None = None
    ) -> list[str]:
        """Keys of effects closed because they expired, were rejected, are too late, or would
        speak in a conversation that a person has; in the caller's transaction if there is one.
        """
        if session is not None:
            return await self._retire(session, key=key)
        return await self._store.transact(partial(self._retire, key=key))

    async def claim_unknown(self, *, key: str | None = None, limit: int = 1) -> list[Claim]:
        """Effects in doubt that the caller may look for on the platform now."""

        async def take(session: AsyncSession) -> list[Claim]:
            now = await self._store.now(session)
            until = now + self.policy.lease
            statement = self._in_doubt[key is not None]
            rows = await self._lock(session, statement, self._given(now, key), limit)
            return [
                claim_of(row, {"not_before": until}, taken_at=now, lease_until=until)
                for row in rows
                if await self._advance(session, row, {"not_before": until})
            ]

        return await self._store.transact(take)

    async def settle_sighting(
        self, claim: Claim, sighting: Sighting, *, took: timedelta = _NO_TIME
    ) -> Effect | None:
        """The effect after *sighting*, or None when the claim was no longer good."""

        def rule(now: datetime) -> Change:
            return after_look(
                sighting,
                claim.effect,
                claim.facts,
                self.policy,
                taken_at=claim.taken_at,
                now=now,
            )

        return await self._finish(claim, rule, Line.of("find", sighting, took))

    async def ask_again(self, key: str) -> Effect | None:
        """Try a failed, held or doubtful effect again: reading the platform comes first.

        Anything else stays as it is. None if nothing was planned under *key*.
        """

        async def write(session: AsyncSession) -> Effect | None:
            row = await self._row(session, key)
            if row is None:
                return None
            now = await self._store.now(session)
            change = ask(effect_of(row), facts_of(row), self.policy, now=now)
            if change is not None:
                await self._advance(session, row, change)
            moved = await self._row(session, key)
            return None if moved is None else effect_of(moved)

        return await self._store.transact(write)

    async def cancel(self, key: str, note: str, *, session: AsyncSession | None = None) -> bool:
        """Whether the effect is withdrawn now, in the caller's transaction if there is one.

        Only what is certainly not live can be: waiting, or held for a person and not seen
        on the platform. What is being sent or is in doubt must be settled first.
        """

        if session is None:
            return await self._store.transact(lambda own: self.cancel(key, note, session=own))
        row = await self._row(session, key)
        if row is None or row["status"] == "cancelled":
            return row is not None
        if row["status"] not in ("ready", "review") or row["platform_ref"] is not None:
            return False
        now = await self._store.now(session)
        change: Change = {"status": "cancelled", "note": note, "settled_at": now}
        return await self._advance(session, row, change)

    async def record_attempt(self, claim: Claim, line: Line) -> None:
        """Write a line of the audit that goes with no change of the effect."""

        async def write(session: AsyncSession) -> None:
            await self._audit(session, claim, line, await self._store.now(session))

        await self._store.transact(write)

    async def _take_ready(
        self, session: AsyncSession, standing: Standing, *, key: str | None, limit: int
    ) -> list[Claim]:
        await self._retire(session, key=key)
        now = await self._store.now(session)
        until = now + self.policy.lease
        await self._compare(session, now, key)
        statement = self._claimable[key is not None]
        rows = await self._lock(session, statement, self._given(now, key), limit)
        claims: list[Claim] = []
        for row in rows:
            if (doubt := doubt_new(row, standing, self.policy, now=now)) is not None:
                await self._advance(session, row, doubt)
                continue
            change: dict[str, Any] = {
                "status": "sending",
                "attempt": row["attempt"] + 1,
                "lease_until": until,
                "calling_since": None,
                "first_try_at": row["first_try_at"] or now,
                "asked_again": False,
            }
            if await self._advance(session, row, change):
                claims.append(claim_of(row, change, taken_at=now, lease_until=until))
        return claims

    async def _put_back(self, claim: Claim, delay: timedelta, note: str) -> None:
        """Undo the claim: not an attempt, and for the first time not even a try."""

        async def write(session: AsyncSession) -> None:
            now = await self._store.now(session)
            change: Change = {
                "status": "ready",
                "note": note,
                "not_before": now + delay,
                "attempt": claim.effect.attempt - 1,
                "first_try_at": claim.facts.tried_before,
                "asked_again": claim.facts.asked_again,
            }
            await self._move(session, claim, change)

        await self._store.transact(write)

    async def _expire(self, session: AsyncSession) -> list[str]:
        now = await self._store.now(session)
        rows = await self._lock(session, self._dead, self._given(now), _BATCH)
        change = self._after_silence(now)
        return [row["key"] for row in rows if await self._advance(session, row, change)]

    def _after_silence(self, now: datetime) -> Change:
        return in_doubt("the process that was sending it is gone", self.policy, now=now)

    async def _retire(self, session: AsyncSession, *, key: str | None) -> list[str]:
        now = await self._store.now(session)
        stale = self._stale[key is not None].limit(_BATCH)
        closed: list[str] = []
        for row in (await session.execute(stale, self._given(now, key))).mappings().all():
            status, note = CLOSED[row["reason"]]
            change: Change = {"status": status, "note": note, "settled_at": now}
            if await self._advance(session, row, change):
                closed.append(row["key"])
        return closed
