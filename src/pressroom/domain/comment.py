"""What people write under our posts, as the platforms deliver it."""

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.platform import Platform


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
