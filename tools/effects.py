"""Carries an effect of the ledger out: prepared, called once, settled, looked for in doubt.

`drive` takes the one next step of one effect; `sweep` takes it for all that are due,
and finishes what a dead process left.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from pressroom.domain.effects import (
    AnswerOrder,
    Draft,
    Effect,
    EffectKind,
    Held,
    NotSent,
    PublishOrder,
    Unknown,
    Unreadable,
)
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.ports import Carrier, Channel, Limiter, Rate
from pressroom.errors import SettingsError, StoreError
from pressroom.storage.attempts import Line
from pressroom.storage.effects import Claim, Planned
from pressroom.storage.ledger import Ledger, Permit
from pressroom.tools.answers import ANSWER_KINDS, AnswerCarrier, answer_of

Channels = Mapping[Platform, Channel]
Order = PublishOrder | AnswerOrder
Orders = Callable[[Effect], Order]
"""Reads the order back from an effect; raises ValueError where that cannot be done."""
Rates = Mapping[EffectKind, Mapping[Platform, Sequence[Rate]]]
"""How often each kind of effect may happen on each platform; what is not named is not counted."""

T = TypeVar("T")

_log = logging.getLogger(__name__)

_CLOCKS_APART = timedelta(minutes=5)
"""How far a platform's clock may be from ours when we look back to the first try."""


def publish_key(platform_post_id: str, revision: int) -> str:
    """The key of publishing this revision: the same for whoever plans it."""
    return f"publish:{platform_post_id}:r{revision}"


def plan_order(
    order: PublishOrder,
    *,
    key: str,
    kind: EffectKind = "publish",
    requires_approval: bool = False,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    ordering_key: str = "",
    run_id: str = "",
) -> Planned:
    """The effect that publishes *order*, for `Ledger.plan`."""
    return Planned(
        key=key,
        kind=kind,
        platform=order.platform,
        account=order.account,
        payload=order.payload(),
        material={"paths": [str(item.path) for item in order.media]},
        requires_approval=requires_approval,
        not_before=not_before,
        expires_at=expires_at,
        ordering_key=ordering_key,
        run_id=run_id,
    )


def order_of(effect: Effect) -> PublishOrder:
    """The order that `plan_order` planned.

    Raises:
        ValueError: It cannot be read back, or is not what was planned and approved.
    """
    try:
        paths = effect.material.get("paths", [])
        media: list[dict[str, Any]] = effect.payload.get("media", [])
        placed = [{**item, "path": path} for item, path in zip(media, paths, strict=True)]
    except (TypeError, AttributeError) as err:
        raise ValueError("its row in the database is damaged") from err
    order = PublishOrder.model_validate({**effect.payload, "media": placed})
    if order.payload_sha() != effect.payload_sha:
        raise ValueError("what would be sent is not what was planned")
    if (order.platform, order.account) != (effect.platform, effect.account):
        raise ValueError("it was planned for another account")
    return order


def read_order(effect: Effect) -> Order:
    """The order that *effect* carries out, whatever its kind.

    Raises:
        ValueError: It cannot be read back, or is not what was planned and approved.
    """
    return answer_of(effect) if effect.kind in ANSWER_KINDS else order_of(effect)


def permit_by(limiter: Limiter, rates: Rates) -> Permit:
    """Permits of *limiter*, counted per platform, account and kind of effect.

    A private answer counts as an answer: people get both.
    """

    async def permit(effect: Effect) -> timedelta | None:
        kind: EffectKind = "reply" if effect.kind == "private_reply" else effect.kind
        key = f"{effect.platform}:{effect.account}:{kind}"
        return await limiter.take(key, rates.get(kind, {}).get(effect.platform, ()))

    return permit


async def drive(
    key: str,
    *,
    ledger: Ledger,
    channels: Channels,
    orders: Orders = read_order,
    permit: Permit | None = None,
) -> Effect:
    """The effect as it stands after its one next step, or as it stood if none is due.

    Call it as often as you like, from as many processes: each step is taken by one.

    Raises:
        StoreError: Nothing was planned under *key*.
        SettingsError: No channel is configured for its account.
    """
    effect = await _planned(ledger, key)
    if effect.status not in ("ready", "unknown"):
        return effect
    carrier = _carrier_for(effect, channels, ledger)
    if effect.status == "ready":
        for claim in await ledger.claim(key=key, permit=permit):
            await _send(claim, ledger, carrier, orders)
    else:
        for claim in await ledger.claim_unknown(key=key):
            await _look(claim, ledger, carrier, orders)
    return await _planned(ledger, key)


async def sweep(
    *,
    ledger: Ledger,
    channels: Channels,
    orders: Orders = read_order,
    permit: Permit | None = None,
    limit: int = 100,
    concurrency: int = 4,
) -> list[str]:
    """Keys whose status changed: dead leases, expiries, readings and whatever was due.

    What belongs to an account without a channel here is left to a process that has one.
    A failing effect is logged and does not keep the others from their turn.
    """
    changed = [*await ledger.expire(), *await ledger.retire()]
    accounts = [(channel.platform, channel.account) for channel in channels.values()]
    turns = asyncio.Semaphore(concurrency)

    async def step(key: str) -> bool:
        async with turns:
            before = await _planned(ledger, key)
            after = await drive(key, ledger=ledger, channels=channels, orders=orders, permit=permit)
            return before.status != after.status

    # Readings first: what they show to be absent is then sent in the same sweep.
    for status in ("unknown", "ready"):
        keys = await ledger.due_keys(status, accounts=accounts, limit=limit)
        results = await asyncio.gather(*(step(key) for key in keys), return_exceptions=True)
        for key, result in zip(keys, results, strict=True):
            if isinstance(result, BaseException):
                _log.error("effect %s: its step failed", key, exc_info=result)
            if result is not False:
                changed.append(key)
    return list(dict.fromkeys(changed))


async def _planned(ledger: Ledger, key: str) -> Effect:
    effect = await ledger.get(key)
    if effect is None:
        raise StoreError(f"no effect {key!r} was planned.", fix="Plan it first.")
    return effect


def _channel_for(effect: Effect, channels: Channels) -> Channel:
    """The channel of exactly the account that the effect was planned for."""
    channel = channels.get(effect.platform)
    if channel is None or channel.account != effect.account:
        raise SettingsError(
            f"no {TITLES[effect.platform]} channel of account {effect.account!r} is configured.",
            field=f"channels.{effect.platform}",
            fix="Set that account's id and token.",
        )
    return channel


def _carrier_for(effect: Effect, channels: Channels, ledger: Ledger) -> Carrier[Any]:
    """What carries the effect out: the channel itself, or its side that answers."""
    channel = _channel_for(effect, channels)
    if effect.kind not in ANSWER_KINDS:
        return channel
    if channel.answering is None:
        raise SettingsError(
            f"the {TITLES[effect.platform]} channel of {effect.account!r} answers no comments.",
            field=f"channels.{effect.platform}",
            fix="Use a channel that does.",
        )
    return AnswerCarrier(channel.answering, ledger, effect)


async def _send(claim: Claim, ledger: Ledger, carrier: Carrier[Any], orders: Orders) -> None:
    try:
        order = orders(claim.effect)
    except ValueError as err:
        await ledger.hold(claim, f"its order cannot be read back: {_first_line(err)}")
        return
    changed = await asyncio.to_thread(_changed_files, order)
    if changed:
        names = ", ".join(changed)
        await ledger.hold(claim, f"the file changed after it was planned or approved: {names}")
        return
    preparing = _Watch()
    draft = await _prepare(claim, ledger, carrier, order, preparing)
    if draft is None:
        return
    # Counted from here: however long this process is stopped on the way to the call, its time
    # to begin it runs out while it is. What was seen must be fresh, and the lease good.
    took, watch = preparing.took(), _Watch()
    needed = ledger.policy.call_deadline + ledger.policy.deadline_margin
    # Written down before the visible call: after a crash, reading starts from the draft.
    left = await ledger.begin_call(claim, draft, took=took)
    if left is None:  # somebody said no meanwhile, and it is settled
        return
    if left < needed or watch.took() > ledger.policy.deadline_margin:
        await ledger.abandon(claim)
        return
    await _publish(claim, ledger, carrier, order, draft, watch)


async def _prepare(
    claim: Claim, ledger: Ledger, carrier: Carrier[Any], order: Order, watch: "_Watch"
) -> Draft | None:
    """What was prepared, or None where the effect is settled already."""
    try:
        async with asyncio.timeout(ledger.policy.prepare_deadline.total_seconds()):
            result = await carrier.prepare(order, claim.effect.draft)
    except TimeoutError:
        await ledger.abandon(claim, took=watch.took())
        return None
    except asyncio.CancelledError:
        await _finish(ledger.abandon(claim, took=watch.took()))
        raise
    except Exception as err:
        outcome = NotSent(f"{type(err).__name__} while it was prepared")
        await ledger.settle(claim, outcome, phase="prepare", took=watch.took())
        raise
    if isinstance(result, Held):
        line = Line("prepare", "abandoned", watch.took(), result.trace, result.why)
        await ledger.hold(claim, result.why, line)
        return None
    if not isinstance(result, dict):
        await ledger.settle(claim, result, phase="prepare", took=watch.took())
        return None
    return result


async def _publish(
    claim: Claim,
    ledger: Ledger,
    carrier: Carrier[Any],
    order: Order,
    draft: Draft,
    watch: "_Watch",
) -> None:
    """Make the one visible call and write down what came of it, whatever happens to us."""
    deadline_s = ledger.policy.call_deadline.total_seconds()
    try:
        async with asyncio.timeout_at(watch.started_at + deadline_s):
            outcome = await carrier.publish(order, draft)
    except TimeoutError:
        outcome = Unknown(f"no answer within {deadline_s:g} s")
    except asyncio.CancelledError:
        stopped = Unknown("stopped during the call")
        await _finish(ledger.settle(claim, stopped, took=watch.took()))
        raise
    except Exception as err:
        failed = Unknown(f"{type(err).__name__} during the call")
        await _finish(ledger.settle(claim, failed, took=watch.took()))
        raise
    await _finish(ledger.settle(claim, outcome, took=watch.took()))


async def _look(claim: Claim, ledger: Ledger, carrier: Carrier[Any], orders: Orders) -> None:
    first_try_at = claim.effect.first_try_at or claim.taken_at
    since = claim.taken_at - first_try_at + _CLOCKS_APART
    patience = ledger.policy.lease - ledger.policy.deadline_margin
    watch = _Watch()
    try:
        order = orders(claim.effect)
        async with asyncio.timeout(patience.total_seconds()):
            sighting = await carrier.find(order, claim.effect.draft, since)
    except TimeoutError:
        sighting = Unreadable("it did not answer in time")
    except Exception as err:
        bug = Unreadable(f"{type(err).__name__} while it was read")
        await ledger.settle_sighting(claim, bug, took=watch.took())
        raise
    await ledger.settle_sighting(claim, sighting, took=watch.took())


async def _finish(writing: Awaitable[T]) -> T:
    """The result of *writing*, which is not broken off when we are cancelled meanwhile."""
    task = asyncio.ensure_future(writing)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def _changed_files(order: Order) -> list[str]:
    """Names of pictures whose bytes are not those that were planned, or that are gone."""
    return [item.path.name for item in order.media if _sha_of(item.path) != item.sha256]


def _sha_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _first_line(err: ValueError) -> str:
    return str(err).splitlines()[0] if str(err) else type(err).__name__


class _Watch:
    """Measures how long a step takes; the ledger's clock says when it ended."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.started_at = self._loop.time()

    def took(self) -> timedelta:
        return timedelta(seconds=self._loop.time() - self.started_at)
