"""The graphs as LangGraph's own server and Studio load them: factories named in `langgraph.json`.

The server brings the checkpointer and cannot pass live objects, so each graph brings its own
ports, opened from the settings that the server's environment gives.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pressroom.app import Pressroom
from pressroom.graphs._langgraph import CompiledGraph
from pressroom.graphs.content import make_graph
from pressroom.settings import Settings


@asynccontextmanager
async def content() -> AsyncIterator[CompiledGraph]:
    """The content graph, with ports from `pressroom.toml` and the environment."""
    file = Path(os.environ.get("PRESSROOM_SETTINGS", "pressroom.toml"))
    settings = Settings.load(file if file.exists() else None, os.environ)  # noqa: ASYNC240
    async with Pressroom.open(settings) as room:
        yield make_graph(room.ports).compile()
