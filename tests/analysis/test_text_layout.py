"""Text fits its box: as large as it can be, balanced, nothing clipped."""

from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.text_layout import Room, fit

SIZES = (40, 30, 20, 10)


def monospaced(text: str, size: int) -> float:
    """Every character is half as wide as the size."""
    return len(text) * size / 2


def test_the_largest_size_that_fits_is_taken() -> None:
    """A short headline is meant to be loud."""
    assert fit("Hello", Room(200, 100), SIZES, 1.2, monospaced).size_px == 40
    assert fit("Hello, dear world", Room(130, 60), SIZES, 1.2, monospaced).size_px == 20


def test_lines_are_of_about_equal_length() -> None:
    """A single word left on the last line looks like a mistake."""
    text = "one two three four five six seven"

    lines = fit(text, Room(30 * 20, 200), (40,), 1.2, monospaced).lines

    assert lines == ("one two three four", "five six seven")


def test_a_long_word_is_divided_where_that_keeps_the_text_large() -> None:
    """A compound wider than the picture would shrink the whole headline to fine print."""
    fitted = fit("Kapitänsmützenverkauf heute", Room(300, 200), SIZES, 1.2, monospaced)

    assert fitted.is_split
    assert fitted.size_px == 40
    assert fitted.lines == ("Kapitänsmützen-", "verkauf heute")


def test_words_are_divided_where_a_syllable_begins() -> None:
    """`gesellsc-haft` hurts to read."""
    fitted = fit("Schifffahrtsgesellschaft", Room(21 * 20, 200), (40,), 1.2, monospaced)

    assert fitted.lines == ("Schifffahrtsgesell-", "schaft")


def test_a_soft_hyphen_is_seen_only_where_the_line_breaks() -> None:
    """Whoever writes soft hyphens knows best where a word divides."""
    text = "Donau\u00addampf\u00adschiff"

    assert fit(text, Room(1000, 50), (40,), 1.2, monospaced).lines == ("Donaudampfschiff",)
    assert fit(text, Room(230, 100), (40,), 1.2, monospaced).lines == ("Donaudampf-", "schiff")


def test_what_cannot_fit_ends_in_an_ellipsis_and_says_so() -> None:
    """Words that are left out must be seen to be left out."""
    fitted = fit("word " * 60, Room(60, 24), SIZES, 1.2, monospaced)

    assert fitted.is_cut
    assert fitted.lines[-1].endswith("…")
    assert len(fitted.lines) == 2


def test_one_line_is_never_divided() -> None:
    """Half a word on a button is worse than an ellipsis."""
    fitted = fit("Unbelievable", Room(40, 100, max_lines=1), SIZES, 1.2, monospaced)

    assert fitted.lines == ("Unbelie…",)


def test_no_text_has_no_lines() -> None:
    """An empty subline takes no room."""
    fitted = fit("  ", Room(100, 100), SIZES, 1.2, monospaced)

    assert (fitted.lines, fitted.height_px) == ((), 0)


@given(st.text(max_size=120), st.integers(30, 400), st.integers(15, 300), st.integers(1, 5))
def test_every_line_is_within_its_room(text: str, width: int, height: int, most: int) -> None:
    """Whatever is written, nothing reaches over the edge and no line is too many."""
    fitted = fit(text, Room(width, height, most), SIZES, 1.2, monospaced)

    assert all(monospaced(line, fitted.size_px) <= width for line in fitted.lines)
    assert len(fitted.lines) <= most
    assert len(fitted.lines) == 1 or fitted.height_px <= height + 1


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), max_size=20))
def test_no_word_is_lost_unless_it_is_said(words: list[str]) -> None:
    """Text may be divided, never silently shortened."""
    fitted = fit(" ".join(words), Room(120, 120), SIZES, 1.2, monospaced)

    shown = "".join(fitted.lines).replace("-", "").replace(" ", "")
    assert fitted.is_cut or shown == "".join(words)
