"""Meta's webhooks: challenge, signature, escaping, batches, disorder and retries."""

import hashlib
import hmac
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from pressroom.simulator.webhooks import escape, sign

TOKEN = {"access_token": "sim-page-token"}


class Inbox:
    """A webhook receiver that keeps what it got; it can refuse some deliveries first."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.refuse = 0
        self.url = ""

    def changes(self) -> list[dict[str, Any]]:
        """All changes, in the order in which they came."""
        documents = [json.loads(body) for body in self.bodies]
        return [c for d in documents for e in d["entry"] for c in e["changes"]]


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    kept = Inbox()

    class Receiver(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            good = query.get("hub.verify_token") == ["letmein"]
            self.send_response(200 if good else 403)
            self.end_headers()
            self.wfile.write(query["hub.challenge"][0].encode() if good else b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if kept.refuse:
                kept.refuse -= 1
                self.send_response(500)
            else:
                kept.bodies.append(body)
                kept.headers.append(dict(self.headers))
                self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=host.serve_forever, args=(0.05,), daemon=True).start()
    kept.url = f"http://127.0.0.1:{host.server_port}/webhook"
    yield kept
    host.shutdown()
    host.server_close()


def subscribe(client: httpx.Client, inbox: Inbox, **more: object) -> None:
    body = {"url": inbox.url, "verify_token": "letmein", **more}
    client.post("/_sim/webhooks", json=body).raise_for_status()


def say(client: httpx.Client, text: str, **more: object) -> str:
    body = {"platform": "facebook", "text": text, **more}
    return str(client.post("/_sim/comments", json=body).json()["id"])


@pytest.fixture
def post(client: httpx.Client, page: str) -> str:
    return str(client.post(f"{page}/feed", params=TOKEN, data={"message": "Open"}).json()["id"])


def test_the_signature_is_metas() -> None:
    """Hash the bytes, not the meaning: what is not ASCII is escaped on the wire."""
    body = escape({"message": "café 😊 a/b"})

    signed = sign(body, "APPSECRET")

    assert body == rb'{"message":"caf\u00e9 \ud83d\ude0a a\/b"}'
    right = hmac.new(b"APPSECRET", body, hashlib.sha256).hexdigest()
    assert signed["X-Hub-Signature-256"] == f"sha256={right}"


def test_the_vector_of_the_contracts_is_met(contracts: Path) -> None:
    """An independent vector: both sides must meet it."""
    vector = json.loads((contracts / "webhook_samples.json").read_text())["signature_vector"]

    signed = sign(vector["raw_body"].encode(), vector["app_secret"])

    assert signed["X-Hub-Signature-256"] == vector["x_hub_signature_256"]
    assert signed["X-Hub-Signature"] == vector["x_hub_signature"]


def test_a_wrong_verify_token_is_no_subscription(client: httpx.Client, inbox: Inbox) -> None:
    """Without the challenge nothing is delivered."""
    answer = client.post("/_sim/webhooks", json={"url": inbox.url, "verify_token": "wrong"})

    assert answer.status_code == 400
    assert client.get("/_sim/webhooks").json()["hook"] is None


def test_the_life_of_a_comment_is_told(client: httpx.Client, inbox: Inbox, post: str) -> None:
    """Add, edit, hide and removal are changes of feed; our own reply comes back too."""
    subscribe(client, inbox)
    comment = say(client, "When?", author="Jane Example")
    client.patch("/_sim/comments", json={"id": comment, "text": "When exactly?"})
    client.post(f"/v25.0/{comment}/comments", params=TOKEN, data={"message": "At nine"})
    client.post(f"/v25.0/{comment}/", params=TOKEN, data={"is_hidden": "true"})
    client.request("DELETE", "/_sim/comments", json={"id": comment})
    client.post("/_sim/reactions", json={"type": "love"})
    client.post("/_sim/webhooks/flush").raise_for_status()

    values = [change["value"] for change in inbox.changes()]
    told = [(value["item"], value["verb"], value.get("message")) for value in values]

    assert {change["field"] for change in inbox.changes()} == {"feed"}
    assert told == [
        ("comment", "add", "When?"),
        ("comment", "edited", "When exactly?"),
        ("comment", "add", "At nine"),
        ("comment", "hide", "When exactly?"),
        ("comment", "remove", None),
        ("reaction", "add", None),
    ]
    assert values[0]["parent_id"] == post
    assert values[2]["parent_id"] == comment
    for body, headers in zip(inbox.bodies, inbox.headers, strict=True):
        right = hmac.new(b"sim-app-secret", body, hashlib.sha256).hexdigest()
        assert headers["X-Hub-Signature-256"] == f"sha256={right}"


def test_instagram_tells_comments_and_mentions(
    client: httpx.Client, inbox: Inbox, account: str, pictures: dict[str, str]
) -> None:
    """Another object, other fields; edits and removals are not told."""
    made = client.post(
        f"{account}/media", params=TOKEN, data={"image_url": pictures["good"]}
    ).json()["id"]
    client.post(f"{account}/media_publish", params=TOKEN, data={"creation_id": made})
    subscribe(client, inbox)
    comment = say(client, "@sim_brand nice", platform="instagram", author="Jane")
    client.patch("/_sim/comments", json={"id": comment, "text": "very nice"})
    client.post("/_sim/webhooks/flush")

    assert [json.loads(body)["object"] for body in inbox.bodies] == ["instagram", "instagram"]
    assert [change["field"] for change in inbox.changes()] == ["comments", "mentions"]


def test_deliveries_can_be_batched_doubled_turned_round_and_lost(
    client: httpx.Client, inbox: Inbox, post: str
) -> None:
    """A receiver that works only with one delivery in order, each once, does not work."""
    subscribe(client, inbox, batch_size=2, duplicate=1, reorder=True, drop_every=4, hold=True)
    for number in range(5):
        say(client, f"Comment {number}")

    held = list(inbox.bodies)
    client.post("/_sim/webhooks/flush")

    texts = [
        [c["value"]["message"] for e in json.loads(b)["entry"] for c in e["changes"]]
        for b in inbox.bodies
    ]
    assert held == []
    assert texts == [["Comment 4", "Comment 2"]] * 2 + [["Comment 1", "Comment 0"]] * 2


def test_a_refused_delivery_is_tried_again(client: httpx.Client, inbox: Inbox, post: str) -> None:
    """A receiver that was down for a moment loses nothing."""
    subscribe(client, inbox)
    inbox.refuse = 2

    say(client, "Again")
    flushed = client.post("/_sim/webhooks/flush").json()

    assert flushed == {"delivered": 1, "failed": 0, "waiting": 0}
    assert len(inbox.bodies) == 1


def test_only_wanted_fields_are_told(client: httpx.Client, inbox: Inbox, page: str) -> None:
    """A subscription names its fields; a new post of ours is told in feed."""
    subscribe(client, inbox, fields=["feed"])
    client.post(f"{page}/feed", params=TOKEN, data={"message": "Hello"})
    client.post("/_sim/webhooks/flush")

    value = inbox.changes()[0]["value"]
    assert (value["item"], value["verb"], value["published"]) == ("status", "add", 1)
