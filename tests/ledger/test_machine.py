"""Whatever happens around it, an effect goes out once; without a safeguard it does not."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    Effect,
    Outcome,
    Refused,
    Unknown,
)
from pressroom.storage import due
from pressroom.storage.effects import Claim, EffectRow
from pressroom.storage.fenced import Row
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.schema import Base
from pressroom.storage.store import Store
from pressroom.storage.verdicts import Change
from tests.ledger.histories import POLICY, Histories, SlowLedger, World


class ExpiresToReady(SlowLedger):
    """Takes a dead process for one that had not called yet."""

    def _after_silence(self, now: datetime) -> Change:
        return {"status": "ready", "not_before": now}


class HasNoFence(SlowLedger):
    """Lets whoever comes last write."""

    def _held(self, claim: Claim) -> tuple[due.Condition, ...]:
        return (EffectRow.id == claim.effect_id,)


class ClaimsWithoutFence(SlowLedger):
    """Claims what it has read, whatever became of it since."""

    async def _lock(
        self, session: AsyncSession, statement: sa.Select[Any], given: dict[str, Any], limit: int
    ) -> Sequence[Row]:
        read = await super()._lock(session, statement, given, limit)
        stands = [await self._row(session, row["key"]) for row in read]
        return [row for row in stands if row is not None]


class AsksNoApproval(SlowLedger):
    """Leaves approval to its callers."""

    def _gates(self) -> tuple[due.Condition, ...]:
        return (due.is_head_of_line(),)

    def _last_gates(self) -> tuple[due.Condition, ...]:
        return ()


class ReadsAnyRow(SlowLedger):
    """Works on a table whose key is not unique."""

    async def _row(self, session: AsyncSession, key: str) -> Row | None:
        rows = await session.execute(due.select_effects(EffectRow.key == key))
        return rows.mappings().first()  # type: ignore[return-value]


class GivesUp(SlowLedger):
    """Calls an effect failed when no answer came."""

    async def settle(self, claim: Claim, outcome: Outcome, **how: Any) -> Effect | None:
        """Settle, with a refusal in place of doubt."""
        given_up = Refused("no answer") if isinstance(outcome, Unknown) else outcome
        return await super().settle(claim, given_up, **how)


class NeverReads(SlowLedger):
    """Leaves what is in doubt in doubt."""

    async def claim_unknown(self, *, key: str | None = None, limit: int = 1) -> list[Claim]:
        """Nothing, ever."""
        del key, limit
        return []


@dataclass(frozen=True)
class Flaw:
    """One safeguard taken away."""

    name: str
    breaks: str
    """What then goes wrong."""
    ledger_type: type[SlowLedger] = SlowLedger
    policy: LedgerPolicy = POLICY
    checks_lease: bool = True
    unique_key: bool = True


FLAWS = (
    Flaw("dead lease is due again", "live twice|is live", ExpiresToReady),
    Flaw("no fence", "live twice", HasNoFence),
    Flaw("drop claim fence", "live twice|withdrawn", ClaimsWithoutFence),
    Flaw("no approval in the claim", "live without approval", AsksNoApproval),
    Flaw("key not unique", "live twice", ReadsAnyRow, unique_key=False),
    Flaw(
        "short window",
        "live twice|is live",
        policy=replace(POLICY, settle_window=timedelta(seconds=5)),
    ),
    Flaw("one stale reading is believed", "live twice", policy=replace(POLICY, absent_reads=1)),
    Flaw("lease not looked at", "live twice", checks_lease=False),
    Flaw("unknown is given up", "is live|will be live", GivesUp),
    Flaw("unknown is never read", "is stuck", NeverReads),
)


@pytest.fixture
def open_world(tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Opens a store in a file, with or without the unique key of effects."""
    clock = ManualClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    path = tmp_path / "ledger.db"
    with asyncio.Runner() as runner:
        store = Store(f"sqlite:///{path}", clock=clock)

        def open_it(*, unique_key: bool = True) -> World:
            _create_tables(path, unique_key=unique_key)
            truth = sqlite3.connect(path, isolation_level=None)
            return World(store, clock, runner, truth)

        yield open_it
        runner.run(store.close())


def _create_tables(path: Path, *, unique_key: bool) -> None:
    schema = sa.MetaData()
    for table in Base.metadata.sorted_tables:
        copy = table.to_metadata(schema)
        if table.name == "effects" and not unique_key:
            copy.constraints = {
                item
                for item in copy.constraints
                if not (isinstance(item, sa.UniqueConstraint) and item.columns.keys() == ["key"])
            }
    engine = sa.create_engine(f"sqlite:///{path}")
    schema.create_all(engine)
    engine.dispose()


def _play(flaw: Flaw, world: World, *, histories: int) -> None:
    class Played(Histories):
        ledger_type = flaw.ledger_type
        policy = flaw.policy
        checks_lease = flaw.checks_lease

    run_state_machine_as_test(
        lambda: Played(world),
        settings=settings(
            max_examples=histories,
            stateful_step_count=12,
            deadline=None,
            database=None,
            derandomize=True,
            print_blob=False,
            report_multiple_bugs=False,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
def test_every_history_ends_with_one_post_or_a_person(open_world: Callable[..., World]) -> None:
    """Never twice, never unapproved and nothing stuck, with the SQL that really runs."""
    _play(Flaw("none", "nothing"), open_world(), histories=25)


@pytest.mark.slow
@pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: flaw.name)
def test_each_safeguard_is_missed_when_it_is_taken_away(
    flaw: Flaw, open_world: Callable[..., World]
) -> None:
    """Histories that a broken ledger survives would prove nothing about the real one."""
    world = open_world(unique_key=flaw.unique_key)

    with pytest.raises(AssertionError, match=flaw.breaks):
        _play(flaw, world, histories=300)
