"""A freeze holds from the moment it is said, and what it held goes out after a look at each."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment, CommentChange
from pressroom.domain.effects import Absent, ReplyOrder, Sent, Unknown
from pressroom.domain.freeze import FreezeScope
from pressroom.errors import InputError, StoreError
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.effects import Planned
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

EVERYTHING = FreezeScope()


async def _note_of(ledger: Ledger, key: str = KEY) -> str:
    effect = await ledger.get(key)
    assert effect is not None
    return effect.note


def _sha(planned: Planned) -> str:
    return planned.payload_sha


class TestFreezing:
    """Nothing in scope begins to go out."""

    async def test_what_waits_is_held_and_named(self, ledger: Ledger) -> None:
        """Lists show why it does not go out."""
        await ledger.plan(None, an_effect())

        frozen = await ledger.freeze(EVERYTHING, "ana", reason="glass in cups")

        assert frozen.held == (KEY,)
        assert await ledger.claim() == []
        assert await ledger.due_keys("ready") == []
        assert await ledger.next_due() is None
        assert await _note_of(ledger) == f"held by freeze {frozen.freeze.id}: glass in cups"

    async def test_what_is_planned_later_is_held_too(self, ledger: Ledger) -> None:
        """Whoever plans need not know of the freeze."""
        await ledger.freeze(EVERYTHING, "ana")

        planned = await ledger.plan(None, an_effect())

        assert planned.frozen_at is not None
        assert await ledger.claim() == []

    async def test_a_claim_whose_call_has_not_begun_is_stopped(self, ledger: Ledger) -> None:
        """The worker holds the lease already: it asks again when the call begins."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        frozen = await ledger.freeze(EVERYTHING, "ana")

        left = await ledger.begin_call(claim, {})

        assert left is None
        assert frozen.under_way == ()
        assert await status_of(ledger) == "ready"
        assert await ledger.claim() == []
        assert [effect.key for effect in await ledger.held()] == [KEY]

    async def test_a_call_that_has_begun_is_told_as_under_way(self, ledger: Ledger) -> None:
        """It cannot be taken back; people must know of it."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        await ledger.begin_call(claim, {})

        frozen = await ledger.freeze(EVERYTHING, "ana")
        settled = await ledger.settle(claim, Sent("7"))

        assert (frozen.held, frozen.under_way) == ((), (KEY,))
        assert settled is not None
        assert settled.status == "sent"

    async def test_what_was_in_doubt_and_did_not_go_out_is_held_after_all(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Even where the freeze is over by the time that reading has shown so."""
        planned = an_effect()
        await ledger.plan(None, planned)
        claim = await claim_one(ledger)
        await ledger.begin_call(claim, {})
        frozen = await ledger.freeze(EVERYTHING, "ana")
        await ledger.settle(claim, Unknown("no answer"))
        await ledger.thaw(frozen.freeze.id, "ana")
        clock.advance(POLICY.settle_window)
        await look(ledger, Absent(conclusive=True))

        assert await status_of(ledger) == "ready"
        assert await ledger.claim() == []
        assert [effect.key for effect in await ledger.held()] == [KEY]

    async def test_the_crisis_lane_is_open(
        self, ledger: Ledger, store: Store, clock: ManualClock
    ) -> None:
        """What people approved word for word is what is said in a crisis."""
        response = replace(an_effect(), kind="crisis_response")
        await ledger.freeze(EVERYTHING, "ana")
        await ledger.plan(None, response)
        await decide(store, response, "approved", clock.now())

        claim = await claim_one(ledger)

        assert await ledger.begin_call(claim, {}) is not None

    async def test_what_is_out_of_scope_goes_on(self, ledger: Ledger) -> None:
        """A freeze of one topic or platform leaves the others alone."""
        await ledger.plan(None, an_effect(text="Our new blend"))
        held = an_effect("publish:2:r1", text="Win a travel cup!")
        await ledger.plan(None, held)

        frozen = await ledger.freeze(FreezeScope(topics=("travel cup",)), "ana")
        elsewhere = await ledger.freeze(FreezeScope(platforms=("x",)), "ana")

        assert frozen.held == (held.key,)
        assert elsewhere.held == ()
        assert [claim.effect.key for claim in await ledger.claim(limit=9)] == [KEY]

    async def test_nobody_freezes_without_a_name(self, ledger: Ledger) -> None:
        """Somebody will ask who did."""
        with pytest.raises(InputError, match="who does this"):
            await ledger.freeze(EVERYTHING, " ")


class TestAnswers:
    """Automatic answers stop; people may speak."""

    @pytest.fixture
    def reply(self) -> Planned:
        """An answer that somebody has to approve."""
        order = ReplyOrder(
            platform="facebook",
            account="42",
            comment_id="1_2",
            thread="facebook:1_2",
            text="Thanks!",
        )
        return Planned(
            key="reply:facebook:1_2",
            kind="reply",
            platform="facebook",
            account="42",
            payload=order.payload(),
            requires_approval=True,
            thread="facebook:1_2",
        )

    async def test_what_a_person_approved_before_is_held(
        self, ledger: Ledger, store: Store, clock: ManualClock, reply: Planned
    ) -> None:
        """They had not heard of the crisis then."""
        await ledger.plan(None, reply)
        await decide(store, reply, "approved", clock.now())
        clock.advance(MINUTE)
        await ledger.freeze(EVERYTHING, "ana")

        assert await ledger.claim() == []

    async def test_what_a_person_approves_during_the_freeze_goes_out(
        self, ledger: Ledger, store: Store, clock: ManualClock, reply: Planned
    ) -> None:
        """They know what they do."""
        await ledger.freeze(EVERYTHING, "ana")
        clock.advance(MINUTE)
        await ledger.plan(None, reply)
        await decide(store, reply, "approved", clock.now())

        claim = await claim_one(ledger)

        assert await ledger.begin_call(claim, {}) is not None

    async def test_a_topic_is_looked_for_in_the_comment_as_well(
        self, ledger: Ledger, store: Store, clock: ManualClock, reply: Planned
    ) -> None:
        """`Thanks!` says nothing of what it thanks for."""
        for own_id, text in (("1_2", "There was glass in my cup"), ("1_3", "Lovely place")):
            comment = Comment(
                platform="facebook",
                comment_id=own_id,
                account="42",
                platform_post_id="1",
                message=text,
                created_time=clock.now(),
            )
            change = CommentChange(
                verb="seen",
                platform="facebook",
                comment_id=own_id,
                account="42",
                at=clock.now(),
                comment=comment,
            )
            await store.transact(partial(apply_changes, changes=[change]))
        other = replace(
            reply,
            key="reply:facebook:1_3",
            payload={**reply.payload, "comment_id": "1_3"},
            thread="facebook:1_3",
            requires_approval=False,
        )
        await ledger.plan(None, replace(reply, requires_approval=False))
        await ledger.plan(None, other)

        frozen = await ledger.freeze(FreezeScope(topics=("glass",)), "ana")

        assert frozen.held == (reply.key,)
        assert [claim.effect.key for claim in await ledger.claim(limit=9)] == [other.key]


class TestThawing:
    """The end of a freeze sends nothing."""

    async def test_what_was_held_waits_for_a_look(self, ledger: Ledger, clock: ManualClock) -> None:
        """Each post, by a person, after the freeze."""
        planned = an_effect()
        await ledger.plan(None, planned)
        frozen = await ledger.freeze(EVERYTHING, "ana")
        clock.advance(MINUTE)

        lifted = await ledger.thaw(frozen.freeze.id, "bea", reason="recall is done")
        between = await ledger.claim()
        effect = await ledger.look(KEY, "bea", payload_sha=_sha(planned), goes_out=True)

        assert (lifted.is_on, lifted.lifted_by) == (False, "bea")
        assert between == []
        assert (effect.status, effect.frozen_at) == ("ready", None)
        assert len(await ledger.claim()) == 1

    async def test_after_days_a_look_is_enough(self, ledger: Ledger, clock: ManualClock) -> None:
        """It is far too late by then, which is what a person has just decided about."""
        planned = an_effect()
        await ledger.plan(None, planned)
        frozen = await ledger.freeze(EVERYTHING, "ana")
        clock.advance(timedelta(days=3))
        await ledger.retire()
        assert await status_of(ledger) == "review"
        await ledger.thaw(frozen.freeze.id, "bea")

        await ledger.look(KEY, "bea", payload_sha=_sha(planned), goes_out=True)

        assert len(await ledger.claim()) == 1

    async def test_what_is_withdrawn_never_goes_out(self, ledger: Ledger) -> None:
        """Nobody needs to wait for the end of a freeze to say no."""
        planned = an_effect()
        await ledger.plan(None, planned)
        await ledger.freeze(EVERYTHING, "ana")

        effect = await ledger.look(
            KEY, "bea", payload_sha=_sha(planned), goes_out=False, reason="tasteless now"
        )

        assert (effect.status, effect.note) == (
            "cancelled",
            "withdrawn after the freeze by bea: tasteless now",
        )

    async def test_what_never_met_the_freeze_goes_on_by_itself(self, ledger: Ledger) -> None:
        """Planned after it was lifted."""
        frozen = await ledger.freeze(EVERYTHING, "ana")
        await ledger.thaw(frozen.freeze.id, "bea")
        await ledger.plan(None, an_effect())

        assert len(await ledger.claim()) == 1

    async def test_another_freeze_that_covers_it_must_end_first(self, ledger: Ledger) -> None:
        """A look does not lift somebody else's freeze."""
        planned = an_effect()
        await ledger.plan(None, planned)
        first = await ledger.freeze(EVERYTHING, "ana")
        second = await ledger.freeze(FreezeScope(platforms=("facebook",)), "ana")
        await ledger.thaw(first.freeze.id, "bea")

        with pytest.raises(InputError, match=f"freeze {second.freeze.id} is on"):
            await ledger.look(KEY, "bea", payload_sha=_sha(planned), goes_out=True)

    async def test_a_look_at_other_words_is_refused(self, ledger: Ledger) -> None:
        """A look is a look at exactly those words."""
        await ledger.plan(None, an_effect())
        frozen = await ledger.freeze(EVERYTHING, "ana")
        await ledger.thaw(frozen.freeze.id, "bea")

        with pytest.raises(InputError, match="says something else by now"):
            await ledger.look(KEY, "bea", payload_sha="0" * 64, goes_out=True)

        assert await ledger.claim() == []

    async def test_what_is_not_held_is_not_looked_at(self, ledger: Ledger) -> None:
        """Bad input is one clear line."""
        planned = an_effect()
        await ledger.plan(None, planned)

        with pytest.raises(InputError, match="not held"):
            await ledger.look(KEY, "bea", payload_sha=_sha(planned), goes_out=True)
        with pytest.raises(StoreError, match="planned"):
            await ledger.look("publish:9:r1", "bea", payload_sha="", goes_out=True)
        with pytest.raises(InputError, match="no freeze 999"):
            await ledger.thaw(999, "bea")

    async def test_lifting_twice_changes_nothing(self, ledger: Ledger, clock: ManualClock) -> None:
        """Who lifted it first stands on record."""
        frozen = await ledger.freeze(EVERYTHING, "ana")
        first = await ledger.thaw(frozen.freeze.id, "bea")
        clock.advance(MINUTE)

        assert await ledger.thaw(frozen.freeze.id, "cleo") == first


SEND_UNTIL_NOTHING_IS_DUE = """
import asyncio, sys
from pressroom.domain.effects import Sent
from pressroom.domain.freeze import FreezeScope
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store

async def main():
    async with Store(sys.argv[1]) as store:
        ledger = Ledger(store)
        sent = 0
        while claims := await ledger.claim(limit=5):
            for claim in claims:
                if await ledger.begin_call(claim, {}) is not None:
                    sent += 1
                    await ledger.settle(claim, Sent(claim.effect.key))
            if sent >= 60:  # whoever comes so far first stops it all, as the others still send
                await ledger.freeze(FreezeScope(), "ana")
                break
        print(sent)
"""


async def test_of_a_thousand_posts_due_none_goes_out_after_the_freeze(
    database_url: str, run_together: Callable[..., Awaitable[list[str]]]
) -> None:
    """Several processes send as fast as they can, and one of them freezes in the middle of it."""
    async with Store(database_url) as real_time:  # as the processes have it
        ledger = Ledger(real_time, POLICY)
        async with real_time.write() as session:
            for number in range(1000):
                await ledger.plan(session, an_effect(f"publish:{number:04}:r1"))

        printed = await run_together(SEND_UNTIL_NOTHING_IS_DUE, database_url, processes=4)

        sent = await ledger.effects("sent", limit=2000)
        freezes = await ledger.freezes()
        first = min(freeze.since for freeze in freezes)
        begun = [
            attempt.finished_at
            for effect in sent
            for attempt in await ledger.attempts(effect.key)
            if attempt.outcome == "prepared"
        ]
        held = await ledger.held(limit=2000)

        assert sum(map(int, printed)) == len(sent) == len(begun)
        assert max(begun) <= first, "a call began after the freeze"
        assert len(sent) + len(held) == 1000
        assert len(sent) >= 60
        assert held
