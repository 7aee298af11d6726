"""`pressroom approvals`: what waits for a person, and the person's decision."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show, show_json, show_rows, talk, visible
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from datetime import datetime

    from pressroom.content_runs import ContentResult
    from pressroom.domain.waiting import Waiting
    from pressroom.tools.decide import DecisionInput

app = typer.Typer(no_args_is_help=True, help="What waits for a person's decision.")

Thread = Annotated[str, typer.Argument(help="The run's thread or the key, from `approvals list`.")]
By = Annotated[str, typer.Option(help="Who decides; without it your user name.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the decision.")]


@app.command("list")
def list_approvals(
    context: typer.Context,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many; without it all of them.")
    ] = None,
    page: Annotated[int, typer.Option(min=1, help="Which of the pages that --limit makes.")] = 1,
    as_json: Json = False,
) -> None:
    """List what waits for a decision, the longest first: runs, and posts and answers alone.

    Proposals for comments wait with their comments: see `inbox list`.
    """
    from pressroom.cli.desk import command, open_room, run_async

    if page > 1 and limit is None:
        raise typer.BadParameter("there are pages only with --limit", param_hint="--page")
    options: Options = context.obj
    start = (page - 1) * (limit or 0)

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            waiting = await room.waiting(limit=limit, offset=start)
            count = await room.waiting_count()
        if as_json:
            show_json(waiting)
        else:
            _show_waiting(options, waiting, now=room.ports.clock.now())
        if start + len(waiting) < count:
            following = command(options, f"approvals list --limit {limit} --page {page + 1}")
            talk(options, f"{start + len(waiting)} of {count}. The next: {following}")

    run_async(work())


def _show_waiting(options: Options, waiting: "list[Waiting]", *, now: "datetime") -> None:
    headings = ("thread", "title", "platforms", "goes out", "waiting since")
    rows = [
        (
            item.thread_id,
            one_line(item.title),
            ", ".join(item.platforms),
            item.publish_at if item.publish_at > now else "once approved",
            item.waiting_since,
        )
        for item in waiting
    ]
    show_rows(options, headings, rows)


@app.command("show")
def show_approval(context: typer.Context, thread: Thread, as_json: Json = False) -> None:
    """Show exactly what would go out: every text, picture, account and time."""
    from pressroom.cli.desk import command, open_room, run_async
    from pressroom.cli.single_posts import result_of

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            result = await result_of(room, thread)
        if as_json:
            show_json(result)
            return
        _show_orders(result)
        if result.needs_approval:
            talk(options, f"Approve it: {command(options, f'approvals approve {thread}')}")
            reject = f"approvals reject {thread} --reason WHY"
            talk(options, f"Or not: {command(options, reject)}")
        else:
            talk(options, "Nothing of this run waits for a decision.")

    run_async(work())


def _show_orders(result: "ContentResult") -> None:
    from pressroom.cli.single_posts import told

    for effect in result.effects:
        order = effect.payload
        at = effect.not_before.isoformat() if effect.not_before else "at once"
        what = "" if effect.kind == "publish" else f", {told(effect)}"
        show(f"{effect.platform} (account {effect.account}){what}, {effect.status}, {at}")
        # What cannot be seen is named: a person answers for all of it.
        text = visible(str(order.get("text", "")))
        show("\n".join(f"  | {line}" for line in text.split("\n")))
        if order.get("link"):
            show(f"  link: {one_line(visible(order['link']))}")
        paths = [str(path) for path in effect.material.get("paths", ())]
        for number, item in enumerate(order.get("media", ())):
            place = paths[number] if number < len(paths) else item["sha256"]
            show(f"  picture: {one_line(place)}")
            show(f"    alt text: {one_line(visible(item.get('alt_text', ''))) or 'none'}")


@app.command()
def approve(
    context: typer.Context, thread: Thread, by: By = "", reason: Reason = "", as_json: Json = False
) -> None:
    """Approve exactly what `approvals show` shows, and go on with the run."""
    _decide(context.obj, thread, "approve", by, reason, {}, as_json=as_json)


@app.command()
def reject(
    context: typer.Context,
    thread: Thread,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the decision.")],
    by: By = "",
    as_json: Json = False,
) -> None:
    """Say no: nothing goes out, and the run ends with your reason."""
    _decide(context.obj, thread, "reject", by, reason, {}, as_json=as_json)


@app.command()
def edit(
    context: typer.Context,
    thread: Thread,
    text: Annotated[
        list[str],
        typer.Option(metavar="PLATFORM=TEXT", help="The new whole text of a platform's post."),
    ],
    by: By = "",
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Approve with your own words instead: they are checked, then the run goes on."""
    from pressroom.domain.platform import parse_platform

    texts: dict[str, str] = {}
    for item in text:
        name, equals, words = item.partition("=")
        if not equals or not words.strip():
            raise typer.BadParameter("write it like facebook='The new text'", param_hint="--text")
        try:
            texts[parse_platform(name)] = words
        except ValueError as err:
            raise typer.BadParameter(str(err), param_hint="--text") from err
    _decide(context.obj, thread, "edit", by, reason, texts, as_json=as_json)


def _decide(
    options: Options,
    thread: str,
    decision: str,
    by: str,
    reason: str,
    texts: dict[str, str],
    *,
    as_json: bool,
) -> None:
    from getpass import getuser

    from pressroom.cli.desk import open_room, run_async
    from pressroom.cli.progress import Progress
    from pressroom.cli.run_report import exit_code_of, report
    from pressroom.cli.single_posts import result_of

    request = _request(thread, decision, by or getuser(), reason, texts)

    async def work() -> "ContentResult":
        async with open_room(options) as room:
            decided = await room.decide(request)
            if await room.ports.ledger.get(thread) is not None:  # no run: the sweeper's work
                await room.sweep()
                return await result_of(room, *(decided.effect_keys or (thread,)))
            progress = Progress(options, f"content · {thread}")
            with progress.shown():
                return await room.content.resume(thread, observe=progress.observe)

    result = run_async(work())
    if as_json:
        show_json(result)
    else:
        report(options, [result])
    raise typer.Exit(exit_code_of(result))


def _request(
    thread: str, decision: str, by: str, reason: str, texts: dict[str, str]
) -> "DecisionInput":
    """The decision as it is recorded.

    Raises:
        InputError: Something in it cannot be recorded.
    """
    from pydantic import ValidationError

    from pressroom.errors import InputError
    from pressroom.tools.complaints import complain
    from pressroom.tools.decide import DecisionInput

    given = {
        "thread_id": thread, "decision": decision, "by": by, "reason": reason, "texts": texts,
    }  # fmt: skip
    try:
        return DecisionInput.model_validate(given)
    except ValidationError as err:
        wrong = complain(err, DecisionInput)
        raise wrong.as_error(InputError, "the decision") from err
