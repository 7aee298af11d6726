"""The desk: comments that wait for a person, with all that is needed to decide, and the decision.

A decision is one transaction: the record moves on, what is to be sent is planned and approved
in that person's name, and the book has its line. The first decision stands; the same one again
changes nothing, another one is refused.
"""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.answer_rules import check_answer
from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.decision import HandledComment, HandledStatus
from pressroom.domain.desk import DECIDING, DeskAction, DeskItem, DeskVerb
from pressroom.domain.effects import HideOrder, hide_key, reply_key
from pressroom.errors import EffectConflict, InputError
from pressroom.storage.analyses import analyses_of
from pressroom.storage.comments import get_comment, get_comments, replies_to
from pressroom.storage.desk import actions_on, write_down
from pressroom.storage.handled import handled_of, list_handled, move
from pressroom.storage.threads import thread_state
from pressroom.tools.hide import plan_hide
from pressroom.tools.ports import Ports
from pressroom.tools.reply import drive_answer, plan_words_of, reply_to
from pressroom.tools.take_over import release, take_over

_OPEN: tuple[HandledStatus, ...] = ("decided", "waiting")


class DeskInput(BaseModel):
    """What a person does about one comment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: CommentRef
    verb: DeskVerb
    by: str = Field(min_length=1, max_length=120)
    """Who does it; it is written down."""
    text: str = ""
    """With `edit`: the whole answer in the person's own words."""
    private: bool | None = None
    """Answer in the commenter's inbox; None: as it was proposed."""
    reason: str = Field(default="", max_length=1000)


class DeskResult(BaseModel):
    """Where the comment stands now."""

    model_config = ConfigDict(frozen=True)

    ref: CommentRef
    verb: DeskVerb
    changed: bool
    """False where just this had been done before."""
    status: HandledStatus
    effect_key: str = ""
    note: str = ""
    """What came of sending, where something was sent."""


async def list_desk(
    ports: Ports, *, status: Iterable[HandledStatus] = ("waiting",), limit: int = 50
) -> list[DeskItem]:
    """What waits for a person: the most urgent first, then what is to be answered soonest."""
    async with ports.store.read() as session:
        records = await list_handled(session, status=tuple(status), limit=limit)
        comments = await get_comments(session, [record.ref for record in records])
        return [
            await _item(session, comments[record.ref], record, ports)
            for record in records
            if record.ref in comments
        ]


async def show_desk(ref: CommentRef, ports: Ports) -> DeskItem:
    """One comment with its thread, its analysis, what is proposed and why, and its book.

    Raises:
        InputError: It is not on record, it is gone, or nothing was decided about it yet.
    """
    async with ports.store.read() as session:
        comment, record = await _found(session, ref)
        return await _item(session, comment, record, ports, whole=True)


async def act_at_desk(request: DeskInput, ports: Ports) -> DeskResult:
    """Carry out what a person decided, and say where the comment stands.

    An approved answer is sent at once where it may go out now; otherwise the sweeper sends it.

    Raises:
        InputError: Nothing waits there, somebody decided otherwise before, or the words break
            a rule of the platform.
        SettingsError: No account is set up on that platform.
    """
    if request.verb in DECIDING:
        return await _decide(request, ports)
    async with ports.store.read() as session:
        _, record = await _found(session, request.ref)
    if request.verb == "take_over":
        done = await take_over(record.thread, request.by, ports, reason=request.reason)
    else:
        done = await release(record.thread, request.by, ports, reason=request.reason)
    if done.changed:
        async with ports.store.write() as session:
            await _enter(session, request, record, ports)
    return DeskResult(
        ref=request.ref, verb=request.verb, changed=done.changed, status=record.status
    )


async def _decide(request: DeskInput, ports: Ports) -> DeskResult:
    async with ports.store.write() as session:
        comment, record = await _found(session, request.ref)
        if record.status not in _OPEN:
            return await _decided_before(session, request, record)
        final = _final_text(request, record)
        key = await _plan(session, request, comment, record, final, ports)
        moved = await move(
            session,
            record.ref,
            status="planned" if key else "dropped",
            expected=_OPEN,
            response=final,
            effect_key=key,
        )
        if not moved:  # the rows are locked, so this is a store that broke its promise
            raise InputError("somebody else decides about it just now.", field="ref")
        await _enter(session, request, record, ports, final=final)
    if not key:
        return DeskResult(ref=record.ref, verb=request.verb, changed=True, status="dropped")
    effect = await drive_answer(key, ports)
    return DeskResult(
        ref=record.ref,
        verb=request.verb,
        changed=True,
        status="done" if effect.status == "sent" else "planned",
        effect_key=key,
        note=effect.note or effect.status,
    )


def _final_text(request: DeskInput, record: HandledComment) -> str:
    """The words that are to be sent; empty where none are."""
    if request.verb in ("reject", "hide"):
        return ""
    if request.verb == "edit":
        text = request.text.strip()
        if not text:
            raise InputError("no words were given.", field="text", fix="Write the whole answer.")
        return text
    if record.draft is None:
        hides = record.decision.action == "hide"
        raise InputError(
            f"no answer is proposed for {record.ref}.",
            field="verb",
            fix="Hide it with hide, or reject that." if hides else "Write one, or reject it.",
        )
    return record.draft.proposal.text


async def _plan(
    session: AsyncSession,
    request: DeskInput,
    comment: Comment,
    record: HandledComment,
    final: str,
    ports: Ports,
) -> str:
    """The key of what carries the decision out; empty where nothing is to be sent."""
    account = ports.channel(comment.platform).account
    if request.verb == "hide":
        order = HideOrder(
            platform=comment.platform,
            account=account,
            comment_id=comment.comment_id,
            thread=record.thread,
        )
        await plan_hide(session, ports, order)
        return hide_key(comment.platform, comment.comment_id)
    if not final:
        return ""
    private = request.private
    if private is None:
        private = record.decision.action == "private_reply"
    reply = reply_to(comment, final, account=account, private=private, thread=record.thread)
    broken = check_answer(reply)
    if broken:
        raise InputError(
            f"the answer breaks a rule of {comment.platform}: {broken[0].message}",
            field="text",
            fix=broken[0].fix,
        )
    try:
        await plan_words_of(session, ports, reply, request.by)
    except EffectConflict as err:
        raise InputError(
            f"{record.ref} has its answer, or is getting it just now.",
            field="ref",
            fix="Look at it with: pressroom inbox show",
        ) from err
    return reply_key(comment.platform, comment.comment_id)


async def _decided_before(
    session: AsyncSession, request: DeskInput, record: HandledComment
) -> DeskResult:
    """What stands, where it is what is asked for again."""
    actions = [a for a in await actions_on(session, record.ref) if a.verb in DECIDING]
    last = actions[-1] if actions else None
    same = last is not None and last.verb == request.verb
    if same and last is not None and request.verb == "edit":
        same = last.final == request.text.strip()
    if not same:
        by = f" by {last.by} ({last.verb})" if last else " without a person"
        raise InputError(
            f"{record.ref} was decided{by} already.",
            field="ref",
            fix="Look at it with: pressroom inbox show",
        )
    return DeskResult(
        ref=record.ref,
        verb=request.verb,
        changed=False,
        status=record.status,
        effect_key=record.effect_key,
    )


async def _enter(
    session: AsyncSession,
    request: DeskInput,
    record: HandledComment,
    ports: Ports,
    *,
    final: str = "",
) -> None:
    """The line in the desk's book."""
    analysis = (await analyses_of(session, [record.ref])).get(record.ref)
    draft = record.draft
    await write_down(
        session,
        DeskAction(
            platform=record.platform,
            comment_id=record.comment_id,
            thread=record.thread,
            verb=request.verb,
            by=request.by,
            at=await ports.store.now(session),
            reason=request.reason,
            proposed=draft.proposal.text if draft else "",
            final=final,
            made_by=draft.provenance.made_by if draft else "",
            intent=analysis.analysis.purpose.intent if analysis else "",
            language=analysis.analysis.language.code if analysis else "",
        ),
    )


async def _found(session: AsyncSession, ref: CommentRef) -> tuple[Comment, HandledComment]:
    comment = await get_comment(session, ref)
    record = (await handled_of(session, [ref])).get(ref)
    if comment is None or record is None:
        what = "is not on record, or was taken back" if comment is None else "is not decided yet"
        raise InputError(
            f"comment {ref} {what}.",
            field="ref",
            fix="List what waits with: pressroom inbox list",
        )
    return comment, record


async def _item(
    session: AsyncSession,
    comment: Comment,
    record: HandledComment,
    ports: Ports,
    *,
    whole: bool = False,
) -> DeskItem:
    del ports
    analyses = await analyses_of(session, [record.ref])
    state = await thread_state(session, record.thread)
    return DeskItem(
        comment=comment,
        record=record,
        analysis=analyses.get(record.ref),
        thread=tuple(await _conversation(session, comment)) if whole else (),
        held_by=state.held_by,
        actions=tuple(await actions_on(session, record.ref)) if whole else (),
    )


async def _conversation(session: AsyncSession, comment: Comment) -> Sequence[Comment]:
    """The top comment and what was said below it, oldest first."""
    top = comment
    if comment.parent_id:
        found = await get_comment(session, CommentRef(comment.platform, comment.parent_id))
        top = found or comment
    below = await replies_to(session, top.ref)
    return [top, *(each for each in below if each.ref != top.ref)]
