"""How a post's numbers grow: a pure function of seed, post and age that never goes down."""

import hashlib
import math
from dataclasses import dataclass
from datetime import UTC, datetime

from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.records import Platform, Post

REACH_SHARE: dict[Platform, float] = {"facebook": 0.14, "instagram": 0.28, "x": 0.20}
"""The part of the audience that an ordinary post reaches in the end."""
LIFE_SECONDS: dict[Platform, float] = {
    "facebook": 5 * 3600.0,
    "instagram": 9 * 3600.0,
    "x": 1.5 * 3600.0,
}
"""After this time a post has about two thirds of what it will ever get."""


@dataclass(frozen=True)
class Numbers:
    """What has gathered under a post so far."""

    impressions: int
    reach: int
    likes: int
    loves: int
    shares: int
    saves: int
    clicks: int
    profile_visits: int
    follows: int

    @property
    def reactions(self) -> int:
        """Likes and hearts together."""
        return self.likes + self.loves


def numbers(config: SimulatorConfig, post: Post, now: float) -> Numbers:
    """The numbers of *post* at *now*; all zero while it is not live."""
    if post.live_at is None or now <= post.live_at:
        return Numbers(0, 0, 0, 0, 0, 0, 0, 0, 0)
    grown = 1.0 - math.exp(-(now - post.live_at) / LIFE_SECONDS[post.platform])
    reach = config.audience * REACH_SHARE[post.platform] * appeal(config.seed, post)
    liking = 0.03 + 0.05 * _unit(config.seed, post.id, "liking")

    def so_far(final: float) -> int:
        return int(final * grown)

    return Numbers(
        impressions=so_far(reach * (1.25 + 0.3 * _unit(config.seed, post.id, "again"))),
        reach=so_far(reach),
        likes=so_far(reach * liking),
        loves=so_far(reach * liking * 0.2),
        shares=so_far(reach * liking * 0.15),
        saves=so_far(reach * liking * 0.18),
        clicks=so_far(reach * (0.02 if post.link or "http" in (post.first_text or "") else 0.006)),
        profile_visits=so_far(reach * 0.008),
        follows=so_far(reach * 0.002),
    )


def appeal(seed: int, post: Post) -> float:
    """How well a post does, around 1.0: its content, its hour, and luck."""
    text = post.text if post.first_text is None else post.first_text
    content = text.strip().lower()
    value = math.exp(0.45 * _bell(seed, content, "appeal")) * math.exp(
        0.2 * _bell(seed, post.id, "luck")
    )
    if post.asset_ids:
        value *= 1.4
    if "?" in text:
        value *= 1.1
    if len(text) > 400:
        value *= 0.85
    hour = datetime.fromtimestamp(post.live_at or post.created_at, UTC).hour
    return value * (0.8 + 0.4 * math.exp(-(((hour - 18) / 6.0) ** 2)))


def crowd_size(config: SimulatorConfig, post: Post) -> int:
    """How many people will ever comment by themselves."""
    reach = config.audience * REACH_SHARE[post.platform] * appeal(config.seed, post)
    return max(2, min(60, int(reach * (0.008 + 0.012 * _unit(config.seed, post.id, "talk")))))


def crowd_moment(config: SimulatorConfig, post: Post, nth: int) -> float | None:
    """Seconds after going live at which the *nth* person comments; None after the last one."""
    total = crowd_size(config, post)
    if nth >= total:
        return None
    share = (nth + 0.3 + 0.5 * _unit(config.seed, post.id, f"moment{nth}")) / (total + 0.2)
    return -LIFE_SECONDS[post.platform] * math.log(1.0 - share)


def _unit(seed: int, *parts: str) -> float:
    """A number from 0 up to 1, the same for the same words."""
    digest = hashlib.sha256(f"{seed}|{'|'.join(parts)}".encode()).digest()
    return int.from_bytes(digest[:7], "big") / float(1 << 56)


def _bell(seed: int, *parts: str) -> float:
    """A number around 0 with a spread of about 1."""
    digest = hashlib.sha256(f"{seed}|bell|{'|'.join(parts)}".encode()).digest()
    return (sum(digest) / 255.0 - 16.0) / 1.633
