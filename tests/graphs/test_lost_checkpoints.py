"""Checkpoints may be lost at any moment: what is recorded is still what is approved and sent."""

from collections.abc import Callable
from typing import Any

import pytest

from pressroom import Pressroom
from pressroom.domain.post import PlatformPost
from pressroom.graphs.driver import NodeEvent
from pressroom.storage.ab_tests import get_ab_test
from pressroom.tools.decide import DecisionInput
from tests.newsroom import ALL, Newsroom, a_brief

THREAD = "t1"


class Crash(Exception):
    """The process is gone."""


def crash_after(node: str) -> Callable[[NodeEvent], None]:
    """An observer at which the run breaks off as soon as *node* has ended."""

    def observe(event: NodeEvent) -> None:
        if (event.node, event.status) == (node, "finished"):
            raise Crash

    return observe


async def run_until(newsroom: Newsroom, node: str, **brief: object) -> None:
    """Run with Gemini until *node* has ended; then the process dies and the checkpoints go."""
    async with newsroom.open(gemini=newsroom.gemini) as room:
        await room.content.accept(a_brief(**brief), thread_id=THREAD, review=True)
        with pytest.raises(Crash):
            await room.content.resume(THREAD, observe=crash_after(node))
    for file in newsroom.home.glob("checkpoints.db*"):
        file.unlink()


def content_of(version: PlatformPost) -> dict[str, Any]:
    """What a platform's version says and shows."""
    return {
        "text": version.text,
        "link": version.link,
        "media": [(item.sha256, item.alt_text) for item in version.media],
    }


def planned(payload: dict[str, Any]) -> dict[str, Any]:
    """What an effect sends, told in the same way."""
    media = [(item["sha256"], item["alt_text"]) for item in payload["media"]]
    return {"text": payload["text"], "link": payload["link"], "media": media}


@pytest.mark.parametrize("node", ["save_posts", "plan_effects"])
async def test_the_record_shows_exactly_what_is_approved_and_sent(
    newsroom: Newsroom, node: str
) -> None:
    """The second try has other words: whichever are approved, lists must show the same ones."""
    await run_until(newsroom, node, variants=2)

    async with newsroom.open() as room:  # without Gemini: other texts, other pictures
        waiting = await room.content.resume(THREAD)
        post = await room.post(waiting.post.id)
        test = await _ab_test(room, post.id)
        await room.decide(DecisionInput(thread_id=THREAD, decision="approve", by="Ana"))
        done = await room.content.resume(THREAD)

    effects = {effect.platform: planned(effect.payload) for effect in waiting.effects}
    assert {v.platform: content_of(v) for v in post.platform_posts} == effects
    assert {v.platform: v.text for v in done.post.platform_posts} == {
        entry["platform"]: entry["text"] for entry in newsroom.truth()
    }
    assert newsroom.live_on() == sorted(ALL)
    # What a test compares is what is out there, and what a person is shown is that too.
    shown = sorted(item.sha256 for v in post.platform_posts for item in v.media)
    assert sorted(item.sha256 for item in test.variants[0].media) == shown
    assert sorted(c.media.sha256 for c in waiting.creatives if c.label == "A") == shown
    assert all(
        caption.text.split("\n")[0] in effects[caption.platform]["text"]
        for caption in waiting.captions
    )


async def _ab_test(room: Pressroom, post_id: str) -> Any:
    async with room.ports.store.read() as session:
        return await get_ab_test(session, f"{post_id}-ab")


async def test_a_post_counts_as_scheduled_once_it_is_planned(newsroom: Newsroom) -> None:
    """A list that says `scheduled` promises that something will send it."""
    await run_until(newsroom, "save_posts")

    async with newsroom.open() as room:
        [saved] = await room.posts()
        await room.content.resume(THREAD)
        [scheduled] = await room.posts()

    assert {v.status for v in saved.platform_posts} == {"draft"}
    assert {v.status for v in scheduled.platform_posts} == {"scheduled"}


async def test_a_run_that_begins_again_is_not_kept_from_its_own_words(newsroom: Newsroom) -> None:
    """What it wrote down in its first try was never posted: it may say it."""
    await run_until(newsroom, "save_posts")

    async with newsroom.open(gemini=newsroom.gemini) as room:
        again = await room.content.resume(THREAD)

    assert again.provenance["copy"].made_by in ("gemini", "cache")


async def test_what_a_person_rejected_was_told_to_nobody(newsroom: Newsroom) -> None:
    """A better day for the same post: it is not a repetition of what never went out."""
    async with newsroom.open(gemini=newsroom.gemini) as room:
        first = await room.content.run(a_brief(), review=True)
        decision = DecisionInput(
            thread_id=first.thread_id, decision="reject", by="Ana", reason="next week"
        )
        await room.decide(decision)
        await room.content.resume(first.thread_id)
        second = await room.content.run(a_brief())

    assert second.provenance["copy"].made_by in ("gemini", "cache")
    assert [c.text for c in second.captions] == [c.text for c in first.captions]
