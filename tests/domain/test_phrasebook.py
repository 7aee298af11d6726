"""Phrases are found in every order and distance that their notation allows, and in no other."""

import pytest

from pressroom.domain.phrasebook import PhraseBook
from pressroom.domain.reading import read


def found(phrase: str, text: str, **classes: str) -> bool:
    book = PhraseBook()
    book.add({"it": phrase}, classes)
    return bool(book.find(read(text)))


@pytest.mark.parametrize(
    ("phrase", "text", "is_there"),
    [
        ("legal action", "I will take LEGAL  action!", True),
        ("legal action", "a legal, swift action", False),
        ("poison*", "they were poisoning us", True),
        ("sue|sued", "I sued you", True),
        ("glass ~ latte", "there was glass all over my latte", True),
        ("glass ~ latte", "a glass. My latte was fine", False),
        ("glass ~ latte", "a glass of water came after the second very late latte", False),
        ("glass ~~ latte", "a glass of water came after the second very late latte", True),
        ("in a? coma", "she is in coma", True),
        ("in a? coma", "she is in a coma", True),
        ("call <number>", "call 555 now", True),
        ("call <number>", "call us now", False),
        ("<kid> hurt", "our daughter hurt herself", True),
        ("hand & burned", "the lid burned my whole left hand", True),
        ("hand & burned", "my hand got badly burned", True),
        ("hand & burned", "lend me a hand. It burned down", False),
        ("corazón", "mi corazon", True),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, is_there: bool) -> None:
    """The lists are only as good as this notation."""
    assert found(phrase, text, kid="son|daughter") is is_there


@pytest.mark.parametrize("phrase", ["~ glass", "glass ~"])
def test_a_phrase_that_hangs_in_the_air_is_refused(phrase: str) -> None:
    """A gap at an end fits everything, which nobody means."""
    with pytest.raises(ValueError, match="begins and ends"):
        PhraseBook().add({"it": phrase}, {})
