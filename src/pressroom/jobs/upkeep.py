"""Upkeep: what is done with for long does not stay for ever, and what is open is never touched."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from pressroom.graphs.comments import GRAPH
from pressroom.storage.inbox import purge
from pressroom.storage.runs import delete_runs, done_runs
from pressroom.storage.schedule import claim_slot, has_fired, purge_slots, slot_of
from pressroom.storage.store import Session
from pressroom.tools.ports import Ports

_LOG = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
_NAME = "upkeep"
_AT_ONCE = 200
_MOST = 20
"""Batches of one pass: a large backlog is worked off over several hours, not in one go."""


@dataclass(frozen=True, slots=True)
class Upkept:
    """What is gone now."""

    deliveries: int = 0
    """Rows of the inbox that were worked off."""
    runs: int = 0
    """Finished comment runs, with their checkpoints."""


async def upkeep_if_due(ports: Ports) -> Upkept | None:
    """What one pass removed, if nobody has made one in this hour yet; else None."""
    async with ports.store.read() as session:
        now = await ports.store.now(session)
        slot = slot_of(now, EVERY)
        if await has_fired(session, _NAME, slot):
            return None
    if not await ports.store.transact(lambda session: claim_slot(session, _NAME, slot)):
        return None
    done = await upkeep(ports, now - ports.keep)
    if done != Upkept():
        _LOG.info("removed %s deliveries and %s comment runs", done.deliveries, done.runs)
    return done


async def upkeep(ports: Ports, before: datetime) -> Upkept:
    """Remove what was done with before that time.

    Content runs stay: they are the record of what was published and by whose leave.
    """
    deliveries = 0
    for _ in range(_MOST):
        gone = await ports.store.transact(lambda session: purge(session, before, _AT_ONCE))
        deliveries += gone
        if gone < _AT_ONCE:
            break
    runs = 0
    for _ in range(_MOST):
        gone = await _remove_runs(ports, before)
        runs += gone
        if gone < _AT_ONCE:
            break
    await ports.store.transact(lambda session: purge_slots(session, before))
    return Upkept(deliveries, runs)


async def _remove_runs(ports: Ports, before: datetime) -> int:
    async with ports.store.read() as session:
        threads = await done_runs(session, GRAPH, before, _AT_ONCE)
    if threads and ports.threads is not None:
        # First: whoever dies between the two leaves a run that the next pass finds again.
        await ports.threads.delete(threads)

    async def write(session: Session) -> int:
        return await delete_runs(session, threads)

    return await ports.store.transact(write) if threads else 0
