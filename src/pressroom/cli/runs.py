"""`pressroom runs`: what was started, and where it stands."""

from typing import Annotated

import typer

from pressroom.cli.console import Options, one_line, show, show_json, show_rows
from pressroom.cli.posts import Json, Limit

app = typer.Typer(no_args_is_help=True, help="What was started, and where it stands.")


@app.command("list")
def list_runs(context: typer.Context, limit: Limit = 50, as_json: Json = False) -> None:
    """List runs, newest first."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            runs = await room.runs(limit=limit)
        if as_json:
            show_json(runs)
            return
        headings = ("thread", "graph", "status", "started", "waits for or failed with")
        rows = [
            (run.thread_id, run.graph, run.status, run.created_at,
             run.error or ", ".join(run.waiting_for))
            for run in runs
        ]  # fmt: skip
        show_rows(options, headings, rows)

    run_async(work())


@app.command("show")
def show_run(
    context: typer.Context,
    thread: Annotated[str, typer.Argument(help="The run's thread, from `runs list`.")],
    as_json: Json = False,
) -> None:
    """Show where a run stands, why, and who made each part of its result."""
    from pressroom.cli.desk import open_room, run_async
    from pressroom.cli.run_report import report

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            result = await room.content.result(thread)
        if as_json:
            show_json(result)
            return
        show(f"{result.thread_id}  [{result.status}]")
        for step, made in result.provenance.items():
            told = f"{made.made_by}: {one_line(made.why)} {made.prompt}"
            show(f"  {step.replace('_', ' ')}: {told}".rstrip())
        report(options, [result])

    run_async(work())
