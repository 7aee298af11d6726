"""Serves the simulator over real HTTP: in a thread, in a running loop, or as a process."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from pressroom.simulator.app import create_app, simulation_of
from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.front import HANG_UP
from pressroom.simulator.simulation import Simulation

START_SECONDS = 30.0


class HangingUpProtocol(H11Protocol):
    """HTTP/1.1 that can also close the TCP connection instead of answering."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inner: Any = self.app

        async def with_hang_up(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[HANG_UP] = self.hang_up
            await inner(scope, receive, send)

        self.app: Any = with_hang_up
        self._lost = asyncio.Event()

    async def hang_up(self) -> None:
        """Close the connection at once; the client sees it closed without an answer."""
        self.transport.abort()
        await self._lost.wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that the connection is gone."""
        super().connection_lost(exc)
        self._lost.set()


class SimulatorServer:
    """A simulator served on this machine: `with SimulatorServer(config) as server`."""

    def __init__(self, config: SimulatorConfig | None = None) -> None:
        self.config = config or SimulatorConfig()
        self.app: Starlette = create_app(self.config)
        self._socket = _listen(self.config)
        self._server = _Server(self.app)
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Where it answers, without a slash at the end."""
        host, port = self._socket.getsockname()[:2]
        return f"http://{host}:{port}"

    @property
    def simulation(self) -> Simulation:
        """The world inside, for tests that look at it directly."""
        return simulation_of(self.app)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )
        self._thread.start()
        if not self._server.ready.wait(START_SECONDS):
            raise RuntimeError("the simulator did not start")
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join(START_SECONDS)
        self._socket.close()

    @classmethod
    @contextlib.asynccontextmanager
    async def running(cls, config: SimulatorConfig | None = None) -> AsyncIterator[Self]:
        """A simulator inside the loop that runs now, for as long as the block lasts."""
        server = cls(config)
        task = asyncio.get_running_loop().create_task(
            server._server.serve(sockets=[server._socket])
        )
        try:
            await server._server.answering(task)
            yield server
        finally:
            server._server.should_exit = True
            await task
            server._socket.close()


def serve(config: SimulatorConfig, ready: Callable[[str], None] | None = None) -> None:
    """Serve until told to stop; *ready* is called with the base URL once it answers."""
    app = create_app(config)
    sock = _listen(config)
    host, port = sock.getsockname()[:2]
    server = _Server(
        app, handle_signals=True, ready=lambda: ready(f"http://{host}:{port}") if ready else None
    )
    try:
        server.run(sockets=[sock])
    finally:
        sock.close()


class _Server(uvicorn.Server):
    """uvicorn that says when it answers, and takes signals only in a process of its own."""

    def __init__(
        self,
        app: Starlette,
        *,
        handle_signals: bool = False,
        ready: Callable[[], object] | None = None,
    ) -> None:
        config = uvicorn.Config(
            app,
            http=HangingUpProtocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            # Longer than any client keeps one: an idle connection must not look like a drop.
            timeout_keep_alive=75,
            timeout_graceful_shutdown=2,
        )
        super().__init__(config)
        self.ready = threading.Event()
        self._started = asyncio.Event()
        self._handle_signals = handle_signals
        self._tell = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        self.ready.set()
        self._started.set()
        if self._tell is not None:
            self._tell()

    async def answering(self, serving: asyncio.Task[None]) -> None:
        """Wait until it answers; a failure to start is raised here."""
        waiting = asyncio.get_running_loop().create_task(self._started.wait())
        await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if serving.done():
            await serving

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave a host's signals alone."""
        if not self._handle_signals:
            yield
            return
        with super().capture_signals():
            yield


def _listen(config: SimulatorConfig) -> socket.socket:
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    # With the protocol named, asyncio sets TCP_NODELAY; without, every answer waits 40 ms.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((config.host, config.port))
    except OSError as err:
        sock.close()
        raise OSError(err.errno, err.strerror, f"{config.host}:{config.port}") from err
    sock.listen(128)
    return sock
