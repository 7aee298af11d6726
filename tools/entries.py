"""A brief made of the fields that a person wrote, in whatever handy form they wrote them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from pressroom.analysis.pictures import SIGNATURE_BYTES, sniff
from pressroom.domain.brief import Brief
from pressroom.domain.platform import Platform
from pressroom.errors import BriefError
from pressroom.tools.complaints import Complaint, complain
from pressroom.tools.documents import Plain, one_line

_LISTS = {"platforms": r"[,;\s]+", "hashtags": r"[,;\s]+", "keywords": r"[,;]"}
"""What may be written as one text, and what parts it."""
_URL = re.compile(r"https?://\S")


@dataclass(frozen=True, slots=True)
class Desk:
    """What is the same for all entries of a source."""

    now: datetime
    platforms: Sequence[Platform]
    """Where an entry goes that names no platform."""
    folder: Path
    """What its picture's paths are relative to."""


def entry_time(fields: Mapping[str, Plain], where: str) -> datetime | None:
    """When the entry is to go live, in UTC, be it past or to come; None where it does not say.

    Raises:
        BriefError: It is no time, or one that nobody can place.
    """
    try:
        written = fields.get("publish_at")
        return None if written is None else _read_time(written, fields.get("timezone"))
    except _Refusal as err:
        raise err.complaint.as_error(BriefError, where) from err


def make_brief(fields: Mapping[str, Plain], where: str, desk: Desk) -> Brief:
    """The brief that *fields* describe.

    Lists may be written as text (`platforms: facebook, x`), a campaign as its name, a call
    to action as its words and then its address. A time without an offset is taken only
    beside a `timezone:`.

    Raises:
        BriefError: The first thing that is wrong, on one line that begins with *where*.
    """
    given: dict[str, Plain] = {key: value for key, value in fields.items() if value is not None}
    try:
        zone = given.pop("timezone", None)
        if "publish_at" in given:
            moment = _read_time(given["publish_at"], zone)
            _refuse_past(moment, given["publish_at"], desk.now)
            given["publish_at"] = moment.isoformat()
        prepared = _prepare(given, desk)
        brief = Brief.model_validate(prepared)
        if brief.publish_now and brief.publish_at is not None:
            _refuse("publish_now", "publish_now and publish_at contradict each other.", "Keep one.")
        for picture in brief.media:
            _check_picture(picture.path)
    except ValidationError as err:
        raise complain(err, Brief, ("entries", "timezone")).as_error(BriefError, where) from err
    except _Refusal as err:
        raise err.complaint.as_error(BriefError, where) from err
    return brief


class _Refusal(Exception):
    """A value that cannot be made into the field's own form."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def _refuse(field: str, message: str, fix: str) -> NoReturn:
    raise _Refusal(Complaint(field, message, fix))


def _prepare(given: dict[str, Plain], desk: Desk) -> dict[str, object]:
    """The fields in the forms that the brief's type takes; what it does not know stays."""
    ready: dict[str, object] = dict(given)
    ready.setdefault("platforms", list(desk.platforms))
    for key, separator in _LISTS.items():
        if isinstance(value := ready.get(key), str):
            ready[key] = [part.strip() for part in re.split(separator, value) if part.strip()]
    if isinstance(ready.get("campaign"), str):
        ready["campaign"] = {"name": ready["campaign"]}
    if isinstance(action := ready.get("cta"), str):
        ready["cta"] = _split_action(action)
    media = ready.get("media", [])
    if isinstance(media, dict):
        media = [media]
    if isinstance(media, str):
        media = [part.strip() for part in media.split(",") if part.strip()]
    if isinstance(media, list):
        ready["media"] = [_place(path, desk.folder) for path in media]
    return ready


def _split_action(action: str) -> dict[str, str]:
    words = action.strip()
    last = len(words) - len((words.split() or [""])[-1])
    found = _URL.search(words, last)  # an address has no blank in it
    if found is None:
        _refuse(
            "cta",
            f"cta has no web address: {one_line(repr(action), 60)}.",
            "Write the words and then the address: Book now https://example.com/book.",
        )
    return {"text": words[: found.start()].strip(" :-–|"), "url": words[found.start() :]}


def _place(path: object, folder: Path) -> object:
    if isinstance(path, dict) and "path" in path:
        return {**path, "path": _place(path["path"], folder)}
    if not isinstance(path, str):
        return path
    if "://" in path:
        _refuse("media", f"media {one_line(path, 80)} is a web address.", "Download it first.")
    return (folder / path).absolute()


def _check_picture(path: Path) -> None:
    """Refuse what is not there or is no picture; the pixels are looked at when they are used."""
    name = one_line(path)
    try:
        if not path.is_file():
            problem = "is a folder" if path.is_dir() else "does not exist"
            _refuse("media", f"media {name} {problem}.", "Paths count from the brief's folder.")
        with path.open("rb") as stream:
            head = stream.read(SIGNATURE_BYTES)
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or "its path is not valid"
        _refuse("media", f"media {name} cannot be read: {reason}.", "Check path and permission.")
    if sniff(head) is None:
        _refuse("media", f"media {name} is no JPEG, PNG, GIF or WebP picture.", "Export as JPEG.")


def _read_time(written: Plain, zone: Plain) -> datetime:
    """The instant that was written, in UTC."""
    shown = one_line(repr(written), 60)
    if not isinstance(written, str):
        _refuse("publish_at", f"publish_at is no time: {shown}.", _HOW_TO_WRITE)
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        _refuse("publish_at", f"publish_at is no time: {shown}.", _HOW_TO_WRITE)
    if re.fullmatch(r"[\d-]{8,10}", written.strip()):
        _refuse("publish_at", f"publish_at has no time of day: {shown}.", _HOW_TO_WRITE)
    if moment.tzinfo is None:
        if zone is None:
            _refuse("publish_at", f"publish_at has no time zone: {shown}.", _HOW_TO_WRITE)
        moment = _localise(moment, _read_zone(zone))
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        _refuse("publish_at", f"publish_at is out of range: {shown}.", "Correct the year.")


def _refuse_past(moment: datetime, written: Plain, now: datetime) -> None:
    if moment < now:
        shown = one_line(repr(written), 60)
        _refuse(
            "publish_at",
            f"publish_at {shown} is past: now it is {now.astimezone(UTC):%Y-%m-%dT%H:%MZ}.",
            "Give a later time, or remove it and write publish_now: true.",
        )


_HOW_TO_WRITE = (
    "Write it like 2026-12-01T09:00+01:00, or add `timezone: Europe/Paris` beside a local time."
)


def _localise(moment: datetime, zone: tzinfo) -> datetime:
    """The local *moment* in *zone*; the earlier one where clocks go back."""
    try:
        instant = moment.replace(tzinfo=zone).astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == moment:
            return instant
    except OverflowError:
        _refuse("publish_at", "publish_at is out of range.", "Correct the year.")
    _refuse(
        "publish_at",
        f"publish_at {moment:%Y-%m-%d %H:%M} does not exist there: the clocks skip it.",
        "Give another time.",
    )


def _read_zone(name: Plain) -> tzinfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError):  # ZoneInfo's own error is a KeyError
        _refuse(
            "timezone",
            f"no time zone is called {one_line(repr(name), 40)}.",
            "Use a name like Europe/Paris or Asia/Ho_Chi_Minh.",
        )
