"""Versions and models that end are known before they do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pressroom.domain.versions import (
    LIFETIMES,
    is_dead,
    live_graph_versions,
    sunset_of,
    warnings,
)

CHECKED = datetime(2026, 11, 24, tzinfo=UTC)
DEFAULTS = ("v25.0", "gemini-3.8-flash")
"""What the settings take where nothing is set."""


def test_every_lifetime_has_its_source_and_day() -> None:
    """A date without a source cannot be checked again."""
    for lifetime in LIFETIMES:
        assert lifetime.source, lifetime.name
        assert lifetime.checked_on >= date(2026, 11, 22)
    assert len({lifetime.name for lifetime in LIFETIMES}) == len(LIFETIMES)


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_defaults_live_for_a_year(name: str) -> None:
    """Who installs today gets versions that work for long."""
    assert not is_dead(name, CHECKED + timedelta(days=365))
    assert warnings(CHECKED, name) == []


@pytest.mark.parametrize("name", ["v18.0", "v20.0", "gemini-pro", "gemini-2.5-flash-image"])
def test_the_dead_are_known(name: str) -> None:
    """Names from old tutorials get a line that says what to set instead."""
    assert is_dead(name, CHECKED)
    [line] = warnings(CHECKED, name)
    assert "ended" in line
    assert "Set " in line


def test_the_end_is_announced_ninety_days_ahead() -> None:
    """With the clock moved on, the version in use warns in time and then is dead."""
    ends = datetime(2027, 1, 21, tzinfo=UTC)

    assert sunset_of("v21.0") == ends.date()
    assert warnings(ends - timedelta(days=91), "v21.0") == []
    assert "ends on 2027-01-21" in warnings(ends - timedelta(days=90), "v21.0")[0]
    assert not is_dead("v21.0", ends - timedelta(seconds=1))
    assert is_dead("v21.0", ends)


def test_a_successor_outlives_what_it_follows() -> None:
    """Advice must not lead from one dead name to another."""
    for lifetime in LIFETIMES:
        if lifetime.successor and lifetime.ends:
            assert not is_dead(lifetime.successor, CHECKED), lifetime.name


def test_a_name_not_on_record_is_left_alone() -> None:
    """It may be newer than this version of pressroom."""
    assert sunset_of("v99.0") is None
    assert warnings(CHECKED, "v99.0") == []


def test_the_living_versions_are_listed() -> None:
    """Exactly those that Meta serves today."""
    assert live_graph_versions(CHECKED) == ["v26.0", "v25.0", "v24.0", "v23.0", "v22.0", "v21.0"]
