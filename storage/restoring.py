"""After the database was restored from an older copy: what may be live is looked for first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.effects import FORGOTTEN
from pressroom.storage import due
from pressroom.storage.effects import EffectRow
from pressroom.storage.fenced import FencedRows, Mirror
from pressroom.storage.history import History, Standing
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from pressroom.storage.verdicts import Change, in_doubt

_WHY = "it may have gone out after the copy that the database was restored from"
_UNSETTLED = ("ready", "sending", "unknown", "review", "failed")


class Restoring(FencedRows):
    """Accepts a copy as the database that counts from now on."""

    def __init__(
        self, store: Store, policy: LedgerPolicy, history: History, mirror: Mirror | None = None
    ) -> None:
        super().__init__(store, policy, mirror)
        self._history = history

    async def accept_copy(self) -> list[str]:
        """Keys of effects that are in doubt now, in order of their time; sending goes on.

        Whatever may have been sent since the copy is read on its platform before anything
        else happens to it. What was planned after the copy is not in it: for
        `policy.restore_watch`, whatever is planned anew is looked for before it is sent.
        """
        known = await self._history.marks()

        async def accept(session: AsyncSession) -> tuple[list[str], Standing]:
            now = await self._store.now(session)
            standing = await self._history.ensure(session)
            rows = await session.execute(due.select_effects(EffectRow.status.in_(_UNSETTLED)))
            doubted: list[str] = []
            for row in rows.mappings().all():
                change = doubt_copied(row, standing.claimed_at, self.policy, now=now)
                if change is None or not await self._advance(session, row, change):
                    continue
                if change.get("status") == "unknown":
                    doubted.append(row["key"])
            return doubted, await self._history.renew(session, known, now)

        doubted, standing = await self._store.transact(accept)
        await self._history.remember(standing)
        return doubted


def doubt_copied(
    row: Mapping[str, Any], copied_at: datetime, policy: LedgerPolicy, *, now: datetime
) -> Change | None:
    """What becomes of an effect of the copy; None where it cannot have been sent since.

    What waits for a person goes on waiting, but whoever asks for another try has it read
    first. Drafts are forgotten: newer ones may have gone out.
    """
    tried_at = row["first_try_at"]
    if row["status"] == "ready" and tried_at is None and row["due_at"] > now:
        return None  # its time has not come
    change: Change = {
        "first_try_at": tried_at or min(max(row["due_at"], copied_at), now),
        "draft": FORGOTTEN,
    }
    if row["status"] in ("ready", "sending", "unknown"):
        return {**in_doubt(_WHY, policy, now=now), **change}
    return {**change, "settles_at": now + policy.settle_window}


def doubt_new(
    row: Mapping[str, Any], standing: Standing, policy: LedgerPolicy, *, now: datetime
) -> Change | None:
    """What becomes of a ready effect that was planned soon after a restore, else None.

    Nothing was called from here, so no window has to pass: not seeing it counts at once.
    """
    restored_at, copied_at = standing.restored_at, standing.copied_at
    if restored_at is None or copied_at is None or row["first_try_at"] is not None:
        return None
    if not restored_at <= row["created_at"] < restored_at + policy.restore_watch:
        return None
    why = "the database was restored lately: it is looked for before it is sent"
    doubt: Change = {"settles_at": now, "not_before": now, "first_try_at": copied_at}
    return {**in_doubt(why, policy, now=now), **doubt, "draft": FORGOTTEN}
