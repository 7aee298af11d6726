"""Killed by SIGKILL at any node's beginning or end, a run goes on in another process."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pressroom import Brief, ContentResult
from pressroom.clock import ManualClock
from pressroom.graphs.driver import LEASE
from tests.newsroom import Newsroom, a_brief

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("until_killed.py")
STEPS = (
    ("gather_trends", "trends"),
    ("propose_ideas", "ideas"),
    ("choose_idea", "idea"),
    ("write_copy", "copy"),
    ("plan_visuals", "visual_plan"),
    ("draw_visuals", "visuals"),
    ("check_posts", "pre-flight"),
    ("save_posts", "save"),
    ("plan_effects", "schedule"),
    ("publish_posts", ""),
    ("start_tracking", "tracking"),
)
"""The nodes in their order, and the step under which each says who made its result."""
EVENTS = range(1, 2 * len(STEPS) + 1)
LATER = LEASE + timedelta(minutes=2)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_a_run_killed_at_every_node_boundary_goes_on_where_it_was(
    live_newsroom: Newsroom,
) -> None:
    """One post each, by the platform's books, and what was finished is not made again."""
    async with live_newsroom.open() as room:
        threads = {event: await room.content.accept(_brief(event)) for event in EVENTS}
    await _drive_until_killed(live_newsroom, threads)
    live_before = len(live_newsroom.live_on())
    async with live_newsroom.open() as room:
        left = {event: (await room.content.result(threads[event])).provenance for event in EVENTS}

    results = await _go_on(live_newsroom, threads)

    assert 0 < live_before < len(EVENTS)
    for event, result in results.items():
        where = f"killed at event {event}, {STEPS[(event - 1) // 2][0]}"
        assert (result.status, result.error) == ("done", ""), where
        finished = {step for _, step in STEPS[: (event - 1) // 2]} - {""}
        assert set(left[event]) >= finished, where
        # Its time and tokens are part of it: a question asked again would have others.
        assert {step: result.provenance[step] for step in left[event]} == left[event], where
    references = [result.effects[0].platform_ref for result in results.values()]
    assert sorted(references) == sorted(post["id"] for post in live_newsroom.truth())
    assert len(set(references)) == len(EVENTS)


def _brief(event: int) -> Brief:
    return a_brief(
        title=f"Market {event}",
        message=f"Market number {event}: opens on Friday at six, entry is free.",
        platforms=("x",),
    )


async def _drive_until_killed(newsroom: Newsroom, threads: dict[int, str]) -> None:
    """Let a process of its own drive each run until its event."""
    file = newsroom.settings_file()
    with file.open("a", encoding="utf-8") as settings:
        settings.write("\n[cache]\ngemini_ttl_hours = 0\n")  # or it would hide a second question
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        str(file),
        *(f"{thread}={event}" for event, thread in threads.items()),
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert said.decode().splitlines() == [f"{thread} -9" for thread in threads.values()]


async def _go_on(newsroom: Newsroom, threads: dict[int, str]) -> dict[int, ContentResult]:
    """The runs after a sweeper in another process has found them, a few minutes later."""
    later = ManualClock(datetime.now(UTC) + LATER)
    newsroom.server.simulation.clock.advance(LATER.total_seconds())
    gemini = {**newsroom.gemini, "requests_per_minute": 1000}
    async with newsroom.open(at=later, gemini=gemini, cache={"gemini_ttl_hours": 0}) as room:
        for _ in range(6):
            await room.sweep()
            later.advance(timedelta(minutes=2))
        return {event: await room.content.result(thread) for event, thread in threads.items()}
