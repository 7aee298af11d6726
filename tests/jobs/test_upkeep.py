"""Upkeep: what is done with for long is gone, and what is open stays however old it is."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from pressroom.comment_runs import CommentRuns
from pressroom.domain.comment import CommentRef
from pressroom.graphs import comments_answering
from pressroom.storage.inbox import give_up, retry_failed, take
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom, a_brief

PRAISE = "I love this market, what a wonderful evening it was! Thank you so much!"
MONTH = timedelta(days=31)


def checkpointed(newsroom: Newsroom) -> set[str]:
    """The threads of which there are checkpoints, or writes between two of them."""
    both = "SELECT thread_id FROM checkpoints UNION SELECT thread_id FROM writes"
    with closing(sqlite3.connect(newsroom.settings().checkpoints)) as file:
        return {thread for (thread,) in file.execute(both)}


async def praised(here: Listening, author: str) -> CommentRef:
    """Somebody praises, and we have heard of it."""
    own_id = await here.say(PRAISE, author_id=author, post_id=await here.post())
    await here.flush()
    return CommentRef("facebook", own_id)


async def test_a_month_later_only_the_record_is_left(newsroom: Newsroom) -> None:
    """Deliveries and runs tell nobody anything any more; the comment and its answer stay."""
    async with listening_at(newsroom) as here:
        await here.subscribe()
        published = (await here.room.content.run(a_brief(platforms=("x",)))).thread_id
        await praised(here, "91")
        read = (await here.room.comments.run()).thread_id
        newsroom.pass_time(timedelta(days=29))
        await here.room.sweep()
        kept = (await here.inbox(), checkpointed(newsroom))
        newsroom.pass_time(timedelta(days=2))

        await here.room.sweep()

        assert kept[0]["done"] >= 1
        assert {read, published} <= kept[1]
        assert await here.inbox() == {}
        assert read not in checkpointed(newsroom)
        assert published in checkpointed(newsroom)
        threads = [run.thread_id for run in await here.room.runs()]
        assert published in threads
        assert read not in threads
        assert PRAISE in await here.known()
        assert len(newsroom.answers()) == 1


async def test_what_is_open_is_kept_and_finished(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A month of standing still is no reason to lose a comment."""
    async with listening_at(newsroom, listening={"full_hours": 0, "poll_minutes": 0}) as here:
        await here.subscribe()
        first = await praised(here, "91")
        with monkeypatch.context() as broken:
            broken.setattr(comments_answering, "reply_to", _die)
            with pytest.raises(RuntimeError, match="killed here"):
                await here.room.comments.run(thread_id="half-way")
        newsroom.pass_time(MONTH)

        await here.room.sweep()

        runs = CommentRuns(here.room.driver, here.room.ports)
        result = await runs.resume("half-way")
        assert result.status == "done"
        assert (await here.room.comment(first)).record.status in ("done", "waiting")


async def test_what_could_not_be_made_use_of_is_never_removed(newsroom: Newsroom) -> None:
    """A person may mend its cause after any time: `webhooks --retry` needs what was delivered."""
    async with listening_at(newsroom, listening={"full_hours": 0, "poll_minutes": 0}) as here:
        await here.subscribe()
        await praised(here, "91")
        async with here.room.ports.store.write() as session:
            [item] = await take(session, timedelta(minutes=5))
            await give_up(session, item, "it cannot be stored")
        newsroom.pass_time(12 * MONTH)

        await here.room.sweep()
        kept = await here.inbox()
        await here.room.ports.store.transact(retry_failed)
        await here.receive()

        assert kept == {"failed": 1}
        assert PRAISE in await here.known()


async def test_it_is_done_once_an_hour_by_whoever_comes_by(newsroom: Newsroom) -> None:
    """Any number of processes sweep every two seconds."""
    from pressroom.jobs.upkeep import Upkept, upkeep_if_due

    async with newsroom.open() as one, newsroom.open() as other:
        first = await upkeep_if_due(one.ports)
        again = (await upkeep_if_due(other.ports), await upkeep_if_due(one.ports))
        newsroom.pass_time(timedelta(hours=1))

        assert first == Upkept()
        assert again == (None, None)
        assert await upkeep_if_due(other.ports) == Upkept()


def _die(*_: object, **__: object) -> None:
    raise RuntimeError("killed here")
