"""The dates on which a repeated event falls, within bounds that no rule can escape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import vRecur

MAX_DATES = 400
"""Dates of one event within the window; more is no plan for posts."""
_MAX_DAYS = 36_600
"""How long a rule may have run when the window ends: about a century."""
_MAX_STEPS = 100_000
_MAX_RULE_CHARS = 500
_TOO_FAST = {"HOURLY", "MINUTELY", "SECONDLY"}


class RuleError(ValueError):
    """A repetition that cannot be followed; its text says why."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """How an event repeats, all in its own local time."""

    start: datetime
    zone: tzinfo
    """The zone of that local time, in which an UNTIL given in UTC is read."""
    rules: Sequence[Mapping[str, Any]] = ()
    """RRULE as icalendar parses it: a mapping of part to list of values."""
    added: Sequence[datetime] = ()
    removed: Sequence[datetime] = ()
    removed_days: frozenset[date] = field(default_factory=frozenset)


def repeat(event: Repetition, first: datetime, last: datetime) -> list[datetime]:
    """The local times from *first* to *last* at which *event* takes place, in order.

    Its start is the first of them, whether the rule fits it or not, as RFC 5545 has it.

    Raises:
        RuleError: A rule is broken, too quick, too old, or gives too many dates.
    """
    dates = {event.start, *event.added}
    for rule in event.rules:
        dates |= set(_follow(rule, event, first, last))
    kept = sorted(
        moment
        for moment in dates - set(event.removed)
        if first <= moment <= last and moment.date() not in event.removed_days
    )
    if len(kept) > MAX_DATES:
        raise RuleError(f"it repeats {len(kept)} times, more than {MAX_DATES}")
    return kept


def _follow(
    rule: Mapping[str, Any], event: Repetition, first: datetime, last: datetime
) -> list[datetime]:
    """The dates that one rule gives, from *first* to *last*."""
    parts = {str(key).upper(): value for key, value in rule.items()}
    # dateutil walks to the year 9999 in search of a date that never comes, so every rule
    # gets an end; a rule may not have both an end and a count, so the count is kept here.
    counts = parts.pop("COUNT", None)
    until = min(last, _end_of(parts.pop("UNTIL", None), event.zone, last))
    if until < event.start:
        return []
    _check_pace(parts, until - event.start)
    most = int(counts[0]) if counts else _MAX_STEPS
    try:
        rule_text: bytes = vRecur(parts).to_ical()  # type: ignore[no-untyped-call]  # no hints there
        text = f"{rule_text.decode()};UNTIL={until:%Y%m%dT%H%M%S}"
        if len(text) > _MAX_RULE_CHARS:
            raise RuleError("its rule is longer than any calendar writes")
        dates = list(islice(rrulestr(text, dtstart=event.start, ignoretz=True), most))
    except RuleError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError) as err:
        raise RuleError(f"the rule cannot be followed ({err})") from err
    if len(dates) >= _MAX_STEPS:
        raise RuleError("it repeats too often")
    return [moment for moment in dates if moment >= first]


def _check_pace(parts: Mapping[str, Any], length: timedelta) -> None:
    if {str(one).upper() for one in parts.get("FREQ", [])} & _TOO_FAST:
        raise RuleError("it repeats within a day; use DAILY with BYHOUR")
    if min(map(int, parts.get("INTERVAL", [1])), default=1) < 1:
        raise RuleError("its INTERVAL is less than 1")
    if length > timedelta(days=_MAX_DAYS):
        raise RuleError("it began more than a century ago")


def _end_of(values: Sequence[Any] | None, zone: tzinfo, never: datetime) -> datetime:
    """The local time that UNTIL names; a day lasts to its end, and *never* stands for none."""
    if not values:
        return never
    value = values[0]
    if isinstance(value, datetime):
        local = value.astimezone(zone) if value.tzinfo else value
        return local.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, time.max)
    raise RuleError("its UNTIL is no date")
