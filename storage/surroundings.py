"""What stands around a batch of comments, read in a few statements: who was answered, and how
people speak under the same posts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import Comment
from pressroom.domain.decision_context import ThreadMood
from pressroom.domain.platform import Platform
from pressroom.storage.analyses import ANALYSES
from pressroom.storage.comment_rows import COMMENTS
from pressroom.storage.handled import HANDLED, ITS_COMMENT, went_out
from pressroom.storage.refs import CHUNK

MOOD_WINDOW = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of ours that went out or is about to."""

    platform: Platform
    post: str
    thread: str
    author: str
    """Whom it answers."""
    text: str
    at: datetime
    alone: bool
    """No person saw it first."""


async def answers_under(session: AsyncSession, comments: Sequence[Comment]) -> list[Answered]:
    """Our answers under the posts of these comments, the newest first."""
    found: list[Answered] = []
    for platform, posts in _posts(comments):
        condition = sa.and_(COMMENTS.c.platform == platform, COMMENTS.c.platform_post_id.in_(posts))
        found += await _answers(session, condition)
    return sorted(found, key=lambda one: one.at, reverse=True)


async def moods_under(
    session: AsyncSession, comments: Sequence[Comment], now: datetime
) -> dict[tuple[Platform, str], ThreadMood]:
    """How people spoke under the posts of these comments within `MOOD_WINDOW`, ours left out.

    Counted by the database: a post that everybody talks about has a hundred thousand comments.
    """
    hour_ago, two_ago = now - timedelta(hours=1), now - timedelta(hours=2)
    at, is_bad = COMMENTS.c.created_time, ANALYSES.c.sentiment == "negative"
    found: dict[tuple[Platform, str], ThreadMood] = {}
    for platform, posts in _posts(comments):
        statement = (
            sa.select(
                COMMENTS.c.platform_post_id,
                sa.func.count(),
                _how_many(is_bad),
                _how_many(is_bad, at >= hour_ago),
                _how_many(is_bad, at >= two_ago, at < hour_ago),
            )
            .join(
                ANALYSES,
                sa.and_(
                    ANALYSES.c.platform == COMMENTS.c.platform,
                    ANALYSES.c.comment_id == COMMENTS.c.comment_id,
                ),
            )
            .where(
                COMMENTS.c.platform == platform,
                COMMENTS.c.platform_post_id.in_(posts),
                at >= now - MOOD_WINDOW,
                COMMENTS.c.is_ours.is_(sa.false()),
            )
            .group_by(COMMENTS.c.platform_post_id)
        )
        for post, every, bad, recent, before in (await session.execute(statement)).tuples():
            found[platform, post] = ThreadMood(
                comments=every,
                negative=int(bad),
                negative_this_hour=int(recent),
                negative_hour_before=int(before),
            )
    return found


def _how_many(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((sa.and_(*conditions), 1), else_=0)), 0)


async def asked_to_stop(
    session: AsyncSession, comments: Sequence[Comment]
) -> set[tuple[Platform, str]]:
    """Those of the writers of these comments who once asked not to be answered."""
    found: set[tuple[Platform, str]] = set()
    authors = sorted({(c.platform, c.author_id) for c in comments if c.author_id})
    for platform in {platform for platform, _ in authors}:
        ids = [author for of, author in authors if of == platform]
        for chunk in _chunked(ids):
            statement = (
                sa.select(COMMENTS.c.author_id)
                .join(HANDLED, ITS_COMMENT)
                .where(
                    COMMENTS.c.platform == platform,
                    COMMENTS.c.author_id.in_(chunk),
                    # The codes of rules are ours; canonical JSON spells each one way.
                    sa.cast(HANDLED.c.reasons, sa.Text).like('%"rule": "stop"%'),
                )
                .distinct()
            )
            found |= {(platform, a) for a in (await session.execute(statement)).scalars()}
    return found


async def _answers(session: AsyncSession, condition: sa.ColumnElement[bool]) -> list[Answered]:
    statement = (
        sa.select(
            COMMENTS.c.platform,
            COMMENTS.c.platform_post_id,
            HANDLED.c.thread,
            COMMENTS.c.author_id,
            HANDLED.c.response,
            HANDLED.c.updated_at,
            HANDLED.c.mode,
        )
        .join(HANDLED, ITS_COMMENT)
        .where(condition, *went_out())
    )
    return [
        Answered(platform, post, thread, author, text, at, mode == "auto")
        for platform, post, thread, author, text, at, mode in (
            await session.execute(statement)
        ).tuples()
    ]


def _posts(comments: Sequence[Comment]) -> Iterator[tuple[Platform, list[str]]]:
    """The posts of these comments, of one platform at a time, few enough for one statement."""
    platforms = sorted({comment.platform for comment in comments})
    for platform in platforms:
        posts = sorted({c.platform_post_id for c in comments if c.platform == platform} - {""})
        for chunk in _chunked(posts):
            yield platform, chunk


def _chunked(values: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(values)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
