"""`pressroom sweep`, `work` and `insights`: what time starts, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show_json, show_rows, talk
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from pressroom.domain.post import PlatformPost, Post
    from pressroom.jobs.sweeper import SweepReport
    from pressroom.tools.fetch_insights import InsightsResult


def sweep(context: typer.Context, as_json: Json = False) -> None:
    """Make one pass: send what is due, look up what is in doubt, resume what waited."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def once() -> "SweepReport":
        async with open_room(options) as room:
            return await room.sweep()

    report = run_async(once())
    if as_json:
        show_json(report)
    else:
        tell(options, report)
        if not (report.effects or report.runs or report.stuck or report.comments):
            talk(options, "Nothing was due.")
    if report.stuck:
        raise typer.Exit(1)


def work(
    context: typer.Context,
    every: Annotated[float, typer.Option(min=0.2, help="Seconds between two passes.")] = 2.0,
) -> None:
    """Sweep and track until Ctrl-C: this is what sends scheduled posts and reads figures."""
    from datetime import timedelta

    from pressroom.cli.desk import open_room, run_async
    from pressroom.jobs import sweeper

    options: Options = context.obj

    async def loop() -> None:
        async with open_room(options) as room:
            talk(options, "Working; stop with Ctrl-C. Any number of these may run at once.")
            await sweeper.work(
                room.ports,
                room.driver,
                every=timedelta(seconds=every),
                stopping=_stop_on_signal(),
                report=lambda report: tell(options, report),
            )

    run_async(loop())
    talk(options, "Stopped; nothing is half done.")


def _stop_on_signal() -> Callable[[], bool]:
    """True from the first Ctrl-C or SIGTERM on, so that the pass in work can end."""
    import asyncio
    import signal

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop.is_set


def tell(options: Options, report: "SweepReport") -> None:
    """Say what a pass did; nothing where nothing was due."""
    for key in report.effects:
        talk(options, f"effect {key} changed")
    for thread in report.runs:
        talk(options, f"run {thread} went on")
    for line in report.stuck:
        talk(options, f"run {one_line(line)}")
    if report.comments:
        talk(options, f"comments decided about: {len(report.comments)}")
    if report.insights:
        talk(options, f"figures of {report.insights} posts read")


def insights(
    context: typer.Context,
    post: Annotated[
        str, typer.Argument(help="A post's id, from `posts list`; without it the newest posts.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, max=200, help="At most so many posts.")] = 20,
    as_json: Json = False,
) -> None:
    """Read how live posts do: reactions, comments, shares, views; unknown is not zero."""
    from pressroom.cli.desk import open_room, run_async
    from pressroom.tools.fetch_insights import InsightsInput

    options: Options = context.obj

    async def read() -> "list[tuple[Post, PlatformPost, InsightsResult]]":
        async with open_room(options, reading=True) as room:
            posts = [await room.post(post)] if post else await room.posts(limit=limit)
            live = [(p, item) for p in posts for item in p.platform_posts if item.platform_post_id]
            return [
                (p, item, await room.fetch_insights(InsightsInput(platform_post_id=item.id)))
                for p, item in live
            ]

    found = run_async(read())
    if as_json:
        show_json([result for _, _, result in found])
        return
    show_rows(options, INSIGHT_HEADINGS, [_insight_row(*row) for row in found])


INSIGHT_HEADINGS = (
    "post", "platform", "likes", "comments", "shares", "saves", "views", "reach", "rate", "note",
)  # fmt: skip


def _insight_row(
    post: "Post", item: "PlatformPost", result: "InsightsResult"
) -> tuple[object, ...]:
    figures = result.insights
    if figures is None:
        return (post.title, item.platform, *[None] * 7, result.note)
    rate = figures.engagement_rate
    return (
        post.title,
        item.platform,
        figures.likes,
        figures.comments,
        figures.shares,
        figures.saves,
        figures.views,
        figures.reach,
        f"{rate:.1f} %" if rate is not None else None,
        result.note or ("earlier reading" if result.source == "store" else ""),
    )
