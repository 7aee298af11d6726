"""What is special about Instagram: containers that publish once, and pictures by address."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from pressroom.domain.effects import Absent, Found, NotSent, Refused, Sent, Unknown, Unreadable
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.media_host import FolderMediaHost
from pressroom.simulator import SimulatorConfig

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def sim_config(request: pytest.FixtureRequest, sim_config: SimulatorConfig) -> SimulatorConfig:
    """A world in which containers take as long as the test's parameter says."""
    more = getattr(request, "param", {})
    known = {"start_at": sim_config.start_at, "frozen": True, "crowd_comments": False}
    return SimulatorConfig(**{**known, **more})


SLOW = pytest.mark.parametrize(
    "sim_config", [{"instagram_processing": timedelta(seconds=90)}], indirect=True
)
STUCK = pytest.mark.parametrize(
    "sim_config", [{"instagram_processing": timedelta(hours=2)}], indirect=True
)
FULL = pytest.mark.parametrize("sim_config", [{"instagram_posts_per_day": 1}], indirect=True)


async def test_a_carousel_goes_out_as_one_post(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """Children first, without caption; the parent carries it and the disclosure."""
    media = (pictures("a.jpg", alt_text="A"), pictures("b.jpg", shade=9, ai_generated=True))
    wanted = order("instagram", media=media)

    sent = await instagram.publish(wanted, await instagram.prepare(wanted, {}))

    assert isinstance(sent, Sent)
    [post] = sim.posts("instagram")
    assert len(post["media"]) == 2
    first, second, parent = (r["params"] for r in sim.requests("instagram.create_container"))
    assert first["alt_text"] == "A"
    assert "is_ai_generated" not in {**first, **second}
    assert parent["is_ai_generated"] == "true"
    assert parent["media_type"] == "CAROUSEL"


async def test_a_drawn_picture_alone_is_not_disclosed_as_ai(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """A picture that no model made carries no such label."""
    await instagram.prepare(order("instagram", media=(pictures(),)), {})

    [container] = sim.requests("instagram.create_container")
    assert "is_ai_generated" not in container["params"]


@SLOW
async def test_a_container_in_progress_is_waited_for_elsewhere(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """No worker blocks for minutes: it is told when to come back, with the same container."""
    wanted = order("instagram", media=(pictures(),))

    draft = await instagram.prepare(wanted, {})
    early = await instagram.publish(wanted, draft)
    sim.advance(timedelta(minutes=2))
    ready = await instagram.prepare(wanted, draft)
    sent = await instagram.publish(wanted, ready)

    assert isinstance(early, NotSent)
    assert early.retry_after == timedelta(seconds=60)
    assert ready["container"] == draft["container"]
    assert isinstance(sent, Sent)
    assert len(sim.requests("instagram.create_container")) == 1


@STUCK
async def test_a_container_that_is_stuck_is_made_again(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """After five minutes Instagram's advice is to start over; nothing was published."""
    wanted = order("instagram", media=(pictures(),))
    draft = dict(await instagram.prepare(wanted, {}))
    sim.advance(timedelta(minutes=6))

    again = await instagram.prepare(wanted, dict(draft))

    assert again["container"] != draft["container"]


async def test_an_expired_container_is_made_again(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """The container says that nothing went out, so another may take its place."""
    wanted = order("instagram", media=(pictures(),))
    draft = dict(await instagram.prepare(wanted, {}))
    sim.advance(timedelta(hours=25))

    seen = await instagram.find(wanted, draft, timedelta(days=2))
    late = await instagram.publish(wanted, dict(draft))
    again = await instagram.prepare(wanted, dict(draft))
    sent = await instagram.publish(wanted, again)

    assert isinstance(seen, Absent)
    assert seen.conclusive
    assert isinstance(late, NotSent)
    assert again["container"] != draft["container"]
    assert isinstance(sent, Sent)
    assert len(sim.posts("instagram")) == 1


async def test_suspicion_of_spam_is_looked_up(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """Code 4/2207051 was seen although the post was live: it is not a throttle."""
    wanted = order("instagram", media=(pictures(),))
    draft = await instagram.prepare(wanted, {})
    sim.fault(
        "instagram", "publish_container", "refuse", code=4, subcode=2207051, message="restricted"
    )

    outcome = await instagram.publish(wanted, draft)

    assert isinstance(outcome, Unknown)
    assert outcome.trace.platform_code == "4/2207051"


async def test_a_published_container_is_found_when_the_list_shows_it(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """The container is the proof; until the list shows the post, nothing else is decided."""
    wanted = order("instagram", media=(pictures(),))
    draft = await instagram.prepare(wanted, {})
    sim.fault("instagram", "publish_container", "drop_after")
    await instagram.publish(wanted, draft)
    sim.fault("instagram", "list_media", "error_before")

    unread = await instagram.find(wanted, draft, AN_HOUR)
    seen = await instagram.find(wanted, draft, AN_HOUR)

    assert isinstance(unread, Unreadable)
    assert isinstance(seen, Found)


@FULL
async def test_a_used_up_quota_is_seen_before_anything_is_made(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """The day's posts are gone: no container is made, and the order keeps."""
    first, second = (order("instagram", f"post {n}", media=(pictures(),)) for n in (1, 2))
    await instagram.publish(first, await instagram.prepare(first, {}))
    made = len(sim.requests("instagram.create_container"))

    outcome = await instagram.prepare(second, {})

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after
    assert len(sim.requests("instagram.create_container")) == made


async def test_far_from_the_quota_it_is_not_asked_again(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """A call less for each post, while there is room."""
    for n in range(3):
        await instagram.prepare(order("instagram", f"post {n}", media=(pictures(),)), {})

    assert len(sim.requests("instagram.read_limit")) == 1


async def test_without_a_public_address_the_fix_names_the_setting(
    client: Any, clock: Any, order: Any, pictures: Any, tmp_path: Path
) -> None:
    """Instagram needs a URL; without one an operator learns which setting is missing."""
    channel = InstagramChannel(
        ig_user_id="17841400000000001",
        token=SecretStr("sim-instagram-token"),
        media_host=FolderMediaHost(tmp_path / "public", None),
        client=client,
        clock=clock,
    )

    outcome = await channel.prepare(order("instagram", media=(pictures(),)), {})

    assert isinstance(outcome, Refused)
    assert "media.public_base_url" in outcome.fix
    assert channel.preview(order("instagram", media=(pictures(),)))


@pytest.mark.parametrize(("name", "word"), [("a.png", "JPEG")], ids=["png"])
async def test_a_picture_that_instagram_does_not_take_is_refused(
    instagram: Any, order: Any, pictures: Any, name: str, word: str
) -> None:
    """The platform's refusal comes back with what to do about the picture."""
    outcome = await instagram.prepare(order("instagram", media=(pictures(name),)), {})

    assert isinstance(outcome, Refused)
    assert word in outcome.fix


async def test_a_post_without_a_picture_is_refused_here(
    sim: Any, instagram: Any, order: Any
) -> None:
    """Nothing is asked of the platform that it cannot do."""
    assert isinstance(await instagram.prepare(order("instagram"), {}), Refused)
    assert sim.requests() == []


async def test_young_figures_are_unknown_not_zero(
    sim: Any, instagram: Any, order: Any, pictures: Any
) -> None:
    """Instagram is up to two days late; until then views are None."""
    wanted = order("instagram", media=(pictures(),))
    sent = await instagram.publish(wanted, await instagram.prepare(wanted, {}))
    young = await instagram.insights(sent.platform_ref)
    sim.advance(timedelta(days=3))

    old = await instagram.insights(sent.platform_ref)

    assert young.views is None
    assert young.likes == 0
    assert "views" in young.missing
    assert "likes" not in young.missing
    assert old.views > 0
    assert old.missing == ()


async def test_credentials_are_proved_by_the_username(instagram: Any) -> None:
    """The doctor shows the account by the name that people know."""
    assert await instagram.whoami() == "@sim_brand"
