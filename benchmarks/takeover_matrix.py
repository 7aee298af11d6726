"""Let a person step in at every await of an answer, and count what the machine says after it.

For each platform and each way of stepping in, one comment is answered, and when the event loop
is about to take the Nth step of a task a person acts, from another thread and over connections
of their own, for N = 1, 2, 3 … Then hours pass. What counts is the simulator's own list of what
was said, and in which order.

    python -m benchmarks.takeover_matrix
    python -m benchmarks.takeover_matrix --platform x --act "takes over" --every 5

`silent` are the points at which the machine said nothing, `before` those at which it had
spoken already, `told` those at which the person was told that an answer was on its way.
`after` must be empty but for those who answer on the platform itself: nobody can know that
between reading the conversation there and writing to it.
"""

import argparse
import asyncio
import shutil
import tempfile
import threading
from asyncio import events
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from pressroom.assembly import assemble
from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.errors import StoreError
from pressroom.settings import Settings
from pressroom.simulator import SimulatorConfig, SimulatorServer
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store
from pressroom.storage.threads import note_person_answered
from pressroom.storage.upgrade import upgrade
from pressroom.tools.effects import sweep
from pressroom.tools.ports import Ports
from pressroom.tools.publish import permit_of
from pressroom.tools.reply import ReplyInput, reply
from pressroom.tools.take_over import take_over

START = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MACHINE, PERSON = "Thank you! We open at six.", "Tom here: come at six."
STEP = timedelta(minutes=4)
SWEEPS = 6
PATIENCE = timedelta(milliseconds=60)
"""How long the person's database waits for ours, which stands still meanwhile."""

_TASK_STEPS = {"TaskStepMethWrapper", "task_wakeup", "TaskWakeupMethWrapper"}


@dataclass(frozen=True)
class Place:
    """A simulator, a database to copy, and who is who."""

    server: SimulatorServer
    folder: Path
    http: httpx.Client

    def own(self, platform: Platform) -> str:
        """The id of our account."""
        accounts = self.server.config.accounts
        return {
            "facebook": accounts.page_id,
            "instagram": accounts.instagram_id,
            "x": accounts.x_user_id,
        }[platform]

    def settings(self, home: Path) -> Settings:
        """Settings with an account on each platform, and no model."""
        accounts, url = self.server.config.accounts, self.server.base_url
        return Settings(
            home=home,
            brand_file=self.folder / "brand.yaml",
            facebook={
                "page_id": accounts.page_id,
                "page_token": accounts.page_token,
                "base_url": url,
            },
            instagram={
                "user_id": accounts.instagram_id,
                "token": accounts.instagram_token,
                "base_url": url,
            },
            twitter={
                "user_id": accounts.x_user_id,
                "access_token": accounts.x_access_token,
                "base_url": url,
            },
        )

    def ask(self, method: str, what: str, **body: Any) -> Any:
        """What the simulator's control endpoint says."""
        answer = self.http.request(method, f"/_sim/{what}", json=body or None)
        return answer.raise_for_status().json()

    def said(self, platform: Platform) -> list[str]:
        """What our account has said there, in its order."""
        found = self.ask("GET", "comments")["comments"]
        own = self.own(platform)
        return [c["text"] for c in found if c["platform"] == platform and c["author_id"] == own]


@dataclass(frozen=True)
class Scene:
    """One comment that is being answered."""

    place: Place
    platform: Platform
    comment_id: str
    ports: Ports
    url: str

    @property
    def thread(self) -> str:
        """Its conversation."""
        return f"{self.platform}:{self.comment_id}"


@dataclass
class Acted:
    """What a person did, and how it stood then."""

    spoke_before: bool
    told: bool = False
    """Whether they were told that an answer was on its way."""


Act = Callable[[Scene, Ports], Any]
"""What a person does; the ports are their own."""


async def _takes_over(scene: Scene, ports: Ports) -> bool:
    result = await take_over(scene.thread, "ana", ports)
    return bool(result.under_way)


async def _answers_there(scene: Scene, _ports: Ports) -> bool:
    _answer(scene)
    return False


async def _answers_there_and_is_heard(scene: Scene, ports: Ports) -> bool:
    """The platform's webhook is as quick as can be."""
    async with ports.store.write() as session:
        comment = Comment(
            platform=scene.platform,
            comment_id="theirs",
            parent_id=scene.comment_id,
            message=PERSON,
            created_time=START,
            is_ours=True,
        )
        await note_person_answered(session, comment)
        silenced = await ports.ledger.silence(session, scene.thread)
    _answer(scene)
    return bool(silenced.under_way)


async def _deletes(scene: Scene, _ports: Ports) -> bool:
    scene.place.ask("DELETE", "comments", id=scene.comment_id)
    return False


def _answer(scene: Scene) -> None:
    own = scene.place.own(scene.platform)
    scene.place.ask(
        "POST",
        "comments",
        platform=scene.platform,
        text=PERSON,
        author_id=own,
        parent_id=scene.comment_id,
    )


ACTS: dict[str, Act] = {
    "takes over": _takes_over,
    "answers, heard at once": _answers_there_and_is_heard,
    "answers there": _answers_there,
    "deletes the comment": _deletes,
}
UNHEARD = ("answers there", "deletes the comment")
"""What only reading the platform tells."""


@dataclass
class Row:
    """What came of one way of stepping in on one platform."""

    platform: Platform
    act: str
    points: int = 0
    silent: int = 0
    before: int = 0
    told: int = 0
    after: list[int] = field(default_factory=list)
    """Points after which the machine spoke although nobody had been told."""
    twice: list[int] = field(default_factory=list)


def run_row(place: Place, platform: Platform, act: str, *, every: int = 1, first: int = 1) -> Row:
    """The row; *every* and *first* pick a part of the points."""
    row, point = Row(platform, act), first
    while True:
        acted, said = asyncio.run(_try_point(place, platform, ACTS[act], point))
        if acted is None:
            return row
        row.points += 1
        machine = said.count(MACHINE)
        if machine > 1:
            row.twice.append(point)
        elif machine == 0:
            row.silent += 1
        elif acted.spoke_before:
            row.before += 1
        elif acted.told:
            row.told += 1
        else:
            row.after.append(point)
        point += every


async def _try_point(
    place: Place, platform: Platform, act: Act, point: int
) -> tuple[Acted | None, list[str]]:
    """How it stood when the person acted (None: the answer was through), and all that was said."""
    place.ask("POST", "reset")
    place.ask("POST", "posts", platform=platform, text="A post of ours")
    comment = place.ask("POST", "comments", platform=platform, text="When do you open?")
    clock = ManualClock(START)
    with tempfile.TemporaryDirectory(dir=place.folder) as name:
        home = Path(name)
        shutil.copy(place.folder / "template.db", home / "pressroom.db")
        settings = place.settings(home)
        async with AsyncExitStack() as stack:
            ports = await assemble(settings, stack, clock=clock)
            scene = Scene(place, platform, comment["id"], ports, settings.database_url)
            with _stepping_in(scene, act, point) as acted:
                wanted = ReplyInput(platform=platform, comment_id=comment["id"], text=MACHINE)
                await reply(wanted, ports)
            for _ in range(SWEEPS):
                await sweep(ledger=ports.ledger, channels=ports.channels, permit=permit_of(ports))
                clock.advance(STEP)
                place.ask("POST", "clock", advance_seconds=STEP.total_seconds())
    return (acted[0] if acted else None), place.said(platform)


@contextmanager
def _stepping_in(scene: Scene, act: Act, point: int) -> Iterator[list[Acted]]:
    """Within the block the person acts before step *point*, or as soon after as they can."""
    loop, original = asyncio.get_running_loop(), events.Handle._run
    acted: list[Acted] = []
    steps = 0

    def run(handle: Any) -> None:
        nonlocal steps
        callback = handle._callback
        is_step = type(callback).__name__ in _TASK_STEPS or isinstance(
            getattr(callback, "__self__", None), asyncio.Task
        )
        if handle._loop is loop and is_step:
            steps += 1
            if steps >= point and not acted:
                _act(scene, act, acted)
        original(handle)

    events.Handle._run = run  # type: ignore[method-assign]
    try:
        yield acted
    finally:
        events.Handle._run = original  # type: ignore[method-assign]


def _act(scene: Scene, act: Act, acted: list[Acted]) -> None:
    """Let the person act now, while we stand still; not done where they find the database taken."""

    async def work() -> None:
        clock = scene.ports.clock
        async with Store(scene.url, clock=clock, patience=PATIENCE) as store:
            own = replace(scene.ports, store=store, ledger=Ledger(store, scene.ports.ledger.policy))
            entry = Acted(MACHINE in scene.place.said(scene.platform))
            entry.told = await act(scene, own)
            acted.append(entry)

    def in_thread() -> None:
        try:
            asyncio.run(work())
        except StoreError:
            return

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()


@contextmanager
def open_place() -> Iterator[Place]:
    """A simulator whose time stands still, and a migrated database."""
    config = SimulatorConfig(start_at=START, frozen=True, crowd_comments=False)
    with tempfile.TemporaryDirectory() as name, SimulatorServer(config) as server:
        folder = Path(name)
        (folder / "brand.yaml").write_text("name: Harbour Lane Market\n")
        asyncio.run(_make_database(folder / "template.db"))
        with httpx.Client(base_url=server.base_url, trust_env=False) as http:
            yield Place(server, folder, http)


async def _make_database(file: Path) -> None:
    async with Store(f"sqlite:///{file}") as store:
        await upgrade(store)


def main() -> None:
    """Print the matrix, row by row."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--platform", choices=PLATFORMS, action="append")
    parser.add_argument("--act", choices=tuple(ACTS), action="append")
    parser.add_argument("--every", type=int, default=1, help="try each Nth point only")
    chosen = parser.parse_args()
    print(_line("platform", "act", "points", "silent", "before", "told", "after", "twice"))
    wrong = False
    with open_place() as place:
        for platform in chosen.platform or PLATFORMS:
            for act in chosen.act or ACTS:
                row = run_row(place, platform, act, every=chosen.every)
                print(_line(platform, act, *_figures(row)), flush=True)
                wrong |= bool(row.twice) or (bool(row.after) and act not in UNHEARD)
    raise SystemExit(1 if wrong else 0)


def _figures(row: Row) -> Sequence[int]:
    return row.points, row.silent, row.before, row.told, len(row.after), len(row.twice)


def _line(platform: str, act: str, *figures: object) -> str:
    return f"{platform:<10} {act:<24}" + "".join(f" {figure:>7}" for figure in figures)


if __name__ == "__main__":
    main()
