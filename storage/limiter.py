"""Counting calls over moving windows: for all processes of a machine, or for one."""

import logging
import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import diskcache
from limits import RateLimitItemPerSecond
from limits.storage import MovingWindowSupport, Storage
from limits.strategies import MovingWindowRateLimiter

from pressroom.clock import Clock
from pressroom.domain.ports import Rate
from pressroom.storage.disk import TROUBLE, DiskFolder

_log = logging.getLogger(__name__)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY_SECONDS = 86_400


class MemoryLimiter:
    """A limiter of one process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._shelf = _MemoryShelf()

    async def take(self, key: str, rates: Sequence[Rate]) -> timedelta | None:
        """None where a permit was taken within all *rates*, else how long until one may be."""
        return _take(self._shelf, key, rates, _microseconds(self._clock))

    async def close_until(self, key: str, delay: timedelta) -> None:
        """Grant nothing for *key* during *delay*."""
        _close(self._shelf, key, delay, _microseconds(self._clock))


class DiskLimiter:
    """A limiter in a folder of its own, shared by all processes of the machine.

    It survives restarts. Where the folder cannot be used, that is logged once and this
    process counts for itself alone: the platforms still get no more than it may send.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._clock = clock
        self._name = folder
        # Nothing is thrown out for lack of room: a forgotten call is a broken limit.
        self._folder = DiskFolder(folder, eviction_policy="none")
        self._alone = MemoryLimiter(clock)
        self._warned = False

    async def take(self, key: str, rates: Sequence[Rate]) -> timedelta | None:
        """None where a permit was taken within all *rates*, else how long until one may be."""

        def take(disk: diskcache.Cache) -> timedelta | None:
            with disk.transact():
                # Read inside the transaction: waiting for it takes time.
                return _take(disk, key, rates, _microseconds(self._clock))

        try:
            return await self._folder.do(take)
        except (*TROUBLE, TypeError) as err:
            self._warn(err)
            return await self._alone.take(key, rates)

    async def close_until(self, key: str, delay: timedelta) -> None:
        """Grant nothing for *key* during *delay*."""

        def close(disk: diskcache.Cache) -> None:
            with disk.transact():
                _close(disk, key, delay, _microseconds(self._clock))

        try:
            await self._folder.do(close)
        except (*TROUBLE, TypeError) as err:
            self._warn(err)
            await self._alone.close_until(key, delay)

    async def close(self) -> None:
        """Let go of the folder."""
        await self._folder.close()

    def _warn(self, err: Exception) -> None:
        if not self._warned:
            self._warned = True
            _log.warning(
                "The limits in %s cannot be used; this process counts alone: %s", self._name, err
            )


class _Shelf(Protocol):
    """The little that is needed of diskcache, so that a dictionary can stand in for it."""

    def get(self, key: str, default: Any) -> Any: ...

    def set(self, key: str, value: Any, expire: float) -> Any: ...


class _MemoryShelf:
    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def get(self, key: str, default: Any) -> Any:
        return self._values.get(key, default)

    def set(self, key: str, value: Any, expire: float) -> None:
        del expire  # one list a key, and there are few keys
        self._values[key] = value


class _Window(RateLimitItemPerSecond):
    """A rate whose calls stay counted when its number is changed."""

    def key_for(self, *identifiers: bytes | str | float) -> str:
        return f"calls:{self.get_expiry()}:{':'.join(str(part) for part in identifiers)}"


class _CallLog(Storage, MovingWindowSupport):
    """The moments of past calls as microseconds since 1970: whole numbers add up exactly."""

    STORAGE_SCHEME = None  # built here and nowhere by address

    def __init__(self, shelf: _Shelf, now_us: int) -> None:
        super().__init__()
        self._shelf = shelf
        self._now_us = now_us

    @property
    def base_exceptions(self) -> tuple[type[Exception], ...]:
        return TROUBLE

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        calls = self._within(key, expiry)
        if len(calls) + amount > limit:
            return False
        # The shelf tells time by the machine's clock and ours may be another: what it
        # removes is long past on both.
        self._shelf.set(
            key, calls + [self._now_us] * amount, expire=float(2 * expiry + _DAY_SECONDS)
        )
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """The call that must leave the window before another fits, and how many are in it."""
        calls = self._within(key, expiry)
        if not calls or not limit:
            return self._now_us, len(calls)
        return calls[max(len(calls) - limit, 0)], len(calls)

    def _within(self, key: str, expiry: int) -> list[int]:
        start = self._now_us - expiry * 1_000_000
        return sorted(int(call) for call in self._shelf.get(key, []) if int(call) > start)

    # Moving windows are the only ones kept here; the rest of the interface is for others.
    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        raise NotImplementedError("only moving windows are counted")

    def get(self, key: str) -> int:
        raise NotImplementedError("only moving windows are counted")

    def get_expiry(self, key: str) -> float:
        raise NotImplementedError("only moving windows are counted")

    def check(self) -> bool:
        return True

    def reset(self) -> int | None:
        return None

    def clear(self, key: str) -> None:
        self._shelf.set(key, [], expire=0.0)


def _take(shelf: _Shelf, key: str, rates: Sequence[Rate], now_us: int) -> timedelta | None:
    closed_us = int(shelf.get(f"closed:{key}", 0))
    if closed_us > now_us:
        return timedelta(microseconds=closed_us - now_us)
    log = _CallLog(shelf, now_us)
    limiter = MovingWindowRateLimiter(log)
    # Of two rates over the same window the smaller one says it all.
    counts = dict(sorted(((_seconds(rate.per), rate.count) for rate in rates), reverse=True))
    windows = [_Window(count, seconds) for seconds, count in counts.items()]
    full = [window for window in windows if not limiter.test(window, key)]
    if full:
        return max(_wait(log, window, key, now_us) for window in full)
    for window in windows:
        limiter.hit(window, key)
    return None


def _wait(log: _CallLog, window: _Window, key: str, now_us: int) -> timedelta:
    expiry = window.get_expiry()
    leaves_us, _ = log.get_moving_window(window.key_for(key), window.amount, expiry)
    return timedelta(microseconds=int(leaves_us) + expiry * 1_000_000 - now_us)


def _close(shelf: _Shelf, key: str, delay: timedelta, now_us: int) -> None:
    until_us = max(now_us + delay // _MICROSECOND, int(shelf.get(f"closed:{key}", 0)))
    shelf.set(f"closed:{key}", until_us, expire=delay.total_seconds() + _DAY_SECONDS)


def _seconds(per: timedelta) -> int:
    # A window is counted in whole seconds; a longer one keeps the limit too.
    return max(math.ceil(per.total_seconds()), 1)


def _microseconds(clock: Clock) -> int:
    return (clock.now() - _EPOCH) // _MICROSECOND
