"""What no database takes, from people and from platforms, on every database."""

import pytest
from pydantic import ValidationError

from pressroom.storage.store import Store
from pressroom.tools.decide import DecisionInput
from pressroom.tools.publish import PublishInput
from tests.newsroom import VISIBLE, Newsroom

EVIL = "a\0b\x1b[2Jc"


async def test_a_platforms_strange_words_are_kept_as_far_as_they_can_be(
    newsroom: Newsroom, store: Store
) -> None:
    """A refusal that cannot be written down would leave its post in doubt for ever."""
    newsroom.fault("x", VISIBLE["x"], "refuse", message=f"No {EVIL}")
    url = store.url.render_as_string(hide_password=False)

    async with newsroom.open(database_url=url) as room:
        refused = await room.publish(PublishInput(platform="x", text="Doors open at six."))
        listed = await room.posts()

    assert refused.status == "failed"
    assert "\0" not in refused.note
    assert [version.status for version in listed[0].platform_posts] == ["failed"]


async def test_a_text_goes_out_without_them_and_says_so(newsroom: Newsroom, store: Store) -> None:
    """A model that is given a strange comment may write its characters into a post."""
    url = store.url.render_as_string(hide_password=False)

    async with newsroom.open(database_url=url) as room:
        result = await room.publish(PublishInput(platform="x", text=EVIL))
        (post,) = await room.posts()

    assert result.is_live
    assert "removed control characters" in result.fixes
    assert [entry["text"] for entry in newsroom.truth()] == ["ab[2Jc"]
    assert post.platform_posts[0].text == "ab[2Jc"


@pytest.mark.parametrize(
    "given",
    [
        {"title": EVIL},
        {"key": EVIL},
        {"link": f"https://example.org/{EVIL}"},
        {"media": [{"path": "a.png", "alt_text": EVIL}]},
        {"text": "half \ud83d"},
    ],
)
def test_the_publish_tool_refuses_them_in_what_it_keeps(given: dict[str, object]) -> None:
    """A refusal that names the field is one that a model can act on."""
    with pytest.raises(ValidationError, match=r"U\+"):
        PublishInput.model_validate({"platform": "x", "text": "t", **given})


@pytest.mark.parametrize("field", ["by", "reason"])
def test_a_decision_is_signed_in_plain_letters(field: str) -> None:
    """Who approved must be readable in every list, for years."""
    decision = {"thread_id": "t", "decision": "approve", "by": "Ana", field: EVIL}

    with pytest.raises(ValidationError, match=r"U\+0000"):
        DecisionInput.model_validate(decision)
