"""The ways of answering a comment for the kill matrix: the scene, the act, and what is live."""

from contextlib import AsyncExitStack
from datetime import datetime

import httpx

from benchmarks.kill_points import Work
from pressroom.assembly import assemble
from pressroom.clock import ManualClock
from pressroom.domain.platform import Platform
from pressroom.settings import Settings
from pressroom.tools.hide import HideInput, hide
from pressroom.tools.reply import ReplyInput, reply

ANSWERS: dict[str, tuple[Platform, str]] = {
    "reply facebook": ("facebook", "reply_comment"),
    "reply instagram": ("instagram", "reply_comment"),
    "reply x": ("x", "create_tweet"),
    "private facebook": ("facebook", "private_reply"),
    "private instagram": ("instagram", "private_reply"),
    "hide facebook": ("facebook", "update_comment"),
    "hide instagram": ("instagram", "update_comment"),
    "hide x": ("x", "hide_reply"),
}
"""Each way of answering: its platform, and its one visible call as the simulator names it."""

WORDS = "Thank you for asking! We open at six."
COMMENTS: dict[Platform, str] = {
    "facebook": "122100000000001_900000000000001",
    "instagram": "17800000000000001",
    "x": "1992938000000000001",
}


def set_scene(control: httpx.Client, way: str) -> None:
    """A post of ours with a comment that waits to be answered."""
    platform, _ = ANSWERS[way]
    post = {"platform": platform, "text": "We open a night market."}
    control.post("/_sim/posts", json=post).raise_for_status()
    comment = {"platform": platform, "text": "When do you open?", "id": COMMENTS[platform]}
    control.post("/_sim/comments", json=comment).raise_for_status()


def answering(way: str, settings: Settings, start: datetime) -> Work:
    """Answers or hides the one comment, as a tool that is used alone."""
    platform, _ = ANSWERS[way]
    comment_id = COMMENTS[platform]

    async def work() -> int:
        async with AsyncExitStack() as stack:
            ports = await assemble(settings, stack, clock=ManualClock(start))
            if way.startswith("hide"):
                await hide(HideInput(platform=platform, comment_id=comment_id), ports)
                return 0
            private = way.startswith("private")
            wanted = ReplyInput(
                platform=platform, comment_id=comment_id, text=WORDS, private=private
            )
            await reply(wanted, ports)
        return 0

    return work


def live_answers(control: httpx.Client, way: str) -> int:
    """How often the comment was answered; for a hiding, whether it is hidden."""
    platform, _ = ANSWERS[way]
    if way.startswith("hide"):
        found = control.get("/_sim/comments").raise_for_status().json()["comments"]
        return sum(c["hidden"] for c in found if c["id"] == COMMENTS[platform])
    replies = control.get("/_sim/truth").raise_for_status().json()["replies"]
    return sum(entry["platform"] == platform for entry in replies)
