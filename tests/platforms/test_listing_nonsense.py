"""A platform may list anything at all: a source gives comments, or says what is wrong."""

import contextlib
import json
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment
from pressroom.errors import ChannelError
from pressroom.platforms.facebook_listing import FacebookListing
from pressroom.platforms.graph import GraphApi
from pressroom.platforms.http import open_client
from pressroom.platforms.instagram_listing import InstagramListing
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_listing import XListing
from pressroom.platforms.x_tokens import XTokens
from tests.platforms.conftest import NOON

TIME = "2026-11-24T11:59:00+0000"
FACEBOOK = {
    "id": "2_3",
    "message": "Hello",
    "from": {"id": "4", "name": "Jane"},
    "created_time": TIME,
    "parent": {"id": "2_1"},
    "is_hidden": False,
    "like_count": 3,
    "permalink_url": "https://platform.test/3",
    "attachment": {"type": "photo", "title": "a dog"},
    "object": {"id": "1_2"},
}
INSTAGRAM = {
    "id": "178",
    "text": "Hello",
    "timestamp": TIME,
    "username": "jane",
    "from": {"id": "4", "username": "jane"},
    "hidden": False,
    "like_count": 3,
    "parent_id": "177",
    "media": {"id": "179"},
    "replies": {"data": [{"id": "5", "text": "Hi", "timestamp": TIME}], "paging": {"next": "x"}},
}
TWEET = {
    "id": "1860000000000000000",
    "text": "Hello https://t.co/a",
    "created_at": "2026-11-24T11:59:00.000Z",
    "author_id": "4",
    "conversation_id": "1",
    "in_reply_to_user_id": "1",
    "referenced_tweets": [{"type": "replied_to", "id": "1"}],
    "edit_history_tweet_ids": ["1859999999999999999", "1860000000000000000"],
    "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.org"}]},
    "note_tweet": {"text": "Hello", "entities": {"urls": []}},
    "attachments": {"media_keys": ["3_1"]},
    "public_metrics": {"like_count": 3},
}
INCLUDES = {
    "users": [{"id": "4", "username": "jane"}],
    "media": [{"media_key": "3_1", "type": "photo", "alt_text": "a dog"}],
}
PAGING = {"next": "https://platform.test/?after=a", "cursors": {"after": "a"}}
GOOD: list[dict[str, Any]] = [
    {"data": [FACEBOOK], "paging": PAGING},
    FACEBOOK,
    {"data": [INSTAGRAM], "paging": PAGING},
    INSTAGRAM,
    {"mentioned_comment": INSTAGRAM, "id": "1", "username": "brand"},
    {"mentioned_media": {"id": "179", "caption": "Hi", "timestamp": TIME}, "id": "1"},
    {"data": [TWEET], "includes": INCLUDES, "meta": {"next_token": "a"}},
    {"data": [TWEET], "includes": INCLUDES, "errors": [{"value": "9", "resource_id": "9"}]},
    {"data": {"id": "1", "username": "brand"}},
    {"error": {"code": 100, "error_subcode": 33, "message": "words"}},
    {"errors": [{"detail": "words"}], "title": "words"},
]
JSON = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "1", "\ud800", "nul \x00", TIME, "9" * 400, [], {}, [1], {"id": 1}])
)


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A right answer with one part of it replaced by something else."""
    body = json.loads(json.dumps(draw(st.sampled_from(GOOD))))
    place: Any = body
    while draw(st.booleans()):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
            continue
        place[key] = draw(JSON)
        break
    return body


ANSWERS = st.lists(
    st.tuples(st.sampled_from([200, 200, 200, 400, 401, 404, 429, 500]), spoilt() | JSON),
    min_size=1,
    max_size=5,
)


def answering(answers: list[tuple[int, Any]]) -> httpx.AsyncClient:
    """A client whose platform gives *answers*, one after the other and over again."""
    turn = iter(range(10**6))

    def answer(_: httpx.Request) -> httpx.Response:
        status, body = answers[next(turn) % len(answers)]
        return httpx.Response(status, content=json.dumps(body))

    return open_client(base_url="http://platform.test", transport=httpx.MockTransport(answer))


def graph(platform: Any, client: httpx.AsyncClient) -> GraphApi:
    return GraphApi(
        platform=platform,
        account="1",
        token=SecretStr("t"),
        app_secret=None,
        version="v25.0",
        client=client,
        on_usage=None,
    )


def source_of(platform: str, client: httpx.AsyncClient) -> Any:
    clock = ManualClock(NOON)
    if platform == "facebook":
        return FacebookListing(graph("facebook", client), clock)
    if platform == "instagram":
        return InstagramListing(graph("instagram", client), clock)
    x = XChannel(user_id="1", tokens=XTokens(SecretStr("t")), client=client, clock=clock)
    return XListing(user_id="1", send=x.send, clock=clock)


@pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
@given(answers=ANSWERS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_no_answer_breaks_a_source(platform: str, answers: list[tuple[int, Any]]) -> None:
    """What is given can be stored in every database; what is gone was said to be gone."""
    source = source_of(platform, answering(answers))

    seen: list[Comment] = []
    for listed in (source.comments("1_2"), source.comments("1_2", NOON), source.mentions(NOON)):
        with contextlib.suppress(ChannelError):
            async for comment in listed:
                seen.append(comment)  # noqa: PERF401 - what came before an error counts
    readings = await source.read(["1_2", "178", "9"])
    names = await source.names()
    with contextlib.suppress(ChannelError):
        await source.comment("1_2")

    for comment in [*seen, *readings.found]:
        assert comment.comment_id
        assert Comment.model_validate_json(comment.model_dump_json()) == comment
        assert "\0" not in f"{comment.message}{comment.author_name}{comment.attachment}"
    assert "1" in names


@pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
@pytest.mark.parametrize(
    "answer",
    [
        (500, {"error": {"code": 2, "message": "words"}}),
        (429, {"title": "Too Many Requests", "status": 429}),
        (403, {"error": {"code": 4, "message": "words"}}),
        (401, {"error": {"code": 190, "message": "words"}, "title": "Unauthorized"}),
        (403, {"error": {"code": 10, "message": "words"}, "title": "Forbidden"}),
        (200, {}),
        (200, {"data": []}),
        (200, []),
        (302, {}),
    ],
)
async def test_only_a_platform_that_says_so_makes_a_comment_gone(
    platform: str, answer: tuple[int, Any]
) -> None:
    """What is gone is emptied for good: trouble of any other kind must never look like it."""
    source = source_of(platform, answering([answer]))

    readings = await source.read(["178", "179"])

    assert readings.gone == frozenset()
    assert set(readings.unread) == {"178", "179"}


async def test_a_list_that_goes_in_circles_ends_and_is_not_whole() -> None:
    """A cursor that leads back to a page that was read would be followed for ever."""
    for platform, good in (("facebook", GOOD[0]), ("instagram", GOOD[2]), ("x", GOOD[6])):
        asked = 0

        def answer(_: httpx.Request, good: Any = good) -> httpx.Response:
            nonlocal asked
            asked += 1
            return httpx.Response(200, content=json.dumps(good))

        transport = httpx.MockTransport(answer)
        client = open_client(base_url="http://platform.test", transport=transport)
        source = source_of(platform, client)

        with pytest.raises(ChannelError, match="too long to be read whole"):
            _ = [comment async for comment in source.comments("1_2")]
        assert asked < 8
