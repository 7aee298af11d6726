"""The content graph's second half: from orders to posts that are live and tracked."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from langgraph.runtime import Runtime
from langgraph.types import interrupt

from pressroom.analysis.timing import ChosenTime, best_time
from pressroom.domain.ab_test import AbTest, AbTestVariant
from pressroom.domain.content import Caption, Creative, VisualPlan
from pressroom.domain.effects import Effect, PublishOrder
from pressroom.domain.post import Post
from pressroom.domain.provenance import Provenance
from pressroom.errors import PressroomError
from pressroom.graphs.content_state import (
    Content,
    ContentUpdate,
    Plain,
    brief_of,
    orders_of,
    plain,
    thread_of,
)
from pressroom.storage.ab_tests import save_ab_test
from pressroom.storage.campaigns import ensure_campaign
from pressroom.storage.engagements import posting_history
from pressroom.storage.posts import save_post, schedule_platform_post
from pressroom.tools.decide import approval_request
from pressroom.tools.effects import order_of, publish_key
from pressroom.tools.ports import Ports
from pressroom.tools.publish import (
    WAITS,
    drive_publish,
    is_settled,
    plan_publish,
    platform_post_of,
)

_HISTORY = timedelta(days=180)


async def preview_requests(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Exactly the requests that publishing would send; none is sent."""
    previews: list[Plain] = [
        {**asdict(request), "body": dict(request.body), "platform": order.platform}
        for order in orders_of(state)
        for request in runtime.context.channel(order.platform).preview(order)
    ]
    return {"previews": previews}


async def save_posts(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """The post, its platform versions and its A/B test as records, all or none."""
    ports, brief = runtime.context, brief_of(state)
    post = _post_of(state, run_id=thread_of(runtime), now=ports.clock.now())
    async with ports.store.write() as session:
        if brief.campaign:
            await ensure_campaign(session, brief.campaign.name, brief.campaign.budget)
        await save_post(session, post)
        test = _ab_test_of(state)
        if test is not None:
            await save_ab_test(session, test)
    why = f"{len(post.platform_posts)} platform posts saved"
    return {"provenance": {"save": plain(Provenance(made_by="rule", why=why))}}


def _post_of(state: Content, *, run_id: str, now: datetime) -> Post:
    brief = brief_of(state)
    captions = {c["platform"]: Caption.model_validate(c) for c in state.captions}
    label = "" if brief.media else "A"
    versions = tuple(
        platform_post_of(
            order,
            id=order.reference,
            post_id=state.post_id,
            publish_at=brief.publish_at,
            hashtags=captions[order.platform].hashtags,
            variant=label if order.media else "",
        )
        for order in orders_of(state)
    )
    return Post(
        id=state.post_id,
        title=brief.title,
        content=brief.message,
        status="scheduled",
        campaign=brief.campaign.name if brief.campaign else "",
        cta_text=brief.cta.text if brief.cta else "",
        cta_url=str(brief.cta.url) if brief.cta else "",
        created_at=now,
        run_id=run_id,
        platform_posts=versions,
    )


def _ab_test_of(state: Content) -> AbTest | None:
    """The variants, kept for a later test; nothing to test makes none."""
    plan = VisualPlan.model_validate(state.visual_plan)
    creatives = [Creative.model_validate(c) for c in state.creatives]
    if len(plan.variants) < 2 or brief_of(state).media:
        return None
    variants = tuple(
        AbTestVariant(
            label=variant.label,
            media=tuple(c.media for c in creatives if c.label == variant.label),
            differs_by=variant.differs_by,
            hypothesis=variant.hypothesis,
        )
        for variant in plan.variants
    )
    return AbTest(
        id=f"{state.post_id}-ab",
        post_id=state.post_id,
        name=brief_of(state).title,
        variants=variants,
    )


async def plan_effects(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """A time for every platform, and one planned effect each: nothing is sent yet."""
    ports = runtime.context
    # The settings are a floor: whoever starts a run can ask for a person, never do without.
    review = state.review or ports.review
    schedule: Plain = {}
    keys: list[str] = []
    orders = [await _as_planned(order, ports) for order in orders_of(state)]
    async with ports.store.write() as session:
        now = await ports.store.now(session)
        for order in orders:
            chosen = await _time_for(session, order, state, now, ports)
            key = publish_key(order.reference, 1)
            effect = await plan_publish(
                session,
                ports,
                order,
                key=key,
                not_before=chosen.at if chosen else None,
                requires_approval=review,
                run_id=thread_of(runtime),
            )
            # A node that runs again meets the effect of its first run, and its time: it may
            # even be live by now.
            if effect.status == "ready":
                due_at = effect.not_before or now
                note = WAITS if review else ""
                await schedule_platform_post(session, order.reference, due_at, note=note)
            schedule[order.platform] = {
                "at": effect.not_before.isoformat() if effect.not_before and chosen else None,
                "why": chosen.why if chosen else "as soon as it is ready",
            }
            keys.append(key)
    why = "; ".join(f"{platform}: {slot['why']}" for platform, slot in schedule.items())
    return {
        "review": review,
        "orders": [order.model_dump(mode="json") for order in orders],
        "schedule": schedule,
        "effect_keys": keys,
        "provenance": {"schedule": plain(Provenance(made_by="rule", why=why))},
    }


async def _as_planned(order: PublishOrder, ports: Ports) -> PublishOrder:
    """The order that the ledger has already, where this thread planned one before.

    A run whose checkpoints were lost writes its texts anew. What a person may have approved,
    and what may be live, is what was planned the first time.
    """
    known = await ports.ledger.get(publish_key(order.reference, 1))
    return order if known is None else order_of(known)


async def _time_for(
    session: Any, order: PublishOrder, state: Content, now: datetime, ports: Ports
) -> ChosenTime | None:
    brief = brief_of(state)
    if brief.publish_now:
        return None
    if brief.publish_at:
        return ChosenTime(at=brief.publish_at, why="the brief says so", sample_size=0)
    history = await posting_history(session, order.platform, now - _HISTORY)
    return best_time(
        history,
        now=now,
        timezone=ports.brand.timezone,
        platform=order.platform,
        earliest=now,
    )


async def await_approval(state: Content) -> ContentUpdate:
    """A person's decision. This gate holds its interrupt and nothing else."""
    decision = interrupt(approval_request(state.orders, state.schedule))
    return {"decision": decision}


async def apply_decision(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Rejected posts withdrawn; approved ones, edited or not, left to be sent."""
    ports = runtime.context
    live: list[str] = []
    for effect in await ports.ledger.effects(run_id=thread_of(runtime)):
        if effect.status == "cancelled":
            continue
        if state.decision.get("decision") == "reject":
            reason = state.decision.get("reason") or "no reason given"
            await ports.ledger.cancel(effect.key, f"rejected by {state.decision['by']}: {reason}")
            continue
        live.append(effect.key)
    who = Provenance(
        made_by="person",
        why=f"{state.decision.get('decision')} by {state.decision.get('by')}",
    )
    return {"effect_keys": live, "provenance": {"approval": plain(who)}}


async def publish_posts(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Every effect taken as far as it goes now: sent, or looked up where that was unclear.

    Raises:
        PressroomError: One could not even be tried; the others were, before this is said.
    """
    outcomes: list[Plain] = []
    troubles: list[PressroomError] = []
    for key in state.effect_keys:
        try:
            effect = await drive_publish(key, runtime.context)
        except PressroomError as err:
            troubles.append(err)
        else:
            outcomes.append(_outcome(effect))
    if troubles:
        raise troubles[0]
    return {"outcomes": outcomes}


async def await_outcomes(state: Content) -> ContentUpdate:
    """Nothing: the run is parked until no effect is open. Holds its interrupt and nothing else."""
    waiting = [outcome["key"] for outcome in state.outcomes if not outcome["settled"]]
    interrupt({"kind": "effects", "keys": waiting})
    return {}


async def start_tracking(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """What became of every post; the live ones are followed from here on."""
    ports = runtime.context
    outcomes = [
        _outcome(effect)
        for effect in await ports.ledger.effects(run_id=thread_of(runtime))
        if effect.key in state.effect_keys or not state.effect_keys
    ]
    statuses = [outcome["status"] for outcome in outcomes if outcome["status"] != "cancelled"]
    live = statuses.count("sent")
    why = f"{live} of {len(statuses)} live and followed" if statuses else "nothing to follow"
    return {
        "outcomes": outcomes,
        "provenance": {"tracking": plain(Provenance(made_by="rule", why=why))},
    }


def _outcome(effect: Effect) -> Plain:
    return {
        "key": effect.key,
        "platform": effect.platform,
        "status": effect.status,
        "settled": is_settled(effect),
        "platform_ref": effect.platform_ref,
        "permalink": effect.permalink,
        "not_before": effect.not_before.isoformat() if effect.not_before else None,
        "note": effect.note,
    }
