"""Instagram: containers, the pictures it takes, publishing once, comments and limits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from pressroom.simulator import SimulatorConfig, SimulatorServer


@pytest.fixture
def config() -> SimulatorConfig:
    noon = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    return SimulatorConfig(
        start_at=noon, frozen=True, crowd_comments=False, instagram_posts_per_day=2
    )


def contain(
    client: httpx.Client, account: str, token: dict[str, str], **fields: str
) -> httpx.Response:
    return client.post(f"{account}/media", params=token, data=fields)


def publish(
    client: httpx.Client, account: str, token: dict[str, str], container: str
) -> httpx.Response:
    return client.post(f"{account}/media_publish", params=token, data={"creation_id": container})


def status(client: httpx.Client, token: dict[str, str], container: str) -> str:
    wanted = {**token, "fields": "status_code,status"}
    return str(client.get(f"/v25.0/{container}", params=wanted).json()["status_code"])


def test_a_container_publishes_once(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """The one platform with a real guard: after publishing, the container says so."""
    container = contain(
        client,
        account,
        token,
        image_url=pictures["good"],
        caption="Hi #x",
        alt_text="A",
        is_ai_generated="true",
    ).json()["id"]
    before = status(client, token, container)

    first = publish(client, account, token, container)
    second = publish(client, account, token, container)

    listed = client.get(
        f"{account}/media", params={**token, "fields": "id,caption,permalink,alt_text"}
    ).json()["data"]
    assert before == "FINISHED"
    assert status(client, token, container) == "PUBLISHED"
    assert [(m["id"], m["caption"], m["alt_text"]) for m in listed] == [
        (first.json()["id"], "Hi #x", "A")
    ]
    assert second.json()["error"]["error_subcode"] == 2207008
    assert len(client.get("/_sim/truth").json()["posts"]) == 1


def test_a_carousel_takes_its_children(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """Children are made first and are not posts of their own."""
    children = [
        contain(client, account, token, image_url=pictures[name], is_carousel_item="true").json()[
            "id"
        ]
        for name in ("good", "second")
    ]
    whole = contain(
        client, account, token, media_type="CAROUSEL", children=",".join(children), caption="Two"
    ).json()["id"]

    alone = publish(client, account, token, children[0])
    media = publish(client, account, token, whole).json()["id"]

    assert alone.status_code == 400
    read = client.get(f"/v25.0/{media}", params={**token, "fields": "media_type,children"}).json()
    assert read["media_type"] == "CAROUSEL_ALBUM"
    assert len(read["children"]["data"]) == 2


PICTURES = [
    ("picture", 36001, 2207005),
    ("text", 36001, 2207005),
    ("wide", 36003, 2207009),
    ("tall", 36003, 2207009),
    ("large", 36000, 2207004),
    ("missing", 9004, 2207052),
]


@pytest.mark.parametrize(("name", "code", "subcode"), PICTURES)
def test_a_picture_that_instagram_does_not_take(
    client: httpx.Client,
    account: str,
    token: dict[str, str],
    pictures: dict[str, str],
    name: str,
    code: int,
    subcode: int,
) -> None:
    """Instagram downloads the picture and refuses it with a subcode that names the reason."""
    answer = contain(client, account, token, image_url=pictures[name])

    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["error_subcode"]) == (400, code, subcode)
    assert error["error_user_msg"]


CAPTIONS = [
    ("x" * 2201, 2207010),
    (" ".join(f"#tag{n}" for n in range(31)), 2207040),
    (" ".join(f"@someone{n}" for n in range(21)), 2207040),
]


@pytest.mark.parametrize(("caption", "subcode"), CAPTIONS)
def test_a_caption_that_is_too_much(
    client: httpx.Client,
    account: str,
    token: dict[str, str],
    pictures: dict[str, str],
    caption: str,
    subcode: int,
) -> None:
    """Length, hashtags and names have limits."""
    answer = contain(client, account, token, image_url=pictures["good"], caption=caption)

    assert answer.json()["error"]["error_subcode"] == subcode


@pytest.mark.parametrize("count", [1, 11])
def test_a_carousel_of_the_wrong_size(
    client: httpx.Client, account: str, token: dict[str, str], count: int
) -> None:
    """Two to ten."""
    children = ",".join(str(n) for n in range(count))

    answer = contain(client, account, token, media_type="CAROUSEL", children=children)

    assert answer.json()["error"]["error_subcode"] == 2207028


def test_a_container_dies_after_a_day(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """A container that waited too long must be made again."""
    container = contain(client, account, token, image_url=pictures["good"]).json()["id"]
    client.post("/_sim/clock", json={"advance_seconds": 86401})

    answer = publish(client, account, token, container)

    assert status(client, token, container) == "EXPIRED"
    assert answer.json()["error"]["code"] == 24


def test_the_daily_quota_ends_publishing(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """The limit is read live and kept."""
    containers = [
        contain(client, account, token, image_url=pictures["good"]).json()["id"] for _ in range(3)
    ]
    answers = [publish(client, account, token, container) for container in containers]

    limit = client.get(
        f"{account}/content_publishing_limit", params={**token, "fields": "quota_usage,config"}
    ).json()

    assert [answer.status_code for answer in answers] == [200, 200, 400]
    assert answers[2].json()["error"]["error_subcode"] == 2207042
    assert limit["data"] == [
        {"quota_usage": 2, "config": {"quota_total": 2, "quota_duration": 86400}}
    ]


def test_a_container_may_need_time(
    config: SimulatorConfig,
    servers: Callable[[SimulatorConfig], SimulatorServer],
    connect: Callable[[SimulatorServer], httpx.Client],
    account: str,
    token: dict[str, str],
    pictures: dict[str, str],
) -> None:
    """Not ready is its own refusal; waiting helps."""
    client = connect(servers(replace(config, instagram_processing=timedelta(seconds=30))))
    container = contain(client, account, token, image_url=pictures["good"]).json()["id"]

    early = publish(client, account, token, container)
    client.post("/_sim/clock", json={"advance_seconds": 31})
    later = publish(client, account, token, container)

    assert early.json()["error"]["error_subcode"] == 2207027
    assert later.status_code == 200


def test_comments_are_answered_hidden_and_switched_off(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """Replies go below the top comment; a hidden one takes none."""
    container = contain(client, account, token, image_url=pictures["good"]).json()["id"]
    media = publish(client, account, token, container).json()["id"]
    comment = client.post(
        "/_sim/comments", json={"platform": "instagram", "text": "Nice", "author": "Jane"}
    ).json()["id"]

    reply = client.post(
        f"/v25.0/{comment}/replies", params=token, data={"message": "Thanks"}
    ).json()["id"]
    deeper = client.post(f"/v25.0/{reply}/replies", params=token, data={"message": "Again"})
    hidden = client.post(f"/v25.0/{comment}/", params=token, data={"hide": "true"})
    refused = client.post(f"/v25.0/{comment}/replies", params=token, data={"message": "Late"})
    off = client.post(f"/v25.0/{media}", params=token, data={"comment_enabled": "false"})
    closed = client.post(f"/v25.0/{media}/comments", params=token, data={"message": "Own"})

    fields = {"fields": "id,text,replies{id,text,parent_id}"}
    top = client.get(f"/v25.0/{media}/comments", params={**token, **fields}).json()["data"]
    assert deeper.status_code == hidden.status_code == off.status_code == 200
    assert refused.status_code == closed.status_code == 400
    assert [item["text"] for item in top] == ["Nice"]
    assert [item["text"] for item in top[0]["replies"]["data"]] == ["Thanks", "Again"]


@pytest.mark.parametrize(
    "text", ["", "x" * 301, "#a #b #c #d #e", "SHOUTING ALL THE WAY", "http://a.de http://b.de"]
)
def test_a_comment_that_instagram_does_not_take(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str], text: str
) -> None:
    """Comments have limits of their own."""
    container = contain(client, account, token, image_url=pictures["good"]).json()["id"]
    media = publish(client, account, token, container).json()["id"]

    answer = client.post(f"/v25.0/{media}/comments", params=token, data={"message": text})

    assert answer.json()["error"]["code"] == 100


def test_insights_say_nothing_before_anybody_looked(
    client: httpx.Client, account: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """No data is an empty list, not zeros; dead names fail."""
    container = contain(client, account, token, image_url=pictures["good"]).json()["id"]
    media = publish(client, account, token, container).json()["id"]
    wanted = {**token, "metric": "views,reach,likes,comments,saved,shares,total_interactions"}

    early = client.get(f"/v25.0/{media}/insights", params=wanted).json()["data"]
    client.post("/_sim/clock", json={"advance_seconds": 86400})
    later = client.get(f"/v25.0/{media}/insights", params=wanted).json()["data"]
    dead = client.get(f"/v25.0/{media}/insights", params={**token, "metric": "impressions"})
    total = client.get(
        f"{account}/insights",
        params={**token, "metric": "views,reach", "metric_type": "total_value", "period": "day"},
    ).json()

    assert early == []
    assert later[0]["values"][0]["value"] > 0
    assert dead.json()["error"]["code"] == 100
    assert total["data"][0]["total_value"]["value"] > 0
