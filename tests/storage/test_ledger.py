"""The ledger on each database: what is planned goes out once, approved, in order and in time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Effect,
    Found,
    Refused,
    Sent,
    Unknown,
)
from pressroom.errors import BriefError, EffectConflict
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


class TestPlanning:
    """One key, one effect."""

    async def test_planning_again_changes_nothing(self, ledger: Ledger) -> None:
        """A node that runs again after a crash meets what it planned before."""
        first = await ledger.plan(None, an_effect())
        await ledger.settle(await claim_one(ledger), Sent("7"))

        again = await ledger.plan(None, an_effect())

        assert first.status == "ready"
        assert (again.status, again.platform_ref) == ("sent", "7")
        assert again.material == {"paths": ["/somewhere/a.jpg"]}

    async def test_one_key_for_two_contents_is_refused(self, ledger: Ledger) -> None:
        """Else the approval of one text would send another."""
        await ledger.plan(None, an_effect())

        with pytest.raises(EffectConflict):
            await ledger.plan(None, an_effect(text="Other news"))

    async def test_it_is_part_of_the_callers_transaction(
        self, store: Store, ledger: Ledger
    ) -> None:
        """A post that is not saved after all must not be published."""

        async def save_and_fail(session: AsyncSession) -> None:
            await ledger.plan(session, an_effect())
            await ledger.plan(session, an_effect())
            raise BriefError("the post cannot be saved")

        with pytest.raises(BriefError):
            await store.transact(save_and_fail)

        assert await ledger.get(KEY) is None

    async def test_many_planners_at_once_make_one_effect(self, ledger: Ledger) -> None:
        """Two webhooks and a double click are one effect, by the key and not by luck."""
        await asyncio.gather(*(ledger.plan(None, an_effect()) for _ in range(8)))

        assert len(await ledger.effects()) == 1

    async def test_effects_are_listed_by_status_and_run(self, ledger: Ledger) -> None:
        """A person sees what waits for them, a run what it waits for."""
        await ledger.plan(None, an_effect())
        await ledger.plan(None, replace(an_effect("publish:2:r1"), run_id="run-2"))
        await ledger.settle(await claim_one(ledger, KEY), Refused("too long"))

        failed = await ledger.effects(status="failed")
        of_run = await ledger.effects(run_id="run-2")

        assert [effect.key for effect in failed] == [KEY]
        assert [effect.key for effect in of_run] == ["publish:2:r1"]


class TestClaiming:
    """Who may send what, and when."""

    async def test_of_many_claimers_one_gets_it(self, ledger: Ledger) -> None:
        """Two processes that wake at once must not both call."""
        await ledger.plan(None, an_effect())

        claims = await asyncio.gather(*(ledger.claim() for _ in range(8)))

        assert sum(map(len, claims)) == 1

    async def test_many_effects_are_shared_out(self, ledger: Ledger) -> None:
        """Every effect goes to exactly one of the workers that compete for it."""
        for number in range(10):
            await ledger.plan(None, an_effect(f"publish:{number}:r1"))

        async def work() -> Sequence[str]:
            taken: list[str] = []
            for _ in range(10):
                taken += [claim.effect.key for claim in await ledger.claim(limit=2)]
            return taken

        taken = await asyncio.gather(*(work() for _ in range(5)))

        keys = [key for share in taken for key in share]
        assert sorted(keys) == [f"publish:{number}:r1" for number in range(10)]

    async def test_a_scheduled_effect_waits_for_its_time(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """The schedule is a time in the row and nothing else."""
        await ledger.plan(None, replace(an_effect(), not_before=clock.now() + MINUTE))

        before = await ledger.claim()
        due = await ledger.next_due()
        clock.advance(MINUTE)

        assert before == []
        assert due == clock.now()
        assert len(await ledger.claim()) == 1

    async def test_nothing_goes_out_unapproved(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """The claim itself asks, so a bug upstream cannot send what nobody approved."""
        planned = an_effect(requires_approval=True)
        await ledger.plan(None, planned)
        await decide(store, replace(planned, payload={"text": "older"}), "approved", clock.now())

        before = (await ledger.claim(), await ledger.due_keys("ready"), await ledger.next_due())
        await decide(store, planned, "approved", clock.now())

        assert before == ([], [], None)
        assert await ledger.due_keys("ready") == [KEY]
        assert len(await ledger.claim()) == 1

    async def test_approval_and_claim_may_race(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Whatever comes first, it is claimed once at most and never before the yes."""
        planned = an_effect(requires_approval=True)
        await ledger.plan(None, planned)

        *claims, approved = await asyncio.gather(
            *(ledger.claim() for _ in range(6)), decide(store, planned, "approved", clock.now())
        )
        claims.append(await ledger.claim())

        assert approved
        assert sum(len(claim) for claim in claims if isinstance(claim, list)) == 1

    @pytest.mark.parametrize("requires_approval", [True, False])
    async def test_a_no_withdraws_it(
        self, store: Store, ledger: Ledger, clock: ManualClock, *, requires_approval: bool
    ) -> None:
        """A person's no counts even for what would have gone out without a yes."""
        planned = an_effect(requires_approval=requires_approval)
        await ledger.plan(None, planned)
        await decide(store, planned, "rejected", clock.now())

        claims = await ledger.claim()

        assert claims == []
        assert await status_of(ledger) == "cancelled"

    async def test_an_expired_effect_is_withdrawn(self, ledger: Ledger, clock: ManualClock) -> None:
        """An offer that has ended is not announced, approved or not."""
        planned = replace(an_effect(requires_approval=True), expires_at=clock.now() + MINUTE)
        await ledger.plan(None, planned)
        clock.advance(MINUTE)

        retired = await ledger.retire()

        assert retired == [KEY]
        assert await status_of(ledger) == "cancelled"

    async def test_more_expired_effects_than_one_pass_closes_are_none_of_them_sent(
        self, ledger: Ledger, store: Store, clock: ManualClock
    ) -> None:
        """After a long outage there may be thousands, and a pass closes a hundred."""
        ends = clock.now() + MINUTE
        async with store.write() as session:
            for n in range(130):
                await ledger.plan(session, replace(an_effect(f"publish:{n}:r1"), expires_at=ends))
        clock.advance(MINUTE)

        assert await ledger.claim(limit=130) == []

    async def test_a_late_effect_is_a_persons_matter(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """After an outage nobody wants the noon post in the middle of the night."""
        await ledger.plan(None, an_effect())
        clock.advance(POLICY.late_grace + MINUTE)

        claims = await ledger.claim()
        asked = await ledger.ask_again(KEY)

        assert claims == []
        assert asked is not None
        assert asked.status == "ready"  # nothing was ever called, so there is nothing to read
        assert len(await ledger.claim()) == 1

    async def test_a_late_approval_is_not_late(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Who approves it after its time wants it out now."""
        planned = an_effect(requires_approval=True)
        await ledger.plan(None, planned)
        clock.advance(POLICY.late_grace + MINUTE)
        waiting = await ledger.retire()
        await decide(store, planned, "approved", clock.now())

        assert waiting == []
        assert len(await ledger.claim()) == 1

    async def test_one_ordering_key_goes_one_at_a_time(self, ledger: Ledger) -> None:
        """The second part of a thread must not overtake the first."""
        for number in (1, 2):
            await ledger.plan(None, an_effect(f"reply:{number}", ordering_key="thread:1"))
        await ledger.plan(None, an_effect("publish:9:r1"))

        first = await ledger.claim(limit=5)
        await ledger.settle(first[0], Unknown("no answer"))
        blocked = await ledger.claim(limit=5)
        await ledger.ask_again("reply:1")
        await look(ledger, Found("7"))

        assert [claim.effect.key for claim in first] == ["reply:1", "publish:9:r1"]
        assert blocked == []
        assert [claim.effect.key for claim in await ledger.claim(limit=5)] == ["reply:2"]

    async def test_without_a_permit_it_waits_and_counts_no_attempt(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """A full rate limit is no failure of the post."""
        await ledger.plan(None, an_effect())

        async def refuse(effect: Effect) -> timedelta:
            assert effect.status == "sending"
            return 5 * MINUTE

        claims = await ledger.claim(permit=refuse)

        effect = await ledger.get(KEY)
        assert claims == []
        assert effect is not None
        assert (effect.status, effect.attempt, effect.first_try_at) == ("ready", 0, None)
        assert effect.not_before == clock.now() + 5 * MINUTE

    async def test_a_failing_limiter_leaves_nothing_in_doubt(self, ledger: Ledger) -> None:
        """Nothing was called, so nothing needs to be read."""
        await ledger.plan(None, an_effect())

        async def fail(effect: Effect) -> timedelta:
            raise ConnectionError(effect.key)

        with pytest.raises(ConnectionError):
            await ledger.claim(permit=fail)

        assert await status_of(ledger) == "ready"


CLAIM_EVERYTHING = """
import asyncio, sys
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store

async def main():
    async with Store(sys.argv[1]) as store:
        ledger = Ledger(store)
        while claims := await ledger.claim(limit=2):
            print(*(claim.effect.key for claim in claims))
"""


async def test_processes_share_effects_out(
    store: Store,
    database_url: str,
    run_together: Callable[..., Awaitable[list[str]]],
) -> None:
    """Workers that know nothing of each other never hold the same effect."""
    keys = [f"publish:{number:02}:r1" for number in range(20)]
    async with Store(database_url) as real_time:  # as the processes have it
        for key in keys:
            await Ledger(real_time).plan(None, an_effect(key))

    printed = await run_together(CLAIM_EVERYTHING, database_url, processes=3)

    assert sorted(" ".join(printed).split()) == keys
    assert {effect.status for effect in await Ledger(store).effects()} == {"sending"}
