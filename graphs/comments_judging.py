"""The comment graph's first half: what came in, what it means, and what is to be done about it."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta

from langgraph.runtime import Runtime

from pressroom.agents.refine import Doubtful, is_doubtful, refine
from pressroom.analysis.comment_analysis import analyse, unread
from pressroom.analysis.fact_matching import match_fact
from pressroom.domain.analysis import AnalysisRecord, CommentAnalysis, Refinement
from pressroom.domain.comment import Comment, CommentRef, as_read
from pressroom.domain.decide import decide
from pressroom.domain.decision import Decision, HandledComment, HandledStatus
from pressroom.domain.never_auto import find_never_auto
from pressroom.domain.provenance import Provenance
from pressroom.domain.reading import read
from pressroom.domain.reply_rules import may_reply, told_of
from pressroom.graphs.comments_context import Surroundings, in_order, read_surroundings
from pressroom.graphs.comments_state import (
    Comments,
    CommentsUpdate,
    counted,
    names_of,
    refs_of,
)
from pressroom.graphs.content_state import plain
from pressroom.storage.analyses import analyses_of, save_analyses
from pressroom.storage.comments import get_comments, note_decided, take_waiting
from pressroom.storage.handled import (
    decide_again,
    handled_of,
    move,
    record_decisions,
    stalled,
)
from pressroom.storage.store import Session
from pressroom.tools.ports import Ports
from pressroom.tools.receive import receive

_LOG = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""How long a run has its comments to itself; those of a dead one are taken up again after it."""


async def receive_comments(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """What the inbox holds put on record, and the comments that wait taken in hand."""
    ports = runtime.context
    report = await receive(ports)
    heard = {
        "new": len(report.heard.new),
        "changed": len(report.heard.changed),
        "removed": len(report.heard.removed),
        "unreadable": len(report.failed),
    }
    if state.only:
        async with ports.store.read() as session:
            batch = list(await get_comments(session, refs_of(state.only)))
    else:
        taken = await ports.store.transact(
            lambda session: take_waiting(session, LEASE, state.limit)
        )
        batch = [comment.ref for comment in taken]
    why = f"{len(batch)} to look at; heard: {counted_heard(heard)}"
    return {
        "heard": heard,
        "batch": names_of(batch),
        "provenance": {"receive": plain(Provenance(made_by="rule", why=why))},
    }


def counted_heard(heard: Mapping[str, int]) -> str:
    """What came in, in words: `3 new, 1 removed`."""
    return ", ".join(f"{count} {what}" for what, count in heard.items() if count) or "nothing new"


async def skip_handled(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """The batch without what was decided before, and what a dead run decided and did not do."""
    ports, refs = runtime.context, refs_of(state.batch)

    async def write(session: Session) -> tuple[list[CommentRef], list[CommentRef]]:
        comments = await get_comments(session, refs)
        records = await handled_of(session, refs)
        known = [
            ref
            for ref, record in records.items()
            if ref in comments and record.message_sha == comments[ref].message_sha
        ]
        await note_decided(session, known)
        left = [] if state.only else await stalled(session, LEASE)
        return known, left

    known, left = await ports.store.transact(write)
    fresh = set(refs) - set(known)
    return {"batch": names_of(fresh), "known": names_of(known), "decided": names_of(left)}


async def analyse_comments(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """What each comment means by the rules, on record with its evidence."""
    ports, comments = runtime.context, await _comments_of(state, runtime)
    now = ports.clock.now()

    def work() -> dict[CommentRef, AnalysisRecord]:
        return {
            comment.ref: AnalysisRecord(
                analysis=_analysis_of(comment, ports),
                message_sha=comment.message_sha,
                analysed_at=now,
            )
            for comment in comments
        }

    # Pure computing, seconds of it for a large delivery: the loop has other things to do.
    records = await asyncio.to_thread(work)
    await ports.store.transact(lambda session: save_analyses(session, records))
    intents = counted(r.analysis.purpose.intent.replace("_", " ") for r in records.values())
    why = f"rules: {intents}" if intents else "nothing new"
    return {"provenance": {"analysis": plain(Provenance(made_by="rule", why=why))}}


def _analysis_of(comment: Comment, ports: Ports) -> CommentAnalysis:
    try:
        return analyse(
            comment.message,
            author_id=comment.author_id,
            comment_id=str(comment.ref),
            seen=ports.copies,
        )
    except Exception:  # noqa: BLE001 - logged, and not the end of the batch
        # A text that meets a mistake of ours must not hold up all the others: a person has it.
        _LOG.exception("comment %s could not be analysed", comment.ref)
        return unread()


async def refine_analyses(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """Gemini's second opinion on what the rules are unsure of, kept beside theirs."""
    ports, comments = runtime.context, await _comments_of(state, runtime)
    async with ports.store.read() as session:
        records = await analyses_of(session, [comment.ref for comment in comments])
    doubtful = [
        Doubtful(comment, records[comment.ref].analysis)
        for comment in comments
        if comment.ref in records and _is_worth_asking(comment, records[comment.ref], ports)
    ]
    found = await refine(doubtful, ports.model, now=ports.clock.now())
    refined = {
        one.comment.ref: records[one.comment.ref].model_copy(update={"refinement": second})
        for one, second in zip(doubtful, found, strict=True)
    }
    if refined:
        await ports.store.transact(lambda session: save_analyses(session, refined))
    return {"provenance": {"second look": plain(_credit(found))}}


def _is_worth_asking(comment: Comment, record: AnalysisRecord, ports: Ports) -> bool:
    """Whether a second opinion could change anything: what only a person may see is not shown."""
    if not is_doubtful(record.analysis, ports.brand.replies.floors):
        return False
    if may_reply(comment, told_of(comment), ports.clock.now()).channel == "none":
        return False
    return not find_never_auto(as_read(comment.message))


def _credit(found: Sequence[Refinement]) -> Provenance:
    """Who gave the second opinions, in one line: the first of them stands for the rest."""
    if not found:
        return Provenance(made_by="rule", why="the rules were sure of everything")
    first = next((one for one in found if one.provenance.made_by == "gemini"), found[0])
    return first.provenance.model_copy(
        update={"why": f"{len(found)} looked at again: {first.provenance.why}"}
    )


async def decide_actions(state: Comments, runtime: Runtime[Ports]) -> CommentsUpdate:
    """What is to be done about each comment, on record with its reasons: said once."""
    ports, comments = runtime.context, await _comments_of(state, runtime)
    refs = [comment.ref for comment in comments]
    async with ports.store.read() as session:
        now = await ports.store.now(session)
        records = await analyses_of(session, refs)
        around = await read_surroundings(session, comments, now)
    decided = [
        _decide(comment, records[comment.ref], around, ports)
        for comment in in_order(comments)
        if comment.ref in records
    ]

    async def write(session: Session) -> list[CommentRef]:
        fresh = await record_decisions(session, decided)
        known = await handled_of(session, refs)
        edited = [each for each in decided if each.ref not in set(fresh)]
        anew = [each.ref for each in edited if await _decide_anew(session, each, known)]
        return [*fresh, *anew]

    written = await ports.store.transact(write)
    why = counted(f"{one.decision.action.replace('_', ' ')}" for one in decided) or "nothing new"
    return {
        "decided": names_of({*written, *refs_of(state.decided)}),
        "provenance": {"decisions": plain(Provenance(made_by="rule", why=why))},
    }


def _decide(
    comment: Comment, record: AnalysisRecord, around: Surroundings, ports: Ports
) -> HandledComment:
    reading = read(as_read(comment.message))
    answer = match_fact(reading, ports.brand, record.analysis.language.code)
    context = around.around(comment, record, answer)
    decision = decide(comment, record.analysis, context, ports.brand, around.now, reading=reading)
    around.note(comment, decision)
    return HandledComment(
        platform=comment.platform,
        comment_id=comment.comment_id,
        thread=around.threads[comment.ref],
        decision=decision,
        message_sha=comment.message_sha,
        handled_at=around.now,
        updated_at=around.now,
    )


async def _decide_anew(
    session: Session,
    handled: HandledComment,
    known: Mapping[CommentRef, HandledComment],
) -> bool:
    """Whether an edited comment is to be treated afresh.

    What was answered before stays answered; where the new words would have kept us from it, a
    person has to see our answer beside them.
    """
    if handled.ref not in known:
        return False  # taken back, or edited once more: it comes round again
    if await decide_again(session, handled):
        return True
    if _is_grave(handled.decision):
        note = "It was edited after it was answered: " + handled.decision.reasons[0].text
        done: tuple[HandledStatus, ...] = ("planned", "done")
        await move(session, handled.ref, status="waiting", expected=done, note=note)
    return False


def _is_grave(decision: Decision) -> bool:
    return decision.action in ("escalate", "hide")


async def _comments_of(state: Comments, runtime: Runtime[Ports]) -> Sequence[Comment]:
    """The comments of the batch that are still there."""
    async with runtime.context.store.read() as session:
        return list((await get_comments(session, refs_of(state.batch))).values())
