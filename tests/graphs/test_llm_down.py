"""Gemini down in every way the simulator knows, at every node that asks: every run completes."""

from collections.abc import Iterator

import pytest

from benchmarks.llm_down import REASONS, STEPS, World, is_right, open_world, run_with
from pressroom.simulator.faults import ACTIONS
from tests.newsroom import Newsroom, a_brief


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with open_world(tmp_path_factory.mktemp("llm") / "home") as opened:
        yield opened


def test_the_matrix_leaves_no_fault_out() -> None:
    """A new fault of the simulator's must be survived too."""
    assert set(REASONS) == set(ACTIONS) - {"content_filtered"}, "that one is Stability's"


@pytest.mark.parametrize("fault", REASONS)
async def test_a_run_completes_whatever_gemini_does(world: World, fault: str) -> None:
    """The fallback answers for the node that was hit, and says why."""
    for step in STEPS:
        result = await run_with(world, fault, step)

        assert is_right(result, fault, step), (step, result.status, result.provenance[step])


async def test_gemini_gone_from_the_start_changes_nothing_but_the_author(
    newsroom: Newsroom,
) -> None:
    """An outage of hours: the circuit opens, and every step is still made."""
    newsroom.fault("gemini", "*", "drop_before", times=0)
    async with newsroom.open(gemini=newsroom.gemini) as room:
        results = [
            await room.content.run(a_brief(platforms=("x",), title=title, message=message))
            for title, message in (("One", "The first market."), ("Two", "A second evening."))
        ]

    assert [result.status for result in results] == ["done", "done"]
    makers = {result.provenance[step].made_by for result in results for step in STEPS}
    assert makers == {"fallback"}
    assert results[1].provenance["copy"].reason == "breaker-open"
