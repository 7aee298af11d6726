"""The comment graph's second half: decisions carried out, once, or laid before a person."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from langgraph.runtime import Runtime

from pressroom.domain.caps import caps_reached
from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.decision import HandledComment, HandledStatus, Reason
from pressroom.domain.effects import HideOrder
from pressroom.domain.provenance import Provenance
from pressroom.errors import PressroomError
from pressroom.graphs.comments_context import HOUR
from pressroom.graphs.comments_state import Comments, CommentsUpdate, counted, refs_of
from pressroom.graphs.content_state import Plain, plain, thread_of
from pressroom.storage.alone import (
    count_alone_in,
    count_alone_since,
    count_answers_to,
    take_turn,
)
from pressroom.storage.comments import get_comments
from pressroom.storage.handled import decide_again, handled_of, move, move_all
from pressroom.storage.store import Session
from pressroom.tools.hide import plan_hide
from pressroom.tools.ports import Ports
from pressroom.tools.reply import drive_answer, plan_reply, reply_to

_AT_ONCE = 4
"""Answers on their way at the same time; the ledger counts what each account may send."""


async def carry_out(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """Each decision planned as an effect, laid before a person, or closed: nothing is sent yet."""
    ports, keys = runtime.context, list[str]()
    refs = refs_of(state.decided)
    async with ports.store.read() as session:
        comments = await get_comments(session, refs)
    # One that is not there was taken back meanwhile: its record was dropped with it.
    present = [ref for ref in refs if ref in comments]
    acting = await ports.store.transact(lambda session: _close(session, present, ports))
    run_id = thread_of(runtime)
    for ref in acting:
        comment = comments[ref]

        async def write(session: Session, comment: Comment = comment) -> str:
            return await _settle(session, comment, ports, run_id)

        key = await ports.store.transact(write)
        if key:
            keys.append(key)
    return {"effect_keys": keys}


async def _close(session: Session, refs: Sequence[CommentRef], ports: Ports) -> list[CommentRef]:
    """Put where they belong, at once, those that nothing goes out about; the others are left.

    Most of a large delivery is of that kind, and a transaction each would be most of its time.
    """
    records = await handled_of(session, refs)
    acting: list[CommentRef] = []
    by_status: dict[HandledStatus, list[CommentRef]] = {}
    for ref in refs:
        record = records.get(ref)
        if record is None:
            continue
        status = _next(record, ports) if record.status == "decided" else None
        if status is None or status == "planned":
            acting.append(ref)
        else:
            by_status.setdefault(status, []).append(ref)
    for status, some in by_status.items():
        await move_all(session, some, status=status, expected="decided")
    return acting


async def _settle(session: Session, comment: Comment, ports: Ports, run_id: str) -> str:
    """The key of the effect that is planned; empty where none is."""
    record = (await handled_of(session, [comment.ref])).get(comment.ref)
    if record is None or record.status != "decided":
        return record.effect_key if record else ""
    status = _next(record, ports)
    if status != "planned":
        await move(session, record.ref, status=status, expected=("decided",))
        return ""
    if reached := await _reached(session, comment, record, ports):
        await decide_again(session, await _for_a_person(session, record, reached, ports))
        return ""
    key, words = await _plan(session, comment, record, ports, run_id)
    await move(
        session,
        record.ref,
        status="planned",
        expected=("decided",),
        effect_key=key,
        response=words,
    )
    return key


async def _reached(
    session: Session, comment: Comment, record: HandledComment, ports: Ports
) -> list[Reason]:
    """Why one more answer by itself would be one too many, now that its turn has come.

    Asked when it was decided too; meanwhile another run, here or in another process, may have
    used up what was left.
    """
    if record.decision.action == "hide":
        return []
    await take_turn(session)
    now = await ports.store.now(session)
    return list(
        caps_reached(
            ports.brand.replies.caps,
            to_author_on_post=await count_answers_to(session, comment),
            within_hour=await count_alone_since(session, now - HOUR),
            in_thread=await count_alone_in(session, record.thread),
        )
    )


async def _for_a_person(
    session: Session, record: HandledComment, reached: Sequence[Reason], ports: Ports
) -> HandledComment:
    """The record as it waits for a person, with why."""
    before = record.decision
    hours = ports.brand.replies.deadlines_hours.hours(before.priority)
    decision = before.model_copy(
        update={
            "mode": "review",
            "reasons": (*before.reasons, *reached),
            "answer_by": await ports.store.now(session) + timedelta(hours=hours),
        }
    )
    return record.model_copy(update={"decision": decision, "status": "waiting"})


def _next(record: HandledComment, ports: Ports) -> HandledStatus:
    """Where a fresh record goes."""
    decision, draft = record.decision, record.draft
    if decision.action == "escalate":
        return "waiting"
    if decision.action == "ignore" or decision.mode in ("off", "shadow"):
        return "done"
    if decision.mode == "review" or ports.review:
        return "waiting"
    if decision.action == "hide":
        return "planned"
    return "planned" if draft is not None and draft.is_clean else "waiting"


async def _plan(
    session: Session, comment: Comment, record: HandledComment, ports: Ports, run_id: str
) -> tuple[str, str]:
    """The effect's key and the words that go out."""
    account = comment.account or ports.channel(comment.platform).account
    if record.decision.action == "hide":
        order = HideOrder(
            platform=comment.platform,
            account=account,
            comment_id=comment.comment_id,
            thread=record.thread,
        )
        return (await plan_hide(session, ports, order, run_id=run_id)).key, ""
    reply = reply_to(
        comment,
        record.draft.proposal.text if record.draft else "",
        account=account,
        private=record.decision.action == "private_reply",
        thread=record.thread,
    )
    effect = await plan_reply(session, ports, reply, run_id=run_id)
    return effect.key, str(effect.payload.get("text", ""))


async def send_answers(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """Every planned effect taken as far as it goes now; the sweeper does what is left.

    Raises:
        PressroomError: One could not even be tried; the others were, before this is said.
    """
    turns = asyncio.Semaphore(_AT_ONCE)

    async def send(key: str) -> PressroomError | None:
        async with turns:
            try:
                await drive_answer(key, runtime.context)
            except PressroomError as err:
                return err
            return None

    troubles = await asyncio.gather(*(send(key) for key in state.effect_keys))
    for trouble in troubles:
        if trouble is not None:
            raise trouble
    return {"outcomes": await _outcomes(refs_of(state.decided), runtime.context)}


async def report_outcomes(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """What became of each comment of this run."""
    outcomes = await _outcomes(refs_of(state.decided), runtime.context)
    done = counted(f"{o['action'].replace('_', ' ')} ({o['status']})" for o in outcomes)
    why = done or "nothing new to decide"
    return {
        "outcomes": outcomes,
        "provenance": {"answers": plain(Provenance(made_by="rule", why=why))},
    }


async def _outcomes(refs: list[CommentRef], ports: Ports) -> list[Plain]:
    async with ports.store.read() as session:
        records = await handled_of(session, refs)
    return [
        {
            "comment": str(ref),
            "action": record.decision.action,
            "mode": record.decision.mode,
            "rules": [reason.rule for reason in record.decision.reasons],
            "priority": record.decision.priority,
            "status": record.status,
            "made_by": record.draft.provenance.made_by if record.draft else "",
            "effect_key": record.effect_key,
        }
        for ref, record in sorted(records.items())
    ]
