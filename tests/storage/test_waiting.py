"""What waits for a person: all of it, the longest first, a page at a time."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.storage.approvals import record_decision
from pressroom.storage.effects import Planned
from pressroom.storage.ledger import Ledger
from pressroom.storage.posts import save_post
from pressroom.storage.store import Store
from pressroom.storage.waiting import count_waiting, list_waiting


def planned(key: str, *, run_id: str = "", reference: str = "", asks: bool = True) -> Planned:
    """A post for X that somebody wants to go out."""
    return Planned(
        key=key,
        kind="publish",
        platform="x",
        account="acct",
        payload={"text": f"Words of {key}", "reference": reference},
        requires_approval=asks,
        run_id=run_id,
    )


async def decide(session: AsyncSession, ledger: Ledger, clock: ManualClock, key: str) -> None:
    effect = await ledger.get(key)
    assert effect is not None
    await record_decision(
        session,
        effect_key=key,
        payload_sha=effect.payload_sha,
        decision="approved",
        decided_by="bea",
        author="ana",
        at=clock.now(),
    )


async def test_everything_that_nobody_decided_about_is_listed(
    store: Store, clock: ManualClock, make_post
) -> None:
    """A run is one question however many posts it has; what is decided or free is none."""
    ledger = Ledger(store)
    async with store.write() as session:
        await save_post(session, make_post())
    for key, values in {
        "run:x": {"run_id": "t1", "reference": "post-1-x"},
        "run:facebook": {"run_id": "t1", "reference": "post-1-facebook"},
        "alone": {},
        "free": {"asks": False},
        "decided": {"run_id": "t2"},
        "withdrawn": {"run_id": "t3"},
    }.items():
        await ledger.plan(None, planned(key, **values))
        clock.advance(timedelta(minutes=1))
    async with store.write() as session:
        await decide(session, ledger, clock, "decided")
    await ledger.cancel("withdrawn", "not wanted")

    async with store.read() as session:
        run, alone = await list_waiting(session)
        assert await count_waiting(session) == 2

    assert (run.thread_id, run.title, run.effect_keys) == (
        "t1",
        "Summer",
        ("run:x", "run:facebook"),
    )
    assert (alone.thread_id, alone.title, alone.platforms) == ("alone", "Words of alone", ("x",))
    assert run.waiting_since == clock.now() - timedelta(minutes=6)


async def test_none_is_left_out_however_many_wait(store: Store, clock: ManualClock) -> None:
    """The one that waits longest is the one that a short list forgets."""
    ledger = Ledger(store)
    for number in range(7):
        await ledger.plan(None, planned(f"k{number}"))
        clock.advance(timedelta(seconds=1))

    async with store.read() as session:
        pages = [await list_waiting(session, limit=3, offset=at) for at in (0, 3, 6, 9)]
        everything = await list_waiting(session)

    names = [item.thread_id for page in pages for item in page]
    assert names == [item.thread_id for item in everything] == [f"k{n}" for n in range(7)]
