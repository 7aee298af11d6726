"""Hiding comments, and showing them again: written down first, done once, then known."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.conversation import Gone, gone_note
from pressroom.domain.effects import Effect, EffectStatus, HideOrder
from pressroom.domain.platform import Platform, PlatformName
from pressroom.tools.answers import answer_key, plan_answer
from pressroom.tools.placing import place
from pressroom.tools.ports import Ports
from pressroom.tools.reply import drive_answer


class HideInput(BaseModel):
    """Which comment is hidden, or shown again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: PlatformName = Field(description="facebook, instagram or x")
    comment_id: str = Field(min_length=1, description="The platform's own id of the comment.")
    hidden: bool = Field(default=True, description="False shows a hidden comment again.")
    requires_approval: bool = Field(
        default=False, description="True holds it until a person approves it."
    )


class HideResult(BaseModel):
    """Where the hiding stands."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    hidden: bool
    """What was asked for: hidden, or shown again."""
    status: EffectStatus
    """`sent` is done; the others as for an answer."""
    note: str = ""
    effect_key: str = ""


async def hide(request: HideInput, ports: Ports) -> HideResult:
    """Hide one comment below our posts from everybody else, or show it again.

    Each happens once for a comment, however often it is asked for: what a person shows again
    is not hidden a second time. On X only answers in our own conversations can be hidden. A
    comment that is gone, or our own, is not hidden (`failed`).

    Raises:
        SettingsError: No account is set up on that platform.
        ChannelUnavailable: The comment is not on record here, and cannot be read now.
    """
    order = HideOrder(
        platform=request.platform,
        account=ports.channel(request.platform).account,
        comment_id=request.comment_id,
        thread=f"{request.platform}:{request.comment_id}",
        hidden=request.hidden,
    )
    key = answer_key(order)
    if await ports.ledger.get(key) is None:
        placed = await place(order, ports)
        if isinstance(placed, Gone):
            note = gone_note(order.platform)
            return _result(order, "failed", note)
        review = request.requires_approval or ports.review
        async with ports.store.write() as session:
            await plan_hide(session, ports, placed, requires_approval=review)
    effect = await drive_answer(key, ports)
    return _result(order, effect.status, effect.note, key)


async def plan_hide(
    session: AsyncSession,
    ports: Ports,
    order: HideOrder,
    *,
    requires_approval: bool = False,
    not_before: datetime | None = None,
    run_id: str = "",
) -> Effect:
    """The hiding that stands for the comment, written down in the caller's transaction.

    In a conversation that a person has it is cancelled at once.
    """
    planned = plan_answer(
        order, requires_approval=requires_approval, not_before=not_before, run_id=run_id
    )
    effect = await ports.ledger.standing(session, planned.key)
    if effect is None:
        effect = await ports.ledger.plan(session, planned)
    if await ports.ledger.retire(key=effect.key, session=session):
        effect = await ports.ledger.standing(session, effect.key) or effect
    return effect


def _result(order: HideOrder, status: EffectStatus, note: str, key: str = "") -> HideResult:
    return HideResult(
        platform=order.platform,
        comment_id=order.comment_id,
        hidden=order.hidden,
        status=status,
        note=note,
        effect_key=key,
    )
