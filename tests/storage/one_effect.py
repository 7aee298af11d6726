"""One effect of the ledger, and the steps that tests take with it."""

from datetime import datetime, timedelta
from functools import partial

from pressroom.domain.effects import Absent, Effect, EffectStatus, Found, Unreadable
from pressroom.storage.approvals import DecisionKind, record_decision
from pressroom.storage.effects import Claim, Planned
from pressroom.storage.ledger import Ledger
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.store import Store

KEY = "publish:1:r1"
POLICY = LedgerPolicy(max_attempts=3)
MINUTE = timedelta(minutes=1)


def an_effect(
    key: str = KEY,
    *,
    text: str = "Good news",
    requires_approval: bool = False,
    ordering_key: str = "",
) -> Planned:
    return Planned(
        key=key,
        kind="publish",
        platform="facebook",
        account="42",
        payload={"text": text},
        material={"paths": ["/somewhere/a.jpg"]},
        requires_approval=requires_approval,
        ordering_key=ordering_key,
        run_id="run-1",
    )


async def claim_one(ledger: Ledger, key: str | None = None) -> Claim:
    [claim] = await ledger.claim(key=key)
    return claim


async def status_of(ledger: Ledger, key: str = KEY) -> EffectStatus:
    effect = await ledger.get(key)
    assert effect is not None
    return effect.status


async def look(ledger: Ledger, sighting: Found | Absent | Unreadable) -> Effect | None:
    [claim] = await ledger.claim_unknown()
    return await ledger.settle_sighting(claim, sighting)


async def decide(store: Store, planned: Planned, what: DecisionKind, at: datetime) -> bool:
    """Bea decides about what Ana wrote; whether that is what stands."""
    return await store.transact(
        partial(
            record_decision,
            effect_key=planned.key,
            payload_sha=planned.payload_sha,
            decision=what,
            decided_by="bea",
            author="ana",
            at=at,
        )
    )
