"""A ledger's times must not contradict each other."""

from datetime import timedelta
from typing import Any

import pytest

from pressroom.errors import SettingsError
from pressroom.storage.ledger_policy import LedgerPolicy


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lease": timedelta(seconds=25)}, "ledger.lease"),
        ({"call_deadline": timedelta(seconds=55)}, "ledger.lease"),
        ({"settle_window": timedelta(0)}, "ledger.settle_window"),
        ({"absent_reads": 0}, "ledger.absent_reads"),
        ({"max_attempts": 0}, "ledger.max_attempts"),
        ({"backoff_cap": timedelta(seconds=5)}, "ledger.backoff_cap"),
    ],
)
def test_contradicting_times_are_refused(changes: dict[str, Any], field: str) -> None:
    """A lease that ends before its own call may end makes two posts of one."""
    with pytest.raises(SettingsError) as caught:
        LedgerPolicy(**changes)

    assert caught.value.field == field
    assert caught.value.fix


def test_the_defaults_leave_forty_seconds_for_a_stalled_process() -> None:
    """Nothing but this distance protects against a stall between the check and the call."""
    policy = LedgerPolicy()

    assert policy.lease - policy.call_deadline >= timedelta(seconds=40)
    assert policy.prepare_deadline == timedelta(seconds=35)
