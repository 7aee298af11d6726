"""Comment runs as a host sees them: what waits is worked off, and a typed result."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from pressroom.domain.comment import CommentRef, parse_ref
from pressroom.domain.desk import DeskItem
from pressroom.domain.provenance import Provenance
from pressroom.domain.run import Run
from pressroom.graphs.comments import GRAPH
from pressroom.graphs.comments_judging import LEASE
from pressroom.graphs.comments_state import input_of
from pressroom.graphs.driver import Driver, NodeEvent, Observer
from pressroom.storage.comments import any_waiting
from pressroom.storage.handled import stalled
from pressroom.storage.inbox import next_due
from pressroom.tools.desk import show_desk
from pressroom.tools.ports import Ports

CommentsStatus = Literal["done", "failed", "running"]


class CommentOutcome(BaseModel):
    """What is done about one comment, and where that stands."""

    model_config = ConfigDict(frozen=True)

    comment: str
    """`platform:id`."""
    action: str
    mode: str
    status: str
    rules: tuple[str, ...] = ()
    """The codes of the rules that decided, the weightiest first."""
    priority: str = "normal"
    made_by: str = ""
    """Who wrote the answer that is proposed or sent: gemini, fallback, person …"""
    effect_key: str = ""

    @property
    def ref(self) -> CommentRef:
        """The comment's platform and id."""
        return parse_ref(self.comment)


class CommentsResult(BaseModel):
    """What came of a comment run."""

    model_config = ConfigDict(frozen=True)

    thread_id: str
    status: CommentsStatus
    error: str = ""
    heard: dict[str, int] = {}
    """What came in: new, changed and removed comments."""
    comments: tuple[CommentOutcome, ...] = ()
    already_handled: int = 0
    provenance: dict[str, Provenance] = {}
    """Step → who made it and why."""

    @property
    def waiting(self) -> tuple[CommentOutcome, ...]:
        """Those that a person has to look at."""
        return tuple(one for one in self.comments if one.status == "waiting")


class CommentRuns:
    """The comment pipeline, ready to run."""

    def __init__(self, driver: Driver, ports: Ports) -> None:
        self._driver = driver
        self._ports = ports

    async def run(
        self,
        only: Iterable[CommentRef] = (),
        *,
        limit: int = 500,
        thread_id: str | None = None,
        observe: Observer | None = None,
    ) -> CommentsResult:
        """Work off what came in and what waits (or *only* these), as far as it goes now.

        Each comment is decided about once, whoever runs this how often and where.

        Raises:
            PressroomError: What stops it now; the run goes on with `resume`.
        """
        thread = thread_id or f"{GRAPH}-{self._ports.ids.new()}"
        await self._driver.accept(GRAPH, thread, input_of(only, limit=limit))
        return await self.resume(thread, observe=observe)

    async def is_due(self) -> bool:
        """Whether there is something to work off now: in the inbox, undecided, or left undone."""
        async with self._ports.store.read() as session:
            now = await self._ports.store.now(session)
            due = await next_due(session)
            if due is not None and due <= now:
                return True
            return await any_waiting(session) or bool(await stalled(session, LEASE, 1))

    async def resume(self, thread_id: str, *, observe: Observer | None = None) -> CommentsResult:
        """Drive the run on from wherever it stands.

        Raises:
            InputError: There is no such run.
            Held: Another process drives it now.
            PressroomError: What stops it now.
        """

        def ignore(_event: NodeEvent) -> None:
            """Nobody watches."""

        run = await self._driver.advance(thread_id, observe=observe or ignore)
        return await self._result_of(run)

    async def result(self, thread_id: str) -> CommentsResult:
        """Where the run stands, without driving it.

        Raises:
            InputError: There is no such run.
        """
        return await self._result_of(await self._driver.find(thread_id))

    async def item(self, ref: CommentRef) -> DeskItem:
        """One comment with all that is known and decided about it.

        Raises:
            InputError: It is not on record, or nothing was decided about it yet.
        """
        return await show_desk(ref, self._ports)

    async def _result_of(self, run: Run) -> CommentsResult:
        values: dict[str, Any] = await self._driver.values(run)
        failed = run.status in ("failed", "waiting")
        return CommentsResult(
            thread_id=run.thread_id,
            status="failed" if failed else "done" if run.status == "done" else "running",
            error=run.error,
            heard=values.get("heard", {}),
            comments=tuple(
                CommentOutcome.model_validate(outcome) for outcome in values.get("outcomes", ())
            ),
            already_handled=len(values.get("known", ())),
            provenance=values.get("provenance", {}),
        )
