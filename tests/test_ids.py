"""Ids sort by time and never meet."""

from datetime import UTC, datetime, timedelta
from random import Random

from pressroom.clock import ManualClock
from pressroom.ids import SortableIds


def test_ids_sort_in_the_order_of_making() -> None:
    """Newest-first lists page by id; a clock that steps back must not break their order."""
    clock = ManualClock(datetime(2026, 3, 2, tzinfo=UTC))
    ids = SortableIds(clock)

    made = []
    for step in (0, 0, 0, 1, -5, 7):
        clock.advance(timedelta(milliseconds=step))
        made += [ids.new() for _ in range(200)]

    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {len(one) for one in made} == {26}


def test_two_processes_in_one_millisecond_make_different_ids() -> None:
    """Two workers start at the same moment; what they make must not overwrite each other."""
    clock = ManualClock(datetime(2026, 3, 2, tzinfo=UTC))

    mine = {SortableIds(clock).new() for _ in range(500)}

    assert len(mine) == 500


def test_later_processes_make_later_ids() -> None:
    """The order must hold between processes as well, to the millisecond."""
    clock = ManualClock(datetime(2026, 3, 2, tzinfo=UTC))

    earlier = SortableIds(clock).new()
    clock.advance(timedelta(milliseconds=1))
    later = SortableIds(clock).new()

    assert earlier < later


def test_a_seeded_source_repeats_the_ids() -> None:
    """A demo run must be repeatable to the letter."""
    start = datetime(2026, 3, 2, tzinfo=UTC)

    one, two = (
        SortableIds(ManualClock(start), Random(7).randbytes)  # noqa: S311
        for _ in range(2)
    )

    assert [one.new() for _ in range(5)] == [two.new() for _ in range(5)]
