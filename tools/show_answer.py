"""Keeps the deciding record of a comment in line with the effect that carries it out."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.decision import HandledComment, HandledStatus
from pressroom.domain.effects import Effect, EffectStatus
from pressroom.storage.handled import handled_by, move
from pressroom.tools.answers import ANSWER_KINDS

_SHOWN: Mapping[EffectStatus, HandledStatus] = {
    "ready": "planned",
    "sending": "planned",
    "unknown": "planned",
    "sent": "done",
    "failed": "waiting",
    "review": "waiting",
    "cancelled": "dropped",
}
_NOBODY_LEFT = ("a person answered", "was deleted")
"""Refusals after which there is nothing left for a person to do."""


async def show_answer(session: AsyncSession, effect: Effect, now: datetime) -> None:
    """Move the record with its effect: done once it is live, to a person where it cannot go out.

    The ledger calls this within each change's transaction (`Ledger(mirror=...)`).
    """
    del now  # the store's clock stamps the record
    if effect.kind not in ANSWER_KINDS:
        return
    record = await handled_by(session, effect.key)
    if record is None:
        return
    status = _status(effect, record)
    if (status, effect.note) != (record.status, record.note):
        await move(session, record.ref, status=status, expected=(record.status,), note=effect.note)


def _status(effect: Effect, record: HandledComment) -> HandledStatus:
    if effect.status == "failed" and any(why in effect.note for why in _NOBODY_LEFT):
        return "dropped"
    if effect.status == "failed" and record.decision.action == "hide":
        return "done"  # the comment stays as it is; nobody waits for anything
    return _SHOWN[effect.status]
