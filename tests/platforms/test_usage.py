"""Usage headers are read, and nonsense in them is not believed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.platforms.usage import (
    LONGEST_WAIT,
    UsageReading,
    graph_regain,
    read_graph_usage,
    read_x_usage,
    x_regain,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_the_largest_of_three_percentages_counts() -> None:
    """Calls, time and processor time each have their limit."""
    headers = {"x-app-usage": '{"call_count":28,"total_time":93,"total_cputime":25}'}

    [reading] = read_graph_usage(headers, "facebook", "1")

    assert reading.percent == 93
    assert not reading.is_exhausted


def test_business_usage_names_its_owner_and_the_wait() -> None:
    """The account in the header is the one to close, for so many minutes."""
    headers = {
        "x-business-use-case-usage": '{"77":[{"type":"instagram","call_count":100,'
        '"estimated_time_to_regain_access":19}]}'
    }

    [reading] = read_graph_usage(headers, "instagram", "1")

    assert reading.account == "77"
    assert reading.is_exhausted
    assert "publish" in reading.closes
    assert reading.regain == graph_regain(headers) == timedelta(minutes=19)


def test_the_window_of_x_ends_at_its_reset() -> None:
    """Remaining calls and the reset, as unix seconds."""
    headers = {
        "x-rate-limit-limit": "100",
        "x-rate-limit-remaining": "0",
        "x-rate-limit-reset": str(int(NOON.timestamp()) + 90),
    }

    [reading] = read_x_usage(headers, "1", "x.post", NOON)

    assert reading.percent == 100
    assert "publish" in reading.closes
    assert reading.regain == x_regain(headers, NOON) == timedelta(seconds=90)


@pytest.mark.parametrize(
    ("operation", "closes"),
    [
        ("x.reply", {"publish", "reply"}),
        ("x.hide", {"hide"}),
        ("x.comment", set()),
        ("", {"publish", "reply", "hide"}),
    ],
)
def test_what_is_counted_together_closes_together(operation: str, closes: set[str]) -> None:
    """X counts answers with posts, hiding apart, and reading not at all; Graph counts all."""
    reading = UsageReading("x", "1", "x-rate-limit", 100, operation=operation)

    assert reading.closes == closes
    assert not UsageReading("x", "1", "x-rate-limit", 99, operation=operation).closes


def test_a_daily_window_that_is_used_up_decides() -> None:
    """Waiting 15 minutes does not help when the day's calls are gone."""
    at = int(NOON.timestamp())
    headers = {
        "x-rate-limit-limit": "100",
        "x-rate-limit-remaining": "99",
        "x-rate-limit-reset": str(at + 90),
        "x-user-limit-24hour-limit": "10",
        "x-user-limit-24hour-remaining": "0",
        "x-user-limit-24hour-reset": str(at + 7200),
    }

    assert x_regain(headers, NOON) == timedelta(hours=2)


@pytest.mark.parametrize("value", ["", "null", "[]", "{", '{"1":3}', '{"1":[3]}', '"x"'])
def test_headers_that_make_no_sense_are_left_out(value: str) -> None:
    """A header is advice; a broken one costs nothing."""
    assert read_graph_usage({"x-business-use-case-usage": value}, "facebook", "1") == []


@given(st.dictionaries(st.sampled_from(["limit", "remaining", "reset"]), st.text(max_size=30)))
def test_no_header_of_x_breaks_the_reader(values: dict[str, str]) -> None:
    """Whatever stands there, no wait is negative or longer than a day."""
    headers = {f"x-rate-limit-{key}": value for key, value in values.items()}

    wait = x_regain(headers, NOON)

    assert wait is None or timedelta(0) <= wait <= LONGEST_WAIT


@given(st.integers(min_value=-(10**30), max_value=10**30))
def test_a_reset_in_another_age_is_not_believed(seconds: int) -> None:
    """A clock that is far off must not close an account for ever."""
    wait = x_regain({"x-rate-limit-reset": str(seconds)}, NOON)

    assert wait is None or timedelta(0) <= wait <= LONGEST_WAIT
