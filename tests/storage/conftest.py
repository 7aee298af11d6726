"""What the store's tests share: processes of their own, and posts to save."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.media import MediaFile
from pressroom.domain.post import PlatformPost, Post

SOURCE = Path(__file__).parents[2] / "src"

START_TOGETHER = """
print("ready", flush=True)
sys.stdin.readline()
asyncio.run(main())
"""

RunTogether = Callable[..., Awaitable[list[str]]]


@pytest.fixture
def run_together() -> RunTogether:
    """Runs Python code in so many real processes at once and gives what each printed.

    Its `main()` starts in all of them together, when each has imported what it needs.
    """

    async def run(code: str, *args: str, processes: int) -> list[str]:
        environment = os.environ | {"PYTHONPATH": str(SOURCE)}
        started = [
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                code + START_TOGETHER,
                *args,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=environment,
            )
            for _ in range(processes)
        ]
        for process in started:
            await process.stdout.readline()
        ended = await asyncio.gather(*(process.communicate(b"go\n") for process in started))
        for process, (_, complaint) in zip(started, ended, strict=True):
            assert process.returncode == 0, complaint.decode()
        return [out.decode().strip() for out, _ in ended]

    return run


@pytest.fixture
def picture() -> MediaFile:
    """A measured picture."""
    return MediaFile(
        path=Path("media/beach-a.png"),
        sha256="a" * 64,
        media_type="image/png",
        width_px=1080,
        height_px=1350,
        size_bytes=123_456,
        alt_text="A beach at dawn 🌅",
    )


MakePost = Callable[..., Post]


@pytest.fixture
def make_post(clock: ManualClock, picture: MediaFile) -> MakePost:
    """Makes a post with one version on each of three platforms."""

    def make(post_id: str = "post-1", created_at: datetime | None = None) -> Post:
        versions = tuple(
            PlatformPost(
                id=f"{post_id}-{platform}",
                post_id=post_id,
                platform=platform,
                account=f"{platform}-account",
                text=f"Summer on {platform}",
                hashtags=("summer", "sea"),
                media=(picture,),
                variant="A",
            )
            for platform in ("facebook", "instagram", "x")
        )
        return Post(
            id=post_id,
            title="Summer",
            content="Summer is here.",
            campaign="Summer 2026",
            cta_text="Book now",
            cta_url="https://example.org/book",
            created_at=created_at or clock.now(),
            run_id="thread-1",
            platform_posts=versions,
        )

    return make
