"""Misbehaviour on demand: what the client sees, and what the world really has."""

import time

import httpx
import pytest

X = {"Authorization": "Bearer sim-x-token"}


def plan(client: httpx.Client, **fault: object) -> None:
    client.post("/_sim/faults", json=fault).raise_for_status()


def truth(client: httpx.Client) -> list[str]:
    return [entry["text"] for entry in client.get("/_sim/truth").json()["posts"]]


def publish(client: httpx.Client, platform: str, text: str, urls: dict[str, str]) -> httpx.Response:
    """Publish on one platform; on Instagram the container is made without a fault."""
    params = {"access_token": "sim-page-token"}
    if platform == "facebook":
        return client.post("/v25.0/106728097004746/feed", params=params, data={"message": text})
    if platform == "x":
        return client.post("/2/tweets", headers=X, json={"text": text})
    account = "/v25.0/17841400000000001"
    made = client.post(
        f"{account}/media", params=params, data={"image_url": urls["good"], "caption": text}
    )
    return client.post(
        f"{account}/media_publish", params=params, data={"creation_id": made.json()["id"]}
    )


OPERATIONS = {
    "facebook": "facebook.create_post",
    "instagram": "publish_container",
    "x": "x.create_*",
}


@pytest.mark.parametrize("platform", OPERATIONS)
@pytest.mark.parametrize(("action", "acted"), [("drop_before", False), ("drop_after", True)])
def test_a_drop_is_a_closed_connection(
    client: httpx.Client, pictures: dict[str, str], platform: str, action: str, acted: bool
) -> None:
    """No answer says nothing about what happened: only the truth knows."""
    plan(client, platform=platform, operation=OPERATIONS[platform], action=action)

    with pytest.raises(httpx.RemoteProtocolError, match="disconnected"):
        publish(client, platform, "Fragile", pictures)

    assert truth(client) == (["Fragile"] if acted else [])


ANSWERED = [
    ("error_before", False, 500),
    ("error_after", True, 500),
    ("throttle", False, None),
    ("not_found", False, None),
    ("token_expired", False, 401),
    ("bad_gateway_html", False, 502),
    ("malformed", True, 200),
]


@pytest.mark.parametrize("platform", OPERATIONS)
@pytest.mark.parametrize(("action", "acted", "status"), ANSWERED)
def test_an_answer_can_be_wrong_in_many_ways(
    client: httpx.Client,
    pictures: dict[str, str],
    platform: str,
    action: str,
    acted: bool,
    status: int | None,
) -> None:
    """Each misfortune has the platform's own body; some of them have published."""
    plan(
        client,
        platform=platform,
        operation=OPERATIONS[platform],
        action=action,
        status=500 if "error" in action else None,
    )

    answer = publish(client, platform, "Fragile", pictures)

    assert truth(client) == (["Fragile"] if acted else [])
    assert answer.status_code == (status or answer.status_code)
    if action == "malformed":
        with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
            answer.json()
    if action == "bad_gateway_html":
        assert answer.headers["content-type"].startswith("text/html")


def test_a_late_act_comes_after_the_hang_up(client: httpx.Client, pictures: dict[str, str]) -> None:
    """The worst case: the list is empty when the client looks, and later it is not."""
    plan(client, operation="create_post", action="late", seconds=30, simulated=True)

    with pytest.raises(httpx.RemoteProtocolError):
        publish(client, "facebook", "Late", pictures)
    before = truth(client)
    client.post("/_sim/clock", json={"advance_seconds": 31})

    assert (before, truth(client)) == ([], ["Late"])


def test_a_late_act_can_take_real_time(client: httpx.Client, pictures: dict[str, str]) -> None:
    """For processes that are killed in the meantime."""
    plan(client, operation="create_post", action="late", seconds=0.2)

    with pytest.raises(httpx.RemoteProtocolError):
        publish(client, "facebook", "Late", pictures)
    deadline = time.monotonic() + 10
    while not truth(client) and time.monotonic() < deadline:
        client.get("/_sim/health")

    assert truth(client) == ["Late"]


def test_a_slow_answer_has_acted_when_the_client_gives_up(
    client: httpx.Client, pictures: dict[str, str]
) -> None:
    """A client's own timeout is one more unknown outcome."""
    plan(client, operation="create_post", action="slow", seconds=3)

    client.timeout = httpx.Timeout(0.3)
    with pytest.raises(httpx.ReadTimeout):
        publish(client, "facebook", "Slow", pictures)
    client.timeout = httpx.Timeout(20)

    assert truth(client) == ["Slow"]


def test_faults_wait_count_and_are_cleared(client: httpx.Client, pictures: dict[str, str]) -> None:
    """A test says exactly which call of many is hit."""
    plan(client, operation="create_post", action="error_before", skip=1, times=2)

    answers = [publish(client, "facebook", f"Post {n}", pictures).status_code for n in range(4)]
    listed = client.get("/_sim/faults").json()["faults"]
    cleared = client.delete("/_sim/faults").json()

    assert answers == [200, 500, 500, 200]
    assert [(fault["hits"], fault["skip"]) for fault in listed] == [(2, 0)]
    assert cleared == {"cleared": 1}
    assert truth(client) == ["Post 0", "Post 3"]


def test_any_graph_refusal_can_be_ordered(client: httpx.Client, pictures: dict[str, str]) -> None:
    """Code, subcode and words of choice."""
    plan(client, operation="create_post", action="refuse", code=368, subcode=1390008)
    plan(client, operation="publish_container", action="refuse", subcode=2207051)

    facebook = publish(client, "facebook", "x", pictures).json()["error"]
    instagram = publish(client, "instagram", "x", pictures).json()["error"]

    assert (facebook["code"], facebook["error_subcode"]) == (368, 1390008)
    assert (instagram["code"], instagram["error_subcode"], instagram["is_transient"]) == (
        4,
        2207051,
        False,
    )


def test_a_throttle_tells_the_wait(client: httpx.Client, pictures: dict[str, str]) -> None:
    """Minutes in Meta's header, a moment in X's."""
    plan(client, operation="create_post", action="throttle", seconds=600)
    plan(client, operation="create_tweet", action="throttle", seconds=600)

    facebook = publish(client, "facebook", "x", pictures)
    x = publish(client, "x", "x", pictures)

    assert facebook.json()["error"]["code"] == 80001
    assert '"estimated_time_to_regain_access":10' in facebook.headers["x-business-use-case-usage"]
    assert x.status_code == 429
    assert int(x.headers["x-rate-limit-reset"]) == client.get("/_sim/clock").json()["unix"] + 600


BAD = [
    ({"action": "explode"}, "action"),
    ({"action": "slow", "second": 1}, "second"),
    ({"action": "slow", "seconds": -1}, "seconds"),
]


@pytest.mark.parametrize(("fault", "word"), BAD)
def test_a_fault_that_cannot_be_is_refused(
    client: httpx.Client, fault: dict[str, object], word: str
) -> None:
    """A test with a typing error in its fault must not pass by luck."""
    answer = client.post("/_sim/faults", json=fault)

    assert answer.status_code == 400
    assert word in answer.json()["error"]


def test_the_log_names_operations_and_keeps_no_secret(
    client: httpx.Client, pictures: dict[str, str]
) -> None:
    """What was sent can be checked; tokens cannot leak from a log."""
    publish(client, "facebook", "Logged", pictures)
    publish(client, "x", "Logged", pictures)

    answer = client.get("/_sim/requests", params={"operation": "create"})
    entries = answer.json()["requests"]

    assert [entry["operation"] for entry in entries] == ["facebook.create_post", "x.create_tweet"]
    assert entries[0]["params"] == {"message": "Logged"}
    assert entries[1]["json"] == {"text": "Logged"}
    assert "sim-page-token" not in answer.text
    assert "sim-x-token" not in answer.text
