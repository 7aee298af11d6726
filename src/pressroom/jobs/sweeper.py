"""The sweeper: what a dead process left is finished, and the graphs that wait are resumed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import DBAPIError

from pressroom.comment_runs import CommentRuns
from pressroom.errors import StoreError
from pressroom.graphs.driver import Driver
from pressroom.jobs.upkeep import upkeep_if_due
from pressroom.tools.effects import sweep
from pressroom.tools.fetch_insights import track_due
from pressroom.tools.ports import Ports
from pressroom.tools.publish import permit_of

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SweepReport:
    """What one pass did."""

    effects: tuple[str, ...] = ()
    """Keys of the effects whose status changed."""
    runs: tuple[str, ...] = ()
    """Threads that were driven on."""
    stuck: tuple[str, ...] = ()
    """Threads that could not go on, each with the reason: `thread: why`."""
    insights: int = 0
    """Posts whose figures were read."""
    comments: tuple[str, ...] = ()
    """Comments that were decided about: `platform:id`."""


async def sweep_once(ports: Ports, driver: Driver, *, track: bool = False) -> SweepReport:
    """One pass: expire dead leases, look up unknowns, send what is due, resume what waited.

    Safe in any number of processes at once: each effect and each run has one holder.

    Raises:
        DatabaseRestored: The database is an older copy; nothing was done.
    """
    await ports.ledger.history.check()
    changed = await sweep(ledger=ports.ledger, channels=ports.channels, permit=permit_of(ports))
    driven = await driver.wake(changed)
    comments = await work_off_comments(ports, driver)
    read = await track_due(ports) if track else []
    await upkeep_if_due(ports)
    return SweepReport(
        effects=tuple(changed),
        runs=tuple(run.thread_id for run in driven if not run.error),
        stuck=tuple(f"{run.thread_id}: {run.error}" for run in driven if run.error),
        insights=len(read),
        comments=comments,
    )


async def work_off_comments(ports: Ports, driver: Driver) -> tuple[str, ...]:
    """The comments about which something was decided now: what came in, and what a dead run left.

    One batch at a time, so that effects get their turn between two of them.
    """
    comments = CommentRuns(driver, ports)
    if not await comments.is_due():
        return ()
    result = await comments.run()
    return tuple(outcome.comment for outcome in result.comments)


async def work(
    ports: Ports,
    driver: Driver,
    *,
    every: timedelta = timedelta(seconds=2),
    stopping: Callable[[], bool] = lambda: False,
    report: Callable[[SweepReport], None] = lambda _report: None,
) -> None:
    """Sweep and track until *stopping* says so; a database that is away is waited for."""
    said = ""
    while not stopping():
        try:
            report(await sweep_once(ports, driver, track=True))
            said = ""
        except (StoreError, DBAPIError) as err:
            if str(err) != said:  # once: it may last for hours
                _LOG.warning("the database cannot be used now, trying again: %s", err)
            said = str(err)
        await ports.clock.sleep(every)
