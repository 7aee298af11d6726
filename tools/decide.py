"""A person's decision on what waits for approval, bound to exactly what is sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.composition import hashtags_in
from pressroom.domain.effects import Effect
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.preflight import check
from pressroom.domain.written import Whole, Written
from pressroom.errors import InputError
from pressroom.storage.approvals import Decision, get_decision, record_decision
from pressroom.storage.posts import record_outcome, revise_platform_post
from pressroom.storage.runs import wake_waiting
from pressroom.tools.answers import ANSWER_KINDS
from pressroom.tools.decide_answers import (
    refuse_changed,
    revise_answer,
    reworded,
    take_from_desk,
)
from pressroom.tools.effects import order_of, publish_key
from pressroom.tools.ports import Ports
from pressroom.tools.publish import plan_publish

AUTHOR = "pressroom"
"""Who drafted what is approved: never the person who approves it."""


class DecisionInput(BaseModel):
    """What a person decided about the posts of one run, or about one post or answer alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    thread_id: str = Field(min_length=1)
    """The run's thread, or the key of an effect that was planned without a run."""
    decision: Literal["approve", "edit", "reject"]
    by: Written = Field(min_length=1, max_length=120)
    """Who decides; it is written down with the decision."""
    reason: Written = Field(default="", max_length=1000)
    texts: dict[Platform, Whole] = {}
    """With `edit`: the new whole text for each platform that changes."""


class DecisionResult(BaseModel):
    """What stands now."""

    model_config = ConfigDict(frozen=True)

    thread_id: str
    decision: Literal["approve", "edit", "reject"]
    changed: bool
    """False when the same decision had been recorded before."""
    effect_keys: tuple[str, ...] = ()


async def decide_posts(request: DecisionInput, ports: Ports) -> DecisionResult:
    """Record the decision for every post of the run that waits for one.

    An approval holds for exactly the text, pictures and account that were shown; an edit
    makes a new revision, approved by the person who wrote it. Repeating a decision changes
    nothing; the graph is resumed by whoever drives runs, here or in another process.

    Raises:
        InputError: Nothing of that run waits for a decision, another decision stands, or an
            edited text breaks a rule.
    """
    effects = await waiting_effects(request.thread_id, ports)
    if not effects:
        return await _decided_before(request, ports)
    if request.decision == "edit":
        _check_edits(request, effects, ports)
    async with ports.store.write() as session:
        now = await ports.store.now(session)
        keys = [await _decide_one(session, effect, request, now, ports) for effect in effects]
        await wake_waiting(session, f"approval:{request.thread_id}", now)
    return DecisionResult(
        thread_id=request.thread_id,
        decision=request.decision,
        changed=True,
        effect_keys=tuple(keys),
    )


async def _decide_one(
    session: AsyncSession, effect: Effect, request: DecisionInput, now: datetime, ports: Ports
) -> str:
    """The key of the effect that the decision stands for: of an edited post, the new one's."""
    await _refuse_overtaken(session, effect, request)
    await refuse_changed(session, effect, request.thread_id, ports)
    text = request.texts.get(effect.platform)
    if request.decision == "edit" and text is not None:
        revise = revise_answer if effect.kind in ANSWER_KINDS else _revise
        effect = await revise(session, effect, text, ports)
    stands = await record_decision(
        session,
        effect_key=effect.key,
        payload_sha=effect.payload_sha,
        decision="rejected" if request.decision == "reject" else "approved",
        decided_by=request.by,
        author=AUTHOR,
        reason=request.reason,
        at=now,
    )
    if not stands:
        await _refuse_overtaken(session, effect, request)
    if request.decision == "reject":
        return effect.key
    if effect.kind in ANSWER_KINDS:
        await take_from_desk(session, effect)
    else:
        own_id, note = effect.payload["reference"], f"approved by {request.by}"
        await record_outcome(session, own_id, status="scheduled", note=note)
    return effect.key


async def _refuse_overtaken(session: AsyncSession, effect: Effect, request: DecisionInput) -> None:
    """Refuse where somebody else has decided since this person looked: theirs stands."""
    standing = await get_decision(session, effect_key=effect.key, payload_sha=effect.payload_sha)
    if standing is not None:
        raise _decided(request.thread_id, standing.decision, standing.decided_by)


async def _decided_before(request: DecisionInput, ports: Ports) -> DecisionResult:
    """What stands, where it is what is asked for again."""
    standing = await decision_of(request.thread_id, ports)
    if standing is None:
        raise InputError(
            f"nothing of run {request.thread_id!r} waits for a decision.",
            field="thread_id",
            fix="List what waits with: pressroom approvals list",
        )
    wanted = "reject" if request.decision == "reject" else "approve"
    if standing["decision"] != wanted or not await _reads_so(request, ports):
        kind = "rejected" if standing["decision"] == "reject" else "approved"
        raise _decided(request.thread_id, kind, standing["by"])
    return DecisionResult(thread_id=request.thread_id, decision=request.decision, changed=False)


async def _reads_so(request: DecisionInput, ports: Ports) -> bool:
    """Whether the decided posts have the texts that the request gives."""
    texts = {
        effect.platform: effect.payload["text"]
        for effect, _ in await _gated(request.thread_id, ports)
    }
    return all(texts.get(platform) == text for platform, text in request.texts.items())


def _decided(thread_id: str, decision: str, by: str) -> InputError:
    return InputError(
        f"run {thread_id!r} was {decision} by {by} already.",
        field="decision",
        fix="A decision stands; start a new run to say something else.",
    )


async def waiting_effects(thread_id: str, ports: Ports) -> list[Effect]:
    """The run's posts that nobody has decided about yet."""
    return [
        effect
        for effect, decision in await _gated(thread_id, ports)
        if decision is None and effect.status == "ready"
    ]


async def decision_of(thread_id: str, ports: Ports) -> dict[str, str] | None:
    """What was decided about the run's posts, once it was decided about all of them."""
    decisions = [decision for _, decision in await _gated(thread_id, ports)]
    made = [decision for decision in decisions if decision is not None]
    if not made or len(made) < len(decisions):
        return None
    rejected = next((d for d in made if d.decision == "rejected"), None)
    last = rejected or made[-1]
    return {
        "decision": "reject" if rejected else "approve",
        "by": last.decided_by,
        "reason": last.reason,
    }


async def _gated(thread_id: str, ports: Ports) -> list[tuple[Effect, Decision | None]]:
    """The run's posts that need an approval, each with its decision.

    A post withdrawn without a decision was replaced by an edited one and is left out.
    """
    gated = []
    for effect in await _effects_of(thread_id, ports):
        if not effect.requires_approval:
            continue
        async with ports.store.read() as session:
            decision = await get_decision(
                session, effect_key=effect.key, payload_sha=effect.payload_sha
            )
        if decision is not None or effect.status != "cancelled":
            gated.append((effect, decision))
    return gated


async def _effects_of(thread_id: str, ports: Ports) -> list[Effect]:
    """The effects of that run, or the one effect of that key, planned without a run."""
    effects = await ports.ledger.effects(run_id=thread_id)
    alone = await ports.ledger.get(thread_id) if not effects else None
    return [*effects, *([alone] if alone is not None else [])]


def approval_request(orders: Sequence[dict[str, Any]], schedule: dict[str, Any]) -> dict[str, Any]:
    """The question put to a person, in the shape of LangChain's human-in-the-loop requests."""
    actions = [
        {
            "name": f"publish_{order['platform']}",
            "args": {
                "platform": order["platform"],
                "text": order["text"],
                "link": order["link"],
                "media": [item["path"] for item in order["media"]],
                "publish_at": schedule.get(order["platform"], {}).get("at"),
            },
            "description": f"Publish on {TITLES[order['platform']]}",
        }
        for order in orders
    ]
    reviews = [
        {"action_name": action["name"], "allowed_decisions": ["approve", "edit", "reject"]}
        for action in actions
    ]
    return {"kind": "approval", "action_requests": actions, "review_configs": reviews}


def _check_edits(request: DecisionInput, effects: Sequence[Effect], ports: Ports) -> None:
    """Refuse an edited text that the platform would refuse, or that belongs to no post."""
    waiting = {effect.platform for effect in effects}
    astray = [platform for platform in request.texts if platform not in waiting]
    if astray or not request.texts:
        raise InputError(
            f"there is no post for {astray[0]} to edit." if astray else "no text was given.",
            field=f"texts.{astray[0]}" if astray else "texts",
            fix=f"Give texts for {', '.join(sorted(waiting))}, or approve what is there.",
        )
    for effect in effects:
        text = request.texts.get(effect.platform)
        if text is None:
            continue
        if effect.kind in ANSWER_KINDS:
            reworded(effect, text)
            continue
        order = order_of(effect).model_copy(update={"text": text})
        errors = [
            v for v in check(order, banned_words=ports.brand.banned_words) if v.severity == "error"
        ]
        if errors:
            raise InputError(
                f"the edited text for {effect.platform} breaks a rule: {errors[0].message}",
                field=f"texts.{effect.platform}",
                fix=errors[0].fix,
            )


async def _revise(session: AsyncSession, effect: Effect, text: str, ports: Ports) -> Effect:
    """The edited post as a new revision with an effect of its own; the old one is withdrawn."""
    order = order_of(effect).model_copy(update={"text": text})
    if order.payload_sha() == effect.payload_sha:
        return effect
    version = await revise_platform_post(
        session, order.reference, text=text, hashtags=hashtags_in(text)
    )
    if not await ports.ledger.cancel(effect.key, "replaced by an edited revision", session=session):
        raise InputError(
            f"the post for {effect.platform} can no longer be edited: it is being sent.",
            field=f"texts.{effect.platform}",
            fix="See what became of it with: pressroom effects list",
        )
    return await plan_publish(
        session,
        ports,
        order,
        key=publish_key(order.reference, version.revision),
        not_before=effect.not_before,
        requires_approval=True,
        run_id=effect.run_id,
    )
