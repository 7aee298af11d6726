"""A platform may answer anything at all: a channel still answers in our own terms."""

import contextlib
import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Absent,
    Found,
    NotSent,
    PublishOrder,
    Refused,
    Sent,
    Unknown,
    Unreadable,
)
from pressroom.domain.insights import Insights
from pressroom.domain.media import MediaFile
from pressroom.errors import ChannelError
from pressroom.platforms.facebook import FacebookChannel
from pressroom.platforms.http import open_client
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.media_host import FolderMediaHost
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_tokens import XTokens

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GOOD: list[dict[str, Any]] = [
    {"id": "1"},
    {"success": True},
    {"id": "1", "is_published": True, "permalink_url": "https://platform.test/1"},
    {"id": "1", "status_code": "FINISHED", "status": "Finished"},
    {"id": "1", "status_code": "PUBLISHED", "status": "Published"},
    {"data": [{"quota_usage": 2, "config": {"quota_total": 50}}]},
    {
        "data": [
            {
                "id": "1_2",
                "message": "Hello",
                "caption": "Hello",
                "created_time": "2026-11-24T11:59:00+0000",
                "timestamp": "2026-11-24T11:59:00+0000",
                "attachments": {"data": [{"subattachments": {"data": [{"target": {"id": "5"}}]}}]},
            }
        ],
        "paging": {"next": "https://platform.test/?after=a", "cursors": {"after": "a"}},
    },
    {
        "id": "1",
        "reactions": {"summary": {"total_count": 3}},
        "comments": {"summary": {"total_count": 3}},
        "shares": {"count": 3},
        "like_count": 3,
    },
    {"data": [{"name": "views", "values": [{"value": 3}], "total_value": {"value": 3}}]},
    {"error": {"code": 100, "error_subcode": 33, "message": "words", "error_user_msg": "words"}},
    {"data": {"id": "1", "text": "Hello", "username": "brand", "expires_after_secs": 86400}},
    {"data": {"id": "1", "processing_info": {"state": "pending", "check_after_secs": 3}}},
    {
        "data": [
            {
                "id": "1",
                "text": "Hello https://t.co/a",
                "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.org"}]},
                "referenced_tweets": [{"type": "quoted", "id": "2"}],
            }
        ],
        "meta": {"next_token": "a", "result_count": 1},
    },
    {"data": {"id": "1", "public_metrics": {"like_count": 3}, "non_public_metrics": {}}},
    {"errors": [{"detail": "words", "message": "words"}], "title": "words", "detail": "words"},
    {"access_token": "new", "refresh_token": "newer", "expires_in": 7200},
]
"""One right answer of each kind; the test spoils a part of it."""
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(
        [
            "",
            "1",
            "\ud800",
            "nul \x00",
            "PUBLISHED",
            "FINISHED",
            "pending",
            "2026-11-24T12:00:00Z",
            "Hello",
        ]
    )
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "data", "a"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A right answer with one part of it replaced by something else."""
    body = json.loads(json.dumps(draw(st.sampled_from(GOOD))))
    if draw(st.booleans()):
        return body
    place: Any = body
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
            continue
        place[key] = draw(JSON)
        return body


BODIES = spoilt() | JSON
STATUSES = st.sampled_from([200, 200, 200, 201, 302, 400, 401, 403, 404, 429, 500, 503])
ANSWERS = st.lists(st.tuples(STATUSES, BODIES), min_size=1, max_size=6)


def answering(answers: list[tuple[int, Any]]) -> httpx.AsyncClient:
    """A client whose platform gives *answers*, one after the other and over again."""
    given_so_far = iter(range(10**6))

    def answer(_: httpx.Request) -> httpx.Response:
        status, body = answers[next(given_so_far) % len(answers)]
        return httpx.Response(status, content=json.dumps(body))

    return open_client(base_url="http://platform.test", transport=httpx.MockTransport(answer))


def facebook(mode: Any) -> Callable[..., Any]:
    return lambda client, clock, _: FacebookChannel(
        page_id="1", page_token=SecretStr("t"), mode=mode, client=client, clock=clock
    )


def instagram(client: Any, clock: Any, folder: Path) -> InstagramChannel:
    return InstagramChannel(
        ig_user_id="1",
        token=SecretStr("t"),
        media_host=FolderMediaHost(folder, "https://media.test"),
        client=client,
        clock=clock,
    )


def on_x(client: Any, clock: Any, _: Path) -> XChannel:
    tokens = XTokens(SecretStr("t"), SecretStr("r"))
    return XChannel(user_id="1", tokens=tokens, client_id="c", client=client, clock=clock)


@pytest.mark.parametrize(
    ("make", "platform"),
    [
        (facebook("draft"), "facebook"),
        (facebook("direct"), "facebook"),
        (instagram, "instagram"),
        (on_x, "x"),
    ],
    ids=["facebook", "facebook direct", "instagram", "x"],
)
@given(answers=ANSWERS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_no_answer_breaks_a_channel(
    make: Any, platform: Any, answers: list[tuple[int, Any]], tmp_path: Path
) -> None:
    """Half-right shapes are the nasty ones: a list for an object, a number for a name."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"picture")
    media = MediaFile(
        path=path,
        sha256=hashlib.sha256(b"picture").hexdigest(),
        media_type="image/jpeg",
        width_px=1,
        height_px=1,
        size_bytes=7,
        alt_text="A",
    )
    order = PublishOrder(platform=platform, account="1", text="Hello", media=(media, media))
    channel = make(answering(answers), ManualClock(NOON), tmp_path / "public")

    prepared = await channel.prepare(order, {})
    assert isinstance(prepared, dict | NotSent | Refused)
    draft = {
        "post": "1_2",
        "container": "3",
        "ready": True,
        "photos": {media.sha256: {"id": "5", "at": NOON.isoformat()}},
        "media": {media.sha256: {"id": "6", "until": "2026-11-25T12:00:00+00:00"}},
    }
    again = await channel.prepare(order, dict(draft))
    assert isinstance(again, dict | NotSent | Refused)
    outcome = await channel.publish(order, dict(draft))
    assert isinstance(outcome, Sent | NotSent | Refused | Unknown)
    if isinstance(outcome, Sent):
        assert outcome.platform_ref
    assert_storable(outcome)
    sighting = await channel.find(order, dict(draft), timedelta(hours=1))
    assert isinstance(sighting, Found | Absent | Unreadable)
    assert_storable(sighting)
    with contextlib.suppress(ChannelError):
        assert isinstance(await channel.insights("1_2"), Insights)
    with contextlib.suppress(ChannelError):
        assert isinstance(await channel.whoami(), str)


def assert_storable(seen: Any) -> None:
    """Whatever is written down must go into every database, or the post stays in doubt."""
    names = ("why", "fix", "platform_ref", "permalink")
    told = [getattr(seen, name, "") for name in names]
    told += [seen.trace.platform_code, seen.trace.excerpt]
    assert "\0" not in "".join(told)
    "".join(told).encode()  # raises on half of a surrogate pair
