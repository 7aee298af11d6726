"""The awaits of a process, and what each would leave behind if the process died there.

A process is stopped as a whole (SIGSTOP) before every step of a task: what its death would
leave at that moment is then in its files and with whom it has spoken, and can be looked at.
"""

import asyncio
import mmap
import os
import signal
import socket
import struct
import time
from asyncio import events
from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

Work = Callable[[], Coroutine[Any, Any, int]]
"""What a process of its own does; the result is its exit code."""

_TASK_STEPS = {"TaskStepMethWrapper", "task_wakeup", "TaskWakeupMethWrapper"}
_TCP_TABLE = Path("/proc/net/tcp")
_LOCAL, _REMOTE, _QUEUES = 1, 2, 4
"""Columns of that table; the queues are what is not yet acknowledged and not yet read."""
_PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Left:
    """What outlives a process: its files, byte for byte, and what has reached the platforms."""

    files: dict[str, bytes]
    arrived: tuple[str, ...]

    def looks_like(self, other: "Left") -> bool:
        """Whether it is the same but for times: equal requests, equal files by name and size.

        Two processes that did the same up to the same step differ in the microseconds that
        they wrote down, and in nothing else.
        """
        return self.arrived == other.arrived and self._sizes() == other._sizes()

    def _sizes(self) -> dict[str, int]:
        return {name: len(content) for name, content in self.files.items()}


@dataclass
class World:
    """One thing that a death may leave, and the steps before which a death leaves it."""

    left: Left
    points: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Outside:
    """What there is to look at: the process's folder, and the simulator it speaks to."""

    folder: Path
    control: httpx.Client

    def look(self) -> Left:
        """What would be left now; waits until everything on its way has arrived."""
        return Left(self._files(), self._arrived())

    def look_again(self, before: Left) -> Left:
        """The same, where it is known that nothing was sent since *before*."""
        return Left(self._files(), before.arrived)

    def _files(self) -> dict[str, bytes]:
        """Every file but SQLite's shared index, which whoever opens the database makes anew."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in self.folder.rglob("*")
            if file.is_file() and not file.name.endswith("-shm")
        }

    def _arrived(self) -> tuple[str, ...]:
        """Every request that the simulator has been sent, in order, when it is done with all."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline:
            if _is_quiet(self.control.base_url.port):
                known = self.control.get("/_sim/requests").raise_for_status().json()["requests"]
                # It notes the status last, be it that there was none.
                if all("status" in request for request in known):
                    return tuple(
                        f"{request['operation']} {request['fault']} {request['status']}"
                        for request in known
                    )
            time.sleep(0.001)
        raise TimeoutError("the simulator does not come to rest")


def _is_quiet(port: int | None) -> bool:
    """Whether all bytes for *port* have been read there; said by the kernel, not by waiting."""
    wanted = f":{port:04X}"
    for line in _TCP_TABLE.read_text(encoding="ascii").splitlines()[1:]:
        columns = line.split()
        unsent, unread = (int(size, 16) for size in columns[_QUEUES].split(":"))
        if columns[_REMOTE].endswith(wanted) and unsent:
            return False
        if columns[_LOCAL].endswith(wanted) and unread:
            return False
    return True


def worlds_of(work: Work, outside: Outside) -> tuple[list[World], int]:
    """What the deaths of a process that does *work* may leave, in order; and its exit code.

    It is stopped before every step and looked at. Two steps are of one world only if between
    them no byte of any file changed and nothing more reached the simulator.
    """
    worlds: list[World] = []
    sent_before = -1
    paused = _paused(work)
    try:
        while True:
            point, sent = next(paused)
            left = (
                outside.look_again(worlds[-1].left)
                if worlds and sent == sent_before
                else outside.look()
            )
            if not worlds or worlds[-1].left != left:
                worlds.append(World(left))
            worlds[-1].points.append(point)
            sent_before = sent
    except StopIteration as end:
        return worlds, end.value


def _paused(work: Work) -> Generator[tuple[int, int], None, int]:
    """Before each step of a process: the step's number and how many bytes it has sent so far.

    Going on with the iterator lets it take that step.
    """
    sent = mmap.mmap(-1, struct.calcsize("q"))
    child = os.fork()
    if child == 0:
        _run_and_exit(work, lambda: _stop_before_each_step(sent))
    point = 0
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        point += 1
        yield point, struct.unpack("q", sent[:])[0]
        os.kill(child, signal.SIGCONT)


def run(work: Work, *, kill_at: int = 0) -> int:
    """The exit code of a process that does *work*; negative for the signal that ended it.

    With *kill_at* it dies by SIGKILL when a task is about to take its step of that number.
    """
    child = os.fork()
    if child == 0:
        _run_and_exit(work, lambda: _before_each_step(lambda step: _die(step, kill_at)))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _run_and_exit(work: Work, prepare: Callable[[], None]) -> None:
    async def prepared() -> int:
        prepare()
        return await work()

    code = 70
    try:
        code = asyncio.run(prepared())
    finally:
        os._exit(code)  # nothing of the parent's may be cleaned up here


def _die(step: int, kill_at: int) -> None:
    if step == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)


def _stop_before_each_step(sent: mmap.mmap) -> None:
    """Stop before every step, count what goes out, and let no time pass while stopped."""
    loop, stopped = asyncio.get_running_loop(), 0.0
    real_time = loop.time

    def stop(_step: int) -> None:
        nonlocal stopped
        began = real_time()
        os.kill(os.getpid(), signal.SIGSTOP)
        stopped += real_time() - began

    loop.time = lambda: real_time() - stopped  # type: ignore[method-assign]
    for name in ("send", "sendmsg"):
        _count_bytes(name, sent)
    _before_each_step(stop)


def _count_bytes(name: str, sent: mmap.mmap) -> None:
    """Add to *sent* whatever goes out through that method of sockets (not the loop's own)."""
    real = getattr(socket.socket, name)

    def counted(self: socket.socket, *args: Any) -> int:
        count: int = real(self, *args)
        if self.family == socket.AF_INET:
            sent[:] = struct.pack("q", struct.unpack("q", sent[:])[0] + count)
        return count

    setattr(socket.socket, name, counted)


def _before_each_step(do: Callable[[int], None]) -> None:
    """From here on, *do* is called with its number before each step that a task takes."""
    original = events.Handle._run
    step = 0

    def run_handle(handle: Any) -> None:
        nonlocal step
        if type(handle._callback).__name__ in _TASK_STEPS or _is_step(handle._callback):
            step += 1
            do(step)
        original(handle)

    events.Handle._run = run_handle  # type: ignore[method-assign, assignment]


def _is_step(callback: Any) -> bool:
    return isinstance(getattr(callback, "__self__", None), asyncio.Task)
