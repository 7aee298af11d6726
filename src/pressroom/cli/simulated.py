"""The simulated platforms and the picture server beside them, and settings that point there."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pressroom.cli.console import Options, show, talk

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from pressroom.settings import Settings
    from pressroom.simulator import Accounts, SimulatorConfig, SimulatorServer

STATE_FILE = "simulator.json"
VERIFY_TOKEN = "simulated"  # noqa: S105 - a made-up word for made-up webhooks


@dataclass(frozen=True, slots=True)
class World:
    """Running simulated platforms."""

    server: "SimulatorServer"
    url: str
    """Where all platforms answer."""
    pictures: str
    """Where they can download our pictures from."""


@contextmanager
def running_world(config: "SimulatorConfig", folder: Path) -> Iterator[World]:
    """Simulated platforms on this machine, and a server of the pictures in *folder*."""
    from pressroom.platforms.media_host import media_app
    from pressroom.simulator import SimulatorServer

    with ExitStack() as stack:
        pictures = stack.enter_context(serving(media_app(folder), config.host, 0))
        server = stack.enter_context(SimulatorServer(config))
        yield World(server=server, url=server.base_url, pictures=pictures)


@contextmanager
def serving(app: "Starlette", host: str, port: int) -> Iterator[str]:
    """The address at which *app* is served, in a thread, for as long as the block lasts."""
    import uvicorn

    listening = _listen(host, port)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()


def serve_app(app: "Starlette", *, host: str, port: int) -> None:
    """Serve *app* until Ctrl-C."""
    import uvicorn

    listening = _listen(host, port)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none"))
    server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as err:
        raise OSError(err.errno, err.strerror, f"{host}:{port}") from err


def settings_text(accounts: "Accounts", *, url: str, pictures: str, home: str) -> str:
    """A settings file for the simulated platforms. Its tokens open nothing but a simulator."""
    return f"""\
# Written by pressroom: the simulated platforms on this machine. These tokens open nothing else.
home = "{home}"

[facebook]
page_id = "{accounts.page_id}"
page_token = "{accounts.page_token}"
app_secret = "{accounts.app_secret}"
verify_token = "{VERIFY_TOKEN}"
base_url = "{url}"

[instagram]
user_id = "{accounts.instagram_id}"
token = "{accounts.instagram_token}"
app_secret = "{accounts.app_secret}"
base_url = "{url}"

[twitter]
user_id = "{accounts.x_user_id}"
access_token = "{accounts.x_access_token}"
base_url = "{url}"

[gemini]
api_key = "{accounts.gemini_key}"
base_url = "{url}"

[media]
public_base_url = "{pictures}"

# The simulator executes a lost request at once, so little waiting settles what became of it.
# For the real platforms keep the defaults.
[ledger]
lease_seconds = 20
call_deadline_seconds = 5
settle_window_seconds = 1
absent_gap_seconds = 1
"""


def serve_simulator(
    options: Options, *, host: str, port: int | None, seed: int, speed: float
) -> None:
    """Serve the simulated platforms until Ctrl-C.

    Where the settings point at this machine, it listens exactly there and goes on with the
    world that was left in their `home`: that is how a demo's store comes to life again.
    Otherwise it prints settings for a fresh world.
    """
    from pressroom.cli.desk import load_settings, settings_file
    from pressroom.platforms.media_host import media_app
    from pressroom.simulator import SimulatorConfig, serve

    settings = load_settings(options) if settings_file(options) else None
    place = _local_place(settings) if settings else None
    folder = settings.media.folder if settings and place else Path(".pressroom/media")
    state = settings.home / STATE_FILE if settings and place else None
    folder.mkdir(parents=True, exist_ok=True)
    config = SimulatorConfig(
        host=place.host if place else host,
        port=port if port is not None else (place.port if place else 8700),
        seed=seed,
        speed=speed,
        state_file=state,
    )
    picture_port = place.pictures if place else 0
    with serving(media_app(folder), config.host, picture_port) as pictures:

        def ready(url: str) -> None:
            if place is None:
                show(settings_text(config.accounts, url=url, pictures=pictures, home=".pressroom"))
            talk(options, f"Facebook, Instagram, X and Gemini answer at {url} until Ctrl-C.")
            talk(options, f"Pictures from {folder} are shown at {pictures}.")

        serve(config, ready)


@dataclass(frozen=True, slots=True)
class _Place:
    host: str
    port: int
    pictures: int


def _local_place(settings: "Settings") -> _Place | None:
    """Where the settings expect a simulator on this machine, if they do."""
    platform = urlsplit(settings.facebook.base_url)
    pictures = urlsplit(settings.media.public_base_url or "")
    if platform.hostname not in ("127.0.0.1", "localhost") or platform.port is None:
        return None
    return _Place(platform.hostname, platform.port, pictures.port or 0)
