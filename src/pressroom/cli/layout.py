"""How `--help` is laid out: plain text, commands under headings, nothing cut off.

Typer's own way of drawing it loads rich, which took more than half of the time.
"""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

from pressroom.cli.failures import EXIT_CODES

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

_WHOLE = 1000
"""More than any command's first sentence has: it wraps instead of ending in dots."""


class Commands(TyperGroup):
    """A group whose help lists its commands by the panel they were added to."""

    def format_commands(
        self,
        ctx: "Context",  # noqa: ARG002 - the signature is typer's
        formatter: "HelpFormatter",
    ) -> None:
        """Write a section for each panel, all in line with each other."""
        panels: dict[str, list[tuple[str, str]]] = {}
        widest = max(map(len, self.commands))
        for name, command in self.commands.items():
            panel = getattr(command, "rich_help_panel", None)
            heading = panel if isinstance(panel, str) else "Commands"
            row = (name.ljust(widest), command.get_short_help_str(_WHOLE))
            panels.setdefault(heading, []).append(row)
        for heading, rows in panels.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


class Root(Commands):
    """The whole command, whose help ends with what its exit codes mean."""

    def format_epilog(
        self,
        ctx: "Context",  # noqa: ARG002
        formatter: "HelpFormatter",
    ) -> None:
        """Write a line for each exit code."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), what) for code, what in EXIT_CODES.items()])
