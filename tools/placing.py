"""Which conversation a comment belongs to, and how it reads: from the record, or read now."""

from typing import Any, TypeVar

from pressroom.domain.comment import CommentRef
from pressroom.domain.conversation import Gone
from pressroom.domain.effects import HideOrder, ReplyOrder, Unreadable
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.ports import Answering
from pressroom.domain.wording import sha_of_words
from pressroom.errors import ChannelUnavailable, SettingsError
from pressroom.storage.comments import get_comment, threads_of
from pressroom.tools.ports import Ports

OrderT = TypeVar("OrderT", ReplyOrder, HideOrder)


async def place(order: OrderT, ports: Ports) -> OrderT | Gone:
    """*order* with the comment's conversation and, for an answer, the hash of its words.

    Raises:
        SettingsError: No account is set up there, or its channel answers no comments.
        ChannelUnavailable: The comment is not on record, and cannot be read now.
    """
    async with ports.store.read() as session:
        known = await get_comment(session, CommentRef(order.platform, order.comment_id))
        threads = await threads_of(session, [known]) if known is not None else {}
    if known is not None:
        return _placed(order, threads[known.ref], known.message)
    look = await answering_of(order.platform, ports).look(order)
    if isinstance(look, Unreadable):
        raise ChannelUnavailable(look.why, retry_after=look.retry_after)
    if isinstance(look, Gone):
        return look
    return _placed(order, f"{order.platform}:{look.top or order.comment_id}", look.text)


def answering_of(platform: Platform, ports: Ports) -> Answering:
    """What answers comments on *platform*.

    Raises:
        SettingsError: No account is set up there, or its channel answers no comments.
    """
    channel = ports.channel(platform)
    if channel.answering is None:
        raise SettingsError(
            f"the {TITLES[platform]} channel answers no comments.",
            field=f"channels.{platform}",
            fix="Use a channel that does.",
        )
    return channel.answering


def _placed(order: OrderT, thread: str, words: str | None) -> OrderT:
    values: dict[str, Any] = {"thread": thread}
    if isinstance(order, ReplyOrder) and words is not None:
        values["comment_sha"] = sha_of_words(words)
    return order.model_copy(update=values)
