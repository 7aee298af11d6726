"""The weighted length of a post, against an independent implementation."""

import importlib
import importlib.resources
import importlib.util
import sys
import types
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.simulator.weighted import weigh


@pytest.fixture(scope="module")
def other() -> Any:
    """Another implementation; it reads one file through a module that setuptools has dropped."""
    if importlib.util.find_spec("pkg_resources") is None:
        stand_in: Any = types.ModuleType("pkg_resources")
        stand_in.resource_string = lambda module, name: (
            importlib.resources.files(module.rpartition(".")[0]).joinpath(name).read_bytes()
        )
        sys.modules["pkg_resources"] = stand_in
    return importlib.import_module("twitter_text")


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
