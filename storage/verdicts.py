"""What becomes of an effect after a call, a look at the platform or silence: pure rules.

The ledger applies them under its fence; the exhaustive search (`benchmarks/ledger_search.py`)
runs these same functions, so that what is proved is what is used.
"""

from datetime import datetime, timedelta
from typing import TypedDict

from pressroom.domain.effects import (
    Draft,
    Effect,
    EffectStatus,
    Found,
    NotSent,
    Outcome,
    Refused,
    Sent,
    Sighting,
    Unreadable,
)
from pressroom.storage.effects import Facts
from pressroom.storage.ledger_policy import LedgerPolicy


class Change(TypedDict, total=False):
    """New values for the columns of an effect."""

    status: EffectStatus
    note: str
    due_at: datetime
    not_before: datetime
    lease_until: datetime | None
    settles_at: datetime
    absent_reads: int
    last_read_at: datetime | None
    asked_again: bool
    attempt: int
    attempt_limit: int
    first_try_at: datetime | None
    draft: Draft
    platform_ref: str | None
    permalink: str
    settled_at: datetime | None


def after_call(
    outcome: Outcome,
    effect: Effect,
    facts: Facts,
    policy: LedgerPolicy,
    *,
    now: datetime,
    spread: float = 1.0,
    called: bool = True,
) -> Change:
    """What *outcome* makes of an effect that was being sent.

    *spread* (0.5 to 1.0) scales the wait, so that many effects do not come back at once.
    *called* is False where it failed before the visible call was made.
    """
    if isinstance(outcome, Sent):
        return _live(outcome.platform_ref, outcome.permalink, "", now)
    change: Change
    if isinstance(outcome, NotSent):
        change = _try_later(outcome, effect, facts, policy, now=now, spread=spread)
    elif isinstance(outcome, Refused):
        # A platform's own words do not always end as a sentence.
        note = f"{outcome.why.rstrip('.')}. {outcome.fix}" if outcome.fix else outcome.why
        change = {"status": "failed", "note": note, "settled_at": now}
    else:
        change = in_doubt(outcome.why, policy, now=now)
    if called:
        # A refusal may be wrong too: whoever asks again reads, and only after this.
        change["settles_at"] = now + policy.settle_window
    return change


def in_doubt(why: str, policy: LedgerPolicy, *, now: datetime) -> Change:
    """It may be live: nothing but reading. A first look comes soon, since seeing it settles it.

    Not seeing it proves nothing before the window is over; readings made for an earlier call
    say nothing about this one, so they are forgotten.
    """
    return {
        "status": "unknown",
        "note": why,
        "not_before": now + min(policy.first_look, policy.settle_window),
        "settles_at": now + policy.settle_window,
        "absent_reads": 0,
        "last_read_at": None,
    }


def after_look(
    sighting: Sighting,
    effect: Effect,
    facts: Facts,
    policy: LedgerPolicy,
    *,
    taken_at: datetime,
    now: datetime,
) -> Change:
    """What *sighting* makes of an effect in doubt, whose reading began after *taken_at*."""
    if isinstance(sighting, Found):
        if sighting.copies == 1:
            note = "found on the platform by reading"
            return _live(sighting.platform_ref, sighting.permalink, note, now)
        return _doubled(sighting, now)
    if isinstance(sighting, Unreadable):
        return _read_later(sighting, facts, policy, now)
    settles_at = facts.settles_at or now + policy.settle_window
    if taken_at < settles_at:
        # Not even a platform's own word counts yet: it may still be carrying out the call.
        note = "not shown yet, which proves nothing before the window is over"
        return {"note": note, "settles_at": settles_at, "not_before": max(settles_at, now)}
    if sighting.conclusive:
        return _absent("the platform says that it was not published", effect, facts, policy, now)
    return _not_seen(effect, facts, policy, taken_at=taken_at, now=now)


def ask(effect: Effect, facts: Facts, policy: LedgerPolicy, *, now: datetime) -> Change | None:
    """What a person's wish for another try makes of it; None where there is nothing to try.

    It is read first, at once, whatever is believed about it. The window of the last call
    still counts: a hurried person must not shorten it.
    """
    if effect.status not in ("failed", "review", "unknown"):
        return None
    change: Change = {
        "status": "unknown",
        "note": "a person asked for another try",
        "due_at": now,
        "not_before": now,
        "asked_again": True,
        "attempt_limit": effect.attempt + policy.max_attempts,
        "settled_at": None,
    }
    if effect.first_try_at is None:
        return {**change, "status": "ready"}  # nothing was ever called: nothing to read
    if effect.status != "unknown":
        change["absent_reads"] = 0
        change["last_read_at"] = None
    if facts.settles_at is None:
        change["settles_at"] = now + policy.settle_window
    return change


def _live(platform_ref: str, permalink: str, note: str, now: datetime) -> Change:
    return {
        "status": "sent",
        "platform_ref": platform_ref or None,
        "permalink": permalink,
        "note": note,
        "settled_at": now,
    }


def _doubled(sighting: Found, now: datetime) -> Change:
    return {
        "status": "review",
        "platform_ref": sighting.platform_ref or None,
        "permalink": sighting.permalink,
        "note": f"ALERT: live {sighting.copies} times. Delete the surplus there, then ask again.",
        "settled_at": now,
    }


def same_post_twice(change: Change) -> Change:
    """What *change* becomes when its reference already belongs to another effect."""
    return {
        "status": "review",
        "note": f"the platform shows {change.get('platform_ref')}, which is another effect's"
        " post: check by hand whether this one is live.",
        "settled_at": change.get("settled_at"),
    }


def _try_later(
    outcome: NotSent,
    effect: Effect,
    facts: Facts,
    policy: LedgerPolicy,
    *,
    now: datetime,
    spread: float,
) -> Change:
    if effect.attempt >= facts.attempt_limit:
        note = f"tried {effect.attempt} times; last: {outcome.why}"
        return {"status": "review", "note": note, "settled_at": now}
    wait = outcome.retry_after
    if wait is None:
        wait = _backoff(effect.attempt, facts.attempt_limit, policy) * spread
    return {"status": "ready", "note": outcome.why, "not_before": now + wait}


def _backoff(attempt: int, limit: int, policy: LedgerPolicy) -> timedelta:
    """Doubling from the base, counted from when a person last asked."""
    failures = max(attempt - (limit - policy.max_attempts), 1)
    doublings = min(failures - 1, 30)  # beyond that the cap holds anyway
    return min(policy.backoff_base * float(2**doublings), policy.backoff_cap)


def _not_seen(
    effect: Effect, facts: Facts, policy: LedgerPolicy, *, taken_at: datetime, now: datetime
) -> Change:
    if facts.last_read_at is not None and taken_at < facts.last_read_at + policy.absent_gap:
        return {"not_before": facts.last_read_at + policy.absent_gap}
    count = facts.absent_reads + 1
    if count >= policy.absent_reads:
        return _absent(f"not on the platform in {count} readings", effect, facts, policy, now)
    return {
        "absent_reads": count,
        "last_read_at": now,
        "not_before": now + policy.absent_gap,
        "note": f"not shown, reading {count} of {policy.absent_reads}",
    }


def _absent(why: str, effect: Effect, facts: Facts, policy: LedgerPolicy, now: datetime) -> Change:
    if effect.attempt >= facts.attempt_limit:
        note = f"{why}; tried {effect.attempt} times"
        return {"status": "review", "note": note, "settled_at": now}
    if effect.kind in policy.review_when_absent and not facts.asked_again:
        note = f"{why}; a person decides whether it is sent again"
        return {"status": "review", "note": note, "settled_at": now}
    return {"status": "ready", "note": f"{why}; it is sent again", "not_before": now}


def _read_later(sighting: Unreadable, facts: Facts, policy: LedgerPolicy, now: datetime) -> Change:
    waited = now - (facts.settles_at or now)
    # Half of the time it has lasted already: a wait that grows without a counter.
    wait = min(max(waited / 2, policy.backoff_base), policy.backoff_cap)
    note = f"the platform cannot be read: {sighting.why}"
    if waited >= policy.unreadable_alert:
        minutes = int(waited.total_seconds() // 60)
        note = f"ALERT: in doubt for {minutes} min, {note}. Look there by hand."
    return {"note": note, "not_before": now + max(wait, sighting.retry_after or wait)}
