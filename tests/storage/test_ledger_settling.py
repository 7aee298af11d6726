"""The ledger on each database: what came of a call is written once, and doubt ends by reading."""

import asyncio
from datetime import timedelta

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Absent,
    Found,
    NotSent,
    Refused,
    Sent,
    Unknown,
    Unreadable,
    WireTrace,
)
from pressroom.storage.attempts import Line
from pressroom.storage.ledger import Ledger
from tests.storage.one_effect import KEY, MINUTE, POLICY, an_effect, claim_one, look, status_of


async def _in_doubt(ledger: Ledger) -> None:
    await ledger.plan(None, an_effect())
    await ledger.settle(await claim_one(ledger), Unknown("no answer"))


class TestSettling:
    """What a worker that still holds its claim may write."""

    async def test_each_outcome_is_written_down(self, ledger: Ledger) -> None:
        """The row tells a person what happened, the audit what was seen."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        trace = WireTrace("POST feed", http_status=400, platform_code="100", excerpt="Invalid")

        effect = await ledger.settle(claim, Refused("too long", "Shorten it.", trace))

        [attempt] = await ledger.attempts(KEY)
        assert effect is not None
        assert (effect.status, effect.note) == ("failed", "too long. Shorten it.")
        assert (attempt.n, attempt.phase, attempt.outcome) == (1, "publish", "refused")
        assert (attempt.http_status, attempt.platform_code) == (400, "100")
        assert attempt.excerpt == "POST feed too long Invalid"

    async def test_what_certainly_did_not_happen_is_tried_later(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """A throttled post goes out when the platform lets it, and waits at most so often."""
        await ledger.plan(None, an_effect())

        for _ in range(POLICY.max_attempts):
            effect = await ledger.settle(await claim_one(ledger), NotSent("throttled"))
            assert await ledger.claim() == []
            clock.advance(5 * MINUTE)

        assert effect is not None
        assert effect.status == "review"
        assert await ledger.claim() == []

    async def test_an_earlier_claim_cannot_speak_for_a_later_one(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Both are `sending`: the first one's old answer would free the post under the second."""
        await ledger.plan(None, an_effect())
        stalled = await claim_one(ledger)
        clock.advance(POLICY.lease + MINUTE)
        await ledger.expire()
        clock.advance(POLICY.settle_window + MINUTE)
        [look] = await ledger.claim_unknown()
        await ledger.settle_sighting(look, Absent(conclusive=True))
        current = await claim_one(ledger)

        late = await ledger.settle(stalled, NotSent("throttled"))
        left = await ledger.begin_call(stalled, {"post": "old"})

        assert (late, left, await status_of(ledger)) == (None, timedelta(0), "sending")
        assert await ledger.settle(current, Sent("7")) is not None

    async def test_who_lost_the_lease_writes_nothing(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """A process that wakes after an hour must not overwrite the newer truth."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        clock.advance(2 * MINUTE)
        expired = await ledger.expire()

        left = await ledger.begin_call(claim, {"container": "1"})
        settled = await ledger.settle(claim, Sent("7"))

        effect = await ledger.get(KEY)
        assert expired == [KEY]
        assert left == timedelta(0)
        assert settled is None
        assert effect is not None
        assert (effect.status, effect.draft, effect.platform_ref) == ("unknown", {}, "")
        assert [attempt.outcome for attempt in await ledger.attempts(KEY)] == ["prepared", "sent"]

    async def test_of_many_expiries_one_counts(self, ledger: Ledger, clock: ManualClock) -> None:
        """Every process sweeps; one of them moves the row."""
        await ledger.plan(None, an_effect())
        await claim_one(ledger)
        clock.advance(2 * MINUTE)

        expired = await asyncio.gather(*(ledger.expire() for _ in range(8)))

        assert [key for keys in expired for key in keys] == [KEY]

    async def test_a_draft_outlives_the_attempt(self, ledger: Ledger, clock: ManualClock) -> None:
        """What was uploaded once is not uploaded again, and reading starts from it."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        await ledger.begin_call(claim, {"container": "1"})
        await ledger.abandon(claim)

        again = await claim_one(ledger)

        assert again.effect.draft == {"container": "1"}
        assert again.effect.attempt == 2
        assert again.effect.first_try_at == clock.now()

    async def test_a_held_effect_is_left_to_a_person(self, ledger: Ledger) -> None:
        """Where going on would be wrong, the reason is on the row."""
        await ledger.plan(None, an_effect())

        effect = await ledger.hold(await claim_one(ledger), "the file changed")

        assert effect is not None
        assert (effect.status, effect.note) == ("review", "the file changed")

    async def test_two_effects_never_share_a_post(self, ledger: Ledger) -> None:
        """A reading that meets another effect's post has found nothing of its own."""
        await ledger.plan(None, an_effect())
        await ledger.plan(None, an_effect("publish:2:r1"))
        await ledger.settle(await claim_one(ledger, KEY), Sent("7"))

        effect = await ledger.settle(await claim_one(ledger), Sent("7"))

        assert effect is not None
        assert (effect.status, effect.platform_ref) == ("review", "")
        assert await status_of(ledger) == "sent"

    async def test_a_line_of_the_audit_may_stand_alone(self, ledger: Ledger) -> None:
        """What changes nothing is still told."""
        await ledger.plan(None, an_effect())

        await ledger.record_attempt(await claim_one(ledger), Line("prepare", "prepared", MINUTE))

        [attempt] = await ledger.attempts(KEY)
        assert attempt.finished_at - attempt.started_at == MINUTE


class TestReading:
    """How doubt ends."""

    async def test_what_is_found_is_sent(self, ledger: Ledger, clock: ManualClock) -> None:
        """An answer that was lost is no reason to post again."""
        await _in_doubt(ledger)
        clock.advance(POLICY.settle_window)

        effect = await look(ledger, Found("7", "https://example.org/7"))

        assert effect is not None
        assert (effect.status, effect.platform_ref) == ("sent", "7")
        assert effect.permalink == "https://example.org/7"

    async def test_absence_takes_two_readings_after_the_window(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Lists lag and copies are stale: one look proves nothing."""
        await _in_doubt(ledger)
        early = await ledger.claim_unknown()
        clock.advance(POLICY.settle_window)
        first = await look(ledger, Absent())
        between = await ledger.claim_unknown()
        clock.advance(POLICY.absent_gap)
        second = await look(ledger, Absent())

        assert (early, between) == ([], [])
        assert first is not None
        assert second is not None
        assert (first.status, second.status) == ("unknown", "ready")

    async def test_a_person_cannot_shorten_the_window(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Asking again reads at once, but not seeing it yet still proves nothing."""
        await _in_doubt(ledger)
        window_ends = clock.now() + POLICY.settle_window
        await ledger.ask_again(KEY)

        effect = await look(ledger, Absent(conclusive=True))

        assert effect is not None
        assert (effect.status, effect.not_before) == ("unknown", window_ends)

    async def test_a_slow_reading_counts_from_its_beginning(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """What was read before the window ended is not proof because it is told later."""
        await _in_doubt(ledger)
        await ledger.ask_again(KEY)
        [claim] = await ledger.claim_unknown()
        clock.advance(POLICY.settle_window + MINUTE)

        effect = await ledger.settle_sighting(claim, Absent(conclusive=True))

        assert effect is not None
        assert effect.status == "unknown"

    async def test_of_many_readers_one_reads(self, ledger: Ledger, clock: ManualClock) -> None:
        """Readings cost quota, and two verdicts about one doubt must not mix."""
        await _in_doubt(ledger)
        clock.advance(POLICY.settle_window)

        claims = await asyncio.gather(*(ledger.claim_unknown() for _ in range(8)))

        assert sum(map(len, claims)) == 1

    async def test_one_reading_counts_once(self, ledger: Ledger, clock: ManualClock) -> None:
        """Told twice, it is still one look at the platform, which may have been a stale one."""
        await _in_doubt(ledger)
        clock.advance(POLICY.settle_window)
        [claim] = await ledger.claim_unknown()
        first = await ledger.settle_sighting(claim, Absent())
        clock.advance(POLICY.absent_gap)

        again = await ledger.settle_sighting(claim, Absent())

        assert first is not None
        assert again is None
        assert await status_of(ledger) == "unknown"

    async def test_a_reader_that_was_overtaken_changes_nothing(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Two stalled readers must not add up to two readings."""
        await _in_doubt(ledger)
        clock.advance(POLICY.settle_window)
        [slow] = await ledger.claim_unknown()
        clock.advance(POLICY.lease)
        await look(ledger, Found("7"))

        effect = await ledger.settle_sighting(slow, Absent())

        assert effect is None
        assert await status_of(ledger) == "sent"

    async def test_an_unreadable_platform_leaves_it_in_doubt(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Not being able to look is not the same as not seeing."""
        await _in_doubt(ledger)
        clock.advance(POLICY.settle_window)

        effect = await look(ledger, Unreadable("down", retry_after=10 * MINUTE))

        assert effect is not None
        assert (effect.status, effect.not_before) == ("unknown", clock.now() + 10 * MINUTE)
        assert await ledger.next_due() == clock.now() + 10 * MINUTE


class TestPeople:
    """What a person may do to an effect."""

    async def test_a_refused_effect_is_read_before_it_is_tried_again(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """Platforms have answered with an error while the post was live."""
        await ledger.plan(None, an_effect())
        await ledger.settle(await claim_one(ledger), Refused("error 2207051"))

        asked = await ledger.ask_again(KEY)
        found = await look(ledger, Found("7"))

        assert asked is not None
        assert found is not None
        assert (asked.status, asked.not_before) == ("unknown", clock.now())
        assert found.status == "sent"

    async def test_only_what_is_not_live_can_be_withdrawn(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """`cancelled` means that nobody will see it."""
        await ledger.plan(None, an_effect())
        claim = await claim_one(ledger)
        while_sending = await ledger.cancel(KEY, "no")
        await ledger.settle(claim, Unknown("no answer"))
        while_in_doubt = await ledger.cancel(KEY, "no")
        clock.advance(POLICY.settle_window)
        await look(ledger, Found("7", copies=2))
        while_live = await ledger.cancel(KEY, "no")

        assert (while_sending, while_in_doubt, while_live) == (False, False, False)
        assert await status_of(ledger) == "review"

    async def test_what_waits_can_be_withdrawn(self, ledger: Ledger) -> None:
        """And stays so, however often anybody plans or asks."""
        await ledger.plan(None, an_effect())

        assert await ledger.cancel(KEY, "old news")
        assert await ledger.cancel(KEY, "twice")

        await ledger.plan(None, an_effect())
        effect = await ledger.ask_again(KEY)
        assert effect is not None
        assert (effect.status, effect.note) == ("cancelled", "old news")
        assert await ledger.claim() == []

    async def test_nothing_is_known_of_what_was_notan_effect(self, ledger: Ledger) -> None:
        """A mistyped key is told apart from an effect that cannot move."""
        assert await ledger.get("nothing") is None
        assert await ledger.ask_again("nothing") is None
        assert not await ledger.cancel("nothing", "no")
        assert await ledger.next_due() is None
