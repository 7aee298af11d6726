"""The Page: publishing, scheduling, photos, reading, comments and its refusals."""

import json
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from pressroom.simulator import SimulatorConfig, SimulatorServer
from pressroom.simulator.images import draw

FIELDS = {"fields": "id,message,created_time,is_published"}


def publish(
    client: httpx.Client, page: str, token: dict[str, str], **fields: str
) -> httpx.Response:
    return client.post(f"{page}/feed", params=token, data=fields)


def advance(client: httpx.Client, seconds: float) -> None:
    client.post("/_sim/clock", json={"advance_seconds": seconds}).raise_for_status()


def truth_texts(client: httpx.Client, kind: str = "posts") -> list[str]:
    return [entry["text"] for entry in client.get("/_sim/truth").json()[kind]]


def test_a_post_is_live_listed_and_true(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """What was accepted is what the world sees."""
    post_id = publish(client, page, token, message="Grüße & 😀").json()["id"]

    listed = client.get(f"{page}/published_posts", params={**token, **FIELDS}).json()["data"]

    assert [(post["id"], post["message"]) for post in listed] == [(post_id, "Grüße & 😀")]
    assert listed[0]["created_time"] == "2026-11-24T12:00:00+0000"
    assert truth_texts(client) == ["Grüße & 😀"]


@pytest.mark.parametrize("where", ["query", "form", "header", "json"])
def test_a_token_may_travel_in_any_place(
    client: httpx.Client, page: str, token: dict[str, str], where: str
) -> None:
    """SDKs put the token in different places; Graph takes them all."""
    body = {"message": where}
    answers = {
        "query": lambda: client.post(f"{page}/feed", params=token, data=body),
        "form": lambda: client.post(f"{page}/feed", data={**body, **token}),
        "header": lambda: client.post(
            f"{page}/feed", data=body, headers={"Authorization": "Bearer sim-page-token"}
        ),
        "json": lambda: client.post(f"{page}/feed", json={**body, **token}),
    }

    assert answers[where]().status_code == 200


def test_a_draft_goes_live_once(client: httpx.Client, page: str, token: dict[str, str]) -> None:
    """Publishing a draft twice must not make two posts: it is the guard that a client may use."""
    draft = publish(client, page, token, message="Draft", published="false").json()["id"]
    assert truth_texts(client) == []

    for _ in range(2):
        answer = client.post(f"/v25.0/{draft}/", params=token, data={"is_published": "true"})
        assert answer.json() == {"success": True}

    assert truth_texts(client) == ["Draft"]


def test_a_scheduled_post_goes_live_when_its_time_comes(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """The platform's own scheduler runs on simulated time."""
    at = str(client.get("/_sim/clock").json()["unix"] + 3600).partition(".")[0]
    publish(
        client, page, token, message="Later", published="false", scheduled_publish_time=at
    ).raise_for_status()
    waiting = client.get(f"{page}/scheduled_posts", params=token).json()["data"]

    advance(client, 3601)

    assert len(waiting) == 1
    assert truth_texts(client) == ["Later"]
    assert client.get(f"{page}/scheduled_posts", params=token).json()["data"] == []


def test_several_photos_make_one_post(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """Staged photos are invisible until a post takes them, and are taken once."""
    staged = []
    for name in ("one", "two"):
        files = {"source": (f"{name}.png", draw(640, 640, name), "image/png")}
        data = {"published": "false", "alt_text_custom": f"Picture {name}"}
        staged.append(
            client.post(f"{page}/photos", params=token, data=data, files=files).json()["id"]
        )
    media = json.dumps([{"media_fbid": photo} for photo in staged])

    first = publish(client, page, token, message="Two", attached_media=media)
    second = publish(client, page, token, message="Again", attached_media=media)

    fields = "attachments{target{id},subattachments{target{id}}}"
    read = client.get(f"/v25.0/{first.json()['id']}", params={**token, "fields": fields}).json()
    inside = read["attachments"]["data"][0]["subattachments"]["data"]
    assert [item["target"]["id"] for item in inside] == staged
    assert second.json()["error"]["error_subcode"] == 1366051
    alt = client.get(f"/v25.0/{staged[0]}", params={**token, "fields": "alt_text_custom"}).json()
    assert alt["alt_text_custom"] == "Picture one"


def test_one_photo_is_a_post_of_its_own(
    client: httpx.Client, page: str, token: dict[str, str], pictures: dict[str, str]
) -> None:
    """A photo by address is downloaded for real, and answers with both ids."""
    data = {"url": pictures["good"], "caption": "Look"}

    answer = client.post(f"{page}/photos", params=token, data=data).json()

    assert set(answer) == {"id", "post_id"}
    assert truth_texts(client) == ["Look"]


REFUSALS = [
    ({}, 197, None, 400),
    ({"message": "x" * 63_207}, 100, None, 400),
    ({"message": "x", "colour": "red"}, 100, None, 400),
    ({"message": "x", "published": "perhaps"}, 100, None, 400),
    ({"message": "x", "link": "nonsense"}, 1500, None, 400),
    ({"link": "https://www.facebook.com/x"}, 100, 1609008, 400),
    ({"message": "x", "scheduled_publish_time": "1800000000"}, 100, None, 400),
    (
        {"message": "x", "published": "false", "scheduled_publish_time": "1600000000"},
        100,
        None,
        400,
    ),
    ({"message": "x", "published": "false", "scheduled_publish_time": "soon"}, 100, None, 400),
    ({"message": "x", "attached_media": '[{"media_fbid":"1"}]'}, 100, None, 400),
    ({"message": "x", "attached_media": '{"media_fbid":"1"}'}, 100, None, 400),
    ({"message": "x", "attached_media": "[" + ",".join(["{}"] * 11) + "]"}, 100, None, 400),
]


@pytest.mark.parametrize(("fields", "code", "subcode", "status"), REFUSALS)
def test_the_page_refuses_what_cannot_be(
    client: httpx.Client,
    page: str,
    token: dict[str, str],
    fields: dict[str, str],
    code: int,
    subcode: int | None,
    status: int,
) -> None:
    """A refusal has its own code, publishes nothing and can be told from a failure."""
    answer = publish(client, page, token, **fields)

    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error.get("error_subcode")) == (
        status,
        code,
        subcode,
    )
    assert error["fbtrace_id"]
    assert truth_texts(client) == []


def test_the_same_text_twice_is_refused_for_a_while(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """506 stands for an identical recent post, and only for that."""
    publish(client, page, token, message="Same")

    again = publish(client, page, token, message="Same")
    advance(client, 3700)
    later = publish(client, page, token, message="Same")

    assert again.json()["error"]["message"] == "(#506) Duplicate status message"
    assert later.status_code == 200
    assert [e["accepted"] for e in client.get("/_sim/truth").json()["posts"]] == [2, 2]


TOKENS = [
    ({}, 104, None),
    ({"access_token": "nonsense"}, 190, None),
    ({"access_token": "sim-user-token"}, 200, None),
    ({"access_token": "sim-page-token", "appsecret_proof": "00"}, 100, None),
]


@pytest.mark.parametrize(("params", "code", "subcode"), TOKENS)
def test_a_wrong_token_publishes_nothing(
    client: httpx.Client, page: str, params: dict[str, str], code: int, subcode: int | None
) -> None:
    """Only the Page's own token may write on it."""
    answer = client.post(f"{page}/feed", params=params, data={"message": "x"})

    error = answer.json()["error"]
    assert (error["code"], error.get("error_subcode")) == (code, subcode)
    assert truth_texts(client) == []


@pytest.mark.parametrize(("state", "subcode"), [("expired", 463), ("revoked", 460)])
def test_a_token_can_come_to_its_end(
    client: httpx.Client, page: str, token: dict[str, str], state: str, subcode: int
) -> None:
    """Every token ends some day, and debug_token says so."""
    client.post("/_sim/tokens", json={"token": "sim-page-token", "state": state}).raise_for_status()

    answer = publish(client, page, token, message="x")
    app = {"access_token": "900000000000001|sim-app-secret", "input_token": "sim-page-token"}
    looked_at = client.get("/v25.0/debug_token", params=app).json()["data"]

    assert answer.status_code == 401
    assert answer.json()["error"]["error_subcode"] == subcode
    assert looked_at["is_valid"] is False


def test_pages_of_a_list_follow_one_another(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """A reconciler that pages must see every post once."""
    for number in range(7):
        publish(client, page, token, message=f"Post {number}")

    seen, url = [], f"{page}/published_posts?access_token=sim-page-token&fields=message&limit=3"
    while url:
        answer = client.get(url).json()
        seen += [post["message"] for post in answer["data"]]
        url = answer["paging"].get("next")

    assert seen == [f"Post {number}" for number in range(6, -1, -1)]


def test_lists_can_be_late(client: httpx.Client, page: str, token: dict[str, str]) -> None:
    """Reading after writing may show nothing yet: whoever looks once loses."""
    client.post("/_sim/settings", json={"list_lag_seconds": 5}).raise_for_status()
    publish(client, page, token, message="Slow list")

    early = client.get(f"{page}/feed", params=token).json()["data"]
    advance(client, 5)

    assert early == []
    assert len(client.get(f"{page}/feed", params=token).json()["data"]) == 1


def test_a_comment_lives_through_reply_hide_and_removal(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """The whole life of a comment is on the wire and in the truth."""
    post = publish(client, page, token, message="Open house").json()["id"]
    wanted = {"platform": "facebook", "post_id": post, "text": "When?", "author": "Jane Example"}
    comment = client.post("/_sim/comments", json=wanted).json()["id"]

    reply = client.post(f"/v25.0/{comment}/comments", params=token, data={"message": "At nine"})
    hidden = client.post(f"/v25.0/{comment}/", params=token, data={"is_hidden": "true"})
    fields = {"filter": "stream", "fields": "id,message,is_hidden,parent{id}"}
    stream = client.get(f"/v25.0/{post}/comments", params={**token, **fields}).json()["data"]
    deleted = client.delete(f"/v25.0/{comment}/", params=token)
    again = client.delete(f"/v25.0/{comment}/", params=token)

    assert reply.status_code == 200
    assert hidden.json() == deleted.json() == {"success": True}
    assert [(c["message"], c["is_hidden"]) for c in stream] == [("When?", True), ("At nine", False)]
    assert stream[1]["parent"]["id"] == comment
    assert truth_texts(client, "replies") == ["At nine"]
    assert again.json()["error"]["error_subcode"] == 33


def test_a_private_reply_goes_once_and_in_time(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """One private reply for each comment, within seven days."""
    publish(client, page, token, message="Open house")
    first = client.post("/_sim/comments", json={"platform": "facebook", "text": "Help"}).json()[
        "id"
    ]
    late = client.post("/_sim/comments", json={"platform": "facebook", "text": "Hm"}).json()["id"]

    def send(comment: str) -> httpx.Response:
        body = {"recipient": {"comment_id": comment}, "message": {"text": "Hello"}}
        return client.post(f"{page}/messages", params=token, json=body)

    answers = [send(first), send(first)]
    advance(client, 8 * 86400)
    answers.append(send(late))

    assert [answer.status_code for answer in answers] == [200, 400, 403]
    assert truth_texts(client, "replies") == ["Hello"]


def test_one_dead_metric_fails_the_whole_call(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """The rule that makes clients ask in groups."""
    post = publish(client, page, token, message="Numbers").json()["id"]
    advance(client, 86400)

    good = client.get(
        f"/v25.0/{post}/insights", params={**token, "metric": "post_media_view,post_clicks"}
    )
    bad = client.get(
        f"/v25.0/{post}/insights",
        params={**token, "metric": '["post_media_view","post_impressions"]'},
    )
    none = client.get(f"/v25.0/{post}/insights", params=token)

    assert [item["name"] for item in good.json()["data"]] == ["post_media_view", "post_clicks"]
    assert bad.json()["error"]["message"] == "(#100) The value must be a valid insights metric"
    assert none.json()["error"]["error_subcode"] == 1504028


VERSIONS = [("/v25.0", "v25.0"), ("/v18.0", "v21.0"), ("", "v21.0")]


@pytest.mark.parametrize(("asked", "served"), VERSIONS)
def test_an_expired_version_is_served_by_the_oldest_live_one(
    client: httpx.Client, config: object, token: dict[str, str], asked: str, served: str
) -> None:
    """Meta refuses no old version; it answers in another."""
    answer = client.get(f"{asked}/me", params=token)

    assert answer.status_code == 200
    assert answer.headers["facebook-api-version"] == served


def test_use_is_counted_and_ends_in_a_throttle(
    config: SimulatorConfig,
    servers: Callable[[SimulatorConfig], SimulatorServer],
    connect: Callable[[SimulatorServer], httpx.Client],
    page: str,
    token: dict[str, str],
) -> None:
    """The usage headers climb to a hundred percent; then nothing is published for a while."""
    client = connect(servers(replace(config, graph_calls_per_hour=4)))

    answers = [publish(client, page, token, message=f"Post {n}") for n in range(4)]
    advance(client, 3601)
    later = publish(client, page, token, message="Later")

    counts = [json.loads(answer.headers["x-app-usage"])["call_count"] for answer in answers]
    assert counts == [25, 50, 75, 100]
    assert answers[3].json()["error"]["code"] == 80001
    assert later.status_code == 200
    assert truth_texts(client) == ["Post 0", "Post 1", "Post 2", "Later"]


def test_accounts_lead_from_the_person_to_instagram(client: httpx.Client, page: str) -> None:
    """Set-up finds everything from a person's token."""
    accounts = client.get("/v25.0/me/accounts", params={"access_token": "sim-user-token"}).json()
    found = accounts["data"][0]

    fields = {"fields": "instagram_business_account,name", "access_token": found["access_token"]}
    read = client.get(f"/v25.0/{found['id']}", params=fields).json()

    assert read["instagram_business_account"]["id"] == "17841400000000001"


def test_several_ids_are_read_at_once(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """?ids= answers by id, and fails whole for one that is not there."""
    ids = [publish(client, page, token, message=text).json()["id"] for text in ("a", "b")]

    both = client.get("/v25.0/", params={**token, "ids": ",".join(ids), "fields": "message"})
    wrong = client.get("/v25.0/", params={**token, "ids": "1,2"})

    assert {key: value["message"] for key, value in both.json().items()} == dict(
        zip(ids, "ab", strict=True)
    )
    assert wrong.json()["error"]["code"] == 803


def test_an_unknown_field_and_an_unknown_edge_are_refused(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """A typing error must not look like an empty answer."""
    post = publish(client, page, token, message="x").json()["id"]

    field = client.get(f"/v25.0/{post}", params={**token, "fields": "mesage"})
    edge = client.get(f"/v25.0/{post}/commets", params=token)

    assert field.json()["error"]["code"] == 100
    assert edge.json()["error"]["code"] == 2500
