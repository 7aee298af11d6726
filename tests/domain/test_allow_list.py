"""Alone is answered what is understood to its last word, and nothing else."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.domain.allow_list import LANGUAGES, MOST_WORDS, account_for
from pressroom.domain.never_auto import find_never_auto
from pressroom.domain.reading import read

KIND = {
    "en": "Thanks guys, the cake was perfect! 😍",
    "es": "¡Muchas gracias, todo riquísimo!",
    "fr": "J'adore cet endroit, merci beaucoup !",
    "de": "Vielen Dank, ein wunderschöner Laden",
    "it": "Che bel locale, complimenti!",
    "pt": "Parabéns, um lugar maravilhoso",
    "vi": "Quán đẹp quá, cảm ơn quán ạ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_praise_is_known_to_its_last_word_in_every_language(language: str) -> None:
    """Else the machine would never thank anybody there."""
    found = account_for(read(KIND[language]), ["en", *LANGUAGES])

    assert (found.language, found.stray, found.praises) == (language, (), True)


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("Grandad's last meal was your pie. He did love it.", "last"),
        ("Lovely lunch! Everyone was on a drip", "drip"),
        ("Love it 🔥", "🔥"),
        ("Love it ⚰️", "⚰"),
        ("Great service 😂", "😂"),
        ("Thanks for nothing", "nothing"),
        ("Love it " * MOST_WORDS, "…"),
    ],
)
def test_what_is_not_known_is_shown(text: str, stray: str) -> None:
    """A person sees at a glance why the machine did not answer."""
    found = account_for(read(text), ["en"])

    assert not found.is_whole
    assert stray in found.stray


def test_one_language_has_to_know_all_of_it() -> None:
    """`Gift` is a present in English and poison in German: a mixture is nobody's praise."""
    assert account_for(read("Love the gift"), ["en"]).is_whole
    assert not account_for(read("Danke für das gift"), ["de", "en"]).is_whole


def test_a_brands_name_is_known_and_a_language_without_a_list_is_not() -> None:
    """Nothing is guessed: without words there is no answer without a person."""
    told = read("I love Crumbelina")

    assert account_for(told, ["en"]).stray == ("Crumbelina",)
    assert account_for(told, ["en"], own=frozenset({"crumbelina"})).is_whole
    assert not account_for(read("Love it"), ["nl"]).is_whole


def test_a_question_may_ask_for_what_the_fact_speaks_to_and_for_nothing_else() -> None:
    """The rest of the comment counts as much as the sentence that asks."""
    met = frozenset({"dogs", "welcome", "terrace"})

    for text, whole in (
        ("Hi! Are dogs welcome on the terrace?", True),
        ("Love your cake! Are dogs welcome on the terrace?", True),
        ("Are dogs welcome? Mine choked there", False),
        ("Are dogs welcome on the roof terrace?", False),
    ):
        assert account_for(read(text), ["en"], met=met).is_whole is whole, text
    assert not account_for(read("When do you open?"), ["en"]).is_whole, "asking is no praise"


@given(
    st.sampled_from(sorted(KIND)),
    st.text(st.characters(categories=["Ll"], max_codepoint=0x17F), max_size=20),
    st.integers(0, 3),
)
@settings(max_examples=80)
def test_one_word_more_is_one_word_too_many(language: str, word: str, at: int) -> None:
    """Wherever it stands, and whatever stands around it."""
    words = KIND[language].split()
    more = " ".join([*words[:at], f"xq{word}", *words[at:]])

    assert not account_for(read(more), [language, *LANGUAGES]).is_whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_list_is_grave(language: str) -> None:
    """The two lists contradict each other nowhere."""
    data = LANGUAGES[language]
    for part in (data.PRAISE, data.THINGS, data.SMALL, data.ASKING):
        for phrase in re.split(r"[;\n]", part):
            options = [one.rstrip("?").split("|") for one in phrase.split()]
            for words in product(*options) if options else ():
                assert find_never_auto(" ".join(words)) == (), words
