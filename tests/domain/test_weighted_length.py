"""The length of a text on X agrees with twitter-text, and a shortened text is never spoilt."""

import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.domain.weighted_length import (
    ELLIPSIS,
    addresses_in,
    shorten_to_weight,
    weighted_length,
)
from tests.oracles import twitter_text


def oracle(text: str) -> int:
    """The other library's count."""
    return int(twitter_text().parse_tweet(text).weightedLength)


AGREED = [
    "",
    "hello",
    "Tiếng Việt có dấu rất hay: ạ ả ấ ầ ẩ ẫ ậ ắ ằ",
    unicodedata.normalize("NFD", "Tiếng Việt có dấu"),
    "日本語と한국어 그리고 中文",
    unicodedata.normalize("NFD", "각"),
    "👩‍🚀 👨‍👩‍👧‍👦 👁️‍🗨️",
    "🇻🇳🇫🇷 and no flag 🇦🇦",
    "1️⃣#️⃣*️⃣ 1⃣",
    "👍🏽👍 ✌🏿",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "☺️☺ © ® ™ ‼ 🚀️",
    "“quotes” – dashes — … dots",
    "line\r\nline\rline\n",
    "https://example.com",
    "HTTP://EXAMPLE.COM/PATH",
    "https://example.com/a?b=c.",
    "https://example.com?x=1",
    "https://example.com/a–b/",
    "see example.com, now (example.org/a)",
    "(https://en.wikipedia.org/wiki/Foo_(bar))",
    "http://twitter.com/これは日本語です。example.com中国語",
    "https://t.co/abcDEF/xyz",
    "https://a.b.co.uk:8080/x#y",
    "https://foo_bar.example.com",
    "https://日本語.jp/a",
    "https://пример.рф/путь",
    "café.fr naïve.com",
    "mail me@example.com #example.com @example.com",
    "-example.com _example.com",
    "file.txt readme.md end.Next",
    "https://localhost/x",
    "https://example.com,https://example.org",
    "Hello!https://example.com!",
]

DISAGREED = [
    ("❤️‍🔥", 2, "emoji newer than the library's list"),
    ("http://nas.lan/b", 23, "an unknown top-level domain with a scheme"),
]


@pytest.mark.parametrize("text", AGREED)
def test_the_weight_agrees_with_twitter_text(text: str) -> None:
    """Every script, every kind of emoji and every form of address that posts contain."""
    assert weighted_length(text) == oracle(text)


@pytest.mark.parametrize(("text", "weight", "why"), DISAGREED)
def test_known_disagreements_are_where_they_are_said_to_be(
    text: str, weight: int, why: str
) -> None:
    """The module's docstring lists them; one that goes away should leave the list."""
    assert weighted_length(text) == weight != oracle(text), why


WORDS = st.sampled_from(
    ["a", "Việt", "日本", "café", "cafe\u0301", "👩‍🚀", "🇻🇳", "1️⃣", "👍🏽", "…", "#tag", "@name",
     "https://example.com", "https://example.org/a?b=c&d", "example.net", "(x)", "x,", "end.", "—"]
)  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=60).map(" ".join)
# Letters, marks, CJK and signs as people mix them; `.` makes addresses, tested by examples.
PLAIN = st.text(
    st.characters(
        max_codepoint=0x9FFF, exclude_categories=("Cs", "Cn", "Co"), exclude_characters="."
    )
)


@given(SENTENCES)
@settings(max_examples=200, deadline=None)
def test_sentences_weigh_what_twitter_text_says(text: str) -> None:
    """Parts that agree alone agree together."""
    assert weighted_length(text) == oracle(text)


@given(PLAIN)
@settings(max_examples=300, deadline=None)
def test_any_plain_text_weighs_what_twitter_text_says(text: str) -> None:
    """No character of the basic plane is counted otherwise."""
    assert weighted_length(text) == oracle(text)


@given(st.text())
@settings(deadline=None)
def test_the_form_of_a_text_does_not_change_its_weight(text: str) -> None:
    """X counts the composed form, however it is typed."""
    assert weighted_length(unicodedata.normalize("NFD", text)) == weighted_length(text)


@given(SENTENCES, st.integers(min_value=0, max_value=300))
@settings(max_examples=200, deadline=None)
def test_a_shortened_text_fits_and_stays_whole(text: str, room: int) -> None:
    """No half word, no half emoji, no half address; what fits is left alone."""
    short = shorten_to_weight(text, room)

    whole = unicodedata.normalize("NFC", text)
    assert weighted_length(short) <= room
    if weighted_length(whole) <= room:
        assert short == whole
        return
    kept = short.removesuffix(ELLIPSIS)
    assert whole.startswith(kept)
    graphemes = regex.findall(r"\X", whole)
    assert regex.findall(r"\X", kept) == graphemes[: len(regex.findall(r"\X", kept))]
    shown = [a.text for a in addresses_in(short)]
    assert shown == [a.text for a in addresses_in(whole)][: len(shown)]


@given(st.text(), st.integers(min_value=0, max_value=60))
@settings(deadline=None)
def test_any_text_can_be_shortened(text: str, room: int) -> None:
    """Whatever a model writes, the result fits."""
    assert weighted_length(shorten_to_weight(text, room)) <= room


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (9, "Xin…"),
        (10, "Xin chào…"),
        (30, "Xin chào thế giới, xem…"),
        (50, "Xin chào thế giới, xem https://example.org/abc?d…"),
        (300, "Xin chào thế giới, xem https://example.org/abc?d nhé bạn"),
        (1, ""),
    ],
)
def test_the_cut_is_between_words(room: int, expected: str) -> None:
    """An address is kept whole or left out whole."""
    text = "Xin chào thế giới, xem https://example.org/abc?d nhé bạn"

    assert shorten_to_weight(text, room) == expected


@pytest.mark.parametrize(
    "text",
    ["é" * 20_000, "a" * 60_000, "é-" * 5_000, "https://" + "é." * 5_000, "(" * 9_000,
     "https://a.com/" + "(" * 9_000, "👩‍" * 5_000, "a." * 9_000, "#" * 50_000],
)  # fmt: skip
@pytest.mark.timeout(20)
def test_no_text_takes_the_counter_long(text: str) -> None:
    """A text made to hang a pattern is counted all the same (a naive one takes minutes)."""
    assert weighted_length(text) > 0
