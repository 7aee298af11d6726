"""Runs: accepted once, driven by one process at a time, found again after a crash."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from pressroom.clock import ManualClock
from pressroom.domain.run import Run
from pressroom.storage.runs import (
    accept_run,
    claim_run,
    due_runs,
    extend_lease,
    get_run,
    list_runs,
    park_run,
    runs_waiting_for,
)
from pressroom.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def _run(thread_id: str = "t", **given: object) -> Run:
    return Run.model_validate(
        {"thread_id": thread_id, "graph": "content", "input": {"title": "Summer"}}
        | {"created_at": NOON, "updated_at": NOON}
        | given
    )


async def _accepted(store: Store, *runs: Run) -> None:
    async with store.write() as session:
        for run in runs:
            assert await accept_run(session, run)


async def _claim(store: Store, thread_id: str = "t", at: datetime = NOON) -> Run | None:
    return await store.transact(lambda session: claim_run(session, thread_id, at, MINUTE))


async def test_a_run_is_accepted_once(store: Store) -> None:
    """The same calendar entry comes in twice: one run, with the first input."""
    await _accepted(store, _run())

    async with store.write() as session:
        again = await accept_run(session, _run(input={"title": "Autumn"}))

    async with store.read() as session:
        assert not again
        assert await get_run(session, "t") == _run()
        assert await get_run(session, "nothing") is None


async def test_of_ten_claimers_exactly_one_gets_the_run(store: Store) -> None:
    """Two drivers of one run would publish twice."""
    await _accepted(store, _run())

    claims = await asyncio.gather(*(_claim(store) for _ in range(10)))

    (mine,) = [claim for claim in claims if claim is not None]
    assert (mine.status, mine.fence, mine.lease_until) == ("running", 1, NOON + MINUTE)


async def test_a_dead_lease_can_be_taken_over(store: Store) -> None:
    """A killed process never gives anything back: its time runs out."""
    await _accepted(store, _run())
    first = await _claim(store)

    held = await _claim(store, at=NOON + MINUTE - timedelta(microseconds=1))
    second = await _claim(store, at=NOON + MINUTE)

    assert held is None
    assert first is not None
    assert second is not None
    assert second.fence == first.fence + 1


async def test_who_lost_the_lease_can_no_longer_write(store: Store) -> None:
    """A process that was frozen wakes up and must not overwrite what its successor did."""
    await _accepted(store, _run())
    frozen = await _claim(store)
    successor = await _claim(store, at=NOON + MINUTE)
    assert frozen is not None
    assert successor is not None

    async with store.write() as session:
        assert not await extend_lease(session, frozen, NOON, MINUTE)
        assert not await park_run(session, frozen, status="failed", waiting_for=["effect:x"])
        assert await extend_lease(session, successor, NOON + MINUTE, MINUTE)
        assert await park_run(session, successor, status="done")
        assert not await park_run(session, successor, status="failed")

    async with store.read() as session:
        found = await get_run(session, "t")
    assert found is not None
    assert (found.status, found.lease_until, found.waiting_for) == ("done", None, ())


async def test_a_lease_that_is_extended_holds(store: Store) -> None:
    """A long model call must not cost a healthy process its run."""
    await _accepted(store, _run())
    mine = await _claim(store)
    assert mine is not None

    async with store.write() as session:
        assert await extend_lease(session, mine, NOON + MINUTE / 2, MINUTE)

    assert await _claim(store, at=NOON + MINUTE) is None


@pytest.mark.parametrize("status", ["done", "failed", "cancelled"])
async def test_a_run_that_is_over_stays_over(sqlite_store: Store, status: str) -> None:
    """A late wake-up must not start a finished run again."""
    await _accepted(sqlite_store, _run(status=status))

    assert await _claim(sqlite_store) is None


async def test_a_parked_run_is_found_by_what_it_waits_for(store: Store, clock: ManualClock) -> None:
    """When an effect settles, the runs that wait for exactly it must go on."""
    await _accepted(store, _run("a"), _run("b"))
    for thread_id, tokens in (("a", ["effect:1", "approval:a"]), ("b", ["effect:10"])):
        mine = await _claim(store, thread_id)
        assert mine is not None
        async with store.write() as session:
            await park_run(
                session, mine, status="waiting", waiting_for=tokens, wake_at=NOON + MINUTE
            )
    clock.advance(MINUTE)

    async with store.read() as session:
        assert await runs_waiting_for(session, "effect:1") == ["a"]
        assert await runs_waiting_for(session, "effect:10") == ["b"]
        assert await runs_waiting_for(session, "effect:2") == []
        parked = await get_run(session, "a")
    claimed = await _claim(store, "a", NOON + MINUTE)

    assert parked is not None
    assert parked.waiting_for == ("approval:a", "effect:1")
    assert (parked.updated_at, parked.wake_at) == (NOON, NOON + MINUTE)
    assert claimed is not None
    assert claimed.waiting_for == parked.waiting_for
    async with store.write() as session:
        assert await runs_waiting_for(session, "effect:1") == []
        assert await park_run(session, claimed, status="waiting", waiting_for=["effect:2"])
        assert await runs_waiting_for(session, "effect:1") == []
        assert await runs_waiting_for(session, "effect:2") == ["a"]


async def test_the_sweeper_sees_what_needs_somebody(store: Store) -> None:
    """Nothing that was accepted may be forgotten, and nothing that is held may be disturbed."""
    later = NOON + MINUTE
    await _accepted(
        store,
        _run("accepted", updated_at=NOON - MINUTE),
        _run("dead", status="running", lease_until=NOON),
        _run("alive", status="running", lease_until=later),
        _run("awake", status="waiting", wake_at=NOON),
        _run("asleep", status="waiting", wake_at=later),
        _run("for a person", status="waiting"),
        _run("over", status="done", wake_at=NOON),
    )

    async with store.read() as session:
        due = await due_runs(session, NOON)
        first = await due_runs(session, NOON, limit=1)

    assert due == ["accepted", "awake", "dead"]
    assert first == ["accepted"]


async def test_runs_are_listed_newest_first(store: Store) -> None:
    """`pressroom runs` shows the last ones, of one kind or state."""
    await _accepted(
        store,
        _run("1"),
        _run("2", created_at=NOON + MINUTE, graph="comments"),
        _run("3", created_at=NOON + 2 * MINUTE, status="done"),
    )

    async with store.read() as session:
        assert [run.thread_id for run in await list_runs(session, limit=2)] == ["3", "2"]
        assert [run.thread_id for run in await list_runs(session, graph="content")] == ["3", "1"]
        assert [run.thread_id for run in await list_runs(session, status="done")] == ["3"]
