"""From the platforms' webhooks to comments on record, over real HTTP, whatever the order."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment, CommentChange
from pressroom.storage.comments import comments_under, take_waiting
from pressroom.storage.forgetting import due_to_forget
from pressroom.storage.inbox import list_failed, put_in, retry_failed
from pressroom.tools.backfill import Place, backfill
from tests.comments import NOON, a_comment, told
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom, open_newsroom


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    async with listening_at(newsroom) as opened:
        yield opened


async def put(here: Listening, *changes: CommentChange) -> None:
    """Into the inbox, as if a delivery had brought it."""
    store = here.room.ports.store
    await store.transact(lambda session: put_in(session, changes))


def requests(here: Listening, operation: str) -> int:
    """How often the platforms were asked that."""
    return sum(r["operation"] == operation for r in here.newsroom.requests())


async def test_a_comments_life_is_followed(here: Listening) -> None:
    """Written, changed, hidden, taken back: each is told, and each is known here."""
    await here.post()
    await here.subscribe()
    comment = await here.say("When?", author="Jane Example")
    await here.flush()
    first = await here.receive()
    await here.edit(comment, "When exactly?")
    await here.flush()
    second = await here.receive()
    await here.hide(comment)
    await here.flush()
    await here.receive()
    hidden = await here.comment("facebook", comment)
    await here.remove(comment)
    await here.flush()
    last = await here.receive()

    assert [ref.comment_id for ref in first.to_decide] == [comment]
    assert [ref.comment_id for ref in second.heard.changed] == [comment]
    assert hidden is not None
    assert (hidden.message, hidden.is_hidden) == ("When exactly?", True)
    assert [ref.comment_id for ref in last.heard.removed] == [comment]
    assert await here.known() == {}
    assert await here.inbox() == {"done": 4}


async def test_batches_copies_and_disorder_change_nothing(here: Listening) -> None:
    """As Meta delivers on a bad day, but nothing lost."""
    await here.post()
    await here.subscribe(batch_size=7, duplicate=2, reorder=True, hold=True)
    comments = [await here.say(f"Comment {n}") for n in range(30)]
    for comment in comments[:10]:
        await here.edit(comment, f"Edited {comment}")
    for comment in comments[5:15]:
        await here.remove(comment)
    await here.flush()
    await here.receive()

    known = await here.known()

    assert set(known) == {
        *(f"Edited {comment}" for comment in comments[:5]),
        *(f"Comment {n}" for n in range(15, 30)),
    }


async def test_mentions_on_instagram_are_asked_for(here: Listening) -> None:
    """Their webhook tells an id and nothing else."""
    media = await here.post("instagram", author_id="6000001", id="17900000000000001")
    await here.subscribe(fields=["mentions"])
    comment = await here.say("@sim_brand look at this", "instagram", post_id=media, author="Jane")
    await here.flush()

    report = await here.receive()

    found = await here.comment("instagram", comment)
    assert report.read == 1
    assert found is not None
    assert (found.place, found.platform_post_id, found.author_name) == ("mention", media, "jane")


async def test_a_mention_below_our_own_picture_is_one_comment(here: Listening) -> None:
    """Instagram tells it twice, as a comment and as a mention."""
    await here.post("instagram")
    await here.subscribe()
    comment = await here.say("@sim_brand when?", "instagram")
    await here.flush()
    report = await here.receive()

    found = await here.comment("instagram", comment)

    assert len(report.to_decide) == 1
    assert found is not None
    assert found.place == "comment"
    assert found.is_time_exact  # the reading that the mention asked for told it


async def test_what_we_say_ourselves_waits_for_no_decision(here: Listening) -> None:
    """Our own answer comes back as a webhook, on Instagram perhaps without its writer."""
    accounts = here.newsroom.server.config.accounts
    await here.post()
    await here.post("instagram")
    await here.subscribe()
    await here.say("Thank you!", author_id=accounts.page_id, author="Sim Brand")
    await here.say("Thanks", "instagram", author_id="77", author="sim_brand")
    await here.flush()
    silent = await here.say("Danke", "instagram", author_id="77", author="sim_brand")
    await here.flush()
    nameless = Comment(platform="instagram", comment_id=silent, message="Danke", created_time=NOON)
    await here.receive()
    async with here.room.ports.store.write() as session:
        await session.execute(sa.text("DELETE FROM comments"))
    await put(here, told(nameless, "add", source="poll"))

    report = await here.receive()

    assert report.read == 1
    assert report.to_decide == ()
    assert await here.known() == {}


async def test_two_edits_in_the_wrong_order_are_settled_by_asking(here: Listening) -> None:
    """Both tell the same time: nothing but the platform knows which came last."""
    await here.post()
    await here.subscribe(hold=True, reorder=True)
    comment = await here.say("one")
    await here.flush()
    await here.receive()
    await here.edit(comment, "two")
    await here.edit(comment, "three")
    await here.flush()

    report = await here.receive()

    assert report.read == 1
    assert set(await here.known()) == {"three"}


async def test_a_life_that_comes_all_at_once_and_backwards_is_settled_by_asking(
    here: Listening,
) -> None:
    """First heard of with its edits, which all tell the same time."""
    await here.post()
    await here.subscribe(hold=True, reorder=True, batch_size=10)
    comment = await here.say("one")
    await here.edit(comment, "z two")
    await here.edit(comment, "a three")
    await here.hide(comment)
    await here.hide(comment, False)
    await here.flush()

    await here.receive()

    known = await here.known()
    assert set(known) == {"a three"}
    assert not known["a three"].is_hidden


async def test_our_own_hiding_is_not_asked_about(here: Listening) -> None:
    """The webhook says what a reading said before: each would cost a call for nothing."""
    post = await here.post()
    comment = await here.say("rude")
    await here.hide(comment)
    await backfill(here.room.ports, places=[Place("facebook", post)], full=True)
    await here.receive()
    before = requests(here, "facebook.read_comment")

    await put(here, told(a_comment(comment_id=comment, message="rude"), "hide"))
    report = await here.receive()

    assert report.taken == 1
    assert requests(here, "facebook.read_comment") == before


async def test_a_platform_that_is_away_is_asked_again_later(
    here: Listening, clock: ManualClock
) -> None:
    """An hour's outage must cost an hour and nothing else."""
    media = await here.post("instagram", author_id="6000001", id="17900000000000001")
    comment = await here.say("@sim_brand hi", "instagram", post_id=media)
    here.newsroom.fault("instagram", "read_comment", "error_before", times=0)
    await put(here, told(a_comment(platform="instagram", comment_id=comment), only_id=True))

    first = await here.receive(1)
    at_once = await here.receive(1)
    clock.advance(timedelta(minutes=2))
    still_away = await here.receive(1)
    here.newsroom.clear_faults()
    clock.advance(timedelta(hours=1))
    back = await here.receive(1)

    assert (first.postponed, at_once.taken, still_away.postponed) == (1, 0, 1)
    assert [ref.comment_id for ref in back.heard.new] == [comment]


async def test_what_can_never_be_read_ends_where_a_person_sees_it(
    here: Listening, clock: ManualClock
) -> None:
    """A token without the scope, for weeks: the row is kept, with what to do about it."""
    await here.post("instagram")
    own_id = await here.say("@sim_brand hi", "instagram")
    here.newsroom.fault("instagram", "read_comment", "refuse", times=0, code=10)
    await put(here, told(a_comment(platform="instagram", comment_id=own_id), only_id=True))

    reports = []
    for _ in range(12):
        reports.append(await here.receive(1))
        clock.advance(timedelta(hours=2))

    async with here.room.ports.store.read() as session:
        (failed,) = await list_failed(session)
    assert sum(len(report.failed) for report in reports) == 1
    assert failed.ref.comment_id == own_id
    assert "instagram_manage_comments" in failed.note
    here.newsroom.clear_faults()
    assert await here.room.ports.store.transact(retry_failed) == 1
    await here.receive()
    assert await here.inbox() == {"done": 1}
    assert set(await here.known()) == {"hi"}


async def test_an_edit_counts_even_where_nobody_can_be_asked(here: Listening) -> None:
    """A refused reading must not keep the words that were told from being known."""
    await here.post()
    comment = a_comment(comment_id=await here.say("first"), message="first")
    await put(here, told(comment))
    await here.receive()
    here.newsroom.fault("facebook", "read_comment", "refuse", times=0, code=10)
    edited = comment.model_copy(update={"message": "second"})
    await put(here, told(edited, "edit", after=timedelta(minutes=1)))

    await here.receive()

    assert set(await here.known()) == {"second"}
    assert await here.inbox() == {"done": 2}


async def test_without_an_account_the_events_alone_have_to_do(newsroom: Newsroom) -> None:
    """Comments from a file, or of a platform that is not set up."""
    async with listening_at(newsroom, instagram={}) as here:
        await put(here, told(a_comment(platform="instagram", comment_id="178", message="Hi")))
        await put(here, told(a_comment(platform="instagram", comment_id="179"), only_id=True))
        await here.receive()

        assert set(await here.known()) == {"Hi"}
        assert (await here.inbox()).get("new") == 1


async def test_a_row_that_cannot_be_stored_stops_no_other(
    here: Listening, clock: ManualClock
) -> None:
    """Something in one comment breaks the statement: the others must not wait for it."""
    await put(here, *(told(a_comment(n)) for n in range(1, 6)))
    async with here.room.ports.store.write() as session:
        # The database refuses this one row, whatever is done about it.
        await session.execute(
            sa.text(
                "CREATE TRIGGER poison BEFORE INSERT ON comments WHEN NEW.comment_id = '222_3'"
                " BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
            )
        )

    first = await here.receive(1)
    for _ in range(12):
        clock.advance(timedelta(hours=2))
        await here.receive(1)

    assert len(first.heard.new) == 4
    assert len(await here.known()) == 4
    async with here.room.ports.store.read() as session:
        (failed,) = await list_failed(session)
    assert failed.ref.comment_id == "222_3"
    assert "cannot be stored" in failed.note


async def test_what_cannot_be_forgotten_now_holds_nothing_up(
    newsroom: Newsroom, clock: ManualClock
) -> None:
    """A checkpoint file that another process blocks must not keep comments waiting."""
    async with listening_at(newsroom) as here:
        gone = a_comment(comment_id="222_123456")
        await put(here, told(gone), told(gone, "remove"))
        here.room.settings.checkpoints.mkdir()
        await here.receive()
        clock.advance(timedelta(hours=2))
        await put(here, told(a_comment(2)))

        report = await here.receive()
        here.room.settings.checkpoints.rmdir()
        async with here.room.ports.store.read() as session:
            still_due = await due_to_forget(session)

    assert [ref.comment_id for ref in report.heard.new] == ["222_2"]
    assert [ref.comment_id for ref in still_due] == ["222_123456"]


async def test_an_account_that_does_not_tell_its_name_is_not_asked_each_time(
    here: Listening, clock: ManualClock
) -> None:
    """A platform that is away must not be called with every comment that comes in."""
    here.newsroom.fault("instagram", "read_account", "error_before", times=0)
    for n in range(4):
        await put(here, told(a_comment(n)))
        await here.receive()
    asked = requests(here, "instagram.read_account")
    here.newsroom.clear_faults()
    clock.advance(timedelta(minutes=5))
    await put(here, told(a_comment(9)))
    await here.receive()

    assert (asked, requests(here, "instagram.read_account")) == (1, 2)


async def test_many_workers_work_it_off_once(here: Listening) -> None:
    """As many processes as there are, each comment is new in one of them."""
    await put(here, *(told(a_comment(n)) for n in range(200)))

    reports = await asyncio.gather(*(here.room.receive() for _ in range(5)))
    waiting = await asyncio.gather(
        *(
            here.room.ports.store.transact(
                lambda session: take_waiting(session, timedelta(minutes=1), 60)
            )
            for _ in range(5)
        )
    )

    new = [ref for report in reports for ref in report.heard.new]
    handed = [comment.comment_id for share in waiting for comment in share]
    assert len(new) == len(set(new)) == 200
    assert len(handed) == len(set(handed)) == 200


async def test_more_to_ask_than_one_pass_may_is_asked_in_the_next(here: Listening) -> None:
    """A thousand mentions must not hold up the comments that came with them."""
    media = await here.post("instagram", author_id="6000001", id="17900000000000001")
    mentions = [
        await here.say(f"@sim_brand {n}", "instagram", post_id=media, id=f"1780{n:04}")
        for n in range(130)
    ]
    changes = [
        told(a_comment(platform="instagram", comment_id=own_id), only_id=True)
        for own_id in mentions
    ]
    await put(here, *changes, told(a_comment()))

    first = await here.receive(1)
    second = await here.receive(1)

    assert (first.read, second.read) == (100, 30)
    assert len(first.heard.new) == 101
    assert len(await here.known()) == 131


@pytest.fixture(scope="module")
def lasting_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """One newsroom for many lives: each has a post of its own."""
    with open_newsroom(tmp_path_factory.mktemp("life"), clock=ManualClock(NOON)) as opened:
        yield opened


ACTS = st.sampled_from(["say", "edit", "edit", "hide", "unhide", "remove"])


@given(
    acts=st.lists(st.tuples(ACTS, st.integers(0, 3), st.sampled_from("ABC")), max_size=14),
    hook=st.fixed_dictionaries(
        {
            "batch_size": st.integers(1, 5),
            "duplicate": st.integers(0, 1),
            "reorder": st.booleans(),
            "drop_every": st.sampled_from([0, 2, 3]),
            "hold": st.booleans(),
        }
    ),
    asked_after=st.integers(0, 14),
)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_whatever_was_lost_or_turned_round_a_full_backfill_ends_in_the_truth(
    lasting_newsroom: Newsroom,
    acts: list[tuple[str, int, str]],
    hook: dict[str, Any],
    asked_after: int,
) -> None:
    """Duplicated, reordered, dropped, edited and deleted, with a poll somewhere in between."""

    async def live() -> None:
        async with listening_at(lasting_newsroom) as here:
            await _live(here, acts, hook, asked_after)

    asyncio.run(live())


async def _live(
    here: Listening, acts: list[tuple[str, int, str]], hook: dict[str, Any], asked_after: int
) -> None:
    truth: dict[str, tuple[str, bool]] = {}
    post = await here.post()
    places = [Place("facebook", post)]
    await here.subscribe(**hook)
    ids: list[str] = []
    for n, (act, which, text) in enumerate(acts):
        if act == "say" or not ids:
            ids.append(await here.say(f"{text} {n}", post_id=post))
            truth[ids[-1]] = (f"{text} {n}", False)
        else:
            own_id = ids[which % len(ids)]
            if own_id in truth:
                said, hidden = truth[own_id]
                if act == "edit":
                    await here.edit(own_id, text)
                    truth[own_id] = (text, hidden)
                elif act in ("hide", "unhide"):
                    await here.hide(own_id, act == "hide")
                    truth[own_id] = (said, act == "hide")
                else:
                    await here.remove(own_id)
                    del truth[own_id]
        if n == asked_after:
            await backfill(here.room.ports, places=places)
            await here.receive()
        here.newsroom.pass_time(timedelta(seconds=1))
    await here.flush()
    await here.receive()
    here.newsroom.pass_time(timedelta(minutes=3))

    await backfill(here.room.ports, places=places, full=True)
    await here.receive()
    await backfill(here.room.ports, places=places, full=True)
    await here.receive()

    async with here.room.ports.store.read() as session:
        found = await comments_under(session, "facebook", post)
    assert {c.comment_id: (c.message, c.is_hidden) for c in found} == truth
