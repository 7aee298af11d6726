"""Figures of a live post: fresh ones once, missing ones as missing, old ones in an outage."""

from datetime import timedelta

import pytest

from pressroom import InsightsInput, Pressroom, PublishInput
from pressroom.errors import InputError
from pressroom.storage.engagements import insights_history
from tests.newsroom import ALL, Newsroom, a_brief


async def a_live_post(room: Pressroom, platform: str = "x") -> str:
    """Our id of a post that has just gone live."""
    request = {"platform": platform, "text": "Doors open at six."}
    return (await room.publish(PublishInput.model_validate(request))).platform_post_id


async def test_figures_come_from_the_platform_and_are_kept(newsroom: Newsroom) -> None:
    """A reading is a record: the learning of later posts stands on it."""
    async with newsroom.open() as room:
        result = await room.content.run(a_brief())
        newsroom.pass_time(timedelta(hours=6))
        readings = {
            version.platform: await room.fetch_insights(InsightsInput(platform_post_id=version.id))
            for version in result.post.platform_posts
        }
        async with room.ports.store.read() as session:
            kept = [
                await insights_history(session, version.id)
                for version in result.post.platform_posts
            ]

    assert set(readings) == set(ALL)
    for reading in readings.values():
        assert reading.source == "platform"
        assert reading.insights is not None
        assert (reading.insights.likes or 0) > 0
    assert [len(history) for history in kept] == [1, 1, 1]


async def test_a_fresh_reading_is_given_again_without_asking(newsroom: Newsroom) -> None:
    """Reading costs calls, and on X money."""
    async with newsroom.open() as room:
        request = InsightsInput(platform_post_id=await a_live_post(room), max_age_seconds=600)
        first = await room.fetch_insights(request)
        asked = len(newsroom.requests("x"))
        newsroom.pass_time(timedelta(minutes=9))
        again = await room.fetch_insights(request)
        asked_again = len(newsroom.requests("x"))
        newsroom.pass_time(timedelta(minutes=2))
        later = await room.fetch_insights(request)

    assert (first.source, again.source, later.source) == ("platform", "store", "platform")
    assert again.insights == first.insights
    assert asked_again == asked


async def test_a_figure_that_is_not_given_is_none_and_named(newsroom: Newsroom) -> None:
    """Zero would be a lie that averages remember."""
    newsroom.fault("facebook", "read_insights", "refuse", times=0, code=100)
    async with newsroom.open() as room:
        post = await a_live_post(room, "facebook")
        reading = await room.fetch_insights(InsightsInput(platform_post_id=post))

    assert reading.insights is not None
    assert reading.insights.reach is None
    assert reading.insights.views is None
    assert reading.insights.missing


async def test_in_an_outage_the_last_reading_comes_with_a_note(newsroom: Newsroom) -> None:
    """An old figure that says so is better than none."""
    async with newsroom.open() as room:
        request = InsightsInput(platform_post_id=await a_live_post(room), max_age_seconds=0)
        newsroom.fault("x", "*", "error_before", times=1)
        never = await room.fetch_insights(request)
        newsroom.pass_time(timedelta(minutes=20))
        good = await room.fetch_insights(request)
        newsroom.fault("x", "*", "error_before", times=0)
        newsroom.pass_time(timedelta(minutes=20))
        old = await room.fetch_insights(request)

    assert (never.source, never.insights) == ("none", None)
    assert never.note
    assert good.source == "platform"
    assert (old.source, old.insights) == ("store", good.insights)
    assert old.note


async def test_a_post_that_is_not_live_has_no_figures(newsroom: Newsroom) -> None:
    """The answer says where it stands, and no platform is asked."""
    async with newsroom.open() as room:
        at = newsroom.clock.now() + timedelta(hours=1)
        request = PublishInput.model_validate({"platform": "x", "text": "Later.", "publish_at": at})
        post = (await room.publish(request)).platform_post_id
        reading = await room.fetch_insights(InsightsInput(platform_post_id=post))

    assert reading.insights is None
    assert "scheduled" in reading.note
    assert newsroom.requests() == []


async def test_an_unknown_post_is_refused(newsroom: Newsroom) -> None:
    """A mistyped id gets one line that names the field."""
    async with newsroom.open() as room:
        with pytest.raises(InputError, match="no platform post 'nothing'") as refusal:
            await room.fetch_insights(InsightsInput(platform_post_id="nothing"))

    assert refusal.value.field == "platform_post_id"


async def test_tracking_reads_what_is_due_and_one_outage_stops_no_other(
    newsroom: Newsroom,
) -> None:
    """Young posts are read often, and each on its own."""
    newsroom.fault("facebook", "read_post", "error_before", times=0)
    async with newsroom.open() as room:
        await room.content.run(a_brief())
        early = await room.track()
        newsroom.pass_time(timedelta(minutes=16))
        due = await room.track()
        again = await room.track()

    assert early == []
    assert sorted(reading.source for reading in due) == ["none", "platform", "platform"]
    assert again == []
