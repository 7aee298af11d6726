"""A person's decision on an answer or a hiding that waits alone, not with its comment."""

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.answer_rules import check_answer
from pressroom.domain.comment import CommentRef
from pressroom.domain.effects import Effect, HideOrder, ReplyOrder
from pressroom.errors import EffectConflict, InputError
from pressroom.storage.handled import move
from pressroom.tools.answers import answer_of, plan_answer
from pressroom.tools.ports import Ports


def reworded(effect: Effect, text: str) -> ReplyOrder:
    """The answer in other words.

    Raises:
        InputError: There are no words in hiding a comment, or the platform would refuse these.
    """
    order = answer_of(effect)
    if isinstance(order, HideOrder):
        raise InputError(
            "hiding a comment says nothing that could be edited.",
            field=f"texts.{effect.platform}",
            fix="Approve or reject it.",
        )
    order = order.model_copy(update={"text": text})
    if broken := check_answer(order):
        raise InputError(
            f"the edited answer breaks a rule: {broken[0].message}",
            field=f"texts.{effect.platform}",
            fix=broken[0].fix,
        )
    return order


async def revise_answer(session: AsyncSession, effect: Effect, text: str, ports: Ports) -> Effect:
    """The answer in the person's words, in the place of the one that was shown.

    Raises:
        InputError: It can no longer be changed: it is being sent.
    """
    planned = plan_answer(reworded(effect, text), requires_approval=True, run_id=effect.run_id)
    try:
        return await ports.ledger.revise(session, planned)
    except EffectConflict as err:
        raise InputError(str(err), field=f"texts.{effect.platform}", fix=err.fix) from err


async def refuse_changed(
    session: AsyncSession, effect: Effect, thread_id: str, ports: Ports
) -> None:
    """Refuse a decision about words that were replaced since this person looked.

    Raises:
        InputError: They were.
    """
    standing = await ports.ledger.standing(session, effect.key)
    if standing is None or standing.payload_sha == effect.payload_sha:
        return
    raise InputError(
        f"{thread_id!r} says something else by now than what was shown.",
        field="thread_id",
        fix=f"Look again, then decide: pressroom approvals show {thread_id}",
    )


async def take_from_desk(session: AsyncSession, effect: Effect) -> None:
    """The comment waits for nobody any more, where it waited: its answer is on its way."""
    order = answer_of(effect)
    if isinstance(order, ReplyOrder):
        await move(
            session,
            CommentRef(order.platform, order.comment_id),
            status="planned",
            expected=("decided", "waiting"),
            effect_key=effect.key,
            response=order.text,
        )
