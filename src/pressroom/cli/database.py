"""`pressroom db`: bring the database's schema up to date, and say where it stands."""

from typing import Annotated

import typer

from pressroom.cli.console import Options, show, show_json, talk

app = typer.Typer(no_args_is_help=True, help="The database's schema.")


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the schema up to date; nothing is lost, and doing it twice is harmless."""
    from pressroom.cli.desk import load_settings, run_async
    from pressroom.cli.schema import upgrade_schema

    options: Options = context.obj
    state = run_async(upgrade_schema(load_settings(options)))
    talk(options, f"{state.address} is at revision {state.current}.")


@app.command()
def current(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Print the schema's revision, and the one that this version needs."""
    from pressroom.cli.desk import load_settings, run_async
    from pressroom.cli.schema import read_schema

    state = run_async(read_schema(load_settings(context.obj)))
    if as_json:
        show_json(state)
    else:
        show(f"{state.current or 'none'} (this version needs {state.needed})")


@app.command()
def check(context: typer.Context) -> None:
    """Fail with exit code 5 unless the schema is the one that this version needs."""
    from pressroom.cli.desk import load_settings, run_async
    from pressroom.cli.schema import check_schema

    options: Options = context.obj
    run_async(check_schema(load_settings(options)))
    talk(options, "The schema is up to date.")
