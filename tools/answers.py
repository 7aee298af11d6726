"""Answers to comments and their hiding, as the ledger drives them: looked at, judged, done once."""

from datetime import datetime, timedelta
from typing import TypeVar

from pressroom.domain.conversation import (
    CommentSight,
    Gone,
    PersonAnswered,
    Verdict,
    judge_hide,
    judge_reply,
)
from pressroom.domain.effects import (
    AnswerOrder,
    Draft,
    Effect,
    EffectKind,
    HideOrder,
    NotSent,
    Outcome,
    Prepared,
    Refused,
    ReplyOrder,
    Sighting,
    Unreadable,
    hide_key,
    reply_key,
)
from pressroom.domain.platform import TITLES
from pressroom.domain.ports import Answering
from pressroom.storage.effects import Planned
from pressroom.storage.ledger import Ledger

ANSWER_KINDS: frozenset[EffectKind] = frozenset({"reply", "private_reply", "hide"})

_OrderT = TypeVar("_OrderT", ReplyOrder, HideOrder)


def answer_key(order: AnswerOrder) -> str:
    """The key of carrying *order* out: the same for whoever plans it."""
    if isinstance(order, HideOrder):
        return hide_key(order.platform, order.comment_id, hidden=order.hidden)
    return reply_key(order.platform, order.comment_id)


def plan_answer(
    order: AnswerOrder,
    *,
    requires_approval: bool = False,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    run_id: str = "",
) -> Planned:
    """The effect that carries *order* out, for `Ledger.plan`."""
    return Planned(
        key=answer_key(order),
        kind="hide" if isinstance(order, HideOrder) else order.kind,
        platform=order.platform,
        account=order.account,
        payload=order.payload(),
        requires_approval=requires_approval,
        not_before=not_before,
        expires_at=expires_at,
        thread=order.thread,
        run_id=run_id,
    )


def answer_of(effect: Effect) -> AnswerOrder:
    """The order that `plan_answer` planned.

    Raises:
        ValueError: It cannot be read back, or is not what was planned and approved.
    """
    if effect.kind == "hide":
        return _as_planned(HideOrder.model_validate(effect.payload), effect)
    reply = ReplyOrder.model_validate(effect.payload)
    if reply.kind != effect.kind:
        raise ValueError("what would be sent is not what was planned")
    return _as_planned(reply, effect)


def _as_planned(order: _OrderT, effect: Effect) -> _OrderT:
    if order.payload_sha() != effect.payload_sha:
        raise ValueError("what would be sent is not what was planned")
    planned_for = (effect.platform, effect.account, effect.thread)
    if (order.platform, order.account, order.thread) != planned_for:
        raise ValueError("it was planned for another account or conversation")
    return order


class AnswerCarrier:
    """Carries one answer out: the comment is looked at before, and the answer looked for after."""

    def __init__(self, answering: Answering, ledger: Ledger, effect: Effect) -> None:
        self._answering = answering
        self._ledger = ledger
        self._effect = effect

    async def prepare(self, order: AnswerOrder, draft: Draft) -> Prepared:
        """A draft that counts the calls; else why there is nothing, or nobody, to answer.

        Where a person of the brand has answered on the platform, the conversation is theirs
        from now on.
        """
        look = await self._answering.look(order)
        if isinstance(look, Unreadable):
            return NotSent(look.why, look.retry_after, look.trace)
        verdict = await self._judge(order, look)
        if isinstance(verdict, PersonAnswered):
            await self._ledger.person_answered(self._effect, verdict.answer.ref)
            return Refused(f"{TITLES[order.platform]}: a person answered", trace=look.trace)
        if verdict is not None:
            return verdict
        return {**draft, "calls": int(draft.get("calls", 0)) + 1}

    async def publish(self, order: AnswerOrder, draft: Draft) -> Outcome:
        """What came of the one visible call."""
        again = int(draft.get("calls", 1)) > 1 or bool(draft.get("forgotten"))
        return await self._answering.send(order, again=again)

    async def find(self, order: AnswerOrder, draft: Draft, since: timedelta) -> Sighting:
        """Whether the order is carried out, as the platform shows it."""
        del draft  # a comment says itself what became of it
        spoken = await self._ledger.spoken(order.thread, but=self._effect.key)
        return await self._answering.find(order, spoken, since)

    async def _judge(self, order: AnswerOrder, look: CommentSight | Gone) -> Verdict | None:
        if isinstance(order, HideOrder):
            return judge_hide(order, look)
        spoken = await self._ledger.spoken(order.thread, but=self._effect.key)
        quiet_until = await self._ledger.quiet_until(order.thread)
        asked_at = await self._ledger.asked_at(self._effect)
        return judge_reply(order, look, spoken, quiet_until, asked_at)
