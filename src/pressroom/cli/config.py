"""`pressroom config`: the settings in force, and where each came from."""

from typing import Annotated

import typer

from pressroom.cli.console import Options, show_json, show_rows

app = typer.Typer(no_args_is_help=True, help="See the settings in force.")


@app.callback()
def _group() -> None:
    """See the settings in force."""


@app.command("show")
def show_settings(
    context: typer.Context,
    origin: Annotated[bool, typer.Option(help="Say where each value came from.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Print every setting, secrets masked."""
    from pressroom.cli.desk import load_settings

    options: Options = context.obj
    settings = load_settings(options)
    values, origins = settings.masked(), settings.origins()
    if as_json:
        found = {key: {"value": values[key], "origin": origins[key]} for key in values}
        show_json(found if origin else values)
        return
    headings = ("setting", "value", "origin") if origin else ("setting", "value")
    rows = [(key, _shown(values[key]), origins[key])[: len(headings)] for key in values]
    show_rows(options, headings, rows)


def _shown(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list) else value
