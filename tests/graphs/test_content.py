"""The content pipeline as a host sees it: from a brief to posts that are live and tracked."""

import pytest

from tests.newsroom import ALL, Newsroom, a_brief

STEPS = {
    "trends",
    "ideas",
    "idea",
    "copy",
    "visual_plan",
    "visuals",
    "pre-flight",
    "save",
    "schedule",
    "tracking",
}
BY_MODEL = ("ideas", "copy", "visual_plan")


@pytest.mark.parametrize("model", ["on", "off"])
async def test_a_brief_goes_live_once_on_three_platforms(newsroom: Newsroom, model: str) -> None:
    """The main job, with Gemini and without: live once, recorded, followed, explained."""
    changes = {"gemini": newsroom.gemini} if model == "on" else {}

    async with newsroom.open(**changes) as room:
        result = await room.content.run(a_brief())
        post = await room.post(result.post.id)

    assert result.status == "done"
    assert newsroom.live_on() == sorted(ALL)
    assert all(entry["accepted"] == 1 for entry in newsroom.truth())
    assert post.status == "published"
    assert [version.status for version in post.platform_posts] == ["published"] * 3
    live = {entry["platform"]: (entry["id"], entry["text"]) for entry in newsroom.truth()}
    recorded = {v.platform: (v.platform_post_id, v.text) for v in post.platform_posts}
    assert recorded == live
    assert set(result.provenance) == STEPS
    makers = {result.provenance[step].made_by for step in BY_MODEL}
    assert makers == ({"gemini"} if model == "on" else {"fallback"})
    assert all(made.why for made in result.provenance.values())
