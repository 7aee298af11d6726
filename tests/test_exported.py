"""The graph as LangGraph's own server loads it: from `langgraph.json`, without live objects."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from pressroom.errors import InputError
from pressroom.graphs.content_state import input_of
from tests.newsroom import Newsroom, a_brief

ROOT = Path(__file__).resolve().parent.parent


def named_in_langgraph_json() -> Any:
    """The factory that the server is told to call."""
    path, _, name = json.loads((ROOT / "langgraph.json").read_text())["graphs"][
        "content"
    ].partition(":")
    dotted = ".".join(Path(path).relative_to("src").with_suffix("").parts)
    return getattr(importlib.import_module(dotted), name)


async def test_the_exported_graph_runs_without_a_context(
    live_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server and Studio pass plain data only; the graph brings its own ports."""
    monkeypatch.setenv("PRESSROOM_SETTINGS", str(live_newsroom.settings_file()))
    brief = a_brief(platforms=("facebook", "x"))

    async with named_in_langgraph_json()() as graph:
        end = await graph.ainvoke(
            input_of(brief, review=False, dry_run=False),
            {"configurable": {"thread_id": "from-studio"}},
            version="v2",
        )

    assert graph.checkpointer is None, "the server brings its own, and refuses ours"
    assert [outcome["status"] for outcome in end.value.outcomes] == ["sent", "sent"]
    assert live_newsroom.live_on() == ["facebook", "x"]


async def test_a_call_without_a_thread_is_refused(
    live_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two such calls would otherwise share one post, and the second would be lost."""
    monkeypatch.setenv("PRESSROOM_SETTINGS", str(live_newsroom.settings_file()))

    async with named_in_langgraph_json()() as graph:
        with pytest.raises(InputError, match="without a thread"):
            await graph.ainvoke(input_of(a_brief(), review=False, dry_run=False))

    assert live_newsroom.requests() == []
