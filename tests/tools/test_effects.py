"""One effect, carried out over the real ledger: every answer, every fault, once."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Absent,
    Draft,
    Effect,
    EffectStatus,
    Found,
    NotSent,
    Outcome,
    PublishOrder,
    Refused,
    Sent,
    Sighting,
    Unknown,
    WireTrace,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Channel, Rate, WireRequest
from pressroom.errors import SettingsError, StoreError
from pressroom.storage.ledger import Ledger, Permit
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from pressroom.tools.effects import (
    drive,
    order_of,
    permit_by,
    plan_order,
    publish_key,
    sweep,
)

KEY = publish_key("pp-1", 1)
POLICY = LedgerPolicy()
MINUTE = timedelta(minutes=1)
TRACE = WireTrace("POST feed", http_status=200)

Answer = Outcome | Exception | None


@dataclass
class Script:
    """A channel that answers as told, keeps what it was asked, and can hang."""

    publishes: list[Answer] = field(default_factory=lambda: [Sent("7", "https://x.test/7", TRACE)])
    """Answers in turn; None hangs until it is cancelled."""
    prepares: Draft | NotSent | Refused | Exception | None = field(
        default_factory=lambda: {"container": "1"}
    )
    sees: Sighting | Exception = field(default_factory=Absent)
    account: str = "42"
    platform: Platform = "instagram"
    orders_prepared: list[PublishOrder] = field(default_factory=list)
    drafts_seen: list[Draft] = field(default_factory=list)
    drafts_sent: list[Draft] = field(default_factory=list)
    orders_sent: list[PublishOrder] = field(default_factory=list)
    looks: list[tuple[PublishOrder, Draft, timedelta]] = field(default_factory=list)
    calling: asyncio.Event = field(default_factory=asyncio.Event)

    async def prepare(self, order: PublishOrder, draft: Draft) -> Draft | NotSent | Refused:
        """What the script says, over whatever *draft* there is."""
        self.orders_prepared.append(order)
        self.drafts_seen.append(draft)
        if isinstance(self.prepares, Exception):
            raise self.prepares
        if self.prepares is None:
            self.calling.set()
            await asyncio.Event().wait()
        return draft or self.prepares or {}

    async def publish(self, order: PublishOrder, draft: Draft) -> Outcome:
        """The next answer."""
        self.orders_sent.append(order)
        self.drafts_sent.append(draft)
        answer = self.publishes.pop(0)
        self.calling.set()
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            await asyncio.Event().wait()
            raise AssertionError("unreachable")
        return answer

    async def find(self, order: PublishOrder, draft: Draft, since: timedelta) -> Sighting:
        """What the script sees."""
        self.looks.append((order, draft, since))
        if isinstance(self.sees, Exception):
            raise self.sees
        return self.sees

    def preview(self, order: PublishOrder) -> Sequence[WireRequest]:
        """Nothing: it has no wire."""
        del order
        return []

    async def insights(self, platform_post_id: str) -> Insights:
        """None: nobody reads a script."""
        raise NotImplementedError

    async def whoami(self) -> str:
        """Its name."""
        return "script"


@pytest.fixture
async def ledger(sqlite_store: Store) -> Ledger:
    """A ledger over a real file."""
    return Ledger(sqlite_store, POLICY, random=Random(1))  # noqa: S311


@pytest.fixture
def picture(tmp_path: Path) -> MediaFile:
    """A file on disk and its measures."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"picture")
    return MediaFile(
        path=path,
        sha256=hashlib.sha256(b"picture").hexdigest(),
        media_type="image/jpeg",
        width_px=10,
        height_px=10,
        size_bytes=7,
        alt_text="A picture",
    )


@pytest.fixture
def order(picture: MediaFile) -> PublishOrder:
    """What is to be published."""
    return PublishOrder(
        platform="instagram", account="42", text="Good news", media=(picture,), reference="pp-1"
    )


@pytest.fixture
async def planned(ledger: Ledger, order: PublishOrder) -> Effect:
    """That order, planned."""
    return await ledger.plan(None, plan_order(order, key=KEY, run_id="run-1"))


async def _drive(ledger: Ledger, channel: Script, permit: Permit | None = None) -> Effect:
    return await drive(KEY, ledger=ledger, channels=_only(channel), permit=permit)


def _only(channel: Script) -> Mapping[Platform, Channel]:
    return {channel.platform: channel}


async def _audit(ledger: Ledger) -> list[tuple[str, str]]:
    return [(attempt.phase, attempt.outcome) for attempt in await ledger.attempts(KEY)]


@pytest.mark.usefixtures("planned")
class TestSending:
    """From ready to settled."""

    async def test_a_post_goes_out_once(self, ledger: Ledger, order: PublishOrder) -> None:
        """Driving it again, from anywhere, calls nothing."""
        channel = Script()

        effect = await _drive(ledger, channel)
        again = await _drive(ledger, channel)

        assert (effect.status, effect.platform_ref) == ("sent", "7")
        assert effect.permalink == "https://x.test/7"
        assert again == effect
        assert channel.orders_sent == [order]
        assert await _audit(ledger) == [("prepare", "prepared"), ("publish", "sent")]

    async def test_of_many_drivers_at_once_one_calls(self, ledger: Ledger) -> None:
        """A graph, a sweeper and an impatient person meet at the claim."""
        channel = Script()

        await asyncio.gather(*(_drive(ledger, channel) for _ in range(6)))

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
        effect = await _drive(ledger, Script([outcome]))

        assert effect.status == status
        assert await _audit(ledger) != []

    async def test_the_draft_is_written_down_before_the_call(self, ledger: Ledger) -> None:
        """After a crash in the call, the container is what the reading starts from."""
        channel = Script([None])
        driving = asyncio.create_task(_drive(ledger, channel))
        await channel.calling.wait()

        effect = await ledger.get(KEY)
        driving.cancel()
        await asyncio.wait([driving])

        assert effect is not None
        assert (effect.status, effect.draft) == ("sending", {"container": "1"})

    async def test_an_earlier_draft_is_used_again(self, ledger: Ledger, clock: ManualClock) -> None:
        """What was uploaded is not uploaded a second time."""
        channel = Script([NotSent("throttled"), Sent("7")])
        await _drive(ledger, channel)
        clock.advance(MINUTE)

        effect = await _drive(ledger, channel)

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

        effect = await _drive(ledger, channel)

        assert effect.status == status
        assert channel.orders_sent == []
        assert [phase for phase, _ in await _audit(ledger)] == ["prepare"]

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

        effect = await _drive(ledger, channel)

        assert (effect.status, effect.draft) == ("ready", {"container": "pp-1"})
        assert channel.orders_sent == []
        assert await _audit(ledger) == [("prepare", "prepared"), ("prepare", "abandoned")]

    async def test_a_lost_lease_ends_the_attempt(self, ledger: Ledger, clock: ManualClock) -> None:
        """Somebody else has taken over: this process must not call any more."""

        class Stalled(Script):
            async def prepare(self, order: PublishOrder, draft: Draft) -> Draft:
                """A draft, after the lease."""
                clock.advance(2 * MINUTE)
                await ledger.expire()
                return {**draft, "container": order.reference}

        channel = Stalled()

        effect = await _drive(ledger, channel)

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

        effect = await _drive(ledger, channel, permit_by(Full(), {"publish": {"instagram": rates}}))

        assert asked == [("instagram:42:publish", rates)]
        assert (effect.status, effect.not_before) == ("ready", clock.now() + 5 * MINUTE)
        assert channel.drafts_seen == []


@pytest.mark.usefixtures("planned")
class TestFaults:
    """When the channel, or we, fail in the middle."""

    @pytest.fixture
    async def hasty(self, sqlite_store: Store) -> Ledger:
        """A ledger that waits for no answer longer than a moment."""
        soon = timedelta(milliseconds=50)
        policy = replace(POLICY, lease=3 * soon, call_deadline=soon, deadline_margin=soon)
        return Ledger(sqlite_store, policy, random=Random(1))  # noqa: S311

    async def test_no_answer_in_time_is_doubt(self, hasty: Ledger) -> None:
        """The request is out: it may still be carried out."""
        effect = await _drive(hasty, Script([None]))

        assert effect.status == "unknown"
        assert effect.note == "no answer within 0.05 s"

    async def test_no_end_of_preparing_is_no_doubt(self, hasty: Ledger) -> None:
        """What nobody can see may be broken off and begun again."""
        channel = Script(prepares=None)

        effect = await _drive(hasty, channel)

        assert (effect.status, channel.orders_sent) == ("ready", [])

    async def test_a_bug_in_the_call_is_doubt_and_is_raised(self, ledger: Ledger) -> None:
        """A mistake after the request left must not lead to another request."""
        with pytest.raises(ZeroDivisionError):
            await _drive(ledger, Script([ZeroDivisionError()]))

        effect = await ledger.get(KEY)
        assert effect is not None
        assert (effect.status, effect.note) == ("unknown", "ZeroDivisionError during the call")

    async def test_a_bug_in_preparing_is_raised_and_tried_later(self, ledger: Ledger) -> None:
        """It is seen at once, and ends with a person if it stays."""
        with pytest.raises(ZeroDivisionError):
            await _drive(ledger, Script(prepares=ZeroDivisionError()))

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
        driving = asyncio.create_task(_drive(ledger, channel))
        await channel.calling.wait()

        driving.cancel()
        await asyncio.wait([driving])

        effect = await ledger.get(KEY)
        assert driving.cancelled()
        assert effect is not None
        assert effect.status == status

    async def test_a_changed_file_is_not_sent(self, ledger: Ledger, picture: MediaFile) -> None:
        """Somebody approved the picture that was there, not the one that is there now."""
        picture.path.write_bytes(b"another")
        channel = Script()

        effect = await _drive(ledger, channel)

        assert effect.status == "review"
        assert effect.note == "the file changed after it was planned or approved: a.jpg"
        assert channel.drafts_seen == []

    async def test_a_file_that_is_gone_is_not_sent(
        self, ledger: Ledger, picture: MediaFile
    ) -> None:
        """A post without its picture is another post."""
        picture.path.unlink()

        effect = await _drive(ledger, Script())

        assert effect.status == "review"

    async def test_another_account_is_never_posted_to(self, ledger: Ledger) -> None:
        """A changed token must not move what was planned to somebody else's page."""
        channel = Script(account="43")

        with pytest.raises(SettingsError) as caught:
            await _drive(ledger, channel)

        assert caught.value.field == "channels.instagram"
        assert channel.orders_sent == []


@pytest.mark.usefixtures("planned")
class TestReading:
    """From unknown to the truth."""

    @pytest.fixture(autouse=True)
    async def in_doubt(self, ledger: Ledger, planned: Effect, clock: ManualClock) -> None:
        """The call got no answer, and the window is over."""
        assert planned.status == "ready"
        await _drive(ledger, Script([Unknown("no answer")]))
        clock.advance(POLICY.settle_window)

    async def test_it_is_looked_for_and_not_sent_again(
        self, ledger: Ledger, order: PublishOrder
    ) -> None:
        """With the draft, and back to the first try."""
        channel = Script(sees=Found("7", trace=TRACE))

        effect = await _drive(ledger, channel)

        [(looked_for, draft, since)] = channel.looks
        assert (effect.status, effect.platform_ref) == ("sent", "7")
        assert channel.orders_sent == []
        assert (looked_for, draft) == (order, {"container": "1"})
        assert since >= POLICY.settle_window
        assert (await _audit(ledger))[-1] == ("find", "found")

    async def test_what_is_absent_is_sent_again(self, ledger: Ledger, clock: ManualClock) -> None:
        """Never lost: after two readings the same order goes out, with the same draft."""
        channel = Script()
        await _drive(ledger, channel)
        clock.advance(POLICY.absent_gap)
        await _drive(ledger, channel)

        effect = await _drive(ledger, channel)

        assert effect.status == "sent"
        assert channel.drafts_seen == [{"container": "1"}]
        assert len(channel.looks) == 2

    async def test_a_bug_in_reading_leaves_it_in_doubt(self, ledger: Ledger) -> None:
        """It is raised, and the platform is read again later."""
        with pytest.raises(ZeroDivisionError):
            await _drive(ledger, Script(sees=ZeroDivisionError()))

        effect = await ledger.get(KEY)
        assert effect is not None
        assert effect.status == "unknown"

    async def test_reading_needs_no_file(self, ledger: Ledger, picture: MediaFile) -> None:
        """What is live is live, whatever became of our copy."""
        picture.path.unlink()

        effect = await _drive(ledger, Script(sees=Found("7")))

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

        changed = await sweep(ledger=ledger, channels=_only(channel))
        again = await sweep(ledger=ledger, channels=_only(channel))

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

        first = await sweep(ledger=ledger, channels=_only(channel))
        clock.advance(POLICY.settle_window)
        second = await sweep(ledger=ledger, channels=_only(channel))
        clock.advance(POLICY.absent_gap)
        third = await sweep(ledger=ledger, channels=_only(channel))

        assert sorted(first) == three
        assert (second, third) == ([], [three[0]])
        assert {effect.status for effect in await ledger.effects()} == {"sent"}

    async def test_one_failing_effect_does_not_stop_the_others(
        self, ledger: Ledger, three: list[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        """A bug with one post is logged; the others go out."""
        channel = Script([ZeroDivisionError(), Sent("2"), Sent("3")])

        await sweep(ledger=ledger, channels=_only(channel), concurrency=1)

        assert len(channel.orders_sent) == len(three)
        statuses = [effect.status for effect in await ledger.effects()]
        assert sorted(statuses) == ["sent", "sent", "unknown"]
        assert "its step failed" in caplog.text

    async def test_other_accounts_are_left_alone(self, ledger: Ledger, three: list[str]) -> None:
        """A process sends for the accounts it has, and does not complain about others."""
        channel = Script(account="43")

        changed = await sweep(ledger=ledger, channels=_only(channel))

        assert changed == []
        assert [effect.status for effect in await ledger.effects()] == ["ready"] * len(three)

    async def test_what_expired_is_reported(
        self, ledger: Ledger, order: PublishOrder, clock: ManualClock
    ) -> None:
        """A graph that waits for it must hear that it will not come."""
        planned = plan_order(order, key=KEY, requires_approval=True, expires_at=clock.now())
        await ledger.plan(None, planned)

        assert await sweep(ledger=ledger, channels={}) == [KEY]


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

    effect = await _drive(ledger, Script())

    assert effect.status == "review"
    assert effect.note.startswith("its order cannot be read back")


async def test_a_key_that_was_never_planned_is_named(ledger: Ledger) -> None:
    """Our bug, told at once."""
    with pytest.raises(StoreError, match="publish:pp-1:r1"):
        await _drive(ledger, Script())


@pytest.mark.usefixtures("planned")
async def test_a_process_that_was_stopped_before_its_call_does_not_make_it(
    sqlite_store: Store,
) -> None:
    """Woken up long after, it would send what another worker has sent meanwhile."""
    impatient = LedgerPolicy(deadline_margin=timedelta(microseconds=1))
    ledger, channel = Ledger(sqlite_store, impatient), Script()

    effect = await _drive(ledger, channel)

    assert effect.status == "ready"
    assert channel.orders_sent == []
    assert await _audit(ledger) == [("prepare", "prepared"), ("prepare", "abandoned")]


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
