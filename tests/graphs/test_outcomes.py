"""Answers that prove nothing: the run is parked, the platform is read, and nothing goes twice."""

from datetime import timedelta

import pytest

from tests.newsroom import ALL, VISIBLE, Newsroom, a_brief


@pytest.mark.parametrize("platform", ALL)
@pytest.mark.parametrize("action", ["drop_after", "error_after", "late", "drop_before"])
async def test_an_unknown_outcome_is_settled_by_reading(
    newsroom: Newsroom, platform: str, action: str
) -> None:
    """The platform took it, took it late, or never had it: one post in the end."""
    late = {"seconds": 40, "simulated": True} if action == "late" else {}
    newsroom.fault(platform, VISIBLE[platform], action, **late)
    async with newsroom.open() as room:
        parked = await room.content.run(a_brief(platforms=(platform,)))
        await newsroom.settle(room)
        result = await room.content.result(parked.thread_id)
        post = await room.post(result.post.id)

    assert [effect.status for effect in parked.effects] == ["unknown"]
    assert parked.status == "waiting"
    assert newsroom.live_on() == [platform]
    assert result.status == "done"
    assert post.status == "published"
    assert post.platform_posts[0].platform_post_id == newsroom.truth()[0]["id"]


async def test_a_throttled_post_waits_and_goes_out(newsroom: Newsroom) -> None:
    """Nothing happened, and the platform said when it may be asked again."""
    newsroom.fault("x", VISIBLE["x"], "throttle", seconds=300)
    async with newsroom.open() as room:
        parked = await room.content.run(a_brief(platforms=("x",)))
        newsroom.pass_time(timedelta(minutes=2))
        await room.sweep()
        early = newsroom.live_on()
        newsroom.pass_time(timedelta(minutes=4))
        await room.sweep()
        result = await room.content.result(parked.thread_id)

    assert [effect.status for effect in parked.effects] == ["ready"]
    assert early == []
    assert newsroom.live_on() == ["x"]
    assert result.status == "done"


async def test_a_dead_token_fails_one_platform_and_not_the_others(newsroom: Newsroom) -> None:
    """The other two posts are good news; the third says what to do."""
    newsroom.fault("facebook", "*", "token_expired", times=0)
    async with newsroom.open() as room:
        result = await room.content.run(a_brief())
        post = await room.post(result.post.id)

    statuses = {effect.platform: effect.status for effect in result.effects}
    assert statuses == {"facebook": "failed", "instagram": "sent", "x": "sent"}
    note = next(effect.note for effect in result.effects if effect.platform == "facebook")
    assert "token" in note
    assert post.status == "partly_published"
    assert newsroom.live_on() == ["instagram", "x"]


async def test_instagram_without_a_public_address_fails_alone(newsroom: Newsroom) -> None:
    """It says which setting is missing, and the other platforms go out."""
    async with newsroom.open(media={}) as room:
        result = await room.content.run(a_brief())

    effect = next(effect for effect in result.effects if effect.platform == "instagram")
    assert effect.status == "failed"
    assert "media.public_base_url" in effect.note
    assert newsroom.live_on() == ["facebook", "x"]


async def test_an_account_that_was_taken_out_stops_only_its_own_posts(
    newsroom: Newsroom,
) -> None:
    """The settings changed between approval and publishing; the error names the section."""
    at = newsroom.clock.now() + timedelta(hours=1)
    async with newsroom.open() as room:
        brief = a_brief(publish_now=False, publish_at=at, platforms=("facebook", "x"))
        thread = (await room.content.run(brief)).thread_id
    newsroom.pass_time(timedelta(hours=1))

    async with newsroom.open(facebook={}) as poorer:
        await poorer.sweep()
        statuses = {e.platform: e.status for e in await poorer.effects(run_id=thread)}

    assert statuses == {"facebook": "ready", "x": "sent"}
    async with newsroom.open() as mended:
        assert (await mended.content.resume(thread)).status == "done"
    assert newsroom.live_on() == ["facebook", "x"]
