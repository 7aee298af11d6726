"""Kill the process at every await of the publish path, recover, and count what is live.

For each way of publishing and each way in which the platform may misbehave, a child process
publishes one post and is killed (SIGKILL) when its event loop is about to take the Nth step of a
task, for N = 1, 2, 3 … until it comes to its end alive. Another process then does what the sweeper
does. What counts is the simulator's own list of what was ever live: exactly one.

    python benchmarks/kill_matrix.py                    the whole matrix
    python benchmarks/kill_matrix.py --way x --every 5
"""

import argparse
import asyncio
import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from asyncio import events
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from pressroom.assembly import assemble
from pressroom.clock import ManualClock
from pressroom.domain.platform import Platform
from pressroom.platforms.http import open_client
from pressroom.settings import Settings
from pressroom.simulator import Accounts
from pressroom.storage.store import Store
from pressroom.storage.upgrade import upgrade
from pressroom.tools.effects import sweep
from pressroom.tools.publish import MediaInput, PublishInput, permit_of, publish

START = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TEXT = "The night market opens on Friday at six."
STEP = timedelta(minutes=4)
"""How far both clocks move between two sweeps of the recovery."""
SWEEPS = 12

KNOWN_LIVE, STILL_OPEN, NOTHING_ACCEPTED = 0, 1, 2
"""What the recovery finds: nothing is accepted where the kill came before the first record."""

FAULTS: dict[str, dict[str, Any] | None] = {
    "none": None,
    "accepts, then drops": {"action": "drop_after"},
    "500 after acting": {"action": "error_after"},
    "acts late": {"action": "late", "seconds": 90, "simulated": True},
}
WAYS: dict[str, tuple[Platform, str]] = {
    "facebook": ("facebook", "update_post"),
    "facebook direct": ("facebook", "create_post"),
    "instagram": ("instagram", "publish_container"),
    "x": ("x", "create_tweet"),
}
"""Each way of publishing: its platform, and the one call that makes it visible, as the simulator
names it. `facebook direct` is the setting without the draft that makes Facebook idempotent."""

_SIMULATOR = """
import sys
from datetime import datetime, timedelta
from pressroom.simulator import SimulatorConfig, serve
never = timedelta(0)
serve(
    SimulatorConfig(
        frozen=True,
        start_at=datetime.fromisoformat(sys.argv[1]),
        facebook_duplicate_window=never,
        x_duplicate_window=never,
        list_lag=timedelta(seconds=20),
    ),
    lambda base_url: print(base_url, flush=True),
)
"""
"""The hardest world: no platform refuses an equal post, and lists show a post 20 s late."""

_TASK_STEPS = {"TaskStepMethWrapper", "task_wakeup", "TaskWakeupMethWrapper"}


@dataclass
class Row:
    """What came of one way of publishing under one fault."""

    way: str
    fault: str
    points: int = 0
    twice: list[int] = field(default_factory=list)
    """Kill points after which more than one post was live."""
    lost: list[int] = field(default_factory=list)
    """Kill points after which none was live although it was accepted for publishing."""
    unsettled: list[int] = field(default_factory=list)
    """Kill points after which our own record does not say `sent`."""


@dataclass(frozen=True)
class Place:
    """Where one matrix runs."""

    folder: Path
    simulator: str
    media: str
    control: httpx.Client

    def settings(self, way: str, home: Path) -> Settings:
        """Settings with one account, one fresh home and no model."""
        accounts = Accounts()
        sections: dict[str, dict[str, Any]] = {
            "facebook": {"page_id": accounts.page_id, "page_token": accounts.page_token},
            "instagram": {"user_id": accounts.instagram_id, "token": accounts.page_token},
            "x": {"user_id": accounts.x_user_id, "access_token": accounts.x_access_token},
        }
        platform, _ = WAYS[way]
        section = {**sections[platform], "base_url": self.simulator}
        if way == "facebook direct":
            section["publish_mode"] = "direct"
        return Settings(
            home=home,
            brand_file=self.folder / "brand.yaml",
            media={"folder": self.folder / "media", "public_base_url": self.media},
            **{"twitter" if platform == "x" else platform: section},
        )


def run_matrix(
    ways: Sequence[str] = tuple(WAYS),
    faults: Sequence[str] = tuple(FAULTS),
    *,
    every: int = 1,
    first: int = 1,
    report: Callable[[Row], None] = lambda _row: None,
) -> list[Row]:
    """The rows of the matrix; *every* and *first* pick a part of the kill points."""
    rows = []
    with _place() as place:
        for way in ways:
            for fault in faults:
                row = _run_row(place, way, fault, every=every, first=first)
                report(row)
                rows.append(row)
    return rows


def _run_row(place: Place, way: str, fault: str, *, every: int, first: int) -> Row:
    row, point = Row(way, fault), first
    while True:
        killed = _try_point(place, row, point)
        row.points += killed
        if not killed:
            return row
        point += every


def _try_point(place: Place, row: Row, point: int) -> bool:
    """Whether the process was killed; what is wrong afterwards is written into *row*."""
    home = Path(tempfile.mkdtemp(dir=place.folder))
    shutil.copy(place.folder / "template.db", home / "pressroom.db")
    settings = place.settings(row.way, home)
    control = place.control
    control.post("/_sim/reset").raise_for_status()
    fault = FAULTS[row.fault]
    platform, operation = WAYS[row.way]
    if fault:
        wanted = {"platform": platform, "operation": operation, **fault}
        control.post("/_sim/faults", json=wanted).raise_for_status()
    killed = _fork(lambda: _publish(settings, kill_at=point)) == -signal.SIGKILL
    known = _fork(lambda: _recover(settings, place.simulator))
    control.post("/_sim/clock", json={"advance_seconds": 3600}).raise_for_status()
    truth = control.get("/_sim/truth").raise_for_status().json()
    live = sum(post["platform"] == platform for post in truth["posts"])
    shutil.rmtree(home)
    if live > 1:
        row.twice.append(point)
    if live == 0 and known != NOTHING_ACCEPTED:
        row.lost.append(point)
    if live and known != KNOWN_LIVE:
        row.unsettled.append(point)
    return killed


def _fork(work: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """The exit code of *work* in a process of its own; negative for the signal that ended it."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)
    code = 70
    try:
        code = asyncio.run(work())
    finally:
        os._exit(code)  # nothing of the parent's may be cleaned up here


def _kill_before_step(point: int) -> None:
    """From here on, the process dies when a task is about to take its step number *point*."""
    original = events.Handle._run
    steps = 0

    def run(handle: Any) -> None:
        nonlocal steps
        if type(handle._callback).__name__ in _TASK_STEPS or _is_step(handle._callback):
            steps += 1
            if steps == point:
                os.kill(os.getpid(), signal.SIGKILL)
        original(handle)

    events.Handle._run = run  # type: ignore[method-assign]


def _is_step(callback: Any) -> bool:
    return isinstance(getattr(callback, "__self__", None), asyncio.Task)


async def _publish(settings: Settings, *, kill_at: int = 0) -> int:
    """Publish the one post, to be killed on the way."""
    async with AsyncExitStack() as stack:
        ports = await assemble(settings, stack, clock=ManualClock(START))
        picture = MediaInput(path=settings.media.folder / "picture.jpg", alt_text="A lantern")
        # Without a picture: Facebook takes each staged photo once, which would guard the post.
        media = () if settings.facebook.publish_mode == "direct" else (picture,)
        platform = next(iter(ports.channels))
        if kill_at:
            _kill_before_step(kill_at)
        await publish(PublishInput(platform=platform, text=TEXT, media=media), ports)
    return 0


async def _recover(settings: Settings, simulator: str) -> int:
    """What the sweeper of another process does, hours passing, until it is known."""
    clock = ManualClock(START)
    async with AsyncExitStack() as stack:
        ports = await assemble(settings, stack, clock=clock)
        control = await stack.enter_async_context(open_client(base_url=simulator))
        for _ in range(SWEEPS):
            await sweep(ledger=ports.ledger, channels=ports.channels, permit=permit_of(ports))
            effects = await ports.ledger.effects()
            if not effects:
                return NOTHING_ACCEPTED
            if effects[0].status == "sent":
                return KNOWN_LIVE
            clock.advance(STEP)
            await control.post("/_sim/clock", json={"advance_seconds": STEP.total_seconds()})
    return STILL_OPEN


@contextmanager
def _place() -> Iterator[Place]:
    """A simulator and a media host as processes of their own, and a folder with a picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "brand.yaml").write_text("name: Harbour Lane Market\n")
        (folder / "media").mkdir()
        Image.new("RGB", (1080, 1080), "#1d3557").save(folder / "media" / "picture.jpg")
        asyncio.run(_make_template(folder / "template.db"))
        with (
            _serving([sys.executable, "-c", _SIMULATOR, START.isoformat()]) as announced,
            _serving(
                [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"],
                cwd=folder / "media",
            ) as hosted,
        ):
            port = hosted.split(" port ")[1].split()[0]
            simulator = announced.strip()
            with httpx.Client(base_url=simulator, trust_env=False) as control:
                place = Place(folder, simulator, f"http://127.0.0.1:{port}", control)
                _warm_up(place)
                yield place


def _warm_up(place: Place) -> None:
    """Publish once here, so that no child spends its time on imports."""
    for way in WAYS:
        home = Path(tempfile.mkdtemp(dir=place.folder))
        shutil.copy(place.folder / "template.db", home / "pressroom.db")
        asyncio.run(_publish(place.settings(way, home)))
    gc.collect()
    gc.freeze()  # a child that counts references to our objects would copy their pages


async def _make_template(file: Path) -> None:
    async with Store(f"sqlite:///{file}") as store:
        await upgrade(store)


@contextmanager
def _serving(command: list[str], *, cwd: Path | None = None) -> Iterator[str]:
    """The first line that a server prints, while it runs."""
    with subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline()
        finally:
            server.terminate()


def main() -> None:
    """Print the matrix, row by row, and its sums."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--way", choices=tuple(WAYS), action="append")
    parser.add_argument("--every", type=int, default=1, help="try each Nth point only")
    chosen = parser.parse_args()
    print(f"{'way':<16} {'fault':<20} {'points':>7} {'twice':>6} {'lost':>5} {'open':>5}")
    rows = run_matrix(chosen.way or tuple(WAYS), every=chosen.every, report=_print)
    total = sum(row.points for row in rows)
    twice, lost = sum(len(r.twice) for r in rows), sum(len(r.lost) for r in rows)
    left = sum(len(r.unsettled) for r in rows)
    print(f"{'':<16} {'all':<20} {total:>7} {twice:>6} {lost:>5} {left:>5}")
    raise SystemExit(1 if twice or lost or left else 0)


def _print(row: Row) -> None:
    print(
        f"{row.way:<16} {row.fault:<20} {row.points:>7} {len(row.twice):>6} "
        f"{len(row.lost):>5} {len(row.unsettled):>5}",
        flush=True,
    )


if __name__ == "__main__":
    main()
