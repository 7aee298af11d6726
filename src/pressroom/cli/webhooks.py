"""`pressroom webhooks`: Meta's webhooks taken in, and the inbox worked off."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show_json, show_rows, talk
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.jobs.listening import Bell
    from pressroom.storage.inbox import FailedItem
    from pressroom.tools.backfill import BackfillReport
    from pressroom.tools.receive import ReceiveReport


def webhooks(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8720,
    failed: Annotated[
        bool, typer.Option("--failed", help="List what could not be made use of, and stop.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Let what failed be tried again, and stop.")
    ] = False,
    only_listen: Annotated[
        bool, typer.Option("--only-listen", help="Decide and answer nothing: `work` does it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Take in Meta's webhooks, and decide about and answer comments, until Ctrl-C.

    Put a public https address in front of it and enter that address, with
    /webhook/facebook, where Meta asks for a callback URL. Comments and mentions that no
    webhook tells of are asked for as well: see the settings `listening`.
    """
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options) as room:
            if retry:
                await _retry(options, room)
            elif failed:
                _show_failed(options, await _failed(room), as_json=as_json)
            else:
                await _serve(options, room, host, port, only_listen=only_listen)

    run_async(work())


async def _serve(
    options: Options, room: "Pressroom", host: str, port: int, *, only_listen: bool
) -> None:
    import asyncio
    import signal

    from pressroom.jobs.listening import Bell, listen
    from pressroom.server.serving import serving
    from pressroom.server.webhooks import addresses, open_door, webhook_app

    if not only_listen:
        room.driver  # noqa: B018 - its imports take seconds, in which nobody would be answered
    bell = Bell()
    door = open_door(room.settings, room.ports.store, heard=bell.ring)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, bell.stop)
    async with serving(webhook_app(door), host=host, port=port) as url:
        for address in addresses(url):
            talk(options, f"Webhooks are taken in at {address}")
        talk(options, "Working the inbox off; stop with Ctrl-C.")
        listening = listen(
            room.ports,
            room.settings.listening,
            bell,
            received=lambda report: _tell_received(options, report),
            asked=lambda report: _tell_asked(options, report),
        )
        await asyncio.gather(listening, *([] if only_listen else [_work(options, room, bell)]))
    talk(options, "Stopped; what was taken in and not worked off waits in the inbox.")


async def _work(options: Options, room: "Pressroom", bell: "Bell") -> None:
    """Decide about what came in and send what is due, until the bell stops it."""
    from pressroom.cli.watch import tell
    from pressroom.jobs import sweeper

    await sweeper.work(
        room.ports,
        room.driver,
        stopping=lambda: bell.stopped,
        report=lambda report: tell(options, report),
    )


def _tell_received(options: Options, report: "ReceiveReport") -> None:
    heard = report.heard
    parts = [
        f"{len(found)} {what}"
        for what, found in (
            ("new", heard.new),
            ("changed", heard.changed),
            ("removed", heard.removed),
        )
        if found
    ]
    if report.postponed:
        parts.append(f"{report.postponed} to be asked for later")
    if parts:
        talk(options, f"comments: {', '.join(parts)}")
    for line in report.failed:
        talk(options, f"not usable: {one_line(line)}")


def _tell_asked(options: Options, report: "BackfillReport") -> None:
    talk(options, f"asked the platforms: {report.listed} listed, {report.news} of them news")
    if report.missed:
        talk(options, f"webhooks missed: {report.missed} comments")
    for line in report.unread:
        talk(options, f"could not be listed: {one_line(line)}")


async def _failed(room: "Pressroom") -> "list[FailedItem]":
    from pressroom.storage.inbox import list_failed

    async with room.ports.store.read() as session:
        return await list_failed(session, limit=200)


def _show_failed(options: Options, items: "list[FailedItem]", *, as_json: bool) -> None:
    if as_json:
        show_json(items)
        return
    rows = [
        (str(item.ref), item.verb, item.source, item.received_at, item.attempt, item.note)
        for item in items
    ]
    show_rows(options, ("comment", "what", "heard by", "time", "tries", "why"), rows)


async def _retry(options: Options, room: "Pressroom") -> None:
    from pressroom.storage.inbox import retry_failed

    count = await room.ports.store.transact(retry_failed)
    talk(options, f"{count} will be tried again by the next `pressroom webhooks`.")
