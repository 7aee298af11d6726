"""`pressroom simulator` and `pressroom media serve`: small servers for this machine."""

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from pressroom.cli.console import Options, talk

media = typer.Typer(no_args_is_help=True, help="Pictures, where platforms can fetch them.")

Host = Annotated[str, typer.Option(help="The address to listen on.")]


@media.callback()
def _group() -> None:
    """Pictures, where platforms can fetch them."""


def simulator(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Default 8700; 0 takes any free port.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed makes the same world.")] = 7,
    speed: Annotated[
        float, typer.Option(min=0.01, help="Simulated seconds in a second; 60: an hour a minute.")
    ] = 1.0,
) -> None:
    """Run Facebook, Instagram, X and Gemini on this machine, over real HTTP, until Ctrl-C.

    It prints a settings file that points pressroom at it. With --settings FILE of a demo it
    brings the demo's platforms back to life, where that file expects them.
    """
    from pressroom.cli.simulated import serve_simulator

    with contextlib.suppress(KeyboardInterrupt):  # how it is meant to end
        serve_simulator(context.obj, host=host, port=port, seed=seed, speed=speed)


@media.command("serve")
def serve_media(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8710,
    folder: Annotated[
        Path | None, typer.Option(help="Another folder than the setting media.folder.")
    ] = None,
) -> None:
    """Show the folder of pictures over HTTP, by their names and nothing else.

    Put a public https address in front of it and set media.public_base_url to that.
    """
    from pressroom.cli.desk import load_settings
    from pressroom.cli.simulated import serve_app
    from pressroom.platforms.media_host import media_app

    options: Options = context.obj
    shown = folder or load_settings(options).media.folder
    shown.mkdir(parents=True, exist_ok=True)
    talk(options, f"Showing {shown} at http://{host}:{port}/ until Ctrl-C.")
    with contextlib.suppress(KeyboardInterrupt):  # how it is meant to end
        serve_app(media_app(shown), host=host, port=port)
