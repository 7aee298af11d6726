"""Whenever a person steps in, the machine says nothing more in that conversation."""

from collections.abc import Iterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.takeover_matrix import ACTS, UNHEARD, Place, open_place, run_row
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.storage.conversations import Silenced
from pressroom.storage.ledger import Ledger

HEARD = [act for act in ACTS if act not in UNHEARD]
PART = 47
"""Each so manieth await is tried here, beginning elsewhere in each row; the command tries all."""


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    """A simulator and a database to copy."""
    with open_place() as opened:
        yield opened


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("act", HEARD)
def test_the_machine_is_silent_from_the_await_at_which_a_person_steps_in(
    place: Place, platform: Platform, act: str
) -> None:
    """Or has spoken before; or its call had begun, and the person is told so."""
    first = 1 + 5 * PLATFORMS.index(platform) + 15 * HEARD.index(act)

    row = run_row(place, platform, act, every=PART, first=first)

    assert row.points >= 4
    assert row.silent >= 2
    assert (row.after, row.twice) == ([], [])


@pytest.mark.parametrize("act", UNHEARD)
def test_what_only_the_platform_knows_is_read_there(place: Place, act: str) -> None:
    """Up to the last look at the conversation; what comes after that, nobody can know."""
    row = run_row(place, "facebook", act, every=PART, first=7)

    assert row.silent > row.points // 2
    assert row.twice == []
    assert len(row.after) <= row.points // 3


def test_a_ledger_that_asks_only_when_it_claims_is_caught(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A matrix that cannot fail proves nothing: this is how machines talk over people."""

    async def leave_it(_ledger: Ledger, _session: AsyncSession, _thread: str) -> Silenced:
        return Silenced()

    monkeypatch.setattr(Ledger, "_last_gates", lambda _self: ())
    monkeypatch.setattr(Ledger, "silence", leave_it)

    row = run_row(place, "facebook", "takes over", every=40, first=101)

    assert row.after
