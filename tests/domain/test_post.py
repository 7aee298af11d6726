"""A post's status follows from those of its versions."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.post import PlatformPostStatus, PostStatus, roll_up


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "draft"),
        (["draft", "draft"], "draft"),
        (["draft", "failed"], "draft"),
        (["scheduled", "draft"], "scheduled"),
        (["unknown", "failed"], "scheduled"),
        (["review"], "scheduled"),
        (["published", "published"], "published"),
        (["published", "cancelled"], "published"),
        (["published", "failed"], "partly_published"),
        (["published", "scheduled"], "partly_published"),
        (["failed", "cancelled"], "failed"),
        (["cancelled", "cancelled"], "cancelled"),
    ],
)
def test_a_post_says_what_its_versions_say(
    statuses: list[PlatformPostStatus], expected: PostStatus
) -> None:
    """Lists and dashboards show one word for a post; it must be the true one."""
    assert roll_up(statuses) == expected


@given(st.lists(st.sampled_from(get_args(PlatformPostStatus)), min_size=1))
def test_a_post_counts_as_live_exactly_when_something_is(
    statuses: list[PlatformPostStatus],
) -> None:
    """A post that is live somewhere must never be shown as if it were nowhere."""
    live = roll_up(statuses) in ("published", "partly_published")

    assert live == ("published" in statuses)
