"""The world around one effect as states and steps, for the exhaustive search.

What the ledger decides is decided here by the same functions (`pressroom.storage.verdicts`);
what its SQL guards (lease, fence, status) is modelled. Clocks are kept as the time that is
left, in units of ten seconds, so that states repeat and the search ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from typing import TypeVar

from benchmarks.ledger_state import Look, Row, State, Worker
from pressroom.domain.effects import Absent, Effect, Found, NotSent, Outcome, Refused, Sent, Unknown
from pressroom.storage.effects import Facts
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.verdicts import Change, after_call, after_look, ask, in_doubt

T = TypeVar("T")

UNIT = timedelta(seconds=10)
LATE = 3
"""Units after which the platform may still carry out a call that we gave up on."""
LAG = 1
"""Units until a post is in the platform's lists."""
_NOW = datetime(2026, 1, 1, tzinfo=UTC)

POLICY = LedgerPolicy(
    lease=6 * UNIT,
    call_deadline=2 * UNIT,
    deadline_margin=1 * UNIT,
    settle_window=(LATE + LAG + 1) * UNIT,
    absent_reads=2,
    absent_gap=1 * UNIT,
    backoff_base=1 * UNIT,
    backoff_cap=1 * UNIT,
    max_attempts=1_000_000,
)
_OUTCOMES: dict[str, Outcome] = {
    "sent": Sent("1"),
    "unknown": Unknown("no answer"),
    "not_sent": NotSent("throttled"),
    "refused": Refused("too long"),
    "abandoned": NotSent("too late", retry_after=timedelta(0)),
}
# What the platform does with a call: does it act now, does it act late, what do we hear?
_CALLS = {
    "ok": (True, False, "sent"),
    "drop": (True, False, "unknown"),
    "late": (False, True, "unknown"),
    "throttle": (False, False, "not_sent"),
    "refuse": (False, False, "refused"),
}


@dataclass(frozen=True)
class Variant:
    """A protocol to search: the real one, or one that is broken on purpose."""

    name: str
    policy: LedgerPolicy = POLICY
    stale_reads: int = 0
    exact: bool = False
    """The platform publishes a draft once and says truly whether it has."""
    flaw: str = ""
    takeover: bool = False
    """A person may take over the conversation that the effect speaks in."""

    @cached_property
    def rules(self) -> "Rules":
        """Its rules, remembered between states."""
        return Rules(self)


@dataclass
class Rules:
    """The ledger's decisions as functions from row to row."""

    variant: Variant

    def __post_init__(self) -> None:
        for name in ("settled", "looked", "asked", "expired", "later"):
            setattr(self, name, cache(getattr(self, name)))

    def settled(self, row: Row, heard: str) -> Row:
        """After a call."""
        flaw = self.variant.flaw
        if heard == "unknown" and flaw in ("retry unknown", "give up unknown"):
            return row._replace(status="ready" if flaw == "retry unknown" else "failed")
        called = heard != "abandoned"
        change = after_call(
            _OUTCOMES[heard],
            _effect(row),
            self._facts(row),
            self.variant.policy,
            now=_NOW,
            called=called,
        )
        return self._changed(row, change)

    def looked(self, row: Row, look: Look) -> Row:
        """After a reading; `_NOW` is when it was made."""
        settled, apart = look.settled, look.apart
        if self.variant.flaw == "believe at once":
            settled = True
        if self.variant.flaw == "judge late":
            settled, apart = row.window == 0, row.gap == 0
        policy = self.variant.policy
        window = 0 if settled else max(row.window, 1)
        last_read = None if apart else _NOW + UNIT - policy.absent_gap
        facts = replace(self._facts(row), settles_at=_NOW + window * UNIT, last_read_at=last_read)
        sighting = Found("1") if look.seen else Absent(conclusive=self.variant.exact)
        change = after_look(sighting, _effect(row), facts, policy, taken_at=_NOW, now=_NOW)
        return self._changed(row, change)

    def asked(self, row: Row) -> Row:
        """After a person asked for another try."""
        change = ask(_effect(row), self._facts(row), self.variant.policy, now=_NOW)
        if change is None:
            return row
        if self.variant.flaw == "hurry":
            change["settles_at"] = _NOW
        return self._changed(row, change)

    def expired(self, row: Row) -> Row:
        """After its lease was found to be over."""
        if self.variant.flaw == "expire to ready":
            return row._replace(status="ready", wait=0, lease=0)
        return self._changed(row, in_doubt("gone", self.variant.policy, now=_NOW))

    def later(self, row: Row) -> Row:
        """One unit later."""
        lease = max(row.lease - 1, -1) if row.status == "sending" else 0
        return Row(
            row.status,
            max(row.wait - 1, 0),
            max(row.window - 1, 0),
            row.absent,
            max(row.gap - 1, 0),
            lease,
            row.begun,
        )

    def _facts(self, row: Row) -> Facts:
        return Facts(
            attempt_limit=self.variant.policy.max_attempts,
            settles_at=_NOW + row.window * UNIT,
            absent_reads=row.absent,
        )

    def _changed(self, row: Row, change: Change) -> Row:
        keeps = self.variant.flaw == "keep readings" and change.get("absent_reads") == 0
        absent = row.absent if keeps else change.get("absent_reads", row.absent)
        gap = row.gap
        if change.get("last_read_at") is not None:
            gap = self.variant.policy.absent_gap // UNIT
        return Row(
            status=change.get("status", row.status),
            wait=_units(change.get("not_before"), row.wait),
            window=_units(change.get("settles_at"), row.window),
            absent=absent,
            gap=gap,
            lease=0,
        )


def _effect(row: Row) -> Effect:
    return _EFFECTS[row.status]


_EFFECTS = {
    status: Effect.model_construct(
        key="k", kind="publish", platform="x", account="1", status=status,
        payload={}, payload_sha="", attempt=1, first_try_at=_NOW,
    )
    for status in ("ready", "sending", "unknown", "sent", "failed", "review", "cancelled")
}  # fmt: skip


def _units(moment: datetime | None, otherwise: int) -> int:
    return otherwise if moment is None else max((moment - _NOW) // UNIT, 0)


def steps(state: State, variant: Variant) -> Iterator[tuple[str, State]]:
    """Everything that may happen next."""
    yield "10 s pass", _tick(state, variant)
    # Processes are alike: of several in the same condition, one stands for all.
    for worker in dict.fromkeys(state.workers):
        yield from _worker_steps(state, worker, variant)
    for reader in dict.fromkeys(state.readers):
        yield from _reader_steps(state, reader, variant)
    yield from _ledger_steps(state, variant)
    if variant.takeover:
        yield from _person_steps(state, variant)
    yield from _platform_steps(state, variant)


def _worker_steps(state: State, worker: Worker, variant: Variant) -> Iterator[tuple[str, State]]:
    row = state.row
    if not worker:
        if row.status == "ready" and row.wait == 0 and not _is_silent(state, variant, "claim"):
            lease = variant.policy.lease // UNIT
            claimed = _moved(state, row._replace(status="sending", lease=lease))
            yield "claim", _with_worker(claimed, (), (True, ""))
        return
    good, heard = worker
    gone = _with_worker(state, worker, ())
    yield "kill worker", _settled_debt(gone) if heard == "begun" else gone
    if variant.takeover and not heard:
        yield from _begin_steps(state, worker, variant)
        return
    if heard and heard != "begun":
        settles = variant.flaw == "no fence" or (good and row.status == "sending")
        yield (
            f"settle: {heard}",
            _moved(gone, variant.rules.settled(row, heard)) if settles else gone,
        )
        return
    if good:
        yield "no permit", _moved(gone, row._replace(status="ready", wait=1, lease=0))
    # The check leaves call_deadline and a margin; the call begins within that margin.
    may_call = good and row.lease >= variant.policy.call_deadline // UNIT
    if not may_call and variant.flaw != "no lease check":
        yield "give up the call", _with_worker(state, worker, (good, "abandoned"))
        return
    for name, (acts, acts_late, hears) in _CALLS.items():
        called = _with_worker(state, worker, (good, hears))
        if not (acts or acts_late):
            called = _settled_debt(called)
        called = _accept(called, variant) if acts else called
        if acts_late:
            called = called._replace(coming=tuple(sorted((*called.coming, LATE))))
        yield f"call: {name}", called


def _begin_steps(state: State, worker: Worker, variant: Variant) -> Iterator[tuple[str, State]]:
    """Between the claim and the call: what must still be true is asked once more."""
    row, good = state.row, bool(worker and worker[0])
    if good:
        ready = row._replace(status="ready", wait=1, lease=0)
        yield "no permit", _moved(_with_worker(state, worker, ()), ready)
    needed = (variant.policy.call_deadline + variant.policy.deadline_margin) // UNIT
    if not good or row.lease < needed:
        yield "give up the call", _with_worker(state, worker, (good, "abandoned"))
    elif _is_silent(state, variant, "begin"):
        cancelled = row._replace(status="cancelled", lease=0)
        yield "begin: silenced", _moved(_with_worker(state, worker, ()), cancelled)
    else:
        begun = _with_worker(state, worker, (good, "begun"))
        yield "begin the call", begun._replace(row=row._replace(begun=True))


def _is_silent(state: State, variant: Variant, moment: str) -> bool:
    """Whether the person who has the conversation is respected at this moment."""
    return state.held and variant.flaw != f"not asked: {moment}"


def _person_steps(state: State, variant: Variant) -> Iterator[tuple[str, State]]:
    """A person takes over, once; what becomes ready after that is retired."""
    row = state.row
    if state.held:
        if row.status == "ready":
            yield "retire", _moved(state, row._replace(status="cancelled"))
        return
    begun = sum(bool(worker) and worker[1] == "begun" for worker in state.workers)
    taken = state._replace(held=True, owed=begun + len(state.coming))
    stops = row.status == "ready" or (
        row.status == "sending" and (not row.begun or variant.flaw == "stop the call")
    )
    if variant.flaw == "not asked: begin" and row.status == "sending":
        stops = False
    if stops:
        taken = _moved(taken, row._replace(status="cancelled", lease=0, begun=False))
    yield "a person takes over", taken


def _settled_debt(state: State) -> State:
    """One call less is on its way."""
    return state._replace(owed=max(state.owed - 1, 0)) if state.held else state


def _reader_steps(
    state: State, look: Look | tuple[()], variant: Variant
) -> Iterator[tuple[str, State]]:
    row = state.row
    if not isinstance(look, Look):
        if row.status == "unknown" and row.wait == 0:
            # Nobody else looks meanwhile, unless this reader is gone for a whole lease.
            held = _moved(state, row._replace(wait=variant.policy.lease // UNIT))
            shown = state.live > 0 and state.hidden == 0
            seen = Look(True, row.window == 0, row.gap == 0, shown)
            yield f"read: {'found' if shown else 'absent'}", _with_reader(held, (), seen)
            if shown and state.stale_reads:
                stale = held._replace(stale_reads=state.stale_reads - 1)
                yield "read a stale copy", _with_reader(stale, (), seen._replace(seen=False))
        return
    told = _with_reader(state, look, ())
    yield "kill reader", told
    if variant.flaw == "no fence" or (look.good and row.status == "unknown"):
        told = _moved(told, variant.rules.looked(row, look))
    yield "tell what was read", told


def _ledger_steps(state: State, variant: Variant) -> Iterator[tuple[str, State]]:
    row = state.row
    if row.status == "sending" and row.lease < 0 and variant.flaw != "no expiry":
        yield "expire", _moved(state, variant.rules.expired(row))
    if row.status in ("failed", "review", "unknown"):
        yield "a person asks again", _moved(state, variant.rules.asked(row))
    if row.status in ("ready", "review"):
        yield "a person cancels", _moved(state, row._replace(status="cancelled"))


def _platform_steps(state: State, variant: Variant) -> Iterator[tuple[str, State]]:
    """Late calls and lagging lists may also be sooner than they must."""
    for left in dict.fromkeys(state.coming):
        others = list(state.coming)
        others.remove(left)
        yield "the platform acts late", _accept(state, variant)._replace(coming=tuple(others))
    if state.hidden:
        yield "the lists show it", state._replace(hidden=0)


def _tick(state: State, variant: Variant) -> State:
    hidden = max(state.hidden - 1, 0)
    later = state._replace(row=variant.rules.later(state.row), hidden=hidden)
    later = later._replace(coming=tuple(left - 1 for left in state.coming if left > 1))
    for left in state.coming:
        if left <= 1:
            later = _accept(later, variant)
    return later


def _accept(state: State, variant: Variant) -> State:
    if state.held:
        state = state._replace(spoke=state.spoke or not state.owed)
        state = _settled_debt(state)
    if variant.exact:
        return state._replace(live=1)
    hidden = state.hidden if state.live else LAG
    return state._replace(live=min(state.live + 1, 2), hidden=hidden)


def _moved(state: State, row: Row) -> State:
    """The row was written: whoever read it before has lost its fence."""
    return state._replace(
        row=row,
        workers=_sorted((False, worker[1]) if worker else worker for worker in state.workers),
        readers=_sorted(
            look._replace(good=False) if isinstance(look, Look) else look for look in state.readers
        ),
    )


def _with_worker(state: State, old: Worker, new: Worker) -> State:
    return state._replace(workers=_swapped(state.workers, old, new))


def _with_reader(state: State, old: Look | tuple[()], new: Look | tuple[()]) -> State:
    return state._replace(readers=_swapped(state.readers, old, new))


def _swapped(held: tuple[T, ...], old: T, new: T) -> tuple[T, ...]:
    others = list(held)
    others.remove(old)
    return _sorted((*others, new))


def _sorted(held: Iterable[T]) -> tuple[T, ...]:
    """Which process it is makes no difference, so the order is always the same."""
    return tuple(sorted(held))  # type: ignore[type-var]  # tuples of plain values compare


def wrong_with(state: State) -> str:
    """What must never be true, or an empty text."""
    may_be_live = state.live > 0 or bool(state.coming)
    if state.live > 1:
        return "live twice"
    if state.spoke:
        return "spoke after a person took over"
    if state.row.status == "sent" and not state.live:
        return "sent but not live"
    if state.row.status in ("failed", "cancelled") and may_be_live:
        return f"{state.row.status} but live"
    return ""
