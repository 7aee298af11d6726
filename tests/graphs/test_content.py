"""The content pipeline as a host sees it: from a brief to posts that are live and tracked."""

import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from pressroom.errors import BriefError, SettingsError
from tests.newsroom import ALL, MESSAGE, Newsroom, a_brief, a_picture, is_as_shown

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


async def test_no_secret_is_written_to_disk(newsroom: Newsroom) -> None:
    """State, records and caches are copied and shown; a token in them is a leak."""
    accounts = newsroom.server.config.accounts
    secrets = (accounts.page_token, accounts.x_access_token, accounts.gemini_key)
    async with newsroom.open(gemini=newsroom.gemini) as room:
        await room.content.run(a_brief())
        written = [file.read_bytes() for file in newsroom.home.rglob("*") if file.is_file()]

    assert any(MESSAGE.encode() in content for content in written)
    for secret in secrets:
        assert not any(secret.encode() in content for content in written), secret


async def test_a_dry_run_sends_nothing_and_saves_nothing(newsroom: Newsroom) -> None:
    """A person tries things out with it: no platform may hear of it."""
    async with newsroom.open() as room:
        result = await room.content.run(a_brief(), dry_run=True)

        assert result.status == "dry_run"
        assert {preview.platform for preview in result.previews} == set(ALL)
        assert newsroom.requests() == []
        assert await room.posts() == []
        assert await room.effects() == []
        assert await room.runs() == []
        room.driver  # noqa: B018 - opens the checkpoints, which hold nothing of it
        with sqlite3.connect(newsroom.home / "checkpoints.db") as checkpoints:
            assert checkpoints.execute("SELECT count(*) FROM checkpoints").fetchone() == (0,)


async def test_a_dry_run_says_when_each_post_would_go_out(newsroom: Newsroom) -> None:
    """Half of what a person checks in a plan is the time."""
    at = newsroom.clock.now() + timedelta(days=1)
    async with newsroom.open() as room:
        fixed = await room.content.run(a_brief(publish_now=False, publish_at=at), dry_run=True)
        chosen = await room.content.run(a_brief(publish_now=False), dry_run=True)
        real = await room.content.run(a_brief(publish_now=False))

    assert {slot["at"] for slot in fixed.schedule.values()} == {at.isoformat()}
    assert chosen.schedule == real.schedule
    assert fixed.title == "Night market"


async def test_a_dry_run_that_fails_says_why_and_leaves_nothing(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """It is tried out to learn just that."""
    broken = tmp_path / "broken.png"
    broken.write_bytes(a_picture(tmp_path / "a.png").read_bytes()[:600])
    async with newsroom.open() as room:
        with pytest.raises(BriefError, match="broken"):
            await room.content.run(a_brief(media=(broken,)), dry_run=True)
        assert await room.runs() == []


async def test_a_dry_run_shows_exactly_what_is_sent_afterwards(newsroom: Newsroom) -> None:
    """A preview that differs from the truth is worse than none."""
    brief = a_brief(cta={"text": "Come along", "url": "https://harbourlane.example/market"})
    async with newsroom.open() as room:
        shown = (await room.content.run(brief, dry_run=True)).previews
        await room.content.run(brief)

    for platform in ALL:
        previews = [p for p in shown if p.platform == platform]
        sent = [r for r in newsroom.requests(platform) if r["method"] == "POST"]
        writing = [p for p in previews if p.method == "POST"]
        assert len(writing) == len(sent)
        for preview, request in zip(writing, sent, strict=True):
            assert is_as_shown(preview, request), (preview, request)


async def test_a_brief_that_a_platform_cannot_take_is_unfit(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """A rule that no safe fix satisfies stops everything before anything is saved or sent."""
    pictures = [a_picture(tmp_path / f"{n}.png", colour=(40 * n, 80, 80)) for n in range(5)]
    async with newsroom.open() as room:
        result = await room.content.run(a_brief(media=pictures, platforms=("facebook", "x")))

        assert result.status == "unfit"
        assert [(v["platform"], v["rule_id"]) for v in result.violations] == [
            ("x", "x.media.count")
        ]
        assert all(violation["fix"] for violation in result.violations)
        assert await room.posts() == []
    assert newsroom.requests() == []


async def test_a_banned_word_never_goes_out(newsroom: Newsroom) -> None:
    """The brand's own list binds the agents, whoever wrote the brief."""
    async with newsroom.open() as room:
        await room.content.run(a_brief(message="A market for every cheapskate. Entry is free."))

    assert not [p for p in newsroom.truth() if "cheapskate" in p["text"].casefold()]


async def test_the_same_calendar_entry_run_twice_publishes_once(newsroom: Newsroom) -> None:
    """A calendar is imported every day; its entries must not go out every day."""
    brief = a_brief(external_id="entry-7@calendar")
    async with newsroom.open() as room:
        first = await room.content.run(brief)
        again = await room.content.run(brief)

    assert again.thread_id == first.thread_id
    assert again.status == "done"
    assert newsroom.live_on() == sorted(ALL)


async def test_two_briefs_both_go_out(newsroom: Newsroom) -> None:
    """What guards against doubles must not swallow the second of two different posts."""
    async with newsroom.open() as room:
        await room.content.run(a_brief(platforms=("x",)))
        second = a_brief(platforms=("x",), title="Rain plan", message="Rain? We move inside.")
        await room.content.run(second)

    texts = [entry["text"] for entry in newsroom.truth()]
    assert len(texts) == 2
    assert "Rain? We move inside." in texts[1]


async def test_a_known_run_goes_on_though_its_time_has_passed(newsroom: Newsroom) -> None:
    """Running a calendar again after the fact tells what came of it and refuses nothing."""
    at = newsroom.clock.now() + timedelta(hours=1)
    brief = a_brief(publish_now=False, publish_at=at, external_id="entry-8", platforms=("x",))
    async with newsroom.open() as room:
        first = await room.content.run(brief)
        newsroom.pass_time(timedelta(hours=2))
        again = await room.content.run(brief)

    assert first.status == "waiting"
    assert again.status == "done"
    assert newsroom.live_on() == ["x"]


async def test_a_new_brief_with_a_past_time_is_refused_at_the_door(newsroom: Newsroom) -> None:
    """Nothing is written down for a wish that cannot be met."""
    brief = a_brief(publish_now=False, publish_at=newsroom.clock.now() - timedelta(minutes=1))
    async with newsroom.open() as room:
        with pytest.raises(BriefError, match="in the past"):
            await room.content.run(brief)

        assert await room.runs() == []


async def test_a_brief_for_an_account_that_is_not_set_up_is_refused(newsroom: Newsroom) -> None:
    """It could only fail half way, with the other platforms published."""
    async with newsroom.open(twitter={}) as room:
        with pytest.raises(SettingsError, match="no account is set up for x"):
            await room.content.run(a_brief())

        assert await room.runs() == []


async def test_a_picture_that_is_missing_is_refused_at_the_door(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """One line that names the file, before a model is asked and a run is written down."""
    async with newsroom.open() as room:
        with pytest.raises(BriefError, match=r"stalls\.png") as refusal:
            await room.content.run(a_brief(media=(tmp_path / "stalls.png",)))

        assert await room.runs() == []
    assert "\n" not in str(refusal.value)


async def test_what_stops_a_run_is_recorded_and_mended(newsroom: Newsroom, tmp_path: Path) -> None:
    """The cause is mended and the same run goes on; nothing is done twice."""
    picture = a_picture(tmp_path / "stalls.png")
    async with newsroom.open(gemini=newsroom.gemini) as room:
        thread = await room.content.accept(a_brief(media=(picture,), platforms=("x",)))
        picture.unlink()
        with pytest.raises(BriefError, match=r"stalls\.png"):
            await room.content.resume(thread)
        failed, asked = await room.content.result(thread), newsroom.asked()
        a_picture(picture)
        mended = await room.content.resume(thread)

    assert failed.status == "failed"
    assert "stalls.png" in failed.error
    assert "\n" not in failed.error
    assert (mended.status, mended.error) == ("done", "")
    assert newsroom.live_on() == ["x"]
    assert newsroom.asked() == asked > 0


async def test_own_pictures_are_described_by_the_brief_or_not_at_all(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """Nobody here has seen the photo: what an agent says of it would be made up."""
    seen = {"path": a_picture(tmp_path / "a.png"), "alt_text": "A blue square"}
    unseen = a_picture(tmp_path / "b.png", colour=(200, 60, 60))
    async with newsroom.open(gemini=newsroom.gemini) as room:
        result = await room.content.run(a_brief(media=(seen, unseen), platforms=("x",)))

    assert result.status == "done"
    assert [creative.media.alt_text for creative in result.creatives] == ["A blue square", ""]
    assert [note for note in result.notes if "describe" in note.lower()] == [
        "describe your picture: b.png has no alt_text in the brief, so people who cannot see it"
        " are told nothing"
    ]
    assert not [note for note in result.notes if "alt text" in note]


@pytest.mark.parametrize("model", ["on", "off"])
async def test_a_post_has_the_hashtags_of_its_caption_and_no_more(
    newsroom: Newsroom, model: str
) -> None:
    """The agent chose few on purpose; a heap of them at the end reads like spam."""
    brief = a_brief(hashtags=("NightMarket",), keywords=("music", "food", "lights", "friends"))
    changes = {"gemini": newsroom.gemini} if model == "on" else {}
    async with newsroom.open(**changes) as room:
        result = await room.content.run(brief, dry_run=True)
        caption = {c.platform: c.hashtags for c in result.captions}
        texts = {p.platform: str(p.body) for p in result.previews if "NightMarket" in str(p.body)}

    for platform in ALL:
        assert re.findall(r"#(\w+)", texts[platform]) == caption[platform]
        assert "NightMarket" in caption[platform]
    assert len(caption["x"]) <= 3
    assert not [note for note in result.notes if "to make room" in note]


CALL = {"text": "Come along", "url": "https://harbourlane.example.com/market"}


@pytest.mark.parametrize("model", ["on", "off"])
async def test_instagram_says_where_the_link_is_and_we_are_told_to_put_it_there(
    newsroom: Newsroom, model: str
) -> None:
    """An address that nobody can click is noise; a bio that leads elsewhere is worse."""
    changes = {"gemini": newsroom.gemini} if model == "on" else {}
    async with newsroom.open(**changes) as room:
        result = await room.content.run(a_brief(cta=CALL))

    texts = {entry["platform"]: entry["text"] for entry in newsroom.truth()}
    assert "→ Come along: link in bio" in texts["instagram"]
    assert "harbourlane.example.com" not in texts["instagram"]
    assert CALL["url"] in texts["facebook"]
    assert CALL["url"] in texts["x"]
    assert [note for note in result.notes if "link" in note] == [
        f"Instagram: readers are sent to the profile's link: let it lead to {CALL['url']}"
    ]


async def test_a_brand_may_want_its_address_spelt_out(newsroom: Newsroom) -> None:
    """As text to type, and without being warned every time."""
    brand = newsroom.home / "brand.yaml"
    brand.write_text(f"{brand.read_text()}instagram_link: text\n")
    async with newsroom.open() as room:
        result = await room.content.run(a_brief(cta=CALL), dry_run=True)

    [caption] = [p.body["caption"] for p in result.previews if "caption" in p.body]
    assert "→ Come along\n\nharbourlane.example.com/market" in caption
    assert not [note for note in result.notes if "link" in note]


async def test_each_variant_has_the_alt_text_of_its_own_picture(newsroom: Newsroom) -> None:
    """Who cannot see B hears B's words."""
    async with newsroom.open(gemini=newsroom.gemini) as room:
        result = await room.content.run(a_brief(variants=2, platforms=("x",)), dry_run=True)

    first, second = (creative.media.alt_text for creative in result.creatives)
    assert "“Night market”" in first
    assert "“40 stalls, live music, free entry”" in second
    assert "“Night market”" not in second
