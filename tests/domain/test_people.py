"""One person under one name, however it was typed or disguised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.people import name_key

ANA = (
    "Ana",
    "ana",
    " ANA ",
    "A na",
    "A\u00a0n\u2003a",
    "A\u200bna",
    "\ufeffAna\u2060",
    "A\u00adna",
    "A\u034fna",
    "Ana\ufe0f",
    "Ana\u3164",
    "An\u2800a",
    "An\x07a",
    "Ａｎａ",
    "𝐀𝐧𝐚",
    "ᴬna",
)


@pytest.mark.parametrize("name", ANA, ids=map(ascii, ANA))
def test_what_cannot_be_seen_or_reads_the_same_makes_no_second_person(name: str) -> None:
    """Whoever may not approve their own words must not get round it with a blank."""
    assert name_key(name) == "ana"


@pytest.mark.parametrize(
    ("one", "other"),
    [("José", "Jose\u0301"), ("José", "Jos e\u200b\u0301"), ("STRASSE", "straße"), ("ﬁna", "Fina")],
)
def test_one_name_in_two_encodings_is_one_person(one: str, other: str) -> None:
    """A keyboard in another town writes the same letters in other bytes."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("name", ["Anna", "Ána", "An", "Ana B"])
def test_other_people_stay_other_people(name: str) -> None:
    """A colleague with a similar name may decide."""
    assert name_key(name) != name_key("Ana")


@pytest.mark.parametrize("name", ["", "  ", "\u200b\u2060", "\u3164", "\u2800", "\x00"])
def test_a_name_of_nothing_visible_is_nobody(name: str) -> None:
    """A decision needs somebody who can be asked."""
    assert name_key(name) == ""


@given(
    name=st.text(),
    blank=st.sampled_from(["\u200b", " ", "\u00ad", "\ufe0f"]),
    at=st.integers(0, 20),
)
def test_a_key_is_its_own_key_and_blanks_change_nothing(name: str, blank: str, at: int) -> None:
    """Whatever people are called."""
    key = name_key(name)

    assert name_key(key) == key
    assert name_key(name[:at] + blank + name[at:]) == key
