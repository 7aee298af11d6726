"""Every failure as one line for a person, and as the exit code that the documentation names."""

import contextlib
import errno
import os
import sys
import traceback
from typing import NamedTuple

from pressroom.cli.called import as_called, program
from pressroom.cli.console import clean

OK = 0
FAILED = 1
BAD_INPUT = 2
WAITING = 3
PLATFORM_FAILED = 4
NOT_SET_UP = 5
INTERRUPTED = 130

EXIT_CODES = {
    OK: "done, or scheduled for its time",
    FAILED: "failed, or `doctor` found something wrong",
    BAD_INPUT: "wrong usage or bad input: change what you typed or the file it names",
    WAITING: "waiting for a person, or for an outcome that is not known yet",
    PLATFORM_FAILED: "a platform refused or could not be reached",
    NOT_SET_UP: "settings or database cannot be used as they are",
    INTERRUPTED: "interrupted; what was done is saved, and the command to go on is printed",
}


class Failure(NamedTuple):
    """What is said, and the code the command leaves with."""

    line: str
    code: int


def leave(err: BaseException, *, debug: bool) -> int:
    """Say what *err* means on stderr, in one line, and return the exit code for it."""
    if isinstance(err, BrokenPipeError):
        # Whoever read our output has seen enough; say nothing and let nothing be flushed.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    if isinstance(err, SystemExit):
        return err.code if isinstance(err.code, int) else FAILED
    if debug:
        sys.stderr.write(clean("".join(traceback.format_exception(err))))
    failure = explain(err)
    if type(err).__name__ == "NoArgsIsHelpError":  # typer keeps the class to itself
        sys.stderr.write(f"{err}\n")
    elif failure.line:
        sys.stderr.write(f"Error: {_one_line(as_called(failure.line))}\n")
    return failure.code


def explain(err: BaseException) -> Failure:
    """What *err* means to a person, and its exit code."""
    if isinstance(err, KeyboardInterrupt) or _is_cancelled(err):
        return Failure("interrupted.", INTERRUPTED)
    if isinstance(err, OSError):
        return _explain_os(err)
    named = (
        _explain_pressroom(err)
        or _explain_usage(err)
        or _explain_database(err)
        or _explain_missing(err)
    )
    return named or Failure(
        f"this should not have happened: {type(err).__name__}: {err}. "
        "Run it again with --debug and report what it prints.",
        FAILED,
    )


def _is_cancelled(err: BaseException) -> bool:
    # Importing asyncio costs as much as Python's own start, and --help has no use for it.
    asyncio = sys.modules.get("asyncio")
    return asyncio is not None and isinstance(err, asyncio.CancelledError)


def _explain_pressroom(err: BaseException) -> Failure | None:
    from pressroom import errors

    if not isinstance(err, errors.PressroomError):
        return None
    codes: tuple[tuple[type[errors.PressroomError], int], ...] = (
        (errors.SettingsError, NOT_SET_UP),
        (errors.InputError, BAD_INPUT),
        (errors.StoreError, NOT_SET_UP),
        (errors.ModelError, PLATFORM_FAILED),
        (errors.ChannelError, PLATFORM_FAILED),
        (errors.ApprovalMissing, WAITING),
    )
    code = next((code for kind, code in codes if isinstance(err, kind)), FAILED)
    return Failure(str(err), code)


def _explain_usage(err: BaseException) -> Failure | None:
    from typer import Abort
    from typer.exceptions import TyperException

    if isinstance(err, Abort):
        return Failure("stopped.", INTERRUPTED)
    if not isinstance(err, TyperException):
        return None
    context = getattr(err, "ctx", None)
    message = err.format_message().rstrip(".")
    command = context.command_path if context else program()
    return Failure(f"{message}. See: {command} --help", BAD_INPUT)


def _explain_database(err: BaseException) -> Failure | None:
    # By name, so that a failure that has nothing to do with a database loads no driver.
    if not any(kind.__module__.startswith("sqlalchemy.") for kind in type(err).__mro__):
        return None
    original = getattr(err, "orig", None)
    cause = getattr(original, "__cause__", None) or original or err
    fix = "Check it with: pressroom doctor"
    if "no such table" in str(cause) or "doesn't exist" in str(cause):
        fix = "Bring it up to date with: pressroom db upgrade"
    return Failure(f"the database cannot be used: {str(cause).rstrip('.')}. {fix}", NOT_SET_UP)


_EXTRAS = {
    "starlette": "server",
    "uvicorn": "server",
    "multipart": "server",
    "python_multipart": "server",
    "PIL": "images",
    "asyncpg": "postgres",
    "asyncmy": "mysql",
}
"""Which extra brings a module that may be missing."""


def _explain_missing(err: BaseException) -> Failure | None:
    extra = _EXTRAS.get((getattr(err, "name", None) or "").partition(".")[0])
    if not isinstance(err, ModuleNotFoundError) or extra is None:
        return None
    fix = f"Install it with the extra: pip install 'pressroom[{extra}]'"
    return Failure(
        f"the package {err.name!r}, which this needs, is not installed. {fix}", NOT_SET_UP
    )


_OS_FIXES = {
    errno.ENOSPC: ("the disk is full", "Make room, or choose another folder with `home`"),
    errno.EDQUOT: ("your disk quota is used up", "Make room, or choose another `home`"),
    errno.EROFS: ("the file system is read-only", "Choose a writable folder with `home`"),
    errno.EACCES: ("permission denied", "Make it accessible to you, or choose another place"),
    errno.EPERM: ("not permitted", "Make it accessible to you, or choose another place"),
    errno.EADDRINUSE: ("the address is in use", "Choose another one with --port"),
    errno.ENOENT: ("there is no such file or folder", "Check the path"),
    errno.EISDIR: ("it is a folder", "Name a file in it"),
    errno.ENOTDIR: ("a part of the path is no folder", "Check the path"),
}


def _explain_os(err: OSError) -> Failure:
    what, fix = _OS_FIXES.get(err.errno or 0, (err.strerror or str(err), "Check it"))
    place = f"{err.filename}: " if err.filename else ""
    code = BAD_INPUT if err.errno in {errno.ENOENT, errno.EISDIR} else NOT_SET_UP
    return Failure(f"{place}{what}. {fix}.", code)


def _one_line(text: str) -> str:
    """*text* on one line, without the control characters that could move a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
