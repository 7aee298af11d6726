"""The webhook address: what Meta gets, what everybody else gets, and what is kept."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.routing import Mount

from pressroom import Settings
from pressroom.errors import SettingsError
from pressroom.server.serving import serving
from pressroom.server.webhooks import Door, open_door, webhook_app, webhook_routes
from pressroom.simulator.webhooks import escape, sign
from pressroom.storage.inbox import count_inbox
from pressroom.storage.store import Store

SECRET, PAGE = "APPSECRET", "106728097004746"
WEBHOOK = "/webhook/facebook"


def delivery(count: int = 1, *, page: str = PAGE, text: str = "When do you open? ☕") -> bytes:
    """A signed delivery's body, as Meta writes it."""
    changes = [
        {
            "field": "feed",
            "value": {
                "item": "comment",
                "verb": "add",
                "comment_id": f"222_{number}",
                "post_id": f"{page}_222",
                "parent_id": f"{page}_222",
                "from": {"id": f"45{number}", "name": "Jane Example"},
                "created_time": 1772452800 + number,
                "message": f"{text} {number}",
            },
        }
        for number in range(count)
    ]
    return escape(
        {"object": "page", "entry": [{"id": page, "time": 1772452900, "changes": changes}]}
    )


class Wire:
    """The webhook address, called over HTTP, and the store behind it."""

    def __init__(self, http: httpx.AsyncClient, store: Store) -> None:
        self.http = http
        self._store = store

    async def deliver(self, body: Any, secret: str = SECRET, **headers: str) -> httpx.Response:
        """What a signed delivery gets."""
        signed = sign(body, secret) if isinstance(body, bytes) else {}
        return await self.http.post(WEBHOOK, content=body, headers={**signed, **headers})

    async def rows(self) -> dict[str, int]:
        """What is in the inbox."""
        async with self._store.read() as session:
            return dict(await count_inbox(session))


@asynccontextmanager
async def wire_to(store: Store, **changes: Any) -> AsyncIterator[Wire]:
    """The webhook address with a door of these qualities."""
    door = Door(
        store,
        secrets=(SecretStr("OTHER"), SecretStr(SECRET)),
        facebook_token=SecretStr("letmein"),
        instagram_token=SecretStr("insta"),
        page_id=PAGE,
        max_bytes=400_000,
        **changes,
    )
    async with (
        serving(webhook_app(door), host="127.0.0.1", port=0) as url,
        httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as http,
    ):
        yield Wire(http, store)


@pytest.fixture
async def wire(sqlite_store: Store) -> AsyncIterator[Wire]:
    async with wire_to(sqlite_store) as opened:
        yield opened


async def test_the_challenge_is_given_back_to_who_knows_the_token(wire: Wire) -> None:
    """That is how Meta makes sure that the address is ours."""
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "letmein"}

    good = await wire.http.get(WEBHOOK, params=asked)
    own = await wire.http.get("/webhook/instagram", params={**asked, "hub.verify_token": "insta"})

    assert (good.status_code, good.text) == (200, "1158201444")
    assert good.headers["content-type"].startswith("text/plain")
    assert own.text == "1158201444"


@pytest.mark.parametrize(
    "change",
    [
        {"hub.verify_token": "wrong"},
        {"hub.verify_token": ""},
        {"hub.verify_token": "insta"},
        {"hub.mode": "unsubscribe"},
        {"hub.challenge": ""},
        {"hub.challenge": "x" * 5000},
    ],
)
async def test_a_wrong_challenge_gets_nothing(wire: Wire, change: dict[str, str]) -> None:
    """An address that echoes to anybody could be subscribed by anybody."""
    asked = {"hub.mode": "subscribe", "hub.challenge": "<b>hi</b>", "hub.verify_token": "letmein"}

    answer = await wire.http.get(WEBHOOK, params={**asked, **change})

    assert (answer.status_code, answer.text) == (403, "forbidden")
    assert (await wire.http.get(WEBHOOK)).status_code == 403


async def test_everything_is_on_disk_before_the_answer(wire: Wire) -> None:
    """A thousand changes in one delivery, quicker than Meta waits."""
    started = asyncio.get_running_loop().time()
    answer = await wire.deliver(delivery(1000))
    took = asyncio.get_running_loop().time() - started

    assert (answer.status_code, answer.text) == (200, "ok")
    assert await wire.rows() == {"new": 1000}
    assert took < 4.5


async def test_forty_copies_at_once_are_kept_once(wire: Wire) -> None:
    """Meta repeats what it is not sure of, over several connections."""
    answers = await asyncio.gather(*(wire.deliver(delivery(3)) for _ in range(40)))

    assert {answer.status_code for answer in answers} == {200}
    assert await wire.rows() == {"new": 3}


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (sign(delivery(), "WRONG"), delivery()),
        (sign(delivery(), SECRET), delivery(text="altered")),
        (sign(b"", SECRET), delivery()),
        ({}, delivery()),
        ({"X-Hub-Signature-256": "sha256="}, delivery()),
        ({"X-Hub-Signature": sign(delivery(), SECRET)["X-Hub-Signature"]}, delivery()),
        ({"X-Hub-Signature-256": "sha256=\u00e9".encode("latin-1")}, delivery()),
        ({}, b""),
        ({}, b"\xff\xfe\x00 no json"),
        ({}, b"[" * 100_000),
    ],
)
async def test_what_meta_did_not_sign_is_refused_without_a_word(
    wire: Wire, headers: dict[str, Any], body: bytes
) -> None:
    """Forged, altered, unsigned or garbage: the same answer, which tells nothing."""
    answer = await wire.http.post(WEBHOOK, content=body, headers=headers)

    assert (answer.status_code, answer.text) == (403, "forbidden")
    assert await wire.rows() == {}


@pytest.mark.parametrize("body", [b"no json", b"[" * 100_000, b"\xff", b"", b"9" * 6000])
async def test_a_signed_body_that_is_no_json_is_a_bad_request(wire: Wire, body: bytes) -> None:
    """Nothing that Meta may ever send brings the server down."""
    answer = await wire.deliver(body)

    assert (answer.status_code, answer.text) == (400, "bad request")


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b'{"object":"page","entry":7}'])
async def test_a_signed_body_about_nothing_is_thanked_for(wire: Wire, body: bytes) -> None:
    """A refusal would only make Meta send it for 36 hours."""
    assert (await wire.deliver(body)).status_code == 200
    assert await wire.rows() == {}


async def test_a_body_that_is_too_long_is_refused_before_it_is_read(wire: Wire) -> None:
    """With its length told, and without: nobody fills our memory."""
    long = delivery(3000)
    assert len(long) > 400_000

    async def unending() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 10_000

    told = await wire.deliver(long)
    untold = await wire.http.post(WEBHOOK, content=unending())

    assert (told.status_code, untold.status_code) == (413, 413)
    assert await wire.rows() == {}


async def test_what_is_about_another_page_is_not_kept(wire: Wire) -> None:
    """An app may be installed on many Pages, and every one of them is told to us."""
    assert (await wire.deliver(delivery(page="99"))).status_code == 200
    assert await wire.rows() == {}


async def test_the_other_apps_secret_counts_too(wire: Wire) -> None:
    """Instagram's own login signs with a secret of its own."""
    body = escape(
        {
            "object": "instagram",
            "entry": [
                {
                    "id": "17841400000000001",
                    "time": 1772452900,
                    "changes": [{"field": "comments", "value": {"id": "178", "text": "Hi"}}],
                }
            ],
        }
    )
    headers = sign(body, "OTHER")

    answer = await wire.http.post("/webhook/instagram", content=body, headers=headers)

    assert answer.status_code == 200
    assert await wire.rows() == {"new": 1}


async def test_a_store_that_is_down_lets_meta_try_again(
    sqlite_store: Store, sqlite_url: str
) -> None:
    """Saying 200 to what is not on disk would lose it; 503 makes Meta repeat it."""
    async with wire_to(sqlite_store, patience=timedelta(seconds=0.3)) as wire:
        blocking = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
        blocking.execute("BEGIN EXCLUSIVE")
        down = await wire.deliver(delivery(2))
        meanwhile = await wire.http.get(WEBHOOK)
        blocking.execute("ROLLBACK")
        blocking.close()
    async with wire_to(sqlite_store) as wire:
        up = await wire.deliver(delivery(2))

        assert (down.status_code, down.text) == (503, "try again")
        assert meanwhile.status_code == 403
        assert up.status_code == 200
        assert await wire.rows() == {"new": 2}


async def test_other_methods_and_paths_are_not_there(wire: Wire) -> None:
    """Nothing else answers on a public address."""
    assert (await wire.http.put(WEBHOOK)).status_code == 405
    assert (await wire.http.get("/")).status_code == 404
    assert (await wire.http.get("/webhook/x")).status_code == 404


async def test_a_larger_app_may_mount_it(sqlite_store: Store) -> None:
    """One address for webhooks, dashboard and approvals."""
    heard: list[int] = []
    door = Door(sqlite_store, secrets=(SecretStr(SECRET),), heard=lambda: heard.append(1))
    app = Starlette(routes=[Mount("/pressroom", routes=webhook_routes(door))])
    transport = httpx.ASGITransport(app)

    async with httpx.AsyncClient(transport=transport, base_url="http://x") as http:
        body = delivery()
        for _ in range(2):
            path = "/pressroom/webhook/facebook"
            assert (await http.post(path, content=body, headers=sign(body, SECRET))).is_success

    assert heard == [1]


def test_without_a_secret_or_token_the_door_stays_shut(sqlite_store: Store) -> None:
    """Unsigned webhooks would let anybody put words into anybody's mouth."""
    for facebook, field in (
        ({}, "facebook.app_secret"),
        ({"app_secret": "s"}, "facebook.verify_token"),
    ):
        with pytest.raises(SettingsError) as caught:
            open_door(Settings(facebook=facebook), sqlite_store)
        assert caught.value.field == field
        assert caught.value.fix


def test_instagram_may_have_a_door_key_of_its_own(sqlite_store: Store) -> None:
    """Two apps, two secrets, two tokens; or one for both."""
    settings = Settings(
        facebook={"app_secret": "f", "verify_token": "a"},
        instagram={"app_secret": "i", "verify_token": "b"},
    )
    alone = open_door(Settings(instagram={"app_secret": "i", "verify_token": "b"}), sqlite_store)

    door = open_door(settings, sqlite_store)

    assert [secret.get_secret_value() for secret in door.secrets] == ["f", "i"]
    assert door.facebook_token == SecretStr("a")
    assert door.instagram_token == alone.instagram_token == SecretStr("b")


def test_the_delivery_of_these_tests_is_escaped_as_metas() -> None:
    """What is not ASCII comes as escapes, and is signed so."""
    assert b"\\u2615" in delivery()
    assert json.loads(delivery())["object"] == "page"
