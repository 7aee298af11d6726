"""One effect, carried out over the real ledger: every answer, every fault, once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Draft,
    Effect,
    EffectStatus,
    NotSent,
    Outcome,
    PublishOrder,
    Refused,
    Sent,
    Unknown,
)
from pressroom.domain.media import MediaFile
from pressroom.domain.ports import Rate
from pressroom.errors import SettingsError, StoreError
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from pressroom.tools.effects import (
    order_of,
    permit_by,
    plan_order,
)
from tests.tools.script import KEY, MINUTE, POLICY, Script, audit, drive_one


@pytest.mark.usefixtures("planned")
class TestSending:
    """From ready to settled."""

    async def test_a_post_goes_out_once(self, ledger: Ledger, order: PublishOrder) -> None:
        """Driving it again, from anywhere, calls nothing."""
        channel = Script()

        effect = await drive_one(ledger, channel)
        again = await drive_one(ledger, channel)

        assert (effect.status, effect.platform_ref) == ("sent", "7")
        assert effect.permalink == "https://x.test/7"
        assert again == effect
        assert channel.orders_sent == [order]
        assert await audit(ledger) == [("prepare", "prepared"), ("publish", "sent")]

    async def test_of_many_drivers_at_once_one_calls(self, ledger: Ledger) -> None:
        """A graph, a sweeper and an impatient person meet at the claim."""
        channel = Script()

        await asyncio.gather(*(drive_one(ledger, channel) for _ in range(6)))

        assert len(channel.orders_sent) == 1

    @pytest.mark.parametrize(
        ("outcome", "status"),
        [
            (NotSent("throttled"), "ready"),
            (Refused("too long"), "failed"),
            (Unknown("no answer"), "unknown"),
        ],
    )
    async def test_each_outcome_is_settled(
        self, ledger: Ledger, outcome: Outcome, status: EffectStatus
    ) -> None:
        """What the platform said is what the ledger says."""
        effect = await drive_one(ledger, Script([outcome]))

        assert effect.status == status
        assert await audit(ledger) != []

    async def test_the_draft_is_written_down_before_the_call(self, ledger: Ledger) -> None:
        """After a crash in the call, the container is what the reading starts from."""
        channel = Script([None])
        driving = asyncio.create_task(drive_one(ledger, channel))
        await channel.calling.wait()

        effect = await ledger.get(KEY)
        driving.cancel()
        await asyncio.wait([driving])

        assert effect is not None
        assert (effect.status, effect.draft) == ("sending", {"container": "1"})

    async def test_an_earlier_draft_is_used_again(self, ledger: Ledger, clock: ManualClock) -> None:
        """What was uploaded is not uploaded a second time."""
        channel = Script([NotSent("throttled"), Sent("7")])
        await drive_one(ledger, channel)
        clock.advance(MINUTE)

        effect = await drive_one(ledger, channel)

        assert effect.status == "sent"
        assert channel.drafts_seen == [{}, {"container": "1"}]

    @pytest.mark.parametrize(
        ("answer", "status"), [(NotSent("busy"), "ready"), (Refused("no rights"), "failed")]
    )
    async def test_what_fails_before_the_call_is_certain(
        self, ledger: Ledger, answer: NotSent | Refused, status: EffectStatus
    ) -> None:
        """Nothing was called, so nothing is in doubt."""
        channel = Script(prepares=answer)

        effect = await drive_one(ledger, channel)

        assert effect.status == status
        assert channel.orders_sent == []
        assert [phase for phase, _ in await audit(ledger)] == ["prepare"]

    async def test_a_slow_preparation_leaves_no_time_to_call(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """A call that outlives its lease could meet the next worker's."""

        class Slow(Script):
            async def prepare(self, order: PublishOrder, draft: Draft) -> Draft:
                """A draft, after most of the lease."""
                clock.advance(timedelta(seconds=36))
                return {**draft, "container": order.reference}

        channel = Slow()

        effect = await drive_one(ledger, channel)

        assert (effect.status, effect.draft) == ("ready", {"container": "pp-1"})
        assert channel.orders_sent == []
        assert await audit(ledger) == [("prepare", "prepared"), ("prepare", "abandoned")]

    async def test_a_lost_lease_ends_the_attempt(self, ledger: Ledger, clock: ManualClock) -> None:
        """Somebody else has taken over: this process must not call any more."""

        class Stalled(Script):
            async def prepare(self, order: PublishOrder, draft: Draft) -> Draft:
                """A draft, after the lease."""
                clock.advance(2 * MINUTE)
                await ledger.expire()
                return {**draft, "container": order.reference}

        channel = Stalled()

        effect = await drive_one(ledger, channel)

        assert (effect.status, effect.draft) == ("unknown", {})
        assert channel.orders_sent == []

    async def test_a_full_rate_limit_calls_nothing(
        self, ledger: Ledger, clock: ManualClock
    ) -> None:
        """The permit is asked for one effect of one account, and its answer is kept to."""
        asked: list[tuple[str, Sequence[Rate]]] = []

        class Full:
            async def take(self, key: str, rates: Sequence[Rate]) -> timedelta | None:
                """No permit for five minutes."""
                asked.append((key, rates))
                return 5 * MINUTE

            async def close_until(self, key: str, delay: timedelta) -> None:
                """Nothing to close."""

        rates = [Rate(25, timedelta(hours=24))]
        channel = Script()

        effect = await drive_one(
            ledger, channel, permit_by(Full(), {"publish": {"instagram": rates}})
        )

        assert asked == [("instagram:42:publish", rates)]
        assert (effect.status, effect.not_before) == ("ready", clock.now() + 5 * MINUTE)
        assert channel.drafts_seen == []


@pytest.mark.usefixtures("planned")
class TestFaults:
    """When the channel, or we, fail in the middle."""

    @pytest.fixture
    async def hasty(self, sqlite_store: Store) -> Ledger:
        """A ledger that waits for no answer longer than a moment."""
        policy = replace(POLICY, call_deadline=timedelta(milliseconds=50))
        return Ledger(sqlite_store, policy, random=Random(1))  # noqa: S311

    @pytest.fixture
    async def hurried(self, sqlite_store: Store) -> Ledger:
        """A ledger that waits for no preparation longer than a moment."""
        ample = timedelta(seconds=5)
        lease = 2 * ample + timedelta(milliseconds=50)
        policy = replace(POLICY, lease=lease, call_deadline=ample, deadline_margin=ample)
        return Ledger(sqlite_store, policy, random=Random(1))  # noqa: S311

    async def test_no_answer_in_time_is_doubt(self, hasty: Ledger) -> None:
        """The request is out: it may still be carried out."""
        effect = await drive_one(hasty, Script([None]))

        assert effect.status == "unknown"
        assert effect.note == "no answer within 0.05 s"

    async def test_no_end_of_preparing_is_no_doubt(self, hurried: Ledger) -> None:
        """What nobody can see may be broken off and begun again."""
        channel = Script(prepares=None)

        effect = await drive_one(hurried, channel)

        assert (effect.status, channel.orders_sent) == ("ready", [])

    async def test_a_bug_in_the_call_is_doubt_and_is_raised(self, ledger: Ledger) -> None:
        """A mistake after the request left must not lead to another request."""
        with pytest.raises(ZeroDivisionError):
            await drive_one(ledger, Script([ZeroDivisionError()]))

        effect = await ledger.get(KEY)
        assert effect is not None
        assert (effect.status, effect.note) == ("unknown", "ZeroDivisionError during the call")

    async def test_a_bug_in_preparing_is_raised_and_tried_later(self, ledger: Ledger) -> None:
        """It is seen at once, and ends with a person if it stays."""
        with pytest.raises(ZeroDivisionError):
            await drive_one(ledger, Script(prepares=ZeroDivisionError()))

        effect = await ledger.get(KEY)
        assert effect is not None
        assert (effect.status, effect.attempt) == ("ready", 1)

    @pytest.mark.parametrize(
        ("channel", "status"),
        [(Script([None]), "unknown"), (Script(prepares=None), "ready")],
        ids=["during the call", "during the preparation"],
    )
    async def test_a_stopped_process_leaves_the_truth(
        self, ledger: Ledger, channel: Script, status: EffectStatus
    ) -> None:
        """Ctrl-C in the middle of the call is doubt; before it, it is nothing."""
        channel = replace(channel, calling=asyncio.Event())
        driving = asyncio.create_task(drive_one(ledger, channel))
        await channel.calling.wait()

        driving.cancel()
        await asyncio.wait([driving])

        effect = await ledger.get(KEY)
        assert driving.cancelled()
        assert effect is not None
        assert effect.status == status

    async def test_what_came_of_the_call_is_written_down_even_while_we_are_stopped(
        self, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The post is live; a Ctrl-C while that is noted must not make it a doubt."""
        settle, settling = ledger.settle, asyncio.Event()

        async def slowly(*given: Any, **more: Any) -> Effect | None:
            settling.set()
            for _ in range(5):
                await asyncio.sleep(0)
            return await settle(*given, **more)

        monkeypatch.setattr(ledger, "settle", slowly)
        driving = asyncio.create_task(drive_one(ledger, Script([Sent("7")])))
        await settling.wait()

        driving.cancel()
        await asyncio.wait([driving])

        effect = await ledger.get(KEY)
        assert driving.cancelled()
        assert effect is not None
        assert effect.status == "sent"

    async def test_a_changed_file_is_not_sent(self, ledger: Ledger, picture: MediaFile) -> None:
        """Somebody approved the picture that was there, not the one that is there now."""
        picture.path.write_bytes(b"another")
        channel = Script()

        effect = await drive_one(ledger, channel)

        assert effect.status == "review"
        assert effect.note == "the file changed after it was planned or approved: a.jpg"
        assert channel.drafts_seen == []

    async def test_a_file_that_is_gone_is_not_sent(
        self, ledger: Ledger, picture: MediaFile
    ) -> None:
        """A post without its picture is another post."""
        picture.path.unlink()

        effect = await drive_one(ledger, Script())

        assert effect.status == "review"

    async def test_another_account_is_never_posted_to(self, ledger: Ledger) -> None:
        """A changed token must not move what was planned to somebody else's page."""
        channel = Script(account="43")

        with pytest.raises(SettingsError) as caught:
            await drive_one(ledger, channel)

        assert caught.value.field == "channels.instagram"
        assert channel.orders_sent == []


async def test_an_order_reads_back_as_it_was_planned(planned: Effect, order: PublishOrder) -> None:
    """The pictures' places are kept beside the content, never in what is approved or shown."""
    assert order_of(planned) == order
    assert str(order.media[0].path) not in planned.model_dump_json()
    assert "path" not in planned.payload["media"][0]


@pytest.mark.parametrize("material", [{}, {"paths": []}, {"paths": ["/a.jpg", "/b.jpg"]}], ids=str)
async def test_an_order_that_does_not_fit_together_is_held(
    ledger: Ledger, order: PublishOrder, material: dict[str, list[str]]
) -> None:
    """Sending part of what was planned would be sending something else."""
    await ledger.plan(None, replace(plan_order(order, key=KEY), material=material))

    effect = await drive_one(ledger, Script())

    assert effect.status == "review"
    assert effect.note.startswith("its order cannot be read back")


async def test_words_that_were_changed_in_the_database_are_not_an_order(planned: Effect) -> None:
    """What is sent is what was planned, approved and hashed, and nothing that came after."""
    changed = planned.model_copy(update={"payload": {**planned.payload, "text": "Free beer!"}})

    with pytest.raises(ValueError, match="not what was planned"):
        order_of(changed)


async def test_a_key_that_was_never_planned_is_named(ledger: Ledger) -> None:
    """Our bug, told at once."""
    with pytest.raises(StoreError, match="publish:pp-1:r1"):
        await drive_one(ledger, Script())


@pytest.mark.usefixtures("planned")
async def test_a_process_that_was_stopped_before_its_call_does_not_make_it(
    sqlite_store: Store,
) -> None:
    """Woken up long after, it would send what another worker has sent meanwhile."""
    impatient = LedgerPolicy(deadline_margin=timedelta(microseconds=1))
    ledger, channel = Ledger(sqlite_store, impatient), Script()

    effect = await drive_one(ledger, channel)

    assert effect.status == "ready"
    assert channel.orders_sent == []
    assert await audit(ledger) == [("prepare", "prepared"), ("prepare", "abandoned")]


@pytest.mark.parametrize(
    "change",
    [
        {"account": "43"},
        {"platform": "x"},
        {"material": {"paths": 5}},
        {"payload": {"media": [3]}, "material": {"paths": ["a.jpg"]}},
    ],
)
async def test_a_row_that_was_tampered_with_is_not_an_order(
    planned: Effect, change: dict[str, object]
) -> None:
    """Approved for one account, a post must not go out on another; damage is said, not raised."""
    with pytest.raises(ValueError, match=r"account|damaged"):
        order_of(planned.model_copy(update=change))
