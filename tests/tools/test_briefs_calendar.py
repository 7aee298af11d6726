"""An .ics calendar, as calendar programs export it, becomes briefs or one clear refusal."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom.domain.brief import Brief, LeftOut
from pressroom.errors import BriefError
from pressroom.tools.briefs import read_briefs

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SALE = ("UID:sale", "SUMMARY:Sale", "DESCRIPTION:A quarter off", "DTSTART:20261201T090000Z")


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def with_line(prop: str, line: str) -> str:
    """The sale, with one property written as *line*."""
    kept = [one for one in SALE if not one.startswith(prop)]
    return event(*kept, line)


def save(folder: Path, *parts: str) -> Path:
    path = folder / "plan.ics"
    path.write_bytes(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(parts)}END:VCALENDAR\r\n".encode()
    )
    return path


def times(briefs: list[Brief]) -> list[str]:
    return [f"{brief.publish_at:%m-%d %H:%M}" for brief in briefs]


def test_an_event_becomes_a_brief(tmp_path: Path) -> None:
    """Whoever plans in a calendar program needs no other file."""
    source = save(
        tmp_path,
        event(
            "UID:abc@example.com",
            "SUMMARY:Spring sale",
            "DTSTART;TZID=Europe/Berlin:20261201T090000",
            "CATEGORIES:News,IG",
            "DESCRIPTION:hashtags: #kayak\\ncta: Book now https://example.com/b\\n\\n"
            "A quarter off\\, until Friday.\\nNote: while seats last.",
        ),
    )

    [brief] = read_briefs(source, now=NOW)

    assert (brief.title, brief.external_id) == ("Spring sale", "abc@example.com")
    assert brief.message == "A quarter off, until Friday.\nNote: while seats last."
    assert brief.publish_at == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert (brief.platforms, brief.keywords) == (("instagram",), ("News",))
    assert (brief.hashtags, brief.cta and brief.cta.text) == (("kayak",), "Book now")


def test_the_platforms_line_beats_the_categories(tmp_path: Path) -> None:
    """What is written for pressroom is more exact than a colour in the calendar."""
    source = save(
        tmp_path, event(*SALE[:2], SALE[3], "CATEGORIES:x", "DESCRIPTION:platforms: fb\\nm")
    )

    assert read_briefs(source, now=NOW)[0].platforms == ("facebook",)


def test_descriptions_of_web_calendars_lose_their_markup(tmp_path: Path) -> None:
    """Web calendars export HTML; tags in a post would look broken."""
    source = save(
        tmp_path,
        with_line(
            "DESCRIPTION", "DESCRIPTION:<p>platforms: x</p><p>Tea &amp\\; cake<br>5 &lt\\; 6</p>"
        ),
    )

    [brief] = read_briefs(source, now=NOW)

    assert (brief.platforms, brief.message) == (("x",), "Tea & cake\n5 < 6")


def test_times_without_a_zone_are_the_brands(tmp_path: Path) -> None:
    """A floating time means the local clock; an event of a whole day goes out at nine there."""
    source = save(
        tmp_path,
        with_line("DTSTART", "DTSTART:20261201T100000"),
        event("UID:day", "SUMMARY:Day", "DESCRIPTION:m", "DTSTART;VALUE=DATE:20261202"),
    )

    briefs = read_briefs(source, now=NOW, timezone="Asia/Ho_Chi_Minh")

    assert times(briefs) == ["12-01 03:00", "12-02 02:00"]


def test_the_calendars_own_zone_beats_the_brands(tmp_path: Path) -> None:
    """X-WR-TIMEZONE is what the program that wrote the calendar meant."""
    source = save(
        tmp_path, "X-WR-TIMEZONE:Asia/Tokyo\r\n", with_line("DTSTART", "DTSTART:20261201T100000")
    )

    assert times(read_briefs(source, now=NOW, timezone="Europe/Paris")) == ["12-01 01:00"]


def test_a_weekly_event_keeps_its_local_time_over_the_change_of_clocks(tmp_path: Path) -> None:
    """Nine in the morning is nine in the morning in summer, too."""
    source = save(
        tmp_path,
        with_line(
            "DTSTART", "DTSTART;TZID=Europe/Berlin:20270321T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3"
        ),
    )

    briefs = read_briefs(source, now=NOW, window=timedelta(days=200))

    assert times(briefs) == ["03-21 08:00", "03-28 07:00", "04-04 07:00"]
    assert [brief.external_id for brief in briefs] == [
        "sale@20270321T080000Z",
        "sale@20270328T070000Z",
        "sale@20270404T070000Z",
    ]


def test_a_repeated_event_without_end_stops_at_the_window(tmp_path: Path) -> None:
    """COUNT counts from the start, UNTIL ends, and the window bounds both."""
    daily = "DTSTART:20261120T090000Z\r\nRRULE:FREQ=DAILY"
    ids = {"": 10, ";COUNT=7": 2, ";UNTIL=20261127": 3, ";UNTIL=20261126T090000Z": 2}

    for end, expected in ids.items():
        source = save(tmp_path, with_line("DTSTART", daily + end))
        briefs = read_briefs(source, now=NOW, window=timedelta(days=10))
        assert len(briefs) == expected, end


def test_a_moved_or_cancelled_date_of_a_series_is_respected(tmp_path: Path) -> None:
    """A date that was moved goes out once, under the id of the date it was; one cancelled never."""
    source = save(
        tmp_path,
        with_line("DTSTART", "DTSTART:20261201T090000Z\r\nRRULE:FREQ=DAILY;COUNT=5"
                  "\r\nEXDATE:20261204T090000Z"),
        event("UID:sale", "SUMMARY:Moved", "DESCRIPTION:m", "DTSTART:20261202T150000Z",
              "RECURRENCE-ID:20261202T090000Z"),
        event("UID:sale", "SUMMARY:Off", "DTSTART:20261203T090000Z", "STATUS:CANCELLED",
              "RECURRENCE-ID:20261203T090000Z"),
    )  # fmt: skip

    briefs = read_briefs(source, now=NOW)

    assert times(briefs) == ["12-01 09:00", "12-02 15:00", "12-05 09:00"]
    assert briefs[1].external_id == "sale@20261202T090000Z"


def test_removed_days_and_added_dates_are_followed(tmp_path: Path) -> None:
    """RDATE and EXDATE are what calendar programs write when one date is added or deleted."""
    source = save(
        tmp_path,
        with_line(
            "DTSTART",
            "DTSTART:20261201T090000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20261202\r\n"
            "RDATE:20261210T090000Z",
        ),
    )

    assert times(read_briefs(source, now=NOW)) == ["12-01 09:00", "12-03 09:00", "12-10 09:00"]


def test_past_and_cancelled_events_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    """A calendar keeps its history; that is no reason to refuse, to repeat or to be silent."""
    source = save(
        tmp_path,
        event(*SALE),
        event("UID:old", "SUMMARY:Old", "DTSTART:20261101T090000Z"),
        event("UID:off", "SUMMARY:Off", "DTSTART:20261201T090000Z", "STATUS:CANCELLED"),
        event("UID:was", "SUMMARY:Was", "DTSTART:20261101T090000Z", "RRULE:FREQ=DAILY;COUNT=3"),
    )
    left_out: list[LeftOut] = []

    briefs = read_briefs(source, now=NOW, leave_out=left_out.append)

    assert [brief.title for brief in briefs] == ["Sale"]
    assert [(one.title, one.why) for one in left_out] == [
        ("Old", "its time is past"),
        ("Off", "it is cancelled"),
        ("Was", "none of its dates is within the next 60 days"),
    ]
    assert left_out[0].publish_at == datetime(2026, 11, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("broken", "field", "says"),
    [
        (with_line("DTSTART", "DTSTART:2026-12-XX"), "DTSTART", "2026-12-XX"),
        (with_line("DTSTART", "X-NONE:1"), "DTSTART", "missing"),
        (with_line("DTSTART", "DTSTART;TZID=Mars/Base:20261201T090000"), "DTSTART", "Mars/Base"),
        (with_line("DTSTART", "DTSTART:20261201T0900\r\nDTSTART:20261201T090000"), "DTSTART", ""),
        (with_line("DTSTART", "DTSTART:090000"), "DTSTART", "no date"),
        (with_line("UID", "X-NONE:1"), "UID", "missing"),
        (with_line("SUMMARY", "SUMMARY: "), "SUMMARY", "missing or empty"),
        (with_line("DESCRIPTION", "X-NONE:1"), "DESCRIPTION", "no message"),
        (with_line("DESCRIPTION", "DESCRIPTION:platforms: x"), "DESCRIPTION", "no message"),
        (
            with_line("DESCRIPTION", "DESCRIPTION:platfroms: x\\nm"),
            "DESCRIPTION",
            "Did you mean 'platforms'?",
        ),
        (
            with_line("DESCRIPTION", "DESCRIPTION:platforms: x\\nplatforms: fb\\nm"),
            "DESCRIPTION",
            "twice",
        ),
        (
            with_line("DESCRIPTION", "DESCRIPTION:platforms: tiktok\\nm"),
            "platforms",
            "unknown platform 'tiktok'",
        ),
        (event(*SALE, "CATEGORIES:Facebok"), "CATEGORIES", "Did you mean facebook?"),
        (event(*SALE, "RRULE:FREQ=SOMETIMES"), "RRULE", "SOMETIMES"),
        (event(*SALE, "RRULE:FREQ=SECONDLY"), "RRULE", "within a day"),
        (event(*SALE, "RRULE:FREQ=DAILY;INTERVAL=0;BYMONTH=2"), "RRULE", "INTERVAL"),
        (event(*SALE, "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10"), "RRULE", "more than 400"),
        (event(*SALE, "RRULE:FREQ=WEEKLY;BYDAY=QQ"), "RRULE", ""),
        (event(*SALE, "EXDATE:soon"), "EXDATE", "soon"),
        (
            event(*SALE, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE;TZID=Europe/Berlin:00010101T000000"),
            "EXDATE",
            "out of range",
        ),
        (event(*SALE, "RRULE;VALUE=DATE:20261201"), "RRULE", "wrong kind"),
        (event(*SALE, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z"), "RECURRENCE-ID", ""),
        (event(*SALE, "no property at all"), "a line", "no property at all"),
    ],
)
def test_a_broken_event_is_named_and_no_other_is_used(
    tmp_path: Path, broken: str, field: str, says: str
) -> None:
    """One broken event refuses the calendar, by its title: nothing is half done."""
    good = event("UID:good", "SUMMARY:Good", "DESCRIPTION:m", "DTSTART:20261130T090000Z")
    source = save(tmp_path, good, broken)

    with pytest.raises(BriefError) as caught:
        read_briefs(source, now=NOW)

    assert caught.value.field == field
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert 'plan.ics, event "Sale"' in str(caught.value) or field == "SUMMARY"
    assert "(UID sale)" in str(caught.value) or field == "UID"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no event to come"),
        ("BEGIN:VCALENDAR\r\n" + event(*SALE), "cut off"),
        ("BEGIN:VCALENDAR\r\n" + event(*SALE)[:60], "cut off"),
        ("nothing of the kind", "no valid calendar"),
        ("BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Nowhere\r\nEND:VCALENDAR\r\n", "'Nowhere'"),
    ],
)
def test_a_broken_calendar_is_told_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    """A calendar cut off in a download must not pass for a shorter one."""
    source = tmp_path / "plan.ics"
    source.write_bytes(text.encode())

    with pytest.raises(BriefError, match=says):
        read_briefs(source, now=NOW)


def test_two_events_with_one_id_are_refused(tmp_path: Path) -> None:
    """A copied event keeps its id in some programs; the second would be taken for the first."""
    source = save(tmp_path, event(*SALE), event(*SALE).replace("Sale", "Copy"))

    with pytest.raises(BriefError, match='id \'sale\': "Sale" and "Copy"'):
        read_briefs(source, now=NOW)


property_lines = st.builds(
    "{}{}:{}".format,
    st.sampled_from(
        ["DTSTART", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "DESCRIPTION", "CATEGORIES", "UID"]
    ),
    st.sampled_from(["", ";TZID=Europe/Berlin", ";VALUE=DATE", ";TZID=No/Where", ";VALUE=PERIOD"]),
    st.sampled_from(
        [
            "20261201T090000Z",
            "20261201",
            "00010101T000000Z",
            "99991231T235959",
            "090000",
            "P1D",
            "a,b",
        ]
    )
    | st.builds(
        "FREQ={};{}={}".format,
        st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]),
        st.sampled_from(["COUNT", "UNTIL", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST"]),
        st.sampled_from(["1", "-1", "0", "31", "MO", "2MO", "20261231", "20261231T000000Z", "x"]),
    )
    | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
)


@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(lines=st.lists(property_lines, max_size=4), base=st.booleans())
def test_any_event_gives_briefs_or_one_clear_line(
    tmp_path: Path, lines: list[str], base: bool
) -> None:
    """Whatever a program writes into an event, no traceback comes of it."""
    source = save(tmp_path, event(*(SALE if base else SALE[1:3]), *lines))

    try:
        briefs = read_briefs(source, now=NOW)
    except BriefError as err:
        told = str(err)
    else:
        told = ""
        assert all(brief.publish_at and brief.publish_at >= NOW for brief in briefs)

    assert "\n" not in told
