"""Many Graph calls in one request: fed by each other, answered in order, each on its own."""

import json
from typing import Any

import httpx
import pytest

from pressroom.simulator.images import draw


def send(client: httpx.Client, token: dict[str, str], *calls: Any, **more: Any) -> httpx.Response:
    form = {**token, "batch": json.dumps(list(calls)), **more.pop("form", {})}
    return client.post("/v25.0/", data=form, **more)


def call(method: str, relative_url: str, **more: Any) -> dict[str, Any]:
    return {"method": method, "relative_url": relative_url, **more}


def test_one_call_feeds_another(client: httpx.Client, page: str, token: dict[str, str]) -> None:
    """A post and its first comment in one go; what only fed another is left out."""
    path = page.removeprefix("/")
    post = call("POST", f"{path}/feed", body="message=Opening+day", name="post")
    comment = call("POST", "{result=post:$.id}/comments", body="message=First%21")

    answers = send(client, token, post, comment).json()
    shown = send(
        client, token, {**post, "body": "message=Again", "omit_response_on_success": False}, comment
    ).json()

    assert answers[0] is None
    assert answers[1]["code"] == 200
    assert "id" in json.loads(answers[1]["body"])
    assert "id" in json.loads(shown[0]["body"])
    assert len(client.get("/_sim/truth").json()["posts"]) == 2


def test_every_call_is_judged_on_its_own(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """A bad token, an unknown path and a failed feeder fail alone."""
    path = page.removeprefix("/")
    answers = send(
        client,
        token,
        call("GET", f"{path}?fields=name"),
        call("GET", f"{path}?fields=name&access_token=wrong"),
        call("GET", f"{path}/nowhere", name="lost"),
        call("GET", "{result=lost:$.id}"),
        form={"include_headers": "false"},
    ).json()

    assert [answer and answer["code"] for answer in answers] == [200, 401, 400, None]
    assert all("headers" not in answer for answer in answers if answer)


def test_files_go_with_the_call_that_names_them(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """One request may carry several pictures."""
    upload = call("POST", f"{page.removeprefix('/')}/photos", attached_files="one")

    answers = send(client, token, upload, files={"one": ("a.png", draw(64, 64, "a"), "image/png")})

    assert answers.json()[0]["code"] == 200


@pytest.mark.parametrize(
    "batch", ["{", "{}", "[1]", json.dumps([call("GET", "me")] * 51), '[{"method": "GET"}]']
)
def test_a_batch_that_is_none_is_refused(
    client: httpx.Client, token: dict[str, str], batch: str
) -> None:
    """As a whole, and before anything is carried out."""
    answer = client.post("/v25.0/", data={**token, "batch": batch})

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == 100


def test_a_fault_is_met_by_the_whole_request(
    client: httpx.Client, page: str, token: dict[str, str]
) -> None:
    """Its answer may be lost after everything in it was done."""
    plan = {"platform": "facebook", "operation": "batch", "action": "drop_after"}
    client.post("/_sim/faults", json=plan).raise_for_status()

    with pytest.raises(httpx.RemoteProtocolError):
        send(client, token, call("POST", f"{page.removeprefix('/')}/feed", body="message=Lost"))

    assert [p["text"] for p in client.get("/_sim/truth").json()["posts"]] == ["Lost"]
    logged = client.get("/_sim/requests").json()["requests"]
    assert [entry["operation"] for entry in logged] == ["facebook.batch", "facebook.create_post"]
