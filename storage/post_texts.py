"""What our posts say, by the platform's own ids: what a comment is about."""

from collections.abc import Iterable
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.platform import Platform
from pressroom.storage.post_rows import PlatformPostRow
from pressroom.storage.refs import CHUNK


async def texts_of_posts(
    session: AsyncSession, posts: Iterable[tuple[Platform, str]]
) -> dict[tuple[Platform, str], str]:
    """The text of each of *posts* (platform, the platform's id) that we published."""
    found: dict[tuple[Platform, str], str] = {}
    wanted = sorted({(platform, own) for platform, own in posts if own})
    for platform, group in groupby(wanted, key=lambda post: post[0]):
        ids = [own for _, own in group]
        for start in range(0, len(ids), CHUNK):
            statement = sa.select(PlatformPostRow.platform_post_id, PlatformPostRow.text).where(
                PlatformPostRow.platform == platform,
                PlatformPostRow.platform_post_id.in_(ids[start : start + CHUNK]),
            )
            for own, text in (await session.execute(statement)).tuples():
                if own:
                    found[platform, own] = text
    return found
