"""The weighted length of a post, against an independent implementation."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.simulator.weighted import weigh
from tests.oracles import twitter_text


@pytest.fixture(scope="module")
def other() -> Any:
    """Another implementation."""
    return twitter_text()


CASES = [
    ("", 0),
    ("abc", 3),
    ("Grüße", 5),
    ("漢字", 4),
    ("Việt Nam", 9),
    ("e\u0301", 1),
    ("👍", 2),
    ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2),
    ("🇩🇪", 2),
    ("https://example.com/a/very/long/path/indeed", 23),
    ("see https://example.com.", 28),
    ("see example.com now", 31),
    ("“quoted” – dash…", 17),
]


@pytest.mark.parametrize(("text", "weight"), CASES)
def test_known_lengths(text: str, weight: int) -> None:
    """Wide letters and emoji count two, addresses 23, composed letters one."""
    assert weigh(text) == weight


WORDS = st.sampled_from(
    [
        "hello",
        "Grüße",
        "漢字",
        "日本",
        "tiếng",
        "Việt",
        "👍",
        "👩‍🚀",
        "🇫🇷",
        "❤️",
        "…",
        "–",
        "#tag",
        "@name",
        "https://example.com/path?q=1",
        "http://example.org",
        "123",
        "مرحبا",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_it_agrees_with_another_implementation(other: Any, words: list[str]) -> None:
    """A wrong count would let a post through that X refuses, or the other way."""
    text = " ".join(words)

    assert weigh(text) == other.parse_tweet(text).weightedLength
