"""`pressroom run content`: from a brief or a calendar to posts that are live and tracked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, cell, one_line, show_json, talk
from pressroom.cli.posts import Json
from pressroom.cli.run_comments import comments

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.content_runs import ContentResult
    from pressroom.domain.brief import Brief, LeftOut

_NAMED = 5
"""Entries left out for one reason that are named; a calendar may have years of them."""

app = typer.Typer(no_args_is_help=True, help="Run a pipeline.")
app.command("comments")(comments)


@app.callback()
def _group() -> None:
    """Run a pipeline."""


Input = Annotated[
    str,
    typer.Option(
        "--input",
        "-i",
        metavar="FILE",
        help="A brief (YAML, JSON), a calendar of them, an .ics file, or - for stdin.",
    ),
]
Resume = Annotated[
    str, typer.Option(metavar="THREAD", help="Go on with a run that was interrupted.")
]
Thread = Annotated[str, typer.Option(metavar="ID", help="The run's id; without it one is made.")]
Review = Annotated[
    bool, typer.Option("--review", help="Stop for a person's approval before publishing.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the requests that would be sent; send none.")
]
Now = Annotated[bool, typer.Option("--now", help="Publish at once, whatever time would be best.")]
Offline = Annotated[
    bool, typer.Option("--offline", help="Do not ask Gemini; rules and templates answer.")
]


@app.command()
def content(  # noqa: PLR0913, PLR0917 - each is an option that a person types by its name
    context: typer.Context,
    source: Input = "",
    resume: Resume = "",
    thread: Thread = "",
    review: Review = False,
    dry_run: DryRun = False,
    now: Now = False,
    offline: Offline = False,
    as_json: Json = False,
) -> None:
    """Plan, write, illustrate, check, publish and track what a brief asks for.

    For example: --input brief.yaml --dry-run, or --input calendar.ics --review
    """
    from pressroom.cli.desk import run_async
    from pressroom.cli.run_report import exit_code_of, report

    if bool(source) == bool(resume):
        raise typer.BadParameter("give either --input FILE or --resume THREAD")
    if thread and resume:
        raise typer.BadParameter("--thread names a new run; --resume has its thread already")
    if dry_run and (thread or resume):
        raise typer.BadParameter("a dry run is not kept, so it has no --thread and no --resume")
    options: Options = context.obj
    work = _Work(options, review=review or None, dry_run=dry_run, now=now, offline=offline)
    results = run_async(work.resume(resume) if resume else work.start(source, thread))
    code = max((exit_code_of(result) for result in results), default=0)
    if as_json:
        show_json({"runs": results, "left_out": work.left_out, "exit_code": code})
    else:
        report(options, results)
    raise typer.Exit(code)


class _Work:
    """One call of the command."""

    def __init__(
        self, options: Options, *, review: bool | None, dry_run: bool, now: bool, offline: bool
    ) -> None:
        self._options = options
        self._review = review
        self._dry_run = dry_run
        self._now = now
        self._offline = offline
        self.left_out: list[LeftOut] = []
        """Entries of the calendar that make no post now."""

    async def start(self, source: str, thread: str) -> "list[ContentResult]":
        from pressroom.cli.desk import open_room, read_input
        from pressroom.errors import BriefError

        async with open_room(self._options, offline=self._offline) as room:
            briefs = self._fitting(read_input(source, room, leave_out=self.left_out.append), room)
            self._tell_left_out()
            if thread and len(briefs) > 1:
                raise BriefError(
                    f"--thread names one run, and {source} has {len(briefs)} entries.",
                    field="--thread",
                    fix="Leave it out.",
                )
            if self._dry_run:
                return [await self._rehearse(room, brief) for brief in briefs]
            results = []
            for brief in briefs:
                run = await room.content.accept(
                    brief, thread_id=thread or None, review=self._review
                )
                await self._tell_if_other(room, run, brief)
                results.append(await self._drive(room, run, brief.title))
            return results

    def _tell_left_out(self) -> None:
        """Name what makes no post, the latest first; a long history is counted."""
        by_why: dict[str, list[LeftOut]] = {}
        for entry in sorted(self.left_out, key=lambda one: str(one.publish_at), reverse=True):
            by_why.setdefault(entry.why, []).append(entry)
        for why, entries in by_why.items():
            for entry in entries[:_NAMED]:
                talk(
                    self._options,
                    f'left out: "{one_line(entry.title)}" ({cell(entry.publish_at)}): {why}',
                )
            if len(entries) > _NAMED:
                talk(self._options, f"left out: {len(entries) - _NAMED} more: {why}")

    async def _rehearse(self, room: "Pressroom", brief: "Brief") -> "ContentResult":
        from pressroom.cli.progress import Progress

        progress = Progress(self._options, f"content · {brief.title} (dry run)")
        with progress.shown():
            return await room.content.run(brief, dry_run=True, observe=progress.observe)

    async def _tell_if_other(self, room: "Pressroom", thread: str, brief: "Brief") -> None:
        """Say where an entry was run before, and differs: what is new in it goes nowhere."""
        known = (await room.driver.find(thread)).input
        written = brief.model_dump(mode="json")
        when = {"publish_at", "publish_now"} if self._now else set()
        changed = [
            name
            for name, value in written.items()
            if name not in when and known.get("brief", {}).get(name) != value
        ]
        if changed:
            names = ", ".join(changed)
            talk(
                self._options,
                f"note: this entry was run before as {thread}, with another {names}; that run"
                " goes on as it was. Give the entry another external_id to publish the new one.",
            )
        if self._review and not known.get("review"):
            talk(self._options, f"note: {thread} was started without --review; it asks nobody.")

    async def resume(self, thread: str) -> "list[ContentResult]":
        from pressroom.cli.desk import open_room

        async with open_room(self._options, offline=self._offline) as room:
            run = await room.driver.find(thread)  # refuses an unknown one before anything is shown
            title = str(run.input.get("brief", {}).get("title", thread))
            return [await self._drive(room, thread, title)]

    def _fitting(self, briefs: "Sequence[Brief]", room: "Pressroom") -> "list[Brief]":
        """The briefs to run; all of them are looked at before the first one starts."""
        if self._now:
            update = {"publish_now": True, "publish_at": None}
            briefs = [brief.model_copy(update=update) for brief in briefs]
        for brief in briefs:
            for platform in brief.platforms:
                room.ports.channel(platform)
        return list(briefs)

    async def _drive(self, room: "Pressroom", thread: str, title: str) -> "ContentResult":
        import asyncio

        from pressroom.cli.desk import command
        from pressroom.cli.progress import Progress

        progress = Progress(self._options, f"content · {title}")
        try:
            with progress.shown():
                return await room.content.resume(thread, observe=progress.observe)
        except (asyncio.CancelledError, KeyboardInterrupt):
            next_step = command(self._options, f"run content --resume {thread}")
            talk(self._options, f"Interrupted; what was done is saved. Go on with: {next_step}")
            raise
