"""`pressroom crisis`: hold back what must not go out now, and look at what was held."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show, show_json, show_rows, talk, visible
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.domain.effects import Effect
    from pressroom.domain.freeze import FreezeScope

app = typer.Typer(no_args_is_help=True, help="Hold back what must not go out in a crisis.")

By = Annotated[str, typer.Option(help="Who does this; without it your user name.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept and shown beside what is held.")]
Key = Annotated[str, typer.Argument(help="The effect's key, from `crisis held`.")]
Seen = Annotated[
    str, typer.Option(help="The mark that `crisis look` shows: it stands for exactly those words.")
]


@app.command()
def freeze(
    context: typer.Context,
    platform: Annotated[
        list[str] | None, typer.Option(help="Only this platform; may be repeated.")
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help="Only what mentions this; may be repeated.")
    ] = None,
    by: By = "",
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Stop posts and automatic answers at once, everywhere or within bounds."""
    from getpass import getuser

    from pressroom.cli.desk import command, open_room, run_async

    options: Options = context.obj
    scope = _scope(platform or [], topic or [])

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            frozen = await room.ports.ledger.freeze(scope, by or getuser(), reason=reason)
        if as_json:
            show_json(
                {
                    **frozen.freeze.model_dump(mode="json"),
                    "held": frozen.held,
                    "under_way": frozen.under_way,
                }
            )
            return
        show(f"Freeze {frozen.freeze.id} is on: {scope.in_words()}.")
        show(f"{len(frozen.held)} held; what is planned from now on is held too.")
        for key in frozen.under_way:
            show(f"Under way already, look there by hand: {key}")
        talk(options, f"Lift it: {command(options, f'crisis thaw {frozen.freeze.id}')}")

    run_async(work())


@app.command()
def thaw(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The freeze's number, from `crisis freezes`.")],
    by: By = "",
    reason: Reason = "",
) -> None:
    """Lift a freeze; what it held still waits for a person's look."""
    from getpass import getuser

    from pressroom.cli.desk import command, open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            freeze = await room.ports.ledger.thaw(number, by or getuser(), reason=reason)
            held = len(await room.ports.ledger.held())
        show(f"Freeze {number} was lifted by {one_line(freeze.lifted_by)}.")
        if held:
            talk(options, f"{held} wait for a look: {command(options, 'crisis held')}")

    run_async(work())


@app.command("freezes")
def list_freezes(context: typer.Context, as_json: Json = False) -> None:
    """List freezes, the newest first."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            freezes = await room.ports.ledger.freezes()
        if as_json:
            show_json(freezes)
            return
        rows = [
            (
                freeze.id,
                "on" if freeze.is_on else f"lifted by {freeze.lifted_by}",
                freeze.scope.in_words(),
                freeze.since,
                freeze.frozen_by,
                one_line(freeze.reason),
            )
            for freeze in freezes
        ]
        show_rows(options, ("freeze", "state", "holds", "since", "by", "reason"), rows)

    run_async(work())


@app.command("held")
def list_held(context: typer.Context, as_json: Json = False) -> None:
    """List what freezes hold, or held until nobody has looked at it yet."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            held = await room.ports.ledger.held()
        if as_json:
            show_json(held)
            return
        rows = [
            (effect.key, effect.platform, _words(effect)[:60], effect.not_before, effect.frozen_at)
            for effect in held
        ]
        show_rows(options, ("key", "platform", "says", "was to go out", "held since"), rows)

    run_async(work())


@app.command()
def look(context: typer.Context, key: Key) -> None:
    """Show exactly what is held, and how to let it go or withdraw it."""
    from pressroom.cli.desk import command, open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            effect = await _effect(room, key)
        show(f"{effect.platform} (account {effect.account}), {effect.kind}, {effect.status}")
        show("\n".join(f"  | {line}" for line in visible(_text(effect)).split("\n")))
        for item in effect.payload.get("media", ()):
            show(f"  picture: {one_line(visible(item.get('alt_text', ''))) or 'no alt text'}")
        seen = f"{key} --seen {effect.payload_sha[:12]}"
        talk(options, f"It may go out: {command(options, f'crisis release {seen}')}")
        talk(options, f"It must not: {command(options, f'crisis withdraw {seen} --reason WHY')}")

    run_async(work())


@app.command()
def release(context: typer.Context, key: Key, seen: Seen, by: By = "", reason: Reason = "") -> None:
    """Let what was held go out, once its freeze is lifted."""
    _decide(context.obj, key, seen, by, reason, goes_out=True)


@app.command()
def withdraw(
    context: typer.Context, key: Key, seen: Seen, by: By = "", reason: Reason = ""
) -> None:
    """Withdraw what is held: it never goes out."""
    _decide(context.obj, key, seen, by, reason, goes_out=False)


def _decide(options: Options, key: str, seen: str, by: str, reason: str, *, goes_out: bool) -> None:
    from getpass import getuser

    from pressroom.cli.desk import open_room, run_async

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            effect = await _effect(room, key)
            is_same = len(seen) >= 12 and effect.payload_sha.startswith(seen)
            after = await room.ports.ledger.look(
                key,
                by or getuser(),
                payload_sha=effect.payload_sha if is_same else seen,
                goes_out=goes_out,
                reason=reason,
            )
        show(f"{key}: {after.note}.")

    run_async(work())


async def _effect(room: "Pressroom", key: str) -> "Effect":
    from pressroom.errors import InputError

    effect = await room.ports.ledger.get(key)
    if effect is None:
        raise InputError(
            f"there is no effect {key!r}.", field="key", fix="`pressroom crisis held` lists them."
        )
    return effect


def _scope(platforms: list[str], topics: list[str]) -> "FreezeScope":
    """What is to be held.

    Raises:
        typer.BadParameter: There is no such platform, or a topic says nothing.
    """
    from pydantic import ValidationError

    from pressroom.domain.freeze import FreezeScope
    from pressroom.domain.platform import parse_platform

    try:
        named = tuple(parse_platform(name) for name in platforms)
    except ValueError as err:
        raise typer.BadParameter(str(err), param_hint="--platform") from err
    try:
        return FreezeScope(platforms=named, topics=tuple(topics))
    except ValidationError as err:
        told = str(err.errors()[0]["msg"]).removeprefix("Value error, ")
        raise typer.BadParameter(told, param_hint="--topic") from err


def _text(effect: "Effect") -> str:
    from pressroom.cli.single_posts import told

    return str(effect.payload.get("text", "")) or told(effect)


def _words(effect: "Effect") -> str:
    return one_line(_text(effect))
