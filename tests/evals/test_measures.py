"""Measures: a wrong figure would praise a bad change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.evals.measures import agreement, best_times, calibration_error

LABELS = st.sampled_from(["negative", "neutral", "positive"])


def test_macro_figures_count_each_label_alike() -> None:
    """By hand: recalls 1/2 and 2/2, F1 of 2/3 and 4/5."""
    recall, f1, accuracy = agreement(["a", "a", "b", "b"], ["a", "b", "b", "b"])

    assert recall == pytest.approx(75)
    assert f1 == pytest.approx(100 * (2 / 3 + 4 / 5) / 2)
    assert accuracy == pytest.approx(75)


@given(st.lists(LABELS, min_size=1))
def test_perfect_agreement_is_a_hundred(labels: list[str]) -> None:
    """Whatever the labels, and however many."""
    assert agreement(labels, labels) == pytest.approx((100, 100, 100))


def test_an_answer_outside_the_labels_is_wrong() -> None:
    """An unknown must not raise the score of anything."""
    assert agreement(["a", "b"], ["a", "unknown"])[0] == pytest.approx(50)


def test_calibration_error_is_the_gap_between_sure_and_right() -> None:
    """Ten verdicts at 0.8 of which eight are right are calibrated; of which five are, not."""
    assert calibration_error([(0.8, n < 8) for n in range(10)]) == pytest.approx(0)
    assert calibration_error([(0.8, n < 5) for n in range(10)]) == pytest.approx(30)


def test_times_are_named_for_their_systems() -> None:
    """The slower one is measured as slower."""
    systems = {"slow": lambda text: sorted(text * 500), "quick": len}
    times = best_times(["some words"] * 50, systems)

    assert times["slow"] > times["quick"] >= 0
