"""What reading comments has in common on every platform."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import timedelta

from pressroom.domain.comment import Comment
from pressroom.domain.ports import Readings
from pressroom.errors import ChannelError, ChannelRefused

LIST_PAGE = 100
LIST_MAX_PAGES = 500
"""Fifty thousand comments under one post: where even these do not reach, the list is not whole."""
ASK_AGAIN = timedelta(minutes=5)
"""How long an account that did not tell its own name is not asked again."""
AT_ONCE = 4
"""Single readings that may be under way together."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


async def read_each(
    comment_ids: Sequence[str], read: Callable[[str], Awaitable[Comment | None]]
) -> Readings:
    """What *read* gives for each id, a few at a time; an error is told of its id alone."""
    turns = asyncio.Semaphore(AT_ONCE)
    found: list[Comment] = []
    gone: set[str] = set()
    unread: dict[str, ChannelError] = {}
    stopped: list[ChannelError] = []

    async def one(comment_id: str) -> None:
        async with turns:
            if stopped:  # throttled, or the token has ended: asking on makes it worse
                unread[comment_id] = stopped[0]
                return
            try:
                comment = await read(comment_id)
            except ChannelError as err:
                unread[comment_id] = err
                if not isinstance(err, ChannelRefused) or err.code.startswith("190"):
                    stopped.append(err)
                return
            if comment is None:
                gone.add(comment_id)
            else:
                found.append(comment)

    await asyncio.gather(*(one(comment_id) for comment_id in comment_ids))
    return Readings(tuple(found), frozenset(gone), unread)


def only(readings: Readings) -> Comment | None:
    """The one comment that was asked for; None where it is gone.

    Raises:
        ChannelError: It could not be read.
    """
    for err in readings.unread.values():
        raise err
    return readings.found[0] if readings.found else None


async def nothing() -> AsyncIterator[Comment]:
    """No comments: what a platform does not list."""
    none: tuple[Comment, ...] = ()
    for comment in none:
        yield comment


def text_of(value: object) -> str:
    """*value* as a text; empty where it is none."""
    return _UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else ""


def id_of(value: object) -> str:
    """*value* as an id; empty where it is none."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
