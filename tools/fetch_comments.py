"""Comments asked for on their platforms, where what was heard of them does not say enough."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pressroom.domain.comment import CommentChange, CommentRef, seen
from pressroom.domain.comment_state import CommentState, agrees
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.ports import CommentSource, Readings
from pressroom.errors import ChannelError, ChannelRefused, ChannelUnavailable
from pressroom.storage.inbox import InboxItem

Sources = Mapping[Platform, CommentSource]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the platforms said."""

    changes: tuple[CommentChange, ...] = ()
    """What was seen, and what is gone."""
    unread: Mapping[CommentRef, ChannelError] = field(default_factory=dict)
    """What could not be read, each with why."""


def unclear_among(
    items: Sequence[InboxItem], states: Mapping[CommentRef, CommentState], sources: Sources
) -> list[InboxItem]:
    """Those of *items* that the platform has to be asked about before they can be made use of.

    Not what was read after it was told, nor what agrees with what was read. Without an
    account there the events alone have to do.
    """
    told = Counter((item.ref, _part(item)) for item in items)
    return [
        item
        for item in items
        if _is_unclear(item, states.get(item.ref), sources, told[item.ref, _part(item)])
    ]


def _part(item: InboxItem) -> str:
    """Which part of a comment the change is about."""
    return "shown" if item.change.verb in ("hide", "unhide") else item.change.verb


def _is_unclear(item: InboxItem, state: CommentState | None, sources: Sources, told: int) -> bool:
    change = item.change
    if change.verb in ("remove", "seen") or (state is not None and state.removed_at):
        return False
    source = sources.get(change.platform)
    if change.tells_only_id:
        known = state is not None and state.fetched_at is not None
        return not (known and state is not None and _is_older(item, state))
    if source is None or change.source == "file":
        return False
    if change.verb == "add":
        return _hides_who(change) and not (state is not None and state.author_stamp)
    if state is None or not state.has_text:
        # Of several that tell the same time nobody knows which came last.
        return change.comment is None or told > 1
    return not (_is_older(item, state) or agrees(change, state))


async def fetch(
    refs: Iterable[CommentRef], sources: Sources, started_at: datetime, patience: timedelta
) -> Fetched:
    """What the platforms say of *refs* now; what they do not say within *patience* is unread."""
    wanted: dict[Platform, list[str]] = defaultdict(list)
    for ref in dict.fromkeys(refs):
        wanted[ref.platform].append(ref.comment_id)
    readings = await asyncio.gather(
        *(_ask(platform, ids, sources, patience) for platform, ids in wanted.items())
    )
    changes: list[CommentChange] = []
    unread: dict[CommentRef, ChannelError] = {}
    for platform, reading in zip(wanted, readings, strict=True):
        changes += [seen(comment, started_at) for comment in reading.found]
        changes += [gone(CommentRef(platform, own_id), started_at) for own_id in reading.gone]
        unread |= {CommentRef(platform, i): err for i, err in reading.unread.items()}
    return Fetched(tuple(changes), unread)


def gone(ref: CommentRef, at: datetime) -> CommentChange:
    """The change that says: the platform no longer has this comment."""
    return CommentChange(
        verb="remove", platform=ref.platform, comment_id=ref.comment_id, at=at, source="poll"
    )


async def _ask(
    platform: Platform, ids: Sequence[str], sources: Sources, patience: timedelta
) -> Readings:
    source = sources.get(platform)
    if source is None:
        section = "twitter" if platform == "x" else platform
        error: ChannelError = ChannelRefused(
            f"no account is set up for {TITLES[platform]}, and only the comment's id was told.",
            fix=f"Fill in [{section}] in the settings file.",
        )
        return Readings(unread=dict.fromkeys(ids, error))
    try:
        async with asyncio.timeout(patience.total_seconds()):
            return await source.read(ids)
    except TimeoutError:
        error = ChannelUnavailable(f"{TITLES[platform]} did not answer in time.")
        return Readings(unread=dict.fromkeys(ids, error))


def _is_older(item: InboxItem, state: CommentState) -> bool:
    """Whether the comment was read after *item* had been told: the reading knows better."""
    return state.fetched_at is not None and state.fetched_at > item.received_at


def _hides_who(change: CommentChange) -> bool:
    """Instagram's webhooks may leave out who wrote it; our own echo must be known."""
    told = change.comment
    return change.platform == "instagram" and told is not None and not told.author_name
