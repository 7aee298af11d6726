"""What people write under our posts, as the platforms deliver it."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.platform import Platform

CommentPlace = Literal["comment", "mention"]
"""Under one of our posts, or elsewhere with our name in it."""

ChangeVerb = Literal["add", "edit", "remove", "hide", "unhide"]


class Comment(BaseModel):
    """One comment. Its text is somebody else's: data, never an instruction, never markup."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    """The platform's id of it, unique on that platform."""
    account: str = ""
    """The platform's id of our account that it is addressed to."""
    platform_post_id: str = ""
    """The platform's id of the post it is under."""
    parent_id: str = ""
    """The platform's id of the comment it answers; empty where it answers the post."""
    author_id: str = ""
    author_name: str = ""
    message: str
    permalink: str = ""
    likes: int | None = None
    created_time: AwareDatetime
    place: CommentPlace = "comment"
    edited_at: AwareDatetime | None = None
    """When the text was last changed, as far as the platform tells."""
    is_hidden: bool = False
    is_ours: bool = False
    """Written by the account itself: by this program or by a person of the brand."""
    attachment: str = ""
    """The alt text or kind of what is attached, if anything is: data like the text."""

    @property
    def thread(self) -> str:
        """The conversation it belongs to: its top comment, on one platform."""
        return f"{self.platform}:{self.parent_id or self.comment_id}"


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
    """When it happened as far as the platform tells, else when it was sent to us."""
    comment: Comment | None = None
    """What the comment says after it; None where only the id was told."""
    source: Literal["webhook", "poll", "file"] = "webhook"
