"""A post and its versions per platform, as everything above storage sees them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform

PostStatus = Literal["draft", "scheduled", "published", "partly_published", "failed", "cancelled"]
PlatformPostStatus = Literal[
    "draft", "scheduled", "publishing", "unknown", "published", "failed", "review", "cancelled"
]


class PlatformPost(BaseModel):
    """One platform's version of a post."""

    model_config = ConfigDict(frozen=True)

    id: str
    post_id: str
    platform: Platform
    account: str
    text: str
    """The whole text as sent: caption, hashtags and link, in the platform's order."""
    link: str = ""
    hashtags: tuple[str, ...] = ()
    media: tuple[MediaFile, ...] = ()
    variant: str = ""
    """Which creative it shows (`A` …); empty where it has none."""
    revision: int = 1
    status: PlatformPostStatus = "draft"
    publish_at: AwareDatetime | None = None
    published_at: AwareDatetime | None = None
    platform_post_id: str = ""
    permalink: str = ""
    note: str = ""
    """Why it stands where it stands, in one line for a person."""


class Post(BaseModel):
    """The story itself, of which each platform gets a version."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    content: str
    status: PostStatus = "draft"
    campaign: str = ""
    """The campaign's name; empty where it belongs to none."""
    cta_text: str = ""
    cta_url: str = ""
    created_at: datetime
    run_id: str = ""
    platform_posts: tuple[PlatformPost, ...] = ()


_UNDER_WAY: frozenset[PlatformPostStatus] = frozenset(
    {"scheduled", "publishing", "unknown", "review"}
)


def roll_up(statuses: Iterable[PlatformPostStatus]) -> PostStatus:
    """A post's status from those of its versions.

    Versions that were cancelled do not count while there are others. One that waits for a
    person (`review`) is still under way: nothing has failed for good.
    """
    given = set(statuses)
    counted = given - {"cancelled"}
    if not counted:
        return "cancelled" if given else "draft"
    if "published" in counted:
        return "published" if counted == {"published"} else "partly_published"
    if counted & _UNDER_WAY:
        return "scheduled"
    return "draft" if "draft" in counted else "failed"
