"""Embed the graph itself: compiled with a checkpointer of the host's, run with its ports."""

from typing import Any

from langgraph.checkpoint.memory import InMemorySaver

from pressroom import Brief, Pressroom, Settings, make_content_graph
from pressroom.graphs.content_state import input_of


async def draft_only(settings: Settings, brief: Brief) -> dict[str, Any]:
    """Everything up to the requests that would be sent; nothing is saved or sent."""
    graph = make_content_graph().compile(checkpointer=InMemorySaver())
    async with Pressroom.open(settings) as room:
        end = await graph.ainvoke(
            input_of(brief, review=False, dry_run=True),
            {"configurable": {"thread_id": "draft"}},
            context=room.ports,
        )
    return dict(end)
