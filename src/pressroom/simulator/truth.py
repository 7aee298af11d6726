"""What the world really saw: every post and reply that was ever live, and how often."""

from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime

from pressroom.simulator.records import Truth
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import JsonObject


def truth_of(sim: Simulation, platform: str = "") -> JsonObject:
    """All entries, oldest first; `accepted` counts those that are the same in all they say."""
    chosen = [entry for entry in sim.world.truth if platform in {"", entry.platform}]
    accepted = Counter(_sameness(entry) for entry in chosen)
    shown = [
        {
            **asdict(entry),
            "time": datetime.fromtimestamp(entry.at, UTC).isoformat(),
            "accepted": accepted[_sameness(entry)],
            "live": _is_live(sim, entry),
        }
        for entry in chosen
    ]
    return {
        "posts": [entry for entry in shown if entry["kind"] == "post"],
        "replies": [entry for entry in shown if entry["kind"] != "post"],
    }


def _sameness(entry: Truth) -> tuple[str, str, str, tuple[str, ...], str]:
    return (
        entry.platform,
        entry.kind,
        entry.text.strip(),
        tuple(entry.media),
        entry.target_id or "",
    )


def _is_live(sim: Simulation, entry: Truth) -> bool:
    post = sim.world.posts[entry.platform].get(entry.id)
    if post is not None:
        return post.standing == "live"
    comment = sim.world.comments.get(entry.id)
    return comment is None or not comment.deleted
