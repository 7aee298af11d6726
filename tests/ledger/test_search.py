"""The protocol around one effect, searched whole; broken protocols must be found out."""

import pytest

from benchmarks.ledger_search import BROKEN, SOUND, Variant, search


@pytest.mark.parametrize("variant", SOUND, ids=lambda variant: variant.name)
def test_no_order_of_events_sends_twice_or_loses(variant: Variant) -> None:
    """Never twice and never lost hold in every state there is, not in those we thought of."""
    report = search(variant)

    assert not report.wrong, (report.wrong, report.trace)
    assert report.complete
    assert report.states > 10_000
    assert report.statuses == {"ready", "sending", "unknown", "sent", "failed", "cancelled"}


@pytest.mark.parametrize("variant", BROKEN, ids=lambda variant: variant.name)
def test_each_safeguard_is_missed_when_it_is_taken_away(variant: Variant) -> None:
    """A search that finds nothing wrong with a broken protocol would prove nothing."""
    report = search(variant)

    assert report.wrong
    assert report.trace
