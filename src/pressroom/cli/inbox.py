"""`pressroom inbox`: comments that wait for a person, and what the person does about them."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show, show_json, show_rows, talk
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from datetime import datetime

    from pressroom.domain.comment import CommentRef
    from pressroom.domain.decision import HandledStatus
    from pressroom.domain.desk import DeskItem, DeskVerb
    from pressroom.tools.desk import DeskResult

app = typer.Typer(no_args_is_help=True, help="Comments that wait for a person.")

Ref = Annotated[str, typer.Argument(metavar="PLATFORM:ID", help="From `inbox list`.")]
By = Annotated[str, typer.Option(help="Who decides; without it your user name.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the decision.")]
_ALL: "tuple[HandledStatus, ...]" = ("waiting", "decided", "planned", "done", "dropped")
Private = Annotated[
    bool | None,
    typer.Option("--private/--public", help="Where the answer goes; without it as proposed."),
]


@app.command("list")
def list_inbox(
    context: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="What is planned, done and dropped too.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many at most.")] = 50,
    as_json: Json = False,
) -> None:
    """List comments that wait for a person, the most urgent first."""
    from pressroom.cli.desk import command, open_room, run_async

    options: Options = context.obj

    async def work() -> "tuple[list[DeskItem], datetime]":
        async with open_room(options) as room:
            items = await room.inbox(status=_ALL if everything else None, limit=limit)
            return items, room.ports.clock.now()

    items, now = run_async(work())
    if as_json:
        show_json(items)
        return
    rows = [
        (
            str(item.record.ref),
            item.record.decision.priority,
            item.record.status if everything else _due(item, now),
            one_line(item.comment.message)[:60],
            item.record.decision.reasons[0].text if item.record.decision.reasons else "",
        )
        for item in items
    ]
    when = "status" if everything else "answer"
    show_rows(options, ("comment", "priority", when, "says", "why it is here"), rows)
    if items:
        talk(options, f"Look at one: {command(options, f'inbox show {items[0].record.ref}')}")
    else:
        talk(options, "Nothing waits.")


@app.command("show")
def show_comment(context: typer.Context, ref: Ref, as_json: Json = False) -> None:
    """Show a comment with its thread, its analysis, what is proposed, and why it waits."""
    from pressroom.cli.desk import open_room, run_async
    from pressroom.cli.inbox_report import show_item

    options: Options = context.obj

    async def work() -> "tuple[DeskItem, datetime]":
        async with open_room(options) as room:
            return await room.comment(_parsed(ref)), room.ports.clock.now()

    item, now = run_async(work())
    if as_json:
        show_json(item)
    else:
        show_item(options, item, now)


@app.command()
def approve(
    context: typer.Context,
    ref: Ref,
    by: By = "",
    private: Private = None,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Send the proposed answer, word for word, in your name."""
    _act(context.obj, ref, "approve", by, reason, private=private, as_json=as_json)


@app.command()
def edit(
    context: typer.Context,
    ref: Ref,
    text: Annotated[str, typer.Option(help="The whole answer in your own words.")],
    by: By = "",
    private: Private = None,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Answer in your own words; they are kept beside what was proposed."""
    _act(context.obj, ref, "edit", by, reason, text=text, private=private, as_json=as_json)


@app.command()
def reject(
    context: typer.Context,
    ref: Ref,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the decision.")],
    by: By = "",
    as_json: Json = False,
) -> None:
    """Leave the comment unanswered."""
    _act(context.obj, ref, "reject", by, reason, as_json=as_json)


@app.command()
def hide(
    context: typer.Context, ref: Ref, by: By = "", reason: Reason = "", as_json: Json = False
) -> None:
    """Hide the comment from everybody but its writer."""
    _act(context.obj, ref, "hide", by, reason, as_json=as_json)


@app.command("take-over")
def take_over(
    context: typer.Context, ref: Ref, by: By = "", reason: Reason = "", as_json: Json = False
) -> None:
    """Answer the whole thread yourself from now on: the machine is silent there at once."""
    _act(context.obj, ref, "take_over", by, reason, as_json=as_json)


@app.command()
def release(
    context: typer.Context, ref: Ref, by: By = "", reason: Reason = "", as_json: Json = False
) -> None:
    """Give the thread back: comments written from now on may be answered by the machine."""
    _act(context.obj, ref, "release", by, reason, as_json=as_json)


def _act(
    options: Options,
    ref: str,
    verb: "DeskVerb",
    by: str,
    reason: str,
    *,
    text: str = "",
    private: bool | None = None,
    as_json: bool,
) -> None:
    from getpass import getuser

    from pressroom.cli.desk import open_room, run_async
    from pressroom.cli.inbox_report import told
    from pressroom.tools.desk import DeskInput

    request = DeskInput(
        ref=_parsed(ref),
        verb=verb,
        by=by or getuser(),
        reason=reason,
        text=text,
        private=private,
    )

    async def work() -> "DeskResult":
        async with open_room(options) as room:
            return await room.act(request)

    result = run_async(work())
    if as_json:
        show_json(result)
    else:
        show(told(result))


def _parsed(ref: str) -> "CommentRef":
    from pressroom.domain.comment import parse_ref

    try:
        return parse_ref(ref)
    except ValueError as err:
        raise typer.BadParameter(str(err), param_hint="PLATFORM:ID") from err


def _due(item: "DeskItem", now: "datetime") -> str:
    from pressroom.cli.inbox_report import span

    due = item.record.decision.answer_by
    if due is None:
        return ""
    return f"{span(now - due)} late" if due < now else f"in {span(due - now)}"
