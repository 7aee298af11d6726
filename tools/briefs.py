"""Briefs from what people write: a YAML or JSON brief, a list of them, or an .ics calendar."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from pressroom.domain.brief import Brief, LeftOut, default_platforms
from pressroom.domain.platform import Platform
from pressroom.errors import BriefError
from pressroom.tools.complaints import suggest
from pressroom.tools.documents import Plain, decode, one_line, parse_json, parse_yaml, read_text
from pressroom.tools.entries import Desk, entry_time, make_brief
from pressroom.tools.ics import PAST, read_events

MAX_ENTRIES = 500
"""More in one source is more likely a mistake than a plan."""
SHARED_KEYS = frozenset({"audience", "campaign", "language", "platforms", "timezone"})
"""What may stand beside `entries:` and then holds for every entry that does not say otherwise."""

Kind = Literal["yaml", "json", "ics"]
_KINDS: Mapping[str, Kind] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".ics": "ics",
    ".ical": "ics",
}


def _forget(_entry: LeftOut) -> None:
    """Nobody asks what was left out."""


def read_briefs(
    source: Path | Literal["-"],
    *,
    now: datetime,
    stdin_text: str | None = None,
    platforms: Sequence[Platform] | None = None,
    timezone: str = "UTC",
    window: timedelta = timedelta(days=60),
    leave_out: Callable[[LeftOut], None] = _forget,
) -> list[Brief]:
    """The briefs in *source*, all of them good; one that is not refuses the whole source.

    A YAML or JSON file holds one brief, a list of briefs, or a content calendar with
    `entries:`. `-` stands for *stdin_text*. Paths of pictures count from the file's folder.

    A calendar keeps its history: entries whose time is past make no brief, whatever kind of
    file they are in, and *leave_out* is told of each. A single brief for a past time is refused.

    In an .ics calendar an event is a brief: SUMMARY is its title, DESCRIPTION its message
    (which may begin with lines like `platforms: facebook, x` or `cta: Book now https://…`),
    DTSTART its time, UID its id; CATEGORIES may name platforms. Repeated events are taken as
    far as *window* ahead; cancelled ones are left out, too. Times that name no zone are in
    *timezone*, the brand's.

    An entry that names no platform goes to *platforms*, or to all there are.

    Raises:
        BriefError: One line that names file, entry and field, and says what to do.
    """
    if source == "-":
        name, folder, kind = "standard input", Path(), None
        data = (stdin_text or "").encode("utf-8", "surrogateescape")
        text = decode(data, name, BriefError)
    else:
        name, folder = one_line(source.name or source), source.parent
        kind = _KINDS.get(source.suffix.lower())
        text = read_text(source, BriefError)
    desk = Desk(now, platforms or default_platforms(), folder)
    if (kind or _guess_kind(text)) == "ics":
        briefs = [
            make_brief(event.fields, event.where, desk)
            for event in read_events(
                text, name, now=now, window=window, timezone=timezone, leave_out=leave_out
            )
        ]
    else:
        parse = parse_json if (kind or _guess_kind(text)) == "json" else parse_yaml
        briefs = _make_all(parse(text, name, BriefError), name, desk, leave_out)
    if len(briefs) > MAX_ENTRIES:
        raise BriefError(
            f"{name} has {len(briefs)} entries, more than {MAX_ENTRIES}.",
            field="entries",
            fix="Split it, or take a shorter window.",
        )
    _refuse_doubles(briefs, name)
    return briefs


def _guess_kind(text: str) -> Kind:
    start = text.lstrip()[:20].upper()
    if start.startswith("BEGIN:VCALENDAR"):
        return "ics"
    return "json" if start.startswith(("{", "[")) else "yaml"


def _make_all(
    data: Plain, name: str, desk: Desk, leave_out: Callable[[LeftOut], None]
) -> list[Brief]:
    """One brief, or as many as the list or the content calendar has entries."""
    shared: dict[str, Plain] = {}
    if isinstance(data, dict) and "entries" in data:
        shared = {key: value for key, value in data.items() if key != "entries"}
        for key in shared:
            if key not in SHARED_KEYS:
                raise BriefError(
                    f"{name}: unknown key {one_line(key, 40)!r} beside entries.",
                    field=one_line(key, 40),
                    fix=suggest(key, SHARED_KEYS),
                )
        data = data["entries"]
        if not isinstance(data, list):
            raise BriefError(
                f"{name}: entries must be a list.", field="entries", fix="Begin each entry with -."
            )
    if isinstance(data, list):
        return _make_entries(_some(data, name), shared, name, desk, leave_out)
    if isinstance(data, dict):
        return [make_brief(data, name, desk)]
    raise BriefError(
        f"{name} holds no fields, only {one_line(repr(data), 40)}.",
        field="file",
        fix="Write lines like `title: Spring sale` and `message: …`.",
    )


def _some(entries: list[Plain], name: str) -> list[Plain]:
    if not entries:
        raise BriefError(f"{name} has no entries.", field="entries", fix="Add at least one.")
    return entries


def _make_entries(
    entries: Sequence[Plain],
    shared: Mapping[str, Plain],
    name: str,
    desk: Desk,
    leave_out: Callable[[LeftOut], None],
) -> list[Brief]:
    briefs: list[Brief] = []
    for number, entry in enumerate(entries, 1):
        where = f"{name}, entry {number}"
        if not isinstance(entry, dict):
            raise BriefError(
                f"{where}: {one_line(repr(entry), 40)} is no mapping of fields.",
                field="entries",
                fix="Write lines like `title: Spring sale` and `message: …`.",
            )
        title = entry.get("title")
        if isinstance(title, str) and title.strip():
            where = f'{where} ("{one_line(title, 40)}")'
        own = {key: value for key, value in entry.items() if value is not None}
        fields = {**shared, **own}
        moment = entry_time(fields, where)
        if moment is not None and moment < desk.now:
            # As in an .ics file: nothing else of what is over is looked at.
            leave_out(LeftOut(title=_titled(title, number), why=PAST, publish_at=moment))
            continue
        briefs.append(make_brief(fields, where, desk))
    if not briefs:
        raise BriefError(
            f"{name} has no entry to come ({len(entries)} in all; past ones do not count).",
            field="entries",
            fix="Give one a later publish_at.",
        )
    return briefs


def _titled(title: Plain, number: int) -> str:
    return one_line(title) if isinstance(title, str) and title.strip() else f"entry {number}"


def _refuse_doubles(briefs: Sequence[Brief], name: str) -> None:
    counts = Counter(brief.external_id for brief in briefs if brief.external_id)
    for key, count in counts.items():
        if count > 1:
            titles = [brief.title for brief in briefs if brief.external_id == key]
            shown = " and ".join(f'"{one_line(title, 40)}"' for title in titles[:2])
            raise BriefError(
                f"{name}: {count} entries have the id {one_line(key, 60)!r}: {shown}.",
                field="external_id",
                fix="Give each its own: it tells whether an entry was already published.",
            )
