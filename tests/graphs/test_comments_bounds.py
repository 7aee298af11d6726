"""How much the machine says by itself, by the platforms' own books: caps, modes, freezes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
import yaml

from pressroom.comment_runs import CommentsResult
from pressroom.domain.freeze import FreezeScope
from pressroom.graphs import comments_answering, comments_judging
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

PRAISE = (
    "I love this place, what a wonderful evening it was! Thank you so much!",
    "What a beautiful evening, thank you all!",
    "Fantastic food and lovely people, thanks!",
    "Amazing music, we loved it, thank you!",
    "Such a beautiful place, I love it, well done!",
    "Great team, thank you for a lovely evening!",
)


@asynccontextmanager
async def market(newsroom: Newsroom, **replies: Any) -> AsyncIterator[Listening]:
    """A market whose answers are bounded by *replies* and by no brake."""
    brand = {
        "name": "Harbour Lane Market",
        "replies": {"brake": {"likeness": 1.0, "campaign": 1000}, **replies},
    }
    (newsroom.home / "brand.yaml").write_text(yaml.safe_dump(brand), encoding="utf-8")
    async with listening_at(newsroom) as here:
        await here.subscribe()
        yield here


async def praised(here: Listening, how_often: int = len(PRAISE)) -> list[str]:
    """So many people praise, each under a post of its own; their comments' ids."""
    found = [
        await here.say(text, author_id=f"9{n}", post_id=await here.post())
        for n, text in enumerate(PRAISE[:how_often])
    ]
    await here.flush()
    await here.receive()
    return found


def capped(result: CommentsResult, rule: str) -> list[str]:
    """The statuses of what a cap has left to people."""
    return [one.status for one in result.comments if rule in one.rules]


class TestPerHour:
    """So many an hour, whoever sends them and whatever stops in between."""

    async def test_the_one_after_the_last_waits_for_a_person(self, newsroom: Newsroom) -> None:
        """In one delivery, in order."""
        async with market(newsroom, caps={"per_hour": 2}) as here:
            await praised(here, 3)

            result = await here.room.comments.run()

            assert len(newsroom.answers()) == 2
            assert capped(result, "cap.hour") == ["waiting"]
            assert len(await here.room.inbox()) == 1

    async def test_runs_at_once_share_one_cap(self, newsroom: Newsroom) -> None:
        """Two processes that read the count at the same moment must not both use it up."""
        async with market(newsroom, caps={"per_hour": 2}) as here, newsroom.open() as other:
            await praised(here)

            await asyncio.gather(here.room.comments.run(limit=3), other.comments.run(limit=3))

            assert len(newsroom.answers()) == 2
            assert len(await here.room.inbox()) == 4

    async def test_a_run_that_died_after_deciding_does_not_add_to_it(
        self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What it had decided is taken up later, when others have used up the hour."""
        async with market(newsroom, caps={"per_hour": 2}) as here:
            await praised(here)
            with monkeypatch.context() as broken:
                broken.setattr(comments_answering, "get_comments", _die)
                with pytest.raises(RuntimeError, match="killed here"):
                    await here.room.comments.run(limit=3)
            await here.room.comments.run(limit=3)
            newsroom.pass_time(timedelta(minutes=6))

            await here.room.comments.run()

            assert len(newsroom.answers()) == 2
            assert len(await here.room.inbox()) == 4

    async def test_a_restart_forgets_nothing_and_an_hour_frees_it(self, newsroom: Newsroom) -> None:
        """The count stands in the store."""
        async with market(newsroom, caps={"per_hour": 2}) as here:
            await praised(here, 3)
            await here.room.comments.run(limit=1)
        async with newsroom.open() as again:
            await again.comments.run(limit=1)
            await again.comments.run(limit=1)
            before = len(newsroom.answers())
        newsroom.pass_time(timedelta(minutes=61))
        async with market(newsroom, caps={"per_hour": 2}) as here:
            await here.say(PRAISE[4], author_id="99", post_id=await here.post())
            await here.flush()
            await here.room.comments.run()

        assert (before, len(newsroom.answers())) == (2, 3)

    async def test_who_takes_a_comment_back_frees_nothing(self, newsroom: Newsroom) -> None:
        """Or somebody could make the machine talk without end."""
        async with market(newsroom, caps={"per_hour": 1}) as here:
            [comment] = await praised(here, 1)
            await here.room.comments.run()
            await here.remove(comment)
            await here.say(PRAISE[1], author_id="99", post_id=await here.post())
            await here.flush()

            result = await here.room.comments.run()

            assert len(newsroom.answers()) == 1
            assert capped(result, "cap.hour") == ["waiting"]


async def test_one_person_gets_one_answer_under_a_post_from_two_runs_at_once(
    newsroom: Newsroom,
) -> None:
    async with market(newsroom) as here, newsroom.open() as other:
        post = await here.post()
        for text in PRAISE[:2]:
            await here.say(text, author_id="91", post_id=post)
        await here.flush()
        await here.receive()

        await asyncio.gather(here.room.comments.run(limit=1), other.comments.run(limit=1))

        assert len(newsroom.answers()) == 1


async def test_a_thread_gets_so_many_answers_from_the_machine(newsroom: Newsroom) -> None:
    async with market(newsroom, caps={"per_thread": 2}) as here:
        post = await here.post()
        top = await here.say(PRAISE[0], author_id="91", post_id=post)
        for n, text in enumerate(PRAISE[1:4]):
            await here.say(text, author_id=f"8{n}", post_id=post, parent_id=top)
        await here.flush()

        result = await here.room.comments.run()
        await here.room.sweep()  # of one conversation, one answer at a time is on its way

        assert len(newsroom.answers()) == 2
        assert capped(result, "cap.thread") == ["waiting", "waiting"]


@pytest.mark.parametrize(
    ("mode", "answers", "at_desk"),
    [("auto", 1, 0), ("review", 0, 1), ("shadow", 0, 0), ("off", 0, 0)],
)
async def test_a_mode_says_how_far_an_answer_goes(
    newsroom: Newsroom, mode: str, answers: int, at_desk: int
) -> None:
    async with market(newsroom, modes={"praise": mode}) as here:
        await praised(here, 1)

        result = await here.room.comments.run()

        assert len(newsroom.answers()) == answers
        assert len(await here.room.inbox()) == at_desk
        assert [bool(one.made_by) for one in result.comments] == [mode != "off"]


async def test_the_brands_mode_bounds_every_kind(newsroom: Newsroom) -> None:
    async with market(newsroom, mode="shadow", modes={"praise": "auto"}) as here:
        await praised(here, 1)

        await here.room.comments.run()

        assert newsroom.answers() == []


async def test_a_thread_that_turns_silences_the_machine_there(newsroom: Newsroom) -> None:
    """A cheerful thank-you among angry people is what screenshots are made of."""
    brake = {"comments": 4, "negative_share": 0.5}
    async with market(newsroom, brake=brake) as here:
        turned, calm = await here.post(), await here.post()
        angry = (
            "This is terrible, I am so disappointed in you.",
            "Awful service, the worst I have ever had.",
            "I hate how you treat people. Horrible!",
            "Disgusting food and rude staff, never again.",
        )
        for n, text in enumerate(angry):
            await here.say(text, author_id=f"7{n}", post_id=turned)
        await here.flush()
        await here.room.comments.run()
        await here.say(PRAISE[0], author_id="91", post_id=turned)
        await here.say(PRAISE[1], author_id="92", post_id=calm)
        await here.flush()

        result = await here.room.comments.run()

        assert len(newsroom.answers()) == 1
        assert [one.action for one in result.comments if "brake.pile-on" in one.rules] == ["ignore"]


class TestFrozen:
    """A crisis stops what answers by itself, where it reaches."""

    async def test_a_frozen_platform_leaves_answers_to_people(self, newsroom: Newsroom) -> None:
        """They are drafted all the same."""
        async with market(newsroom) as here:
            await here.room.ports.ledger.freeze(FreezeScope(platforms=("facebook",)), "Ana")
            await praised(here, 1)

            result = await here.room.comments.run()

            assert newsroom.answers() == []
            assert capped(result, "freeze") == ["waiting"]

    async def test_what_touches_the_topic_goes_to_a_person(self, newsroom: Newsroom) -> None:
        """And what does not is answered as ever."""
        async with market(newsroom) as here:
            await here.room.ports.ledger.freeze(FreezeScope(topics=("amazing music",)), "Ana")
            await praised(here, 4)

            result = await here.room.comments.run()

            assert len(newsroom.answers()) == 3
            assert capped(result, "never-auto.live-crisis") == ["waiting"]

    async def test_what_was_on_its_way_waits_for_a_look(self, newsroom: Newsroom) -> None:
        """Planned before the freeze, and due after it."""
        async with market(newsroom) as here:
            newsroom.fault("facebook", "reply_comment", "error_before", times=0)
            await praised(here, 1)
            await here.room.comments.run()
            frozen = await here.room.ports.ledger.freeze(FreezeScope(), "Ana")
            newsroom.clear_faults()
            for _ in range(4):
                newsroom.pass_time(timedelta(minutes=5))
                await here.room.sweep()
            during = len(newsroom.answers())
            await here.room.ports.ledger.thaw(frozen.freeze.id, "Ana")
            await here.room.sweep()

            [held] = await here.room.ports.ledger.held()
            await here.room.ports.ledger.look(
                held.key, "Ana", payload_sha=held.payload_sha, goes_out=True
            )
            await here.room.sweep()

            assert (during, len(newsroom.answers())) == (0, 1)


async def test_a_name_that_would_embarrass_waits_for_a_person(newsroom: Newsroom) -> None:
    async with market(newsroom) as here:
        await here.say(PRAISE[0], author_id="91", author="FuckYouAll", post_id=await here.post())
        await here.flush()

        result = await here.room.comments.run()

        assert newsroom.answers() == []
        assert capped(result, "caution.name") == ["waiting"]


async def _die(*_: object) -> None:
    raise RuntimeError("killed here")


async def test_a_comment_that_meets_a_mistake_of_ours_goes_to_a_person(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And holds up none of the others."""
    real = comments_judging.analyse

    def analyse(text: str, **more: Any) -> Any:
        if text == "Poison":
            raise ValueError("a mistake of ours")
        return real(text, **more)

    monkeypatch.setattr(comments_judging, "analyse", analyse)
    async with market(newsroom) as here:
        await here.say("Poison", author_id="99", post_id=await here.post())
        await praised(here, 1)

        await here.room.comments.run()

        assert len(newsroom.answers()) == 1
        assert [item.comment.message for item in await here.room.inbox()] == ["Poison"]
