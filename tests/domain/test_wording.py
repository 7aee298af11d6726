"""Two texts are the same words, however they were spaced, rewritten or addressed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.wording import normalise, sha_of_words, spoken_words

texts = st.text(max_size=60)


@given(texts)
def test_the_same_words_stay_the_same_whatever_is_done_twice(text: str) -> None:
    """Each of them is at rest after once: comparing never depends on who normalised first."""
    assert normalise(normalise(text)) == normalise(text)
    assert spoken_words(f"@jane @sim_brand {text}") == spoken_words(text)


@given(texts, texts)
def test_a_comment_that_reads_alike_has_the_same_hash(one: str, other: str) -> None:
    """And another text has another."""
    assert (sha_of_words(one) == sha_of_words(other)) == (
        sha_of_words(normalise(one)) == sha_of_words(normalise(other))
    )
    assert sha_of_words(f"{one}!") != sha_of_words(one)


def test_a_rewritten_address_is_no_edit() -> None:
    """X shows the address that it leads to, with a scheme or without."""
    assert sha_of_words("see example.org/a") == sha_of_words("see http://example.org/a/")


def test_what_no_database_keeps_makes_no_difference() -> None:
    """The stored text has U+FFFD where the delivered one had NUL or half a character."""
    assert sha_of_words("a\x00b\ud83d") == sha_of_words("a\ufffdb\ufffd")


def test_names_in_front_are_not_the_words() -> None:
    """X puts them there; a name within the text is part of it."""
    assert spoken_words("@jane Hello @tom") == "Hello @tom"


@pytest.mark.parametrize("piece", ["a.", "a-", "www.", "http://", "@a ", "-."])
def test_a_long_text_made_to_be_slow_is_not(piece: str) -> None:
    """People write these texts: none of them may hold up the process that compares it."""
    text = piece * 4000

    before = time.process_time()
    spoken_words(text)

    assert time.process_time() - before < 0.5
