"""Readings of live posts: each counted once, the newest on top, the next one known."""

from datetime import UTC, datetime, timedelta

import pytest

from pressroom.domain.insights import Insights
from pressroom.domain.platform import Platform
from pressroom.domain.tracking import INTERVALS, PostingRecord, tier_of
from pressroom.storage.engagements import (
    best_posts,
    due_tracking,
    insights_history,
    latest_insights,
    posting_history,
    record_fetch_failure,
    record_insights,
    start_tracking,
)
from pressroom.storage.posts import record_outcome, save_post
from pressroom.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _reading(at: datetime, likes: int | None, *, views: int | None = 100) -> Insights:
    return Insights(
        platform="x",
        platform_post_id="live-post-1-x",
        fetched_at=at,
        likes=likes,
        views=views,
        missing=("saves",),
    )


async def _publish(store: Store, make_post, post_id: str, platform: Platform, at: datetime) -> str:
    own_id = f"{post_id}-{platform}"
    async with store.write() as session:
        await save_post(session, make_post(post_id))
        await record_outcome(
            session, own_id, status="published", platform_post_id=f"live-{own_id}", published_at=at
        )
        await start_tracking(session, own_id, at + timedelta(minutes=15))
    return own_id


async def test_a_live_post_comes_due(store: Store, make_post) -> None:
    """The poller needs everything to ask the platform with, and nothing that is not live."""
    own_id = await _publish(store, make_post, "post-1", "x", NOON)
    async with store.write() as session:
        await start_tracking(session, "post-1-facebook", NOON)

    async with store.read() as session:
        early = await due_tracking(session, NOON)
        (due,) = await due_tracking(session, NOON + HOUR)

    assert early == []
    assert (due.id, due.platform, due.account) == (own_id, "x", "x-account")
    assert (due.platform_post_id, due.published_at) == ("live-post-1-x", NOON)
    assert (due.tier, due.failures) == ("fresh", 0)


async def test_the_longest_waiting_post_is_read_first(store: Store, make_post) -> None:
    """Under a rate limit the last in the list may not be reached: it must be the freshest."""
    for number, minutes in enumerate((20, 0, 10)):
        await _publish(store, make_post, f"post-{number}", "x", NOON + timedelta(minutes=minutes))

    async with store.read() as session:
        due = await due_tracking(session, NOON + HOUR, limit=2)

    assert [each.id for each in due] == ["post-1-x", "post-2-x"]


async def test_tracking_starts_once(store: Store, make_post) -> None:
    """A node that runs again must not put the next reading back to the start."""
    own_id = await _publish(store, make_post, "post-1", "x", NOON)

    async with store.write() as session:
        assert not await start_tracking(session, own_id, NOON + 5 * HOUR)
        (due,) = await due_tracking(session, NOON + HOUR)

    assert due.next_fetch_at == NOON + timedelta(minutes=15)


async def test_a_reading_counts_once(store: Store, make_post) -> None:
    """A poller that is run twice must not draw the curve twice."""
    own_id = await _publish(store, make_post, "post-1", "x", NOON)
    reading = _reading(NOON + HOUR, 7)

    async with store.write() as session:
        first = await record_insights(session, own_id, reading, NOON + 2 * HOUR)
        again = await record_insights(session, own_id, reading, NOON + 3 * HOUR)

    async with store.read() as session:
        assert (first, again) == (True, False)
        assert await insights_history(session, own_id) == [reading]


async def test_an_older_reading_never_becomes_the_latest(store: Store, make_post) -> None:
    """Answers come late and out of order; figures must not fall back."""
    own_id = await _publish(store, make_post, "post-1", "x", NOON)
    newer, older = _reading(NOON + 2 * HOUR, 9), _reading(NOON + HOUR, 4)

    async with store.write() as session:
        await record_insights(session, own_id, newer, NOON + 3 * HOUR)
        await record_insights(session, own_id, older, NOON + 9 * HOUR)

    async with store.read() as session:
        assert await latest_insights(session, own_id) == newer
        assert await insights_history(session, own_id) == [older, newer]
        (due,) = await due_tracking(session, NOON + 3 * HOUR)
        assert due.next_fetch_at == NOON + 3 * HOUR


async def test_failures_count_until_a_reading_comes(store: Store, make_post) -> None:
    """The wait grows with failures and must shrink back when the platform answers."""
    own_id = await _publish(store, make_post, "post-1", "x", NOON)

    async with store.write() as session:
        counts = [
            await record_fetch_failure(session, own_id, NOON + HOUR, "throttled") for _ in range(2)
        ]
        (waiting,) = await due_tracking(session, NOON + HOUR)
        await record_insights(session, own_id, _reading(NOON + HOUR, 1), NOON + HOUR)
        (answered,) = await due_tracking(session, NOON + HOUR)

    assert counts == [1, 2]
    assert (waiting.failures, answered.failures) == (2, 0)


async def test_tracking_can_end(store: Store, make_post) -> None:
    """A post that is gone from the platform must not be asked for again for ever."""
    for number, end in enumerate((record_fetch_failure, None)):
        own_id = await _publish(store, make_post, f"post-{number}", "x", NOON)
        async with store.write() as session:
            if end:
                await end(session, own_id, None, "gone")
            else:
                await record_insights(session, own_id, _reading(NOON, 1), None)

    async with store.read() as session:
        assert await due_tracking(session, NOON + 99 * HOUR) == []


@pytest.mark.parametrize(
    ("age", "tier"),
    [
        (timedelta(0), "fresh"),
        (timedelta(hours=23, minutes=59), "fresh"),
        (timedelta(days=1), "week"),
        (timedelta(days=7), "settled"),
    ],
)
async def test_older_posts_are_read_less_often(
    sqlite_store: Store, make_post, age: timedelta, tier: str
) -> None:
    """Reading every post each quarter of an hour would pass the platforms' limits."""
    own_id = await _publish(sqlite_store, make_post, "post-1", "x", NOON)

    async with sqlite_store.write() as session:
        await record_insights(session, own_id, _reading(NOON + age, 1), NOON + age)
        (due,) = await due_tracking(session, NOON + age)

    assert due.tier == tier == tier_of(age)
    assert INTERVALS[due.tier] == INTERVALS[tier_of(age)]


async def test_the_best_posts_come_first_by_their_latest_figures(store: Store, make_post) -> None:
    """Trends learn from what worked; missing figures are neither good nor bad."""
    figures: dict[str, list[tuple[int | None, int | None]]] = {
        "low": [(50, 100), (5, 100)],  # its first reading was better than its last
        "high": [(1, 100), (20, 100)],
        "unknown": [(3, None)],
        "silent": [(None, None)],
        "old": [(90, 100)],
    }
    for name, readings in figures.items():
        at = NOON - 40 * 24 * HOUR if name == "old" else NOON
        own_id = await _publish(store, make_post, name, "x", at)
        async with store.write() as session:
            for number, (likes, views) in enumerate(readings):
                reading = _reading(NOON + number * HOUR, likes, views=views)
                await record_insights(session, own_id, reading, None)

    async with store.read() as session:
        best = await best_posts(session, NOON - HOUR)
        top = await best_posts(session, NOON - HOUR, limit=1)
        history = await posting_history(session, "x", NOON - HOUR)
        elsewhere = await posting_history(session, "facebook", NOON - HOUR)

    assert [each.id for each in best] == ["high-x", "low-x", "unknown-x", "silent-x"]
    assert [(each.engagement_rate, each.interactions) for each in best] == [
        (20.0, 20),
        (5.0, 5),
        (None, 3),
        (None, None),
    ]
    assert best[0].title == "Summer"
    assert top == best[:1]
    assert sorted(record.engagement_rate for record in history) == [5.0, 20.0]
    assert history[0] == PostingRecord(published_at=NOON, engagement_rate=20.0)
    assert elsewhere == []
