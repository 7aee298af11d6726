"""The demo's report: what was made, where it lies, what to type next."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.cli.console import (
    Options,
    cell,
    console_of,
    is_terminal,
    print_table,
    show,
    show_rows,
)
from pressroom.cli.demo_comments import remark_rows
from pressroom.cli.demo_run import HOURS_LATER, Story
from pressroom.cli.run_report import HEADINGS, result_rows

if TYPE_CHECKING:
    from rich.console import Console

Section = tuple[str, tuple[str, ...], list[tuple[object, ...]]]
"""A title, headings and rows."""


def show_report(options: Options, story: Story) -> None:
    """Print the report: drawn on a terminal, plain lines elsewhere."""
    if is_terminal():
        _draw(console_of(options), story)
        return
    for title, headings, rows in _sections(story):
        show(f"\n{title}")
        show_rows(options, headings, rows)
    show("")
    for line in _closing(story):
        show(line)


def picture_of(story: Story, file: Path) -> None:
    """Draw the report into *file* as an SVG picture."""
    import io
    import re

    from rich.console import Console

    console = Console(
        record=True, width=132, file=io.StringIO(), force_terminal=True, markup=False, emoji=False
    )
    steps = ("step", "time", "made by", "detail")
    title = "How the second post was made"
    print_table(console, steps, [[cell(v) for v in row] for row in story.steps], title=title)
    _draw(console, story)
    file.parent.mkdir(parents=True, exist_ok=True)
    svg = console.export_svg(title="pressroom demo", unique_id="demo")
    # rich's picture would load its font from a public server; any monospaced one will do.
    plain = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    lines = [line.rstrip() for line in plain.splitlines()]
    file.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")


def _draw(console: "Console", story: Story) -> None:
    for title, headings, rows in _sections(story):
        print_table(console, headings, [[cell(v) for v in row] for row in rows], title=title)
    for line in _closing(story):
        console.print(line, highlight=False, soft_wrap=True)  # commands are copied whole


def _sections(story: Story) -> Iterator[Section]:
    live = [row for result in story.results for row in result_rows(result)]
    yield ("What went live", HEADINGS, live)
    if story.remarks:
        headings = ("who", "says", "what is done", "made by", "answer, or why a person looks")
        yield ("What people wrote, and what came of it", headings, remark_rows(story.remarks))
    yield (
        f"How it does, {HOURS_LATER} simulated hours later",
        ("post", "platform", "likes", "comments", "shares", "views", "reach"),
        [_figures_row(title, platform, reading) for title, platform, reading in story.insights],
    )


def _figures_row(title: str, platform: str, reading: object) -> tuple[object, ...]:
    figures = getattr(reading, "insights", None)
    if figures is None:
        return (title, platform, getattr(reading, "note", ""), "", "", "", "")
    return (
        title,
        platform,
        figures.likes,
        figures.comments,
        figures.shares,
        figures.views,
        figures.reach,
    )


def _closing(story: Story) -> Iterator[str]:
    from pressroom.cli.called import program

    if story.loss is not None:
        loss = story.loss
        yield (
            f"On purpose, {loss.platform.title()} took one post and dropped the connection: "
            f"{loss.was}. It was read, not sent again: {loss.now}, live {_times(loss.live_copies)}."
        )
    pictures = [c.media.path for result in story.results for c in result.creatives]
    if pictures:
        yield f"{len(pictures)} pictures, two variants for each platform: {story.home / 'media'}"
    yield f"By the platforms' own books, {story.accepted} posts of {story.expected} are live."
    yield ""
    at = f"--settings {story.settings_file}"
    first = story.results[0].post.id if story.results and story.results[0].post else "ID"
    calendar = story.home / "calendar.yaml"
    yield "What to type next:"
    yield f"  {program()} posts show {first} {at}"
    yield f"  {program()} inbox list {at}"
    yield f"  {program()} effects list {at}"
    yield f"  {program()} run content --input {calendar} --dry-run --offline {at}"
    yield f"  {program()} simulator {at}      # brings these platforms back, for:"
    yield f"  {program()} run content --input {calendar} --review {at}"
    yield f"  {program()} init                # your own brand, accounts and calendar"


def _times(count: int) -> str:
    return {1: "once"}.get(count, f"{count} times")
