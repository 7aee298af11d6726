"""Drives runs, each in a process of its own that dies by SIGKILL at the node event it is given.

    python tests/graphs/until_killed.py SETTINGS_FILE THREAD=EVENT ...

Prints a line for each: the thread and how its process ended (-9 when it was killed). Odd
events are beginnings of nodes, even ones their ends.
"""

import asyncio
import gc
import os
import signal
import sys
import tempfile
from pathlib import Path

import langchain_google_genai  # noqa: F401 - slow to import: once here, not in every process

from pressroom import Brief, Pressroom, Settings
from pressroom.graphs.driver import NodeEvent


async def drive(settings: Settings, thread: str, last: int) -> None:
    """Drive the run until event number *last*."""
    seen = 0

    def observe(_event: NodeEvent) -> None:
        nonlocal seen
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

    async with Pressroom.open(settings) as room:
        await room.driver.advance(thread, observe=observe)


async def warm_up(file: Path) -> None:
    """Import what a run imports on its way, by one that sends nothing."""
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Settings.load(file, {}, home=folder)
        async with Pressroom.open(elsewhere) as room:
            brief = Brief(title="Warm", message="Up.", platforms=("x",), publish_now=True)
            await room.content.run(brief, dry_run=True)


def main() -> None:
    """Fork a process for each thread: nothing is open by then, so that forking is safe."""
    settings = Settings.load(Path(sys.argv[1]), {})
    asyncio.run(warm_up(Path(sys.argv[1])))
    gc.freeze()  # or each process would copy all that is imported when it collects
    for job in sys.argv[2:]:
        thread, _, last = job.rpartition("=")
        child = os.fork()
        if child == 0:
            asyncio.run(drive(settings, thread, int(last)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(thread, os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
