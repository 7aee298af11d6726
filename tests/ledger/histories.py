"""Random histories of the real ledger on real SQL, with a platform that fails in every way.

Hypothesis chooses who does what when, who dies, and what the platform does. Single steps
alone almost never line up into the dangerous shapes, so some rules are whole sequences.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.clock import ManualClock
from pressroom.domain.effects import (
    FINAL,
    SETTLED,
    Outcome,
)
from pressroom.storage.approvals import DecisionKind, record_decision
from pressroom.storage.effects import Claim, Planned
from pressroom.storage.fenced import Row
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store
from tests.ledger.flaky_platform import LAG, LATE, OUTCOMES, Platform

T = TypeVar("T")
POLICY = LedgerPolicy(
    settle_window=LATE + LAG + timedelta(seconds=5),
    absent_gap=timedelta(seconds=10),
    late_grace=timedelta(hours=2),
    max_attempts=5,
    backoff_base=timedelta(seconds=1),
    backoff_cap=timedelta(seconds=4),
)
KEYS = ("post:0", "post:1", "crisis:0")
keys = st.sampled_from(KEYS)
workers = st.integers(0, 1)
hows = st.sampled_from(tuple(OUTCOMES))
unheard = st.sampled_from(("drop", "late", "throttle"))
"""What may be followed by another attempt."""


@dataclass
class World:
    """A store in a file, the clock and the loop that every history is played on."""

    store: Store
    clock: ManualClock
    runner: asyncio.Runner
    truth: sqlite3.Connection

    def run(self, work: Awaitable[T]) -> T:
        """The result of *work*, run to its end."""

        async def wait() -> T:
            return await work

        return self.runner.run(wait())

    def wipe(self) -> None:
        """Empty every table that the histories write to."""
        for table in ("effect_attempts", "effects", "approvals"):
            self.truth.execute(f"DELETE FROM {table}")  # noqa: S608


class SlowLedger(Ledger):
    """The real ledger, in which a claim can be made to write long after it has read.

    On SQLite nothing comes between the two; on a server something may, where row locks are
    passed over or a replica lags, and then only the fence is left.
    """

    read_before: Sequence[Row] | None = None
    """What the next reading of rows to take gives instead of what stands there now."""

    async def due_rows(self, key: str) -> Sequence[Row]:
        """What a claim would read now."""

        async def read(session: AsyncSession) -> Sequence[Row]:
            now = await self._store.now(session)
            return await self._lock(session, self._ready[True], self._given(now, key), 1)

        return await self._store.transact(read)

    async def _lock(
        self, session: AsyncSession, statement: sa.Select[Any], given: dict[str, Any], limit: int
    ) -> Sequence[Row]:
        rows, self.read_before = self.read_before, None
        return await super()._lock(session, statement, given, limit) if rows is None else rows


class Standing(NamedTuple):
    """What a row says."""

    key: str
    status: str
    requires_approval: int


@dataclass
class Worker:
    """A process between its claim and its settling."""

    claim: Claim
    outcome: Outcome | None = None


class Histories(RuleBasedStateMachine):
    """What may happen around three effects, one of which needs approval."""

    ledger_type: type[SlowLedger] = SlowLedger
    policy = POLICY
    checks_lease = True

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        world.wipe()
        self.clock = world.clock
        self.platform = Platform(world.clock)
        self.ledger = self.ledger_type(world.store, self.policy, random=Random(1))  # noqa: S311
        self.workers: dict[int, Worker] = {}
        self.rejected: set[str] = set()
        self.withdrawn: set[str] = set()
        self.asked: Counter[str] = Counter()

    def run(self, work: Awaitable[T]) -> T:
        """The result of *work*."""
        return self.world.run(work)

    @rule(key=keys)
    def plan(self, key: str) -> None:
        """A graph's node plans, perhaps again."""
        crisis = key.startswith("crisis")
        self.run(
            self.ledger.plan(
                None,
                Planned(
                    key=key,
                    kind="crisis_response" if crisis else "publish",
                    platform="x",
                    account="1",
                    payload={"text": key},
                    requires_approval=crisis,
                ),
            )
        )

    @rule(decision=st.sampled_from(("approved", "approved", "rejected")))
    def decide(self, decision: DecisionKind) -> None:
        """A person decides about the crisis response."""
        planned = Planned("crisis:0", "crisis_response", "x", "1", {"text": "crisis:0"})

        async def record(session: AsyncSession) -> bool:
            return await record_decision(
                session,
                effect_key=planned.key,
                payload_sha=planned.payload_sha,
                decision=decision,
                decided_by="bea",
                author="ana",
                at=self.clock.now(),
            )

        if self.run(self.world.store.transact(record)):
            (self.platform.approved if decision == "approved" else self.rejected).add(planned.key)

    def claim(self, worker: int, key: str | None = None) -> None:
        """A worker takes what is due."""
        if worker not in self.workers:
            for claim in self.run(self.ledger.claim(key=key)):
                self.workers[worker] = Worker(claim)

    def call(self, worker: int, how: str) -> None:
        """It looks at its lease and calls."""
        held = self.workers.get(worker)
        if held is None or held.outcome is not None:
            return
        if self.checks_lease and not self._may_call(held.claim):
            del self.workers[worker]
            return
        held.outcome = self.platform.call(held.claim.effect.key, how)

    def _may_call(self, claim: Claim) -> bool:
        left = self.run(self.ledger.begin_call(claim, {}))
        if left is None:  # a person has said no since it was claimed
            return False
        if left < self.policy.call_deadline + self.policy.deadline_margin:
            self.run(self.ledger.abandon(claim))
            return False
        return True

    def settle(self, worker: int) -> None:
        """It writes down what it heard."""
        held = self.workers.get(worker)
        if held is not None and held.outcome is not None:
            self.run(self.ledger.settle(held.claim, held.outcome))
            del self.workers[worker]

    def kill(self, worker: int) -> None:
        """It dies."""
        self.workers.pop(worker, None)

    @rule(worker=workers, what=st.sampled_from(("claim", "call", "settle", "kill")), how=hows)
    def act(self, worker: int, what: str, how: str) -> None:
        """A worker takes one step, or dies."""
        if what == "call":
            self.call(worker, how)
        else:
            {"claim": self.claim, "settle": self.settle, "kill": self.kill}[what](worker)

    @rule(stale=st.booleans())
    def sweep(self, stale: bool = False) -> None:
        """Dead leases are noticed and the platform is read."""
        self.run(self.ledger.expire())
        self.run(self.ledger.retire())
        for claim in self.run(self.ledger.claim_unknown(limit=10)):
            sighting = self.platform.find(claim.effect.key, stale=stale)
            self.run(self.ledger.settle_sighting(claim, sighting))

    @rule(seconds=st.sampled_from((1, 7, 15, 31, 61)))
    def wait(self, seconds: int) -> None:
        """Time passes; late calls take effect."""
        self.clock.advance(timedelta(seconds=seconds))
        self.platform.catch_up()

    @rule(key=keys)
    def ask_again(self, key: str) -> None:
        """A person wants another try."""
        self.run(self.ledger.ask_again(key))
        self.asked[key] += 1

    @rule(key=keys)
    def cancel(self, key: str) -> None:
        """A person withdraws it."""
        if self.run(self.ledger.cancel(key, "withdrawn")):
            self.withdrawn.add(key)

    # Whole sequences: the shapes in which protocols like this one break.

    @rule(worker=workers, how=hows)
    def attempt(self, worker: int, how: str, key: str | None = None) -> None:
        """Claim, call and settle in one go."""
        self.claim(worker, key)
        self.call(worker, how)
        self.settle(worker)

    @rule(pauses=st.sampled_from(((7,), (46, 11), (61, 46, 11))), stale=st.booleans())
    def wait_and_sweep(self, pauses: tuple[int, ...], *, stale: bool) -> None:
        """Long enough for leases, windows and gaps to end."""
        for seconds in pauses:
            self.wait(seconds)
            self.sweep(stale=stale)

    @rule(key=keys, first=unheard, second=hows)
    def retry_soon(self, key: str, first: str, second: str) -> None:
        """Two attempts as close together as the ledger allows, then their late effects."""
        self.plan(key)
        self.attempt(0, first, key)
        for seconds in (6, 11):
            self.wait(seconds)
            self.sweep(stale=False)
        self.attempt(1, second, key)
        self.wait(31)

    @rule(key=keys, first=hows, second=hows, calls_first=st.booleans(), stale=st.booleans())
    def freeze_and_thaw(
        self, key: str, first: str, second: str, *, calls_first: bool, stale: bool
    ) -> None:
        """One worker stalls beyond its lease, another finishes, then the first goes on."""
        self.plan(key)
        self.claim(0, key)
        if calls_first:
            self.call(0, first)
        self.wait(61)
        for _ in range(3):
            self.wait(46)
            self.sweep(stale=stale)
        self.attempt(1, second, key)
        self.call(0, first)
        self.settle(0)

    @rule(key=keys, how=hows)
    def die_after_the_call(self, key: str, how: str) -> None:
        """One worker calls and is gone; after its lease whoever comes by goes on."""
        self.plan(key)
        self.claim(0, key)
        self.call(0, how)
        self.kill(0)
        self.wait(61)
        self.sweep(stale=False)
        self.attempt(1, "ok", key)

    @rule(key=keys, how=st.sampled_from((*OUTCOMES, "cancel")))
    def stall_in_the_claim(self, key: str, how: str) -> None:
        """One worker reads what is due, all is done with it, then the first goes on to claim."""
        self.plan(key)
        read_before = self.run(self.ledger.due_rows(key))
        if how == "cancel":
            self.cancel(key)
        else:
            self.attempt(1, how, key)
        self.ledger.read_before = read_before
        self.attempt(0, "ok", key)
        self.ledger.read_before = None

    @invariant()
    def goes_out_once(self) -> None:
        """Never twice."""
        twice = [key for key, copies in self.platform.live.items() if copies > 1]
        assert not twice, f"{twice} live twice"

    @invariant()
    def goes_out_approved(self) -> None:
        """Never unapproved."""
        assert not self.platform.unapproved, "live without approval"
        assert not self.rejected & set(self.platform.live), "live although rejected"
        assert not self.withdrawn & set(self.platform.live), "live although withdrawn"

    @invariant()
    def is_told_truly(self) -> None:
        """What the ledger calls settled is so."""
        coming = {key for _, key in self.platform.coming}
        for effect in self.effects():
            if effect.status == "sent":
                assert self.platform.live[effect.key], f"{effect.key} is sent but not live"
            if effect.status in ("failed", "cancelled"):
                assert not self.platform.live[effect.key], f"{effect.key} is live"
                assert effect.key not in coming, f"{effect.key} will be live"

    def effects(self) -> list[Standing]:
        """Every row, read past the ledger: it is asked after each step, and cheap so."""
        columns = "key, status, requires_approval"
        rows = self.world.truth.execute(f"SELECT {columns} FROM effects")  # noqa: S608
        return [Standing(*row) for row in rows]

    def teardown(self) -> None:
        """Nothing fails any more, and everything ends: live once, or with a person."""
        self.workers.clear()
        for _ in range(15):
            self.wait(61)
            if all(effect.status in SETTLED for effect in self.effects()):
                break
            self.sweep(stale=False)
            for _ in KEYS:
                self.attempt(0, "ok")
        self.goes_out_once()
        self.goes_out_approved()
        self.is_told_truly()
        for effect in self.effects():
            waits_for_a_person = effect.status == "review" or (
                effect.status == "ready"
                and effect.requires_approval
                and effect.key not in self.platform.approved
            )
            assert effect.status in FINAL or waits_for_a_person, f"{effect.key} is stuck"
