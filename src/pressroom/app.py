"""The composition root: everything opened from `Settings`, handed out, and closed again."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import httpx

from pressroom.assembly import assemble
from pressroom.clock import Clock
from pressroom.domain.effects import Effect, EffectStatus
from pressroom.domain.post import Post
from pressroom.domain.run import Run
from pressroom.errors import InputError
from pressroom.settings import Settings
from pressroom.storage.posts import get_post, list_posts
from pressroom.storage.runs import list_runs
from pressroom.storage.upgrade import check, upgrade
from pressroom.tools.backfill import BackfillReport, backfill
from pressroom.tools.decide import DecisionInput, DecisionResult, decide_posts
from pressroom.tools.fetch_insights import (
    InsightsInput,
    InsightsResult,
    fetch_insights,
    track_due,
)
from pressroom.tools.forget import ForgetInput, ForgetReport, forget
from pressroom.tools.ports import Ports
from pressroom.tools.publish import PublishInput, PublishResult, publish
from pressroom.tools.receive import ReceiveReport, receive

if TYPE_CHECKING:
    from pressroom.content_runs import ContentRuns
    from pressroom.graphs.driver import Driver
    from pressroom.jobs.sweeper import SweepReport


@dataclass(frozen=True)
class Pressroom:
    """An open pressroom: the graphs, the tools and the records of one brand.

    Nothing is global: two of them, with different settings, live side by side. LangGraph,
    which takes seconds to import, is not touched before a graph is asked for.
    """

    settings: Settings
    ports: Ports
    _stack: AsyncExitStack = field(repr=False)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        settings: Settings,
        *,
        clock: Clock | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        create: bool = True,
    ) -> AsyncIterator[Self]:
        """Everything that *settings* names, open until the block ends.

        A SQLite database of our own is made and brought up to date (*create*); a database
        server's schema is only checked. *clock* and *transport* replace the machine's time
        and network, for tests and replays.

        Raises:
            SchemaBehind: The database's schema is not this version's.
            SettingsError: A setting cannot work; it names which and how to mend it.
        """
        async with AsyncExitStack() as stack:
            ports = await assemble(settings, stack, clock=clock, transport=transport)
            if create and ports.store.dialect == "sqlite":
                await upgrade(ports.store)
            await check(ports.store)
            yield cls(settings=settings, ports=ports, _stack=stack)

    @cached_property
    def driver(self) -> "Driver":
        """Drives runs of the graphs, from the checkpoints in the settings' file."""
        from pressroom.graphs._langgraph import open_checkpoints  # noqa: PLC0415 - slow
        from pressroom.graphs.content import GRAPH, make_graph  # noqa: PLC0415
        from pressroom.graphs.driver import Driver  # noqa: PLC0415

        saver = self._stack.enter_context(open_checkpoints(self.settings.checkpoints))
        return Driver({GRAPH: make_graph().compile(checkpointer=saver)}, self.ports)

    @cached_property
    def content(self) -> "ContentRuns":
        """The content pipeline, ready to run."""
        from pressroom.content_runs import ContentRuns  # noqa: PLC0415 - slow

        return ContentRuns(self.driver, self.ports, review=self.settings.review)

    async def publish(self, request: PublishInput) -> PublishResult:
        """Publish one post without a graph; see `pressroom.tools.publish.publish`."""
        return await publish(request, self.ports)

    async def fetch_insights(self, request: InsightsInput) -> InsightsResult:
        """How a live post does; see `pressroom.tools.fetch_insights.fetch_insights`."""
        return await fetch_insights(request, self.ports)

    async def decide(self, request: DecisionInput) -> DecisionResult:
        """Record a person's decision; `content.resume` or the sweeper then acts on it."""
        return await decide_posts(request, self.ports)

    async def sweep(self) -> "SweepReport":
        """Finish what was left unfinished: due effects, unknown outcomes, parked runs."""
        from pressroom.jobs.sweeper import sweep_once  # noqa: PLC0415 - slow

        return await sweep_once(self.ports, self.driver)

    async def track(self, *, limit: int = 50) -> Sequence[InsightsResult]:
        """Read the figures of every post whose time for it has come."""
        return await track_due(self.ports, limit=limit)

    async def receive(self) -> ReceiveReport:
        """Work the inbox off into comments on record; see `pressroom.tools.receive.receive`."""
        return await receive(self.ports)

    async def backfill(self, *, full: bool = False) -> BackfillReport:
        """Ask the platforms for comments and mentions; see `pressroom.tools.backfill.backfill`."""
        follow = timedelta(days=self.settings.listening.follow_days)
        return await backfill(self.ports, follow=follow, full=full)

    async def forget(
        self, request: ForgetInput, *, leave_out: Collection[Path] = ()
    ) -> ForgetReport:
        """Delete what we keep of a person or a comment, and search everything for it.

        *leave_out* are files in our folders that are somebody else's.

        Raises:
            InputError: It names nobody.
            StoreError: A store cannot be searched or written.
        """
        return await forget(request, self.ports, places=self._places(), leave_out=leave_out)

    def _places(self) -> list[Path]:
        """Every folder and file in which something may be kept, each once."""
        settings, url = self.settings, self.ports.store.url
        named = [settings.home, settings.checkpoints, settings.cache.folder, settings.media.folder]
        if url.get_backend_name() == "sqlite" and url.database:
            named += [Path(f"{url.database}{end}") for end in ("", "-wal", "-journal")]
        named += [Path(f"{settings.checkpoints}-wal")]
        home = settings.home.resolve()
        inside = [place for place in named if place.resolve().is_relative_to(home)]
        return [settings.home, *(place for place in named if place not in inside)]

    async def posts(self, *, limit: int = 50) -> list[Post]:
        """Our posts, newest first."""
        async with self.ports.store.read() as session:
            return await list_posts(session, limit=limit)

    async def post(self, post_id: str) -> Post:
        """One post.

        Raises:
            InputError: There is none with that id.
        """
        async with self.ports.store.read() as session:
            found = await get_post(session, post_id)
        if found is None:
            raise InputError(
                f"there is no post {post_id!r}.",
                field="post",
                fix="List them with: pressroom posts list",
            )
        return found

    async def effects(
        self, *, status: EffectStatus | None = None, run_id: str | None = None, limit: int = 100
    ) -> list[Effect]:
        """The ledger of outward effects, newest first."""
        return await self.ports.ledger.effects(status=status, run_id=run_id, limit=limit)

    async def runs(self, *, limit: int = 50) -> list[Run]:
        """Runs of graphs, newest first."""
        async with self.ports.store.read() as session:
            return await list_runs(session, limit=limit)
