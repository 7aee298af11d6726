"""Whatever await the process dies at, the post or answer is live exactly once in the end."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from benchmarks.kill_matrix import FAULTS, PUBLISHING, Place, open_place, run_row
from benchmarks.kill_points import Outside, worlds_of
from pressroom.platforms.http import open_client
from pressroom.storage.ledger import Ledger
from pressroom.storage.verdicts import Change

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        sys.platform != "linux", reason="asks Linux's /proc whether anything is still on its way"
    ),
]

UNGUARDED = ("facebook direct", "x")
"""Where the platform takes an equal post twice, so that nothing but the ledger guards it."""


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    """The platforms and a newsroom to copy: one for all rows, each of which begins anew."""
    with open_place() as opened:
        yield opened


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("way", PUBLISHING)
def test_a_process_killed_at_any_await_leaves_exactly_one_post(
    place: Place, way: str, fault: str
) -> None:
    """The promise of the house: never twice, never lost, whatever dies when."""
    row = run_row(place, way, fault)

    assert row.points > 200
    assert row.kills >= 8
    assert (row.twice, row.lost, row.unsettled, row.unreached) == ([], [], [], [])


@pytest.mark.parametrize(
    ("way", "fault"),
    [
        ("reply facebook", "accepts, then drops"),
        ("reply x", "acts late"),
        ("private instagram", "accepts, then drops"),
    ],
)
def test_a_process_killed_at_any_await_gives_exactly_one_answer(
    place: Place, way: str, fault: str
) -> None:
    """The same promise for answers; the command tries each way under each fault."""
    row = run_row(place, way, fault)

    assert row.points > 150
    assert row.kills >= 8
    assert (row.twice, row.lost, row.unsettled, row.unreached) == ([], [], [], [])


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("way", UNGUARDED)
def test_a_ledger_that_sends_again_after_a_dead_lease_is_caught(
    place: Place, monkeypatch: pytest.MonkeyPatch, way: str, fault: str
) -> None:
    """A matrix that cannot fail proves nothing: this is the mistake every job queue makes."""

    def send_again(_ledger: Ledger, now: datetime) -> Change:
        return {"status": "ready", "not_before": now}

    monkeypatch.setattr(Ledger, "_after_silence", send_again)

    row = run_row(place, way, fault, until_twice=True)

    assert row.twice


def test_awaits_count_as_equal_only_while_nothing_changes(place: Place, tmp_path: Path) -> None:
    """One kill stands for several awaits: none may be among them that leaves something else."""

    async def work() -> int:
        note = tmp_path / "note"
        await asyncio.sleep(0)
        for text in ("one", "two"):  # of one length, so that only the content tells
            note.write_text(text)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        async with open_client(base_url=place.simulator) as client:
            await client.get("/2/users/me")
        return 3

    place.control.post("/_sim/reset").raise_for_status()

    worlds, code = worlds_of(work, Outside(tmp_path, place.control))

    seen = [(world.left.files.get("note"), len(world.left.arrived)) for world in worlds]
    assert seen == [(None, 0), (b"one", 0), (b"two", 0), (b"two", 1)]
    assert [len(world.points) for world in worlds[:2]] == [1, 2]
    assert code == 3
