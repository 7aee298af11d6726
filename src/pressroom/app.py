"""The composition root: everything opened from `Settings`, handed out, and closed again."""

import logging
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import httpx

from pressroom.assembly import assemble
from pressroom.clock import Clock
from pressroom.domain.comment import CommentRef
from pressroom.domain.decision import HandledStatus
from pressroom.domain.desk import DeskItem
from pressroom.domain.effects import Effect, EffectStatus
from pressroom.domain.post import Post
from pressroom.domain.run import Run
from pressroom.domain.waiting import Waiting
from pressroom.errors import InputError
from pressroom.settings import Settings
from pressroom.storage.history import refusal
from pressroom.storage.posts import get_post, list_posts
from pressroom.storage.restoring import Restoring
from pressroom.storage.runs import list_runs
from pressroom.storage.upgrade import check, upgrade
from pressroom.storage.waiting import count_waiting, list_waiting
from pressroom.tools.analyze_sentiment import (
    SentimentInput,
    SentimentResult,
    analyze_sentiment,
)
from pressroom.tools.backfill import BackfillReport, backfill
from pressroom.tools.decide import DecisionInput, DecisionResult, decide_posts
from pressroom.tools.desk import DeskInput, DeskResult, act_at_desk, list_desk, show_desk
from pressroom.tools.fetch_insights import (
    InsightsInput,
    InsightsResult,
    fetch_insights,
    track_due,
)
from pressroom.tools.forget import ForgetInput, ForgetReport, forget
from pressroom.tools.hide import HideInput, HideResult, hide
from pressroom.tools.ports import Ports
from pressroom.tools.publish import PublishInput, PublishResult, publish
from pressroom.tools.receive import ReceiveReport, receive
from pressroom.tools.reply import ReplyInput, ReplyResult, reply
from pressroom.tools.show_effect import show_effect
from pressroom.tools.take_over import TakeOverResult, release, take_over

if TYPE_CHECKING:
    from pressroom.comment_runs import CommentRuns
    from pressroom.content_runs import ContentRuns
    from pressroom.graphs.driver import Driver
    from pressroom.jobs.sweeper import SweepReport

_LOG = logging.getLogger(__name__)


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
        reading: bool = False,
    ) -> AsyncIterator[Self]:
        """Everything that *settings* names, open until the block ends.

        A SQLite database of our own is made and brought up to date (*create*); a database
        server's schema is only checked. *clock* and *transport* replace the machine's time
        and network, for tests and replays. *reading* needs no brand file: what was done can
        be looked at, and what needs the brand raises the error that would come at once else.

        Raises:
            SchemaBehind: The database's schema is not this version's.
            SettingsError: A setting cannot work; it names which and how to mend it.
        """
        async with AsyncExitStack() as stack:
            ports = await assemble(
                settings, stack, clock=clock, transport=transport, reading=reading
            )
            if create and ports.store.dialect == "sqlite":
                await upgrade(ports.store)
            await check(ports.store)
            if await ports.ledger.history.is_behind():
                _LOG.warning("%s", refusal())
            yield cls(settings=settings, ports=ports, _stack=stack)

    @cached_property
    def driver(self) -> "Driver":
        """Drives runs of the graphs, from the checkpoints in the settings' file."""
        from pressroom.graphs import comments, content  # noqa: PLC0415
        from pressroom.graphs._langgraph import open_checkpoints  # noqa: PLC0415 - slow
        from pressroom.graphs.driver import Driver  # noqa: PLC0415

        saver = self._stack.enter_context(open_checkpoints(self.settings.checkpoints))
        graphs = {
            room.GRAPH: room.make_graph().compile(checkpointer=saver)
            for room in (content, comments)
        }
        return Driver(graphs, self.ports)

    @cached_property
    def content(self) -> "ContentRuns":
        """The content pipeline, ready to run."""
        from pressroom.content_runs import ContentRuns  # noqa: PLC0415 - slow

        return ContentRuns(self.driver, self.ports, review=self.settings.review)

    @cached_property
    def comments(self) -> "CommentRuns":
        """The comment pipeline, ready to run."""
        from pressroom.comment_runs import CommentRuns  # noqa: PLC0415 - slow

        return CommentRuns(self.driver, self.ports)

    async def inbox(
        self, *, status: Sequence[HandledStatus] | None = None, limit: int = 50
    ) -> list[DeskItem]:
        """Comments that wait for a person, the most urgent first; or those of other statuses."""
        return await list_desk(self.ports, status=status or ("waiting",), limit=limit)

    async def comment(self, ref: CommentRef) -> DeskItem:
        """One comment with its thread, what it means, what is proposed and why.

        Raises:
            InputError: It is not on record, or nothing was decided about it yet.
        """
        return await show_desk(ref, self.ports)

    async def act(self, request: DeskInput) -> DeskResult:
        """Carry out what a person decided about a comment; see `pressroom.tools.desk`."""
        return await act_at_desk(request, self.ports)

    async def publish(self, request: PublishInput) -> PublishResult:
        """Publish one post without a graph; see `pressroom.tools.publish.publish`."""
        return await publish(request, self.ports)

    async def reply(self, request: ReplyInput) -> ReplyResult:
        """Answer one comment without a graph; see `pressroom.tools.reply.reply`."""
        return await reply(request, self.ports)

    async def hide(self, request: HideInput) -> HideResult:
        """Hide one comment without a graph; see `pressroom.tools.hide.hide`."""
        return await hide(request, self.ports)

    async def take_over(
        self, thread: str, by: str, *, until: datetime | None = None, reason: str = ""
    ) -> TakeOverResult:
        """Give a conversation to a person; see `pressroom.tools.take_over.take_over`."""
        return await take_over(thread, by, self.ports, until=until, reason=reason)

    async def release(self, thread: str, by: str, *, reason: str = "") -> TakeOverResult:
        """Give a conversation back; see `pressroom.tools.take_over.release`."""
        return await release(thread, by, self.ports, reason=reason)

    async def fetch_insights(self, request: InsightsInput) -> InsightsResult:
        """How a live post does; see `pressroom.tools.fetch_insights.fetch_insights`."""
        return await fetch_insights(request, self.ports)

    async def analyze_sentiment(self, request: SentimentInput) -> SentimentResult:
        """What texts mean; see `pressroom.tools.analyze_sentiment`."""
        return await analyze_sentiment(request, self.ports)

    async def decide(self, request: DecisionInput) -> DecisionResult:
        """Record a person's decision; `content.resume` or the sweeper then acts on it."""
        return await decide_posts(request, self.ports)

    async def waiting(self, *, limit: int | None = None, offset: int = 0) -> list[Waiting]:
        """What waits for a person's decision, the longest first; without *limit* all of it."""
        async with self.ports.store.read() as session:
            return await list_waiting(session, limit=limit, offset=offset)

    async def waiting_count(self) -> int:
        """How many decisions are open."""
        async with self.ports.store.read() as session:
            return await count_waiting(session)

    async def sweep(self) -> "SweepReport":
        """Finish what was left unfinished: due effects, unknown outcomes, parked runs."""
        from pressroom.jobs.sweeper import sweep_once  # noqa: PLC0415 - slow

        return await sweep_once(self.ports, self.driver)

    async def accept_copy(self) -> list[str]:
        """Go on with a database that was restored from an older copy.

        Gives the keys of the effects that may have gone out since the copy: they are looked
        for on their platforms, and sent only where they are not there.
        """
        ledger = self.ports.ledger
        restoring = Restoring(self.ports.store, ledger.policy, ledger.history, mirror=show_effect)
        return await restoring.accept_copy()

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
