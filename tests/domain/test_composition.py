"""How a caption, its hashtags and its link become one text on each platform."""

from typing import Any

import pytest

from pressroom.domain.composition import compose, distinct_hashtags, hashtag_line
from pressroom.domain.content import Caption

LINK = "https://harbourlane.example/market"


def caption(platform: str) -> Caption:
    """A caption with one hashtag."""
    values: dict[str, Any] = {"platform": platform, "text": " Come. ", "hashtags": ["Market"]}
    return Caption.model_validate(values)


@pytest.mark.parametrize(
    ("platform", "has_media", "text", "link"),
    [
        ("x", False, f"Come.\n{LINK}\n#Market", ""),
        ("facebook", False, "Come.\n\n#Market", LINK),
        ("facebook", True, f"Come.\n\n{LINK}\n\n#Market", ""),
        ("instagram", True, f"Come.\n\n{LINK}\n\n#Market", ""),
    ],
)
def test_the_link_stands_where_the_platform_shows_it(
    platform: str, has_media: bool, text: str, link: str
) -> None:
    """Attached where a preview is made of it, in the text everywhere else, never twice."""
    assert compose(caption(platform), link=LINK, has_media=has_media) == (text, link)


def test_a_text_without_link_and_hashtags_is_only_the_text() -> None:
    """No empty lines are left where a part is missing."""
    bare = caption("x").model_copy(update={"hashtags": []})

    assert compose(bare) == ("Come.", "")


def test_each_hashtag_stands_once_whatever_its_case() -> None:
    """Brand, brief and model each bring theirs; the first spelling wins."""
    assert distinct_hashtags(["Market", "#market", " Night Market ", "#", ""]) == (
        "Market",
        "NightMarket",
    )
    assert hashtag_line(["a", "A", "b"]) == "#a #b"
