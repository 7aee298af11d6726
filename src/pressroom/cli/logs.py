"""What the library warns of, as one clean line for the person at the terminal."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pressroom.cli.called import as_called
from pressroom.cli.console import one_line


class _OneLine(logging.Handler):
    """Prints a record without what could move a terminal; a traceback only with `--debug`.

    Messages repeat what platforms and people on the internet wrote.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Print it on stderr."""
        told = as_called(one_line(record.getMessage()))
        err = record.exc_info[1] if record.exc_info else None
        if err is not None:
            told += f": {one_line(str(err)) or type(err).__name__}"
        sys.stderr.write(f"{record.levelname.lower()}: {told}\n")
        sys.stderr.flush()


@contextmanager
def warnings_told() -> Iterator[None]:
    """Warnings are printed while the block works, unless logging was set up already."""
    root = logging.getLogger()
    if root.handlers:
        yield
        return
    handler = _OneLine(logging.WARNING)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
