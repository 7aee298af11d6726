"""Embed pressroom in FastAPI: a request starts a run, another asks how it went.

uvicorn --factory examples.fastapi_app:app

Posts for later, and outcomes in doubt, are finished by `pressroom work` beside it.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import BackgroundTasks, FastAPI, HTTPException

from pressroom import Brief, Pressroom, Settings
from pressroom.errors import InputError


def make_app(settings: Settings) -> FastAPI:
    """An app that owns one pressroom for as long as it lives."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with Pressroom.open(settings) as room:
            app.state.room = room
            yield

    app = FastAPI(lifespan=lifespan)

    @app.post("/campaigns", status_code=202)
    async def start(brief: Brief, later: BackgroundTasks) -> dict[str, str]:
        room: Pressroom = app.state.room
        try:
            # Written down before the answer: an accepted campaign survives a crash.
            thread_id = await room.content.accept(brief)
        except InputError as err:
            raise HTTPException(422, detail={"message": err.message, "fix": err.fix}) from err
        later.add_task(room.content.resume, thread_id)
        return {"thread_id": thread_id}

    @app.get("/campaigns/{thread_id}")
    async def show(thread_id: str) -> dict[str, Any]:
        room: Pressroom = app.state.room
        try:
            result = await room.content.result(thread_id)
        except InputError as err:
            raise HTTPException(404, detail=err.message) from err
        return result.model_dump(mode="json")

    return app


def app() -> FastAPI:
    """The app for `uvicorn --factory`, with settings from the environment."""
    file = Path(os.environ.get("PRESSROOM_SETTINGS", "pressroom.toml"))
    return make_app(Settings.load(file, os.environ))
