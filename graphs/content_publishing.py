"""The content graph's second half: from orders to posts that are live and tracked."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from langgraph.runtime import Runtime
from langgraph.types import interrupt

from pressroom.analysis.timing import ChosenTime, best_time
from pressroom.domain.effects import Effect, PublishOrder
from pressroom.domain.provenance import Provenance
from pressroom.errors import PressroomError
from pressroom.graphs.content_record import ab_test_of, in_line_with, post_of, version_of
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
)

_HISTORY = timedelta(days=180)


async def preview_requests(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Exactly the requests that publishing would send, and when; none is sent."""
    ports = runtime.context
    previews: list[Plain] = []
    schedule: Plain = {}
    async with ports.store.read() as session:
        now = await ports.store.now(session)
        for order in orders_of(state):
            chosen = await _time_for(session, order, state, now, ports)
            schedule[order.platform] = _slot(chosen.at if chosen else None, chosen)
            previews += [
                {**asdict(request), "body": dict(request.body), "platform": order.platform}
                for request in ports.channel(order.platform).preview(order)
            ]
    return {"previews": previews, "schedule": schedule}


def _slot(at: datetime | None, chosen: ChosenTime | None) -> Plain:
    """When a post goes out, and why then."""
    return {
        "at": at.astimezone(UTC).isoformat() if at and chosen else None,
        "why": chosen.why if chosen else "as soon as it is ready",
    }


async def save_posts(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """The post and its platform versions as drafts, all or none; planning schedules them."""
    ports, brief = runtime.context, brief_of(state)
    post = post_of(state, run_id=thread_of(runtime), now=ports.clock.now())
    async with ports.store.write() as session:
        if brief.campaign:
            await ensure_campaign(session, brief.campaign.name, brief.campaign.budget)
        await save_post(session, post)
    why = f"{len(post.platform_posts)} platform posts saved"
    return {"provenance": {"save": plain(Provenance(made_by="rule", why=why))}}


async def plan_effects(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """A time for every platform, and one planned effect each: nothing is sent yet.

    The effects, the records and the test of their variants are one transaction: whatever is
    lost at whatever moment, the record shows exactly what the effect will send.
    """
    ports = runtime.context
    # The settings are a floor: whoever starts a run can ask for a person, never do without.
    review = state.review or ports.review
    schedule: Plain = {}
    keys = {order.platform: publish_key(order.reference, 1) for order in orders_of(state)}
    known = {platform: await ports.ledger.get(key) for platform, key in keys.items()}
    # A run whose checkpoints were lost has written its texts anew. What a person may have
    # approved, and what may be live, is what was planned the first time.
    orders = [
        order if (before := known[order.platform]) is None else order_of(before)
        for order in orders_of(state)
    ]
    async with ports.store.write() as session:
        now = await ports.store.now(session)
        for order in orders:
            chosen = await _time_for(session, order, state, now, ports)
            effect = await plan_publish(
                session,
                ports,
                order,
                key=keys[order.platform],
                not_before=chosen.at if chosen else None,
                requires_approval=review,
                run_id=thread_of(runtime),
            )
            # What was planned before has its record since then, and may even be live by now.
            if known[order.platform] is None and effect.status == "ready":
                await schedule_platform_post(
                    session,
                    order.reference,
                    effect.not_before or now,
                    note=WAITS if review else "",
                    content=version_of(order, state),
                )
            schedule[order.platform] = _slot(effect.not_before, chosen)
        test = ab_test_of(state)
        if test is not None and not any(known.values()):
            await save_ab_test(session, test)
    why = "; ".join(f"{platform}: {slot['why']}" for platform, slot in schedule.items())
    return {
        **in_line_with(orders, state, why="Planned by an earlier try of this run."),
        "review": review,
        "schedule": schedule,
        "effect_keys": list(keys.values()),
        "provenance": {"schedule": plain(Provenance(made_by="rule", why=why))},
    }


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
    ports, decision = runtime.context, state.decision
    by = decision.get("by")
    live: list[Effect] = []
    for effect in await ports.ledger.effects(run_id=thread_of(runtime)):
        if effect.status == "cancelled":
            continue
        if decision.get("decision") == "reject":
            reason = decision.get("reason") or "no reason given"
            await ports.ledger.cancel(effect.key, f"rejected by {by}: {reason}")
            continue
        live.append(effect)
    approved = {effect.platform: order_of(effect) for effect in live}
    written = orders_of(state)
    orders = [approved.get(order.platform, order) for order in written]
    edited = [new.platform for new, old in zip(orders, written, strict=True) if new != old]
    own_words = f", with own words for {', '.join(edited)}" if edited else ""
    who = Provenance(made_by="person", why=f"{decision.get('decision')} by {by}{own_words}")
    return {
        **in_line_with(orders, state, why=f"In the words of {by}."),
        "effect_keys": [effect.key for effect in live],
        "provenance": {"approval": plain(who)},
    }


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
