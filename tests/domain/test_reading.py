"""A text is heard through what it was dressed in, and what stands there is kept as evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.reading import read


def heard(text: str) -> set[str]:
    return {form for word in read(text).words for form in word.forms}


@pytest.mark.parametrize(
    "text",
    [
        "killed",
        "KILLED",
        "k1lled",
        "ki11ed",
        "k!lled",
        "k*lled",
        "kil\u200bled",
        "kıllеd",
        "ｋｉｌｌｅｄ",
        "𝓀𝒾𝓁𝓁ℯ𝒹",
        "k i l l e d",
        "k.i.l.l.e.d",
        "k-i-l-l-e-d",
        "kkkilled",
        "killeddd",
        "k̶i̶l̶l̶e̶d̶",
        "ki\u00adlled",
        "k\U000e0069illed",
    ],
)
def test_a_disguised_word_is_heard(text: str) -> None:
    """Who wants to slip past a list writes the word in another way."""
    assert "killed" in heard(f"you {text} my dog")


def test_the_words_as_they_stand_are_the_evidence() -> None:
    """A person checks the verdict against the text, so the text is quoted and not our reading."""
    reading = read("He p a s s e d away, don't you care?")
    place = next(at for at, word in enumerate(reading.words) if "passed" in word.forms)

    assert reading.shown(place, place + 1) == "p a s s e d away"
    assert "don't" in [reading.shown(at, at) for at in range(len(reading.words))]


def test_a_hashtag_is_read_as_its_words() -> None:
    """Campaigns speak in hashtags."""
    assert {"food", "poisoning"} <= heard("Thanks #FoodPoisoning")


def test_vietnamese_letters_keep_their_marks() -> None:
    """`tốt` is good; without its marks it would be the German word for dead."""
    assert "tot" not in heard("rất tốt")
    assert "sabado" in heard("sábado")


@given(st.text(max_size=200))
def test_anything_can_be_read_and_quoted(text: str) -> None:
    """Strangers send anything; every word must be found again in the text."""
    reading = read(text)

    for at, word in enumerate(reading.words):
        assert 0 <= word.start <= word.end <= len(reading.text)
        assert reading.shown(at, at) == reading.text[word.start : word.end]
        assert word.forms
