"""When to post: the brand's own figures where there are enough of them, else a stated default."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.tracking import PostingRecord

ENOUGH_POSTS = 20
"""With fewer posts the best hour of the past is mostly luck."""
QUIET_FROM, QUIET_TO = time(22), time(7)
"""Nothing is posted from ten in the evening to seven in the morning, local time."""
HORIZON = timedelta(days=4)
"""How far ahead a time is looked for: a better hour is not worth a week's wait."""
NOTICE = timedelta(minutes=15)
"""The least time between now and a chosen time, so that a person can still look at it."""

# Variances of log engagement: between hours, between weekdays, and between two posts at the same
# time. Measured on pages' own posts: the hour explains little, so that it is believed slowly.
_HOUR_VARIANCE, _DAY_VARIANCE, _NOISE = 0.06, 0.01, 0.64
_COST_OF_A_DAY = 0.03
"""What a day's wait takes off the score: news gets older."""

_DEFAULT_HOURS: dict[Platform, tuple[int, ...]] = {
    "facebook": (10, 13),
    "instagram": (12, 18),
    "x": (9, 12),
}
"""Local hours on working days. Published tables contradict each other; these are the hours in
which most of them agree that people look, and no more than that."""


@dataclass(frozen=True, slots=True)
class ChosenTime:
    """When to post, and on what grounds."""

    at: datetime
    """Aware and in UTC, on a full hour of the local clock."""
    why: str
    sample_size: int
    """How many of our own posts spoke; fewer than `ENOUGH_POSTS` and the default was taken."""


def best_time(
    history: Sequence[PostingRecord],
    *,
    now: datetime,
    timezone: str,
    platform: Platform,
    earliest: datetime | None = None,
) -> ChosenTime:
    """The best hour within the next days, from *earliest* on, never in the past or at night.

    *history* is that of the same platform. A record without a usable rate is left out.
    """
    zone = ZoneInfo(timezone)
    start = max(now + NOTICE, earliest or now).astimezone(UTC)
    slots = list(_slots(start, zone))
    usable = [record for record in history if math.isfinite(record.engagement_rate)]
    usable = [record for record in usable if record.engagement_rate >= 0]
    if len(usable) < ENOUGH_POSTS:
        return _default_time(slots, platform, len(usable))
    return _own_time(slots, usable, start, zone)


def _slots(start: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Every full local hour from *start* to the horizon that is not quiet and exists."""
    day = start.astimezone(zone).date()
    for days in range(HORIZON.days + 1):
        for hour in range(24):
            at = _instant(day + timedelta(days=days), hour, zone)
            if at is not None and at >= start and not _is_quiet(at):
                yield at


def _instant(day: date, hour: int, zone: ZoneInfo) -> datetime | None:
    """That hour in *zone*, the first where it comes twice; None where the clocks skip it."""
    at = datetime.combine(day, time(hour), tzinfo=zone)
    there_and_back = at.astimezone(UTC).astimezone(zone)
    return at if there_and_back.replace(tzinfo=None) == at.replace(tzinfo=None) else None


def _is_quiet(local: datetime) -> bool:
    return not QUIET_TO <= local.time() < QUIET_FROM


def _default_time(slots: Sequence[datetime], platform: Platform, known: int) -> ChosenTime:
    hours = _DEFAULT_HOURS[platform]
    usual = [at for at in slots if at.hour in hours and at.weekday() < 5]
    at = (usual or slots)[0]
    why = (
        f"Not enough data: {known} posts of {ENOUGH_POSTS}. {at:%A %H:%M} is a usual hour for"
        f" {TITLES[platform]}, not one measured on this account."
    )
    return ChosenTime(at.astimezone(UTC), why, known)


def _own_time(
    slots: Sequence[datetime], history: Sequence[PostingRecord], start: datetime, zone: ZoneInfo
) -> ChosenTime:
    effects = _Effects.learn(history, zone)

    def worth(at: datetime) -> float:
        days = (at.astimezone(UTC) - start) / timedelta(days=1)
        return effects.at(at) - _COST_OF_A_DAY * days

    best = max(slots, key=lambda at: (round(worth(at), 6), -at.timestamp()))
    return ChosenTime(best.astimezone(UTC), effects.explain(best), len(history))


@dataclass(frozen=True, slots=True)
class _Effects:
    """How much better than the average an hour and a weekday are, in logarithms, shrunk."""

    hours: tuple[float, ...]
    days: tuple[float, ...]
    seen: tuple[float, ...]
    """How many posts speak for each hour, those of its neighbours by half."""
    posts: int

    @staticmethod
    def learn(history: Sequence[PostingRecord], zone: ZoneInfo) -> "_Effects":
        """The effects of hour and weekday, each cleaned of the other's in turn."""
        at = [record.published_at.astimezone(zone) for record in history]
        rates = [math.log1p(record.engagement_rate) for record in history]
        mean = sum(rates) / len(rates)
        rest = [rate - mean for rate in rates]
        hours, days = [0.0] * 24, [0.0] * 7
        seen = [sum(_near(when, hour) for when in at) for hour in range(24)]
        for _ in range(6):
            for hour in range(24):
                pull = sum(
                    _near(when, hour) * (value - days[when.weekday()])
                    for when, value in zip(at, rest, strict=True)
                )
                hours[hour] = pull / (seen[hour] + _NOISE / _HOUR_VARIANCE)
            for day in range(7):
                on = [
                    value - hours[when.hour]
                    for when, value in zip(at, rest, strict=True)
                    if when.weekday() == day
                ]
                days[day] = sum(on) / (len(on) + _NOISE / _DAY_VARIANCE)
        return _Effects(tuple(hours), tuple(days), tuple(seen), len(history))

    def at(self, local: datetime) -> float:
        """What is expected of that time, against the average."""
        return self.hours[local.hour] + self.days[local.weekday()]

    def explain(self, best: datetime) -> str:
        """Why *best*, and how sure that is."""
        ordered = sorted(self.hours)
        gain = self.hours[best.hour] - ordered[len(ordered) // 2]
        spread = math.sqrt(
            _HOUR_VARIANCE * _NOISE / (_NOISE + _HOUR_VARIANCE * self.seen[best.hour])
        )
        when = f"{best:%A %H:%M}, from {self.posts} posts of this account"
        if gain < 1.28 * spread:  # an 80 % interval of the gain contains none at all
            return f"{when}; there is no firm evidence that the hour matters here."
        return f"{when}; at that hour they did about {100 * math.expm1(gain):.0f} % better."


def _near(when: datetime, hour: int) -> float:
    """How much a post at *when* says about *hour*: its own fully, the hours beside it by half."""
    apart = abs(when.hour - hour)
    return {0: 1.0, 1: 0.5, 23: 0.5}.get(apart, 0.0)
