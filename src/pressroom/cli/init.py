"""`pressroom init`: the files one starts with, in the person's own folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, talk

if TYPE_CHECKING:
    from datetime import datetime

FILES = ("pressroom.toml", "brand.yaml", "calendar.yaml")


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(help="Where to write; made if it is not there.")
    ] = Path(),
) -> None:
    """Write a commented settings file, a brand file and an example calendar; overwrite nothing."""
    from datetime import UTC, datetime

    from pressroom.cli.called import program

    options: Options = context.obj
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        fresh = write_starter(folder, name, now=datetime.now(UTC))
        talk(options, f"{'wrote' if fresh else 'kept '} {folder / name}")
    here = "" if folder == Path() else f" --settings {folder / FILES[0]}"
    calendar = folder / "calendar.yaml"
    talk(options)
    talk(options, "Next: put your brand into brand.yaml, your accounts into pressroom.toml, then")
    talk(options, f"  {program()} doctor{here}")
    talk(options, f"  {program()} run content --input {calendar} --dry-run{here}")


def write_starter(folder: Path, name: str, *, now: "datetime") -> bool:
    """Whether *name* was written into *folder*; False when a file of that name was there."""
    from string import Template

    text = Template(read_starter(name)).substitute(
        first=_at(now, days=2, hour=9), second=_at(now, days=4, hour=16)
    )
    try:
        # Exclusive, so that a file made in between is kept as well; private, as it may hold tokens.
        with open(folder / name, "x", encoding="utf-8", opener=_private) as stream:
            try:
                stream.write(text)
                stream.flush()
            except OSError:
                (folder / name).unlink()  # half a file would be kept, broken, the next time
                raise
    except FileExistsError:
        return False
    return True


def read_starter(name: str) -> str:
    """The starter file *name* as it is shipped."""
    from importlib.resources import files

    return (files("pressroom.cli") / "starter" / name).read_text(encoding="utf-8")


def _private(path: str, flags: int) -> int:
    import os

    return os.open(path, flags, mode=0o600)


def _at(now: "datetime", *, days: int, hour: int) -> str:
    from datetime import timedelta

    moment = (now + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
    return f"{moment:%Y-%m-%dT%H:%M:%S}+00:00"
