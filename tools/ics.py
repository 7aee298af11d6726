"""Events of an .ics calendar (RFC 5545) as the fields of briefs, one for each date to come."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Calendar

from pressroom.domain.brief import LeftOut
from pressroom.errors import BriefError
from pressroom.tools.documents import Plain, one_line
from pressroom.tools.event import EventRefused, WrittenEvent
from pressroom.tools.recurrence import Repetition, RuleError, repeat


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One date of one event: when, the fields of a brief, and how errors name it."""

    publish_at: datetime
    fields: Mapping[str, Plain]
    where: str


@dataclass(frozen=True, slots=True)
class _Span:
    """From when to when repeated events are followed."""

    first: datetime
    last: datetime


_Change = tuple[str, datetime]
"""One date of a repeated event that has an event of its own: the id and the date it was for."""


PAST = "its time is past"
"""Why an entry is left out, in every kind of calendar."""


def read_events(
    text: str,
    name: str,
    *,
    now: datetime,
    window: timedelta,
    timezone: str,
    leave_out: Callable[[LeftOut], None],
) -> list[EventEntry]:
    """The events to come in an .ics calendar, in the order of their times.

    Past and cancelled events are left out, and *leave_out* is told of each; repeated ones are
    taken up to *window* from *now*, others however far ahead. Times without a zone are in the
    calendar's own (X-WR-TIMEZONE), else in *timezone*; an event without a time of day goes out
    at nine.

    Raises:
        BriefError: The calendar or one event in it is broken, or nothing is to come.
    """
    calendars = _parse(text, name)
    zone = _zone_of(calendars, timezone, name)
    events = [
        WrittenEvent(event, zone) for calendar in calendars for event in calendar.walk("VEVENT")
    ]
    changes: set[_Change] = set()
    for event in events:
        with _naming(event, name):
            event.check()
            if (date_changed := event.change_of()) is not None:
                changes.add((event.uid, date_changed))
    entries: list[EventEntry] = []
    span = _Span(now, now + window)
    for event in events:
        with _naming(event, name):
            found = [] if event.is_cancelled else _entries(event, span, changes, name)
            if not found:
                leave_out(LeftOut(title=event.title, why=_why(event, span), publish_at=event.start))
        entries += found
    if not entries:
        raise _file_error(
            name,
            f"has no event to come ({len(events)} in all; past and cancelled ones do not count)",
            "Add one with a later DTSTART.",
        )
    return sorted(entries, key=lambda entry: entry.publish_at)


def _parse(text: str, name: str) -> list[Calendar]:
    try:
        calendars = list(Calendar.from_ical(text, multiple=True))
        found = sum(len(calendar.walk("VEVENT")) for calendar in calendars)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as err:
        reason = one_line(err, 100)
        raise _file_error(name, f"is no valid calendar: {reason}", "Export it again.") from err
    lines = [line.strip().upper() for line in text.splitlines()]
    # icalendar leaves out, without a word, what has a BEGIN and no END.
    if not calendars or not lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == found:
        raise _file_error(name, "is cut off or no calendar: a BEGIN has no END", "Export it again.")
    return calendars


def _file_error(name: str, message: str, fix: str) -> BriefError:
    return BriefError(f"{name} {message}.", field="file", fix=fix)


def _zone_of(calendars: Iterable[Calendar], timezone: str, name: str) -> tzinfo:
    own = next((str(one["X-WR-TIMEZONE"]) for one in calendars if "X-WR-TIMEZONE" in one), "")
    try:
        return ZoneInfo(own.strip() or timezone)
    except (KeyError, ValueError, OSError) as err:
        shown = one_line(repr(own or timezone), 60)
        raise BriefError(
            f"{name}: no time zone is called {shown}.",
            field="X-WR-TIMEZONE" if own else "timezone",
            fix="Use a name like Europe/Paris.",
        ) from err


def _where(event: WrittenEvent, name: str) -> str:
    title = f' "{one_line(event.title, 40)}"' if event.title else ""
    uid = f" (UID {one_line(event.uid, 60)})" if event.uid else ""
    return f"{name}, event{title}{uid}"


@contextmanager
def _naming(event: WrittenEvent, name: str) -> Iterator[None]:
    """Errors raised inside name the calendar, the event and the property."""
    try:
        yield
    except EventRefused as err:
        raise BriefError(
            f"{_where(event, name)}, {err.prop}: {err}.", field=err.prop, fix=err.fix
        ) from err


def _why(event: WrittenEvent, span: _Span) -> str:
    """Why no date of the event makes a brief."""
    if event.is_cancelled:
        return "it is cancelled"
    if event.repeats:
        return f"none of its dates is within the next {(span.last - span.first).days} days"
    return PAST


def _entries(
    event: WrittenEvent, span: _Span, changes: set[_Change], name: str
) -> list[EventEntry]:
    """The event's dates to come, without those that have an event of their own."""
    change = event.change_of()
    if change is not None:
        dates = {_key(event.uid, change): event.start}
    elif event.repeats:
        dates = {
            _key(event.uid, moment): moment
            for moment in _dates(event, span)
            if (event.uid, moment) not in changes
        }
    else:
        dates = {event.uid: event.start}
    to_come = {key: moment for key, moment in dates.items() if moment >= span.first}
    if not to_come:
        return []  # what is over need not be fit to be published
    fields, where = event.fields(), _where(event, name)
    return [
        EventEntry(moment, {**fields, "publish_at": moment.isoformat(), "external_id": key}, where)
        for key, moment in to_come.items()
    ]


def _key(uid: str, moment: datetime) -> str:
    """The id of one date of a repeated event; it stays when that date is moved."""
    return f"{uid}@{moment:%Y%m%dT%H%M%SZ}"


def _dates(event: WrittenEvent, span: _Span) -> Sequence[datetime]:
    """The instants in UTC at which a repeated event takes place within *span*."""
    zone = event.local_start.tzinfo or UTC
    removed = event.removed()
    repetition = Repetition(
        start=event.local_start.replace(tzinfo=None),
        zone=zone,
        rules=event.rules(),
        added=[_local("RDATE", moment, zone) for moment in event.added()],
        removed=[
            _local("EXDATE", moment, zone) for moment in removed if isinstance(moment, datetime)
        ],
        removed_days=frozenset(day for day in removed if not isinstance(day, datetime)),
    )
    try:
        dates = repeat(
            repetition,
            span.first.astimezone(zone).replace(tzinfo=None),
            span.last.astimezone(zone).replace(tzinfo=None),
        )
    except RuleError as err:
        raise EventRefused("RRULE", str(err), "Correct the repetition in the calendar.") from err
    return [event.instant("RRULE", moment.replace(tzinfo=zone)) for moment in dates]


def _local(prop: str, moment: datetime, zone: tzinfo) -> datetime:
    try:
        return moment.astimezone(zone).replace(tzinfo=None)
    except OverflowError as err:
        raise EventRefused(prop, "a date is out of range", "Correct its year.") from err
