"""One event of a calendar, read with care: what it says, or why that cannot be used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from icalendar import Component

from pressroom.tools.documents import Plain, one_line
from pressroom.tools.event_text import TextError, read_description, sort_categories

ALL_DAY_AT = time(9)
"""When an event without a time of day is published, in its calendar's zone."""

_READ = (
    "UID", "SUMMARY", "DESCRIPTION", "DTSTART", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    "STATUS", "CATEGORIES",
)  # fmt: skip
"""What is read; damage elsewhere (in an attendee's address) does not matter."""
_ONCE = ("UID", "SUMMARY", "DESCRIPTION", "DTSTART", "RECURRENCE-ID", "STATUS")
_SHAPES = {
    "DTSTART": "dt", "RECURRENCE-ID": "dt", "RRULE": "items", "RDATE": "dts", "EXDATE": "dts",
    "CATEGORIES": "cats",
}  # fmt: skip
"""What icalendar's value of each has; a VALUE parameter can make it something else."""


class EventRefused(Exception):
    """A property of an event that cannot be used, and what would help."""

    def __init__(self, prop: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.prop = prop
        self.fix = fix


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """An event as it stands in its file. `check` comes first; the rest relies on it."""

    event: Component
    zone: tzinfo
    """The zone of times that name none."""

    def check(self) -> None:
        """Nothing, if all that is read can be read.

        Raises:
            EventRefused: A property is broken, missing, or there twice.
        """
        for prop, message in self.event.errors:
            if prop is None or prop in _READ:
                raise EventRefused(
                    prop or "a line", one_line(message, 120), "Correct it in the calendar."
                )
        for prop, attribute in _SHAPES.items():
            held = self.event.get(prop, [])
            for value in held if isinstance(held, list) else [held]:
                if not hasattr(value, attribute):
                    raise EventRefused(
                        prop, "it is of the wrong kind", "Correct it in the calendar."
                    )
        for prop in _ONCE:
            if isinstance(self.event.get(prop), list):
                raise EventRefused(prop, "it stands more than once", "Keep one.")
        for prop, fix in (
            ("UID", "Give the event an id of its own: UID:spring-sale-1."),
            ("SUMMARY", "Give the event a title."),
            ("DTSTART", "Say when: DTSTART;TZID=Europe/Paris:20261201T090000."),
        ):
            if not str(self.event.get(prop, "")).strip():
                raise EventRefused(prop, "it is missing or empty", fix)

    @property
    def uid(self) -> str:
        """The calendar's id of the event; all dates of a repeated event share it."""
        return str(self.event.get("UID", "")).strip()

    @property
    def title(self) -> str:
        """Its summary on one line."""
        return one_line(self.event.get("SUMMARY", ""), 1000)

    @property
    def is_cancelled(self) -> bool:
        """Whether it is marked as not taking place."""
        return str(self.event.get("STATUS", "")).strip().upper() == "CANCELLED"

    @property
    def repeats(self) -> bool:
        """Whether it has further dates."""
        return "RRULE" in self.event or "RDATE" in self.event

    @property
    def local_start(self) -> datetime:
        """When it begins, in the zone it was written in."""
        return self._aware("DTSTART", self.event["DTSTART"])

    @property
    def start(self) -> datetime:
        """When it begins, in UTC."""
        return self.instant("DTSTART", self.local_start)

    def change_of(self) -> datetime | None:
        """The date of the repeated event that this event replaces, in UTC, if it does."""
        changed = self.event.get("RECURRENCE-ID")
        if changed is None:
            return None
        if "RANGE" in changed.params:
            raise EventRefused(
                "RECURRENCE-ID", "RANGE is not followed", "End the old series, begin a new one."
            )
        return self.instant("RECURRENCE-ID", self._aware("RECURRENCE-ID", changed))

    def rules(self) -> list[Mapping[str, Any]]:
        """Its repetition rules."""
        rules = self.event.get("RRULE", [])
        return list(rules) if isinstance(rules, list) else [rules]

    def added(self) -> list[datetime]:
        """Further dates outside the rules."""
        return [
            self._at_time("RDATE", one.dt[0] if isinstance(one.dt, tuple) else one.dt, one)
            for one in self._dates("RDATE")
        ]

    def removed(self) -> list[datetime | date]:
        """Dates on which it does not take place; a day stands for all of that day."""
        gone: list[datetime | date] = []
        for one in self._dates("EXDATE"):
            if isinstance(one.dt, datetime):
                gone.append(self._at_time("EXDATE", one.dt, one))
            else:
                gone.append(one.dt)
        return gone

    def fields(self) -> dict[str, Plain]:
        """The fields of a brief that the event's texts give: all but its time and id.

        Raises:
            EventRefused: There is no message, or a setting or a platform is misspelt.
        """
        try:
            settings, message = read_description(str(self.event.get("DESCRIPTION", "")))
        except TextError as err:
            raise EventRefused("DESCRIPTION", str(err), err.hint) from err
        if not message:
            raise EventRefused(
                "DESCRIPTION",
                "it has no message",
                "Write what is to be said, or mark the event as cancelled.",
            )
        try:
            platforms, keywords = sort_categories(self._categories())
        except TextError as err:
            raise EventRefused("CATEGORIES", str(err), err.hint) from err
        fields: dict[str, Plain] = {"title": self.title, "message": message}
        if platforms:
            fields["platforms"] = list(platforms)
        if keywords:
            fields["keywords"] = list(keywords)
        return {**fields, **settings}

    def instant(self, prop: str, moment: datetime) -> datetime:
        """*moment* in UTC; one that clocks skip counts from before they moved (RFC 5545, 3.3.5)."""
        try:
            return moment.astimezone(UTC)
        except OverflowError as err:
            raise EventRefused(prop, "it is out of range", "Correct the year.") from err

    def _aware(self, prop: str, value: Any) -> datetime:
        return self._at_time(prop, value.dt, value)

    def _at_time(self, prop: str, value: Any, holder: Any) -> datetime:
        """The moment *value* names, aware; a day is taken at nine."""
        if not isinstance(value, date):  # a datetime is a date, too
            raise EventRefused(prop, "it is no date", "Correct it in the calendar.")
        if not isinstance(value, datetime):
            return datetime.combine(value, ALL_DAY_AT, self.zone)
        if value.tzinfo is not None:
            return value
        named = str(holder.params.get("TZID", ""))
        if named:
            raise EventRefused(
                prop,
                f"no time zone is called {one_line(repr(named), 60)}",
                "Use a TZID like Europe/Paris.",
            )
        return value.replace(tzinfo=self.zone)

    def _dates(self, prop: str) -> list[Any]:
        held = self.event.get(prop, [])
        return [one for group in (held if isinstance(held, list) else [held]) for one in group.dts]

    def _categories(self) -> list[str]:
        held = self.event.get("CATEGORIES", [])
        groups = held if isinstance(held, list) else [held]
        return [str(category) for group in groups for category in group.cats]
