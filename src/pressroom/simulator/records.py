"""What a simulated world is made of: plain records that are written to and read from JSON."""

from dataclasses import dataclass, field
from typing import Literal

Platform = Literal["facebook", "instagram", "x"]
Standing = Literal["live", "scheduled", "draft", "deleted"]


@dataclass
class Post:
    """A Page post, an Instagram media or a tweet, ours or somebody's."""

    platform: Platform
    id: str
    text: str
    author_id: str
    created_at: float
    standing: Standing = "live"
    live_at: float | None = None
    scheduled_at: float | None = None
    link: str | None = None
    asset_ids: list[str] = field(default_factory=list)
    media_type: str = ""
    alt_text: str = ""
    made_with_ai: bool = False
    reply_to: str | None = None
    quote_of: str | None = None
    conversation_id: str | None = None
    hidden: bool = False
    comments_enabled: bool = True
    updated_at: float | None = None
    crowd_made: int = 0
    first_text: str | None = None
    """The text with which it went live: later edits do not change how it grows."""
    addressed: str = ""
    """The names that X puts in front of an answer's words."""
    versions: list[str] = field(default_factory=list)
    """The ids of a tweet that was edited, its first one first; the same list on each version."""
    by_hand: bool = False
    """Planted through the control endpoints, not published over the wire."""


@dataclass
class Comment:
    """A comment or reply under a Page post or an Instagram media."""

    platform: Platform
    id: str
    post_id: str
    text: str
    author_id: str
    author_name: str
    created_at: float
    parent_id: str | None = None
    hidden: bool = False
    deleted: bool = False
    edited_at: float | None = None
    private_reply: str | None = None


@dataclass
class Asset:
    """An uploaded picture: a Page photo or X media (its bytes are not kept)."""

    platform: Platform
    id: str
    mime: str
    size: int
    width: int
    height: int
    sha256: str
    created_at: float
    alt_text: str = ""
    caption: str = ""
    published: bool = False
    temporary: bool = False
    post_id: str | None = None
    category: str = "tweet_image"
    total_bytes: int = 0
    segments: dict[str, int] = field(default_factory=dict)
    finalized: bool = True


@dataclass
class Container:
    """An Instagram container on its way to becoming a media."""

    id: str
    caption: str
    media_type: str
    created_at: float
    asset_ids: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    is_carousel_item: bool = False
    alt_text: str = ""
    made_with_ai: bool = False
    error_subcode: int | None = None
    media_id: str | None = None


@dataclass
class Truth:
    """One post or reply that the world could see; the list of them only grows."""

    platform: Platform
    kind: Literal["post", "reply", "private_reply"]
    id: str
    text: str
    at: float
    media: list[str] = field(default_factory=list)
    target_id: str | None = None
    author_id: str = ""
