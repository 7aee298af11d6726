"""Whatever await the process dies at, the post is live exactly once in the end."""

from datetime import datetime

import pytest

from benchmarks.kill_matrix import FAULTS, WAYS, run_matrix
from pressroom.storage.ledger import Ledger
from pressroom.storage.verdicts import Change

WHOLE = {("facebook direct", "accepts, then drops"), ("x", "accepts, then drops")}
"""Where nothing but the ledger stands between a dead process and a second post: every await.
Elsewhere each fifth, beginning at another one for each fault; the command tries them all."""

ROWS = [(way, fault) for way in WAYS for fault in FAULTS]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("way", "fault"), ROWS, ids=[f"{w}-{f}" for w, f in ROWS])
def test_a_process_killed_at_any_await_leaves_exactly_one_post(way: str, fault: str) -> None:
    """The promise of the house: never twice, never lost, whatever dies when."""
    every = 1 if (way, fault) in WHOLE else 5
    first = 1 if every == 1 else 1 + list(FAULTS).index(fault)

    [row] = run_matrix([way], [fault], every=every, first=first)

    assert row.points > 30
    assert (row.twice, row.lost, row.unsettled) == ([], [], [])


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_ledger_that_sends_again_after_a_dead_lease_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A matrix that cannot fail proves nothing: this is the mistake every job queue makes."""

    def send_again(_ledger: Ledger, now: datetime) -> Change:
        return {"status": "ready", "not_before": now}

    monkeypatch.setattr(Ledger, "_after_silence", send_again)

    [row] = run_matrix(["facebook direct"], ["none"], every=4)

    assert row.twice
