"""Answering comments: an answer is written down as an effect first, then sent once, then known."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.answer_rules import check_answer
from pressroom.domain.comment import Comment
from pressroom.domain.conversation import Gone, gone_note
from pressroom.domain.effects import Effect, EffectStatus, ReplyOrder, reply_key
from pressroom.domain.platform import Platform, PlatformName
from pressroom.domain.preflight import Violation
from pressroom.domain.wording import sha_of_words
from pressroom.errors import EffectConflict, InputError
from pressroom.storage.approvals import record_decision
from pressroom.tools.answers import plan_answer
from pressroom.tools.decide import AUTHOR
from pressroom.tools.effects import drive
from pressroom.tools.placing import place
from pressroom.tools.ports import Ports
from pressroom.tools.publish import permit_of


class ReplyInput(BaseModel):
    """Which comment is answered, and how."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: PlatformName = Field(description="facebook, instagram or x")
    comment_id: str = Field(min_length=1, description="The platform's own id of the comment.")
    text: str = Field(description="The whole answer.")
    private: bool = Field(
        default=False,
        description=(
            "True answers in the commenter's inbox, which Facebook and Instagram allow once and "
            "within seven days; X does not have it."
        ),
    )
    requires_approval: bool = Field(
        default=False, description="True holds it until a person approves exactly this answer."
    )


class ReplyResult(BaseModel):
    """Where the answer stands."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    status: EffectStatus
    """`sent` is live; `unknown` is being looked up; `ready` waits for its turn or approval;
    `failed` and `cancelled` will not go out, and `note` says why; `review` waits for a person."""
    text: str = ""
    """The answer that stands for this comment: the first one that was asked for. Empty once it
    had to be forgotten."""
    platform_ref: str = ""
    permalink: str = ""
    note: str = ""
    effect_key: str = ""
    violations: tuple[Violation, ...] = ()
    """Rules of the platform that the answer breaks; with any of them nothing was planned."""

    @property
    def is_live(self) -> bool:
        """Whether it can be read."""
        return self.status == "sent"


async def reply(request: ReplyInput, ports: Ports) -> ReplyResult:
    """Answer one comment on Facebook, Instagram or X, and say where the answer stands.

    A comment gets one answer, public or private: called again, with whatever text, this gives
    back the answer that stands. The comment is read just before it is answered. One that is
    gone, hidden or already answered by a person gets no answer (`failed`); one that was edited
    since waits for a person (`review`). An answer that the platform may or may not have taken
    is `unknown`: it is looked for and never sent again blindly; call this again to learn more.

    Raises:
        SettingsError: No account is set up on that platform.
        ChannelUnavailable: The comment is not on record here, and cannot be read now.
    """
    key = reply_key(request.platform, request.comment_id)
    if await ports.ledger.get(key) is None:
        refused = await _plan_anew(request, ports)
        if refused is not None:
            return refused
    return _result(request.comment_id, await drive_answer(key, ports))


async def _plan_anew(request: ReplyInput, ports: Ports) -> ReplyResult | None:
    """None once the answer is planned; else why it is not."""
    order = ReplyOrder(
        platform=request.platform,
        account=ports.channel(request.platform).account,
        comment_id=request.comment_id,
        thread=f"{request.platform}:{request.comment_id}",
        text=request.text,
        kind="private_reply" if request.private else "reply",
    )
    broken = check_answer(order)
    if broken:
        note = f"{broken[0].message}. {broken[0].fix}"
        return _refusal(order, note, tuple(broken))
    placed = await place(order, ports)
    if isinstance(placed, Gone):
        return _refusal(order, gone_note(order.platform))
    # What the settings ask for is a floor: no caller, and no model, can go below it.
    review = request.requires_approval or ports.review
    async with ports.store.write() as session:
        await plan_reply(session, ports, placed, requires_approval=review)
    return None


async def plan_reply(
    session: AsyncSession,
    ports: Ports,
    order: ReplyOrder,
    *,
    requires_approval: bool = False,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    run_id: str = "",
) -> Effect:
    """The answer that stands for the comment, written down in the caller's transaction.

    The first one planned stands: a later one with other words changes nothing. In a
    conversation that a person has it is cancelled at once.
    """
    planned = plan_answer(
        order,
        requires_approval=requires_approval,
        not_before=not_before,
        expires_at=expires_at,
        run_id=run_id,
    )
    try:
        effect = await ports.ledger.plan(session, planned)
    except EffectConflict:
        standing = await ports.ledger.standing(session, planned.key)
        if standing is None:
            raise
        effect = standing
    if await ports.ledger.retire(key=effect.key, session=session):
        effect = await ports.ledger.standing(session, effect.key) or effect
    return effect


async def plan_words_of(
    session: AsyncSession, ports: Ports, order: ReplyOrder, by: str, *, run_id: str = ""
) -> Effect:
    """What a person wants said to the comment, planned and approved in their name.

    It takes the place of whatever was planned for the comment and not sent. Where that person
    has the conversation, it goes out all the same: it is theirs.

    Raises:
        EffectConflict: The comment has its answer, or is getting it just now.
        InputError: Nobody is named, or somebody has rejected just these words.
    """
    planned = plan_answer(order, requires_approval=True, run_id=run_id)
    if await ports.ledger.standing(session, planned.key) is None:
        effect = await ports.ledger.plan(session, planned)
    else:
        effect = await ports.ledger.revise(session, planned)
    stands = await record_decision(
        session,
        effect_key=effect.key,
        payload_sha=effect.payload_sha,
        decision="approved",
        decided_by=by,
        author=AUTHOR,
        at=await ports.store.now(session),
    )
    if not stands:
        raise InputError(
            "just these words were rejected for this comment.",
            field="text",
            fix="A decision stands; say it in other words.",
        )
    return effect


def reply_to(
    comment: Comment, text: str, *, account: str, private: bool = False, thread: str = ""
) -> ReplyOrder:
    """The order that answers *comment*, as it reads now, with *text*.

    *thread* is its conversation where that is not `comment.thread`.
    """
    return ReplyOrder(
        platform=comment.platform,
        account=account,
        comment_id=comment.comment_id,
        thread=thread or comment.thread,
        text=text,
        kind="private_reply" if private else "reply",
        comment_sha=sha_of_words(comment.message),
    )


async def drive_answer(key: str, ports: Ports) -> Effect:
    """Take the answer, or the hiding, one step further if it can go."""
    return await drive(key, ledger=ports.ledger, channels=ports.channels, permit=permit_of(ports))


def _result(comment_id: str, effect: Effect) -> ReplyResult:
    return ReplyResult(
        platform=effect.platform,
        comment_id=comment_id,
        status=effect.status,
        text=str(effect.payload.get("text", "")),
        platform_ref=effect.platform_ref,
        permalink=effect.permalink,
        note=effect.note,
        effect_key=effect.key,
    )


def _refusal(order: ReplyOrder, note: str, broken: tuple[Violation, ...] = ()) -> ReplyResult:
    return ReplyResult(
        platform=order.platform,
        comment_id=order.comment_id,
        status="failed",
        note=note,
        violations=broken,
    )
