"""A person is planted in every store, forgotten, and looked for in every table and every file."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from langgraph.checkpoint.base import empty_checkpoint

from pressroom.domain.comment import Comment, CommentRef
from pressroom.domain.effects import Found, Unknown
from pressroom.domain.run import Run
from pressroom.errors import InputError, StoreError
from pressroom.graphs._langgraph import open_checkpoints, run_config
from pressroom.storage.analyses import save_analyses
from pressroom.storage.comments import get_comments
from pressroom.storage.effects import Planned
from pressroom.storage.handled import move, record_decisions
from pressroom.storage.inbox import put_in
from pressroom.storage.runs import accept_run
from pressroom.storage.tables import metadata
from pressroom.tools.backfill import Place, backfill, look_again
from pressroom.tools.forget import ForgetInput, ForgetReport
from tests.comments import NOON, a_comment, a_decision, an_analysis, told
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

TEXT = "My name is Zebulon Quagga\nand my “café” is at 12 Rue d'Été 🚨"
NAME, USER = "Zebulon Quagga", "7700770077"


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    async with listening_at(newsroom) as opened:
        yield opened


async def plant(here: Listening, comment: Comment) -> None:
    """Everything that the house may come to keep of a comment."""
    ports, ref = here.room.ports, comment.ref
    await ports.store.transact(lambda session: put_in(session, [told(comment)]))
    await here.receive()
    async with ports.store.write() as session:
        await save_analyses(session, {ref: an_analysis(comment)})
        await record_decisions(session, [a_decision(comment)])
        await put_in(session, [told(comment, "edit", after=timedelta(minutes=1))])
    key = f"reply:{ref.platform}:{ref.comment_id}"
    reply = f"You said: {comment.message}"
    payload = {"comment_id": ref.comment_id, "text": reply}
    await ports.ledger.plan(None, Planned(key, "reply", ref.platform, comment.account, payload))
    async with ports.store.write() as session:
        await move(
            session,
            ref,
            status="planned",
            expected=("waiting",),
            response=reply,
            effect_key=key,
        )
    await ports.cache.put("gemini:1", {"text": f'{{"why": "{comment.message}"}}'}, timedelta(1))
    await ports.cache.put("gemini:2", "nothing of anybody", timedelta(1))
    checkpoint(here, f"comments-{ref.comment_id}", {"texts": [comment.message]})


def checkpoint(here: Listening, thread: str, values: dict[str, Any]) -> None:
    """A run's checkpoint, written by LangGraph's own saver."""
    with open_checkpoints(here.room.settings.checkpoints) as saver:
        written = {**empty_checkpoint(), "channel_values": values}
        config = {"configurable": {"thread_id": thread, "checkpoint_ns": ""}}
        at = saver.put(config, written, {"source": "loop"}, {})
        saver.put_writes(at, [("draft", values)], "task")


def threads_in(here: Listening) -> set[str]:
    """Threads that have a checkpoint."""
    with open_checkpoints(here.room.settings.checkpoints) as saver:
        return {str(t.config["configurable"]["thread_id"]) for t in saver.list(None)}


async def dump(here: Listening) -> str:
    """Every value of every table, as text."""
    found: list[str] = []
    async with here.room.ports.store.read() as session:
        for table in metadata().sorted_tables:
            found += [str(row) for row in (await session.execute(sa.select(table))).all()]
    return "\n".join(found)


def bytes_of(home: Path) -> dict[Path, bytes]:
    """Every file below *home*."""
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def holders(home: Path, *texts: str) -> set[str]:
    """Names of files that hold one of *texts*, as it is or as JSON writes it."""
    import json

    wanted = [
        spelling.encode()
        for text in texts
        for spelling in {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    ]
    return {
        str(path.relative_to(home))
        for path, content in bytes_of(home).items()
        if any(piece in content for piece in wanted)
    }


async def forget(here: Listening, **named: str) -> ForgetReport:
    """What forgetting reports."""
    return await here.room.forget(ForgetInput(**named))


async def test_a_planted_person_is_nowhere_afterwards(here: Listening) -> None:
    """Tables, cache, checkpoints, journals, free pages: the promise is about all of them."""
    comment = a_comment(message=TEXT, author_id=USER, author_name=NAME)
    await plant(here, comment)
    home = here.newsroom.home
    assert {"pressroom.db", "checkpoints.db"} <= {
        name.removesuffix("-wal") for name in holders(home, TEXT, NAME, USER)
    }

    report = await forget(here, user=f"facebook:{USER}")

    text = await dump(here)
    assert report.is_complete, report
    assert holders(home, TEXT, NAME, USER, "Zebulon", "Quagga") == set()
    assert not [word for word in ("Zebulon", "Quagga", "12 Rue", USER) if word in text]
    assert await here.room.ports.cache.get("gemini:1") is None
    assert await here.room.ports.cache.get("gemini:2") == "nothing of anybody"
    assert threads_in(here) == set()
    assert report.comments == (comment.ref,)
    assert set(report.removed) == {
        "approvals",
        "cache",
        "checkpoints",
        "comment_analysis",
        "comments",
        "effects",
        "handled_comments",
        "inbox",
    } - {"approvals"}
    assert any("tables" in place for place in report.searched)
    assert any(str(home) in place for place in report.searched)


async def test_one_comment_is_forgotten_and_the_rest_stays(here: Listening) -> None:
    """A person may regret one comment."""
    one = a_comment(1, message=f"{TEXT} one", author_id=USER, author_name=NAME)
    two = a_comment(2, message="Still mine, and I stand by it", author_id=USER, author_name=NAME)
    await plant(here, one)
    await plant(here, two)

    report = await forget(here, comment=f"facebook:{one.comment_id}")

    assert report.is_complete
    assert set(await here.known()) == {two.message}
    assert holders(here.newsroom.home, f"{TEXT} one") == set()
    assert threads_in(here) == {"comments-222_2"}
    assert any("Other people wrote" in note for note in report.notes)  # the name, in the second


async def test_what_is_forgotten_does_not_come_back(here: Listening) -> None:
    """It still stands on the platform, and every listing shows it again."""
    post = await here.post()
    own_id = await here.say(TEXT, author="Zebulon Quagga", author_id=USER)
    place = Place("facebook", post)
    await backfill(here.room.ports, places=[place], full=True)
    await here.receive()
    assert len(await here.known()) == 1

    await forget(here, user=f"facebook:{USER}")
    await here.say("earlier, and never heard of", author_id=USER, created_at=NOON.timestamp() - 60)
    await backfill(here.room.ports, places=[place], full=True)
    await here.receive()
    here.newsroom.pass_time(timedelta(days=1))
    await here.say("I am back", author_id=USER)
    await backfill(here.room.ports, places=[place], full=True)
    await here.receive()

    assert set(await here.known()) == {"I am back"}
    assert await here.comment("facebook", own_id) is None
    assert holders(here.newsroom.home, TEXT, "earlier, and never heard of") == set()


async def test_a_removal_on_the_platform_empties_the_copies_too(here: Listening) -> None:
    """Nobody has to ask: the webhook is enough, and it counts at once."""
    await here.post()
    await here.subscribe()
    own_id = await here.say(TEXT, author=NAME, author_id=USER)
    await here.flush()
    await here.receive()
    await here.room.ports.cache.put("gemini:1", [TEXT], timedelta(days=1))
    checkpoint(here, "comments-1", {"texts": [TEXT]})
    checkpoint(here, "comments-2", {"refs": [["facebook", own_id]]})
    checkpoint(here, "comments-3", {"texts": ["of others"]})

    await here.remove(own_id)
    await here.flush()
    await here.receive()

    assert TEXT not in await dump(here)
    assert NAME not in await dump(here)
    assert await here.room.ports.cache.get("gemini:1") is None
    assert threads_in(here) == {"comments-3"}
    assert len(holders(here.newsroom.home, TEXT)) <= 1  # a journal, until it is next folded in


async def test_a_short_id_does_not_take_every_checkpoint_with_it(here: Listening) -> None:
    """Comments of a file may be numbered from one."""
    await plant(here, a_comment(1, comment_id="1", message=TEXT))
    checkpoint(here, "comments-other", {"texts": ["There were 10 of us"]})

    await forget(here, comment="facebook:1")

    assert threads_in(here) == {"comments-other"}


async def test_a_deletion_on_x_is_followed_within_its_day(here: Listening) -> None:
    """X tells nobody and demands it all the same."""
    elsewhere = await here.post("x", author_id="6000002")
    own_id = await here.say(TEXT.replace("\n", " "), "x", post_id=elsewhere, author_id=USER)
    await backfill(here.room.ports, places=[])
    await here.receive()
    await here.remove(own_id)
    here.newsroom.pass_time(timedelta(hours=12))

    hours = timedelta(hours=6)
    await look_again(here.room.ports, follow=timedelta(days=30), unread=hours)
    await here.receive()

    assert "Zebulon" not in await dump(here)


async def test_words_that_others_wrote_too_stay_theirs(here: Listening) -> None:
    """A slogan is written by thousands; one of them may be forgotten."""
    slogan = "Bring back the night market!"
    await plant(here, a_comment(1, message=slogan, author_id=USER, author_name=NAME))
    await plant(here, a_comment(2, message=slogan, author_id="12", author_name="Bob Example"))

    report = await forget(here, user=f"facebook:{USER}")

    assert report.is_complete
    assert "Other people wrote 1 of these texts too" in " ".join(report.notes)
    assert holders(here.newsroom.home, NAME, USER) == set()
    assert set(await here.known()) == {slogan}


async def test_a_run_under_way_keeps_its_checkpoint_until_it_is_over(here: Listening) -> None:
    """Without it a content run would begin anew and publish twice; afterwards it goes."""
    await plant(here, a_comment(message=TEXT, author_id=USER, author_name=NAME))
    run = Run(
        thread_id="content-1",
        graph="content",
        input={},
        status="waiting",
        created_at=NOON,
        updated_at=NOON,
    )
    async with here.room.ports.store.write() as session:
        await accept_run(session, run)
    checkpoint(here, "content-1", {"trends": [TEXT]})

    report = await forget(here, user=f"facebook:{USER}")
    await here.receive()
    meanwhile = threads_in(here)
    async with here.room.ports.store.write() as session:
        await session.execute(sa.text("UPDATE runs SET status = 'done'"))
    await here.receive()

    assert [(r.place, r.goes_by_itself) for r in report.remains] == [("run content-1", True)]
    assert report.is_pending
    assert not report.is_complete
    assert meanwhile == {"content-1"}
    assert threads_in(here) == set()


async def test_an_answer_being_sent_is_named_and_goes_by_itself(here: Listening) -> None:
    """Its words are needed until it is known whether they went out."""
    comment = a_comment(message=TEXT, author_id=USER, author_name=NAME)
    await plant(here, comment)
    ledger = here.room.ports.ledger
    (claim,) = await ledger.claim(key="reply:facebook:222_1")
    await ledger.settle(claim, Unknown("no answer"))

    report = await forget(here, user=f"facebook:{USER}")
    here.newsroom.pass_time(timedelta(hours=2))
    (doubt,) = await ledger.claim_unknown(key="reply:facebook:222_1")
    await ledger.settle_sighting(doubt, Found("222_9"))
    await here.receive()

    assert [(r.place, r.goes_by_itself) for r in report.remains] == [("effects.payload", True)]
    assert report.is_pending
    assert "Zebulon" not in await dump(here)


async def test_a_person_may_be_named_by_handle(here: Listening) -> None:
    """Nobody knows their own number on Instagram."""
    comment = a_comment(
        platform="instagram", comment_id="178", message=TEXT, author_id="", author_name="Zebu_Q"
    )
    await plant(here, comment)

    report = await forget(here, user="ig:@zebu_q")

    assert report.comments == (CommentRef("instagram", "178"),)
    assert report.is_complete
    assert "Zebu_Q" not in await dump(here)


async def test_what_still_waits_in_the_inbox_is_forgotten_before_it_is_known(
    here: Listening,
) -> None:
    """Told a moment ago, not worked off yet, perhaps failed."""
    comment = a_comment(message=TEXT, author_id=USER, author_name=NAME)
    store = here.room.ports.store
    await store.transact(lambda session: put_in(session, [told(comment)]))

    report = await forget(here, user=f"facebook:{USER}")
    await here.receive()

    assert report.removed["inbox"] == 1
    assert report.is_complete
    assert await here.known() == {}
    assert holders(here.newsroom.home, TEXT, NAME) == set()


@pytest.mark.parametrize(
    "named",
    [
        {},
        {"user": "facebook:1", "comment": "facebook:2"},
        {"user": "Zebulon"},
        {"comment": "facebook:"},
    ],
)
async def test_who_is_meant_must_be_beyond_doubt(here: Listening, named: dict[str, str]) -> None:
    """There is no way back."""
    with pytest.raises(InputError) as caught:
        await forget(here, **named)

    assert caught.value.fix


async def test_forgetting_somebody_unknown_is_no_error(here: Listening) -> None:
    """The answer to a request is then that nothing is kept."""
    report = await forget(here, user="x:123456789")

    assert report.is_complete
    assert (report.comments, report.removed) == ((), {})


async def test_another_process_in_the_files_is_told_and_nothing_is_undone(
    here: Listening,
) -> None:
    """A dashboard that reads keeps the journal from being emptied: do it again without it."""
    await plant(here, a_comment(message=TEXT, author_id=USER, author_name=NAME))
    reading = sqlite3.connect(here.newsroom.home / "pressroom.db")
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM comments").fetchone()
    with pytest.raises(StoreError, match="another process"):
        await asyncio.wait_for(forget(here, user=f"facebook:{USER}"), 60)
    reading.close()

    assert NAME not in await dump(here)
    assert (await forget(here, comment="facebook:222_1")).is_complete
    assert holders(here.newsroom.home, TEXT, NAME) == set()


def test_the_configuration_of_a_thread_is_what_the_search_goes_by() -> None:
    """The checkpoint's thread is the run's."""
    assert run_config("t")["configurable"]["thread_id"] == "t"


async def test_comments_of_others_are_not_read_as_the_persons(here: Listening) -> None:
    """The same id on another platform is somebody else."""
    await plant(here, a_comment(1, author_id=USER))
    await plant(here, a_comment(1, platform="x", author_id=USER, message="On another platform"))

    await forget(here, user=f"facebook:{USER}")

    async with here.room.ports.store.read() as session:
        kept = await get_comments(session, [CommentRef("x", "222_1")])
    assert len(kept) == 1
