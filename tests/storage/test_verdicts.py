"""What becomes of an effect: the rules one by one, where the search sees only their sum."""

from datetime import UTC, datetime, timedelta

import pytest

from pressroom.domain.effects import (
    Absent,
    Effect,
    EffectKind,
    EffectStatus,
    Found,
    NotSent,
    Refused,
    Unreadable,
)
from pressroom.storage.effects import Facts
from pressroom.storage.ledger_policy import LedgerPolicy
from pressroom.storage.verdicts import after_call, after_look, ask

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
POLICY = LedgerPolicy(max_attempts=4)
SECOND = timedelta(seconds=1)


def _effect(
    *, status: EffectStatus = "sending", attempt: int = 1, kind: EffectKind = "publish"
) -> Effect:
    return Effect(
        key="publish:1:r1",
        kind=kind,
        platform="x",
        account="1",
        status=status,
        payload={},
        payload_sha="",
        attempt=attempt,
        first_try_at=NOW,
    )


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 30), (2, 60), (3, 120)])
def test_the_wait_doubles(attempt: int, seconds: int) -> None:
    """A platform in trouble is left alone for longer each time."""
    effect = _effect(attempt=attempt)

    change = after_call(NotSent("throttled"), effect, Facts(4), POLICY, now=NOW)

    assert change["status"] == "ready"
    assert change["not_before"] == NOW + seconds * SECOND


def test_a_platform_that_says_when_is_believed() -> None:
    """Coming back earlier than asked is answered with another refusal."""
    outcome = NotSent("throttled", retry_after=timedelta(hours=1))

    change = after_call(outcome, _effect(), Facts(4), POLICY, now=NOW, spread=0.5)

    assert change["not_before"] == NOW + timedelta(hours=1)


def test_the_last_attempt_is_a_persons_matter() -> None:
    """An endless loop of attempts would be seen by nobody."""
    effect = _effect(attempt=4)

    change = after_call(NotSent("throttled"), effect, Facts(4), POLICY, now=NOW)

    assert change["status"] == "review"
    assert "throttled" in change["note"]


def test_the_wait_starts_anew_when_a_person_asks_again() -> None:
    """What is tried for the first time since then is not the thirteenth failure in a row."""
    effect = _effect(attempt=5)

    change = after_call(NotSent("throttled"), effect, Facts(8), POLICY, now=NOW)

    assert change["not_before"] == NOW + 30 * SECOND


def test_a_refusal_before_the_call_leaves_the_window_alone() -> None:
    """Where nothing was called there is nothing to wait for."""
    change = after_call(Refused("no such page"), _effect(), Facts(4), POLICY, now=NOW, called=False)

    assert change["status"] == "failed"
    assert "settles_at" not in change


def test_two_copies_are_a_persons_matter() -> None:
    """It should never happen; when it does, somebody must hear of it at once."""
    effect = _effect(status="unknown")

    change = after_look(Found("9", copies=2), effect, Facts(4), POLICY, taken_at=NOW, now=NOW)

    assert change["status"] == "review"
    assert change["note"].startswith("ALERT: live 2 times")
    assert change["platform_ref"] == "9"


def test_readings_close_together_count_once() -> None:
    """Two readings in one second may meet the same stale copy."""
    effect = _effect(status="unknown")
    facts = Facts(4, settles_at=NOW, absent_reads=1, last_read_at=NOW)
    soon = NOW + 59 * SECOND

    change = after_look(Absent(), effect, facts, POLICY, taken_at=soon, now=soon)

    assert change == {"not_before": NOW + 60 * SECOND}


def test_what_the_platform_guarantees_needs_one_reading() -> None:
    """A container that still says unpublished, after the window, is proof."""
    effect = _effect(status="unknown")
    facts = Facts(4, settles_at=NOW)

    change = after_look(Absent(conclusive=True), effect, facts, POLICY, taken_at=NOW, now=NOW)

    assert change["status"] == "ready"


@pytest.mark.parametrize(("asked", "status"), [(False, "review"), (True, "ready")])
def test_a_crisis_response_is_sent_again_only_when_asked(
    *, asked: bool, status: EffectStatus
) -> None:
    """Minutes later the world may have moved; a person decides, and their yes is enough."""
    effect = _effect(status="unknown", kind="crisis_response")
    facts = Facts(4, settles_at=NOW, absent_reads=1, last_read_at=NOW, asked_again=asked)
    later = NOW + 60 * SECOND

    change = after_look(Absent(), effect, facts, POLICY, taken_at=later, now=later)

    assert change["status"] == status


@pytest.mark.parametrize(
    ("since", "wait_s", "alert"), [(0, 30, False), (600, 300, False), (7200, 1800, True)]
)
def test_an_unreadable_platform_is_read_less_and_less_often(
    since: int, wait_s: int, *, alert: bool
) -> None:
    """It stays in doubt however long it takes, and a person hears of it after an hour."""
    effect = _effect(status="unknown")
    facts = Facts(4, settles_at=NOW - since * SECOND)

    change = after_look(Unreadable("down"), effect, facts, POLICY, taken_at=NOW, now=NOW)

    assert "status" not in change
    assert change["not_before"] == NOW + wait_s * SECOND
    assert change["note"].startswith("ALERT") is alert


@pytest.mark.parametrize("status", ["sent", "cancelled", "ready", "sending"])
def test_asking_again_moves_only_what_is_open(status: EffectStatus) -> None:
    """What is live, withdrawn or under way cannot be started a second time."""
    assert ask(_effect(status=status), Facts(4), POLICY, now=NOW) is None


def test_the_platforms_words_and_the_fix_are_two_sentences() -> None:
    """Read as one they say something else: the platforms leave out the full stop."""
    outcome = Refused("X: Unauthorized", "Sign in to X again.")

    change = after_call(outcome, _effect(), Facts(4), POLICY, now=NOW)

    assert change["note"] == "X: Unauthorized. Sign in to X again."
