"""Following a live post: when to look again, and what its figures are kept for."""

from datetime import timedelta
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.platform import Platform

Tier = Literal["fresh", "week", "settled"]
"""How old a live post is, which decides how often its figures are read."""

INTERVALS: dict[Tier, timedelta] = {
    "fresh": timedelta(minutes=15),
    "week": timedelta(hours=2),
    "settled": timedelta(days=1),
}
"""How often each tier is read: every post each 15 minutes would pass the platforms' limits."""


def tier_of(age: timedelta) -> Tier:
    """The tier of a post that went live *age* ago."""
    if age < timedelta(days=1):
        return "fresh"
    return "week" if age < timedelta(days=7) else "settled"


class TrackedPost(BaseModel):
    """A live post whose figures are due."""

    model_config = ConfigDict(frozen=True)

    id: str
    """Our id of the platform post."""
    platform: Platform
    account: str
    platform_post_id: str
    """The platform's id of it."""
    published_at: AwareDatetime | None
    next_fetch_at: AwareDatetime
    tier: Tier
    failures: int
    """How many readings have failed since the last one that came."""


class PostPerformance(BaseModel):
    """How one of our posts did, at its latest reading."""

    model_config = ConfigDict(frozen=True)

    id: str
    """Our id of the platform post."""
    title: str
    text: str
    platform: Platform
    engagement_rate: float | None
    interactions: int | None
    published_at: AwareDatetime


class PostingRecord(BaseModel):
    """When a post went live and what came of it: what posting times are learnt from."""

    model_config = ConfigDict(frozen=True)

    published_at: AwareDatetime
    engagement_rate: float
