"""`pressroom doctor`: what is and is not set up, each with its fix. It changes nothing."""

from typing import Annotated

import typer

from pressroom.cli.called import as_called
from pressroom.cli.console import Options, clean, console_of, is_terminal, show, show_json, talk
from pressroom.cli.posts import Json

_MARKS = {"ok": "✓", "warn": "!", "fail": "✗"}
_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


def doctor(
    context: typer.Context,
    network: Annotated[
        bool, typer.Option(help="Ask each platform whether its credentials are good.")
    ] = True,
    as_json: Json = False,
) -> None:
    """Check everything pressroom needs; exit code 1 if something cannot work."""
    from pressroom.cli.checks import Check, examine
    from pressroom.cli.desk import run_async
    from pressroom.cli.failures import FAILED, OK

    options: Options = context.obj

    def tell(check: Check) -> None:
        if as_json:
            return
        line = f"{_MARKS[check.status]} {check.name}: {check.found}"
        if check.fix:
            line += f" {as_called(check.fix)}"
        if is_terminal():
            console_of(options).print(clean(line), style=_COLOURS[check.status])
        else:
            show(f"{check.status}\t{check.name}\t{check.found}\t{as_called(check.fix)}".rstrip())

    checks = run_async(examine(options, network=network, tell=tell))
    failed = sum(check.status == "fail" for check in checks)
    if as_json:
        show_json({"ok": not failed, "checks": checks})
    else:
        warned = sum(check.status == "warn" for check in checks)
        talk(options, f"{len(checks) - failed - warned} ok, {warned} to look at, {failed} failed.")
    raise typer.Exit(FAILED if failed else OK)
