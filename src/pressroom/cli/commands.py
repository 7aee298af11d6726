"""The `pressroom` command: its global options and the list of its commands."""

import os
from pathlib import Path
from typing import Annotated

import typer

from pressroom.cli import (
    approvals,
    config,
    crisis,
    database,
    demo,
    doctor,
    effects,
    evals,
    forget,
    graphs,
    inbox,
    init,
    posts,
    run_content,
    runs,
    serve,
    watch,
    webhooks,
)
from pressroom.cli.console import Options, show, show_json
from pressroom.cli.layout import Commands, Root


def build() -> typer.Typer:
    """The whole command line, with nothing but signatures loaded."""
    app = typer.Typer(
        help="Agents for communication teams: plan, write, illustrate, publish, track and answer.",
        cls=Root,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    start, work, watching, setup = "Start here", "Campaigns", "Records", "Set-up"
    app.command(rich_help_panel=start)(demo.demo)
    app.command(rich_help_panel=start)(init.init)
    app.command(rich_help_panel=start)(doctor.doctor)
    app.add_typer(run_content.app, cls=Commands, name="run", rich_help_panel=work)
    app.add_typer(approvals.app, cls=Commands, name="approvals", rich_help_panel=work)
    app.add_typer(inbox.app, cls=Commands, name="inbox", rich_help_panel=work)
    app.add_typer(crisis.app, cls=Commands, name="crisis", rich_help_panel=work)
    app.command(rich_help_panel=work)(watch.sweep)
    app.command(rich_help_panel=work)(watch.work)
    app.command(rich_help_panel=work)(webhooks.webhooks)
    app.add_typer(posts.app, cls=Commands, name="posts", rich_help_panel=watching)
    app.add_typer(runs.app, cls=Commands, name="runs", rich_help_panel=watching)
    app.add_typer(effects.app, cls=Commands, name="effects", rich_help_panel=watching)
    app.command(rich_help_panel=watching)(watch.insights)
    app.command(rich_help_panel=watching)(forget.forget)
    app.add_typer(config.app, cls=Commands, name="config", rich_help_panel=setup)
    app.add_typer(database.app, cls=Commands, name="db", rich_help_panel=setup)
    app.add_typer(graphs.app, cls=Commands, name="graphs", rich_help_panel=setup)
    app.add_typer(evals.app, cls=Commands, name="eval", rich_help_panel=setup)
    app.command(rich_help_panel=setup)(serve.simulator)
    app.add_typer(serve.media, cls=Commands, name="media", rich_help_panel=setup)
    app.command(rich_help_panel=setup)(version)
    return app


def _say_version(wanted: bool) -> None:
    if wanted:
        version(as_json=False)
        raise typer.Exit


def _options(
    context: typer.Context,
    settings: Annotated[
        Path | None,
        typer.Option(help="The settings file; without it `pressroom.toml` here, if there is one."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print data and errors only.")
    ] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="No colours; so does the variable NO_COLOR.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    show_version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    """These options work before and after the command's name."""
    del debug, show_version  # read by the one place that prints errors, and by its callback
    context.obj = Options(
        settings=settings, quiet=quiet, color=not (no_color or os.environ.get("NO_COLOR"))
    )


def version(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Print the version of pressroom and of what it stands on."""
    import platform
    from importlib.metadata import version as installed

    from pressroom import __version__

    parts = ("langgraph", "langchain-google-genai", "sqlalchemy", "pydantic")
    found = {"pressroom": __version__, "python": platform.python_version()}
    found |= {name: installed(name) for name in parts}
    if as_json:
        show_json(found)
    else:
        show(" · ".join(f"{name} {number}" for name, number in found.items()))
