"""Posts for later: the run is parked, and the sweeper sends them when their time has come."""

from datetime import datetime, timedelta

from pressroom import Pressroom
from pressroom.domain.effects import Effect
from tests.newsroom import ALL, Newsroom, a_brief

HOUR = timedelta(hours=1)


async def effect_on(room: Pressroom, platform: str) -> Effect:
    return next(effect for effect in await room.effects() if effect.platform == platform)


async def test_a_post_for_later_goes_out_at_its_time(newsroom: Newsroom) -> None:
    """The run's process may be long gone by then."""
    at = newsroom.clock.now() + 3 * HOUR
    async with newsroom.open() as room:
        parked = await room.content.run(a_brief(publish_now=False, publish_at=at))
        before = newsroom.requests()
        newsroom.pass_time(2 * HOUR)
        await room.sweep()
        early = newsroom.live_on()

    newsroom.pass_time(HOUR)
    async with newsroom.open() as another:
        await another.sweep()
        result = await another.content.result(parked.thread_id)

    assert parked.status == "waiting"
    assert before == []
    assert early == []
    assert newsroom.live_on() == sorted(ALL)
    assert result.status == "done"
    assert {slot["why"] for slot in result.schedule.values()} == {"the brief says so"}


async def test_without_a_time_each_platform_gets_its_own(newsroom: Newsroom) -> None:
    """Each goes out when its readers are there, and the run ends after the last."""
    async with newsroom.open() as room:
        thread = (await room.content.run(a_brief(publish_now=False))).thread_id
        times = {e.platform: e.not_before for e in await room.effects() if e.not_before}
        for at in sorted(set(times.values())):
            newsroom.pass_time(max(at - newsroom.clock.now(), timedelta(0)))
            await room.sweep()
            due = sorted(p for p, when in times.items() if when <= newsroom.clock.now())
            assert newsroom.live_on() == due
        result = await room.content.result(thread)

    assert len(times) == len(ALL)
    assert len(set(times.values())) > 1
    assert {datetime.fromisoformat(slot["at"]) for slot in result.schedule.values()} == set(
        times.values()
    )
    assert result.status == "done"


async def test_a_post_whose_time_passed_long_ago_goes_to_a_person(newsroom: Newsroom) -> None:
    """Nobody wants the noon post at midnight: a machine that was off asks first."""
    at = newsroom.clock.now() + HOUR
    brief = a_brief(publish_now=False, publish_at=at, platforms=("x",))
    async with newsroom.open() as room:
        thread = (await room.content.run(brief)).thread_id
        newsroom.pass_time(8 * HOUR)
        await room.sweep()
        result = await room.content.result(thread)
        effect = await effect_on(room, "x")

    assert effect.status == "review"
    assert "a person decides" in effect.note
    assert result.status == "done"
    assert newsroom.requests() == []


async def test_a_parked_run_is_looked_at_when_it_is_due_and_seldom_before(
    newsroom: Newsroom,
) -> None:
    """Hundreds of scheduled posts must not be woken every minute for nothing."""
    at = newsroom.clock.now() + timedelta(minutes=30)
    async with newsroom.open() as room:
        await room.content.run(a_brief(publish_now=False, publish_at=at, platforms=("x",)))
        [run] = await room.runs()
        newsroom.pass_time(timedelta(minutes=5))
        report = await room.sweep()

    assert run.wake_at == at
    assert report.runs == ()
