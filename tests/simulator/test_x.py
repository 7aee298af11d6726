"""X: posts and their refusals, replies, reading in both vocabularies, tokens and limits."""

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from pressroom.simulator import SimulatorConfig, SimulatorServer

ME = "2244994945"


def post(client: httpx.Client, headers: dict[str, str], **body: object) -> httpx.Response:
    return client.post("/2/tweets", headers=headers, json=body)


def test_a_post_comes_back_rewritten(client: httpx.Client, x_user: dict[str, str]) -> None:
    """X returns another text than it was sent: nobody may compare them byte for byte."""
    sent = "Bread & butter <3 https://example.com/a?b=1#c now"

    answer = post(client, x_user, text=sent)
    tweet_id = answer.json()["data"]["id"]
    read = client.get(
        f"/2/tweets/{tweet_id}", headers=x_user, params={"tweet.fields": "entities,created_at"}
    ).json()["data"]

    assert answer.status_code == 201
    assert answer.json()["data"]["edit_history_tweet_ids"] == [tweet_id]
    assert "Bread &amp; butter &lt;3 https://t.co/" in read["text"]
    assert [url["expanded_url"] for url in read["entities"]["urls"]] == [
        "https://example.com/a?b=1#c"
    ]
    url = read["entities"]["urls"][0]
    assert read["text"][url["start"] : url["end"]] == url["url"]
    assert client.get("/_sim/truth").json()["posts"][0]["text"] == sent


BODIES = [
    ({"text": "x", "colour": "red"}, 400),
    ({"text": 5}, 400),
    ({}, 400),
    ({"text": "  "}, 400),
    ({"text": "x", "media": {}}, 400),
    ({"text": "x", "media": {"media_ids": []}}, 400),
    ({"text": "x", "media": {"media_ids": ["1"] * 5}}, 400),
    ({"text": "x", "media": {"media_ids": [1]}}, 400),
    ({"text": "x", "media": {"media_ids": ["1"]}}, 400),
    ({"text": "x", "reply": {"in_reply_to_tweet_id": "abc"}}, 400),
    ({"text": "x", "reply_settings": "nobody"}, 400),
    ({"text": "x", "poll": {"options": ["a"], "duration_minutes": 5}}, 400),
    ({"text": "x", "poll": {"options": ["a", "b"], "duration_minutes": 1}}, 400),
    (
        {
            "text": "x",
            "quote_tweet_id": "1",
            "poll": {"options": ["a", "b"], "duration_minutes": 5},
        },
        400,
    ),
    ({"text": "x" * 281}, 403),
    ({"text": "漢" * 141}, 403),
    ({"text": "x", "reply": {"in_reply_to_tweet_id": "1"}}, 403),
]


@pytest.mark.parametrize(("body", "status"), BODIES)
def test_a_body_that_x_does_not_take(
    client: httpx.Client, x_user: dict[str, str], body: dict[str, object], status: int
) -> None:
    """Unknown keys, wrong types and impossible values publish nothing."""
    answer = client.post("/2/tweets", headers=x_user, json=body)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/_sim/truth").json()["posts"] == []
    if status == 400:
        assert answer.json()["title"] == "Invalid Request"
        assert answer.json()["errors"][0]["message"]


def test_280_units_are_enough(client: httpx.Client, x_user: dict[str, str]) -> None:
    """The limit is kept to the letter."""
    assert (
        post(client, x_user, text="x" * 257 + "https://example.com/" + "a" * 200).status_code == 403
    )
    assert (
        post(client, x_user, text="x" * 256 + " https://example.com/" + "a" * 200).status_code
        == 201
    )


def test_the_same_text_is_refused(client: httpx.Client, x_user: dict[str, str]) -> None:
    """The one guard that X has; its 403 is told from others by its detail."""
    post(client, x_user, text="Same")

    again = post(client, x_user, text="Same")
    client.post("/_sim/clock", json={"advance_seconds": 90_000})
    later = post(client, x_user, text="Same")

    assert again.status_code == 403
    assert again.json() == {
        "title": "Forbidden",
        "detail": "You are not allowed to create a Tweet with duplicate content.",
        "type": "about:blank",
        "status": 403,
    }
    assert later.status_code == 201


TOKENS = [
    ({}, 401),
    ({"Authorization": "Bearer nonsense"}, 401),
    ({"Authorization": 'OAuth oauth_token="sim-x-oauth1-token"'}, 401),
    ({"Authorization": "Bearer sim-x-bearer"}, 403),
    (
        {
            "Authorization": 'OAuth oauth_consumer_key="sim-x-consumer-key", '
            'oauth_token="sim-x-oauth1-token", oauth_signature="abc"'
        },
        401,
    ),
]


@pytest.mark.parametrize(("headers", "status"), TOKENS)
def test_only_a_user_may_write(client: httpx.Client, headers: dict[str, str], status: int) -> None:
    """An app-only token reads and never writes."""
    answer = post(client, headers, text="x")

    assert answer.status_code == status
    if status == 403:
        assert answer.json()["title"] == "Unsupported Authentication"


def test_a_refresh_token_is_good_once(client: httpx.Client) -> None:
    """A client that loses the answer of a refresh is locked out: it must store before it uses."""
    form = {
        "grant_type": "refresh_token",
        "refresh_token": "sim-x-refresh",
        "client_id": "sim-x-client",
    }

    first = client.post("/2/oauth2/token", data=form)
    second = client.post("/2/oauth2/token", data=form)
    renewed = first.json()

    assert second.status_code == 400
    assert renewed["expires_in"] == 7200
    assert (
        post(client, {"Authorization": f"Bearer {renewed['access_token']}"}, text="x").status_code
        == 201
    )
    third = client.post("/2/oauth2/token", data={**form, "refresh_token": renewed["refresh_token"]})
    assert third.status_code == 200


def test_replies_go_only_to_who_spoke_to_us(client: httpx.Client, x_user: dict[str, str]) -> None:
    """Self-serve apps may not talk to strangers."""
    stranger = client.post(
        "/_sim/posts", json={"platform": "x", "text": "Nice weather", "author_id": "77"}
    ).json()["id"]
    own = post(client, x_user, text="Question?").json()["data"]["id"]
    asked = client.post(
        "/_sim/comments", json={"platform": "x", "post_id": own, "text": "When?", "author": "Jane"}
    ).json()["id"]

    refused = post(client, x_user, text="Hi", reply={"in_reply_to_tweet_id": stranger})
    answered = post(client, x_user, text="Nine", reply={"in_reply_to_tweet_id": asked})

    assert "not been mentioned" in refused.json()["detail"]
    assert answered.status_code == 201
    replies = client.get("/_sim/truth").json()["replies"]
    assert [(entry["text"], entry["target_id"]) for entry in replies] == [("Nine", asked)]


def test_a_conversation_is_found_and_hidden(client: httpx.Client, x_user: dict[str, str]) -> None:
    """Search by conversation and mentions see what people answered."""
    own = post(client, x_user, text="Question?").json()["data"]["id"]
    reply = client.post(
        "/_sim/comments", json={"platform": "x", "post_id": own, "text": "When?", "author": "Jane"}
    ).json()["id"]
    wanted = {
        "query": f"conversation_id:{own} to:sim_brand",
        "tweet.fields": "author_id,conversation_id",
    }

    found = client.get("/2/tweets/search/recent", headers=x_user, params=wanted).json()
    mentions = client.get(f"/2/users/{ME}/mentions", headers=x_user).json()
    nothing = client.get(
        f"/2/users/{ME}/mentions", headers=x_user, params={"since_id": reply}
    ).json()
    hidden = client.put(f"/2/tweets/{reply}/hidden", headers=x_user, json={"hidden": True})
    own_hidden = client.put(f"/2/tweets/{own}/hidden", headers=x_user, json={"hidden": True})

    assert [item["id"] for item in found["data"]] == [reply]
    assert mentions["meta"] == {"result_count": 1, "newest_id": reply, "oldest_id": reply}
    assert nothing == {"meta": {"result_count": 0}}
    assert hidden.json() == {"data": {"hidden": True}}
    assert own_hidden.status_code == 403


def test_the_request_chooses_the_vocabulary(client: httpx.Client, x_user: dict[str, str]) -> None:
    """X renamed its fields in August 2026; both names are in use."""
    tweet_id = post(client, x_user, text="Words").json()["data"]["id"]

    old = client.get(f"/2/tweets/{tweet_id}?tweet.fields=public_metrics", headers=x_user).json()[
        "data"
    ]
    new = client.get(f"/2/tweets/{tweet_id}?post.fields=public_metrics", headers=x_user).json()[
        "data"
    ]

    assert "retweet_count" in old["public_metrics"]
    assert "edit_history_tweet_ids" in old
    assert "repost_count" in new["public_metrics"]
    assert "edit_history_post_ids" in new


def test_a_timeline_pages_from_new_to_old(client: httpx.Client, x_user: dict[str, str]) -> None:
    """A reconciler sees each of our posts once."""
    ids = [post(client, x_user, text=f"Post {n}").json()["data"]["id"] for n in range(12)]

    seen: list[str] = []
    params: dict[str, str] = {"max_results": "5"}
    while True:
        answer = client.get(f"/2/users/{ME}/tweets", headers=x_user, params=params).json()
        seen += [item["id"] for item in answer["data"]]
        if "next_token" not in answer["meta"]:
            break
        params["pagination_token"] = answer["meta"]["next_token"]
    newer = client.get(f"/2/users/{ME}/tweets", headers=x_user, params={"since_id": ids[8]}).json()

    assert seen == ids[::-1]
    assert [item["id"] for item in newer["data"]] == ids[:8:-1]


QUERIES = [
    {"max_results": "4"},
    {"max_results": "many"},
    {"since_id": "x"},
    {"tweet_fields": "id"},
    {"pagination_token": "?"},
    {"tweet.fields": "public_metric"},
    {"post.fields": "retweet_count"},
]


@pytest.mark.parametrize("params", QUERIES)
def test_a_query_that_x_does_not_take(
    client: httpx.Client, x_user: dict[str, str], params: dict[str, str]
) -> None:
    """A typing error in a query is refused by name."""
    answer = client.get(f"/2/users/{ME}/tweets", headers=x_user, params=params)

    assert answer.status_code == 400
    assert next(iter(params)) in answer.json()["errors"][0]["parameters"]


def test_what_is_gone_is_200_with_errors(client: httpx.Client, x_user: dict[str, str]) -> None:
    """X tells of missing posts beside those that are there."""
    tweet_id = post(client, x_user, text="Here").json()["data"]["id"]

    both = client.get("/2/tweets", headers=x_user, params={"ids": f"{tweet_id},1"}).json()
    one = client.get("/2/tweets/1", headers=x_user)
    deleted = client.delete(f"/2/tweets/{tweet_id}", headers=x_user).json()
    after = client.get(f"/2/tweets/{tweet_id}", headers=x_user).json()

    assert [item["id"] for item in both["data"]] == [tweet_id]
    assert both["errors"][0]["title"] == "Not Found Error"
    assert one.status_code == 200
    assert deleted == {"data": {"deleted": True}}
    assert "data" not in after


def test_private_metrics_are_for_the_author(client: httpx.Client, x_user: dict[str, str]) -> None:
    """An app-only reader gets an error beside the data."""
    tweet_id = post(client, x_user, text="Numbers").json()["data"]["id"]
    client.post("/_sim/clock", json={"advance_seconds": 7200})
    params = {"tweet.fields": "non_public_metrics,public_metrics"}

    own = client.get(f"/2/tweets/{tweet_id}", headers=x_user, params=params).json()
    app = {"Authorization": "Bearer sim-x-bearer"}
    others = client.get(f"/2/tweets/{tweet_id}", headers=app, params=params).json()

    assert own["data"]["non_public_metrics"]["impression_count"] > 0
    assert "non_public_metrics" not in others["data"]
    assert others["errors"][0]["type"].endswith("/not-authorized-for-field")


def test_limits_end_in_429_with_their_headers(
    config: SimulatorConfig,
    servers: Callable[[SimulatorConfig], SimulatorServer],
    connect: Callable[[SimulatorServer], httpx.Client],
    x_user: dict[str, str],
) -> None:
    """The headers say how many calls are left and when the window ends; there is no Retry-After."""
    client = connect(servers(replace(config, x_limit_scale=0.02)))

    answers = [post(client, x_user, text=f"Post {n}") for n in range(3)]
    client.post("/_sim/clock", json={"advance_seconds": 901})
    later = post(client, x_user, text="Later")

    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert [answer.headers["x-rate-limit-remaining"] for answer in answers] == ["1", "0", "0"]
    assert "retry-after" not in answers[2].headers
    assert int(answers[2].headers["x-rate-limit-reset"]) > 0
    assert later.status_code == 201


def test_credits_run_out(client: httpx.Client, x_user: dict[str, str]) -> None:
    """X is prepaid: a post with a link costs more, and an empty account is 402."""
    client.post("/_sim/settings", json={"x_credits": 0.21}).raise_for_status()

    answers = [
        post(client, x_user, text=text) for text in ("see https://example.com", "plain", "more")
    ]

    assert [answer.status_code for answer in answers] == [201, 402, 402]
    assert answers[1].json()["title"] == "CreditsDepleted"
