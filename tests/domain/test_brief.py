"""A brief takes what a person means and refuses what nobody can mean."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from pressroom.domain.brief import Brief, Campaign


@pytest.mark.parametrize("budget", [float("inf"), float("nan"), -1.0])
def test_a_budget_is_a_sum_of_money(budget: float) -> None:
    """Infinity and NaN are no JSON: a record that holds one could not be read by others."""
    with pytest.raises(ValidationError, match="budget"):
        Campaign(name="Spring", budget=budget)


def test_a_picture_may_be_a_path_or_bring_its_alt_text() -> None:
    """Only who chose a picture can say what it shows; and a bare path stays enough."""
    brief = Brief.model_validate(
        {
            "title": "t",
            "message": "m",
            "platforms": ["x"],
            "media": ["a.jpg", {"path": "b.jpg", "alt_text": "Two boats"}],
        }
    )

    assert [(one.path, one.alt_text) for one in brief.media] == [
        (Path("a.jpg"), ""),
        (Path("b.jpg"), "Two boats"),
    ]
    assert Brief.model_validate_json(brief.model_dump_json()) == brief
