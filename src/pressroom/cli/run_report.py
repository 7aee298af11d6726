"""What came of a content run, for the person who started it: result, reasons, next step."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from pressroom.cli.console import Options, cell, one_line, show, show_rows, talk
from pressroom.cli.failures import BAD_INPUT, FAILED, OK, PLATFORM_FAILED, WAITING

if TYPE_CHECKING:
    from pressroom.content_runs import ContentResult, Preview

HEADINGS = ("post", "platform", "status", "time", "made by", "link or note")


_VIOLATION = ("platform", "rule", "message", "fix")


def exit_code_of(result: "ContentResult") -> int:
    """The exit code that tells a script how the run ended."""
    statuses = {effect.status for effect in result.effects}
    if result.status == "failed":
        return PLATFORM_FAILED if "failed" in statuses else FAILED
    if result.status == "unfit":
        return BAD_INPUT
    if "failed" in statuses or _was_put_off(result):
        return PLATFORM_FAILED
    if "review" in statuses or result.needs_approval:
        return WAITING
    if result.status == "waiting" and not _only_scheduled(result):
        return WAITING
    return OK


def _was_put_off(result: "ContentResult") -> bool:
    """Whether something was tried and not sent, and is now waiting to be tried again."""
    return any(effect.status == "ready" and effect.attempt for effect in result.effects)


def _only_scheduled(result: "ContentResult") -> bool:
    """Whether all that is open waits for its own time, which is how it should be."""
    unsettled = [e for e in result.effects if e.status not in ("sent", "failed", "cancelled")]
    return bool(unsettled) and all(e.status == "ready" and e.not_before for e in unsettled)


def report(options: Options, results: "Sequence[ContentResult]") -> None:
    """Print what came of the runs: data on stdout, what to do next on stderr."""
    rows: list[tuple[object, ...]] = []
    for result in results:
        if result.status == "dry_run":
            _show_previews(result)
        elif result.status == "unfit":
            for violation in result.violations:
                told = [str(violation.get(key, "")) for key in _VIOLATION]
                show("\t".join([one_line(result.title), *told]))
        else:
            rows += result_rows(result)
    if rows:
        show_rows(options, HEADINGS, rows)
    said: list[str] = []
    for result in results:
        said += [f"note: {one_line(note)}" for note in _titled_notes(result, results)]
        said += _next_steps(options, result)
    for line in dict.fromkeys(said):  # what holds of every run is said once
        talk(options, line)


def _titled_notes(result: "ContentResult", results: "Sequence[ContentResult]") -> "Iterator[str]":
    """The notes, each with whose it is where it does not hold of every run."""
    for note in result.notes:
        common = all(note in other.notes for other in results)
        yield note if common else f"{result.title}: {note}"


def result_rows(result: "ContentResult") -> list[tuple[object, ...]]:
    """A row for each platform: where it stands, when, whose words, and the link."""
    post = result.post
    if post is None:
        return [
            (result.title, e.platform, e.status, e.not_before, "", e.permalink or e.note)
            for e in result.effects
        ]
    writer = result.provenance.get("copy")
    made_by = writer.made_by if writer else ""
    return [
        (
            post.title,
            item.platform,
            item.status,
            item.published_at or item.publish_at,
            made_by if item.revision == 1 else "person",  # only a person revises a post
            item.permalink or item.note,
        )
        for item in post.platform_posts
    ]


def _show_previews(result: "ContentResult") -> None:
    for platform, previews in groupby(result.previews, key=lambda preview: preview.platform):
        slot = result.schedule.get(platform, {})
        at, why = slot.get("at"), slot.get("why", "")
        when = f"{cell(datetime.fromisoformat(at))}: {why}" if at else why
        show(f"{one_line(result.title)}, on {platform}, {one_line(when)}")
        for preview in previews:
            _show_request(preview)
        show("")


def _show_request(preview: "Preview") -> None:
    note = f"  # {preview.note}" if preview.note else ""
    show(f"{preview.method} {preview.url} ({preview.encoding}){note}")
    for name, value in preview.body.items():
        lines = _written(value).splitlines() or [""]
        show(f"    {name} = {lines[0]}")
        for line in lines[1:]:
            show(f"    {' ' * len(name)} | {line}")


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _next_steps(options: Options, result: "ContentResult") -> Iterator[str]:
    from pressroom.cli.desk import command

    thread = result.thread_id
    if result.status == "dry_run":
        yield "Nothing was sent."
    elif result.status == "failed":
        yield f"The run failed: {result.error or 'see its effects'}"
        yield f"Look at it: {command(options, f'runs show {thread}')}"
    elif result.status == "unfit":
        yield "Nothing was sent: change the brief so that these rules are kept."
    elif result.needs_approval:
        yield f"It waits for a person. See it: {command(options, f'approvals show {thread}')}"
        yield f"Then: {command(options, f'approvals approve {thread}')}"
    elif result.status == "waiting":
        yield f"It goes on by itself while this runs: {command(options, 'work')}"
        yield f"Or by hand: {command(options, f'run content --resume {thread}')}"
    elif result.post is not None:
        yield f"See it: {command(options, f'posts show {result.post.id}')}"
