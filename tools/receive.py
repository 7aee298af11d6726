"""What was heard, worked off: the inbox emptied into comments on record, once, whoever does it.

A change that tells only an id, and an event that contradicts what was read before, are asked
for on the platform first: webhooks do not say which of two came later, the platform does.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import Comment, CommentChange, CommentRef
from pressroom.domain.platform import PLATFORMS, Platform, parse_platform
from pressroom.errors import ChannelError, ChannelRefused, ChannelUnavailable, StoreError
from pressroom.storage.comment_changes import Heard, Ours, apply_changes
from pressroom.storage.comments import get_comments, load_states, threads_of
from pressroom.storage.inbox import InboxItem, finish, give_up, postpone, put_back, take
from pressroom.storage.threads import note_person_answered
from pressroom.tools.fetch_comments import Fetched, fetch, unclear_among
from pressroom.tools.forget import forget_copies, forget_due
from pressroom.tools.ports import Ports

_log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Longer than a pass takes: `READ_PATIENCE`, and the writing after it."""
READ_PATIENCE = timedelta(seconds=60)
BATCH = 500
READ_AT_MOST = 100
"""Comments that one pass asks the platforms for; the others come with the next."""
TRIES = 6
"""After so many tries what is wrong is in the row itself, and a person has to look."""
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ReceiveReport:
    """What one pass over the inbox did."""

    taken: int = 0
    heard: Heard = field(default_factory=Heard)
    read: int = 0
    """Comments that were asked for on their platforms."""
    postponed: int = 0
    failed: tuple[str, ...] = ()
    """What could not be made use of, each with why."""

    @property
    def to_decide(self) -> tuple[CommentRef, ...]:
        """New comments and those that say something else now; `take_waiting` hands them out."""
        return (*self.heard.new, *self.heard.changed)


async def receive(ports: Ports, *, limit: int = BATCH) -> ReceiveReport:
    """Work off what is in the inbox, at most *limit* changes; safe in any number of processes.

    What is gone from a platform is gone here afterwards: from the tables in the same
    transaction, from cache and checkpoints right after it.

    Raises:
        StoreError: The database cannot be used; whatever was taken comes round again.
    """
    await _forget_due(ports)
    items = await ports.store.transact(lambda session: take(session, LEASE, limit))
    return await _work_off(ports, items) if items else ReceiveReport()


async def our_names(ports: Ports) -> Ours:
    """What stands as the author of our own comments, by platform: ids and unique handles."""
    names: dict[Platform, set[str]] = {name: set() for name in PLATFORMS}
    for platform, channel in ports.channels.items():
        names[platform].add(channel.account)
    told = await asyncio.gather(*(source.names() for source in ports.sources.values()))
    for platform, found in zip(ports.sources, told, strict=True):
        names[platform] |= found
    for name, handle in ports.brand.handles.items():
        with contextlib.suppress(ValueError):  # a handle elsewhere, such as a blog's
            platform = parse_platform(name)
            if platform != "facebook":  # there anybody may call himself by any name
                names[platform] |= {handle.lower().lstrip("@")} - {""}
    return {platform: frozenset(found) for platform, found in names.items()}


async def _work_off(ports: Ports, items: Sequence[InboxItem]) -> ReceiveReport:
    ours = await our_names(ports)
    async with ports.store.read() as session:
        states = await load_states(session, (item.ref for item in items))
        started_at = await ports.store.now(session)
    unclear = unclear_among(items, states, ports.sources)
    asked = set(list(dict.fromkeys(item.ref for item in unclear))[:READ_AT_MOST])
    later = {item.key for item in unclear if item.ref not in asked}
    fetched = await fetch(asked, ports.sources, started_at, READ_PATIENCE)
    ready = [item for item in items if item.key not in later]
    batch = _Batch(ours, fetched, frozenset(item.key for item in unclear))
    leaving = await _leaving(ports, batch.changes(ready))
    await ports.store.transact(
        lambda session: put_back(session, (item for item in items if item.key in later))
    )
    outcome = await _write(ports, batch, ready)
    await _forget_copies(ports, outcome.heard, leaving)
    return ReceiveReport(
        taken=len(items),
        heard=outcome.heard,
        read=len(asked),
        postponed=outcome.postponed + len(later),
        failed=outcome.failed,
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    heard: Heard = field(default_factory=Heard)
    postponed: int = 0
    failed: tuple[str, ...] = ()

    def __add__(self, other: "_Outcome") -> "_Outcome":
        return _Outcome(
            self.heard + other.heard,
            self.postponed + other.postponed,
            self.failed + other.failed,
        )


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is known about the rows of one pass, and how they are written."""

    ours: Ours
    fetched: Fetched
    unclear: frozenset[tuple[str, str]]
    """Keys of the rows of which the platform was asked."""

    def changes(self, items: Sequence[InboxItem]) -> list[CommentChange]:
        """What the rows tell, and what the platform says of the same comments."""
        refs = {item.ref for item in items}
        told = [item.change for item in items]
        return [*told, *(change for change in self.fetched.changes if change.ref in refs)]

    async def write(self, session: AsyncSession, items: Sequence[InboxItem]) -> _Outcome:
        """Put *items* on record and settle their rows, in the caller's transaction."""
        changes = self.changes(items)
        heard = await apply_changes(session, changes, ours=self.ours)
        await _note_people(session, changes)
        waiting = [i for i in items if i.key in self.unclear and i.ref in self.fetched.unread]
        open_ones = {item.key for item in waiting}
        await finish(session, (item for item in items if item.key not in open_ones))
        outcome = _Outcome(heard)
        for item in waiting:
            outcome += await _wait(session, item, self.fetched.unread[item.ref])
        return outcome


async def _note_people(session: AsyncSession, changes: Sequence[CommentChange]) -> None:
    """Give the conversations in which somebody of the brand has answered to that person."""
    spoken = await get_comments(session, {change.ref for change in changes})
    ours = [comment for comment in spoken.values() if comment.is_ours]
    threads = await threads_of(session, ours)
    for comment in ours:
        await note_person_answered(session, comment, threads[comment.ref])


async def _write(ports: Ports, batch: _Batch, items: Sequence[InboxItem]) -> _Outcome:
    """The rows written together; where that cannot be, each alone, so that one stops no other."""
    try:
        return await ports.store.transact(lambda session: batch.write(session, items))
    except StoreError:
        raise
    except Exception as err:  # noqa: BLE001 - whatever is wrong with one row stops no other
        if len(items) == 1:
            cause = err
            return await ports.store.transact(lambda session: _poisoned(session, items[0], cause))
        _log.exception("a batch of %d changes cannot be stored together", len(items))
    outcome = _Outcome()
    for item in items:
        outcome += await _write(ports, batch, [item])
    return outcome


async def _poisoned(session: AsyncSession, item: InboxItem, err: Exception) -> _Outcome:
    _log.error("what was heard of %s cannot be stored", item.ref, exc_info=err)
    note = f"it cannot be stored: {type(err).__name__}"
    if item.attempt < TRIES:
        await postpone(session, item, _pause(item), note)
        return _Outcome(postponed=1)
    await give_up(session, item, note)
    return _Outcome(failed=(f"{item.ref}: {note}",))


async def _wait(session: AsyncSession, item: InboxItem, error: ChannelError) -> _Outcome:
    """What becomes of a row of which the platform could not be asked."""
    if not isinstance(error, ChannelRefused):
        wait = error.retry_after if isinstance(error, ChannelUnavailable) else None
        await postpone(session, item, max(_pause(item), wait or timedelta(0)), str(error))
        return _Outcome(postponed=1)
    if not item.change.tells_only_id:  # what the event itself told is all there will be
        await finish(session, [item])
        return _Outcome()
    if item.attempt < TRIES:
        await postpone(session, item, _pause(item), str(error))
        return _Outcome(postponed=1)
    await give_up(session, item, str(error))
    return _Outcome(failed=(f"{item.ref}: {error}",))


def _pause(item: InboxItem) -> timedelta:
    doublings = min(item.attempt - 1, 10)
    return min(_FIRST_PAUSE * (1 << doublings), _LONGEST_PAUSE)


async def _leaving(ports: Ports, changes: Sequence[CommentChange]) -> list[Comment]:
    """What is on record of comments that are about to be emptied: copies are found by it."""
    gone = [change.ref for change in changes if change.verb == "remove"]
    if not gone:
        return []
    async with ports.store.read() as session:
        return list((await get_comments(session, gone)).values())


async def _forget_due(ports: Ports) -> None:
    try:
        await forget_due(ports)
    except StoreError as err:
        # What is to be forgotten stays due; what comes in must not wait for it.
        _log.warning("what is to be forgotten cannot be now: %s", err)


async def _forget_copies(ports: Ports, heard: Heard, leaving: Sequence[Comment]) -> None:
    if not heard.removed:
        return
    try:
        await forget_copies(ports, heard.removed, leaving)
    except StoreError as err:
        # The tables are emptied; what is left expires by itself, and is looked for once more.
        _log.warning("copies of %d removed comments are left: %s", len(heard.removed), err)
