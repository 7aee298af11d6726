"""Limits hold to the call: in any window, over several rates, among all processes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom.clock import ManualClock
from pressroom.domain.ports import Limiter, Rate
from pressroom.storage.limiter import DiskLimiter, MemoryLimiter

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)

TAKE_THIRTY = """
import asyncio, sys
from datetime import timedelta
from pathlib import Path
from pressroom.clock import SystemClock
from pressroom.domain.ports import Rate
from pressroom.storage.limiter import DiskLimiter

async def main():
    limiter = DiskLimiter(Path(sys.argv[1]), SystemClock())
    rates = [Rate(25, timedelta(hours=1)), Rate(1000, timedelta(days=1))]
    answers = [await limiter.take("x:account:publish", rates) for _ in range(30)]
    await limiter.close()
    print(answers.count(None))
"""


@pytest.fixture(params=["memory", "disk"])
async def limiter(
    request: pytest.FixtureRequest, clock: ManualClock, tmp_path: Path
) -> AsyncIterator[Limiter]:
    """Each implementation in turn."""
    if request.param == "memory":
        yield MemoryLimiter(clock)
        return
    disk = DiskLimiter(tmp_path / "limits", clock)
    yield disk
    await disk.close()


async def test_so_many_and_no_more(limiter: Limiter) -> None:
    """The platform blocks an account that calls once too often."""
    rates = [Rate(3, HOUR)]

    answers = [await limiter.take("key", rates) for _ in range(5)]

    assert answers == [None, None, None, HOUR, HOUR]


async def test_the_wait_is_exact(limiter: Limiter, clock: ManualClock) -> None:
    """A worker that sleeps for the time it was told must get through, and none too early."""
    rates = [Rate(2, HOUR)]
    await limiter.take("key", rates)
    clock.advance(timedelta(seconds=7, microseconds=333_333))
    await limiter.take("key", rates)
    clock.advance(MINUTE)

    wait = await limiter.take("key", rates)
    assert wait is not None
    clock.advance(wait - timedelta(microseconds=1))
    almost = await limiter.take("key", rates)
    clock.advance(timedelta(microseconds=1))

    assert almost == timedelta(microseconds=1)
    assert await limiter.take("key", rates) is None


async def test_all_rates_or_none(limiter: Limiter, clock: ManualClock) -> None:
    """A call that the daily limit refuses must not use up the hourly one."""
    rates = [Rate(2, MINUTE), Rate(3, HOUR)]

    granted = []
    for _ in range(4):
        granted.append(await limiter.take("key", rates) is None)
        clock.advance(MINUTE)
    for _ in range(5):
        await limiter.take("key", rates)  # refused by the hour, and leave no trace in it
    clock.advance(HOUR - 4 * MINUTE)

    assert granted == [True, True, True, False]
    assert await limiter.take("key", rates) is None


async def test_two_rates_over_one_window_count_once(limiter: Limiter) -> None:
    """A platform's limit and our own may be over the same hour: the smaller holds."""
    rates = [Rate(5, HOUR), Rate(3, HOUR)]

    answers = [await limiter.take("key", rates) for _ in range(4)]

    assert answers == [None, None, None, HOUR]


async def test_keys_do_not_disturb_each_other(limiter: Limiter) -> None:
    """One account that is used up must not stop the others."""
    rates = [Rate(1, HOUR)]

    assert await limiter.take("x:one:publish", rates) is None
    assert await limiter.take("x:two:publish", rates) is None
    assert await limiter.take("x:one:publish", rates) == HOUR


async def test_a_smaller_limit_counts_what_was_there(limiter: Limiter) -> None:
    """Lowering a limit in the settings must not hand out a fresh allowance."""
    for _ in range(3):
        await limiter.take("key", [Rate(5, HOUR)])

    assert await limiter.take("key", [Rate(3, HOUR)]) == HOUR
    assert await limiter.take("key", [Rate(4, HOUR)]) is None


async def test_a_limit_of_none_grants_none(limiter: Limiter) -> None:
    """Zero switches an operation off."""
    assert await limiter.take("key", [Rate(0, HOUR)]) == HOUR
    assert await limiter.take("key", []) is None


async def test_a_closed_key_opens_when_it_was_said(limiter: Limiter, clock: ManualClock) -> None:
    """After a 429 every call before the platform's time makes the block longer."""
    await limiter.close_until("key", HOUR)
    await limiter.close_until("key", MINUTE)  # a shorter word does not open it earlier

    clock.advance(MINUTE)
    assert await limiter.take("key", [Rate(5, HOUR)]) == HOUR - MINUTE
    assert await limiter.take("other", [Rate(5, HOUR)]) is None

    clock.advance(HOUR - MINUTE)
    assert await limiter.take("key", [Rate(1, HOUR)]) is None


async def test_many_tasks_share_the_limit(limiter: Limiter) -> None:
    """A burst of publishes in one process must not slip through together."""
    answers = await asyncio.gather(*(limiter.take("key", [Rate(7, HOUR)]) for _ in range(20)))

    assert answers.count(None) == 7


async def test_three_processes_share_the_limit(tmp_path: Path, run_together) -> None:
    """Web, worker and sweeper use the same account: together they get what one may."""
    granted = await run_together(TAKE_THIRTY, str(tmp_path / "limits"), processes=3)

    assert sum(int(one) for one in granted) == 25


async def test_the_count_survives_a_restart(clock: ManualClock, tmp_path: Path) -> None:
    """A worker that crashes and starts again must not get a fresh allowance."""
    first = DiskLimiter(tmp_path / "limits", clock)
    await first.take("key", [Rate(1, HOUR)])
    await first.close_until("other", HOUR)
    await first.close()

    second = DiskLimiter(tmp_path / "limits", clock)

    assert await second.take("key", [Rate(1, HOUR)]) == HOUR
    assert await second.take("other", [Rate(1, HOUR)]) == HOUR
    await second.close()


async def test_without_its_folder_a_process_counts_alone(
    clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A full disk must neither stop publishing nor lift the limit."""
    (tmp_path / "limits").write_text("I am a file.")
    limiter = DiskLimiter(tmp_path / "limits", clock)

    with caplog.at_level(logging.WARNING):
        answers = [await limiter.take("key", [Rate(2, HOUR)]) for _ in range(3)]
        await limiter.close_until("other", MINUTE)
        closed = await limiter.take("other", [Rate(2, HOUR)])
    await limiter.close()

    assert answers == [None, None, HOUR]
    assert closed == MINUTE
    assert len(caplog.records) == 1


STEPS = st.lists(st.one_of(st.none(), st.integers(1, 90)), min_size=1, max_size=40)
RATES = st.lists(
    st.builds(
        Rate,
        st.integers(1, 4),
        st.integers(5, 60).map(lambda seconds: timedelta(seconds=seconds)),
    ),
    min_size=1,
    max_size=3,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, rates=RATES)
async def test_no_window_ever_holds_more(steps: list[int | None], rates: list[Rate]) -> None:
    """Fixed windows let twice the limit through at their edge; moving ones never."""
    clock = ManualClock(datetime(2026, 3, 2, tzinfo=UTC))
    limiter = MemoryLimiter(clock)
    granted: list[datetime] = []

    for step in steps:
        if step is None:
            wait = await limiter.take("key", rates)
            if wait is None:
                granted.append(clock.now())
            else:
                assert _is_full(granted, rates, clock.now())
                assert not _is_full(granted, rates, clock.now() + wait)
        else:
            clock.advance(timedelta(seconds=step))

    for rate in rates:
        for at in granted:
            within = [other for other in granted if at - rate.per < other <= at]
            assert len(within) <= rate.count


def _is_full(granted: list[datetime], rates: list[Rate], now: datetime) -> bool:
    return any(sum(at > now - rate.per for at in granted) >= rate.count for rate in rates)
