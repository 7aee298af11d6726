"""The demo itself: platforms started, a calendar run, one answer lost on purpose, figures read."""

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.cli.console import Options, talk
from pressroom.cli.demo_comments import Remark, hear_people
from pressroom.errors import InputError

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.cli.simulated import World
    from pressroom.content_runs import ContentResult
    from pressroom.domain.brief import Brief
    from pressroom.domain.effects import Effect
    from pressroom.tools.fetch_insights import InsightsResult

SETTINGS_FILE = "pressroom.toml"
HOURS_LATER = 6
_MARK = ".demo"
"""Marks a folder as one that the next demo may empty."""
_ENTRIES = 2
_PATIENCE = 12
"""Sweeps after which an outcome that is still unknown is reported as it stands."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The moment in which an answer was lost."""

    platform: str
    was: str
    """The effect's status right after the connection broke."""
    why: str
    now: str
    """Its status after the platform was read."""
    live_copies: int
    """How often the platform's own books have the post."""


@dataclass(slots=True)
class Story:
    """What the demo did."""

    home: Path
    results: "list[ContentResult]" = field(default_factory=list)
    steps: list[tuple[str, str, str, str]] = field(default_factory=list)
    """How the last post was made: step, time, made by, detail."""
    insights: "list[tuple[str, str, InsightsResult]]" = field(default_factory=list)
    """Title, platform, reading."""
    remarks: list[Remark] = field(default_factory=list)
    """What people wrote under the posts, and what came of it."""
    loss: Loss | None = None
    accepted: int = 0
    """Posts the simulated platforms took, by their own books."""
    expected: int = 0

    @property
    def settings_file(self) -> Path:
        """The settings that open what the demo left."""
        return self.home / SETTINGS_FILE

    @property
    def everything_live_once(self) -> bool:
        """Whether every planned post is live, and none of them twice."""
        return self.accepted == self.expected > 0


async def play(options: Options, home: Path, *, offline: bool) -> Story:
    """Run the demo and tell what happened."""
    from pressroom.cli.simulated import STATE_FILE, running_world
    from pressroom.simulator import SimulatorConfig

    _clear(home)
    config = SimulatorConfig(state_file=home / STATE_FILE)
    with running_world(config, home / "media") as world:
        talk(options, f"Facebook, Instagram, X and Gemini are simulated at {world.url}.")
        _write_files(home, world)
        return await _run_calendar(options, home, world, offline=offline)


def _clear(home: Path) -> None:
    """An empty *home*; only what an earlier demo left there is removed.

    Raises:
        InputError: Something else is there.
    """
    if (home / _MARK).is_file():
        shutil.rmtree(home)
    elif home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise InputError(
            f"{home} holds something that is not a demo's.",
            field="--home",
            fix="Name an empty folder with --home.",
        )
    (home / "media").mkdir(parents=True)
    (home / _MARK).touch()


def _write_files(home: Path, world: "World") -> None:
    from pressroom.cli.init import write_starter
    from pressroom.cli.simulated import settings_text

    now = datetime.now(UTC)
    for name in ("brand.yaml", "calendar.yaml"):
        write_starter(home, name, now=now)
    accounts = world.server.config.accounts
    text = settings_text(accounts, url=world.url, pictures=world.pictures, home=".")
    (home / SETTINGS_FILE).write_text(text, encoding="utf-8")
    (home / SETTINGS_FILE).chmod(0o600)


async def _run_calendar(options: Options, home: Path, world: "World", *, offline: bool) -> Story:
    from pressroom.cli.desk import open_room, overrides, read_input
    from pressroom.settings import Settings

    # Nothing of the person's own environment: their real accounts are no part of a demo.
    settings = Settings.load(home / SETTINGS_FILE, {}, **overrides(offline=offline))
    story = Story(home=home)
    async with open_room(options, settings=settings) as room:
        briefs = read_input(str(home / "calendar.yaml"), room)[:_ENTRIES]
        story.expected = sum(len(brief.platforms) for brief in briefs)
        _plan_loss(world)
        for brief in briefs:
            story.results.append(await _run_one(options, room, brief, story))
        if story.loss:
            story.loss = _counted(story.loss, world)
        story.remarks = await hear_people(options, room, world)
        world.server.simulation.clock.advance(timedelta(hours=HOURS_LATER).total_seconds())
        await _read_figures(room, story)
    story.accepted = sum(item.kind == "post" for item in world.server.simulation.world.truth)
    return story


def _plan_loss(world: "World") -> None:
    """The next post that goes live on Facebook is taken, and its answer lost."""
    world.server.simulation.faults.plan(
        {"platform": "facebook", "operation": "update_post", "action": "drop_after", "times": 1}
    )


async def _run_one(
    options: Options, room: "Pressroom", brief: "Brief", story: Story
) -> "ContentResult":
    from pressroom.cli.progress import Progress

    at_once = brief.model_copy(update={"publish_now": True, "publish_at": None})
    thread = await room.content.accept(at_once, review=False)
    progress = Progress(options, f"content · {brief.title}")
    with progress.shown():
        result = await room.content.resume(thread, observe=progress.observe)
    story.steps = progress.rows()
    lost = await _lost_answer(room, result)
    if lost is None:
        return result
    effect, why = lost
    talk(options, f"{effect.platform} took the post and the connection broke: unknown.")
    talk(options, "It is not sent again; the platform is read instead …")
    for _ in range(_PATIENCE):
        if result.status != "waiting":
            break
        await room.ports.clock.sleep(timedelta(seconds=0.5))
        await room.sweep()
        result = await room.content.result(thread)
    after = next(e for e in result.effects if e.key == effect.key)
    talk(options, f"… and found: {after.status} {after.permalink}".rstrip())
    story.loss = Loss(effect.platform, "unknown", why, after.status, 0)
    return result


async def _lost_answer(room: "Pressroom", result: "ContentResult") -> "tuple[Effect, str] | None":
    """The effect whose answer was lost, and why, from the audit.

    Its status tells no longer where a slow machine gave it the time to be settled already.
    """
    for effect in result.effects:
        for attempt in await room.ports.ledger.attempts(effect.key):
            if attempt.outcome == "unknown":
                return effect, attempt.excerpt
    return None


def _counted(loss: Loss, world: "World") -> Loss:
    books = world.server.simulation.world.truth
    truth = [item for item in books if (item.platform, item.kind) == (loss.platform, "post")]
    return Loss(loss.platform, loss.was, loss.why, loss.now, live_copies=len(truth))


async def _read_figures(room: "Pressroom", story: Story) -> None:
    from pressroom.tools.fetch_insights import InsightsInput

    for result in story.results:
        for item in result.post.platform_posts if result.post else ():
            if item.platform_post_id:
                request = InsightsInput(platform_post_id=item.id, max_age_seconds=0)
                reading = await room.fetch_insights(request)
                title = result.post.title if result.post else ""
                story.insights.append((title, item.platform, reading))
