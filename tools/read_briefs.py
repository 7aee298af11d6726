"""Briefs as people keep them: one in YAML or JSON, a calendar of them, or an iCalendar file."""

import json
from collections.abc import Iterator
from datetime import datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from icalendar import Calendar, Event
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pressroom.domain.brief import Brief
from pressroom.domain.platform import PLATFORMS, parse_platform
from pressroom.errors import BriefError

MAX_BYTES = 2_000_000
"""Larger than any calendar people write; refused before anything is parsed."""

_ALL_DAY_AT = time(10, 0)
_IMAGE_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"RIFF")


def read_briefs(text: str, *, name: str, folder: Path, zone: ZoneInfo) -> list[Brief]:
    """The briefs in *text*, in its order.

    *text* is a brief, a list of briefs or a mapping with `entries`, in YAML or JSON, or an
    iCalendar file. *name* is what errors call it; pictures are looked for from *folder*;
    *zone* is what an iCalendar time without a zone of its own means.

    Raises:
        BriefError: Something in it is wrong: it names the entry, the field and the fix.
    """
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise BriefError(f"{name} is too large.", fix=f"Keep it under {MAX_BYTES // 1_000_000} MB.")
    if text.lstrip("\ufeff").lstrip().upper().startswith("BEGIN:VCALENDAR"):
        entries = list(_read_calendar(text, name, zone))
    else:
        entries = list(_read_plain(text, name))
    if not entries:
        raise BriefError(f"{name} has no entry in it.", fix="Write at least one brief.")
    briefs = [_checked(entry, where, folder) for where, entry in entries]
    _refuse_repeated_ids(briefs, name)
    return briefs


Entry = tuple[str, dict[str, Any]]
"""What errors call it, and its fields."""


def _read_plain(text: str, name: str) -> Iterator[Entry]:
    try:
        # JSON first: YAML reads nearly all of it, but not tabs.
        found = json.loads(text) if text.lstrip()[:1] in ("{", "[") else yaml.safe_load(text)
    except (json.JSONDecodeError, yaml.YAMLError) as err:
        raise _unreadable(err, name) from err
    if isinstance(found, dict) and "entries" in found:
        found = found["entries"]
    if isinstance(found, list):
        for number, entry in enumerate(found, start=1):
            yield f"entry {number} of {name}", _mapping(entry, f"entry {number} of {name}")
    else:
        yield name, _mapping(found, name)


def _mapping(entry: object, where: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise BriefError(
            f"{where} is no brief.", fix="Write fields: title, message, platforms (see init)."
        )
    fields = {str(key): value for key, value in entry.items()}
    if "id" in fields:
        fields["external_id"] = str(fields.pop("id"))
    fields.setdefault("platforms", list(PLATFORMS))
    return fields


def _unreadable(err: json.JSONDecodeError | yaml.YAMLError, name: str) -> BriefError:
    if isinstance(err, json.JSONDecodeError):
        what = f"is no valid JSON: {err.msg} in line {err.lineno}"
    else:
        mark = getattr(err, "problem_mark", None)
        line = f" in line {mark.line + 1}" if mark else ""
        what = f"is no valid YAML: {getattr(err, 'problem', None) or err}{line}"
    return BriefError(f"{name} {what}.", fix="Correct that line.")


def _read_calendar(text: str, name: str, zone: ZoneInfo) -> Iterator[Entry]:
    try:
        calendar = Calendar.from_ical(text)
    except (ValueError, IndexError, KeyError) as err:
        fix = "Export it again as iCalendar."
        raise BriefError(f"{name} is no valid iCalendar file: {err}.", fix=fix) from err
    for number, event in enumerate(calendar.walk("VEVENT"), start=1):
        if not isinstance(event, Event) or str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        title = str(event.get("SUMMARY", "")).strip()
        where = f"event {number} ({title or 'without a title'}) of {name}"
        yield where, _event_fields(event, title, where, zone)


def _event_fields(event: Event, title: str, where: str, zone: ZoneInfo) -> dict[str, Any]:
    if event.errors:
        field, problem = event.errors[0]
        raise BriefError(f"{where}: {field} cannot be read: {problem}.", fix="Correct that event.")
    if "RRULE" in event:
        raise BriefError(
            f"{where} repeats.", field="RRULE", fix="Give each post an event of its own."
        )
    fields: dict[str, Any] = {
        "title": title,
        "message": str(event.get("DESCRIPTION", "")).strip() or title,
        "external_id": str(event.get("UID", "")),
        "publish_at": _start_of(event, where, zone),
    }
    platforms, keywords = _sorted_categories(event)
    fields["platforms"] = platforms or list(PLATFORMS)
    fields["keywords"] = keywords
    if url := str(event.get("URL", "")):
        fields["cta"] = {"text": "Find out more", "url": url}
    return fields


def _start_of(event: Event, where: str, zone: ZoneInfo) -> datetime:
    if "DTSTART" not in event:
        raise BriefError(f"{where} has no DTSTART.", field="DTSTART", fix="Give it a start time.")
    start = event["DTSTART"].dt
    if not isinstance(start, datetime):
        return datetime.combine(start, _ALL_DAY_AT, tzinfo=zone)
    return start if start.tzinfo else start.replace(tzinfo=zone)


def _sorted_categories(event: Event) -> tuple[list[str], list[str]]:
    """The event's categories that name platforms, and the others."""
    platforms: list[str] = []
    others: list[str] = []
    for category in event.categories:
        try:
            platforms.append(parse_platform(category))
        except ValueError:
            others.append(str(category))
    return platforms, others


def _checked(fields: dict[str, Any], where: str, folder: Path) -> Brief:
    try:
        brief = Brief.model_validate(fields)
    except ValidationError as err:
        raise _explain(err.errors(include_url=False)[0], where) from err
    placed = tuple(folder / picture.expanduser() for picture in brief.media)
    for picture in placed:
        _refuse_no_image(picture, where)
    return brief.model_copy(update={"media": placed})


def _explain(error: ErrorDetails, where: str) -> BriefError:
    field = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), [*Brief.model_fields, "id"], n=1)
        fix = f"Did you mean {near[0]}?" if near else "Remove it."
        return BriefError(f"{where}: a brief has no field {field}.", field=field, fix=fix)
    if error["type"] == "timezone_aware" or error["type"].startswith("datetime"):
        fix = "Write it with its time zone, like 2027-05-01T09:00:00+02:00."
        what = "has no time zone" if error["type"] == "timezone_aware" else "is no date and time"
        return BriefError(f"{where}: {field} {what}.", field=field, fix=fix)
    if error["type"] == "missing":
        return BriefError(f"{where}: {field} is missing.", field=field, fix="Add it.")
    if error["type"] == "string_too_short":
        return BriefError(f"{where}: {field} is empty.", field=field, fix="Write something there.")
    message = error["msg"].removeprefix("Value error, ").rstrip(".")
    return BriefError(f"{where}: {field}: {message}.", field=field)


def _refuse_no_image(picture: Path, where: str) -> None:
    try:
        with picture.open("rb") as stream:
            start = stream.read(12)
    except OSError as err:
        raise BriefError(
            f"{where}: media {picture} cannot be read: {err.strerror}.",
            field="media",
            fix="Check the path; it is counted from the brief's folder.",
        ) from err
    if not start.startswith(_IMAGE_STARTS):
        raise BriefError(
            f"{where}: media {picture} is no picture.",
            field="media",
            fix="Give a JPEG, PNG, GIF or WebP file.",
        )


def _refuse_repeated_ids(briefs: list[Brief], name: str) -> None:
    seen: set[str] = set()
    for brief in briefs:
        if brief.external_id and brief.external_id in seen:
            raise BriefError(
                f"{name} has two entries with the id {brief.external_id!r}.",
                field="id",
                fix="Give each entry an id of its own.",
            )
        seen.add(brief.external_id)
