"""What a checkpoint of today must still mean tomorrow: node names, fields, gates."""

import ast
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any, get_type_hints

import pytest

from pressroom.graphs import content_publishing
from pressroom.graphs._langgraph import open_checkpoints
from pressroom.graphs.content import GRAPH, make_graph
from pressroom.graphs.content_state import Content, ContentUpdate, input_of
from pressroom.graphs.driver import Driver
from tests.newsroom import Newsroom, a_brief

NODES = [
    "gather_trends",
    "propose_ideas",
    "choose_idea",
    "write_copy",
    "plan_visuals",
    "draw_visuals",
    "check_posts",
    "preview_requests",
    "save_posts",
    "plan_effects",
    "apply_decision",
    "publish_posts",
    "start_tracking",
    "await_approval",
    "await_outcomes",
]
FIELDS = [
    "brief",
    "review",
    "dry_run",
    "schema_version",
    "trends",
    "ideas",
    "idea",
    "captions",
    "visual_plan",
    "creatives",
    "orders",
    "violations",
    "schedule",
    "previews",
    "post_id",
    "effect_keys",
    "decision",
    "outcomes",
    "provenance",
    "notes",
]
GATES = ("await_approval", "await_outcomes")


def test_node_names_are_a_storage_format() -> None:
    """A renamed node leaves every run that waits there stuck: add nodes, never rename."""
    assert list(make_graph().nodes) == NODES


def test_state_fields_are_a_storage_format() -> None:
    """A renamed field loses what running posts were about: add fields, never rename."""
    assert [field.name for field in fields(Content)] == FIELDS
    assert set(ContentUpdate.__annotations__) <= set(FIELDS)


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_holds_its_interrupt_and_nothing_else(gate: str) -> None:
    """A gate runs again on every answer: a side effect or a `try` in it loses approvals."""
    function: Any = ast.parse(inspect.getsource(getattr(content_publishing, gate))).body[0]

    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    names = [call.func.id for call in calls if isinstance(call.func, ast.Name)]

    assert names.count("interrupt") == 1
    assert set(names) <= {"interrupt", "approval_request"}
    assert len(names) == len(calls), "a gate calls no methods"
    assert not [n for n in ast.walk(function) if isinstance(n, ast.Try | ast.Await | ast.While)]
    assert [argument.arg for argument in function.args.args] == ["state"]


def test_a_gate_has_no_retry_and_no_error_handler() -> None:
    """Either swallows the interrupt (langgraph): the question would never reach a person."""
    for name, spec in make_graph().nodes.items():
        assert not spec.retry_policy, name
        assert not getattr(spec, "error_handler_node", None), name


async def test_every_update_is_a_known_field(newsroom: Newsroom) -> None:
    """LangGraph drops a misspelt key in silence; the value would simply be gone."""
    known = set(get_type_hints(ContentUpdate))
    seen: dict[str, set[str]] = {}
    graph = make_graph()
    for name, spec in graph.nodes.items():
        spec.runnable.afunc = _noting(name, spec.runnable.afunc, seen)  # type: ignore[attr-defined]
    with open_checkpoints(newsroom.home / "checked.db") as saver:
        async with newsroom.open() as room:
            driver = Driver({GRAPH: graph.compile(checkpointer=saver)}, room.ports)
            for thread, flags in (("real", {"dry_run": False}), ("dry", {"dry_run": True})):
                await driver.accept(GRAPH, thread, input_of(a_brief(), review=False, **flags))
                assert (await driver.advance(thread)).status == "done"

    assert set(seen) == set(NODES) - {"await_approval", "await_outcomes", "apply_decision"}
    assert set().union(*seen.values()) <= known


def _noting(
    name: str, node: Callable[..., Awaitable[Any]], seen: dict[str, set[str]]
) -> Callable[..., Awaitable[Any]]:
    async def noting(*args: Any, **kwargs: Any) -> Any:
        update = await node(*args, **kwargs)
        seen.setdefault(name, set()).update(update)
        return update

    return noting
