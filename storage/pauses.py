"""Stops of all answers that go out by themselves, on one platform or everywhere.

`storage/due.py` asks this inside the statements that claim an answer and begin its call.
"""

from datetime import datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.dialects import session_now
from pressroom.storage.interventions import changed_one, insert_first, named, note_intervention
from pressroom.storage.schema import Base

EVERYWHERE = ""
"""The scope of a stop that holds on every platform."""


class PauseRow(Base):
    """A stop of all answers that nobody has approved since it began."""

    __tablename__ = "pauses"

    scope: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    """A platform, or empty for all."""
    paused_by: Mapped[str] = mapped_column(key_column(120))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Prose)


_PAUSES = cast("sa.Table", PauseRow.__table__)


async def pause_answers(
    session: AsyncSession, by: str, *, platform: Platform | None = None, reason: str = ""
) -> bool:
    """Whether all answers that go out by themselves stop now; False where they had before.

    What a person approves after this still goes out.

    Raises:
        InputError: Nobody is named.
    """
    named(by)
    now = await session_now(session)
    scope = platform or EVERYWHERE
    values = {"scope": scope, "paused_by": by, "since": now, "reason": reason}
    paused = await insert_first(session, _PAUSES, **values)
    if paused:
        await note_intervention(session, scope, "paused", by, now, reason)
    return paused


async def resume_answers(
    session: AsyncSession, by: str, *, platform: Platform | None = None, reason: str = ""
) -> bool:
    """Whether answers go on now; False where that stop did not hold.

    A stop of all platforms and one of a single platform end each by itself.

    Raises:
        InputError: Nobody is named.
    """
    named(by)
    scope = platform or EVERYWHERE
    resumed = await changed_one(session, sa.delete(_PAUSES).where(_PAUSES.c.scope == scope))
    if resumed:
        await note_intervention(session, scope, "resumed", by, await session_now(session), reason)
    return resumed


async def paused_platforms(session: AsyncSession) -> frozenset[Platform]:
    """Where no answer goes out by itself now."""
    scopes = set((await session.execute(sa.select(_PAUSES.c.scope))).scalars())
    return frozenset(PLATFORMS if EVERYWHERE in scopes else scopes & set(PLATFORMS))
