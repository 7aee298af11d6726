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
from pressroom.graphs.comments import make_graph as make_comments_graph
from pressroom.graphs.content import make_graph as make_content_graph
from pressroom.settings import Settings


@asynccontextmanager
async def content() -> AsyncIterator[CompiledGraph]:
    """The content graph, with ports from `pressroom.toml` and the environment."""
    async with _open() as room:
        yield make_content_graph(room.ports).compile()


@asynccontextmanager
async def comments() -> AsyncIterator[CompiledGraph]:
    """The comment graph, with ports from `pressroom.toml` and the environment."""
    async with _open() as room:
        yield make_comments_graph(room.ports).compile()


@asynccontextmanager
async def _open() -> AsyncIterator[Pressroom]:
    file = Path(os.environ.get("PRESSROOM_SETTINGS", "pressroom.toml"))
    settings = Settings.load(file if file.exists() else None, os.environ)  # noqa: ASYNC240
    async with Pressroom.open(settings) as room:
        yield room
