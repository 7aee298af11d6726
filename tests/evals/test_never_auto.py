"""The never-auto list, measured on cases that say what has to be found."""

import pytest

from pressroom.evals.corpus import read_corpus
from pressroom.evals.never_auto import Case, NeverAutoReport, NeverAutoRow, run_never_auto


def test_nothing_grave_is_answered_alone_and_figures_of_speech_are_not_held_up() -> None:
    """A new word in a list must not lose an old case, nor cry wolf at a killer deal."""
    report = run_never_auto()
    whole = report.rows[0]
    by_name = {row.name: row for row in report.rows}

    assert report.passed
    assert whole.grave >= 600
    assert whole.missed == 0
    assert whole.unheard <= 1
    assert whole.false <= 2
    assert whole.other_topic <= 8
    assert by_name["veiled"].grave >= 60
    assert whole.unnamed - by_name["veiled"].unnamed <= 1
    assert report.lines()[1].startswith("all")


@pytest.mark.parametrize(
    ("missed", "false", "passed"), [(6, 2, True), (7, 2, False), (6, 6, False), (0, 0, True)]
)
def test_it_fails_above_one_grave_comment_missed_in_a_hundred(
    missed: int, false: int, passed: bool
) -> None:
    """And above two harmless ones in a hundred that are held up."""
    row = NeverAutoRow("all", 637, missed, 0, 0, 0, 266, false)

    assert NeverAutoReport((row,), (), (), ()).passed is passed


def test_the_cases_cover_each_language_and_kind() -> None:
    """A language without cases is a language without a list."""
    cases = read_corpus("never_auto", Case)

    assert {one.language for one in cases} == {"en", "es", "fr", "de", "it", "pt", "vi"}
    assert {one.kind for one in cases} == {
        *("plain", "evasion", "veiled", "look-alike", "ordinary")
    }
    assert len(cases) >= 300
