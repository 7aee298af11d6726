"""What people write under our posts, and where they name us."""

import hashlib
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.platform import Platform, parse_platform

CommentPlace = Literal["comment", "mention", "live"]
"""Under one of our posts, elsewhere with our name in it, or below a live broadcast of ours."""

ChangeVerb = Literal["add", "edit", "remove", "hide", "unhide", "seen"]
"""What happened to a comment; `seen` is no event: the platform showed it like this when read."""

ChangeSource = Literal["webhook", "poll", "file"]


MOST_READ = 10_000
"""Characters that are read of a comment: more than Facebook and Instagram let anybody write."""


class CommentRef(NamedTuple):
    """Which comment: its id is unique on its platform and nowhere else."""

    platform: Platform
    comment_id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.comment_id}"


def parse_ref(text: str) -> CommentRef:
    """The platform and the id in `PLATFORM:ID`, as a person types it.

    Raises:
        ValueError: There is no colon, no id, or no such platform.
    """
    platform, _, own_id = text.strip().partition(":")
    if not own_id.strip():
        raise ValueError(f"{text!r} is not PLATFORM:ID; write it like instagram:17865799348089039")
    return CommentRef(parse_platform(platform), own_id.strip())


class Comment(BaseModel):
    """One comment. Its text is somebody else's: data, never an instruction, never markup."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    """The platform's id of it, unique on that platform. On X the id of the first version."""
    account: str = ""
    """The platform's id of our account that it is addressed to."""
    platform_post_id: str = ""
    """The platform's id of the post it is under."""
    parent_id: str = ""
    """The platform's id of the comment it answers; empty where it answers the post."""
    author_id: str = ""
    author_name: str = ""
    """A name on Facebook, a handle without `@` elsewhere; empty where the platform hides it."""
    message: str
    permalink: str = ""
    likes: int | None = None
    created_time: AwareDatetime
    is_time_exact: bool = True
    """False where the platform did not tell: `created_time` is then when we were told of it."""
    place: CommentPlace = "comment"
    edited_at: AwareDatetime | None = None
    """When the text was last changed, as far as the platform tells."""
    is_hidden: bool = False
    is_ours: bool = False
    """Written by the account itself: by this program or by a person of the brand."""
    attachment: str = ""
    """The alt text or kind of what is attached, if anything is: data like the text."""
    can_reply: bool | None = None
    """Whether the platform lets us answer it, as it said when it was last read; None: untold."""
    can_reply_privately: bool | None = None
    """The same of a private answer."""
    can_hide: bool | None = None
    """The same of hiding it."""
    summoned: bool | None = None
    """On X: its mentions hold our account; None where it was not told, or on other platforms."""

    @property
    def ref(self) -> CommentRef:
        """Its platform and id."""
        return CommentRef(self.platform, self.comment_id)

    @property
    def thread(self) -> str:
        """The conversation it belongs to: its top comment, on one platform.

        On X an answer may hang below answers: `storage.comments.threads_of` climbs to the top.
        """
        return f"{self.platform}:{self.parent_id or self.comment_id}"

    @property
    def message_sha(self) -> str:
        """The SHA-256 of its text: what an analysis or a decision was made of."""
        return sha_of_message(self.message)


class CommentChange(BaseModel):
    """Something that happened to one comment, whichever way it was heard of.

    Webhooks are hints that come twice, late, out of order or never; a listing of the
    platform says the same in another order. Applying all that is known of a comment in any
    order gives one state.
    """

    model_config = ConfigDict(frozen=True)

    verb: ChangeVerb
    platform: Platform
    comment_id: str
    account: str = ""
    at: AwareDatetime
    """When it happened as far as the platform tells, else when it was sent to us; of `seen`,
    when we began to read."""
    comment: Comment | None = None
    """What the comment says after it; None where only the id was told."""
    source: ChangeSource = "webhook"

    @property
    def ref(self) -> CommentRef:
        """The comment's platform and id."""
        return CommentRef(self.platform, self.comment_id)

    @property
    def tells_only_id(self) -> bool:
        """Whether the platform has to be asked before anything can be made of it."""
        return self.verb in ("add", "edit") and self.comment is None


def seen(comment: Comment, at: datetime, source: ChangeSource = "poll") -> CommentChange:
    """The change that says: the platform showed *comment* like this when read at *at*."""
    return CommentChange(
        verb="seen",
        platform=comment.platform,
        comment_id=comment.comment_id,
        account=comment.account,
        at=at,
        comment=comment,
        source=source,
    )


def as_read(text: str) -> str:
    """The part of *text* that is read: all of it, or of a longer one its beginning and its end.

    What is hidden behind a wall of text stands at its end.
    """
    if len(text) <= MOST_READ:
        return text
    last = MOST_READ // 5
    return f"{text[: MOST_READ - last]} {text[-last:]}"


def sha_of_message(message: str) -> str:
    """The SHA-256 of a text, as 64 hex digits."""
    return hashlib.sha256(message.encode("utf-8", "surrogatepass")).hexdigest()
