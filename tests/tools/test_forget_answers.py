"""What Gemini answered to somebody goes with what they said, whatever words it is in."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta

import pytest
import yaml

from pressroom.domain.comment import CommentRef
from pressroom.tools.forget import ForgetInput
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

SAID = "I love this market, what a wonderful evening my Zebulon and I had! Thank you so much!"
OTHER = "Best night out in years, thank you all, it was great!"
NAME, USER = "Zebulon Quagga", "7700770077"


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    brand = {"name": "Harbour Lane Market", "replies": {"brake": {"campaign": 1000}}}
    (newsroom.home / "brand.yaml").write_text(yaml.safe_dump(brand), encoding="utf-8")
    async with listening_at(newsroom, gemini=newsroom.gemini) as opened:
        await opened.subscribe()
        yield opened


def kept(here: Listening) -> int:
    """How many of Gemini's answers are on the disk."""
    file = here.room.settings.cache.folder / "answers" / "cache.db"
    with closing(sqlite3.connect(file)) as cache:
        return int(cache.execute("SELECT count(*) FROM Cache").fetchone()[0])


def holders(here: Listening) -> set[str]:
    """The files below home that hold something the person said or is called."""
    wanted = [word.encode() for word in (SAID, "Zebulon", "Quagga", USER)]
    files = [path for path in here.newsroom.home.rglob("*") if path.is_file()]
    return {p.name for p in files if any(word in p.read_bytes() for word in wanted)}


async def answered(here: Listening) -> tuple[CommentRef, CommentRef]:
    """Two people praise, and Gemini has written an answer to each."""
    found = [
        await here.say(SAID, author=NAME, author_id=USER, post_id=await here.post()),
        await here.say(OTHER, author="Bob Example", author_id="91", post_id=await here.post()),
    ]
    await here.flush()
    result = await here.room.comments.run()
    assert {one.made_by for one in result.comments} == {"gemini"}
    return CommentRef("facebook", found[0]), CommentRef("facebook", found[1])


async def test_an_answer_that_repeats_nothing_goes_with_its_comment(here: Listening) -> None:
    """Taken back on the platform: the webhook is enough, and the answers to others stay."""
    theirs, _ = await answered(here)
    before = kept(here)

    await here.remove(theirs.comment_id)
    await here.flush()
    await here.receive()

    assert (before, kept(here)) == (2, 1)


@pytest.mark.parametrize("by", ["user", "comment"])
async def test_forgetting_takes_it_too_and_says_so(here: Listening, by: str) -> None:
    theirs, _ = await answered(here)
    assert holders(here)
    named = f"facebook:{USER}" if by == "user" else str(theirs)

    report = await here.room.forget(ForgetInput.model_validate({by: named}))

    assert report.is_complete, report
    assert report.removed["cache"] == 1
    assert "the cache" in report.searched
    assert kept(here) == 1
    assert holders(here) == set()


async def test_an_answer_that_came_too_late_goes_within_the_hour(here: Listening) -> None:
    """A run that was under way keeps what it was told after the comment was gone."""
    theirs, _ = await answered(here)
    await here.remove(theirs.comment_id)
    await here.flush()
    await here.receive()
    late = {"answer": '{"text": "Thank you both!"}', "about": [str(theirs)]}
    await here.room.ports.cache.put("gemini:late", late, timedelta(days=1))

    here.newsroom.pass_time(timedelta(hours=2))
    await here.receive()

    assert await here.room.ports.cache.get("gemini:late") is None


async def test_nothing_that_was_said_is_ever_logged(
    here: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    """A log is kept by others, for as long as they like: nothing there can be forgotten."""
    caplog.set_level(logging.DEBUG, logger="pressroom")
    here.newsroom.fault("gemini", "*", "drop_before")
    theirs, _ = await answered(here)
    await here.remove(theirs.comment_id)
    await here.flush()
    await here.receive()

    told = [r.getMessage() for r in caplog.records if r.name.startswith("pressroom")]
    shouted = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert told, "nothing was logged at all, so this proves nothing"
    assert not [line for line in told + shouted if "Zebulon" in line or USER in line]
