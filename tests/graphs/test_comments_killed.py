"""Killed by SIGKILL at any node's beginning or end, every comment still gets its one answer."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment, CommentRef, seen
from pressroom.graphs.comments import GRAPH
from pressroom.graphs.comments_state import input_of
from pressroom.graphs.driver import LEASE
from pressroom.storage.inbox import put_in
from tests.newsroom import Newsroom

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("until_killed.py")
NODES = 10
EVENTS = range(1, 2 * NODES + 1)
LATER = LEASE + timedelta(minutes=6)
PRAISE = "I love this place, what a wonderful evening it was! Thank you so much!"
BRAND = """\
name: Harbour Lane Market
replies:
  brake: {likeness: 1.0, campaign: 1000}
"""


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_whatever_node_dies_each_comment_is_answered_once(live_newsroom: Newsroom) -> None:
    """Never twice, never lost: by the platform's own books."""
    (live_newsroom.home / "brand.yaml").write_text(BRAND, encoding="utf-8")
    comments = {event: _said(live_newsroom, event) for event in EVENTS}
    async with live_newsroom.open() as room:
        now = room.ports.clock.now()
        account = room.ports.channel("facebook").account
        told = [
            seen(_comment(own_id, event, account, now), now, "file")
            for event, own_id in comments.items()
        ]
        await room.ports.store.transact(lambda session: put_in(session, told))
        await room.receive()
        for event, own_id in comments.items():
            only = [CommentRef("facebook", own_id)]
            await room.driver.accept(GRAPH, f"t{event}", input_of(only))

    await _drive_until_killed(live_newsroom)
    before = len(live_newsroom.answers())
    later = ManualClock(datetime.now(UTC) + LATER)
    live_newsroom.server.simulation.clock.advance(LATER.total_seconds())
    async with live_newsroom.open(at=later) as room:
        for _ in range(6):
            await room.sweep()
            later.advance(timedelta(minutes=2))
        items = await room.inbox(status=("waiting", "decided", "planned", "done", "dropped"))

    assert 0 < before < len(EVENTS)
    handled = {item.record.comment_id: item.record.status for item in items}
    assert set(handled) == set(comments.values())
    answered = sorted(one["target_id"] for one in live_newsroom.answers())
    assert len(answered) == len(set(answered)), "one was answered twice"
    assert answered == sorted(own_id for own_id, status in handled.items() if status == "done")
    assert len(answered) >= len(EVENTS) - 4  # the others came out too alike, and wait


def _said(newsroom: Newsroom, event: int) -> str:
    post = newsroom.post("facebook", f"Post {event}")
    return newsroom.comment(
        "facebook", f"{PRAISE}{'!' * event}", author_id=f"9{event}", post_id=post
    )


def _comment(own_id: str, event: int, account: str, now: datetime) -> Comment:
    return Comment(
        platform="facebook",
        comment_id=own_id,
        account=account,
        platform_post_id=f"{account}_{own_id.partition('_')[0]}",
        author_id=f"9{event}",
        message=f"{PRAISE}{'!' * event}",
        created_time=now,
    )


async def _drive_until_killed(newsroom: Newsroom) -> None:
    """Let a process of its own drive each run until its event."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        str(newsroom.settings_file()),
        *(f"t{event}={event}" for event in EVENTS),
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert said.decode().splitlines() == [f"t{event} -9" for event in EVENTS]
