"""How rows of the ledger are locked and written: always under the fence that was seen."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.effects import Effect
from pressroom.storage import due
from pressroom.storage.attempts import Line, add_attempt
from pressroom.storage.dialects import skip_locked
from pressroom.storage.effects import Claim, EffectRow, effect_of
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from pressroom.storage.verdicts import Change, same_post_twice

Row = Mapping[str, Any]
"""A row as columns by name."""

_OF_KEY = due.select_effects(EffectRow.key == due.KEY)

Mirror = Callable[[AsyncSession, Effect, datetime], Awaitable[None]]
"""Keeps another record in line with an effect: called with it after every change, within the
same transaction, so that the two can never disagree."""


class FencedRows:
    """The rows of one store's ledger, and the only ways to change them."""

    def __init__(self, store: Store, policy: LedgerPolicy, mirror: Mirror | None = None) -> None:
        self.policy = policy
        self._store = store
        self._ready = due.for_each(due.is_ready(), *self._gates())
        self._claimable = {keyed: s.where(due.is_examined()) for keyed, s in self._ready.items()}
        self._in_doubt = due.for_each(due.is_in_doubt())
        self._dead = due.select_effects(due.has_dead_lease())
        stale = due.why_stale()
        self._stale = {
            keyed: statement.add_columns(stale.label("reason"))
            for keyed, statement in due.for_each(
                EffectRow.status == "ready", stale.is_not(None)
            ).items()
        }
        self._mirror = mirror

    def _held(self, claim: Claim) -> tuple[due.Condition, ...]:
        """True of the claim's row while the claim is good."""
        return (
            EffectRow.id == claim.effect_id,
            EffectRow.fence == claim.fence,
            EffectRow.status == claim.effect.status,
        )

    def _gates(self) -> tuple[due.Condition, ...]:
        """What must be true of a ready effect before it is sent."""
        return (
            *self._standing_gates(),
            due.is_head_of_line(),
            due.is_turn_in_thread(),
            due.why_stale().is_(None),
        )

    def _last_gates(self) -> tuple[due.Condition, ...]:
        """What must still be true of it when the visible call begins."""
        return (*self._standing_gates(), due.is_examined())

    def _standing_gates(self) -> tuple[due.Condition, ...]:
        return (due.may_go_out(), ~due.is_taken_over(), ~due.is_stopped(), ~due.is_held())

    def _given(self, now: datetime, key: str | None = None) -> dict[str, Any]:
        """Values for what the statements leave open."""
        given: dict[str, Any] = {"now": now, "oldest": now - self.policy.late_grace}
        return given if key is None else {**given, "wanted_key": key}

    async def _row(self, session: AsyncSession, key: str) -> Row | None:
        found = await session.execute(_OF_KEY, {"wanted_key": key})
        return cast("Row | None", found.mappings().one_or_none())

    async def _lock(
        self, session: AsyncSession, statement: sa.Select[Any], given: dict[str, Any], limit: int
    ) -> Sequence[Row]:
        """Rows of *statement* that no other worker is about to take."""
        locking = skip_locked(statement.limit(limit), self._store.dialect)
        return cast("Sequence[Row]", (await session.execute(locking, given)).mappings().all())

    async def _advance(
        self,
        session: AsyncSession,
        row: Row | sa.RowMapping,
        change: Mapping[str, Any] | Change,
        *also: due.Condition,
    ) -> bool:
        """Whether *row* was still as it was read, and is now changed."""
        unmoved = (
            EffectRow.id == row["id"],
            EffectRow.fence == row["fence"],
            EffectRow.status == row["status"],
        )
        moved = await _write(session, (*unmoved, *also), {**change, "fence": EffectRow.fence + 1})
        if moved and self._mirror is not None:
            await self._reflect(session, row["key"])
        return moved

    async def _reflect(self, session: AsyncSession, key: str) -> Effect | None:
        """The effect as it stands now, after the mirror was shown it."""
        row = await self._row(session, key)
        if row is None:
            return None
        effect = effect_of(row)
        if self._mirror is not None:
            await self._mirror(session, effect, await self._store.now(session))
        return effect

    async def _keep(
        self,
        session: AsyncSession,
        claim: Claim,
        values: Mapping[str, Any],
        *also: due.Condition,
        now: datetime | None = None,
    ) -> bool:
        """Whether the claim was good; the *values* are kept and the claim stays good.

        Conditions of `due` that speak of the time need *now*.
        """
        given = None if now is None else self._given(now)
        return await _write(session, (*self._held(claim), *also), values, given)

    async def _move(self, session: AsyncSession, claim: Claim, change: Change) -> Effect | None:
        """The effect after *change*, or None where the claim was no longer good."""
        values: dict[str, Any] = {**change, "fence": EffectRow.fence + 1}
        try:
            async with session.begin_nested():
                moved = await _write(session, self._held(claim), values)
        except IntegrityError:
            # The one unique key that a change can meet is the platform's reference.
            values = {**same_post_twice(change), "fence": EffectRow.fence + 1}
            moved = await _write(session, self._held(claim), values)
        return await self._reflect(session, claim.effect.key) if moved else None

    async def _audit(self, session: AsyncSession, claim: Claim, line: Line, now: datetime) -> None:
        await add_attempt(
            session, line, effect_id=claim.effect_id, n=claim.effect.attempt, finished_at=now
        )

    async def _finish(
        self, claim: Claim, rule: Callable[[datetime], Change], line: Line | None = None
    ) -> Effect | None:
        """Apply *rule* under the claim and write *line*, in one transaction."""

        async def write(session: AsyncSession) -> Effect | None:
            now = await self._store.now(session)
            if line is not None:
                await self._audit(session, claim, line, now)
            return await self._move(session, claim, rule(now))

        return await self._store.transact(write)


async def _write(
    session: AsyncSession,
    conditions: Sequence[due.Condition],
    values: Mapping[str, Any],
    given: Mapping[str, Any] | None = None,
) -> bool:
    # Rows are read as plain columns, so there are no objects in the session to update.
    statement = sa.update(EffectRow).where(*conditions).values(dict(values))
    result = await session.execute(
        statement, given or {}, execution_options={"synchronize_session": False}
    )
    return cast("sa.CursorResult[Any]", result).rowcount == 1
