"""Uploading to X: at once, in pieces, alternative text, sizes."""

import base64
from typing import Any

import httpx
import pytest

from pressroom.simulator.images import draw

PNG = draw(400, 300, "media")


def one_shot(client: httpx.Client, headers: dict[str, str], **changes: Any) -> httpx.Response:
    fields = {
        "data": {"media_category": "tweet_image"},
        "files": {"media": ("a.png", PNG, "image/png")},
    }
    return client.post("/2/media/upload", headers=headers, **{**fields, **changes})


def test_a_picture_goes_with_a_post(client: httpx.Client, x_user: dict[str, str]) -> None:
    """The alternative text belongs to the medium and is read back through the post."""
    uploaded = one_shot(client, x_user).json()["data"]
    body = {"id": uploaded["id"], "metadata": {"alt_text": {"text": "A red square"}}}
    client.post("/2/media/metadata", headers=x_user, json=body).raise_for_status()
    tweet = {"text": "Look", "media": {"media_ids": [uploaded["id"]]}, "made_with_ai": True}
    tweet_id = client.post("/2/tweets", headers=x_user, json=tweet).json()["data"]["id"]

    params = {
        "tweet.fields": "attachments",
        "expansions": "attachments.media_keys",
        "media.fields": "alt_text,width,height",
    }
    read = client.get(f"/2/tweets/{tweet_id}", headers=x_user, params=params).json()

    assert uploaded["size"] == len(PNG)
    assert read["data"]["attachments"] == {"media_keys": [uploaded["media_key"]]}
    assert read["includes"]["media"][0]["alt_text"] == "A red square"
    assert read["includes"]["media"][0]["width"] == 400


def test_base64_in_json_is_the_same(client: httpx.Client, x_user: dict[str, str]) -> None:
    """X's own SDK uploads in JSON."""
    body = {"media": base64.b64encode(PNG).decode(), "media_category": "tweet_image"}

    answer = client.post("/2/media/upload", headers=x_user, json=body)

    assert answer.json()["data"]["size"] == len(PNG)


def test_pieces_become_a_medium(client: httpx.Client, x_user: dict[str, str]) -> None:
    """A piece that is sent again changes nothing; a missing one is noticed."""
    start = {"media_type": "image/png", "total_bytes": len(PNG), "media_category": "tweet_image"}
    media = client.post("/2/media/upload/initialize", headers=x_user, json=start).json()["data"][
        "id"
    ]
    half = len(PNG) // 2
    path = f"/2/media/upload/{media}"

    def send(index: int, content: bytes) -> None:
        body = {"media": base64.b64encode(content).decode(), "segment_index": index}
        client.post(f"{path}/append", headers=x_user, json=body).raise_for_status()

    send(0, PNG[:half])
    early = client.post(f"{path}/finalize", headers=x_user)
    send(0, PNG[:half])
    files = {"media": ("b", PNG[half:], "application/octet-stream")}
    client.post(f"{path}/append", headers=x_user, data={"segment_index": "1"}, files=files)
    done = client.post(f"{path}/finalize", headers=x_user)
    status = client.get(
        "/2/media/upload", headers=x_user, params={"command": "STATUS", "media_id": media}
    )

    assert early.status_code == 400
    assert done.json()["data"]["size"] == len(PNG)
    assert status.json()["data"]["processing_info"]["state"] == "succeeded"


def test_an_unfinished_medium_is_no_medium(client: httpx.Client, x_user: dict[str, str]) -> None:
    """A post may not take what is not there yet."""
    start = {"media_type": "image/png", "total_bytes": 10, "media_category": "tweet_image"}
    media = client.post("/2/media/upload/initialize", headers=x_user, json=start).json()["data"][
        "id"
    ]

    answer = client.post(
        "/2/tweets", headers=x_user, json={"text": "x", "media": {"media_ids": [media]}}
    )

    assert answer.status_code == 400


UPLOADS = [
    {"data": {}},
    {"data": {"media_category": "poster"}},
    {"data": {"media_category": "tweet_image", "colour": "red"}},
    {"files": {"media": ("a.png", b"no picture", "image/png")}},
    {"files": {"media": ("a.png", PNG + b"\0" * 5 * 1024 * 1024, "image/png")}},
]


@pytest.mark.parametrize("changes", UPLOADS)
def test_an_upload_that_x_does_not_take(
    client: httpx.Client, x_user: dict[str, str], changes: dict[str, Any]
) -> None:
    """Category, content and size are checked at the door."""
    assert one_shot(client, x_user, **changes).status_code == 400


def test_media_expire_after_a_day(client: httpx.Client, x_user: dict[str, str]) -> None:
    """An old upload must be done again."""
    media = one_shot(client, x_user).json()["data"]["id"]
    client.post("/_sim/clock", json={"advance_seconds": 86_401})

    answer = client.post(
        "/2/tweets", headers=x_user, json={"text": "x", "media": {"media_ids": [media]}}
    )

    assert answer.status_code == 400
