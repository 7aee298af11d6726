"""A person's approval: nothing goes out without one, and with one exactly what was shown."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from pressroom import ContentResult, Pressroom
from pressroom.domain.effects import Effect
from pressroom.errors import InputError
from pressroom.storage.approvals import record_decision
from pressroom.tools.decide import DecisionInput
from pressroom.tools.publish import drive_publish
from tests.newsroom import ALL, Newsroom, a_brief

ROOT = Path(__file__).resolve().parents[2]


async def waiting(room: Pressroom, **changes: object) -> ContentResult:
    """A run that waits for a person."""
    result = await room.content.run(a_brief(**changes), review=True)
    assert result.needs_approval
    return result


async def decide(room: Pressroom, thread: str, decision: str, **more: object) -> bool:
    """Whether the decision changed anything."""
    values = {"thread_id": thread, "decision": decision, "by": "Ana", **more}
    return (await room.decide(DecisionInput.model_validate(values))).changed


async def test_a_run_under_review_waits_with_nothing_sent(newsroom: Newsroom) -> None:
    """What a person is asked is a question: no platform may know the answer already."""
    async with newsroom.open() as room:
        result = await waiting(room)
        newsroom.pass_time(timedelta(days=2))
        await room.sweep()
        later = await room.content.resume(result.thread_id)

    assert later.status == "waiting"
    assert later.waiting_for == (f"approval:{result.thread_id}",)
    assert newsroom.requests() == []


async def test_an_approval_publishes_exactly_what_was_shown(newsroom: Newsroom) -> None:
    """The person answers for these words."""
    async with newsroom.open() as room:
        shown = {e.platform: e.payload["text"] for e in (await waiting(room)).effects}
        [run] = await room.runs()
        await decide(room, run.thread_id, "approve", reason="reads well")
        result = await room.content.resume(run.thread_id)

    assert result.status == "done"
    assert {entry["platform"]: entry["text"] for entry in newsroom.truth()} == shown
    assert result.provenance["approval"].made_by == "person"
    assert "Ana" in result.provenance["approval"].why


async def test_lists_tell_a_post_that_waits_from_one_that_is_approved(newsroom: Newsroom) -> None:
    """Both are scheduled; only one of them will go out by itself."""
    async with newsroom.open() as room:
        run = await waiting(room)
        [before] = await room.posts()
        await decide(room, run.thread_id, "approve")
        [after] = await room.posts()

    assert {version.note for version in before.platform_posts} == {"waits for a person's approval"}
    assert {version.note for version in after.platform_posts} == {"approved by Ana"}


APPROVE_ELSEWHERE = """
import asyncio, sys
from pathlib import Path
from pressroom import DecisionInput, Pressroom, Settings

async def main() -> None:
    async with Pressroom.open(Settings.load(Path(sys.argv[1]), {})) as room:
        await room.decide(DecisionInput(thread_id=sys.argv[2], decision="approve", by="Ana"))
        print((await room.content.resume(sys.argv[2])).status)

asyncio.run(main())
"""


async def test_another_process_approves_and_resumes(live_newsroom: Newsroom) -> None:
    """The person sits at another machine, days later."""
    async with live_newsroom.open() as room:
        thread = (await waiting(room, platforms=("facebook", "x"))).thread_id

    file = live_newsroom.settings_file()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        APPROVE_ELSEWHERE,
        str(file),
        thread,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()

    assert said.decode().strip() == "done"
    assert live_newsroom.live_on() == ["facebook", "x"]


async def test_an_edit_publishes_exactly_the_edited_text(newsroom: Newsroom) -> None:
    """Not a word more: no hashtag is added, no sentence is mended."""
    words = "Come on Friday, at six.\n\nBring friends."
    async with newsroom.open() as room:
        thread = (await waiting(room)).thread_id
        await decide(room, thread, "edit", texts={"facebook": words})
        result = await room.content.resume(thread)
        post = await room.post(result.post.id)

    live = {entry["platform"]: entry["text"] for entry in newsroom.truth()}
    assert live["facebook"] == words
    assert sorted(live) == sorted(ALL)
    facebook = next(v for v in post.platform_posts if v.platform == "facebook")
    assert (facebook.text, facebook.revision, facebook.status) == (words, 2, "published")
    assert result.status == "done"


async def test_after_an_edit_everything_shown_is_the_edited_text(newsroom: Newsroom) -> None:
    """Whoever reads the record or the run's report must find the post that is out there."""
    words = "Come on Friday, at six. #Market #market #NightOut"
    async with newsroom.open() as room:
        thread = (await waiting(room, hashtags=("OldTag",))).thread_id
        await decide(room, thread, "edit", texts={"x": words})
        result = await room.content.resume(thread)
        post = await room.post(result.post.id)

    tags = {version.platform: version.hashtags for version in post.platform_posts}
    assert tags["x"] == ("Market", "NightOut")
    assert tags["facebook"][0] == "OldTag"
    captions = {caption.platform: caption for caption in result.captions}
    assert captions["x"].text == "Come on Friday, at six."
    assert captions["x"].hashtags == ["Market", "NightOut"]
    assert captions["facebook"].hashtags[0] == "OldTag"
    assert "OldTag" not in str(result.model_dump()["post"]["platform_posts"][2])
    assert result.provenance["approval"].why == "approve by Ana, with own words for x"


async def test_a_rejection_publishes_nothing(newsroom: Newsroom) -> None:
    """A no is final, its reason is kept, and the post's status says so."""
    async with newsroom.open() as room:
        thread = (await waiting(room)).thread_id
        await decide(room, thread, "reject", reason="the date is wrong")
        result = await room.content.resume(thread)
        newsroom.pass_time(timedelta(hours=1))
        await room.sweep()
        post = await room.post(result.post.id)

    assert result.status == "rejected"
    assert {e.status for e in result.effects} == {"cancelled"}
    assert all("the date is wrong" in e.note for e in result.effects)
    assert post.status == "cancelled"
    assert newsroom.requests() == []


@pytest.mark.parametrize(
    ("decision", "more"),
    [("approve", {}), ("reject", {}), ("edit", {"texts": {"x": "Shorter is better."}})],
)
async def test_the_same_decision_again_changes_nothing(
    newsroom: Newsroom, decision: str, more: dict[str, object]
) -> None:
    """People click twice."""
    async with newsroom.open() as room:
        thread = (await waiting(room, platforms=("x",))).thread_id

        assert await decide(room, thread, decision, **more)
        assert not await decide(room, thread, decision, **more)
        await room.content.resume(thread)
        assert not await decide(room, thread, decision, **more)

    assert newsroom.live_on() == ([] if decision == "reject" else ["x"])


@pytest.mark.parametrize(
    ("first", "second"),
    [("approve", "reject"), ("reject", "approve"), ("approve", "edit"), ("reject", "edit")],
)
async def test_a_contrary_decision_is_refused_with_one_line(
    newsroom: Newsroom, first: str, second: str
) -> None:
    """The first decision stands: whoever comes later is told whose it was."""
    more = {"texts": {"x": "Other words."}} if second == "edit" else {}
    async with newsroom.open() as room:
        thread = (await waiting(room, platforms=("x",))).thread_id
        await decide(room, thread, first)

        with pytest.raises(InputError, match="by Ana already") as refusal:
            await decide(room, thread, second, by="Ben", **more)

    assert refusal.value.field == "decision"
    assert "\n" not in str(refusal.value)


async def test_of_two_people_who_decide_at_once_one_is_refused(newsroom: Newsroom) -> None:
    """Both looked at an open question; the second answer must not replace the first."""
    async with newsroom.open() as room:
        thread = (await waiting(room)).thread_id
        outcomes = await asyncio.gather(
            decide(room, thread, "approve", by="Ana"),
            decide(room, thread, "edit", by="Ben", texts={"x": "Ben's words."}),
            decide(room, thread, "reject", by="Cleo"),
            return_exceptions=True,
        )
        await room.content.resume(thread)

    assert outcomes.count(True) == 1
    assert sum(isinstance(outcome, InputError) for outcome in outcomes) == 2
    if outcomes[2] is True:
        assert newsroom.live_on() == []
    else:
        assert newsroom.live_on() == sorted(ALL)
        words = next(p["text"] for p in newsroom.truth() if p["platform"] == "x")
        assert (words == "Ben's words.") == (outcomes[1] is True)


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"x": "words " * 100}, "texts.x"),
        ({"x": "A market for every cheapskate."}, "texts.x"),
        ({"facebook": "There is no such post in this run."}, "texts.facebook"),
        ({}, "texts"),
    ],
)
async def test_an_edit_that_cannot_stand_is_refused(
    newsroom: Newsroom, texts: dict[str, str], field: str
) -> None:
    """The person is told at once, and the question stays open."""
    async with newsroom.open() as room:
        thread = (await waiting(room, platforms=("x",))).thread_id

        with pytest.raises(InputError) as refusal:
            await decide(room, thread, "edit", texts=texts)

        assert refusal.value.field == field
        assert refusal.value.fix
        assert (await room.content.resume(thread)).needs_approval
    assert newsroom.requests() == []


async def test_a_decision_about_nothing_is_refused(newsroom: Newsroom) -> None:
    """A mistyped thread must not pass for a yes."""
    async with newsroom.open() as room:
        with pytest.raises(InputError, match="waits for a decision"):
            await decide(room, "content-nowhere", "approve")


async def test_the_ledger_itself_refuses_what_nobody_approved(newsroom: Newsroom) -> None:
    """A bug above it must not publish: not without a yes, not with a yes to other words."""
    async with newsroom.open() as room:
        effects = (await waiting(room)).effects
        await _approve_other_words(room, effects[0])

        driven = [await drive_publish(effect.key, room.ports) for effect in effects]

    assert {effect.status for effect in driven} == {"ready"}
    assert newsroom.requests() == []


async def _approve_other_words(room: Pressroom, effect: Effect) -> None:
    async with room.ports.store.write() as session:
        await record_decision(
            session,
            effect_key=effect.key,
            payload_sha="0" * 64,
            decision="approved",
            decided_by="Ana",
            author="pressroom",
            at=room.ports.clock.now(),
        )


@pytest.mark.parametrize("decision", ["approve", "reject"])
async def test_the_sweeper_applies_a_decision_that_nobody_resumed(
    newsroom: Newsroom, decision: str
) -> None:
    """The process died right after the person answered: the answer is a row, so it counts."""
    async with newsroom.open() as room:
        thread = (await waiting(room)).thread_id
        await decide(room, thread, decision)

    async with newsroom.open() as another:
        await another.sweep()
        result = await another.content.result(thread)

    assert result.status == ("done" if decision == "approve" else "rejected")
    assert newsroom.live_on() == (sorted(ALL) if decision == "approve" else [])


async def test_an_approval_after_the_time_still_counts(newsroom: Newsroom) -> None:
    """Whoever says yes after the planned time wants it now, not in a drawer."""
    at = newsroom.clock.now() + timedelta(hours=1)
    async with newsroom.open() as room:
        thread = (await waiting(room, platforms=("x",), publish_now=False, publish_at=at)).thread_id
        newsroom.pass_time(timedelta(days=1))
        await decide(room, thread, "approve")
        result = await room.content.resume(thread)

    assert result.status == "done"
    assert newsroom.live_on() == ["x"]


async def test_no_caller_can_do_without_the_review_that_the_settings_ask_for(
    newsroom: Newsroom,
) -> None:
    """In production the operator decides that a person looks, not the code that starts a run."""
    async with newsroom.open(review=True) as room:
        result = await room.content.run(a_brief(platforms=("x",)), review=False)

    assert result.needs_approval
    assert newsroom.live_on() == []


async def test_a_run_whose_checkpoints_are_lost_goes_on_with_what_was_approved(
    newsroom: Newsroom,
) -> None:
    """The checkpoint file is not the truth: without it nothing is lost, changed or sent twice."""
    async with newsroom.open() as room:
        first = await waiting(room)
    for file in newsroom.home.glob("checkpoints.db*"):
        file.unlink()
    async with newsroom.open() as room:
        await decide(room, first.thread_id, "edit", texts={"x": "In my own words."})
        result = await room.content.resume(first.thread_id)

    assert result.status == "done"
    assert newsroom.live_on() == sorted(ALL)
    texts = {effect.platform: effect.payload["text"] for effect in first.effects}
    texts["x"] = "In my own words."
    assert {entry["platform"]: entry["text"] for entry in newsroom.truth()} == texts
