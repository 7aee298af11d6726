"""Taking a conversation over, giving it back, and stopping all answers, as people do it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from pressroom import Pressroom
from pressroom.domain.run import Run
from pressroom.errors import InputError
from pressroom.storage.runs import accept_run, claim_run, due_runs, park_run
from pressroom.storage.threads import held_threads
from pressroom.tools.reply import (
    ReplyInput,
    ReplyResult,
    drive_answer,
    plan_reply,
    plan_words_of,
    reply_to,
)
from pressroom.tools.take_over import pause, release, resume, take_over
from tests.newsroom import Newsroom
from tests.tools.test_reply import TEXT, the_comment

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def room(newsroom: Newsroom) -> AsyncIterator[Pressroom]:
    """A pressroom with a post of ours on Facebook."""
    newsroom.post("facebook")
    async with newsroom.open() as opened:
        yield opened


async def answer(room: Pressroom, comment_id: str, text: str = TEXT, **more: bool) -> ReplyResult:
    wanted = ReplyInput(platform="facebook", comment_id=comment_id, text=text, **more)
    return await room.reply(wanted)


async def test_taking_over_silences_the_machine_at_once(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """What waits is cancelled, what is asked for later is too, and doing it again is nothing."""
    comment = newsroom.comment("facebook")
    below = newsroom.comment("facebook", "And on Sundays?", parent_id=comment)
    waiting = await answer(room, comment, requires_approval=True)

    taken = await room.take_over(f"facebook:{comment}", "ana", reason="a regular")
    again = await room.take_over(f"facebook:{comment}", "ana")
    later = await answer(room, below)
    await newsroom.settle(room)

    assert (taken.changed, taken.held_by) == (True, "ana")
    assert (taken.cancelled, taken.under_way) == ((waiting.effect_key,), ())
    assert (again.changed, again.cancelled) == (False, ())
    assert (later.status, later.note) == ("cancelled", "a person has taken over the conversation")
    assert newsroom.answers() == []


async def test_giving_it_back_opens_what_is_written_later(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """The comments from before stay with the person, answered or not."""
    before = newsroom.comment("facebook")
    meanwhile = newsroom.comment("facebook", "Hello?", parent_id=before)
    thread = f"facebook:{before}"
    await room.take_over(thread, "ana")
    newsroom.person_answers("facebook", before)
    newsroom.pass_time(MINUTE)

    released = [await room.release(thread, "tom") for _ in range(2)]
    newsroom.pass_time(MINUTE)
    later = newsroom.comment("facebook", "Thanks! And on Mondays?", parent_id=before)
    results = [await answer(room, comment, f"To {comment}") for comment in (meanwhile, later)]

    assert [result.changed for result in released] == [True, False]
    assert [result.status for result in results] == ["failed", "sent"]
    assert "while a person had the conversation" in results[0].note
    assert [a["text"] for a in newsroom.answers() if "Tom" not in a["text"]] == [f"To {later}"]


async def test_a_person_seen_answering_has_the_conversation_from_then_on(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """No webhook told of it: the look before the answer did."""
    comment = newsroom.comment("facebook")
    below = newsroom.comment("facebook", "And on Sundays?", parent_id=comment)
    newsroom.person_answers("facebook", comment)

    await answer(room, comment)
    async with room.ports.store.read() as session:
        held = await held_threads(session)
    read_before = len(newsroom.requests("facebook"))
    second = await answer(room, below)

    assert [(state.thread, state.held_by) for state in held] == [
        (f"facebook:{comment}", "somebody on Facebook")
    ]
    assert second.status == "cancelled"
    looked = newsroom.requests("facebook")[read_before:]
    assert {r["operation"] for r in looked} <= {"facebook.read_comment", "facebook.list_answers"}


async def test_who_has_it_may_let_the_machine_say_their_words(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """Theirs, in their conversation, whatever a graph plans meanwhile; a colleague's words wait
    for nothing and do not go out."""
    first = newsroom.comment("facebook")
    second = newsroom.comment("facebook", "Hello?", parent_id=first)
    thread, account = f"facebook:{first}", newsroom.own_ids["facebook"]
    await room.take_over(thread, "ana")

    sent = []
    for comment_id, by in ((first, "ana"), (second, "tom")):
        comment = the_comment(newsroom, "facebook", comment_id)
        if comment_id == second:
            comment = comment.model_copy(update={"message": "Hello?"})
        order = reply_to(comment, f"{by} here.", account=account, thread=thread)
        async with room.ports.store.write() as session:
            effect = await plan_words_of(session, room.ports, order, by)
            machine = order.model_copy(update={"text": TEXT})
            await plan_reply(session, room.ports, machine)
        sent.append(await drive_answer(effect.key, room.ports))
    await room.sweep()

    assert sent[0].status == "sent"
    assert [a["text"] for a in newsroom.answers()] == ["ana here."]


async def test_their_words_outlive_a_second_click_and_the_release(newsroom: Newsroom) -> None:
    """Waiting for the budget, they are neither the machine's nor lost."""
    newsroom.post("facebook")
    async with newsroom.open(limits={"facebook_replies_per_hour": 1}) as room:
        await answer(room, newsroom.comment("facebook"))
        comment = newsroom.comment("facebook")
        thread, account = f"facebook:{comment}", newsroom.own_ids["facebook"]
        await room.take_over(thread, "ana")
        order = reply_to(the_comment(newsroom, "facebook", comment), "Ana here.", account=account)
        async with room.ports.store.write() as session:
            effect = await plan_words_of(session, room.ports, order, "ana")
        await drive_answer(effect.key, room.ports)

        again = await room.take_over(thread, "ana")
        released = await room.release(thread, "ana")
        newsroom.pass_time(timedelta(hours=1))
        await room.sweep()

    assert (again.cancelled, released.cancelled) == ((), ())
    assert len(newsroom.answers("Ana here.")) == 1


async def test_a_run_that_waits_for_a_silenced_answer_is_woken(
    newsroom: Newsroom, room: Pressroom
) -> None:
    """It must hear that the answer will not come."""
    comment = newsroom.comment("facebook")
    waiting = await answer(room, comment, requires_approval=True)
    store = room.ports.store
    async with store.write() as session:
        now = await store.now(session)
        run = Run(thread_id="run-1", graph="comments", input={}, created_at=now, updated_at=now)
        await accept_run(session, run)
        claimed = await claim_run(session, "run-1", now, MINUTE)
        assert claimed is not None
        token = f"effect:{waiting.effect_key}"
        await park_run(session, claimed, status="waiting", waiting_for=[token])
        assert await due_runs(session, now) == []

    await room.take_over(f"facebook:{comment}", "ana")

    async with store.read() as session:
        assert await due_runs(session, now) == ["run-1"]


async def test_stopped_answers_wait_and_go_on(newsroom: Newsroom, room: Pressroom) -> None:
    """Nothing is lost, and posts still go out."""
    comment = newsroom.comment("facebook")

    stopped = await pause("ana", room.ports, reason="a fire in the hall")
    waits = await answer(room, comment)
    await room.sweep()
    quiet = newsroom.answers()
    going = await resume("ana", room.ports)
    await room.sweep()

    assert (stopped, going) == ({"facebook", "instagram", "x"}, frozenset())
    assert waits.status == "ready"
    assert quiet == []
    assert len(newsroom.answers()) == 1


@pytest.mark.parametrize("thread", ["", "facebook:", "1_1", "myspace:1"])
async def test_a_conversation_must_be_one(room: Pressroom, thread: str) -> None:
    """A mistyped name would leave the machine talking."""
    for act in (take_over, release):
        with pytest.raises(InputError, match="names no conversation"):
            await act(thread, "ana", room.ports)
