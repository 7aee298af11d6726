"""The ledger's side of freezes: what they hold is marked, and comes free by a person's look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import CommentRef
from pressroom.domain.effects import Effect
from pressroom.domain.freeze import Freeze, FreezeScope
from pressroom.errors import InputError, StoreError
from pressroom.storage import due
from pressroom.storage.comments import get_comment
from pressroom.storage.effects import EffectRow, Planned, effect_of
from pressroom.storage.fenced import FencedRows, Row
from pressroom.storage.freezes import (
    add_freeze,
    get_freeze,
    lift,
    list_freezes,
    note_look,
    raise_epoch,
    read_epoch,
)
from pressroom.storage.interventions import named

_BATCH = 500
_WAITING = ("ready", "review")


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a freeze holds, and what it came too late for."""

    freeze: Freeze
    held: tuple[str, ...] = ()
    """Keys of what waited and is held now; what is planned later is held as well."""
    under_way: tuple[str, ...] = ()
    """Keys of what was being called at that moment, or may have been sent before."""


class Freezing(FencedRows):
    """What the ledger knows and does about freezes."""

    async def freeze(
        self, scope: FreezeScope, by: str, *, incident_id: str = "", reason: str = ""
    ) -> Frozen:
        """Hold back everything in *scope* from now on, but for responses to a crisis.

        From the moment this returns nothing in scope begins to go out: it is asked in the
        statement that claims an effect, and in the one that writes down that its call begins.

        Raises:
            InputError: Nobody is named.
        """
        named(by)

        async def write(session: AsyncSession) -> Frozen:
            # First of all: whoever begins a call now does so before this, and is seen below.
            epoch = await raise_epoch(session)
            now = await self._store.now(session)
            freeze = await add_freeze(
                session, scope, by, now, incident_id=incident_id, reason=reason
            )
            on = await list_freezes(session, on=True)
            held: list[str] = []
            under_way: list[str] = []
            open_yet = EffectRow.status.in_((*_WAITING, "sending", "unknown"))
            rows = await session.execute(due.select_effects(open_yet, ~due.is_exempt()))
            for row in rows.mappings().all():
                if not await _covering(session, row, [freeze]):
                    continue
                # Marked too where it is under way: it may turn out not to have gone out.
                await self._mark(session, row, epoch, on)
                is_called = row["status"] == "sending" and row["calling_since"] is not None
                late = is_called or row["status"] == "unknown"
                (under_way if late else held).append(row["key"])
            return Frozen(freeze, tuple(held), tuple(under_way))

        return await self._store.transact(write)

    async def thaw(self, freeze_id: int, by: str, *, reason: str = "") -> Freeze:
        """The freeze, lifted; what it held stays until a person has looked at each.

        Lifting again changes nothing.

        Raises:
            InputError: Nobody is named, or there is no such freeze.
        """
        named(by)

        async def write(session: AsyncSession) -> Freeze:
            await lift(session, freeze_id, by, await self._store.now(session), reason)
            freeze = await get_freeze(session, freeze_id)
            if freeze is None:
                raise InputError(
                    f"there is no freeze {freeze_id}.",
                    field="freeze",
                    fix="`pressroom crisis freezes` lists them.",
                )
            return freeze

        return await self._store.transact(write)

    async def freezes(self, *, on: bool = False) -> list[Freeze]:
        """All freezes, the newest first; *on*: only those that hold things back now."""
        async with self._store.read() as session:
            return await list_freezes(session, on=on)

    async def held(self, *, limit: int = 1000) -> list[Effect]:
        """What freezes hold, or held until nobody has looked at it yet; the oldest first."""
        statement = due.select_effects(
            EffectRow.status.in_(_WAITING), EffectRow.frozen_at.is_not(None)
        ).limit(limit)
        async with self._store.read() as session:
            return [effect_of(row) for row in (await session.execute(statement)).mappings()]

    async def look(
        self, key: str, by: str, *, payload_sha: str, goes_out: bool, reason: str = ""
    ) -> Effect:
        """The effect after a person has looked at it: free to go out, or withdrawn.

        *payload_sha* says what they saw: another content is another look.

        Raises:
            StoreError: Nothing was planned under *key*.
            InputError: Nobody is named; it is not held, says something else by now, or a
                freeze is on that covers it.
        """
        named(by)
        return await self._store.transact(
            partial(
                self._look,
                key=key,
                by=by,
                payload_sha=payload_sha,
                goes_out=goes_out,
                reason=reason,
            )
        )

    async def _look(
        self,
        session: AsyncSession,
        *,
        key: str,
        by: str,
        payload_sha: str,
        goes_out: bool,
        reason: str,
    ) -> Effect:
        epoch = await read_epoch(session)
        row = await self._row(session, key)
        if row is None:
            raise StoreError(f"no effect {key!r} was planned.", fix="Name one that is held.")
        await self._refuse_look(session, row, payload_sha, goes_out=goes_out)
        now = await self._store.now(session)
        change: dict[str, Any]
        if goes_out:
            change = {
                "status": "ready",
                "note": f"looked at after the freeze by {by}",
                "freeze_epoch": epoch,
                "frozen_at": None,
                "due_at": max(row["due_at"], now),
                "settled_at": None,
            }
        else:
            note = f"withdrawn after the freeze by {by}" + (f": {reason}" if reason else "")
            change = {"status": "cancelled", "note": note, "frozen_at": None, "settled_at": now}
        if not await self._advance(session, row, change):
            raise InputError(
                f"{key!r} has changed in this very moment.", fix="Look at it again.", field="key"
            )
        await note_look(
            session,
            effect_key=key,
            payload_sha=payload_sha,
            goes_out=goes_out,
            by=by,
            at=now,
            reason=reason,
        )
        after = await self._row(session, key)
        assert after is not None  # noqa: S101 - rows of the ledger are never deleted
        return effect_of(after)

    async def _refuse_look(
        self, session: AsyncSession, row: Row, payload_sha: str, *, goes_out: bool
    ) -> None:
        key = row["key"]
        if row["status"] not in _WAITING or row["frozen_at"] is None:
            raise InputError(
                f"{key!r} is not held by a freeze.",
                field="key",
                fix="`pressroom crisis held` lists what is.",
            )
        if row["payload_sha"] != payload_sha:
            raise InputError(
                f"{key!r} says something else by now than what was looked at.",
                field="payload_sha",
                fix="Look at it as it is, and decide again.",
            )
        if not goes_out:
            return
        for freeze in await _covering(session, row, await list_freezes(session, on=True)):
            raise InputError(
                f"freeze {freeze.id} is on and covers it ({freeze.scope.in_words()}).",
                field="key",
                fix=f"Lift the freeze first: pressroom crisis thaw {freeze.id}",
            )

    async def _freeze_values(self, session: AsyncSession, planned: Planned) -> dict[str, Any]:
        """The columns of a new effect that say what the freezes make of it."""
        epoch = await read_epoch(session)
        freezes = await list_freezes(session, on=True) if epoch else []
        if not freezes:
            return {"freeze_epoch": epoch, "frozen_at": None}
        looked_at = {
            "kind": planned.kind,
            "platform": planned.platform,
            "account": planned.account,
            "payload": planned.payload,
        }
        holding = await _latest(session, looked_at, freezes)
        return {"freeze_epoch": epoch, "frozen_at": holding.since if holding else None}

    async def _compare(self, session: AsyncSession, now: datetime, key: str | None) -> None:
        """Compare with the freezes what is due and was last looked at before the newest one."""
        conditions = [due.is_ready(), ~due.is_examined()]
        if key is not None:
            conditions.append(EffectRow.key == key)
        epoch = await read_epoch(session)  # before the freezes: a newer one is looked at again
        statement = due.select_effects(*conditions).limit(_BATCH)
        rows = (await session.execute(statement, {"now": now})).mappings().all()
        if not rows:
            return
        freezes = await list_freezes(session, on=True)
        for row in rows:
            await self._mark(session, row, epoch, freezes)

    async def _mark(
        self, session: AsyncSession, row: Row | sa.RowMapping, epoch: int, freezes: Sequence[Freeze]
    ) -> None:
        """Note that it was compared with *freezes*, and whether they hold it.

        The fence stays: whoever is calling must be able to say how that ended.
        """
        holding = await _latest(session, row, freezes)
        values: dict[str, Any] = {"freeze_epoch": epoch}
        if holding is not None:
            values["frozen_at"] = holding.since
            if row["status"] == "ready":  # elsewhere its note says what a person must see to
                why = f": {holding.reason}" if holding.reason else ""
                values["note"] = f"held by freeze {holding.id}{why}"
        await session.execute(
            sa.update(EffectRow).where(EffectRow.id == row["id"]).values(values),
            execution_options={"synchronize_session": False},
        )
        if holding is not None:
            await self._reflect(session, row["key"])


async def _latest(session: AsyncSession, row: Any, freezes: Sequence[Freeze]) -> Freeze | None:
    """The latest of *freezes* that holds it: what people decided before that was before it."""
    covering = await _covering(session, row, freezes)
    return max(covering, key=lambda freeze: (freeze.since, freeze.id), default=None)


async def _covering(session: AsyncSession, row: Any, freezes: Sequence[Freeze]) -> list[Freeze]:
    if row["kind"] in due.EXEMPT:
        return []
    by_topic = any(freeze.scope.topics for freeze in freezes)
    texts = await _texts_of(session, row) if by_topic else None
    return [f for f in freezes if f.scope.covers(row["platform"], row["account"], texts)]


async def _texts_of(session: AsyncSession, row: Any) -> list[str] | None:
    """What an effect says, and what it speaks about; None where nobody can know."""
    payload = row["payload"]
    texts = [str(payload.get(name, "")) for name in ("text", "link")]
    texts += [str(item.get("alt_text", "")) for item in payload.get("media", ())]
    if "comment_id" not in payload:
        return texts
    comment = await get_comment(session, CommentRef(row["platform"], payload["comment_id"]))
    return None if comment is None else [*texts, comment.message]
