"""`pressroom demo`: a calendar becomes live and tracked posts, with no key and no network."""

from pathlib import Path
from typing import Annotated

import typer

from pressroom.cli.console import Options, show_json


def demo(
    context: typer.Context,
    home: Annotated[
        Path, typer.Option(help="Where everything is kept; an earlier demo there is replaced.")
    ] = Path(".pressroom/demo"),
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Ask no model at all: rules and templates do the work."),
    ] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Also draw the report as an SVG picture into this file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Watch it work: calendar → copy → pictures → three platforms → figures, in half a minute.

    The platforms and Gemini are simulated on this machine, over real HTTP.
    """
    from pressroom.cli.demo_report import picture_of, show_report
    from pressroom.cli.demo_run import play
    from pressroom.cli.desk import run_async
    from pressroom.cli.failures import FAILED, OK

    options: Options = context.obj
    story = run_async(play(options, home, offline=offline))
    if as_json:
        show_json(story)
    else:
        show_report(options, story)
    if picture is not None:
        picture_of(story, picture)
    raise typer.Exit(OK if story.everything_live_once else FAILED)
