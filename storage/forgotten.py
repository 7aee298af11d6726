"""Who asked to be forgotten, as hashes: what they wrote until then is not taken in again."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.domain.comment import Comment, CommentChange
from pressroom.domain.platform import Platform
from pressroom.storage.columns import UtcDateTime, key_column
from pressroom.storage.dialects import insert_new, insert_or_replace, session_now
from pressroom.storage.refs import CHUNK
from pressroom.storage.schema import OPTIONS, Base


class ForgottenUserRow(Base):
    """Somebody who asked to be forgotten, as a hash, and when."""

    __tablename__ = "forgotten_users"
    __table_args__ = (OPTIONS,)

    platform: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    user_sha: Mapped[str] = mapped_column(key_column(64), primary_key=True)
    forgotten_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ThreadToForgetRow(Base):
    """A run under way that holds words of a forgotten comment; its checkpoints go afterwards."""

    __tablename__ = "threads_to_forget"
    __table_args__ = (OPTIONS,)

    thread_id: Mapped[str] = mapped_column(key_column(), primary_key=True)
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)


FORGOTTEN: sa.Table = ForgottenUserRow.__table__  # type: ignore[assignment]
THREADS: sa.Table = ThreadToForgetRow.__table__  # type: ignore[assignment]


async def remember_forgotten(session: AsyncSession, platform: Platform, user_id: str) -> None:
    """Keep what this account wrote until now from being taken in by a later listing."""
    now = await session_now(session)
    row = {"platform": platform, "user_sha": user_sha(platform, user_id), "forgotten_at": now}
    await insert_or_replace(session, FORGOTTEN, [row])


async def forgotten_among(
    session: AsyncSession, platform: Platform, user_ids: Iterable[str]
) -> dict[str, datetime]:
    """Those of *user_ids* who asked to be forgotten, each with the time when they did."""
    by_sha = {user_sha(platform, user_id): user_id for user_id in user_ids if user_id}
    found: dict[str, datetime] = {}
    shas = sorted(by_sha)
    for start in range(0, len(shas), CHUNK):
        statement = sa.select(FORGOTTEN.c.user_sha, FORGOTTEN.c.forgotten_at).where(
            FORGOTTEN.c.platform == platform,
            FORGOTTEN.c.user_sha.in_(shas[start : start + CHUNK]),
        )
        for sha, at in await session.execute(statement):
            found[by_sha[sha]] = at
    return found


def user_sha(platform: Platform, user_id: str) -> str:
    """The hash under which an account is remembered as forgotten."""
    return hashlib.sha256(f"{platform}:{user_id}".encode()).hexdigest()


async def without_forgotten(
    session: AsyncSession, changes: Iterable[CommentChange]
) -> list[CommentChange]:
    """Those of *changes* that do not tell what somebody wrote before they were forgotten."""
    told = list(changes)
    comments = [change.comment for change in told if change.comment is not None]
    gone: dict[tuple[Platform, str], datetime] = {}
    for platform in {comment.platform for comment in comments}:
        authors = {comment.author_id for comment in comments if comment.platform == platform}
        found = await forgotten_among(session, platform, authors)
        gone |= {(platform, user): at for user, at in found.items()}

    def is_wanted(comment: Comment | None) -> bool:
        at = gone.get((comment.platform, comment.author_id)) if comment else None
        return at is None or comment is None or comment.created_time > at

    return [change for change in told if is_wanted(change.comment)]


async def note_threads(session: AsyncSession, threads: Iterable[str]) -> None:
    """Let the checkpoints of *threads* be deleted when their runs are over."""
    now = await session_now(session)
    rows = [{"thread_id": thread, "noted_at": now} for thread in sorted(set(threads))]
    await insert_new(session, THREADS, rows)


async def noted_threads(session: AsyncSession, limit: int = 200) -> list[str]:
    """Threads whose checkpoints are to be deleted once their runs are over."""
    statement = sa.select(THREADS.c.thread_id).order_by(THREADS.c.noted_at, THREADS.c.thread_id)
    return list((await session.execute(statement.limit(limit))).scalars())


async def strike_threads(session: AsyncSession, threads: Iterable[str]) -> None:
    """Note that the checkpoints of *threads* are deleted."""
    doomed = sorted(set(threads))
    for start in range(0, len(doomed), CHUNK):
        chunk = doomed[start : start + CHUNK]
        await session.execute(sa.delete(THREADS).where(THREADS.c.thread_id.in_(chunk)))
