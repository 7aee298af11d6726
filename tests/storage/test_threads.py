"""People before the machine: conversations taken over, stops, and what the ledger makes of them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment
from pressroom.domain.effects import Effect, NotSent, Sent, Unknown
from pressroom.errors import EffectConflict, InputError
from pressroom.storage.approvals import record_decision
from pressroom.storage.effects import Planned
from pressroom.storage.interventions import interventions
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.pauses import pause_answers, paused_platforms, resume_answers
from pressroom.storage.store import Store
from pressroom.storage.threads import (
    ThreadState,
    held_threads,
    hold_thread,
    note_person_answered,
    release_thread,
    thread_state,
)

THREAD = "facebook:1_1"
MINUTE = timedelta(minutes=1)
POLICY = LedgerPolicy()


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """A ledger on each kind of database in turn."""
    return Ledger(store, POLICY, random=Random(1))  # noqa: S311


def an_answer(n: int = 1, **changes: Any) -> Planned:
    """An answer to the *n*th comment of the conversation."""
    values: dict[str, Any] = {
        "key": f"reply:facebook:1_{n}",
        "kind": "reply",
        "platform": "facebook",
        "account": "page",
        "payload": {"comment_id": f"1_{n}", "text": f"Answer {n}"},
        "thread": THREAD,
    }
    return Planned(**{**values, **changes})


async def planned(ledger: Ledger, *answers: Planned) -> list[Effect]:
    return [await ledger.plan(None, answer) for answer in answers or (an_answer(),)]


async def hold(store: Store, by: str = "ana", **more: Any) -> bool:
    async with store.write() as session:
        return await hold_thread(session, THREAD, by, **more)


async def release(store: Store, by: str = "ana") -> bool:
    async with store.write() as session:
        return await release_thread(session, THREAD, by)


async def state(store: Store) -> ThreadState:
    async with store.read() as session:
        return await thread_state(session, THREAD)


async def approve(store: Store, effect: Effect, by: str) -> None:
    async with store.write() as session:
        now = await store.now(session)
        await record_decision(
            session,
            effect_key=effect.key,
            payload_sha=effect.payload_sha,
            decision="approved",
            decided_by=by,
            author="pressroom",
            at=now,
        )


async def status(ledger: Ledger, key: str = "reply:facebook:1_1") -> tuple[str, str]:
    effect = await ledger.get(key)
    assert effect is not None
    return effect.status, effect.note


class TestHolding:
    """Who has a conversation."""

    async def test_taken_and_given_back_once_each(self, store: Store, clock: ManualClock) -> None:
        """Doing it again changes nothing, and each change is a line of the audit."""
        taken = [await hold(store, reason="angry customer") for _ in range(2)]
        held = await state(store)
        clock.advance(MINUTE)
        released = [await release(store, "tom") for _ in range(2)]

        assert (taken, released) == ([True, False], [True, False])
        assert (held.held_by, held.reason, held.quiet_until) == ("ana", "angry customer", None)
        assert await state(store) == ThreadState(THREAD, quiet_until=clock.now())
        async with store.read() as session:
            lines = await interventions(session, THREAD)
        assert [(line.act, line.by) for line in lines] == [
            ("taken over", "ana"),
            ("released", "tom"),
        ]

    async def test_a_colleague_cannot_take_it_away(self, store: Store) -> None:
        """Two people would answer; releasing first makes it known."""
        await hold(store)

        with pytest.raises(InputError, match="ana has the conversation"):
            await hold(store, "tom")
        await release(store, "tom")
        assert await hold(store, "tom")

    async def test_it_goes_back_by_itself_when_it_was_said_so(
        self, store: Store, clock: ManualClock
    ) -> None:
        """From then on it is nobody's, and only what is written later is answered."""
        until = clock.now() + MINUTE
        await hold(store, until=until)
        clock.advance(MINUTE)

        assert await state(store) == ThreadState(THREAD, quiet_until=until)
        async with store.read() as session:
            assert await held_threads(session) == []
        assert await hold(store, "tom")

    async def test_of_many_at_once_one_has_it(self, store: Store) -> None:
        """The row decides, whatever runs at the same time."""

        async def attempt(name: str) -> bool:
            try:
                return await store.transact(lambda session: hold_thread(session, THREAD, name))
            except InputError:
                return False

        results = await asyncio.gather(*(attempt(f"person {n}") for n in range(8)))

        assert sum(results) == 1
        async with store.read() as session:
            assert [s.thread for s in await held_threads(session)] == [THREAD]
            assert len(await interventions(session, THREAD)) == 1

    @pytest.mark.parametrize("act", [hold, release])
    async def test_somebody_must_be_named(
        self, store: Store, act: Callable[..., Awaitable[bool]]
    ) -> None:
        """The audit is about people."""
        with pytest.raises(InputError, match="who does this"):
            await act(store, " ")


class TestClaiming:
    """What the ledger claims in a conversation."""

    async def test_nothing_is_claimed_where_a_person_has_it(
        self, store: Store, ledger: Ledger
    ) -> None:
        """It is cancelled in the same transaction, hidings and private answers too."""
        answers = (
            an_answer(),
            an_answer(2, kind="private_reply"),
            an_answer(3, key="hide:facebook:1_3", kind="hide"),
            an_answer(4, requires_approval=True),
        )
        effects = await planned(ledger, *answers)
        await approve(store, effects[3], "tom")
        await hold(store)

        assert await ledger.due_keys("ready") == []
        assert await ledger.claim(limit=10) == []
        for effect in effects:
            assert (await status(ledger, effect.key))[0] == "cancelled"
        assert "taken over" in (await status(ledger))[1]

    async def test_other_conversations_and_posts_go_on(self, store: Store, ledger: Ledger) -> None:
        """Only that one is silent."""
        await planned(
            ledger,
            an_answer(7, thread="facebook:1_7"),
            an_answer(8, key="publish:1", kind="publish", thread=""),
        )
        await hold(store)

        claimed = await ledger.claim(limit=10)

        assert {claim.effect.key for claim in claimed} == {"reply:facebook:1_7", "publish:1"}

    async def test_what_the_holder_asks_for_goes_out(self, store: Store, ledger: Ledger) -> None:
        """Approved by whoever has it, since they have it; a colleague's yes is not enough."""
        [effect] = await planned(ledger, an_answer(requires_approval=True))
        await hold(store)
        await approve(store, effect, "ana")

        assert [claim.effect.key for claim in await ledger.claim()] == [effect.key]

    async def test_an_earlier_yes_of_the_holder_does_not_count(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """They took over because of what has happened since."""
        [effect] = await planned(ledger, an_answer(requires_approval=True))
        await approve(store, effect, "ana")
        clock.advance(MINUTE)
        await hold(store)

        assert await ledger.claim() == []

    async def test_it_is_asked_again_when_the_call_begins(
        self, store: Store, ledger: Ledger
    ) -> None:
        """Taken over between the claim and the call: nothing is called."""
        await planned(ledger)
        [claim] = await ledger.claim()
        await hold(store)

        assert await ledger.begin_call(claim, {}) is None
        assert (await status(ledger))[0] == "cancelled"
        assert await ledger.settle(claim, Sent("9")) is None
        audit = await ledger.attempts(claim.effect.key)
        assert [line.outcome for line in audit] == ["prepared", "abandoned", "sent"]

    async def test_taking_over_stops_what_has_not_begun(self, store: Store, ledger: Ledger) -> None:
        """What waits and what is claimed is cancelled, what is being called is told."""
        await planned(ledger, an_answer(1), an_answer(2), an_answer(3, key="hide:x", kind="hide"))
        [first] = await ledger.claim(key="reply:facebook:1_1")
        assert await ledger.begin_call(first, {}) == POLICY.lease
        [hiding] = await ledger.claim(key="hide:x")

        async with store.write() as session:
            await hold_thread(session, THREAD, "ana")
            silenced = await ledger.silence(session, THREAD)

        assert set(silenced.cancelled) == {"reply:facebook:1_2", "hide:x"}
        assert silenced.under_way == ("reply:facebook:1_1",)
        assert await ledger.begin_call(hiding, {}) in (None, timedelta(0))
        settled = await ledger.settle(first, Sent("9"))
        assert settled is not None
        assert settled.status == "sent"

    async def test_what_is_in_doubt_is_told_and_never_sent_again(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Read as absent after the take-over, it is cancelled and not repeated."""
        await planned(ledger)
        [claim] = await ledger.claim()
        await ledger.begin_call(claim, {})
        await ledger.settle(claim, Unknown("no answer"))
        async with store.write() as session:
            await hold_thread(session, THREAD, "ana")
            silenced = await ledger.silence(session, THREAD)
        await ledger.ask_again(claim.effect.key)
        clock.advance(POLICY.settle_window)

        assert silenced.under_way == (claim.effect.key,)
        assert await ledger.claim() == []

    async def test_the_claim_ends_what_its_call_began(self, store: Store, ledger: Ledger) -> None:
        """A new claim of the same effect can be stopped again."""
        await planned(ledger)
        [claim] = await ledger.claim()
        await ledger.begin_call(claim, {})
        await ledger.settle(claim, NotSent("throttled", retry_after=timedelta(0)))
        [again] = await ledger.claim()

        async with store.write() as session:
            nobody = await ledger.silence(session, THREAD)
            await hold_thread(session, THREAD, "ana")
            silenced = await ledger.silence(session, THREAD)

        assert nobody.cancelled == ()
        assert silenced.cancelled == (again.effect.key,)

    async def test_a_conversation_is_answered_one_at_a_time(self, ledger: Ledger) -> None:
        """In the order of planning; what waits for a person keeps nobody waiting."""
        await planned(ledger, an_answer(1, requires_approval=True), an_answer(2), an_answer(3))

        [second] = await ledger.claim(limit=10)
        nothing = await ledger.claim(limit=10)
        await ledger.settle(second, Sent("9"))
        [third] = await ledger.claim(limit=10)

        assert second.effect.key == "reply:facebook:1_2"
        assert nothing == []
        assert third.effect.key == "reply:facebook:1_3"

    async def test_concurrent_workers_keep_a_conversation_in_line(self, ledger: Ledger) -> None:
        """Whoever comes first; never two at once."""
        await planned(ledger, *(an_answer(n) for n in range(1, 7)))
        at_once, most = 0, 0

        async def work() -> int:
            nonlocal at_once, most
            done = 0
            while claims := await ledger.claim():
                at_once += 1
                most = max(most, at_once)
                await ledger.begin_call(claims[0], {})
                at_once -= 1
                await ledger.settle(claims[0], Sent(f"ref {claims[0].effect.key}"))
                done += 1
            return done

        while sum(await asyncio.gather(*(work() for _ in range(3)))):
            pass

        assert most == 1
        assert {effect.status for effect in await ledger.effects()} == {"sent"}


class TestStopping:
    """All answers stopped, on a platform or everywhere."""

    async def test_stopped_answers_wait_and_go_on(self, store: Store, ledger: Ledger) -> None:
        """Nothing is lost by it, and posts are not meant."""
        await planned(ledger, an_answer(), an_answer(2, key="publish:1", kind="publish", thread=""))
        async with store.write() as session:
            assert await pause_answers(session, "ana", reason="a fire")
            assert not await pause_answers(session, "tom")
            assert await paused_platforms(session) == {"facebook", "instagram", "x"}

        stopped = await ledger.claim(limit=10)
        async with store.write() as session:
            assert await resume_answers(session, "tom")
            assert not await resume_answers(session, "tom")
            lines = await interventions(session, "")
        resumed = await ledger.claim(limit=10)

        assert [claim.effect.key for claim in stopped] == ["publish:1"]
        assert [claim.effect.key for claim in resumed] == ["reply:facebook:1_1"]
        assert [(line.act, line.by) for line in lines] == [("paused", "ana"), ("resumed", "tom")]

    async def test_a_stop_of_one_platform_leaves_the_others(
        self, store: Store, ledger: Ledger
    ) -> None:
        """And ends by itself, whatever else is stopped."""
        await planned(ledger, an_answer(), an_answer(2, platform="x", thread="x:2"))
        async with store.write() as session:
            await pause_answers(session, "ana", platform="facebook")
            assert await paused_platforms(session) == {"facebook"}

        assert [c.effect.platform for c in await ledger.claim(limit=10)] == ["x"]

    async def test_a_call_does_not_begin_once_answers_are_stopped(
        self, store: Store, ledger: Ledger
    ) -> None:
        """It goes back unharmed: not an attempt, and not cancelled."""
        await planned(ledger)
        [claim] = await ledger.claim()
        async with store.write() as session:
            await pause_answers(session, "ana")

        assert await ledger.begin_call(claim, {}) is None
        effect = await ledger.get(claim.effect.key)
        assert effect is not None
        assert (effect.status, effect.attempt, effect.first_try_at) == ("ready", 0, None)

    async def test_what_a_person_approves_since_goes_out(
        self, store: Store, ledger: Ledger, clock: ManualClock
    ) -> None:
        """They know of the stop; a yes from before it does not count."""
        before, since = await planned(
            ledger,
            an_answer(1, requires_approval=True),
            an_answer(2, requires_approval=True, thread="facebook:1_2"),
        )
        await approve(store, before, "tom")
        clock.advance(MINUTE)
        async with store.write() as session:
            await pause_answers(session, "ana")
        await approve(store, since, "tom")

        assert [c.effect.key for c in await ledger.claim(limit=10)] == [since.key]


class TestPersonsAnswers:
    """What our own account says on the platform, as it is delivered to us."""

    @pytest.fixture
    def said(self, clock: ManualClock) -> Comment:
        """An answer of our account below the top comment."""
        return Comment(
            platform="facebook",
            comment_id="1_50",
            account="page",
            parent_id="1_1",
            author_id="page",
            message="Tom here: at six.",
            created_time=clock.now(),
            is_ours=True,
        )

    async def note(self, store: Store, comment: Comment, thread: str = "") -> bool:
        """What the receive path does with it."""
        async with store.write() as session:
            return await note_person_answered(session, comment, thread)

    async def test_a_person_who_answers_there_has_the_conversation(
        self, store: Store, ledger: Ledger, said: Comment
    ) -> None:
        """Once, however often it is delivered; the machine is silent from then on."""
        await planned(ledger)

        noted = [await self.note(store, said) for _ in range(2)]

        assert noted == [True, False]
        assert (await state(store)).held_by == "somebody on Facebook"
        assert await ledger.claim() == []
        async with store.read() as session:
            [line] = await interventions(session, THREAD)
        assert (line.act, line.reason) == ("answered there", "1_50")

    @pytest.mark.parametrize(
        "changes",
        [{"is_ours": False}, {"parent_id": ""}],
        ids=["somebody else's", "no answer"],
    )
    async def test_other_comments_are_no_answers_of_ours(
        self, store: Store, said: Comment, changes: dict[str, Any]
    ) -> None:
        """Nor is a comment that the brand begins a conversation with."""
        assert not await self.note(store, said.model_copy(update=changes))

    async def test_the_echo_of_our_own_answer_is_no_person(
        self, store: Store, ledger: Ledger, said: Comment
    ) -> None:
        """While it is being sent it is known by its words, afterwards by its reference."""
        await planned(
            ledger, an_answer(payload={"comment_id": "1_1", "text": "Tom here:  at six."})
        )
        [claim] = await ledger.claim()
        await ledger.begin_call(claim, {})

        while_sending = await self.note(store, said)
        await ledger.settle(claim, Sent("1_50"))
        after = await self.note(store, said.model_copy(update={"message": "rewritten"}))

        assert (while_sending, after) == (False, False)

    async def test_a_draft_that_a_person_pastes_is_theirs(
        self, store: Store, ledger: Ledger, said: Comment
    ) -> None:
        """It was never called, so whoever said it was not this program."""
        await planned(ledger, an_answer(payload={"comment_id": "1_1", "text": said.message}))

        assert await self.note(store, said)

    async def test_what_was_given_back_is_not_taken_over_by_an_old_answer(
        self, store: Store, said: Comment, clock: ManualClock
    ) -> None:
        """A listing shows it again and again."""
        await self.note(store, said)
        clock.advance(MINUTE)
        await release(store)

        assert not await self.note(store, said)
        later = said.model_copy(update={"created_time": clock.now() + MINUTE, "comment_id": "1_51"})
        assert await self.note(store, later)

    async def test_a_colleague_takes_it_from_somebody_unnamed(
        self, store: Store, said: Comment
    ) -> None:
        """Nobody has to give back what nobody put their name to."""
        await self.note(store, said)

        assert await hold(store, "ana")
        assert (await state(store)).held_by == "ana"
        assert not await self.note(store, said.model_copy(update={"comment_id": "1_51"}))

    async def test_another_conversation_can_be_named(self, store: Store, said: Comment) -> None:
        """On X answers hang below answers; the caller knows the top."""
        assert await self.note(store, said, "facebook:1_0")
        assert not (await state(store)).is_held


class TestRevising:
    """Other words for the same comment, under the same key."""

    async def test_what_was_never_called_can_be_revised(self, store: Store, ledger: Ledger) -> None:
        """Waiting, held or cancelled; an approval of the old words does not count."""
        [effect] = await planned(ledger, an_answer(requires_approval=True))
        await approve(store, effect, "tom")
        [claim] = await ledger.claim()
        await ledger.hold(claim, "the comment was edited")
        other = an_answer(requires_approval=True, payload={"comment_id": "1_1", "text": "Else"})

        async with store.write() as session:
            revised = await ledger.revise(session, other)

        assert (revised.status, revised.payload["text"], revised.attempt) == ("ready", "Else", 0)
        assert await ledger.claim() == []
        await approve(store, revised, "tom")
        assert [c.effect.payload["text"] for c in await ledger.claim()] == ["Else"]

    @pytest.mark.parametrize("ended", [Unknown("lost"), Sent("9"), NotSent("throttled")], ids=repr)
    async def test_what_was_called_cannot(self, store: Store, ledger: Ledger, ended: Any) -> None:
        """Not even what the platform put off: a refusal may be wrong."""
        await planned(ledger)
        [claim] = await ledger.claim()
        await ledger.begin_call(claim, {})
        await ledger.settle(claim, ended)

        with pytest.raises(EffectConflict):
            async with store.write() as session:
                await ledger.revise(session, an_answer(payload={"text": "Else"}))

    async def test_what_is_being_sent_cannot(self, store: Store, ledger: Ledger) -> None:
        """A worker has it in hand."""
        await planned(ledger)
        await ledger.claim()

        with pytest.raises(EffectConflict):
            async with store.write() as session:
                await ledger.revise(session, an_answer(payload={"text": "Else"}))

    async def test_the_same_words_change_nothing(self, store: Store, ledger: Ledger) -> None:
        """A double click is one click."""
        [effect] = await planned(ledger)

        async with store.write() as session:
            assert await ledger.revise(session, an_answer()) == effect
