"""What people write becomes briefs, in any of the forms they like to write it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressroom.domain.brief import Brief, CallToAction, Campaign, LeftOut
from pressroom.errors import BriefError
from pressroom.tools.briefs import read_briefs

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


def write(folder: Path, text: str, name: str = "brief.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(source: Path) -> list[Brief] | BriefError:
    try:
        return read_briefs(source, now=NOW)
    except BriefError as err:
        return err


CALENDAR = """
timezone: Europe/Paris
entries:
- {{title: Old, message: m, publish_at: "{past}", media: [deleted.png]}}
- {{title: New, message: m, publish_at: "2026-12-01T09:00"}}
- {{message: m, publish_at: "{past}"}}
- {{title: Whenever, message: m}}
"""


def test_past_entries_of_a_calendar_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    """The same in every kind of file: last week's entry is no reason to refuse this week's."""
    source = write(tmp_path, CALENDAR.format(past="2026-11-20T10:00"))
    left_out: list[LeftOut] = []

    briefs = read_briefs(source, now=NOW, leave_out=left_out.append)

    assert [brief.title for brief in briefs] == ["New", "Whenever"]
    assert [(one.title, one.why) for one in left_out] == [
        ("Old", "its time is past"),
        ("entry 3", "its time is past"),
    ]
    assert left_out[0].publish_at == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_calendar_of_nothing_but_the_past_is_refused(tmp_path: Path) -> None:
    """Whoever runs it expects that something goes out."""
    entries = [{"title": "t", "message": "m", "publish_at": "2026-11-01T09:00Z"}] * 2

    refusal = read(write(tmp_path, json.dumps(entries), "plan.json"))

    assert isinstance(refusal, BriefError)
    assert "plan.json has no entry to come (2 in all; past ones do not count)" in str(refusal)


def test_a_time_that_nobody_can_place_refuses_a_calendar(tmp_path: Path) -> None:
    """It might be to come."""
    refusal = read(write(tmp_path, CALENDAR.format(past="last week")))

    assert isinstance(refusal, BriefError)
    assert 'entry 1 ("Old")' in str(refusal)
    assert refusal.field == "publish_at"


def test_a_yaml_brief_says_what_it_says(tmp_path: Path) -> None:
    """The plain forms that people write (names, words and an address) become typed fields."""
    (tmp_path / "boat.png").write_bytes(PNG)
    source = write(
        tmp_path,
        """
        title: Spring sale
        message: "Kayak tours: a quarter off."
        platforms: Facebook, twitter
        campaign: Spring
        cta: "Book now: https://example.com/book"
        hashtags: "#kayak #river"
        keywords: kayak tours, river
        media: boat.png
        publish_at: 2026-12-01T09:00:00+01:00
        variants: 3
        external_id: spring-1
        """,
    )

    [brief] = read_briefs(source, now=NOW)

    assert brief == Brief(
        title="Spring sale",
        message="Kayak tours: a quarter off.",
        platforms=("facebook", "x"),
        campaign=Campaign(name="Spring"),
        cta=CallToAction.model_validate({"text": "Book now", "url": "https://example.com/book"}),
        hashtags=("kayak", "river"),
        keywords=("kayak tours", "river"),
        media=((tmp_path / "boat.png").absolute(),),
        publish_at=datetime(2026, 12, 1, 8, tzinfo=UTC),
        variants=3,
        external_id="spring-1",
    )


def test_yaml_text_stays_as_it_was_written(tmp_path: Path) -> None:
    """`no`, `12:30` and `007` are words to people; YAML 1.1 would make a bool and numbers."""
    source = write(tmp_path, "title: 12:30\nmessage: no\nkeywords: [007, 2026-12-01, yes]\n")

    [brief] = read_briefs(source, now=NOW)

    assert (brief.title, brief.message) == ("12:30", "no")
    assert brief.keywords == ("007", "2026-12-01", "yes")


def test_a_local_time_counts_in_its_own_time_zone(tmp_path: Path) -> None:
    """Whoever names the zone means the local clock, in summer and in winter."""
    text = "title: a\nmessage: b\npublish_at: {}\ntimezone: Europe/Berlin\n"

    [winter] = read_briefs(write(tmp_path, text.format("2026-12-01 09:00")), now=NOW)
    [summer] = read_briefs(write(tmp_path, text.format("2027-07-01T09:00")), now=NOW)

    assert winter.publish_at == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert summer.publish_at == datetime(2027, 7, 1, 7, tzinfo=UTC)


def test_a_content_calendar_shares_what_holds_for_all_entries(tmp_path: Path) -> None:
    """What stands beside `entries:` need not be repeated, and an entry may still differ."""
    source = write(
        tmp_path,
        """
        campaign: Spring
        platforms: [x]
        entries:
          - {title: One, message: first}
          - {title: Two, message: second, platforms: ig}
        """,
    )

    one, two = read_briefs(source, now=NOW)

    assert (one.platforms, two.platforms) == (("x",), ("instagram",))
    assert one.campaign == two.campaign == Campaign(name="Spring")


def test_aliases_that_save_typing_work(tmp_path: Path) -> None:
    """Anchors are an ordinary way to write a calendar; only their abuse is refused."""
    source = write(
        tmp_path,
        "- &base {title: One, message: m, platforms: &p [x, fb]}\n"
        "- {<<: *base, title: Two}\n"
        "- {title: Three, message: n, platforms: *p}\n",
    )

    briefs = read_briefs(source, now=NOW)

    assert [brief.title for brief in briefs] == ["One", "Two", "Three"]
    assert {brief.platforms for brief in briefs} == {("x", "facebook")}


def test_standard_input_takes_yaml_json_and_calendars() -> None:
    """A pipe has no file name, so the text itself tells what it is."""
    event = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:t\nDESCRIPTION:m\n"
        "DTSTART:20261201T090000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    texts = ["title: t\nmessage: m\n", json.dumps({"title": "t", "message": "m"}), event]

    found = [read_briefs("-", stdin_text=text, now=NOW) for text in texts]

    assert [[(brief.title, brief.message) for brief in briefs] for briefs in found] == (
        [[("t", "m")]] * 3
    )


def test_an_entry_without_platforms_goes_to_those_that_are_set_up(tmp_path: Path) -> None:
    """A newcomer with one account need not name it in every brief."""
    source = write(tmp_path, "title: a\nmessage: b\n")

    assert read_briefs(source, now=NOW, platforms=("instagram",))[0].platforms == ("instagram",)
    assert read_briefs(source, now=NOW)[0].platforms == ("facebook", "instagram", "x")


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
)
line = words.map(lambda text: " ".join(text.split())).filter(bool)
briefs_strategy = st.builds(
    Brief,
    title=line,
    message=line,
    platforms=st.lists(st.sampled_from(["facebook", "instagram", "x"]), min_size=1, unique=True),
    campaign=st.none() | st.builds(Campaign, name=line, budget=st.none() | st.floats(0, 1e9)),
    audience=words,
    hashtags=st.lists(line, max_size=3),
    keywords=st.lists(words, max_size=3),
    publish_at=st.none()
    | st.integers(0, 2_000_000_000).map(lambda seconds: NOW + timedelta(seconds=seconds)),
    variants=st.integers(1, 4),
    external_id=words,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(brief=briefs_strategy, kind=st.sampled_from(["yaml", "json"]))
def test_what_is_written_out_reads_back_the_same(tmp_path: Path, brief: Brief, kind: str) -> None:
    """A calendar that another program writes from briefs gives those briefs again."""
    data = brief.model_dump(mode="json")
    dump = json.dumps(data) if kind == "json" else yaml.safe_dump(data, allow_unicode=True)
    source = write(tmp_path, dump, f"brief.{kind}")

    assert read_briefs(source, now=NOW) == [brief]


@settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text("{}[]&*!|>-:,'\"#?<\\ \ntle012", max_size=80).map(str.encode),
    suffix=st.sampled_from([".yaml", ".json", ".ics", ""]),
)
def test_any_bytes_give_briefs_or_one_clear_line(tmp_path: Path, data: bytes, suffix: str) -> None:
    """No file, however strange, ends in a traceback."""
    source = tmp_path / f"any{suffix}"
    source.write_bytes(data)

    outcome = read(source)

    if isinstance(outcome, BriefError):
        assert outcome.field
        assert "\n" not in str(outcome)
        assert len(str(outcome)) < 600
    else:
        assert outcome


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    fields=st.dictionaries(
        st.sampled_from([*Brief.model_fields, "timezone", "entries", "titel"]), plain, max_size=6
    )
)
def test_any_values_in_known_fields_give_briefs_or_one_clear_line(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    """A value of any kind in any field is told apart from a good one without a traceback."""
    data = {"title": "t", "message": "m", **fields}
    source = write(tmp_path, json.dumps(data), "any.json")

    outcome = read(source)

    if isinstance(outcome, BriefError):
        assert "\n" not in str(outcome)
    else:
        assert all(brief.publish_at is None or brief.publish_at >= NOW for brief in outcome)


def test_a_window_bounds_repeated_events_only(tmp_path: Path) -> None:
    """A weekly event has no end; a single one next year was put there on purpose."""
    weekly = (
        "BEGIN:VEVENT\nUID:w\nSUMMARY:w\nDESCRIPTION:m\nDTSTART:20261125T090000Z\n"
        "RRULE:FREQ=WEEKLY\nEND:VEVENT\n"
    )
    single = "BEGIN:VEVENT\nUID:s\nSUMMARY:s\nDESCRIPTION:m\nDTSTART:20271125T090000Z\nEND:VEVENT\n"
    source = write(tmp_path, f"BEGIN:VCALENDAR\n{weekly}{single}END:VCALENDAR\n", "plan.ics")

    titles = [b.title for b in read_briefs(source, now=NOW, window=timedelta(days=15))]

    assert titles == ["w", "w", "w", "s"]


def test_a_picture_may_come_with_its_alt_text(tmp_path: Path) -> None:
    """Nobody but its owner can describe a photo that pressroom never sees."""
    (tmp_path / "boat.png").write_bytes(PNG)
    source = write(
        tmp_path,
        "title: t\nmessage: m\nmedia:\n  - boat.png\n  - {path: boat.png, alt_text: A red boat}\n",
    )

    [brief] = read_briefs(source, now=NOW)

    assert [picture.path for picture in brief.media] == [(tmp_path / "boat.png").absolute()] * 2
    assert [picture.alt_text for picture in brief.media] == ["", "A red boat"]
