"""A running simulator with frozen time, a client of it, and a host for pictures."""

import contextlib
import http.server
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from pressroom.simulator import SimulatorConfig, SimulatorServer
from pressroom.simulator.images import draw

QUICK: Any = {"trust_env": False, "verify": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)}
"""Clients that read no certificates: plain HTTP needs none, and reading takes 0.1 s."""
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def config() -> SimulatorConfig:
    return SimulatorConfig(start_at=NOON, frozen=True, crowd_comments=False)


@pytest.fixture(scope="session")
def servers() -> Iterator[Callable[[SimulatorConfig], SimulatorServer]]:
    """One running server for each configuration, kept for all tests."""
    with contextlib.ExitStack() as stack:
        running: dict[SimulatorConfig, SimulatorServer] = {}

        def get(config: SimulatorConfig) -> SimulatorServer:
            if config not in running:
                running[config] = stack.enter_context(SimulatorServer(config))
            return running[config]

        yield get


@pytest.fixture
def server(
    config: SimulatorConfig, servers: Callable[[SimulatorConfig], SimulatorServer]
) -> SimulatorServer:
    """A server whose world is new."""
    running = servers(config)
    httpx.post(f"{running.base_url}/_sim/reset", **QUICK).raise_for_status()
    return running


@pytest.fixture
def connect() -> Iterator[Callable[[SimulatorServer], httpx.Client]]:
    """Opens a client of a server; it is closed when the test ends."""
    with contextlib.ExitStack() as stack:
        yield lambda server: stack.enter_context(
            httpx.Client(base_url=server.base_url, timeout=20, **QUICK)
        )


@pytest.fixture
def client(
    server: SimulatorServer, connect: Callable[[SimulatorServer], httpx.Client]
) -> httpx.Client:
    return connect(server)


@pytest.fixture
def page(config: SimulatorConfig) -> str:
    return f"/v25.0/{config.accounts.page_id}"


@pytest.fixture
def account(config: SimulatorConfig) -> str:
    return f"/v25.0/{config.accounts.instagram_id}"


@pytest.fixture
def token() -> dict[str, str]:
    return {"access_token": "sim-page-token"}


@pytest.fixture
def x_user() -> dict[str, str]:
    return {"Authorization": "Bearer sim-x-token"}


@pytest.fixture(scope="session")
def pictures() -> Iterator[dict[str, str]]:
    """Addresses of pictures on a host of this machine, by name."""
    files = {
        "/good.jpg": draw(1080, 1080, "good", "image/jpeg"),
        "/second.jpg": draw(1080, 1080, "second", "image/jpeg"),
        "/wide.jpg": draw(1200, 400, "wide", "image/jpeg"),
        "/tall.jpg": draw(400, 1200, "tall", "image/jpeg"),
        "/picture.png": draw(1080, 1080, "png", "image/png"),
        "/large.jpg": draw(800, 800, "large", "image/jpeg") + b"\0" * (8 * 1024 * 1024),
        "/text.jpg": b"no picture at all",
    }

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path)
            self.send_response(200 if content is not None else 404)
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=host.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    base = f"http://127.0.0.1:{host.server_port}"
    yield {path.strip("/").partition(".")[0]: base + path for path in [*files, "/missing.jpg"]}
    host.shutdown()
    host.server_close()
