"""`pressroom db`: the database's schema, and what to say after it was restored."""

import typer

from pressroom.cli.console import Options, show, show_json, talk
from pressroom.cli.posts import Json

app = typer.Typer(no_args_is_help=True, help="The database: its schema, and after a restore.")


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the schema up to date; nothing is lost, and doing it twice is harmless."""
    from pressroom.cli.desk import load_settings, run_async
    from pressroom.cli.schema import upgrade_schema

    options: Options = context.obj
    state = run_async(upgrade_schema(load_settings(options)))
    talk(options, f"{state.address} is at revision {state.current}.")


@app.command()
def current(context: typer.Context, as_json: Json = False) -> None:
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


@app.command()
def restored(context: typer.Context, as_json: Json = False) -> None:
    """Say that the database was restored from an older copy, and go on with it.

    What may have gone out since the copy is looked for on its platform, and sent only where
    it is not there. Until this is typed nothing is sent from a copy that was noticed; type it
    yourself where nothing could notice: on a new machine, or when the whole home was restored.
    """
    from pressroom.cli.desk import command, open_room, run_async

    options: Options = context.obj

    async def accept() -> list[str]:
        async with open_room(options, reading=True) as room:
            return await room.accept_copy()

    doubted = run_async(accept())
    if as_json:
        show_json({"in_doubt": doubted})
        return
    for key in doubted:
        show(key)
    if doubted:
        count = "1 effect is" if len(doubted) == 1 else f"{len(doubted)} effects are"
        talk(options, f"{count} in doubt now: read on the platform before anything is sent.")
    else:
        talk(options, "Nothing that is in it can have gone out since the copy.")
    talk(options, f"Sending goes on while this runs: {command(options, 'work')}")
