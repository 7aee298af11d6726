"""Listening: the inbox worked off as it fills, and the platforms asked when it is time."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import timedelta

from pressroom.errors import StoreError
from pressroom.settings import ListeningSettings
from pressroom.storage.schedule import claim_slot, slot_of
from pressroom.tools.backfill import BackfillReport, backfill, look_again
from pressroom.tools.ports import Ports
from pressroom.tools.receive import ReceiveReport, receive

_LOG = logging.getLogger(__name__)

_STILL_THERE = timedelta(days=30)
"""How old a comment may be of which deletions are followed without a request."""
_AWAY = timedelta(seconds=10)
"""How long a database that cannot be used is left alone."""


class Bell:
    """Wakes whoever waits: something is in the inbox, or it is time to stop."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._stopped = asyncio.Event()

    @property
    def stopped(self) -> bool:
        """Whether it is time to stop."""
        return self._stopped.is_set()

    def ring(self) -> None:
        """Say that something is in the inbox."""
        self._rung.set()

    def stop(self) -> None:
        """Say that it is time to stop."""
        self._stopped.set()
        self._rung.set()

    async def wait(self, delay: timedelta) -> None:
        """Wait until something is in the inbox or it is time to stop, at most for *delay*."""
        await _wait_for(self._rung, delay)
        self._rung.clear()

    async def pause(self, delay: timedelta) -> None:
        """Wait for *delay*, or until it is time to stop."""
        await _wait_for(self._stopped, delay)


async def _wait_for(event: asyncio.Event, delay: timedelta) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(delay.total_seconds()):
            await event.wait()


async def listen(
    ports: Ports,
    listening: ListeningSettings,
    bell: Bell,
    *,
    received: Callable[[ReceiveReport], None] = lambda _report: None,
    asked: Callable[[BackfillReport], None] = lambda _report: None,
    every: timedelta = timedelta(seconds=2),
) -> None:
    """Work the inbox off, and ask the platforms beside it, until the bell stops it.

    Any number of processes may do so at once. A database that is away is waited for.
    """
    async with asyncio.TaskGroup() as both:
        both.create_task(_receive(ports, bell, received, every))
        both.create_task(_ask(ports, listening, bell, asked))


async def ask_if_due(ports: Ports, listening: ListeningSettings) -> BackfillReport | None:
    """What asking the platforms brought, if it was time and nobody else has done it; else None."""
    follow = timedelta(days=listening.follow_days)
    whole = timedelta(hours=listening.full_hours)
    if await _is_time(ports, "comments.full", whole):
        report = await backfill(ports, follow=follow, full=True)
        return report + await look_again(ports, follow=_STILL_THERE, unread=whole / 2)
    if await _is_time(ports, "comments.poll", timedelta(minutes=listening.poll_minutes)):
        return await backfill(ports, follow=follow)
    return None


async def _receive(
    ports: Ports, bell: Bell, told: Callable[[ReceiveReport], None], every: timedelta
) -> None:
    while not bell.stopped:
        try:
            report = await receive(ports)
        except StoreError as err:
            _LOG.warning("the database cannot be used now: %s", err)
            await bell.pause(_AWAY)
            continue
        told(report)
        if not report.taken:
            await bell.wait(every)


async def _ask(
    ports: Ports,
    listening: ListeningSettings,
    bell: Bell,
    told: Callable[[BackfillReport], None],
) -> None:
    while not bell.stopped:
        try:
            report = await ask_if_due(ports, listening)
        except StoreError as err:
            _LOG.warning("the database cannot be used now: %s", err)
            report = None
        if report is not None:
            told(report)
            if report.news:
                bell.ring()
        await bell.pause(_AWAY)


async def _is_time(ports: Ports, name: str, every: timedelta) -> bool:
    """Whether nobody has done it yet in this interval, and we are to do it."""
    if not every or not ports.sources:
        return False
    async with ports.store.read() as session:
        now = await ports.store.now(session)
    slot = slot_of(now, every)
    return await ports.store.transact(lambda session: claim_slot(session, name, slot))
