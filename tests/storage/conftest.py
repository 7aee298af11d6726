"""What the store's tests share: processes of their own, and posts to save."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.media import MediaFile
from pressroom.domain.post import PlatformPost, Post
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store
from tests.storage.one_effect import POLICY

SOURCE = Path(__file__).parents[2] / "src"

FORK_AND_RUN = """
import json, os, traceback

def in_a_process(gate):
    os.read(gate, 1)  # nothing is written: it ends when the last has been forked
    code = 1
    try:
        asyncio.run(main())
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)

gate, opener = os.pipe()
children = []
for _ in range(int(sys.argv.pop())):
    said, out = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(out, sys.stdout.fileno())
        os.close(out)
        os.close(opener)
        in_a_process(gate)
    os.close(out)
    children.append((child, open(said)))
os.close(opener)
printed = [said.read().strip() for _, said in children]
if any([os.waitpid(child, 0)[1] for child, _ in children]):
    sys.exit(1)
print(json.dumps(printed))
"""
"""Forked when all is imported, and before anything is open: the imports are what takes long."""

RunTogether = Callable[..., Awaitable[list[str]]]


@pytest.fixture
def run_together() -> RunTogether:
    """Runs Python code in so many real processes at once and gives what each printed.

    Its `main()` starts in all of them together.
    """

    async def run(code: str, *args: str, processes: int) -> list[str]:
        forking = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            code + FORK_AND_RUN,
            *args,
            str(processes),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(SOURCE)},
        )
        out, complaint = await forking.communicate()
        assert forking.returncode == 0, complaint.decode()
        printed: list[str] = json.loads(out)
        return printed

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


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """The ledger of the store, with random waits that repeat."""
    return Ledger(store, POLICY, random=Random(1))  # noqa: S311


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
