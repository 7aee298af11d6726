"""`pressroom graphs`: which pipelines there are, and how they look."""

from typing import Annotated

import typer

from pressroom.cli.console import Options, show, show_json, show_rows
from pressroom.cli.posts import Json

app = typer.Typer(no_args_is_help=True, help="The pipelines, as they are wired.")

_GRAPHS = {"content": "from a brief to posts that are live and tracked"}


@app.command("list")
def list_graphs(context: typer.Context, as_json: Json = False) -> None:
    """List the pipelines."""
    options: Options = context.obj
    if as_json:
        show_json([{"name": name, "does": does} for name, does in _GRAPHS.items()])
    else:
        show_rows(options, ("graph", "does"), _GRAPHS.items())


def _known(name: str) -> str:
    if name not in _GRAPHS:
        raise typer.BadParameter(f"there is no graph {name!r}; there is: {', '.join(_GRAPHS)}")
    return name


@app.command()
def draw(
    name: Annotated[str, typer.Argument(callback=_known, help="From `graphs list`.")] = "content",
) -> None:
    """Print a pipeline as a Mermaid diagram."""
    from pressroom.graphs.content import make_graph

    del name  # one graph so far, and its name was checked
    show(make_graph().compile().get_graph().draw_mermaid().rstrip())
