"""Safeguards of the ledger that are easily lost without anybody noticing, one test each."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.domain.effects import Absent, Effect, EffectStatus, NotSent, Sent, Unknown
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store
from tests.storage.one_effect import (
    KEY,
    MINUTE,
    POLICY,
    an_effect,
    claim_one,
    decide,
    look,
    status_of,
)


async def test_the_approval_of_one_effect_is_none_of_its_twin(
    store: Store, ledger: Ledger, clock: ManualClock
) -> None:
    """The same words under another key are another act."""
    approved, twin = (an_effect(key, requires_approval=True) for key in (KEY, "publish:2:r1"))
    for planned in (approved, twin):
        await ledger.plan(None, planned)

    await decide(store, approved, "approved", clock.now())

    assert [claim.effect.key for claim in await ledger.claim(limit=9)] == [KEY]


async def test_a_no_after_the_claim_still_stops_the_call(
    store: Store, ledger: Ledger, clock: ManualClock
) -> None:
    """Also of what would have gone out without anybody's yes."""
    planned = an_effect()
    await ledger.plan(None, planned)
    claim = await claim_one(ledger)
    await decide(store, planned, "rejected", clock.now())

    assert await ledger.begin_call(claim, {}) is None
    assert await status_of(ledger) == "cancelled"


async def test_what_a_person_must_see_to_keeps_its_line_waiting(ledger: Ledger) -> None:
    """The second part of a thread must not go out while nobody knows what is with the first."""
    for number in (1, 2):
        await ledger.plan(None, an_effect(f"publish:{number}:r1", ordering_key="thread:1"))
    claim = await claim_one(ledger)

    await ledger.hold(claim, "its file changed")

    assert await ledger.claim(limit=9) == []


async def test_after_the_last_attempt_absence_is_a_persons_matter(
    ledger: Ledger, clock: ManualClock
) -> None:
    """Not one attempt more than the policy says."""
    await ledger.plan(None, an_effect())
    for _ in range(POLICY.max_attempts - 1):
        await ledger.settle(await claim_one(ledger), NotSent("throttled"))
        clock.advance(POLICY.backoff_cap)
    await ledger.settle(await claim_one(ledger), Unknown("no answer"))
    clock.advance(POLICY.settle_window)

    await look(ledger, Absent(conclusive=True))

    assert await status_of(ledger) == "review"


async def test_the_first_try_is_remembered(ledger: Ledger, clock: ManualClock) -> None:
    """From there on the platform is searched: a later moment would overlook the first call."""
    await ledger.plan(None, an_effect())
    began = clock.now()
    await ledger.settle(await claim_one(ledger), NotSent("throttled"))
    clock.advance(POLICY.backoff_cap)

    again = await claim_one(ledger)

    assert again.effect.first_try_at == began


async def test_a_response_to_a_crisis_never_goes_out_unapproved(
    store: Store, ledger: Ledger, clock: ManualClock
) -> None:
    """Whoever plans it, and whatever they say of approval."""
    planned = replace(an_effect(requires_approval=False), kind="crisis_response")
    await ledger.plan(None, planned)

    before = await ledger.claim()
    await decide(store, planned, "approved", clock.now())

    assert before == []
    assert len(await ledger.claim()) == 1


async def test_a_persons_wish_for_another_try_is_good_for_one_try(
    store: Store, ledger: Ledger, clock: ManualClock
) -> None:
    """A crisis response that goes missing a second time needs a second decision."""
    planned = replace(an_effect(), kind="crisis_response")
    await ledger.plan(None, planned)
    await decide(store, planned, "approved", clock.now())
    seen: list[EffectStatus] = []
    for _ in range(2):
        claim = await claim_one(ledger)
        await ledger.begin_call(claim, {})
        await ledger.settle(claim, Unknown("no answer"))
        clock.advance(POLICY.settle_window)
        await look(ledger, Absent(conclusive=True))
        seen.append(await status_of(ledger))
        await ledger.ask_again(KEY)
        clock.advance(POLICY.settle_window + MINUTE)
        await look(ledger, Absent(conclusive=True))
        seen.append(await status_of(ledger))

    assert seen == ["review", "ready", "review", "ready"]


async def test_every_change_is_shown_to_the_mirror(store: Store) -> None:
    """What lists and records say of a post comes from there."""
    shown: list[EffectStatus] = []

    async def mirror(session: AsyncSession, effect: Effect, now: datetime) -> None:
        shown.append(effect.status)

    ledger = Ledger(store, POLICY, mirror=mirror)
    await ledger.plan(None, an_effect())
    claim = await claim_one(ledger)
    await ledger.settle(claim, Sent("7"))

    assert shown == ["sending", "sent"]
