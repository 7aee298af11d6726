"""The time, as something that is passed in: a real clock, and one that tests and replays move."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where code gets the time from, and how it waits."""

    def now(self) -> datetime:
        """The current instant, aware and in UTC."""
        ...

    async def sleep(self, delay: timedelta) -> None:
        """Wait for *delay*; a negative delay does not wait."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The current instant in UTC."""
        return datetime.now(UTC)

    async def sleep(self, delay: timedelta) -> None:
        """Wait for *delay* in real time."""
        await asyncio.sleep(max(delay.total_seconds(), 0.0))


class ManualClock:
    """A clock that stands still until it is moved; waiting moves it at once."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock needs an aware start time")
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The instant the clock was last moved to."""
        return self._now

    def advance(self, delay: timedelta) -> None:
        """Move the clock on by *delay*."""
        self._now += delay

    async def sleep(self, delay: timedelta) -> None:
        """Move the clock on by *delay* and let other tasks run."""
        if delay > timedelta(0):
            self.advance(delay)
        await asyncio.sleep(0)
