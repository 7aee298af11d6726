"""Which effects may be sent, read or closed now: the conditions, as SQL."""

from collections.abc import Collection
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from pressroom.domain.platform import Platform
from pressroom.storage.approvals import ApprovalRow, DecisionKind
from pressroom.storage.columns import UtcDateTime, key_column
from pressroom.storage.effects import EffectRow
from pressroom.storage.freezes import EPOCH
from pressroom.storage.pauses import EVERYWHERE, PauseRow
from pressroom.storage.threads import ThreadRow

Condition = sa.ColumnElement[bool]
Effects: TypeAlias = type[EffectRow]
"""The table of effects, or another look at it in the same statement."""

ANSWERS = ("reply", "private_reply")
"""The kinds that say something in a conversation."""

EXEMPT = ("crisis_response",)
"""The kinds that no freeze holds back, and that nothing but a person's approval lets out."""

NOW = sa.bindparam("now", type_=UtcDateTime())
OLDEST = sa.bindparam("oldest", type_=UtcDateTime())
KEY = sa.bindparam("wanted_key", type_=key_column())
"""Given when a statement runs, so that each statement is built once."""

columns = EffectRow.__table__
"""Selected instead of the class: plain rows, never a stale object of the session."""


def select_effects(*conditions: Condition) -> sa.Select[Any]:
    """The whole rows that meet *conditions*, those that wait longest first."""
    waiting_longest = (EffectRow.not_before.asc(), EffectRow.id.asc())
    return sa.select(columns).where(*conditions).order_by(*waiting_longest)


def for_each(*conditions: Condition) -> dict[bool, sa.Select[Any]]:
    """The statement for one key (True) and for all of them (False)."""
    return {
        True: select_effects(EffectRow.key == KEY, *conditions),
        False: select_effects(*conditions),
    }


def of_accounts(accounts: Collection[tuple[Platform, str]] | None) -> Condition:
    """Only effects of *accounts*, or of any where it is None."""
    if accounts is None:
        return sa.true()
    return sa.or_(
        sa.false(),
        *(
            sa.and_(EffectRow.platform == platform, EffectRow.account == account)
            for platform, account in accounts
        ),
    )


def is_decided(
    decision: DecisionKind, *also: Condition, row: Effects = EffectRow, within: Any = ()
) -> Condition:
    """A person has decided so about exactly this payload, and *also* holds of the decision.

    *within* are the tables of the statement around it that *also* speaks of.
    """
    wanted = (
        ApprovalRow.effect_key == row.key,
        ApprovalRow.payload_sha == row.payload_sha,
        ApprovalRow.decision == decision,
        *also,
    )
    return sa.exists(sa.select(ApprovalRow.id).where(*wanted).correlate(row, *within))


def may_go_out(row: Effects = EffectRow) -> Condition:
    """Approved where it needs that, and refused by nobody.

    A response to a crisis needs it in any case, however it was planned.
    """
    needs_none = sa.and_(row.requires_approval.is_(sa.false()), ~is_exempt(row))
    return sa.and_(
        ~is_decided("rejected", row=row),
        sa.or_(needs_none, is_decided("approved", row=row)),
    )


def is_taken_over() -> Condition:
    """A person has the conversation, and has not asked for just this since."""
    asked = is_decided(
        "approved",
        ApprovalRow.decided_at >= ThreadRow.since,
        ApprovalRow.decided_by == ThreadRow.held_by,
        within=(ThreadRow,),
    )
    held = sa.select(ThreadRow.thread).where(
        ThreadRow.thread == EffectRow.thread,
        ThreadRow.held_by != "",
        sa.or_(ThreadRow.held_until.is_(None), ThreadRow.held_until > NOW),
        ~asked,
    )
    return sa.exists(held.correlate(EffectRow))


def is_stopped() -> Condition:
    """Answers are stopped, here or everywhere, and nobody has asked for just this since.

    Whatever else stops what goes out by itself belongs here: it is asked when an effect is
    claimed, and again when its call begins.
    """
    asked = is_decided("approved", ApprovalRow.decided_at >= PauseRow.since, within=(PauseRow,))
    stop = sa.select(PauseRow.scope).where(
        PauseRow.scope.in_((EVERYWHERE, EffectRow.platform)), ~asked
    )
    return sa.and_(EffectRow.thread.is_not(None), sa.exists(stop.correlate(EffectRow)))


def is_exempt(row: Effects = EffectRow) -> Condition:
    """No freeze holds it back."""
    return row.kind.in_(EXEMPT)


def is_held(row: Effects = EffectRow) -> Condition:
    """A freeze holds it, or held it and nobody has looked at it since.

    What a person has answered since the freeze began, in their own name, is not automatic.
    """
    asked = is_decided("approved", ApprovalRow.decided_at >= row.frozen_at, row=row)
    by_a_person = sa.and_(row.kind.in_(ANSWERS), asked)
    return sa.and_(row.frozen_at.is_not(None), ~is_exempt(row), ~by_a_person)


def is_examined() -> Condition:
    """It was compared with the newest freeze, so that `is_held` says how it is now."""
    return sa.or_(is_exempt(), EffectRow.freeze_epoch == EPOCH)


def is_head_of_line() -> Condition:
    """No other effect of its ordering key is under way or before it."""
    other = aliased(EffectRow)
    under_way = other.status.in_(("sending", "unknown"))
    earlier = sa.and_(other.id < EffectRow.id, other.status.in_(("ready", "review")))
    blocking = sa.select(other.id).where(
        other.ordering_key == EffectRow.ordering_key,
        other.id != EffectRow.id,
        sa.or_(under_way, earlier),
    )
    return sa.or_(EffectRow.ordering_key.is_(None), ~sa.exists(blocking.correlate(EffectRow)))


def is_turn_in_thread() -> Condition:
    """No other answer of its conversation is under way, or may go out before it.

    Two at once could not be told apart in what the platform shows. What still waits for a
    person keeps nobody waiting: a conversation may have a hundred voices.
    """
    other = aliased(EffectRow)
    under_way = other.status.in_(("sending", "unknown"))
    earlier = sa.and_(
        other.id < EffectRow.id,
        other.status == "ready",
        other.not_before <= NOW,
        may_go_out(other),
        ~is_held(other),
    )
    blocking = sa.select(other.id).where(
        other.thread == EffectRow.thread,
        other.kind.in_(ANSWERS),
        other.id != EffectRow.id,
        sa.or_(under_way, earlier),
    )
    return sa.or_(
        EffectRow.thread.is_(None),
        EffectRow.kind.not_in(ANSWERS),
        ~sa.exists(blocking.correlate(EffectRow)),
    )


def is_ready() -> Condition:
    """Its time has come."""
    return sa.and_(EffectRow.status == "ready", EffectRow.not_before <= NOW)


def is_in_doubt() -> Condition:
    """It may be live, and the platform may be read now."""
    return sa.and_(EffectRow.status == "unknown", EffectRow.not_before <= NOW)


def has_dead_lease() -> Condition:
    """Its worker is gone, or stalled for so long that it counts as gone."""
    return sa.and_(EffectRow.status == "sending", EffectRow.lease_until < NOW)


def why_stale() -> sa.Case[Any]:
    """Why a ready effect must not go out: `taken over`, `expired`, `rejected`, `late`, else NULL.

    An approval that came after its time starts the lateness anew: that person wants it now.
    What still waits for approval is not late, it waits for somebody.
    """
    approved_lately = is_decided("approved", ApprovalRow.decided_at >= OLDEST)
    late = sa.and_(EffectRow.due_at < OLDEST, may_go_out(), ~approved_lately)
    return sa.case(
        (is_taken_over(), "taken over"),
        (EffectRow.expires_at <= NOW, "expired"),
        (is_decided("rejected"), "rejected"),
        (late, "late"),
        else_=None,
    )
