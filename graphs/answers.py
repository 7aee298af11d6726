"""What the database can answer to the questions at which a run is parked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from langgraph.types import Interrupt

from pressroom.domain.effects import SETTLED, Effect
from pressroom.tools.decide import decision_of
from pressroom.tools.ports import Ports

LOOK_AGAIN = timedelta(minutes=1)
"""A run parked on what is due now is looked at this often even if every wake-up was lost."""
_AT_THE_LATEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Known:
    """The answers there are, and what is still open."""

    answers: dict[str, Any]
    """By the id of the interrupt that each belongs to."""
    open: tuple[str, ...]
    """What the other interrupts wait for: `effect:<key>` or `approval:<thread>`."""
    look_again: timedelta | None
    """When the sweeper looks at the run again; None where only a person can move it."""


async def find_answers(
    thread_id: str, pending: Iterable[Interrupt], ports: Ports, *, try_due: bool
) -> Known:
    """What is known about the interrupts at which the run waits.

    With *try_due* a run that waits for effects goes on too where one of them is due.
    """
    answers: dict[str, Any] = {}
    tokens: list[str] = []
    look_again: timedelta | None = None
    for interrupt in pending:
        request: dict[str, Any] = interrupt.value
        if request["kind"] == "effects":
            unsettled = await _unsettled(request["keys"], ports)
            pause = await _pause_until_due(unsettled, ports)
            if not unsettled or (try_due and pause <= timedelta(0)):
                answers[interrupt.id] = {"kind": "effects-settled" if not unsettled else "due"}
                continue
            tokens += [f"effect:{effect.key}" for effect in unsettled]
            look_again = min(max(pause, LOOK_AGAIN), _AT_THE_LATEST)
            continue
        decision = await decision_of(thread_id, ports)
        if decision is None:
            tokens.append(f"approval:{thread_id}")
        else:
            answers[interrupt.id] = decision
    return Known(answers, tuple(tokens), look_again)


async def _unsettled(keys: Iterable[str], ports: Ports) -> list[Effect]:
    found = [await ports.ledger.get(key) for key in keys]
    return [effect for effect in found if effect and effect.status not in SETTLED]


async def _pause_until_due(effects: list[Effect], ports: Ports) -> timedelta:
    """How long until the first of these effects is due."""
    async with ports.store.read() as session:
        now = await ports.store.now(session)
    return min((effect.not_before or now for effect in effects), default=now) - now
