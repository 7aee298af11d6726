"""Content runs as a host sees them: start, watch, resume, and a typed result."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pressroom.analysis.pictures import measure
from pressroom.domain.brief import Brief, is_past
from pressroom.domain.content import Caption, Creative, Idea, Trend
from pressroom.domain.effects import Effect
from pressroom.domain.post import Post
from pressroom.domain.provenance import Provenance
from pressroom.domain.run import Run
from pressroom.errors import BriefError, InputError
from pressroom.graphs.content import GRAPH
from pressroom.graphs.content_state import input_of, thread_id_of
from pressroom.graphs.driver import Driver, NodeEvent, Observer
from pressroom.storage.posts import get_post
from pressroom.storage.runs import get_run
from pressroom.tools.ports import Ports

_THREAD_CHARS = 64
"""What the ledger keeps of a run's id beside each effect."""

ContentStatus = Literal["done", "waiting", "failed", "unfit", "rejected", "running", "dry_run"]


class Preview(BaseModel):
    """One request as it would be sent."""

    model_config = ConfigDict(frozen=True)

    platform: str
    method: str
    url: str
    encoding: str
    body: dict[str, Any]
    note: str = ""


class ContentResult(BaseModel):
    """What came of a content run, and who made each part of it."""

    model_config = ConfigDict(frozen=True)

    thread_id: str
    """Empty for a dry run, of which nothing is kept."""
    title: str = ""
    status: ContentStatus
    """`waiting` for a person or for an outcome; `unfit` breaks a platform's rules and sent
    nothing; `rejected` by a person; `failed` says why in `error`."""
    waiting_for: tuple[str, ...] = ()
    error: str = ""
    post: Post | None = None
    idea: Idea | None = None
    trends: tuple[Trend, ...] = ()
    captions: tuple[Caption, ...] = ()
    creatives: tuple[Creative, ...] = ()
    effects: tuple[Effect, ...] = ()
    schedule: dict[str, dict[str, Any]] = {}
    violations: tuple[dict[str, Any], ...] = ()
    previews: tuple[Preview, ...] = ()
    provenance: dict[str, Provenance] = {}
    """Step → who made it (gemini, fallback, rule, person, cache) and why."""
    notes: tuple[str, ...] = ()

    @property
    def needs_approval(self) -> bool:
        """Whether a person must decide before anything is published."""
        return any(token.startswith("approval:") for token in self.waiting_for)


class ContentRuns:
    """The content pipeline, ready to run."""

    def __init__(self, driver: Driver, ports: Ports, *, review: bool = False) -> None:
        self._driver = driver
        self._ports = ports
        self._review = review

    async def run(
        self,
        brief: Brief,
        *,
        thread_id: str | None = None,
        review: bool | None = None,
        dry_run: bool = False,
        observe: Observer | None = None,
    ) -> ContentResult:
        """Run the pipeline for *brief* as far as it goes now.

        The same calendar entry (a brief with an `external_id`) always gets the same thread:
        run again, it goes on or tells what came of it, and publishes nothing twice.
        *review* asks for a person's approval where the settings do not; what the settings
        ask for always holds. A dry run shows what would be sent, and when, and keeps nothing.

        Raises:
            BriefError: Its time is past, or one of its pictures cannot be used.
            SettingsError: No account is set up for a platform it names.
        """
        if dry_run:
            return await self._rehearse(brief, observe)
        thread = await self.accept(brief, thread_id=thread_id, review=review)
        return await self.resume(thread, observe=observe)

    async def _rehearse(self, brief: Brief, observe: Observer | None) -> ContentResult:
        await _refuse_hopeless(brief, self._ports)
        thread = thread_id_of(brief) or self._new_thread()
        values = input_of(brief, review=False, dry_run=True)
        watching = {} if observe is None else {"observe": observe}
        end = await self._driver.rehearse(GRAPH, thread, values, **watching)
        status: ContentStatus = "unfit" if end.get("violations") else "dry_run"
        return _result("", status, end)

    async def accept(
        self,
        brief: Brief,
        *,
        thread_id: str | None = None,
        review: bool | None = None,
    ) -> str:
        """Write the run down and return its thread; the sweeper or `resume` drives it.

        Raises:
            InputError: *thread_id* cannot be a run's id.
            BriefError: Its time is past, or one of its pictures cannot be used.
            SettingsError: No account is set up for a platform it names.
        """
        if thread_id is not None:
            _refuse_odd(thread_id)
        thread = thread_id or thread_id_of(brief) or self._new_thread()
        async with self._ports.store.read() as session:
            known = await get_run(session, thread)
        if known is None:  # one that is under way may have a time that is past by now
            await _refuse_hopeless(brief, self._ports)
        values = input_of(brief, review=self._review if review is None else review, dry_run=False)
        await self._driver.accept(GRAPH, thread, values)
        return thread

    async def stream(self, thread_id: str) -> AsyncIterator[NodeEvent]:
        """Drive the run, one event as each node begins and ends; see `result` afterwards."""
        events: asyncio.Queue[NodeEvent | None] = asyncio.Queue()

        async def drive() -> None:
            try:
                await self._driver.advance(thread_id, observe=events.put_nowait)
            finally:
                events.put_nowait(None)

        task = asyncio.create_task(drive())
        try:
            while (event := await events.get()) is not None:
                yield event
            await task
        finally:
            # A reader who leaves early interrupts the run, which is written down first.
            task.cancel()
            await asyncio.wait([task])

    async def resume(self, thread_id: str, *, observe: Observer | None = None) -> ContentResult:
        """Drive the run on from wherever it stands; one that failed is tried again.

        Raises:
            InputError: There is no such run.
            Held: Another process drives it now.
            PressroomError: What stops it now; `result` keeps saying so until it is mended.
        """
        if observe is None:
            run = await self._driver.advance(thread_id)
        else:
            run = await self._driver.advance(thread_id, observe=observe)
        return await self._result_of(run)

    async def result(self, thread_id: str) -> ContentResult:
        """Where the run stands, without driving it.

        Raises:
            InputError: There is no such run.
        """
        return await self._result_of(await self._driver.find(thread_id))

    async def _result_of(self, run: Run) -> ContentResult:
        values = await self._driver.values(run)
        post_id = values.get("post_id", "")
        async with self._ports.store.read() as session:
            post = await get_post(session, post_id) if post_id else None
        return _result(
            run.thread_id,
            _status_of(run, values),
            values,
            waiting_for=run.waiting_for,
            error=run.error,
            post=post,
            effects=tuple(await self._ports.ledger.effects(run_id=run.thread_id)),
        )

    def _new_thread(self) -> str:
        return f"content-{self._ports.ids.new()}"


def _result(
    thread_id: str, status: ContentStatus, values: Mapping[str, Any], **known: Any
) -> ContentResult:
    """What the state's *values* say of a run, beside what is *known* from the records."""
    return ContentResult(
        thread_id=thread_id,
        status=status,
        title=values.get("brief", {}).get("title", ""),
        idea=values.get("idea") or None,
        trends=values.get("trends", ()),
        captions=values.get("captions", ()),
        creatives=values.get("creatives", ()),
        schedule=values.get("schedule", {}),
        violations=values.get("violations", ()),
        previews=values.get("previews", ()),
        provenance=values.get("provenance", {}),
        notes=values.get("notes", ()),
        **known,
    )


def _status_of(run: Run, values: Mapping[str, Any]) -> ContentStatus:
    if run.status in ("waiting", "failed"):
        return "waiting" if run.status == "waiting" else "failed"
    if run.status != "done":
        return "running"
    if values.get("violations"):
        return "unfit"
    if values.get("dry_run"):
        return "dry_run"
    if values.get("decision", {}).get("decision") == "reject":
        return "rejected"
    return "done"


async def _refuse_hopeless(brief: Brief, ports: Ports) -> None:
    """Refuse at the door what could only fail half way."""
    if is_past(brief, ports.clock.now()):
        raise BriefError(
            f"publish_at {brief.publish_at:%Y-%m-%d %H:%M %Z} is in the past.",
            field="publish_at",
            fix="Give a time to come, or leave it out and set publish_now: true.",
        )
    for platform in brief.platforms:
        ports.channel(platform)
    for picture in brief.media:
        await asyncio.to_thread(measure, picture.path)


def _refuse_odd(thread_id: str) -> None:
    if len(thread_id) > _THREAD_CHARS or not thread_id.isprintable() or " " in thread_id:
        raise InputError(
            f"a run's id has 1 to {_THREAD_CHARS} characters, and no blanks or control characters.",
            field="thread_id",
            fix="Give another one, or leave it out.",
        )
