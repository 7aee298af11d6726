"""Kill the process at every await of an outward act, recover, and count what is live.

For each way of publishing (or answering a comment: `kill_answers`) and each way in which the
platform may misbehave, a process publishes one post, or gives one answer, and is killed (SIGKILL)
when its event loop is about to take the Nth step of a task. Another process then does what the
sweeper does. What counts is the simulator's own list of what was ever live: exactly one.

Every N is looked at; of those that leave the very same world behind (`kill_points`), one is
killed and recovered from, since what comes after can depend on nothing else.

    PYTHONPATH=src python -m benchmarks.kill_matrix            the whole matrix
    PYTHONPATH=src python -m benchmarks.kill_matrix --way x --way "reply facebook"
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
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from PIL import Image

from benchmarks.kill_answers import ANSWERS, answering, live_answers, set_scene
from benchmarks.kill_points import Left, Outside, Work, run, worlds_of
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
PUBLISHING: dict[str, tuple[Platform, str]] = {
    "facebook": ("facebook", "update_post"),
    "facebook direct": ("facebook", "create_post"),
    "instagram": ("instagram", "publish_container"),
    "x": ("x", "create_tweet"),
}
"""Each way of publishing: its platform, and the one call that makes it visible, as the simulator
names it. `facebook direct` is the setting without the draft that makes Facebook idempotent."""
WAYS = {**PUBLISHING, **ANSWERS}

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


@dataclass
class Row:
    """What came of one way of publishing, or of answering, under one fault."""

    way: str
    fault: str
    points: int = 0
    """Awaits of the publishing process."""
    kills: int = 0
    """How often it was killed and recovered from: once for each world that they leave."""
    twice: list[int] = field(default_factory=list)
    """Kill points after which more than one post was live."""
    lost: list[int] = field(default_factory=list)
    """Kill points after which none was live although it was accepted for publishing."""
    unsettled: list[int] = field(default_factory=list)
    """Kill points after which our own record does not say `sent`."""
    unreached: list[int] = field(default_factory=list)
    """Awaits whose world no kill left behind, so that they prove nothing."""


@dataclass(frozen=True)
class Place:
    """Where matrices run: a simulator and a media host, and what each newsroom begins with."""

    folder: Path
    simulator: str
    media: str
    control: httpx.Client

    @contextmanager
    def home(self, way: str, fault: str) -> Iterator[Settings]:
        """Settings of a fresh newsroom in a fresh world in which *fault* is to come."""
        self.control.post("/_sim/reset").raise_for_status()
        platform, operation = WAYS[way]
        if way in ANSWERS:
            set_scene(self.control, way)
        if trouble := FAULTS[fault]:
            wanted = {"platform": platform, "operation": operation, **trouble}
            self.control.post("/_sim/faults", json=wanted).raise_for_status()
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            home = Path(name)
            shutil.copytree(self.folder / "template", home, dirs_exist_ok=True)
            yield self._settings(way, home)

    def _settings(self, way: str, home: Path) -> Settings:
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
            brand_file=home / "brand.yaml",
            media={"folder": home / "media", "public_base_url": f"{self.media}/{home.name}/media"},
            **{"twitter" if platform == "x" else platform: section},
        )

    def outside(self, settings: Settings) -> Outside:
        """What there is to see of a process with these *settings*."""
        return Outside(settings.home, self.control)


def run_row(place: Place, way: str, fault: str, *, until_twice: bool = False) -> Row:
    """One row of the matrix; *until_twice*: backwards, and only until a post is live twice.

    The visible call is near the end, so that what sends again is found out soon.
    """
    row = Row(way, fault)
    with place.home(way, fault) as settings:
        worlds, code = worlds_of(_acting(way, settings), place.outside(settings))
        assert code == 0, f"undisturbed it ended with {code}"
        row.points = sum(len(world.points) for world in worlds)
        _judge(place, row, settings, point=row.points + 1)
    for world in reversed(worlds) if until_twice else worlds:
        if until_twice and row.twice:
            break
        # Unlike the process that was looked at, one that is killed never pauses, and may be a
        # step ahead or behind: that is why the middle comes first, and then the next one. A world
        # of one step has no other of its own; it is met a step beside it, or at a second try.
        inner_first = sorted(world.points, key=lambda point: abs(point - median(world.points)))
        beside = [max(world.points) + 1, min(world.points) - 1] * 2
        tries = [*inner_first, *beside[:2], *inner_first, *beside[2:]]
        if not any(_try_point(place, row, point, world.left) for point in tries if point > 0):
            row.unreached += world.points
    return row


def _try_point(place: Place, row: Row, point: int, expected: Left) -> bool:
    """Whether a kill at *point* left what is *expected*; recovered and judged in any case."""
    with place.home(row.way, row.fault) as settings:
        code = run(_acting(row.way, settings), kill_at=point)
        left = place.outside(settings).look()
        _judge(place, row, settings, point)
    row.kills += 1
    return code == -signal.SIGKILL and left.looks_like(expected)


def _judge(place: Place, row: Row, settings: Settings, point: int) -> None:
    """Recover, and write into *row* what is wrong then."""
    known = run(_recovering(settings, place.simulator))
    place.control.post("/_sim/clock", json={"advance_seconds": 3600}).raise_for_status()
    live = _live(place, row.way)
    if live > 1:
        row.twice.append(point)
    if live == 0 and known != NOTHING_ACCEPTED:
        row.lost.append(point)
    if live and known != KNOWN_LIVE:
        row.unsettled.append(point)


def _live(place: Place, way: str) -> int:
    if way in ANSWERS:
        return live_answers(place.control, way)
    truth = place.control.get("/_sim/truth").raise_for_status().json()
    return sum(post["platform"] == WAYS[way][0] for post in truth["posts"])


def _acting(way: str, settings: Settings) -> Work:
    """Does the one act."""
    return answering(way, settings, START) if way in ANSWERS else _publishing(settings)


def _publishing(settings: Settings) -> Work:
    """Publishes the one post."""

    async def work() -> int:
        async with AsyncExitStack() as stack:
            ports = await assemble(settings, stack, clock=ManualClock(START))
            picture = MediaInput(path=settings.media.folder / "picture.jpg", alt_text="A lantern")
            # Without a picture: Facebook takes each staged photo once, which would guard it.
            media = () if settings.facebook.publish_mode == "direct" else (picture,)
            platform = next(iter(ports.channels))
            await publish(PublishInput(platform=platform, text=TEXT, media=media), ports)
        return 0

    return work


def _recovering(settings: Settings, simulator: str) -> Work:
    """What the sweeper of another process does, hours passing, until it is known."""

    async def work() -> int:
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

    return work


@contextmanager
def open_place() -> Iterator[Place]:
    """A simulator and a media host as processes of their own, and a newsroom to copy."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "template"
        (template / "media").mkdir(parents=True)
        (template / "brand.yaml").write_text("name: Harbour Lane Market\n")
        # With a comment in it, so that a clean copy is made and written on the way.
        Image.new("RGB", (1080, 1080), "#1d3557").save(
            template / "media" / "picture.jpg", comment=b"at home"
        )
        asyncio.run(_make_database(template / "pressroom.db"))
        with (
            _serving([sys.executable, "-c", _SIMULATOR, START.isoformat()]) as announced,
            _serving(
                [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], cwd=folder
            ) as hosted,
        ):
            port = hosted.split(" port ")[1].split()[0]
            simulator = announced.strip()
            with httpx.Client(base_url=simulator, trust_env=False) as control:
                place = Place(folder, simulator, f"http://127.0.0.1:{port}", control)
                _warm_up(place)
                yield place


def _warm_up(place: Place) -> None:
    """Do each once here, so that no child spends its time on imports."""
    for way in WAYS:
        with place.home(way, "none") as settings:
            asyncio.run(_acting(way, settings)())
    gc.collect()
    gc.freeze()  # a child that counts references to our objects would copy their pages


async def _make_database(file: Path) -> None:
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
    chosen = parser.parse_args()
    rows = []
    print(_line("way", "fault", "points", "kills", "twice", "lost", "open", "unreached"))
    with open_place() as place:
        for way in chosen.way or WAYS:
            for fault in FAULTS:
                rows.append(run_row(place, way, fault))
                print(_line(way, fault, *_figures(rows[-1])), flush=True)
    sums = [sum(figures) for figures in zip(*map(_figures, rows), strict=True)]
    print(_line("", "all", *sums))
    raise SystemExit(1 if any(sums[2:]) else 0)


def _figures(row: Row) -> tuple[int, ...]:
    wrong = (row.twice, row.lost, row.unsettled, row.unreached)
    return (row.points, row.kills, *map(len, wrong))


def _line(way: str, fault: str, *figures: object) -> str:
    return f"{way:<18} {fault:<20}" + "".join(f" {figure:>9}" for figure in figures)


if __name__ == "__main__":
    main()
