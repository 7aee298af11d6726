"""`pressroom effects`: everything the world can see of us, as the ledger has it."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from pressroom.cli.console import Options, one_line, show, show_json, show_rows, talk
from pressroom.cli.posts import Json, Limit

if TYPE_CHECKING:
    from pressroom.domain.effects import EffectStatus

app = typer.Typer(no_args_is_help=True, help="The ledger of outward effects.")

Key = Annotated[str, typer.Argument(help="The effect's key, from `effects list`.")]
STATUSES = ("ready", "sending", "unknown", "sent", "failed", "review", "cancelled")


def _known_status(status: str | None) -> str | None:
    if status is not None and status not in STATUSES:
        raise typer.BadParameter(f"{status!r} is no status; use one of: {', '.join(STATUSES)}")
    return status


@app.command("list")
def list_effects(
    context: typer.Context,
    status: Annotated[
        str | None,
        typer.Option(callback=_known_status, help=f"Only those that are: {', '.join(STATUSES)}."),
    ] = None,
    run: Annotated[str | None, typer.Option(help="Only those of this run's thread.")] = None,
    limit: Limit = 100,
    as_json: Json = False,
) -> None:
    """List outward effects: planned, in doubt, live, failed or waiting for a person."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            wanted = cast("EffectStatus | None", status)  # its callback has looked at it
            found = await room.effects(status=wanted, run_id=run, limit=limit)
        if as_json:
            show_json(found)
            return
        headings = ("key", "kind", "platform", "status", "due", "tries", "link or note")
        rows = [
            (e.key, e.kind, e.platform, e.status, e.not_before, e.attempt, e.permalink or e.note)
            for e in found
        ]
        show_rows(options, headings, rows)

    run_async(work())


@app.command("show")
def show_effect(context: typer.Context, key: Key, as_json: Json = False) -> None:
    """Show one effect and everything that was tried for it."""
    from pressroom.cli.desk import find_effect, open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            effect = await find_effect(room, key)
            attempts = await room.ports.ledger.attempts(key)
        if as_json:
            show_json({"effect": effect, "attempts": attempts})
            return
        show(
            f"{effect.key}  [{effect.status}]  {one_line(effect.permalink or effect.note)}".rstrip()
        )
        show("\n".join(f"  | {line}" for line in str(effect.payload.get("text", "")).splitlines()))
        headings = ("try", "phase", "outcome", "http", "code", "when", "what")
        rows = [
            (a.n, a.phase, a.outcome, a.http_status, a.platform_code, a.started_at, a.excerpt)
            for a in attempts
        ]
        show_rows(options, headings, rows)

    run_async(work())


@app.command()
def retry(context: typer.Context, key: Key) -> None:
    """Try a failed or doubtful effect again: the platform is read first, never sent to blindly."""
    from pressroom.cli.desk import find_effect, open_room, run_async
    from pressroom.cli.failures import OK, WAITING

    options: Options = context.obj

    async def work() -> int:
        async with open_room(options) as room:
            before = await find_effect(room, key)
            if before.status not in ("failed", "review", "unknown"):
                talk(options, f"It is {before.status}; there is nothing to try again.")
                return OK
            await room.ports.ledger.ask_again(key)
            await room.sweep()
            after = await find_effect(room, key)
        talk(options, f"{key}: {before.status} → {after.status}. {after.permalink or after.note}")
        return OK if after.status == "sent" else WAITING

    raise typer.Exit(run_async(work()))
