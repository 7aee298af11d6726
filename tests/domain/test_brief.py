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


@pytest.mark.parametrize("strange", ["\0", "\x1b[2J", "\x9b31m", "\x07", "\u2028", "\ud800"])
@pytest.mark.parametrize(
    "field", ["title", "message", "audience", "hashtags", "keywords", "external_id", "campaign"]
)
def test_what_no_screen_shows_is_refused_by_name(field: str, strange: str) -> None:
    """PostgreSQL takes no NUL, a terminal obeys an escape, and neither was meant."""
    text = f"a{strange}b"
    value: object = {
        "hashtags": [text], "keywords": [text], "campaign": {"name": text},
    }.get(field, text)  # fmt: skip

    with pytest.raises(ValidationError) as caught:
        Brief.model_validate({"title": "t", "message": "m", "platforms": ["x"], field: value})

    (told,) = caught.value.errors()
    assert told["loc"][0] == field
    assert f"U+{ord(strange[0]):04X}" in told["msg"]


def test_line_ends_of_other_systems_are_ordinary() -> None:
    """A brief from Windows is no attack; emoji are made of joiners."""
    brief = Brief(title="t", message="One\r\ntwo\rthree 👩‍🍳\t!", platforms=("x",))

    assert brief.message == "One\ntwo\nthree 👩‍🍳\t!"
