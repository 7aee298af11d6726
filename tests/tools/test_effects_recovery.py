"""Effects in doubt are read, and a sweep finishes what a dead process left."""

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Effect,
    Found,
    PublishOrder,
    Sent,
    Unknown,
)
from pressroom.domain.media import MediaFile
from pressroom.storage.ledger import Ledger
from pressroom.tools.effects import (
    plan_order,
    publish_key,
    sweep,
)
from tests.tools.script import KEY, MINUTE, POLICY, TRACE, Script, audit, drive_one, only


@pytest.mark.usefixtures("planned")
class TestReading:
    """From unknown to the truth."""

    @pytest.fixture(autouse=True)
    async def in_doubt(self, ledger: Ledger, planned: Effect, clock: ManualClock) -> None:
        """The call got no answer, and the window is over."""
        assert planned.status == "ready"
        await drive_one(ledger, Script([Unknown("no answer")]))
        clock.advance(POLICY.settle_window)

    async def test_it_is_looked_for_and_not_sent_again(
        self, ledger: Ledger, order: PublishOrder
    ) -> None:
        """With the draft, and back to the first try."""
        channel = Script(sees=Found("7", trace=TRACE))

        effect = await drive_one(ledger, channel)

        [(looked_for, draft, since)] = channel.looks
        assert (effect.status, effect.platform_ref) == ("sent", "7")
        assert channel.orders_sent == []
        assert (looked_for, draft) == (order, {"container": "1"})
        assert since >= POLICY.settle_window
        assert (await audit(ledger))[-1] == ("find", "found")

    async def test_what_is_absent_is_sent_again(self, ledger: Ledger, clock: ManualClock) -> None:
        """Never lost: after two readings the same order goes out, with the same draft."""
        channel = Script()
        await drive_one(ledger, channel)
        clock.advance(POLICY.absent_gap)
        await drive_one(ledger, channel)

        effect = await drive_one(ledger, channel)

        assert effect.status == "sent"
        assert channel.drafts_seen == [{"container": "1"}]
        assert len(channel.looks) == 2

    async def test_a_bug_in_reading_leaves_it_in_doubt(self, ledger: Ledger) -> None:
        """It is raised, and the platform is read again later."""
        with pytest.raises(ZeroDivisionError):
            await drive_one(ledger, Script(sees=ZeroDivisionError()))

        effect = await ledger.get(KEY)
        assert effect is not None
        assert effect.status == "unknown"

    async def test_reading_needs_no_file(self, ledger: Ledger, picture: MediaFile) -> None:
        """What is live is live, whatever became of our copy."""
        picture.path.unlink()

        effect = await drive_one(ledger, Script(sees=Found("7")))

        assert effect.status == "sent"


class TestSweeping:
    """What a sweep finishes."""

    @pytest.fixture
    async def three(self, ledger: Ledger, order: PublishOrder) -> list[str]:
        """Three posts, planned."""
        keys = [publish_key(f"pp-{number}", 1) for number in range(3)]
        for key in keys:
            await ledger.plan(None, plan_order(order, key=key))
        return keys

    async def test_everything_due_is_done(self, ledger: Ledger, three: list[str]) -> None:
        """And a second sweep finds nothing to do."""
        channel = Script([Sent("1"), Sent("2"), Sent("3")])

        changed = await sweep(ledger=ledger, channels=only(channel))
        again = await sweep(ledger=ledger, channels=only(channel))

        assert sorted(changed) == three
        assert again == []
        assert {effect.status for effect in await ledger.effects()} == {"sent"}

    async def test_what_a_dead_process_left_is_finished(
        self, ledger: Ledger, three: list[str], clock: ManualClock
    ) -> None:
        """Doubt first, then reading, then sending: nobody needs to be called."""
        await ledger.claim(key=three[0])
        channel = Script([Sent("1"), Sent("2"), Sent("3")])
        clock.advance(POLICY.lease + MINUTE)

        first = await sweep(ledger=ledger, channels=only(channel))
        clock.advance(POLICY.settle_window)
        second = await sweep(ledger=ledger, channels=only(channel))
        clock.advance(POLICY.absent_gap)
        third = await sweep(ledger=ledger, channels=only(channel))

        assert sorted(first) == three
        assert (second, third) == ([], [three[0]])
        assert {effect.status for effect in await ledger.effects()} == {"sent"}

    async def test_one_failing_effect_does_not_stop_the_others(
        self, ledger: Ledger, three: list[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        """A bug with one post is logged; the others go out."""
        channel = Script([ZeroDivisionError(), Sent("2"), Sent("3")])

        await sweep(ledger=ledger, channels=only(channel), concurrency=1)

        assert len(channel.orders_sent) == len(three)
        statuses = [effect.status for effect in await ledger.effects()]
        assert sorted(statuses) == ["sent", "sent", "unknown"]
        assert "its step failed" in caplog.text

    async def test_other_accounts_are_left_alone(self, ledger: Ledger, three: list[str]) -> None:
        """A process sends for the accounts it has, and does not complain about others."""
        channel = Script(account="43")

        changed = await sweep(ledger=ledger, channels=only(channel))

        assert changed == []
        assert [effect.status for effect in await ledger.effects()] == ["ready"] * len(three)

    async def test_what_expired_is_reported(
        self, ledger: Ledger, order: PublishOrder, clock: ManualClock
    ) -> None:
        """A graph that waits for it must hear that it will not come."""
        planned = plan_order(order, key=KEY, requires_approval=True, expires_at=clock.now())
        await ledger.plan(None, planned)

        assert await sweep(ledger=ledger, channels={}) == [KEY]
