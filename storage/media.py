"""Pictures on record: what is measured once by content, and which platform post shows what."""

from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pressroom.domain.media import MediaFile
from pressroom.storage.columns import Prose, key_column
from pressroom.storage.once import insert_once
from pressroom.storage.schema import Base


class MediaRow(Base):
    """A picture by its content; the same bytes are one row."""

    __tablename__ = "media"

    sha256: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(key_column(32))
    width_px: Mapped[int] = mapped_column(sa.Integer)
    height_px: Mapped[int] = mapped_column(sa.Integer)
    size_bytes: Mapped[int] = mapped_column(sa.BigInteger)


class PlatformPostMediaRow(Base):
    """A picture as one platform post shows it: where it lies, in which place, with which words."""

    __tablename__ = "platform_post_media"

    platform_post_id: Mapped[str] = mapped_column(
        key_column(36), sa.ForeignKey("platform_posts.id"), primary_key=True
    )
    position: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False)
    sha256: Mapped[str] = mapped_column(key_column(64), sa.ForeignKey("media.sha256"), index=True)
    path: Mapped[str] = mapped_column(Prose)
    alt_text: Mapped[str] = mapped_column(Prose)
    ai_generated: Mapped[bool] = mapped_column(sa.Boolean)

    media: Mapped[MediaRow] = relationship(lazy="joined", innerjoin=True)

    def to_file(self) -> MediaFile:
        """The picture as the rest of the house sees it."""
        return MediaFile.model_validate(
            {
                "path": Path(self.path),
                "sha256": self.sha256,
                "media_type": self.media.media_type,
                "width_px": self.media.width_px,
                "height_px": self.media.height_px,
                "size_bytes": self.media.size_bytes,
                "alt_text": self.alt_text,
                "ai_generated": self.ai_generated,
            }
        )


async def save_media(session: AsyncSession, files: Iterable[MediaFile]) -> None:
    """Record each picture's measures once."""
    # In one order everywhere, so that two writers of the same pictures cannot deadlock.
    for sha256, file in sorted({file.sha256: file for file in files}.items()):
        row = MediaRow(
            sha256=sha256,
            media_type=file.media_type,
            width_px=file.width_px,
            height_px=file.height_px,
            size_bytes=file.size_bytes,
        )
        await insert_once(session, row)


def link_rows(files: Iterable[MediaFile]) -> list[PlatformPostMediaRow]:
    """The rows that show *files* in their order; the pictures themselves are saved before."""
    return [
        PlatformPostMediaRow(
            position=position,
            sha256=file.sha256,
            path=str(file.path),
            alt_text=file.alt_text,
            ai_generated=file.ai_generated,
        )
        for position, file in enumerate(files)
    ]
