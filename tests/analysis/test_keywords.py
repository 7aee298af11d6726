"""Keywords are what short texts are about, in several languages, the same every time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.keywords import extract_keywords
from pressroom.analysis.stopwords import STOPWORDS


@pytest.mark.parametrize(
    ("language", "texts", "first"),
    [
        (
            "en",
            [
                "I love the sourdough bread!",
                "Sourdough bread again?",
                "Is the sourdough bread back?",
            ],
            "sourdough bread",
        ),
        (
            "de",
            ["Die Ladesäulen am Bahnhof sind super", "Wann kommen mehr Ladesäulen?"],
            "ladesäulen",
        ),
        ("fr", ["L'entrée libre, c'est super", "Entrée libre vraiment ?"], "entrée libre"),
        ("es", ["¿Cuándo abren la tienda nueva?", "La tienda nueva es preciosa"], "tienda nueva"),
        (
            "it",
            ["Bella la nuova collezione", "La nuova collezione è qui", "Quanto costa?"],
            "nuova collezione",
        ),
        ("pt", ["Adorei o novo cardápio", "Quando chega o novo cardápio?"], "novo cardápio"),
        (
            "vi",
            ["Cà phê ở đây rất ngon", "quán cà phê này đông quá", "mình thích cà phê sữa"],
            "cà phê",
        ),
    ],
)
def test_what_several_texts_share_comes_first(language: str, texts: list[str], first: str) -> None:
    """What many people bring up is the subject, in any of the languages we speak."""
    assert extract_keywords(texts, language=language)[0].text == first


def test_a_person_who_repeats_a_word_is_one_voice() -> None:
    """Shouting does not make a trend."""
    loud = "refund refund refund refund, refund! refund"
    found = extract_keywords([loud, "lovely cake", "the cake was nice", "cake"], language="en")
    assert found[0].text == "cake"
    assert next(one.count for one in found if "refund" in one.text) == 1


def test_links_handles_and_hash_signs_are_no_subjects() -> None:
    """A trend called `https` helps nobody."""
    found = extract_keywords(["See https://example.com/x @someone #NewBread"], language="en")
    assert [one.text for one in found] == ["newbread"]


def test_nothing_in_gives_nothing_out() -> None:
    """An account without comments has no keywords and no error."""
    assert extract_keywords([]) == []
    assert extract_keywords(["", "the and of", "!!! 123"], language="en") == []


@given(
    texts=st.lists(st.text(max_size=200), max_size=8),
    language=st.sampled_from(["", "en", "vi", "xx"]),
)
def test_any_texts_give_ordered_bounded_and_equal_keywords(texts: list[str], language: str) -> None:
    """What people write is arbitrary; the same texts must give the same trends."""
    found = extract_keywords(texts, language=language, limit=5)
    assert len(found) <= 5
    assert found == extract_keywords(texts, language=language, limit=5)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert 0 < one.score <= 1
        assert 1 <= one.count <= len(texts)
        assert not set(one.text.split()) & STOPWORDS.get(language, frozenset())
