"""Every request that an official SDK was recorded sending is accepted."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from pressroom.simulator import Accounts, SimulatorConfig, SimulatorServer
from pressroom.simulator.images import draw
from pressroom.simulator.records import Asset, Comment, Container, Post
from pressroom.simulator.simulation import Simulation

RECORDED = Accounts(
    app_secret="APPSECRET",
    page_id="111",
    page_token="PAGETOKEN",
    instagram_id="178",
    x_user_id="42",
    x_username="x",
    x_access_token="OAUTH2_USER_TOKEN",
    x_bearer_token="BEARER",
    x_consumer_key="CK",
    x_oauth1_token="AT",
    gemini_key="GKEY",
    stability_key="sk-KEY",
)
PNG = draw(64, 64, "recorded")
UNSAID = {"host", "content-length", "accept-encoding", "connection"}


@pytest.fixture
def config() -> SimulatorConfig:
    return SimulatorConfig(
        accounts=RECORDED,
        start_at=datetime(2027, 1, 5, tzinfo=UTC),
        frozen=True,
        crowd_comments=False,
        trust_outside_urls=True,
        verify_oauth1_signature=False,  # they were signed with made-up secrets, at another time
    )


def plant(sim: Simulation) -> None:
    """Put the made-up ids of the recordings into the world."""
    world, now = sim.world, sim.now()
    world.posts["facebook"]["111_222"] = Post("facebook", "111_222", "p", "111", now, live_at=now)
    world.posts["instagram"]["179"] = Post("instagram", "179", "p", "178", now, live_at=now)
    for tweet_id, author, reply_to in (("8", "42", None), ("9", "42", "8"), ("123", "7", "8")):
        tweet = Post("x", tweet_id, "@x hi", author, now, live_at=now, reply_to=reply_to)
        tweet.conversation_id = "8"
        world.posts["x"][tweet_id] = tweet
    for comment in (
        Comment("facebook", "222_333", "111_222", "q", "7", "Jane", now),
        Comment("instagram", "17", "179", "q", "7", "jane", now),
    ):
        world.comments[comment.id] = comment
    for photo_id in ("1", "2"):
        world.assets[photo_id] = Asset("facebook", photo_id, "image/png", 1, 1, 1, "", now)
        world.containers[photo_id] = Container(photo_id, "", "IMAGE", now, is_carousel_item=True)
    world.assets["188"] = Asset("x", "188", "image/png", 1, 1, 1, "", now, segments={"0": 1})
    world.containers["999"] = Container("999", "c", "IMAGE", now)


def body_of(request: dict[str, Any]) -> dict[str, Any]:
    """The body to send; pictures, which the recording abbreviates, are put back in."""
    kind = request["headers"].get("Content-Type", "")
    if not kind.startswith("multipart/form-data"):
        return {"content": request["body"].encode()}
    boundary = kind.partition("boundary=")[2]
    files: list[tuple[str, tuple[str | None, Any]]] = []
    for part in request["body"].split(f"--{boundary}"):
        head, _, content = part.partition("\r\n\r\n")
        if 'name="' not in head:
            continue
        name = head.partition('name="')[2].partition('"')[0]
        filename = head.partition('filename="')[2].partition('"')[0] or None
        value: Any = PNG if "raw bytes" in content else content.removesuffix("\r\n")
        files.append((name, (filename, value)))
    return {"files": files}


def test_every_recorded_request_is_accepted(
    contracts: Path,
    config: SimulatorConfig,
    server: SimulatorServer,
    connect: Callable[[SimulatorServer], httpx.Client],
) -> None:
    """The requests are facts: a simulator that refuses one of them is wrong."""
    client = connect(server)
    recordings = json.loads((contracts / "sdk_recordings.json").read_text())["recordings"]
    refused = []

    for recording in recordings:
        client.post("/_sim/reset").raise_for_status()
        plant(server.simulation)
        for request in recording["requests"]:
            said = request["headers"]
            body = body_of(request)
            headers = {k: v for k, v in said.items() if k.lower() not in UNSAID}
            if "files" in body:
                headers.pop("Content-Type")
            if "x-goog-api-key" in headers:
                headers["x-goog-api-key"] = "GKEY"
            # The recordings' model "m" never was a model.
            model = "3.1-flash-image" if "IMAGE" in request["body"] else "3.8-flash"
            target = request["target"].replace("/models/m:", f"/models/gemini-{model}:")
            answer = client.request(request["method"], target, headers=headers, **body)
            if answer.status_code not in {200, 201}:
                refused.append((recording["title"], request["method"], target, answer.text))
            if request["method"] == "POST":
                forget_duplicates(server.simulation)

    assert len(recordings) > 50
    assert refused == []


def forget_duplicates(sim: Simulation) -> None:
    """The echo server of the recordings knew no duplicates."""
    for posts in sim.world.posts.values():
        for post in posts.values():
            if post.id not in {"111_222", "179", "8", "9", "123"}:
                post.standing = "deleted"
