"""Each way in which a brief can be wrong gives one line: the file, the field, the fix."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressroom.errors import BriefError
from pressroom.tools.briefs import read_briefs

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GOOD = "title: t\nmessage: m\n"


def refuse(source: Path) -> BriefError:
    with pytest.raises(BriefError) as caught:
        read_briefs(source, now=NOW)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        (GOOD + "platforms: [facebok, x]", "platforms", "Did you mean facebook?"),
        ("titel: t\nmessage: m", "titel", "Did you mean 'title'?"),
        (GOOD + "cta: {text: a, ur: 'https://a.example'}", "cta.ur", "Did you mean 'url'?"),
        (GOOD + "publish_at: 2026-12-01T09:00", "publish_at", "2026-12-01T09:00+01:00"),
        (GOOD + "publish_at: 2026-12-01", "publish_at", "no time of day"),
        (GOOD + "publish_at: soon", "publish_at", "is no time"),
        (GOOD + "publish_at: 2026-11-24T11:59Z", "publish_at", "is past"),
        (GOOD + "publish_at: 0001-01-01T00:00+14:00", "publish_at", "out of range"),
        (
            GOOD + "publish_at: 2027-03-28 02:30\ntimezone: Europe/Berlin",
            "publish_at",
            "clocks skip it",
        ),
        (GOOD + "publish_at: 2027-01-01 09:00\ntimezone: Europe/Pris", "timezone", "Europe/Paris"),
        (
            GOOD + "publish_at: 2027-01-01T09:00Z\npublish_now: true",
            "publish_now",
            "contradict each other",
        ),
        ("title: t\nmessage: '  '", "message", "message is empty"),
        ("title: #Sale\nmessage: m", "title", "in quotes"),
        (GOOD + "hashtags:\n - #sale", "hashtags", "item 1, is empty"),
        (GOOD + "platforms: []", "platforms", "platforms names no platform. Name some of facebook"),
        (GOOD + "images: [a.jpg]", "images", "Did you mean 'media'?"),
        (GOOD + "channels: [x]", "channels", "Did you mean 'platforms'?"),
        ("title: t\nbody: m", "body", "Did you mean 'message'?"),
        (GOOD + "variants: many", "variants", "a whole number"),
        (GOOD + "variants: 9", "variants", "at most 4"),
        (GOOD + "language: english", "language", "pt-BR"),
        (GOOD + "cta: Book now", "cta", "no web address"),
        (GOOD + "cta: {text: Book, url: nowhere}", "cta.url", "no web address"),
        (GOOD + "campaign: {name: Spring, budget: .inf}", "campaign.budget", "a number"),
        (GOOD + "campaign: {name: Spring, budget: nan}", "campaign.budget", "a number"),
        (GOOD + "media: [{path: gone.jpg, alt_text: A boat}]", "media", "does not exist"),
        (GOOD + "media: [{path: gone.jpg, alt: A boat}]", "media.alt", "Did you mean 'alt_text'?"),
        (GOOD + "media: [{alt_text: A boat}]", "media.path", "missing"),
        (GOOD + "media: https://example.com/a.jpg", "media", "Download it first"),
        (GOOD + "media: gone.jpg", "media", "does not exist"),
        (GOOD + "media: .", "media", "is a folder"),
        (GOOD + "media: brief.yaml", "media", "no JPEG, PNG, GIF or WebP"),
        (GOOD + 'media: "a\\0b.jpg"', "media", "does not exist"),
        ("title: t" + "x" * 300 + "\nmessage: m", "title", "at most 200"),
        ("just words", "file", "holds no fields"),
        ("entries: []", "entries", "no entries"),
        ("entries: {a: b}", "entries", "must be a list"),
        ("entris: []\n" + GOOD, "entris", "Did you mean 'entries'?"),
        ("platfoms: x\nentries: [{title: a}]", "platfoms", "Did you mean 'platforms'?"),
        ("- words", "entries", "no mapping"),
        ("title: a: b", "file", "line 1: not valid YAML"),
        (GOOD + "title: again", "file", "line 3: the key 'title' stands twice"),
        (GOOD + "---\n" + GOOD, "file", "second document"),
        (GOOD + "x: !!python/object/apply:os.getpid []", "file", "is not taken"),
        (GOOD + "x: *nothing", "file", "not"),
        ("# only a comment", "file", "holds no fields"),
        ("  \n", "file", "is empty"),
        ("[" * 100_000, "file", "nest"),
        ("x: " * 5 + "&a [*a]", "file", "YAML"),
    ],
)
def test_a_bad_brief_is_told_in_one_line(tmp_path: Path, text: str, field: str, says: str) -> None:
    """The reader learns what to change without a traceback or a look into the code."""
    source = tmp_path / "brief.yaml"
    source.write_text(text, encoding="utf-8")

    err = refuse(source)

    assert err.field == field
    assert says in str(err)
    assert "brief.yaml" in str(err)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"title": 5, "message": "m"}', "title must be text, not 5"),
        ('{"title": "t", "title": "u", "message": "m"}', "stands twice"),
        ('{"title": "t", "message": "m", "variants": NaN}', "NaN"),
        ('{"title": "t", "message": "m"', "line 1: not valid JSON"),
        ('{"title": "t", "message": "m", "publish_at": 1790000000}', "is no time"),
        ('{"title": "t", "message": "\\ud800"}', "message"),
        ("[" * 100_000, "nested too deep"),
        ("9" * 10_000, "digits"),
    ],
)
def test_bad_json_is_told_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    """JSON that other programs write is held to the same standard."""
    source = tmp_path / "brief.json"
    source.write_text(text, encoding="utf-8")

    assert says in str(refuse(source))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "no text file"),
        (b"title: t\nmessage: caf\xe9", "line 2: not valid UTF-8"),
        ("title: t".encode("utf-16"), "no text file"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        (b"", "is empty"),
    ],
)
def test_a_file_that_is_no_text_is_told_apart(tmp_path: Path, data: bytes, says: str) -> None:
    """A picture or an old code page given by mistake is named as such."""
    source = tmp_path / "brief.yaml"
    source.write_bytes(data)

    assert says in str(refuse(source))


def test_an_error_names_the_entry_and_nothing_of_the_calendar_is_used(tmp_path: Path) -> None:
    """Among fifty entries the reader must find the one; half a calendar is worse than none."""
    source = tmp_path / "plan.yaml"
    source.write_text(
        "entries:\n- {title: Good, message: m}\n- {title: Bad, message: m, platforms: tiktok}\n"
    )

    assert 'plan.yaml, entry 2 ("Bad"): platforms: unknown platform' in str(refuse(source))


def test_two_entries_with_one_id_are_refused(tmp_path: Path) -> None:
    """The id tells whether an entry was published already: the second would never go out."""
    source = tmp_path / "plan.yaml"
    entry = "- {title: T%d, message: m, external_id: same}\n"
    source.write_text(entry % 1 + entry % 2)

    err = refuse(source)

    assert err.field == "external_id"
    assert '"T1" and "T2"' in str(err)


def test_aliases_that_multiply_are_refused_before_they_do(tmp_path: Path) -> None:
    """A file of one kilobyte must not become a gigabyte of values."""
    source = tmp_path / "bomb.yaml"
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    source.write_text("\n".join(lines))

    assert "200,000 values" in str(refuse(source))


def test_aliases_in_great_number_are_refused(tmp_path: Path) -> None:
    """Many small aliases are no way to write a brief."""
    source = tmp_path / "many.yaml"
    source.write_text("a: &a x\nb: [" + ", ".join(["*a"] * 101) + "]")

    assert "more than 100 aliases" in str(refuse(source))


def test_a_folder_a_missing_file_and_a_device_are_named(tmp_path: Path) -> None:
    """What is no file is not read: a device would never end."""
    assert "is a folder" in str(refuse(tmp_path))
    assert "does not exist" in str(refuse(tmp_path / "gone.yaml"))
    assert "does not exist" in str(refuse(Path("a\0b")))
    assert "File name too long" in str(refuse(Path("x" * 300)))
    assert "no regular file" in str(refuse(Path(os.devnull)))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """A permission is put right by a person, who must know which file it is about."""
    source = tmp_path / "brief.yaml"
    source.write_text(GOOD)
    source.chmod(0)

    assert "may not be read" in str(refuse(source))


def test_empty_standard_input_is_named() -> None:
    """`cat nothing | pressroom run` must say that nothing came."""
    with pytest.raises(BriefError, match="standard input is empty"):
        read_briefs("-", now=NOW, stdin_text="")
