"""`pressroom eval`: measure what pressroom decides by itself against people's labels."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, show, show_json, show_rows
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from pressroom.evals.measures import Row, Table

app = typer.Typer(no_args_is_help=True, help="Measure the deterministic parts, offline.")

_EVALS = {
    "analysis": "what is read from comments, on labelled sets and on cases of our own",
    "attacks": "what hostile comments bring about: nothing that goes out by itself may be theirs",
    "never-auto": "grave comments that would be missed, and harmless ones that are held up",
}


@app.command("list")
def list_evals(context: typer.Context, as_json: Json = False) -> None:
    """List what can be measured."""
    options: Options = context.obj
    if as_json:
        show_json([{"name": name, "measures": what} for name, what in _EVALS.items()])
    else:
        show_rows(options, ("eval", "measures"), _EVALS.items())


def _known(name: str) -> str:
    if name not in _EVALS:
        raise typer.BadParameter(f"there is no eval {name!r}; there is: {', '.join(_EVALS)}")
    return name


@app.command()
def run(
    context: typer.Context,
    name: Annotated[str, typer.Argument(callback=_known, help="From `eval list`.")],
    data: Annotated[
        Path | None,
        typer.Option(help="The folder of labelled sets; without it only our own cases."),
    ] = None,
    part: Annotated[
        list[str] | None, typer.Option(help="Only this part, such as `sentiment`; may be repeated.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure, and print a table for each set: quality in per cent, CPU time, calibration.

    Exit code 1 where something goes out, or is missed, that must not be.
    """
    options: Options = context.obj
    if name != "analysis":
        if data or part:
            raise typer.BadParameter(f"{name} has its own corpus: leave out --data and --part")
        _run_fences(name, as_json=as_json)
        return
    from pressroom.evals.analysis import measure_analysis

    tables = measure_analysis(data, part or ())
    if as_json:
        show_json([_plain(table) for table in tables])
        return
    for table in tables:
        note = f" ({table.note})" if table.note else ""
        show(f"{table.part}, {table.data}, {table.texts} texts{note}")
        headings, rows = _shown(table)
        show_rows(options, headings, rows)
        show("")


def _run_fences(name: str, *, as_json: bool) -> None:
    """Run one of the evals that a release must pass, and say so by the exit code."""
    from dataclasses import asdict

    if name == "attacks":
        from pressroom.evals.attacks import run_attacks

        report = run_attacks()
        passed, lines, plain = report.passed, report.lines(), asdict(report)
    else:
        from pressroom.evals.never_auto import run_never_auto

        found = run_never_auto()
        passed, lines, plain = found.passed, found.lines(), asdict(found)
    if as_json:
        show_json({**plain, "passed": passed})
    else:
        show("\n".join(lines))
    if not passed:
        raise typer.Exit(1)


_COLUMNS = {
    "recall %": "macro_recall",
    "F1 %": "macro_f1",
    "right %": "accuracy",
    "r": "correlation",
    "µs": "microseconds",
    "ECE %": "calibration_error",
    "unknown %": "unknown",
}
"""Recall and F1 are means over the labels (macro)."""


def _shown(table: "Table") -> tuple[list[str], list[list[str]]]:
    """Headings and cells; a column that says nothing of any system is left out."""
    columns = {
        heading: [_cell(heading, getattr(row, name)) for row in table.rows]
        for heading, name in _COLUMNS.items()
    }
    columns["x VADER"] = [_ratio(table, row) for row in table.rows]
    told = {heading: cells for heading, cells in columns.items() if any(cells)}
    systems = [row.system for row in table.rows]
    rows = [[system, *cells] for system, *cells in zip(systems, *told.values(), strict=True)]
    return ["system", *told], rows


def _cell(heading: str, value: float | None) -> str:
    if value is None:
        return ""
    return (
        f"{value:.0f}" if heading == "µs" else f"{value:.3f}" if heading == "r" else f"{value:.1f}"
    )


def _ratio(table: "Table", row: "Row") -> str:
    vader = next((one.microseconds for one in table.rows if one.system.startswith("VADER")), None)
    return f"{row.microseconds / vader:.2f}" if vader and row.microseconds else ""


def _plain(table: "Table") -> dict[str, object]:
    from dataclasses import asdict

    return asdict(table)
