"""The tables of posts and of their versions per platform, and their rows as domain values."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pressroom.domain.post import PlatformPost, Post
from pressroom.storage.campaigns import CampaignRow
from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.media import PlatformPostMediaRow, link_rows
from pressroom.storage.schema import OPTIONS, Base


class PlatformPostRow(Base):
    """One platform's version of a post."""

    __tablename__ = "platform_posts"
    __table_args__ = (sa.Index(None, "status", "publish_at"), OPTIONS)

    id: Mapped[str] = mapped_column(key_column(36), primary_key=True)
    post_id: Mapped[str] = mapped_column(key_column(36), sa.ForeignKey("posts.id"), index=True)
    position: Mapped[int] = mapped_column(sa.Integer)
    platform: Mapped[str] = mapped_column(key_column(16), index=True)
    account: Mapped[str] = mapped_column(key_column())
    text: Mapped[str] = mapped_column(Prose)
    link: Mapped[str] = mapped_column(Prose)
    hashtags: Mapped[list[str]] = mapped_column(PlainJson)
    variant: Mapped[str] = mapped_column(key_column(16))
    revision: Mapped[int] = mapped_column(sa.Integer)
    status: Mapped[str] = mapped_column(key_column(20))
    publish_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    platform_post_id: Mapped[str] = mapped_column(key_column(), index=True)
    permalink: Mapped[str] = mapped_column(Prose)
    note: Mapped[str] = mapped_column(Prose)

    media: Mapped[list[PlatformPostMediaRow]] = relationship(
        lazy="selectin", order_by=PlatformPostMediaRow.position, cascade="all, delete-orphan"
    )

    def to_platform_post(self) -> PlatformPost:
        """The version as the rest of the house sees it."""
        names = PlatformPost.model_fields.keys() - {"media", "hashtags"}
        return PlatformPost.model_validate(
            {name: getattr(self, name) for name in names}
            | {"hashtags": self.hashtags, "media": [link.to_file() for link in self.media]}
        )


class PostRow(Base):
    """A post."""

    __tablename__ = "posts"

    id: Mapped[str] = mapped_column(key_column(36), primary_key=True)
    title: Mapped[str] = mapped_column(Prose)
    content: Mapped[str] = mapped_column(Prose)
    status: Mapped[str] = mapped_column(key_column(20), index=True)
    campaign_id: Mapped[str | None] = mapped_column(
        key_column(36), sa.ForeignKey("campaigns.id"), index=True
    )
    cta_text: Mapped[str] = mapped_column(Prose)
    cta_url: Mapped[str] = mapped_column(Prose)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    run_id: Mapped[str] = mapped_column(key_column(), index=True)

    campaign: Mapped[CampaignRow | None] = relationship(lazy="selectin")
    platform_posts: Mapped[list[PlatformPostRow]] = relationship(
        lazy="selectin", order_by=PlatformPostRow.position
    )

    def to_post(self) -> Post:
        """The post as the rest of the house sees it."""
        return Post.model_validate(
            {
                "id": self.id,
                "title": self.title,
                "content": self.content,
                "status": self.status,
                "campaign": self.campaign.name if self.campaign else "",
                "cta_text": self.cta_text,
                "cta_url": self.cta_url,
                "created_at": self.created_at,
                "run_id": self.run_id,
                "platform_posts": [row.to_platform_post() for row in self.platform_posts],
            }
        )


def post_row(post: Post, campaign_id: str | None) -> PostRow:
    """The row of *post*, with those of its versions and their pictures."""
    plain = post.model_dump(exclude={"campaign", "platform_posts"})
    versions = [
        _platform_post_row(version, position)
        for position, version in enumerate(post.platform_posts)
    ]
    return PostRow(**plain, campaign_id=campaign_id, platform_posts=versions)


def _platform_post_row(version: PlatformPost, position: int) -> PlatformPostRow:
    plain = version.model_dump(exclude={"media", "hashtags", "post_id"})
    return PlatformPostRow(
        **plain,
        position=position,
        hashtags=list(version.hashtags),
        media=link_rows(version.media),
    )
