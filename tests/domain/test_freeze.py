"""How far a freeze reaches: rather too far than not far enough, and no further than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pressroom.domain.freeze import FreezeScope


def _holds(topic: str, text: str) -> bool:
    return FreezeScope(topics=(topic,)).covers("x", "7", [text])


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("travel cup", "New: the TRAVEL CUP in blue"),
        ("travel cup", "#TravelCupFriday is here"),
        ("café", "Meet us at the CAFE."),
        ("Straße", "Die STRASSE ist wieder offen"),
        ("recall", "We recall all of them"),
        ("リコール", "製品のリコールについて"),
        ("travel cup", "travel\u00a0cup"),
    ],
)
def test_what_mentions_the_topic_is_held(topic: str, text: str) -> None:
    assert _holds(topic, text)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("cup", "An occupied seat"),  # three letters count as a word only
        ("travel cup", "Travel in autumn"),
        ("recall", ""),
    ],
)
def test_what_does_not_is_let_go(topic: str, text: str) -> None:
    assert not _holds(topic, text)


def test_without_bounds_everything_is_held() -> None:
    assert FreezeScope().covers("facebook", "42", [""])


def test_platform_and_account_bound_it() -> None:
    scope = FreezeScope(platforms=("x",), accounts=("7",))

    assert scope.covers("x", "7", ["anything"])
    assert not scope.covers("facebook", "7", ["anything"])
    assert not scope.covers("x", "8", ["anything"])


def test_what_nobody_can_know_the_topic_of_is_held() -> None:
    assert FreezeScope(topics=("recall",)).covers("x", "7", None)


@pytest.mark.parametrize("topic", ["", "  ", "!?", "\u200b"])
def test_a_topic_that_nothing_could_mention_is_refused(topic: str) -> None:
    with pytest.raises(ValidationError, match="no word"):
        FreezeScope(topics=(topic,))


@given(st.text(min_size=1), st.text(), st.text())
def test_a_text_that_holds_the_topic_as_words_is_held(topic: str, before: str, after: str) -> None:
    try:
        scope = FreezeScope(topics=(topic,))
    except ValidationError:
        return
    assert scope.covers("x", "7", [f"{before} {topic} {after}"])
