"""Numbers in words are the numbers they say, in each language, and nothing else is one."""

import pytest

from pressroom.analysis.numerals import fold, number_at_end


@pytest.mark.parametrize(
    ("spelt", "number"),
    [
        ("seven", 7), ("twenty", 20), ("Twenty-five", 25), ("ninety nine", 99),
        ("a hundred", 100), ("once", 11), ("veinticinco", 25), ("treinta y cinco", 35),
        ("dieciséis", 16), ("cien", 100),
        ("vingt et un", 21), ("vingt-cinq", 25), ("soixante-quinze", 75), ("soixante et onze", 71),
        ("quatre-vingts", 80), ("quatre-vingt-dix-neuf", 99), ("nonante", 90),
        ("fünfundzwanzig", 25), ("fuenfundzwanzig", 25), ("einundzwanzig", 21), ("dreißig", 30),
        ("venticinque", 25), ("ventuno", 21), ("trentotto", 38), ("ottantotto", 88),
        ("ventitré", 23),
        ("vinte e cinco", 25), ("dezasseis", 16), ("cinquenta", 50), ("três", 3),
    ],
)  # fmt: skip
def test_words_are_the_number_they_say(spelt: str, number: int) -> None:
    """An offer in words binds like one in digits."""
    assert number_at_end(fold(spelt).split()) == number
    assert number_at_end(["only", *fold(spelt).split()]) == number


@pytest.mark.parametrize("text", ["", "bread", "twenty breads", "some", "funf"[:2], "e cinco e"])
def test_other_words_are_no_number(text: str) -> None:
    """A word that only begins like one must not become a figure."""
    assert number_at_end(fold(text).split()) is None


def test_what_cannot_be_seen_is_folded_away() -> None:
    """A soft hyphen or a letter in full width hides no offer."""
    assert (
        fold("Hal\u00adf‑Price ＦＲＥＥ giảm giá Größe l’eau")
        == "half price free giam gia grosse l'eau"
    )
