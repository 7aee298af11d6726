"""Every limit holds at its edge, every violation has a way out, and repair mends what it can."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.domain.checks import CHECKS, HASHTAG
from pressroom.domain.effects import PublishOrder
from pressroom.domain.limits import RULES, rule, rules_for
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.domain.preflight import ImageFix, check, repair


def picture(kind: Any = "image/jpeg", width: int = 1080, height: int = 1080, **more: Any) -> Any:
    known = {
        "path": Path("a.jpg"),
        "sha256": "0" * 64,
        "media_type": kind,
        "width_px": width,
        "height_px": height,
        "size_bytes": 100_000,
        "alt_text": "A café.",
    }
    return MediaFile(**{**known, **more})


def order(platform: Platform, text: str = "Hello", media: Any = None, **more: Any) -> PublishOrder:
    shown = (picture(),) if media is None and platform == "instagram" else tuple(media or ())
    return PublishOrder(platform=platform, account="1", text=text, media=shown, **more)


def broken(wanted: PublishOrder, **more: Any) -> set[str]:
    return {violation.rule_id for violation in check(wanted, **more)}


def tags(count: int) -> str:
    return "News " + " ".join(f"#tag{n}" for n in range(count))


def mentions(count: int) -> str:
    return "News " + " ".join(f"@name{n}" for n in range(count))


EDGES: list[tuple[str, PublishOrder, PublishOrder]] = [
    ("x.text.weight", order("x", "a" * 280), order("x", "a" * 281)),
    ("x.text.weight", order("x", "日" * 140), order("x", "日" * 140 + "a")),
    (
        "x.text.weight",
        order("x", "a" * 256 + " https://example.org/" + "b" * 500),
        order("x", "a" * 257 + " https://example.org/"),
    ),
    ("x.cashtags", order("x", "Buy $ABC"), order("x", "Buy $ABC or $XYZ")),
    ("x.media.count", order("x", media=[picture()] * 4), order("x", media=[picture()] * 5)),
    (
        "x.media.bytes",
        order("x", media=[picture(size_bytes=5_242_880)]),
        order("x", media=[picture(size_bytes=5_242_881)]),
    ),
    (
        "x.gif.bytes",
        order("x", media=[picture("image/gif", size_bytes=15_728_640)]),
        order("x", media=[picture("image/gif", size_bytes=15_728_641)]),
    ),
    (
        "x.gif.alone",
        order("x", media=[picture("image/gif")]),
        order("x", media=[picture("image/gif"), picture()]),
    ),
    (
        "x.alt.length",
        order("x", media=[picture(alt_text="a" * 1000)]),
        order("x", media=[picture(alt_text="a" * 1001)]),
    ),
    (
        "x.link.in_text",
        order("x", "See https://a.org/b", link="https://a.org/b"),
        order("x", link="https://a.org/b"),
    ),
    ("instagram.caption.length", order("instagram", "a" * 2200), order("instagram", "a" * 2201)),
    ("instagram.hashtags", order("instagram", tags(5)), order("instagram", tags(6))),
    ("instagram.mentions", order("instagram", mentions(20)), order("instagram", mentions(21))),
    (
        "instagram.link.dead",
        order("instagram", "link in bio"),
        order("instagram", "see https://example.org"),
    ),
    (
        "instagram.link.in_text",
        order("instagram", "https://a.org/b", link="https://a.org/b"),
        order("instagram", link="https://a.org/b"),
    ),
    ("instagram.media.min", order("instagram"), order("instagram", media=[])),
    (
        "instagram.media.count",
        order("instagram", media=[picture()] * 10),
        order("instagram", media=[picture()] * 11),
    ),
    (
        "instagram.media.type",
        order("instagram", media=[picture()]),
        order("instagram", media=[picture("image/png")]),
    ),
    (
        "instagram.media.bytes",
        order("instagram", media=[picture(size_bytes=8_388_608)]),
        order("instagram", media=[picture(size_bytes=8_388_609)]),
    ),
    (
        "instagram.media.ratio.min",
        order("instagram", media=[picture(width=1080, height=1350)]),
        order("instagram", media=[picture(width=1080, height=1351)]),
    ),
    (
        "instagram.media.ratio.max",
        order("instagram", media=[picture(width=1337, height=700)]),
        order("instagram", media=[picture(width=1338, height=700)]),
    ),
    (
        "instagram.media.width.min",
        order("instagram", media=[picture(width=320, height=320)]),
        order("instagram", media=[picture(width=319, height=319)]),
    ),
    (
        "instagram.media.width.max",
        order("instagram", media=[picture(width=1440, height=1440)]),
        order("instagram", media=[picture(width=1441, height=1441)]),
    ),
    (
        "instagram.carousel.ratio",
        order("instagram", media=[picture(), picture(width=500, height=500)]),
        order("instagram", media=[picture(), picture(width=1080, height=1350)]),
    ),
    (
        "instagram.alt.length",
        order("instagram", media=[picture(alt_text="a" * 1000)]),
        order("instagram", media=[picture(alt_text="a" * 1001)]),
    ),
    ("facebook.text.length", order("facebook", "a" * 63_206), order("facebook", "a" * 63_207)),
    (
        "facebook.link.own",
        order("facebook", link="https://notfacebook.com/a"),
        order("facebook", link="https://www.facebook.com/a"),
    ),
    (
        "facebook.link.with_media",
        order("facebook", link="https://a.org/b"),
        order("facebook", link="https://a.org/b", media=[picture()]),
    ),
    (
        "facebook.media.count",
        order("facebook", media=[picture()] * 10),
        order("facebook", media=[picture()] * 11),
    ),
    (
        "facebook.media.type",
        order("facebook", media=[picture("image/png")]),
        order("facebook", media=[picture("image/webp")]),
    ),
    (
        "facebook.media.bytes",
        order("facebook", media=[picture(size_bytes=10_485_760)]),
        order("facebook", media=[picture(size_bytes=10_485_761)]),
    ),
    (
        "facebook.media.bytes.safe",
        order("facebook", media=[picture(size_bytes=4_000_000)]),
        order("facebook", media=[picture(size_bytes=4_000_001)]),
    ),
    ("any.empty", order("facebook", "", link="https://a.org/b"), order("facebook", " ")),
    ("any.empty", order("x", "", media=[picture()]), order("x", "")),
    ("any.text.form", order("x", "café"), order("x", "cafe\u0301")),
    ("any.text.controls", order("x", "two\nlines 👩‍👩‍👧"), order("x", "bell\x07")),
    ("any.text.controls", order("facebook", "é"), order("facebook", "mark\ufeff")),
    ("any.text.bidi", order("x", "\u200fשלום"), order("x", "pay \u202etxt.exe")),
    ("any.text.spaces", order("x", "Hello"), order("x", "Hello ")),
    ("any.hashtag.form", order("x", "Our #1 C# #black_friday!"), order("x", "#black-friday")),
    ("any.hashtag.form", order("x", "#Café, #日本"), order("x", "##double")),
    (
        "any.alt.missing",
        order("x", media=[picture(alt_text="A")]),
        order("x", media=[picture(alt_text=" ")]),
    ),
    (
        "any.link.form",
        order("facebook", link="https://example.org/a"),
        order("facebook", link="example.org/a"),
    ),
    (
        "any.link.form",
        order("facebook", link="http://a.example.org"),
        order("facebook", link="https://exa mple.org"),
    ),
]


@pytest.mark.parametrize(
    ("rule_id", "fits", "breaks"), EDGES, ids=[f"{e[0]}-{n}" for n, e in enumerate(EDGES)]
)
def test_each_limit_holds_at_its_edge(
    rule_id: str, fits: PublishOrder, breaks: PublishOrder
) -> None:
    """The last value that passes passes, the next one does not."""
    assert rule_id not in broken(fits)
    assert rule_id in broken(breaks)


def test_banned_words_are_found_as_words() -> None:
    """`cheap` is banned, `cheapen` is not; case and form do not hide it."""
    assert "any.banned" in broken(order("x", "So CHEAP!"), banned_words=["cheap"])
    assert "any.banned" in broken(order("x", "CAFE\u0301"), banned_words=["café"])
    assert "any.banned" not in broken(order("x", "cheapen it"), banned_words=["cheap"])
    assert "any.banned" not in broken(order("x", "anything"), banned_words=["", " "])


def test_planned_hashtags_are_looked_at_too() -> None:
    """With or without the sign, before they are in any text."""
    assert "any.hashtag.form" in broken(order("x"), hashtags=["black friday"])
    assert "any.hashtag.form" not in broken(order("x"), hashtags=["#café", "y2026"])


def test_every_rule_is_tested_checked_and_sourced() -> None:
    """A rule without source, day, fix, check or edge is a rumour."""
    tested = {edge[0] for edge in EDGES} | {"any.banned"}
    assert {r.id for r in RULES} == set(CHECKS) == tested
    for each in RULES:
        assert all([each.source, each.fix, each.what]), each.id
        assert each.checked_on >= date(2026, 11, 22)
        assert rule(each.id) is each


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_good_order_passes(platform: Platform) -> None:
    """Nothing to say about a plain post."""
    assert check(order(platform, "Our new café opens on Monday. #coffee", media=[picture()])) == []
    assert rules_for(platform)


def test_errors_come_first_and_name_field_and_fix() -> None:
    """A person reads from the top; each line says where and what to do."""
    wanted = order("instagram", "Hi ", media=[picture(), picture("image/png", alt_text="")])

    found = check(wanted)

    severities = [violation.severity for violation in found]
    assert severities == sorted(severities)
    [kind] = [v for v in found if v.rule_id == "instagram.media.type"]
    assert kind.field == "media[1]"
    assert kind.autofix == "image"
    assert kind.message == "Instagram: pictures are JPEG (image/png)."
    assert all(violation.fix and violation.source for violation in found)


def test_a_limit_can_be_set_otherwise() -> None:
    """Thirty hashtags for who trusts the reference; a typo in the name is an error."""
    limits = {"instagram.hashtags": 30}
    wanted = order("instagram", tags(30))

    assert "instagram.hashtags" not in broken(wanted, limits=limits)
    assert repair(wanted, limits=limits).order == wanted
    with pytest.raises(KeyError):
        check(wanted, limits={"instagram.hashtag": 30})


def test_hashtags_over_the_limit_go_from_the_end() -> None:
    """The first ones are the important ones."""
    mended = repair(order("instagram", tags(7)))

    assert mended.order.text == "News #tag0 #tag1 #tag2 #tag3 #tag4"
    assert mended.fixes == ["left out #tag6", "left out #tag5"]


def test_a_long_post_on_x_keeps_its_link() -> None:
    """Hashtags make room first, then words; the link is what the post is for."""
    text = "word " * 70 + "https://example.org/menu #coffee #monday"

    mended = repair(order("x", text))

    assert mended.order.text.startswith("word word")
    assert mended.order.text.endswith("… https://example.org/menu")
    assert broken(mended.order) == set()
    assert len(mended.fixes) == 3


def test_hashtags_alone_may_make_enough_room() -> None:
    """No word is lost while a hashtag can go."""
    text = "a" * 270 + " #coffee #monday"

    assert repair(order("x", text)).order.text == "a" * 270 + " #coffee"


def test_invisible_characters_are_taken_out() -> None:
    """Controls, overrides, split letters and stray spaces, without a person."""
    text = " cafe\u0301\u202e\x07\r\nline\ttwo\ufeff \n"

    mended = repair(order("x", text))

    assert mended.order.text == "café\nline two"
    assert check(mended.order) == []


def test_a_link_moves_where_it_works() -> None:
    """Into the text on X, and on Facebook where pictures take the preview's place."""
    link = "https://example.org/a"

    on_x = repair(order("x", "Read", link=link)).order
    with_photo = repair(order("facebook", "Read", link=link, media=[picture()])).order
    alone = repair(order("facebook", "Read", link=link)).order

    assert on_x.text == "Read https://example.org/a"
    assert (with_photo.text, with_photo.link) == ("Read https://example.org/a", "")
    assert (alone.text, alone.link) == ("Read", link)


def test_a_picture_that_must_change_is_described_for_the_renderer() -> None:
    """What it must become, in numbers; the good picture beside it is left alone."""
    media = [picture(), picture("image/png", width=3000, height=900, size_bytes=9_000_000)]

    work = repair(order("instagram", media=media)).image_work

    assert work == [
        ImageFix(1, "image/jpeg", 8_388_608, 320, 1440, 0.8, 1.91),
    ]


def test_a_heavy_picture_keeps_its_kind_where_it_may() -> None:
    """X takes PNG: it has to become lighter, not a JPEG."""
    [work] = repair(order("x", media=[picture("image/png", size_bytes=6_000_000)])).image_work

    assert work == ImageFix(0, "image/png", 5_242_880)


def test_what_only_a_person_can_decide_is_left() -> None:
    """Banned words and too many pictures are no matter of spelling."""
    wanted = order("x", "So cheap", media=[picture()] * 5)

    mended = repair(wanted)

    assert mended.order == wanted
    assert broken(mended.order, banned_words=["cheap"]) == {"any.banned", "x.media.count"}


PARTS = st.sampled_from(
    ["#tag", "#Café", "##", "#a#b", "@name", "$ABC", "https://example.org/a?b", "example.com",
     "日本語", "👩‍👩‍👧", "cafe\u0301", "\u202e", "\x07", "\r\n", "\t", " ", "\n", "word", "w" * 300,
     "…", "\ufeff"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=150).map("".join) | st.lists(PARTS, max_size=150).map(" ".join)


@given(
    st.sampled_from(PLATFORMS),
    TEXTS | st.text(max_size=400),
    st.sampled_from(["", "https://example.org/menu"]),
    st.booleans(),
)
@settings(max_examples=250, deadline=None)
def test_repair_leaves_nothing_that_it_could_mend(
    platform: Platform, text: str, link: str, pictured: bool
) -> None:
    """After repair no text error is left, and repairing again changes nothing."""
    wanted = order(platform, text, media=[picture()] if pictured else [], link=link)

    mended = repair(wanted)

    left = [v for v in check(mended.order) if v.autofix == "text"]
    assert left == []
    again = repair(mended.order)
    assert again.order == mended.order
    assert again.fixes == []


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_repair_drops_no_hashtag_that_may_stay(text: str) -> None:
    """As many hashtags stay as there were, up to the limit, where the text is short enough."""
    wanted = order("instagram", text[:800])

    mended = repair(wanted).order

    before = len(HASHTAG.findall(repair(wanted, limits={"instagram.hashtags": 999}).order.text))
    assert len(HASHTAG.findall(mended.text)) == min(before, 5)
