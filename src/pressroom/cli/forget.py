"""`pressroom forget`: what we keep of a person or a comment is deleted, and looked for."""

from typing import TYPE_CHECKING, Annotated

import typer

from pressroom.cli.console import Options, one_line, show, show_json, talk
from pressroom.cli.posts import Json

if TYPE_CHECKING:
    from pressroom.tools.forget import ForgetReport


def forget(
    context: typer.Context,
    user: Annotated[
        str,
        typer.Option(help="PLATFORM:ID of a person; on Instagram and X also PLATFORM:@handle."),
    ] = "",
    comment: Annotated[str, typer.Option(help="PLATFORM:ID of one comment.")] = "",
    as_json: Json = False,
) -> None:
    """Delete texts, names and drafts of a person or a comment everywhere, and prove it.

    It prints what was removed, and where it was searched for afterwards. Exit code 1 if
    something is left, 3 if what is left goes by itself when an answer or a run is over. On
    the platform itself nothing is deleted.
    """
    from pressroom.cli.desk import open_room, run_async
    from pressroom.cli.failures import FAILED, OK, WAITING
    from pressroom.cli.simulated import STATE_FILE
    from pressroom.tools.forget import ForgetInput

    options: Options = context.obj

    async def work() -> "ForgetReport":
        async with open_room(options) as room:
            # In a demo's folder the simulated platforms keep their own books, as real ones do.
            theirs = room.settings.home / STATE_FILE
            request = ForgetInput(user=user, comment=comment)
            return await room.forget(request, leave_out=[theirs])

    report = run_async(work())
    if as_json:
        show_json(report)
    else:
        _tell(options, report)
    raise typer.Exit(OK if report.is_complete else WAITING if report.is_pending else FAILED)


def _tell(options: Options, report: "ForgetReport") -> None:
    known = f"{len(report.comments)} comment" + ("" if len(report.comments) == 1 else "s")
    show(f"forgotten\t{known}")
    for store, count in sorted(report.removed.items()):
        show(f"removed\t{store}\t{count}")
    for place in report.searched:
        show(f"searched\t{one_line(place)}")
    for remains in report.remains:
        show(f"left\t{one_line(remains.place)}\t{remains.count}\t{remains.why}".rstrip())
    for note in report.notes:
        talk(options, note)
    if report.is_pending:
        talk(options, "The rest goes by itself; see above.")
    elif report.is_complete:
        talk(options, "Nothing of it is left here. Hashes and ids stay, so that it stays gone.")
    else:
        talk(options, "Something is left: see above.")
