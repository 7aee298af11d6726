"""The time to post: own figures where they suffice, a stated default elsewhere, never at night."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.timing import ENOUGH_POSTS, best_time
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.domain.tracking import PostingRecord

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Asia/Ho_Chi_Minh"]
ZONES += ["Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo"]


def history(
    posts: int, rate: Callable[[datetime], float], *, zone: str = "Europe/Berlin"
) -> list[PostingRecord]:
    """So many posts, each a day and 7 hours after the last, so that the hours differ."""
    out = []
    for n in range(posts):
        at = MONDAY - timedelta(hours=31 * (n + 1))
        out.append(
            PostingRecord(published_at=at, engagement_rate=rate(at.astimezone(ZoneInfo(zone))))
        )
    return out


def test_with_few_posts_the_default_is_taken_and_said_to_be_one() -> None:
    """A default sold as insight is a lie that a brand would plan by."""
    chosen = best_time(
        history(3, lambda _at: 2.0), now=MONDAY, timezone="Europe/Berlin", platform="instagram"
    )
    local = chosen.at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (local.hour, local.weekday()) == (12, 0)
    assert "Not enough data: 3 posts of 20" in chosen.why
    assert chosen.sample_size == 3


def test_the_platforms_have_hours_of_their_own() -> None:
    """People do not look at all platforms at the same time of day."""
    chosen = {
        one: best_time([], now=MONDAY, timezone="Europe/Berlin", platform=one).at
        for one in PLATFORMS
    }
    assert len(set(chosen.values())) == len(PLATFORMS)


def test_a_clear_best_hour_of_ones_own_is_found_and_explained() -> None:
    """Where the evening does much better, the evening is chosen, with a figure."""
    own = history(150, lambda at: 12.0 if 18 <= at.hour <= 20 else 2.0)
    chosen = best_time(own, now=MONDAY, timezone="Europe/Berlin", platform="facebook")
    assert chosen.at.astimezone(ZoneInfo("Europe/Berlin")).hour in (18, 19, 20)
    assert "150 posts of this account" in chosen.why
    assert "% better" in chosen.why


def test_where_the_hour_makes_no_difference_that_is_said() -> None:
    """Noise must not be told as a finding."""
    own = history(40, lambda at: 2.0 + (at.day * 7 % 5) / 10)
    chosen = best_time(own, now=MONDAY, timezone="Europe/Berlin", platform="facebook")
    assert "no firm evidence" in chosen.why


def test_one_lucky_post_does_not_move_the_time() -> None:
    """Shrinkage: a single success at an odd hour is not a rule."""
    own = history(60, lambda _at: 3.0)
    lucky = PostingRecord(
        published_at=MONDAY.replace(hour=20) - timedelta(days=1), engagement_rate=30.0
    )
    with_luck = best_time([*own, lucky], now=MONDAY, timezone="UTC", platform="x")
    assert "no firm evidence" in with_luck.why


@pytest.mark.parametrize(
    ("now", "zone"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "Europe/Berlin"),  # 02:00 does not exist
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin"),  # 02:00 comes twice
        (datetime(2026, 3, 8, 6, 30, tzinfo=UTC), "America/New_York"),
        (datetime(2026, 10, 3, 15, 0, tzinfo=UTC), "Australia/Lord_Howe"),  # half an hour
    ],
)
def test_when_the_clocks_change_the_local_hour_stays_as_meant(now: datetime, zone: str) -> None:
    """Ten o'clock is ten o'clock on the day after, too."""
    chosen = best_time([], now=now, timezone=zone, platform="facebook")
    local = chosen.at.astimezone(ZoneInfo(zone))
    assert (local.hour, local.minute) in {(10, 0), (13, 0)}
    assert chosen.at > now


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 10, 23, tzinfo=UTC)]
)
def test_own_figures_keep_their_hour_across_a_clock_change(day: datetime) -> None:
    """A history from winter time speaks of local hours, not of UTC ones."""
    zone = ZoneInfo("Europe/Berlin")
    own = [
        PostingRecord(
            published_at=at, engagement_rate=12.0 if at.astimezone(zone).hour == 9 else 2.0
        )
        for at in (day - timedelta(hours=25 * n) for n in range(1, 200))
    ]
    chosen = best_time(
        own, now=day + timedelta(days=1, hours=12), timezone="Europe/Berlin", platform="x"
    )
    assert chosen.at.astimezone(zone).hour == 9


def test_a_night_that_did_well_is_still_night() -> None:
    """The best figures of the past may come from three in the morning: people sleep then."""
    own = history(150, lambda at: 12.0 if at.hour in (2, 3, 4) else 2.0)
    chosen = best_time(own, now=MONDAY, timezone="Europe/Berlin", platform="facebook")
    assert 7 <= chosen.at.astimezone(ZoneInfo("Europe/Berlin")).hour < 22


@pytest.mark.parametrize("own", [[], history(40, lambda _at: 2.0)], ids=["default", "own"])
def test_there_is_time_left_to_look_at_it(own: list[PostingRecord]) -> None:
    """A post that goes out in five minutes cannot be stopped; an earliest in the past is none."""
    late = MONDAY.replace(hour=8, minute=55)
    for earliest in (None, late - timedelta(days=3), late):
        chosen = best_time(own, now=late, timezone="UTC", platform="x", earliest=earliest)
        assert chosen.at >= late + timedelta(minutes=15)


records = st.builds(
    PostingRecord,
    published_at=st.datetimes(
        datetime(2024, 1, 1),  # noqa: DTZ001
        datetime(2026, 11, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    engagement_rate=st.floats(allow_nan=True, allow_infinity=True) | st.floats(0, 20),
)


@given(
    own=st.lists(records, max_size=5) | st.lists(records, min_size=25, max_size=40),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    platform=st.sampled_from(PLATFORMS),
    later=st.none() | st.timedeltas(timedelta(days=-20), timedelta(days=20)),
)
def test_whatever_the_past_the_time_is_in_the_future_and_by_day(
    own: list[PostingRecord],
    now: datetime,
    zone: str,
    platform: Platform,
    later: timedelta | None,
) -> None:
    """A post in the past is published at once, one at night wakes people: both are mistakes."""
    earliest = None if later is None else now + later
    chosen = best_time(own, now=now, timezone=zone, platform=platform, earliest=earliest)
    local = chosen.at.astimezone(ZoneInfo(zone))
    assert chosen.at.tzinfo is UTC
    assert chosen.at > now
    assert chosen.at >= (earliest or now)
    assert chosen.at <= max(now, earliest or now) + timedelta(days=5)
    assert 7 <= local.hour < 22
    assert local.minute == 0
    assert (chosen.sample_size >= ENOUGH_POSTS) or "Not enough data" in chosen.why
    again = best_time(own, now=now, timezone=zone, platform=platform, earliest=earliest)
    assert again == chosen
