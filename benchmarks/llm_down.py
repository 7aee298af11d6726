"""How many content runs end well while Gemini misbehaves: every fault, at every node that asks.

python benchmarks/llm_down.py
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from pressroom import Brief, ContentResult, Pressroom, Settings
from pressroom.clock import ManualClock, SystemClock
from pressroom.simulator import SimulatorConfig, SimulatorServer

STEPS = ("ideas", "copy", "visual_plan")
"""The steps of a run that ask Gemini, in their order."""

REASONS: Mapping[str, str] = {
    "throttle": "rate-limited",
    "retry_info": "rate-limited",
    "quota_day": "quota-day",
    "error_before": "unavailable",
    "error_after": "unavailable",
    "bad_gateway_html": "unavailable",
    "drop_before": "network",
    "drop_after": "network",
    "late": "network",
    "slow": "timeout",
    "malformed": "malformed",
    "empty": "malformed",
    "truncate": "truncated",
    "wrong_schema": "schema",
    "safety_block": "blocked-answer",
    "prompt_block": "blocked-prompt",
    "not_found": "no-such-model",
    "token_expired": "bad-key",
    "refuse": "bad-request",
}
"""Every fault that the simulated Gemini knows, and the reason a run has to give for it."""

_SLOW_SECONDS, _TIMEOUT_SECONDS = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class World:
    """A simulated Gemini and X, and a folder with a brand and a picture."""

    server: SimulatorServer
    home: Path

    @property
    def picture(self) -> Path:
        """A picture for the posts, so that none has to be drawn."""
        return self.home / "picture.png"


@contextmanager
def open_world(home: Path) -> Iterator[World]:
    """A world in *home*, whose time stands still."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "brand.yaml").write_text("name: Harbour Lane Market\n", encoding="utf-8")
    world_of = SimulatorConfig(frozen=True, crowd_comments=False)
    with SimulatorServer(world_of) as server:
        world = World(server, home)
        Image.new("RGB", (600, 600), "#1d3557").save(world.picture)
        yield world


async def run_with(world: World, fault: str, step: str) -> ContentResult:
    """What comes of a run in which *fault* meets the one question of *step*."""
    seconds = {"slow": _SLOW_SECONDS, "late": 0.0}.get(fault, 60.0)
    world.server.simulation.faults.clear()
    world.server.simulation.faults.plan(
        {
            "platform": "gemini",
            "operation": "generate",
            "action": fault,
            "skip": STEPS.index(step),
            "seconds": seconds,
        }
    )
    brief = Brief(
        title=f"Night market: {fault}",
        message=f"The night market opens on Friday at six ({fault} at {step}).",
        platforms=("x",),
        media=(world.picture,),
        publish_now=True,
    )
    async with _open_room(world, fault, step) as room:
        return await room.content.run(brief)


@asynccontextmanager
async def _open_room(world: World, fault: str, step: str) -> AsyncIterator[Pressroom]:
    """A pressroom that asks once each time, so that a fault hits exactly the step it is for.

    Its limits are its own: a day's quota that one run used up is not the next one's.
    """
    case = f"{fault}-{step}"
    accounts, url = world.server.config.accounts, world.server.base_url
    timeout = {"timeout_seconds": _TIMEOUT_SECONDS} if fault == "slow" else {}
    gemini: dict[str, Any] = {"api_key": accounts.gemini_key, "base_url": url, "max_attempts": 1}
    settings = Settings(
        home=world.home,
        brand_file=world.home / "brand.yaml",
        twitter={
            "user_id": accounts.x_user_id,
            "access_token": accounts.x_access_token,
            "base_url": url,
        },
        gemini={**gemini, **timeout, "requests_per_minute": 10_000},
        limits={"x_posts_per_15_minutes": 10_000},
        cache={"folder": world.home / "cache" / case, "gemini_ttl_hours": 0},
    )
    # Waiting moves this clock at once: no pause of a retry is sat out.
    async with Pressroom.open(settings, clock=ManualClock(SystemClock().now())) as room:
        yield room


def is_right(result: ContentResult, fault: str, step: str) -> bool:
    """Whether the run came to its end, live, and says truly who answered and why."""
    made = result.provenance[step]
    return (
        result.status == "done"
        and [effect.status for effect in result.effects] == ["sent"]
        and (made.made_by, made.reason) == ("fallback", REASONS[fault])
    )


async def _run_all(world: World) -> int:
    right = 0
    for fault in REASONS:
        marks = []
        for step in STEPS:
            result = await run_with(world, fault, step)
            right += is_right(result, fault, step)
            marks.append(result.provenance[step].reason or result.status)
        print(f"{fault:18} {' '.join(f'{mark:16}' for mark in marks)}", flush=True)
    return right


def main() -> None:
    """Run the matrix and print how many runs completed."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        print(f"{'fault':18} {' '.join(f'{step:16}' for step in STEPS)}")
        right = asyncio.run(_run_all(world))
        live = len(world.server.simulation.world.truth)
    total = len(REASONS) * len(STEPS)
    print(f"{len(REASONS)} faults × {len(STEPS)} nodes: {right} of {total} runs completed", end="")
    print(f" with the right reason; {live} posts live; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
