"""Comments as the platforms list them: all of them, answers too, and what is gone."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment
from pressroom.domain.ports import CommentSource
from pressroom.errors import ChannelRefused, ChannelUnavailable
from pressroom.platforms.facebook_listing import FacebookListing
from pressroom.platforms.graph import GraphApi
from pressroom.platforms.instagram_listing import InstagramListing
from pressroom.platforms.wire import Answer, Call
from pressroom.platforms.x_listing import XListing
from tests.platforms.conftest import ACCOUNTS, NOON, VERSION, Sim, make_x

ALL = ("facebook", "instagram", "x")


class People:
    """What people do on the simulated platforms."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx.Client(base_url=base_url, trust_env=False)

    def post(self, platform: str, **more: Any) -> str:
        """A post of the account, or of somebody else's."""
        return self._ask("POST", "posts", platform=platform, text="Open late tonight", **more)

    def say(self, platform: str, post: str, text: str, **more: Any) -> str:
        """Comment below *post*."""
        return self._ask("POST", "comments", platform=platform, post_id=post, text=text, **more)

    def edit(self, comment: str, text: str) -> None:
        """Change a comment."""
        self._ask("PATCH", "comments", id=comment, text=text)

    def remove(self, comment: str) -> None:
        """Take a comment back."""
        self._ask("DELETE", "comments", id=comment)

    def close(self) -> None:
        """End the connection."""
        self._http.close()

    def _ask(self, method: str, path: str, **body: Any) -> str:
        answer = self._http.request(method, f"/_sim/{path}", json=body)
        assert answer.is_success, answer.text
        return str(answer.json()["id"])


@pytest.fixture
def people(sim: Sim) -> Iterator[People]:
    acting = People(sim.base_url)
    yield acting
    acting.close()


@pytest.fixture
def sources(client: httpx.AsyncClient, clock: ManualClock) -> Callable[[str], CommentSource]:
    """The source of each platform."""

    def graph(platform: Any, account: str, token: str) -> GraphApi:
        return GraphApi(
            platform=platform,
            account=account,
            token=SecretStr(token),
            app_secret=SecretStr(ACCOUNTS.app_secret),
            version=VERSION,
            client=client,
            on_usage=None,
        )

    def make(platform: str) -> CommentSource:
        if platform == "facebook":
            return FacebookListing(graph("facebook", ACCOUNTS.page_id, ACCOUNTS.page_token), clock)
        if platform == "instagram":
            api = graph("instagram", ACCOUNTS.instagram_id, ACCOUNTS.instagram_token)
            return InstagramListing(api, clock)
        return XListing(user_id=ACCOUNTS.x_user_id, send=make_x(client, clock).send, clock=clock)

    return make


async def gather(comments: AsyncIterator[Comment]) -> dict[str, Comment]:
    """The comments by their text, handles taken away."""
    return {c.message.removeprefix("@sim_brand "): c async for c in comments}


@pytest.mark.parametrize("platform", ALL)
async def test_a_post_is_listed_whole(platform: str, sources: Any, people: People) -> None:
    """More than a page, answers below comments, ours among them, each with what is known."""
    source, post = sources(platform), people.post(platform)
    many = [people.say(platform, post, f"number {n}") for n in range(130)]
    below = people.say(platform, post, "an answer", parent_id=many[0], author="Ann Other")
    own = people.say(platform, post, "ours", author_id=source.account, author="Sim Brand")

    listed = await gather(source.comments(post))

    assert len(listed) == 132
    answer, ours, first = listed["an answer"], listed["ours"], listed["number 0"]
    assert (answer.comment_id, answer.parent_id) == (below, many[0])
    assert (ours.comment_id, ours.is_ours, first.is_ours) == (own, True, False)
    assert first.parent_id == ""
    assert first.platform_post_id == post
    assert first.account == source.account
    assert first.created_time == NOON
    assert first.author_id
    assert first.author_name
    assert first.place == "comment"
    assert {c.platform for c in listed.values()} == {platform}


@pytest.mark.parametrize("platform", ALL)
async def test_only_newer_ones_may_be_asked_for(
    platform: str, sources: Any, people: People, sim: Sim
) -> None:
    """A poll every few minutes must not read a week of comments each time."""
    source, post = sources(platform), people.post(platform)
    old = people.say(platform, post, "old")
    sim.advance(timedelta(hours=1))
    people.say(platform, post, "new")
    people.say(platform, post, "new below old", parent_id=old)

    listed = await gather(source.comments(post, since=NOON + timedelta(minutes=30)))

    assert set(listed) == {"new", "new below old"}


@pytest.mark.parametrize("platform", ALL)
async def test_single_comments_are_read_as_they_are_now(
    platform: str, sources: Any, people: People
) -> None:
    """What a webhook told only by its id, and what may be gone by now."""
    source, post = sources(platform), people.post(platform)
    there, gone = people.say(platform, post, "still here"), people.say(platform, post, "gone")
    people.remove(gone)

    readings = await source.read([there, gone])

    (found,) = readings.found
    listed = await gather(source.comments(post))
    assert found == listed["still here"]
    assert readings.gone == {gone}
    assert readings.unread == {}
    assert await source.comment(gone) is None
    assert await source.comment(there) == found


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
async def test_edits_and_hiding_show(
    platform: str, sources: Any, people: People, client: httpx.AsyncClient
) -> None:
    """Instagram tells of neither by a webhook."""
    source, post = sources(platform), people.post(platform)
    comment = people.say(platform, post, "first")
    people.edit(comment, "second")
    name, token = (
        ("is_hidden", ACCOUNTS.page_token)
        if platform == "facebook"
        else ("hide", ACCOUNTS.instagram_token)
    )
    await client.post(f"/{VERSION}/{comment}", data={name: "true", "access_token": token})

    found = await source.comment(comment)

    assert (found.message, found.is_hidden) == ("second", True)


@pytest.mark.parametrize("platform", ALL)
async def test_what_cannot_be_read_is_told_apart_from_what_is_gone(
    platform: str, sources: Any, people: People, sim: Sim
) -> None:
    """A comment that is taken for gone is emptied for good: doubt must not lead there."""
    source, post = sources(platform), people.post(platform)
    comment = people.say(platform, post, "here")
    operation = "read_tweets" if platform == "x" else "read_comment"
    sim.fault(platform, operation, "drop_before")

    readings = await source.read([comment])

    assert isinstance(readings.unread[comment], ChannelUnavailable)
    assert (readings.found, readings.gone) == ((), frozenset())
    sim.fault(platform, operation, "drop_before")
    with pytest.raises(ChannelUnavailable):
        await source.comment(comment)


@pytest.mark.parametrize("platform", ALL)
async def test_an_ended_token_ends_the_listing_and_nothing_is_gone(
    platform: str, sources: Any, people: People, sim: Sim
) -> None:
    """Otherwise a forgotten token would empty the whole record."""
    source, post = sources(platform), people.post(platform)
    comments = [people.say(platform, post, f"n {n}") for n in range(12)]
    tokens = [ACCOUNTS.page_token, ACCOUNTS.instagram_token, ACCOUNTS.x_access_token]
    for token in tokens:
        sim.token(token, "expired")
    before = len(sim.requests())

    readings = await source.read(comments)
    with pytest.raises(ChannelRefused):
        await gather(source.comments(post))

    assert set(readings.unread) == set(comments)
    assert readings.gone == frozenset()
    assert len(sim.requests()) - before < 9


async def test_a_list_that_breaks_off_is_not_a_whole_one(
    sources: Any, people: People, sim: Sim
) -> None:
    """What the second page would have shown is not absent."""
    source, post = sources("facebook"), people.post("facebook")
    for n in range(120):
        people.say("facebook", post, f"number {n}")
    sim.fault("facebook", "list_comments", "error_before", skip=1)

    listed: list[str] = []

    async def read() -> None:
        async for comment in source.comments(post):
            listed.append(comment.message)  # noqa: PERF401 - kept when it breaks off

    with pytest.raises(ChannelUnavailable):
        await read()

    assert len(listed) == 100


async def test_mentions_elsewhere_are_read(sources: Any, people: People) -> None:
    """Below somebody else's picture, in a caption, and on X."""
    media = people.post("instagram", author_id="6000001", id="17900000000000001")
    named = people.say("instagram", media, "@sim_brand look", author="Jane")
    unnamed = people.say("instagram", media, "nothing about anybody", author="Jane")
    instagram, x = sources("instagram"), sources("x")
    elsewhere = people.post("x", author_id="6000002")
    tweet = people.say("x", elsewhere, "what do you think?", author="Bob")

    readings = await instagram.read([named, unnamed])
    mentioned = await gather(x.mentions())

    (found,) = readings.found
    assert (found.comment_id, found.place, found.platform_post_id) == (named, "mention", media)
    assert found.author_name == "jane"
    assert readings.gone == {unnamed}
    assert [(c.comment_id, c.place) for c in mentioned.values()] == [(tweet, "mention")]
    assert [c async for c in instagram.mentions()] == []
    assert [c async for c in sources("facebook").mentions()] == []


async def test_a_caption_that_names_us_is_a_mention(sources: Any, people: People) -> None:
    """There the picture itself is what is answered."""
    media = people._ask(
        "POST",
        "posts",
        platform="instagram",
        text="Lunch @sim_brand",
        author_id="6000001",
        id="17900000000000002",
    )

    found = await sources("instagram").comment(media)

    assert (found.message, found.platform_post_id, found.comment_id) == (
        "Lunch @sim_brand",
        media,
        media,
    )


async def test_mentions_on_x_below_our_own_post_are_comments(
    sources: Any, people: People, sim: Sim
) -> None:
    """The same words in both lists are one comment; only newer mentions are asked for."""
    source, post = sources("x"), people.post("x")
    people.say("x", post, "early")
    sim.advance(timedelta(hours=2))
    people.say("x", post, "late & <b>bold</b> https://example.org/menu")

    everything = await gather(source.mentions())
    newer = await gather(source.mentions(since=NOON + timedelta(hours=1)))

    assert {c.place for c in everything.values()} == {"comment"}
    assert list(newer) == ["late & <b>bold</b> https://example.org/menu"]


async def test_each_account_knows_its_own_names(sources: Any, sim: Sim) -> None:
    """A handle belongs to one account; a Page's name to anybody who takes it."""
    assert await sources("facebook").names() == {ACCOUNTS.page_id}
    assert await sources("instagram").names() == {ACCOUNTS.instagram_id, "sim_brand"}
    x = sources("x")
    assert await x.names() == {ACCOUNTS.x_user_id, "sim_brand"}
    before = len(sim.requests())
    await x.names()
    assert len(sim.requests()) == before


class Shown:
    """X as it answers for posts that the simulator does not make: edited, long, with pictures."""

    def __init__(self, *posts: dict[str, Any]) -> None:
        self._posts = {post["id"]: post for post in posts}

    async def send(self, call: Call) -> Answer:
        """The posts that are asked for."""
        ids = str(call.body["ids"]).split(",")
        body: dict[str, Any] = {
            "data": [self._posts[own_id] for own_id in ids if own_id in self._posts],
            "errors": [
                {"value": own_id, "type": "https://api.x.com/2/problems/resource-not-found"}
                for own_id in ids
                if own_id not in self._posts
            ],
            "includes": {"media": [{"media_key": "3_1", "type": "photo", "alt_text": "a dog"}]},
        }
        return Answer(call.operation, 200, body)


def version(own_id: str, text: str, minutes: int) -> dict[str, Any]:
    """A version of one post that was made at noon and edited once."""
    written = (NOON + timedelta(minutes=minutes)).isoformat()
    history = [FIRST, LAST]
    return {"id": own_id, "text": text, "created_at": written, "edit_history_tweet_ids": history}


FIRST, LAST = (
    str((int(at.timestamp() * 1000) - 1_288_834_974_657) << 22)
    for at in (NOON, NOON + timedelta(minutes=9))
)


async def test_an_edited_post_on_x_is_the_same_comment(clock: ManualClock) -> None:
    """It has another id by then: taken for another post it would be answered twice."""
    shown = Shown(version(FIRST, "before", 0), version(LAST, "after", 9))
    source = XListing(user_id="1", send=shown.send, clock=clock)

    for own_id in (FIRST, LAST):
        found = await source.comment(own_id)
        assert found is not None
        assert (found.comment_id, found.message) == (FIRST, "after")
        assert (found.created_time, found.edited_at) == (NOON, NOON + timedelta(minutes=9))


async def test_an_edited_post_whose_last_version_is_gone_is_gone(clock: ManualClock) -> None:
    """Its first version may still open."""
    shown = Shown(version(FIRST, "before", 0))
    source = XListing(user_id="1", send=shown.send, clock=clock)

    assert (await source.read([FIRST])).gone >= {FIRST}
    assert await source.comment(FIRST) is None


async def test_a_long_post_and_its_picture_are_told(clock: ManualClock) -> None:
    """What is said in the part that X cuts off, or in a picture's description, counts too."""
    post = {
        "id": "5",
        "text": "See https://t.co/a",
        "note_tweet": {
            "text": "See https://t.co/a &amp; weep",
            "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://evil.test"}]},
        },
        "created_at": NOON.isoformat(),
        "attachments": {"media_keys": ["3_1"]},
    }
    found = await XListing(user_id="1", send=Shown(post).send, clock=clock).comment("5")

    assert found is not None
    assert found.message == "See https://evil.test & weep"
    assert found.attachment == "photo: a dog"


async def test_a_post_that_x_could_not_look_up_is_not_gone(clock: ManualClock) -> None:
    """Only two of X's problems mean that a post is to be deleted here as well."""

    async def send(call: Call) -> Answer:
        base = "https://api.x.com/2/problems/"
        errors = [
            {"value": "1", "type": f"{base}resource-not-found"},
            {"value": "2", "type": f"{base}not-authorized-for-resource"},
            {"value": "3", "type": f"{base}service-unavailable"},
            {"value": "4"},
        ]
        return Answer(call.operation, 200, {"errors": errors})

    readings = await XListing(user_id="9", send=send, clock=clock).read(["1", "2", "3", "4", "5"])

    assert readings.gone == {"1", "2"}
    assert set(readings.unread) == {"3", "4", "5"}
