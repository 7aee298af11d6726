"""The inbox: one row for what happened, one worker for a row, and nothing lost."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from pressroom.clock import ManualClock
from pressroom.domain.comment import CommentChange
from pressroom.storage.inbox import (
    INBOX,
    InboxItem,
    count_inbox,
    dedupe_key,
    finish,
    give_up,
    heard_of,
    list_failed,
    next_due,
    postpone,
    purge,
    put_in,
    retry_failed,
    take,
)
from pressroom.storage.store import Store
from tests.comments import NOON, a_comment, told

LEASE = timedelta(minutes=1)


async def _put_in(store: Store, *changes: CommentChange) -> int:
    return await store.transact(lambda session: put_in(session, changes))


async def _take(store: Store, limit: int = 500) -> list[InboxItem]:
    return await store.transact(lambda session: take(session, LEASE, limit))


async def _count(store: Store) -> dict[str, int]:
    async with store.read() as session:
        return dict(await count_inbox(session))


async def test_forty_copies_at_once_are_one_row(store: Store) -> None:
    """Meta repeats deliveries, in several connections; nothing else keeps a copy out."""
    news = await asyncio.gather(*(_put_in(store, told(a_comment())) for _ in range(40)))

    assert sum(news) >= 1
    assert await _put_in(store, told(a_comment())) == 0
    assert await _count(store) == {"new": 1}


async def test_a_full_delivery_is_in_at_once(store: Store, clock: ManualClock) -> None:
    """A viral post fills a delivery with its thousand changes; Meta waits five seconds."""
    delivery = [told(a_comment(n)) for n in range(1000)]
    statements: list[str] = []

    def note(_: object, __: object, statement: str, *rest: object) -> None:
        statements.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        assert await _put_in(store, *delivery, *delivery) == 1000
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    assert len(statements) < 10

    taken = await _take(store, 2000)
    assert sorted(item.change.comment_id for item in taken) == sorted(
        change.comment_id for change in delivery
    )
    assert {item.ref: item.change for item in taken} == {c.ref: c for c in delivery}


def test_what_happened_is_told_apart_and_how_it_came_is_not() -> None:
    """An edit back to an earlier text is news; a copy in another delivery is none."""
    comment = a_comment()
    later = timedelta(seconds=9)
    back = told(comment, "edit", after=later)

    assert dedupe_key(told(comment)) == dedupe_key(told(comment, after=later))
    assert dedupe_key(told(comment, "remove")) == dedupe_key(told(comment, "remove", after=later))
    assert dedupe_key(told(comment, "edit")) != dedupe_key(back)
    assert dedupe_key(told(comment)) != dedupe_key(told(a_comment(message="other")))
    assert len({dedupe_key(told(comment, verb)) for verb in ("add", "edit", "hide", "unhide")}) == 4


async def test_several_workers_share_it(store: Store, clock: ManualClock) -> None:
    """Two processes that take at the same moment must not both work on one row."""
    await _put_in(store, *(told(a_comment(n)) for n in range(60)))

    shares = await asyncio.gather(*(_take(store, 25) for _ in range(4)))

    taken = [item.dedupe for share in shares for item in share]
    assert len(taken) == len(set(taken))
    assert len(taken) + len(await _take(store)) == 60
    assert await _take(store) == []


async def test_a_dead_workers_rows_are_taken_up_again(store: Store, clock: ManualClock) -> None:
    """And when it comes back to life, what it writes no longer counts."""
    await _put_in(store, told(a_comment()))
    (dead,) = await _take(store)
    clock.advance(LEASE + timedelta(seconds=1))

    (again,) = await _take(store)
    async with store.write() as session:
        await finish(session, [dead])
    between = await _count(store)
    async with store.write() as session:
        await finish(session, [again])

    assert (again.dedupe, again.attempt) == (dead.dedupe, 2)
    assert between == {"working": 1}
    assert await _count(store) == {"done": 1}


async def test_a_done_row_keeps_its_key_and_no_words(store: Store, clock: ManualClock) -> None:
    """It must know a copy for as long as one may come, and needs no text for that."""
    await _put_in(store, told(a_comment(message="My secret")))
    items = await _take(store)
    async with store.write() as session:
        await finish(session, items)

    assert await _put_in(store, told(a_comment(message="My secret"))) == 0
    async with store.read() as session:
        rows = (await session.execute(sa.select(INBOX))).all()
        assert await heard_of(session, [a_comment().ref, a_comment(2).ref]) == {a_comment().ref}
    assert "My secret" not in str(rows)


async def test_what_waits_for_its_time_is_left_alone_until_then(
    store: Store, clock: ManualClock
) -> None:
    """A throttled platform says when to come back; asking earlier makes it worse."""
    await _put_in(store, told(a_comment()))
    (item,) = await _take(store)
    async with store.write() as session:
        await postpone(session, item, timedelta(hours=1), "throttled")

    early = await _take(store)
    async with store.read() as session:
        due = await next_due(session)
    clock.advance(timedelta(hours=1))

    assert early == []
    assert due == NOON + timedelta(hours=1)
    assert [again.attempt for again in await _take(store)] == [2]


async def test_a_row_that_cannot_be_read_is_shown_and_not_tried_for_ever(
    store: Store, clock: ManualClock
) -> None:
    """One poisoned row must neither stop the others nor vanish."""
    await _put_in(store, told(a_comment(1)), told(a_comment(2)))
    async with store.write() as session:
        bad = sa.update(INBOX).where(INBOX.c.comment_id == "222_1")
        await session.execute(bad.values(body='{"verb": "explode"}'))

    (good,) = await _take(store)
    async with store.read() as session:
        (failed,) = await list_failed(session)

    assert good.ref.comment_id == "222_2"
    assert (failed.ref.comment_id, failed.verb) == ("222_1", "add")
    assert "cannot be read" in failed.note
    clock.advance(timedelta(days=2))
    assert [item.ref for item in await _take(store)] == [good.ref]


async def test_a_row_that_kills_its_workers_ends_as_failed(
    store: Store, clock: ManualClock
) -> None:
    """Whatever is in it: in the end a person must see it, with the others long done."""
    await _put_in(store, told(a_comment()))
    tries = 0
    while await _take(store):
        tries += 1
        clock.advance(LEASE * 2)

    assert 10 < tries < 100
    async with store.read() as session:
        (failed,) = await list_failed(session)
    assert "never came to an end" in failed.note


async def test_a_person_may_have_failed_rows_tried_again(store: Store, clock: ManualClock) -> None:
    """After the token was mended there is no other way to get at them."""
    await _put_in(store, told(a_comment()))
    (item,) = await _take(store)
    async with store.write() as session:
        await give_up(session, item, "the token lacks a scope")

    assert await _take(store) == []
    assert await store.transact(retry_failed) == 1
    assert [again.attempt for again in await _take(store)] == [1]


async def test_only_what_is_done_and_old_is_cleared_away(store: Store, clock: ManualClock) -> None:
    """A table that only grows is a problem in three years; a lost row is one at once."""
    await _put_in(store, told(a_comment(1)), told(a_comment(2)))
    first, _ = await _take(store)
    async with store.write() as session:
        await finish(session, [first])

    later = NOON + timedelta(days=100)
    assert await store.transact(lambda session: purge(session, later)) == 1
    assert await _count(store) == {"working": 1}
