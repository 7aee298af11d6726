"""Decisions about a content: the first stands, and nobody decides about their own words."""

import asyncio
from functools import partial

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.errors import InputError
from pressroom.storage.approvals import (
    ApprovalRow,
    DecisionKind,
    get_decision,
    record_decision,
)
from pressroom.storage.store import Store

SHA = "a" * 64


async def _decide(
    session: AsyncSession,
    clock: ManualClock,
    decision: DecisionKind = "approved",
    decided_by: str = "bea",
    sha: str = SHA,
) -> bool:
    return await record_decision(
        session,
        effect_key="crisis:1",
        payload_sha=sha,
        decision=decision,
        decided_by=decided_by,
        author="ana",
        reason="checked",
        at=clock.now(),
    )


async def test_the_first_decision_stands(store: Store, clock: ManualClock) -> None:
    """A double click changes nothing, and a late no cannot hide behind an earlier yes."""
    async with store.write() as session:
        assert await _decide(session, clock)
        assert await _decide(session, clock, decided_by="cyd")
        assert not await _decide(session, clock, "rejected")

    async with store.read() as session:
        decision = await get_decision(session, effect_key="crisis:1", payload_sha=SHA)
    assert decision is not None
    assert (decision.decision, decision.decided_by) == ("approved", "bea")
    assert decision.decided_at == clock.now()


async def test_a_decision_is_about_one_content(store: Store, clock: ManualClock) -> None:
    """The yes to an earlier text is no yes to this one."""
    async with store.write() as session:
        await _decide(session, clock)

        other = await get_decision(session, effect_key="crisis:1", payload_sha="b" * 64)

    assert other is None


@pytest.mark.parametrize("name", ["ana", " Ana ", "A\u200bna", "A na", "Ａna", "", "\u200b"])
async def test_nobody_decides_about_their_own_words(
    sqlite_store: Store, clock: ManualClock, name: str
) -> None:
    """Two people see everything that must be approved, whatever the spelling of one's name."""
    async with sqlite_store.write() as session:
        with pytest.raises(InputError) as caught:
            await _decide(session, clock, decided_by=name)

    assert caught.value.field == "decided_by"


async def test_a_name_is_kept_as_it_was_typed(store: Store, clock: ManualClock) -> None:
    """The record is evidence: it shows what stood there, however odd."""
    async with store.write() as session:
        assert await _decide(session, clock, decided_by=" Bea\u200b B. ")

        decision = await get_decision(session, effect_key="crisis:1", payload_sha=SHA)

    assert decision is not None
    assert decision.decided_by == " Bea\u200b B. "


async def test_the_database_refuses_it_too(store: Store, clock: ManualClock) -> None:
    """A caller that goes past the function meets the table's own rule."""
    row = {
        "effect_key": "crisis:1",
        "payload_sha": SHA,
        "decision": "approved",
        "decided_by": "ana",
        "decided_at": clock.now(),
        "author": "ana",
        "reason": "",
    }

    with pytest.raises((IntegrityError, sa.exc.OperationalError)):
        async with store.write() as session:
            await session.execute(sa.insert(ApprovalRow).values(row))


async def test_of_many_deciders_at_once_one_stands(store: Store, clock: ManualClock) -> None:
    """Yes and no clicked in the same moment leave one decision, and all are told which."""
    wanted: list[DecisionKind] = ["approved", "rejected"] * 4

    told = await asyncio.gather(
        *(
            store.transact(partial(_decide, clock=clock, decision=kind, decided_by=f"p{n}"))
            for n, kind in enumerate(wanted)
        )
    )

    async with store.read() as session:
        decision = await get_decision(session, effect_key="crisis:1", payload_sha=SHA)
    assert decision is not None
    assert told == [kind == decision.decision for kind in wanted]
