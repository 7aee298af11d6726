"""Campaigns, A/B tests and slots: the smaller records."""

import asyncio
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from pressroom.clock import ManualClock
from pressroom.domain.ab_test import AbTest, AbTestVariant
from pressroom.storage.ab_tests import get_ab_test, list_ab_tests, save_ab_test
from pressroom.storage.campaigns import CampaignRow, ensure_campaign
from pressroom.storage.posts import save_post
from pressroom.storage.schedule import claim_slot
from pressroom.storage.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


async def test_a_name_is_one_campaign(store: Store) -> None:
    """Posts of one campaign come from many briefs; reports add them up."""
    async with store.write() as session:
        first = await ensure_campaign(session, "Summer 2026", 10_000.5)
        same = await ensure_campaign(session, "Summer 2026")
        other = await ensure_campaign(session, "summer 2026", 1)
        await ensure_campaign(session, "summer 2026", 2)

    async with store.read() as session:
        rows = (await session.execute(sa.select(CampaignRow.id, CampaignRow.budget))).all()
    assert first == same != other
    assert dict(tuple(row) for row in rows) == {first: 10_000.5, other: 2.0}


async def test_writers_at_once_make_one_campaign(store: Store) -> None:
    """A calendar starts ten runs of a new campaign in the same moment."""
    ids = await asyncio.gather(
        *(store.transact(lambda session: ensure_campaign(session, "Summer")) for _ in range(8))
    )

    assert len(set(ids)) == 1


async def test_a_test_reads_back_as_it_was_last_saved(store: Store, make_post, picture) -> None:
    """A test lives for weeks, across processes: its variants and its winner must be there."""
    variants = (
        AbTestVariant(label="A", media=(picture,), platform_post_id="post-1-x"),
        AbTestVariant(label="B", differs_by="colour", hypothesis="Warm colours stop the thumb."),
    )
    draft = AbTest(id="t1", post_id="post-1", name="Summer colours", variants=variants)
    ended = draft.model_copy(
        update={"status": "finished", "best_variant_id": "B", "variants": variants[1:]}
    )
    async with store.write() as session:
        await save_post(session, make_post())
        await save_ab_test(session, draft)
        await save_ab_test(session, draft.model_copy(update={"id": "t2"}))

    async with store.read() as session:
        assert await get_ab_test(session, "t1") == draft
        assert [test.id for test in await list_ab_tests(session)] == ["t2", "t1"]

    async with store.write() as session:
        await save_ab_test(session, ended)

    async with store.read() as session:
        assert await get_ab_test(session, "t1") == ended
        assert await list_ab_tests(session, status="finished") == [ended]
        assert await get_ab_test(session, "nothing") is None


async def test_a_slot_is_taken_once(store: Store, clock: ManualClock) -> None:
    """Every process keeps the timetable; each slot must still run once."""
    claims = await asyncio.gather(
        *(
            store.transact(lambda session: claim_slot(session, "fetch-insights", NOON))
            for _ in range(6)
        )
    )
    async with store.write() as session:
        next_slot = await claim_slot(session, "fetch-insights", NOON + timedelta(minutes=15))
        other_job = await claim_slot(session, "fetch-trends", NOON)

    assert sorted(claims) == [False] * 5 + [True]
    assert next_slot
    assert other_job
