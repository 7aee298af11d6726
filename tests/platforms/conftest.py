"""A simulator over real HTTP, frozen at noon, and the three channels pointed at it."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from PIL import Image
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.effects import HideOrder, PublishOrder, ReplyOrder
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform
from pressroom.platforms.facebook import FacebookChannel
from pressroom.platforms.http import open_client
from pressroom.platforms.instagram import InstagramChannel
from pressroom.platforms.media_host import FolderMediaHost, media_app
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_tokens import XTokens
from pressroom.simulator import Accounts, SimulatorConfig, SimulatorServer

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ACCOUNTS = Accounts()
VERSION = "v25.0"
OWN_IDS: dict[Platform, str] = {
    "facebook": ACCOUNTS.page_id,
    "instagram": ACCOUNTS.instagram_id,
    "x": ACCOUNTS.x_user_id,
}


class Sim:
    """A running simulator, spoken to from outside, and the clock it shares with us."""

    def __init__(self, server: SimulatorServer, clock: ManualClock) -> None:
        self.base_url = server.base_url
        self.clock = clock
        self._http = httpx.Client(base_url=server.base_url, trust_env=False, verify=False)  # noqa: S501

    def close(self) -> None:
        """End the connection."""
        self._http.close()

    def fault(self, platform: Platform, operation: str, action: str, **more: Any) -> None:
        """Let the next calls of an operation go wrong."""
        plan = {"platform": platform, "operation": operation, "action": action, **more}
        self._post("faults", plan)

    def token(self, token: str, state: str) -> None:
        """Let a token expire."""
        self._post("tokens", {"token": token, "state": state})

    def stranger(self, platform: Platform, author_id: str) -> str:
        """Let somebody else be there, with a post: its id."""
        plan = {"platform": platform, "text": "Hello from elsewhere", "author_id": author_id}
        return str(self._post("posts", plan)["id"])

    def advance(self, delay: timedelta) -> None:
        """Move both clocks on."""
        self._post("clock", {"advance_seconds": delay.total_seconds()})
        self.clock.advance(delay)

    def posts(self, platform: Platform) -> list[dict[str, Any]]:
        """Every post that was ever live there."""
        answer = self._http.get("/_sim/truth", params={"platform": platform})
        return list(answer.raise_for_status().json()["posts"])

    def requests(self, operation: str = "") -> list[dict[str, Any]]:
        """The requests that arrived, oldest first."""
        answer = self._http.get("/_sim/requests", params={"operation": operation})
        return list(answer.raise_for_status().json()["requests"])

    def post(self, platform: Platform, text: str = "A post of ours") -> str:
        """The id of a post of ours that was there before."""
        return str(self._post("posts", {"platform": platform, "text": text})["id"])

    def comment(self, platform: Platform, text: str = "Lovely!", **more: Any) -> str:
        """The id of a comment, by somebody or by *author_id*, below our newest post."""
        plan = {"platform": platform, "text": text, **more}
        return str(self._post("comments", plan)["id"])

    def edit(self, comment_id: str, text: str) -> None:
        """Let a person edit a comment."""
        self._http.patch("/_sim/comments", json={"id": comment_id, "text": text}).raise_for_status()

    def remove(self, comment_id: str) -> None:
        """Let a person take a comment back."""
        self._http.request("DELETE", "/_sim/comments", json={"id": comment_id}).raise_for_status()

    def comments(self, platform: Platform) -> list[dict[str, Any]]:
        """Every comment and answer there, as it stands."""
        answer = self._http.get("/_sim/comments", params={"platform": platform})
        return list(answer.raise_for_status().json()["comments"])

    def answers(self, platform: Platform) -> list[dict[str, Any]]:
        """Every answer of ours that was ever live there, private ones too."""
        answer = self._http.get("/_sim/truth", params={"platform": platform})
        return list(answer.raise_for_status().json()["replies"])

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self._http.post(f"/_sim/{path}", json=body).raise_for_status()
        return dict(answer.json())


class _Server(uvicorn.Server):
    """A web server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def sim_config() -> SimulatorConfig:
    """Overridden by tests that need another world."""
    return SimulatorConfig(start_at=NOON, frozen=True, crowd_comments=False)


@pytest.fixture
def sim(sim_config: SimulatorConfig, clock: ManualClock) -> Iterator[Sim]:
    with SimulatorServer(sim_config) as server:
        running = Sim(server, clock)
        yield running
        running.close()


@pytest.fixture
async def client(sim: Sim) -> Any:
    """A client for the simulator that waits at most 2 seconds."""
    opened = open_client(base_url=sim.base_url, timeout=timedelta(seconds=2))
    yield opened
    await opened.aclose()


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[..., MediaFile]:
    """Makes real pictures on disk."""

    def make(name: str = "a.jpg", *, shade: int = 90, alt_text: str = "", **more: Any) -> MediaFile:
        path = tmp_path / name
        Image.new("RGB", (1080, 1080), (shade, 40, 40)).save(path)
        content = path.read_bytes()
        kinds = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}
        return MediaFile(
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            media_type=kinds[path.suffix],
            width_px=1080,
            height_px=1080,
            size_bytes=len(content),
            alt_text=alt_text,
            **more,
        )

    return make


@pytest.fixture
def media_host(tmp_path: Path) -> Iterator[FolderMediaHost]:
    """A folder that a real web server of ours shows."""
    folder = tmp_path / "public"
    config = uvicorn.Config(media_app(folder), host="127.0.0.1", port=0, log_config=None)
    server = _Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert server.ready.wait(10)
    port = listening.getsockname()[1]
    yield FolderMediaHost(folder, f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join(5)
    listening.close()


@pytest.fixture
def facebook(client: httpx.AsyncClient, clock: ManualClock) -> FacebookChannel:
    return make_facebook(client, clock)


@pytest.fixture
def facebook_direct(client: httpx.AsyncClient, clock: ManualClock) -> FacebookChannel:
    return make_facebook(client, clock, mode="direct")


@pytest.fixture
def instagram(
    client: httpx.AsyncClient, clock: ManualClock, media_host: FolderMediaHost
) -> InstagramChannel:
    return InstagramChannel(
        ig_user_id=ACCOUNTS.instagram_id,
        token=SecretStr(ACCOUNTS.instagram_token),
        app_secret=SecretStr(ACCOUNTS.app_secret),
        version=VERSION,
        media_host=media_host,
        client=client,
        clock=clock,
    )


@pytest.fixture
def x(client: httpx.AsyncClient, clock: ManualClock) -> XChannel:
    return make_x(client, clock)


@pytest.fixture
def reply_order() -> Callable[..., ReplyOrder]:
    """Makes orders that answer a comment, from the simulator's accounts."""

    def make(
        platform: Platform, comment_id: str, text: str = "Thank you, Jane!", **more: Any
    ) -> ReplyOrder:
        known = {"account": OWN_IDS[platform], "thread": f"{platform}:{comment_id}"}
        return ReplyOrder(platform=platform, comment_id=comment_id, text=text, **{**known, **more})

    return make


@pytest.fixture
def hide_order() -> Callable[..., HideOrder]:
    """Makes orders that hide a comment, from the simulator's accounts."""

    def make(platform: Platform, comment_id: str, **more: Any) -> HideOrder:
        known = {"account": OWN_IDS[platform], "thread": f"{platform}:{comment_id}"}
        return HideOrder(platform=platform, comment_id=comment_id, **{**known, **more})

    return make


@pytest.fixture
def order() -> Callable[..., PublishOrder]:
    """Makes orders for the simulator's accounts."""

    def make(platform: Platform, text: str = "Our new café opens on Monday.", **more: Any) -> Any:
        return PublishOrder(platform=platform, account=OWN_IDS[platform], text=text, **more)

    return make


def make_facebook(client: httpx.AsyncClient, clock: ManualClock, **more: Any) -> FacebookChannel:
    known = {
        "page_id": ACCOUNTS.page_id,
        "page_token": SecretStr(ACCOUNTS.page_token),
        "app_secret": SecretStr(ACCOUNTS.app_secret),
        "version": VERSION,
    }
    return FacebookChannel(**{**known, **more}, client=client, clock=clock)


def make_x(client: httpx.AsyncClient, clock: ManualClock, **more: Any) -> XChannel:
    known = {
        "user_id": ACCOUNTS.x_user_id,
        "tokens": XTokens(SecretStr(ACCOUNTS.x_access_token)),
    }
    return XChannel(**{**known, **more}, client=client, clock=clock)


@pytest.fixture
def facebook_with(client: httpx.AsyncClient, clock: ManualClock) -> Callable[..., FacebookChannel]:
    return lambda **more: make_facebook(client, clock, **more)


@pytest.fixture
def x_with(client: httpx.AsyncClient, clock: ManualClock) -> Callable[..., XChannel]:
    return lambda **more: make_x(client, clock, **more)
