"""The command line: signatures here, work imported inside each command."""

import sys
from collections.abc import Sequence

from pressroom.cli.hoist import hoist_global_options


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the `pressroom` command and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    raise SystemExit(run(given))


def run(arguments: Sequence[str]) -> int:
    """The exit code after running `pressroom ARGUMENTS`; every failure is one line on stderr."""
    from pressroom.cli.called import program
    from pressroom.cli.commands import build
    from pressroom.cli.failures import leave

    ordered = hoist_global_options(arguments)
    try:
        code = build()(args=ordered, prog_name=program(), standalone_mode=False)
        sys.stdout.flush()
    except BaseException as err:  # noqa: BLE001 - the one place where a failure becomes a line
        return leave(err, debug="--debug" in ordered)
    return code if isinstance(code, int) else 0
