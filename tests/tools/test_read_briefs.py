"""Briefs from files: every form people keep them in, and one clear line for every mistake."""

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.brief import Brief
from pressroom.errors import BriefError
from pressroom.tools.read_briefs import MAX_BYTES, read_briefs

LISBON = ZoneInfo("Europe/Lisbon")


def read(text: str, folder: Path = Path()) -> list[Brief]:
    return read_briefs(text, name="brief.yaml", folder=folder, zone=LISBON)


def calendar(*lines: str) -> str:
    event = ("BEGIN:VEVENT", "UID:42", "DTSTAMP:20270101T000000Z", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//", *event, "END:VCALENDAR"))


def test_yaml_and_json_say_the_same() -> None:
    """Whatever writes the brief, the same brief comes out."""
    fields = {"title": "New", "message": "It is here.", "platforms": ["twitter", "FB"]}

    (from_json,) = read(json.dumps(fields))
    (from_yaml,) = read("title: New\nmessage: It is here.\nplatforms: [twitter, FB]\n")

    assert from_json == from_yaml
    assert from_json.platforms == ("x", "facebook")


def test_a_calendar_keeps_its_order_and_ids() -> None:
    """The id makes the same entry the same run, so that it is never published twice."""
    text = "entries:\n- {id: b, title: B, message: b}\n- {id: 7, title: A, message: a}\n"

    briefs = read(text)

    assert [brief.external_id for brief in briefs] == ["b", "7"]
    assert briefs[0].platforms == ("facebook", "instagram", "x")


def test_an_icalendar_event_becomes_a_brief() -> None:
    """Editorial calendars live in calendar programs."""
    text = calendar(
        "SUMMARY:Open day",
        "DESCRIPTION:Come and see.",
        "DTSTART;TZID=Europe/Paris:20270301T090000",
        "CATEGORIES:Facebook,family",
        "URL:https://example.org/open",
    )

    (brief,) = read(text)

    assert (brief.title, brief.message, brief.external_id) == ("Open day", "Come and see.", "42")
    assert brief.publish_at == datetime(2027, 3, 1, 8, tzinfo=UTC)
    assert brief.platforms == ("facebook",)
    assert brief.keywords == ("family",)
    assert brief.cta is not None


@pytest.mark.parametrize(
    ("start", "hour_utc"),
    [("DTSTART:20270701T090000", 8), ("DTSTART;VALUE=DATE:20270701", 9)],
)
def test_a_time_without_zone_in_a_calendar_is_the_brands(start: str, hour_utc: int) -> None:
    """In iCalendar such a time means local time, and an all-day entry is posted at ten."""
    (brief,) = read(calendar("SUMMARY:Summer", start))

    assert brief.publish_at == datetime(2027, 7, 1, hour_utc, tzinfo=UTC)


def test_a_cancelled_event_is_left_out() -> None:
    """What was called off must not be published."""
    with pytest.raises(BriefError, match="no entry"):
        read(calendar("SUMMARY:Off", "DTSTART:20270701T090000Z", "STATUS:CANCELLED"))


def test_pictures_are_looked_for_beside_the_brief(tmp_path: Path) -> None:
    """The brief and its pictures travel together."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n0000")

    (brief,) = read("{title: t, message: m, media: [a.png]}", tmp_path)

    assert brief.media == (tmp_path / "a.png",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no brief"),
        ("entries: []", "no entry"),
        ("just words", "is no brief"),
        ("title: [", "no valid YAML"),
        ('{"title": }', "no valid JSON"),
        ("{title: t, message: m, platforms: [facebok]}", "Did you mean facebook"),
        ("{title: t, message: m, platforms: []}", "platforms"),
        ("{title: t, message: ' '}", "message is empty"),
        ("{title: t}", "message is missing"),
        ("{title: t, message: m, mesage: x}", "Did you mean message"),
        ("{title: t, message: m, publish_at: 2027-05-01T09:00:00}", "publish_at has no time zone"),
        ("{title: t, message: m, publish_at: tomorrow}", "publish_at is no date and time"),
        ("{title: t, message: m, variants: 9}", "variants"),
        ("{title: t, message: m, media: [none.png]}", "none.png cannot be read"),
        ("{title: t, message: m, cta: {text: x, url: nope}}", "cta.url"),
        ("- {title: t, message: m}\n- {title: t}", "entry 2 of brief.yaml: message is missing"),
        ("- {id: 1, title: t, message: m}\n- {id: 1, title: t, message: m}", "the id '1'"),
        (calendar("SUMMARY:No time"), "has no DTSTART"),
        (calendar("SUMMARY:x", "DTSTART:soon"), "DTSTART cannot be read"),
        (calendar("SUMMARY:x", "DTSTART:20270101T000000Z", "RRULE:FREQ=DAILY"), "repeats"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "iCalendar"),
        ("x" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_a_mistake_is_named_in_one_line(text: str, said: str) -> None:
    """The person who wrote it finds the place and the way out in the message."""
    with pytest.raises(BriefError) as caught:
        read(text)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """Found before anything is written, not when the platform refuses it."""
    (tmp_path / "a.jpg").write_text("not a picture")

    with pytest.raises(BriefError, match="is no picture"):
        read("{title: t, message: m, media: [a.jpg]}", tmp_path)


@given(st.text() | st.text(alphabet="{}[]:,-&*!|>'\" \n\tab01"))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is fed in gives briefs or a `BriefError`, never a traceback."""
    with contextlib.suppress(BriefError):
        assert read(text)


@given(st.text(alphabet=":;=\r\n\tABCDEVGINT0123456789TZ-"))
def test_no_broken_calendar_breaks_the_reader(inside: str) -> None:
    """Calendars come from many programs, not all of them careful."""
    with contextlib.suppress(BriefError):
        assert read(calendar("SUMMARY:x", inside))
