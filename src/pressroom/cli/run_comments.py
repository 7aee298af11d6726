"""`pressroom run comments`: what people wrote, from the inbox or a file, worked off."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, show_json, show_rows, talk

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.comment_runs import CommentsResult


def comments(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Option(
            "--input",
            "-i",
            metavar="FILE",
            help="Webhook payloads or comments (JSON, JSON Lines, CSV), or - for stdin.",
        ),
    ] = "",
    resume: Annotated[
        str, typer.Option(metavar="THREAD", help="Go on with a run that was interrupted.")
    ] = "",
    offline: Annotated[
        bool, typer.Option("--offline", help="Do not ask Gemini; rules and templates answer.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Understand, answer, hide or hand over what people wrote; without --input what waits.

    What the brand file lets the machine answer goes out; the rest waits in `inbox list`.
    """
    from pressroom.cli.desk import open_room, run_async

    if source and resume:
        raise typer.BadParameter("give either --input FILE or --resume THREAD")
    options: Options = context.obj

    async def work() -> "list[CommentsResult]":
        async with open_room(options, offline=offline) as room:
            if source:
                await _take_in(options, room, source)
            return await _drive(options, room, resume)

    results = run_async(work())
    failed = any(result.status == "failed" for result in results)
    if as_json:
        show_json({"runs": results, "exit_code": int(failed)})
    else:
        _report(options, results)
    raise typer.Exit(int(failed))


async def _take_in(options: Options, room: "Pressroom", source: str) -> None:
    import sys
    from pathlib import Path

    from pressroom.tools.comment_file import read_comment_file, take_in

    now = room.ports.clock.now()
    changes = read_comment_file("-" if source == "-" else Path(source), now=now, stdin=sys.stdin)
    heard = await take_in(room.ports, changes)
    talk(options, f"{heard} not heard of before")


async def _drive(options: Options, room: "Pressroom", resume: str) -> "list[CommentsResult]":
    from pressroom.cli.progress import Progress

    progress = Progress(options, "comments")
    with progress.shown():
        if resume:
            return [await room.comments.resume(resume, observe=progress.observe)]
        results = []
        while await room.comments.is_due():
            results.append(await room.comments.run(observe=progress.observe))
            if results[-1].status != "done":
                break
        return results


def _report(options: Options, results: "list[CommentsResult]") -> None:
    from pressroom.cli.desk import command

    rows = [
        (
            one.comment,
            one.action.replace("_", " "),
            one.mode,
            one.status,
            one.made_by,
            ", ".join(one.rules[:3]),
        )
        for result in results
        for one in result.comments
    ]
    if rows:
        show_rows(options, ("comment", "action", "mode", "status", "made by", "rules"), rows)
    else:
        talk(options, "Nothing new to decide.")
    for result in results:
        if result.error:
            talk(options, f"run {result.thread_id}: {result.error}")
    waiting = sum(len(result.waiting) for result in results)
    if waiting:
        talk(options, f"{waiting} wait for a person: {command(options, 'inbox list')}")
