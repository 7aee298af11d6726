"""The publish tool on its own: once for the same content, and one clear line for bad input."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import ExifTags, Image
from pydantic import ValidationError

from pressroom import DecisionInput, MediaInput, PublishInput
from pressroom.errors import BriefError, EffectConflict, SettingsError
from tests.newsroom import VISIBLE, Newsroom, a_picture

HOUR = timedelta(hours=1)


def order(**changes: Any) -> PublishInput:
    """A short post on X."""
    return PublishInput.model_validate({"platform": "x", "text": "Doors open at six.", **changes})


async def test_the_same_content_is_published_once(newsroom: Newsroom) -> None:
    """A model that calls the tool twice, or a person who is not sure, gets the same post."""
    async with newsroom.open() as room:
        first = await room.publish(order())
        again = await room.publish(order())

    assert first.is_live
    assert again == first
    assert newsroom.live_on() == ["x"]


async def test_the_same_content_on_another_platform_is_another_post(newsroom: Newsroom) -> None:
    """Once per platform is what once means."""
    async with newsroom.open() as room:
        await room.publish(order())
        await room.publish(order(platform="facebook"))

    assert newsroom.live_on() == ["facebook", "x"]


async def test_one_key_names_a_post_on_each_platform(newsroom: Newsroom) -> None:
    """Whoever launches something launches it everywhere, under one name."""
    async with newsroom.open() as room:
        for platform in ("x", "facebook", "x"):
            assert (await room.publish(order(platform=platform, key="launch"))).is_live

    assert newsroom.live_on() == ["facebook", "x"]


async def test_another_key_publishes_the_same_text_again(newsroom: Newsroom) -> None:
    """Every Monday's greeting is meant every Monday; the key says which one it is."""
    async with newsroom.open() as room:
        for key in ("monday-1", "monday-2", "monday-1"):
            assert (await room.publish(order(platform="facebook", key=key))).is_live

    assert newsroom.live_on() == ["facebook", "facebook"]


async def test_a_key_never_stands_for_two_contents(newsroom: Newsroom) -> None:
    """The second content would be lost in silence, or go out under the first one's name."""
    async with newsroom.open() as room:
        await room.publish(order(key="k"))
        with pytest.raises(EffectConflict, match="another content") as refusal:
            await room.publish(order(key="k", text="Something else."))

    assert refusal.value.fix
    assert newsroom.live_on() == ["x"]


async def test_pictures_with_alt_text_and_links_go_along(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """The tool does what the graph does, without one."""
    media = (MediaInput(path=a_picture(tmp_path / "a.png"), alt_text="A blue square"),)
    async with newsroom.open() as room:
        picture = await room.publish(order(platform="instagram", media=media))
        link = await room.publish(order(platform="facebook", link="https://harbourlane.example/"))

    assert picture.is_live
    assert picture.fixes, "Instagram takes JPEG only"
    assert link.is_live
    posts = {post["platform"]: post for post in newsroom.truth()}
    assert posts["instagram"]["media"]
    uploads = [r for r in newsroom.requests("instagram") if r["method"] == "POST"]
    assert uploads[0]["params"]["alt_text"] == "A blue square"


async def test_what_needs_approval_waits_for_exactly_that(newsroom: Newsroom) -> None:
    """The tool in a model's hands must not publish what a person has to see first."""
    async with newsroom.open() as room:
        held = await room.publish(order(requires_approval=True))
        newsroom.pass_time(HOUR)
        await room.sweep()
        before = newsroom.live_on()
        decision = DecisionInput(thread_id=held.effect_key, decision="approve", by="Ana")
        await room.decide(decision)
        live = await room.publish(order(requires_approval=True))

    assert held.status == "ready"
    assert before == []
    assert live.is_live
    assert newsroom.live_on() == ["x"]


async def test_approving_one_post_approves_no_other(newsroom: Newsroom) -> None:
    """Two posts wait; the yes is for one of them."""
    async with newsroom.open() as room:
        wanted = await room.publish(order(requires_approval=True))
        other = await room.publish(order(requires_approval=True, text="Not this one."))
        await room.decide(DecisionInput(thread_id=wanted.effect_key, decision="approve", by="Ana"))
        await room.sweep()
        statuses = {effect.key: effect.status for effect in await room.effects()}

    assert statuses == {wanted.effect_key: "sent", other.effect_key: "ready"}


async def test_a_lost_answer_is_unknown_and_looked_up(newsroom: Newsroom) -> None:
    """Calling again after the window reads the platform; nothing is sent twice."""
    newsroom.fault("x", VISIBLE["x"], "drop_after")
    async with newsroom.open() as room:
        lost = await room.publish(order())
        soon = await room.publish(order())
        newsroom.pass_time(timedelta(minutes=5))
        found = await room.publish(order())

    assert (lost.status, soon.status, found.status) == ("unknown", "unknown", "sent")
    assert newsroom.live_on() == ["x"]


async def test_a_post_for_later_waits(newsroom: Newsroom) -> None:
    """And asking for it again after its time tells how it went, and refuses nothing."""
    request = order(publish_at=newsroom.clock.now() + HOUR)
    async with newsroom.open() as room:
        waiting = await room.publish(request)
        before = newsroom.live_on()
        newsroom.pass_time(2 * HOUR)
        live = await room.publish(request)

    assert waiting.status == "ready"
    assert before == []
    assert live.is_live


async def test_a_past_time_is_refused(newsroom: Newsroom) -> None:
    """It would go out at once, or hours late, and neither was asked for."""
    async with newsroom.open() as room:
        with pytest.raises(BriefError, match="in the past") as refusal:
            await room.publish(order(publish_at=newsroom.clock.now() - HOUR))

        assert refusal.value.field == "publish_at"
        assert await room.effects() == []
        assert await room.posts() == []


async def test_a_missing_file_and_one_that_is_no_image_are_refused(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """One line that names the file, and nothing half done."""
    text = tmp_path / "picture.png"
    text.write_text("this is no picture")
    async with newsroom.open() as room:
        for path in (tmp_path / "gone.png", text):
            with pytest.raises(BriefError, match=path.name) as refusal:
                await room.publish(order(media=[{"path": path}]))
            assert refusal.value.fix
            assert "\n" not in str(refusal.value)
        assert await room.effects() == []


async def test_a_text_that_breaks_a_rule_is_not_sent_and_says_why(newsroom: Newsroom) -> None:
    """A value and no exception: a model can mend its text and call again."""
    async with newsroom.open() as room:
        result = await room.publish(order(text="A cheapskate's market."))

        assert result.status == "failed"
        assert result.violations[0].severity == "error"
        assert result.violations[0].fix
        assert await room.effects() == []
    assert newsroom.requests() == []


async def test_an_account_that_is_not_set_up_is_named(newsroom: Newsroom) -> None:
    """The section to fill in is part of the message."""
    async with newsroom.open(twitter={}) as room:
        with pytest.raises(SettingsError, match=r"\[twitter\]"):
            await room.publish(order())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"platform": "myspace"}, "Use one of: facebook, instagram, x"),
        ({"publish_at": "2030-01-01T12:00:00"}, "timezone"),
        ({"colour": "blue"}, "Extra inputs are not permitted"),
        ({"text": None}, "valid string"),
    ],
)
def test_wrong_input_names_the_field(wrong: dict[str, Any], says: str) -> None:
    """A model reads this and tries again with the right thing."""
    with pytest.raises(ValidationError) as refusal:
        order(**wrong)

    [error] = refusal.value.errors()
    assert error["loc"] == (next(iter(wrong)),)
    assert says in error["msg"]


def test_people_may_write_the_platforms_other_names() -> None:
    """The seed and many people say twitter."""
    assert [order(platform=name).platform for name in ("Twitter", "FB", "ig")] == [
        "x",
        "facebook",
        "instagram",
    ]


@pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
async def test_a_photo_goes_out_without_its_place(
    newsroom: Newsroom, tmp_path: Path, platform: str
) -> None:
    """A phone writes into a photo where it was taken: at home, perhaps."""
    image = Image.effect_noise((1080, 1080), 40).convert("RGB")
    exif = image.getexif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    path = tmp_path / "home.jpg"
    image.save(path, exif=exif, comment=b"at home")
    async with newsroom.open() as room:
        media = (MediaInput(path=path, alt_text="A grey noise"),)
        result = await room.publish(order(platform=platform, media=media))

    assert result.is_live
    received = received_picture(newsroom, platform)
    with Image.open(BytesIO(received)) as shown, Image.open(path) as own:
        assert not shown.getexif()
        assert shown.info.get("comment") is None
        assert shown.tobytes() == own.tobytes(), "nothing else about it changed"
    assert own_exif(path), "the file itself stays as it was"


def own_exif(path: Path) -> bool:
    with Image.open(path) as own:
        return bool(own.getexif())


def received_picture(newsroom: Newsroom, platform: str) -> bytes:
    """The bytes that the platform got: by its own hash of the upload, or from the address."""
    for request in newsroom.requests(platform):
        if url := (request["params"].get("image_url") or ""):
            return httpx.get(url).raise_for_status().content
        for file in request["files"].values():
            sent = (newsroom.home / "media").iterdir()
            found = [one.read_bytes() for one in sent if one.is_file()]
            return next(one for one in found if sha256(one).hexdigest() == file["sha256"])
    raise AssertionError("no picture was sent")


async def test_review_in_the_settings_holds_the_tool_as_well(newsroom: Newsroom) -> None:
    """Production asks for a person: a model that calls the tool must not be a way around."""
    async with newsroom.open(review=True) as room:
        held = await room.publish(order())
        newsroom.pass_time(HOUR)
        await room.sweep()
        before = newsroom.live_on()
        await room.decide(DecisionInput(thread_id=held.effect_key, decision="approve", by="Ana"))
        sent = await room.publish(order())

    assert held.status == "ready"
    assert before == []
    assert sent.is_live
