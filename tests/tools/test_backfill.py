"""What webhooks lost is found by asking, and what is gone is noticed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.platform import Platform
from pressroom.domain.post import PlatformPost, Post
from pressroom.jobs.listening import ask_if_due
from pressroom.settings import ListeningSettings
from pressroom.storage.inbox import put_in
from pressroom.storage.posts import save_post
from pressroom.tools.backfill import BackfillReport, Place, backfill, look_again
from tests.comments import NOON, a_comment, told
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

ALL: tuple[Platform, ...] = ("facebook", "instagram", "x")


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    async with listening_at(newsroom) as opened:
        yield opened


async def ask(here: Listening, platform: Platform, post: str, **more: Any) -> BackfillReport:
    """Ask about one post, and work off what that brought."""
    report = await backfill(here.room.ports, places=[Place(platform, post)], **more)
    await here.receive()
    return report


@pytest.mark.parametrize("platform", ALL)
async def test_comments_that_nobody_told_of_are_found(platform: Platform, here: Listening) -> None:
    """X has no webhooks here at all, and every webhook may be lost."""
    post = await here.post(platform)
    for n in range(3):
        await here.say(f"number {n}", platform, post_id=post)

    report = await ask(here, platform, post)

    assert set(await here.known()) == {"number 0", "number 1", "number 2"}
    # On X each of them also names the account, and is listed with the mentions.
    assert report.listed == (6 if platform == "x" else 3)
    assert report.news == 3


@pytest.mark.parametrize("platform", ALL)
async def test_asking_again_brings_nothing_new(platform: Platform, here: Listening) -> None:
    """A poll every few minutes must not fill the inbox with what is known."""
    post = await here.post(platform)
    await here.say("hello", platform, post_id=post)
    await ask(here, platform, post, full=True)
    inbox = await here.inbox()

    again = await ask(here, platform, post, full=True)

    assert (again.news, again.gone) == (0, 0)
    assert await here.inbox() == inbox


async def test_what_two_sources_tell_differently_is_no_news_each_time(here: Listening) -> None:
    """Instagram's webhooks may know the account by another id: that is nothing to act on."""
    post = await here.post("instagram")
    own_id = await here.say("hello", "instagram")
    other_id = a_comment(
        platform="instagram",
        comment_id=own_id,
        account="99999999999999999",
        platform_post_id=post,
        message="hello",
        is_time_exact=False,
    )
    store = here.room.ports.store
    await store.transact(lambda session: put_in(session, [told(other_id)]))
    await here.receive()

    first = await ask(here, "instagram", post, full=True)
    again = await ask(here, "instagram", post, full=True)

    assert (first.news, again.news) == (1, 0)


@pytest.mark.parametrize("platform", ALL)
async def test_what_is_gone_is_noticed(platform: Platform, here: Listening) -> None:
    """Instagram and X tell of no deletion; the person's words must not stay here for ever."""
    post = await here.post(platform)
    gone = await here.say("regretted", platform, post_id=post)
    await here.say("kept", platform, post_id=post)
    await ask(here, platform, post, full=True)
    await here.remove(gone)

    report = await ask(here, platform, post, full=True)

    assert report.gone == 1
    assert set(await here.known()) == {"kept"}


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
async def test_edits_are_noticed(platform: Platform, here: Listening) -> None:
    """Instagram tells of none: praise may have turned into a threat."""
    post = await here.post(platform)
    comment = await here.say("nice", platform, post_id=post)
    await ask(here, platform, post, full=True)
    here.newsroom.pass_time(timedelta(minutes=5))
    await here.edit(comment, "nasty")

    await ask(here, platform, post, full=True)

    assert set(await here.known()) == {"nasty"}


async def test_the_gap_is_counted(here: Listening) -> None:
    """How many comments the webhooks did not tell: the figure that says whether they work."""
    post = await here.post()
    await here.subscribe(drop_every=2)
    for n in range(6):
        await here.say(f"number {n}")
    await here.flush()
    here.newsroom.pass_time(timedelta(minutes=10))
    await here.subscribe()
    await here.say("a moment ago")

    report = await ask(here, "facebook", post)
    again = await ask(here, "facebook", post)

    assert (report.listed, report.missed, again.missed) == (7, 3, 0)


async def test_a_comment_on_its_way_is_no_gap(here: Listening) -> None:
    """Its webhook waits in the inbox, or comes in a second."""
    post = await here.post()
    await here.subscribe()
    await here.say("told, not worked off")
    await here.flush()
    await here.subscribe(drop_every=1)
    here.newsroom.pass_time(timedelta(minutes=10))
    await here.say("just now")

    report = await ask(here, "facebook", post)

    assert (report.listed, report.missed) == (2, 0)


async def test_a_list_that_breaks_off_takes_nothing_for_gone(here: Listening) -> None:
    """What the next page would have shown is not absent; what was shown counts."""
    post = await here.post()
    comments = [await here.say(f"number {n}") for n in range(130)]
    await ask(here, "facebook", post, full=True)
    await here.remove(comments[0])
    await here.say("new at the end")
    here.newsroom.fault("facebook", "list_comments", "error_before", skip=1)

    report = await ask(here, "facebook", post, full=True)
    whole = await ask(here, "facebook", post, full=True)

    assert (report.gone, len(report.unread)) == (0, 1)
    assert "facebook" in report.unread[0]
    assert (whole.gone, whole.unread) == (1, ())
    assert len(await here.known()) == 130


async def test_a_platform_that_is_away_keeps_no_other_from_being_asked(here: Listening) -> None:
    """One outage at a time is enough."""
    facebook, instagram = await here.post(), await here.post("instagram")
    await here.say("on facebook")
    await here.say("on instagram", "instagram")
    here.newsroom.fault("facebook", "list_comments", "drop_before", times=0)

    report = await backfill(
        here.room.ports,
        places=[Place("facebook", facebook), Place("instagram", instagram)],
        full=True,
    )
    await here.receive()

    assert set(await here.known()) == {"on instagram"}
    assert len(report.unread) == 1


async def test_mentions_on_x_are_found_once(here: Listening) -> None:
    """Where others name the account, and again only what is newer than the last one, or about."""
    elsewhere = await here.post("x", author_id="6000002")
    reports = []
    for text in ("first", "second", "third"):
        here.newsroom.pass_time(timedelta(hours=1))
        await here.say(text, "x", post_id=elsewhere)
        reports.append(await backfill(here.room.ports, places=[]))
        await here.receive()

    known = await here.known()

    assert [(report.news, report.listed) for report in reports] == [(1, 1), (1, 2), (1, 2)]
    assert {comment.place for comment in known.values()} == {"mention"}
    assert set(known) == {"first", "second", "third"}


async def test_mentions_that_a_broken_list_left_out_come_with_the_next_full_one(
    here: Listening,
) -> None:
    """The newest come first: what the second page would have shown is older than what is known."""
    elsewhere = await here.post("x", author_id="6000002")
    for n in range(130):
        await here.say(f"number {n}", "x", post_id=elsewhere)
    here.newsroom.fault("x", "mentions", "error_before", skip=1)
    await backfill(here.room.ports, places=[])
    await here.receive()
    here.newsroom.pass_time(timedelta(hours=1))
    before = len(await here.known())

    await backfill(here.room.ports, places=[], full=True)
    await here.receive()

    assert (before, len(await here.known())) == (100, 130)


async def test_comments_are_looked_at_again_one_by_one(here: Listening) -> None:
    """A mention is in no list of ours: that it was deleted shows only when it is read again."""
    elsewhere = await here.post("x", author_id="6000002")
    gone = await here.say("regretted", "x", post_id=elsewhere)
    await here.say("kept", "x", post_id=elsewhere)
    await backfill(here.room.ports, places=[])
    await here.receive()
    await here.remove(gone)
    here.newsroom.pass_time(timedelta(hours=13))
    days, hours = timedelta(days=30), timedelta(hours=12)

    first = await look_again(here.room.ports, follow=days, unread=hours)
    await here.receive()
    second = await look_again(here.room.ports, follow=days, unread=hours)

    assert (first.gone, first.listed) == (1, 1)
    assert (second.gone, second.listed) == (0, 0)
    assert set(await here.known()) == {"kept"}


async def test_posts_that_went_live_are_followed_for_their_time(
    here: Listening, clock: ManualClock
) -> None:
    """Nobody has to name them; a post of last year is no longer asked about."""
    live, old = await here.post(), await here.post(created_at=NOON.timestamp())
    await here.say("under the live one", post_id=live)
    await here.say("under the old one", post_id=old)
    for name, own_id, age in (("a", live, 1), ("b", old, 40)):
        version = PlatformPost(
            id=name,
            post_id=name,
            platform="facebook",
            account="106728097004746",
            text="Open",
            status="published",
            platform_post_id=own_id,
            published_at=NOON - timedelta(days=age),
        )
        post = Post(id=name, title=name, content="", created_at=NOON, platform_posts=(version,))
        async with here.room.ports.store.write() as session:
            await save_post(session, post)

    await here.room.backfill()
    await here.receive()

    assert set(await here.known()) == {"under the live one"}


async def test_of_many_processes_one_asks_when_it_is_time(
    here: Listening, newsroom: Newsroom
) -> None:
    """Each poll costs calls, on X even money; and none may be forgotten."""
    every = ListeningSettings(poll_minutes=5, full_hours=0)
    async with newsroom.open() as other:
        first = [await ask_if_due(p, every) for p in (here.room.ports, other.ports)]
        again = await ask_if_due(here.room.ports, every)
        newsroom.pass_time(timedelta(minutes=5))
        later = [await ask_if_due(p, every) for p in (here.room.ports, other.ports)]
        never = ListeningSettings(poll_minutes=0, full_hours=0)
        newsroom.pass_time(timedelta(days=1))
        off = await ask_if_due(here.room.ports, never)

    assert [report is not None for report in first] == [True, False]
    assert again is None
    assert sum(report is not None for report in later) == 1
    assert off is None


async def test_the_full_listing_comes_by_itself(here: Listening) -> None:
    """Otherwise deletions would wait for somebody to think of them."""
    elsewhere = await here.post("x", author_id="6000002")
    gone = await here.say("regretted", "x", post_id=elsewhere)
    settings = ListeningSettings(poll_minutes=5, full_hours=12)
    await ask_if_due(here.room.ports, settings)
    await here.receive()
    await here.remove(gone)
    here.newsroom.pass_time(timedelta(hours=12))

    report = await ask_if_due(here.room.ports, settings)
    await here.receive()

    assert report is not None
    assert report.gone == 1
    assert await here.known() == {}
