"""How much of a platform's allowance is used, read from the headers of its answers."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from pressroom.domain.effects import EffectKind
from pressroom.domain.platform import Platform

LONGEST_WAIT = timedelta(hours=24)
"""No platform closes for longer; a header that says so is not believed."""


@dataclass(frozen=True, slots=True)
class UsageReading:
    """One allowance as the platform reports it."""

    platform: Platform
    account: str
    source: str
    """The header it was read from."""
    percent: float
    """How much is used; 100 or more means throttled."""
    regain: timedelta | None = None
    """How long until calls are let through again, where the platform says so."""
    remaining: int | None = None
    operation: str = ""
    """Which calls it counts (`x.posts`); empty where it counts all of the account's."""

    @property
    def is_exhausted(self) -> bool:
        """Whether the next call would be refused."""
        return self.percent >= 100 or self.remaining == 0

    @property
    def closes(self) -> frozenset[EffectKind]:
        """What the platform would refuse next: X counts posts, answers among them, and hiding."""
        if not self.is_exhausted:
            return frozenset()
        return _COUNTED_WITH.get(self.operation, frozenset())


_COUNTED_WITH: dict[str, frozenset[EffectKind]] = {
    "": frozenset({"publish", "reply", "hide"}),
    "x.post": frozenset({"publish", "reply"}),
    "x.reply": frozenset({"publish", "reply"}),
    "x.hide": frozenset({"hide"}),
}

UsageHook = Callable[[UsageReading], Awaitable[None]]
"""Told of each reading; a limiter closes the key for `regain` when it is exhausted."""


def read_graph_usage(
    headers: Mapping[str, str], platform: Platform, account: str
) -> list[UsageReading]:
    """The allowances in a Graph answer; none where its headers say nothing."""
    readings = []
    for name in ("x-app-usage", "x-page-usage"):
        fields = _json_object(headers.get(name, ""))
        if fields:
            readings.append(UsageReading(platform, account, name, _percent(fields)))
    name = "x-business-use-case-usage"
    for owner, entries in _json_object(headers.get(name, "")).items():
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict):
                regain = _minutes(entry.get("estimated_time_to_regain_access"))
                readings.append(UsageReading(platform, owner, name, _percent(entry), regain))
    return readings


def graph_regain(headers: Mapping[str, str]) -> timedelta | None:
    """The longest wait that a Graph answer asks for, if it asks for any."""
    waits = [r.regain for r in read_graph_usage(headers, "facebook", "") if r.regain]
    return max(waits, default=None)


def read_x_usage(
    headers: Mapping[str, str], account: str, operation: str, now: datetime
) -> list[UsageReading]:
    """The window that an X answer reports, and the daily ones where it has them."""
    readings = []
    for prefix in ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"):
        limit, remaining = (_number(headers.get(f"{prefix}-{k}")) for k in ("limit", "remaining"))
        if limit is None or remaining is None:
            continue
        percent = 100.0 * (limit - remaining) / limit if limit else 100.0
        wait = _until(headers.get(f"{prefix}-reset"), now)
        readings.append(
            UsageReading("x", account, prefix, percent, wait, max(remaining, 0), operation)
        )
    return readings


def x_regain(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long a throttled X answer asks us to wait, if it says so."""
    readings = read_x_usage(headers, "", "", now)
    waits = [r.regain for r in readings if r.regain is not None and r.is_exhausted]
    return max(waits, default=_until(headers.get("x-rate-limit-reset"), now))


def _json_object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _percent(fields: Mapping[str, Any]) -> float:
    counts = (fields.get(k) for k in ("call_count", "total_time", "total_cputime"))
    return max(
        (float(c) for c in counts if isinstance(c, int | float) and 0 <= c < 1e9), default=0.0
    )


def _minutes(value: Any) -> timedelta | None:
    if not isinstance(value, int | float) or not value > 0:
        return None
    return min(timedelta(minutes=min(value, 1e6)), LONGEST_WAIT)


def _number(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


def _until(text: str | None, now: datetime) -> timedelta | None:
    seconds = _number(text)
    if seconds is None:
        return None
    try:
        wait = datetime.fromtimestamp(seconds, UTC) - now
    except (ValueError, OverflowError, OSError):
        return None
    return min(max(wait, timedelta(0)), LONGEST_WAIT)
