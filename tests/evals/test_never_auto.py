"""The never-auto list, measured on cases that say what has to be found."""

from pressroom.evals.corpus import read_corpus
from pressroom.evals.never_auto import Case, run_never_auto


def test_what_is_grave_is_found_and_figures_of_speech_are_not() -> None:
    """A new word in a list must not lose an old case, nor cry wolf at a killer deal."""
    report = run_never_auto()
    whole = report.rows[0]

    assert whole.grave >= 500
    assert whole.missed <= 1
    assert whole.false <= 2
    assert whole.other_topic <= 3
    assert all(row.missed <= 1 for row in report.rows)
    assert report.lines()[1].startswith("all")


def test_the_cases_cover_each_language_and_kind() -> None:
    """A language without cases is a language without a list."""
    cases = read_corpus("never_auto", Case)

    assert {one.language for one in cases} == {"en", "es", "fr", "de", "it", "pt", "vi"}
    assert {one.kind for one in cases} == {"plain", "evasion", "look-alike", "ordinary"}
    assert len(cases) >= 300
