"""Embed pressroom in Celery: tasks carry ids and plain briefs, the database is the truth.

A task that is delivered twice publishes nothing twice: the run's thread is its key. A task
that is lost is found again by `sweep`, which any beat or `pressroom work` may call.
"""

import asyncio
from typing import Any

from celery import Celery

from pressroom import Brief, Pressroom, Settings


def add_tasks(celery: Celery, settings: Settings) -> None:
    """Register the tasks `publish_brief` and `sweep` on *celery*."""

    async def run(brief: Brief, thread_id: str) -> dict[str, Any]:
        async with Pressroom.open(settings) as room:
            result = await room.content.run(brief, thread_id=thread_id)
        return {"status": result.status, "links": [e.permalink for e in result.effects]}

    async def finish() -> list[str]:
        async with Pressroom.open(settings) as room:
            return list((await room.sweep()).effects)

    @celery.task(name="publish_brief", acks_late=True)
    def publish_brief(brief: dict[str, Any], thread_id: str) -> dict[str, Any]:
        return asyncio.run(run(Brief.model_validate(brief), thread_id))

    @celery.task(name="sweep")
    def sweep() -> list[str]:
        return asyncio.run(finish())
