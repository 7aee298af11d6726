"""Keeps the records of posts and of comments in line with what the ledger does."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.effects import Effect
from pressroom.tools.publish import show_publication
from pressroom.tools.show_answer import show_answer


async def show_effect(session: AsyncSession, effect: Effect, now: datetime) -> None:
    """Move whatever record the effect carries out: a platform post, or a comment's.

    The ledger calls this within each change's transaction (`Ledger(mirror=...)`).
    """
    await show_publication(session, effect, now)
    await show_answer(session, effect, now)
