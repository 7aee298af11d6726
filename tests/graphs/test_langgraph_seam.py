"""What we rely on in LangGraph beyond its documentation, so that an upgrade cannot take it away."""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ormsgpack
import pytest
from langgraph.checkpoint.conformance import checkpointer_test, validate
from langgraph.errors import UnknownInterruptError
from langgraph.graph import END, START, StateGraph
from langgraph.types import Command, interrupt

from pressroom.graphs._langgraph import open_checkpoints, plain_serializer, run_config


@dataclass(frozen=True)
class Asked:
    """A state with one answer."""

    answer: str = ""


async def ask(_state: Asked) -> dict[str, str]:
    """A gate: one interrupt and nothing else."""
    return {"answer": interrupt({"question": "may we?"})}


def asking_graph() -> StateGraph[Asked, Any, Asked, Asked]:
    """start → ask → end."""
    graph = StateGraph(Asked)
    graph.add_node("ask", ask)
    graph.add_edge(START, "ask")
    graph.add_edge("ask", END)
    return graph


async def test_checkpoints_pass_langgraphs_own_conformance_suite(tmp_path: Path) -> None:
    """A saver of our own must do whatever LangGraph's do, or a run is lost in silence."""

    @checkpointer_test(name="direct")
    async def saver() -> Any:
        with open_checkpoints(tmp_path / "checkpoints.db") as opened:
            yield opened

    report = await validate(saver)

    assert report.passed_all_base()


async def test_an_answer_to_a_question_that_is_not_asked_is_refused(tmp_path: Path) -> None:
    """Without strict resume an old approval would answer the next question (langgraph#8836)."""
    with open_checkpoints(tmp_path / "checkpoints.db") as saver:
        graph = asking_graph().compile(checkpointer=saver)
        config = run_config("thread")
        await graph.ainvoke(Asked(), config)

        with pytest.raises(UnknownInterruptError):
            await graph.ainvoke(Command(resume={"0" * 32: "yes"}), config)

        snapshot = await graph.aget_state(config)
        assert [pending.value for pending in snapshot.interrupts] == [{"question": "may we?"}]


async def test_an_answer_by_id_survives_a_reopened_file(tmp_path: Path) -> None:
    """A person answers hours later, in another process."""
    path, config = tmp_path / "checkpoints.db", run_config("thread")
    with open_checkpoints(path) as saver:
        await asking_graph().compile(checkpointer=saver).ainvoke(Asked(), config)

    with open_checkpoints(path) as saver:
        graph = asking_graph().compile(checkpointer=saver)
        pending = (await graph.aget_state(config)).interrupts[0]
        end = await graph.ainvoke(Command(resume={pending.id: "yes"}), config)

    assert end["answer"] == "yes"


def test_a_hostile_checkpoint_row_runs_nothing(tmp_path: Path) -> None:
    """LangGraph's default serializer calls whatever a row names; ours must not."""
    mark = tmp_path / "ran"
    call = ormsgpack.Ext(0, ormsgpack.packb(("os", "mkdir", str(mark))))

    plain_serializer().loads_typed(("msgpack", ormsgpack.packb(call)))

    assert not mark.exists()


def test_a_new_checkpoint_file_is_ours_alone(tmp_path: Path) -> None:
    """It holds briefs and drafts that are not published yet."""
    path = tmp_path / "checkpoints.db"
    with open_checkpoints(path):
        modes = [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()]

    assert set(modes) == {0o600}
