"""A run's nodes as they work: a live table on a terminal, one plain line each elsewhere."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.cli.console import Options, clean, console_of, one_line, talk

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

    from pressroom.graphs.driver import NodeEvent

_MARKS = {"started": "·", "finished": "✓", "failed": "✗"}
_COLOURS = {"gemini": "cyan", "cache": "cyan", "fallback": "yellow", "person": "magenta"}


@dataclass(slots=True)
class _Step:
    node: str
    began: float
    status: str = "started"
    seconds: float | None = None
    made_by: str = ""
    detail: str = ""


class Progress:
    """What has happened so far; `observe` is handed to the run."""

    def __init__(self, options: Options, title: str) -> None:
        self._options = options
        self._title = one_line(title)
        self._steps: list[_Step] = []
        self._live: Live | None = None

    def observe(self, event: "NodeEvent") -> None:
        """Take in that a node began or ended."""
        if event.status == "started":
            self._steps.append(_Step(event.node, time.monotonic()))
        else:
            self._finish(event)
        if self._live is not None:
            self._live.update(self.draw())

    def _finish(self, event: "NodeEvent") -> None:
        step = next((s for s in reversed(self._steps) if s.node == event.node), None)
        if step is None:
            step = _Step(event.node, time.monotonic())
            self._steps.append(step)
        step.seconds = time.monotonic() - step.began
        step.status, step.made_by, step.detail = event.status, event.made_by, event.detail
        if self._live is None:
            parts = (f"{_MARKS[step.status]} {_titled(step.node)}", f"{step.seconds:.1f} s")
            talk(
                self._options,
                "\t".join([*parts, step.made_by or "rule", one_line(step.detail)]).rstrip(),
            )

    def rows(self) -> list[tuple[str, str, str, str]]:
        """The steps that are done: which, how long, made by whom, with what result."""
        return [
            (_titled(step.node), f"{step.seconds:.1f} s", step.made_by or "rule", step.detail)
            for step in self._steps
            if step.seconds is not None
        ]

    def draw(self) -> "Table":
        """The steps as a table."""
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, title=self._title, title_justify="left", title_style="bold")
        for heading in ("", "step", "time", "made by", "detail"):
            table.add_column(
                heading, header_style="dim", overflow="fold", no_wrap=heading != "detail"
            )
        for step in self._steps:
            style = {"finished": "green", "failed": "red"}.get(step.status, "yellow")
            seconds = f"{step.seconds:.1f} s" if step.seconds is not None else "…"
            table.add_row(
                Text(_MARKS[step.status], style=style),
                Text(_titled(step.node)),
                Text(seconds, style="dim"),
                Text(step.made_by, style=_COLOURS.get(step.made_by, "dim")),
                Text(clean(step.detail)),
            )
        return table

    @contextmanager
    def shown(self) -> Iterator["Progress"]:
        """Shows the steps while the block works; the finished table stays on the screen."""
        if self._options.quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            talk(self._options, self._title)
            yield self
            return
        from rich.live import Live

        console = console_of(self._options, stderr=True)
        with Live(self.draw(), console=console, refresh_per_second=8) as live:
            self._live = live
            yield self
            live.update(self.draw())
        self._live = None


def _titled(node: str) -> str:
    return node.replace("_", " ")
