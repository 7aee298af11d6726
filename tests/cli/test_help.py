"""Help, hints and errors: laid out to be read, and naming commands as they work from here."""

import pytest
import typer

from pressroom.cli import run
from pressroom.cli.called import COMMANDS, as_called
from pressroom.cli.commands import build
from tests.cli.desk import Desk


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert run([*command, "--help"]) == 0
    return capsys.readouterr().out


def test_help_lists_every_command_under_its_heading(capsys: pytest.CaptureFixture[str]) -> None:
    """A newcomer reads four headings, not seventeen commands in a row."""
    text = help_of(capsys)

    headings = [line for line in text.splitlines() if line.endswith(":") and line[0] != " "]
    listed = [line.split()[0] for line in text.splitlines() if line[:2] == "  " and line[2] != " "]
    assert headings == [
        "Options:", "Start here:", "Campaigns:", "Records:", "Set-up:", "Exit codes:",
    ]  # fmt: skip
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize("command", [(), ("run", "content"), ("db",), ("approvals",)])
@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_help_fits_the_terminal_and_cuts_nothing_off(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    columns: str,
) -> None:
    """A sentence that ends in dots has to be looked up somewhere else."""
    monkeypatch.setenv("COLUMNS", columns)

    usage, _, text = help_of(capsys, *command).partition("\n")

    assert "..." not in text
    assert max(len(line) for line in [usage, *text.splitlines()]) <= int(columns)


def test_a_group_without_a_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    """`pressroom db` is a question; a line of usage would not be an answer."""
    assert run(["db"]) == 2
    assert "\n  restored" in capsys.readouterr().err


def test_commands_are_named_as_they_were_called(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a clone `pressroom` is no command: every hint and error says `./run` there."""
    monkeypatch.setenv("PRESSROOM_PROGRAM", "./run")
    (desk.folder / "brand.yaml").unlink()

    said = [
        desk.type("posts", "show", "none").err,
        desk.type("sweep").err,
        desk.type("bogus").err,
        desk.type("doctor", "--no-network").out,
        desk.type("run", "content", "--help").out,
        desk.type("db", "check").err,
    ]

    named = [text for text in said if "./run " in text]
    assert len(named) == 5
    assert "pressroom " not in "".join(said).replace("packages\tpressroom ", "")


def test_every_command_is_known_by_name() -> None:
    """A command that is missing here would be named wrongly in every hint."""
    app = typer.main.get_command(build())

    assert set(COMMANDS) == set(getattr(app, "commands", ()))
    assert as_called("Run: pressroom doctor") == "Run: pressroom doctor"
