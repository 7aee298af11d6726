"""Signatures of OAuth 1.0a, made by the library that the SDKs use."""

from typing import Any

import pytest
import requests
from requests_oauthlib import OAuth1

from pressroom.simulator import SimulatorServer

KEYS = {
    "client_key": "sim-x-consumer-key",
    "client_secret": "sim-x-consumer-secret",
    "resource_owner_key": "sim-x-oauth1-token",
    "resource_owner_secret": "sim-x-oauth1-secret",
}
QUERY = {"tweet.fields": "created_at,public_metrics", "max_results": "5"}


def signed(server: SimulatorServer, *, prefix: str = "", **changes: Any) -> requests.Request:
    """A signed request for the account's own posts."""
    url = f"{server.base_url}{prefix}/2/users/2244994945/tweets"
    return requests.Request("GET", url, params=QUERY, auth=OAuth1(**{**KEYS, **changes}))


def status_of(request: requests.PreparedRequest) -> int:
    with requests.Session() as session:
        session.trust_env = False
        return session.send(request, timeout=20).status_code


@pytest.mark.parametrize("method", ["HMAC-SHA1", "HMAC-SHA256"])
@pytest.mark.parametrize("prefix", ["", "/x"])
def test_a_good_signature_is_taken(server: SimulatorServer, method: str, prefix: str) -> None:
    """At every address at which the simulator answers for X."""
    assert status_of(signed(server, prefix=prefix, signature_method=method).prepare()) == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"client_secret": "wrong"},
        {"resource_owner_secret": "wrong"},
        {"signature_method": "PLAINTEXT"},
        {"timestamp": "1500000000"},
        {"timestamp": "soon"},
        {"client_key": "somebody"},
    ],
)
def test_a_bad_one_is_refused(server: SimulatorServer, changes: dict[str, str]) -> None:
    """A client that signs wrongly here would be refused by X as well."""
    assert status_of(signed(server, **changes).prepare()) == 401


def test_what_is_signed_cannot_be_changed_or_used_again(server: SimulatorServer) -> None:
    """The signature covers the method, the path and every parameter, and is good once."""
    request = signed(server).prepare()
    for url in (
        request.url.replace("max_results=5", "max_results=6"),
        request.url.replace("2244994945", "7"),
        f"{request.url}&exclude=replies",
    ):
        changed = request.copy()
        changed.url = url
        assert status_of(changed) == 401

    assert status_of(request) == 200
    assert status_of(request) == 401


def test_half_a_character_in_a_plan_is_refused_in_one_line(client: Any) -> None:
    """It could never be answered: every later look at the faults would fail."""
    for path, field in (("faults", "message"), ("posts", "text"), ("comments", "text")):
        plan = f'{{"platform": "x", "action": "refuse", "{field}": "No \\ud83d"}}'
        answer = client.post(f"/_sim/{path}", content=plan)
        assert answer.status_code == 400
        assert answer.json() == {"error": f"{field}: holds half a character (a lone surrogate)"}

    assert client.get("/_sim/faults").json() == {"faults": []}
    tweet = {
        "content": '{"text": "Half \\ud83d"}',
        "headers": {"Authorization": "Bearer sim-x-token"},
    }
    assert client.post("/2/tweets", **tweet).status_code == 400
