"""How many comments a second pressroom gets through without a language model, and in what memory.

    python -m benchmarks.comments                       (a million streamed: some fifteen minutes)
    python -m benchmarks.comments --comments 2000 --stream 20000 --batched 4000    (a minute or two)
    python -m benchmarks.comments --comments 2000 --stream 0 --batched 0 --profile

Four things are measured, all on the same made-up comments (`comment_texts.py`):

- *speed*: `--comments` of them go from a list into the inbox, through the comment graph and into
  the record, with Gemini off. Once nothing is sent (every mode `off`), once praise and questions
  that a fact answers are replied to over HTTP on this machine, to the simulator in a process of
  its own. Beside them stand `analyse` alone and, where it is installed, VADER alone.
- *stream*: the peak memory while `--stream` comments go through `analyse` with the memory of
  near copies.
- *batched*: the memory while `--batched` comments go through inbox and graph in batches.
- `--profile` prints the functions in which the run without replies spent its time instead.

This process is held to one core. Rates are per second of its CPU time; per second by the clock
stands beside them, and counts what the disk and the simulator took.
"""

import argparse
import asyncio
import cProfile
import multiprocessing
import os
import pstats
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpx

from benchmarks.comment_texts import comments
from pressroom import Pressroom, Settings
from pressroom.analysis.comment_analysis import analyse
from pressroom.analysis.near_copies import NearCopies
from pressroom.domain.comment import Comment, CommentChange
from pressroom.evals.sentiment import reference_systems
from pressroom.simulator import Accounts, SimulatorConfig, SimulatorServer
from pressroom.tools.comment_file import take_in

BATCH = 500
"""How many comments one run of the graph takes."""
STEPS = 10
"""In so many steps the memory is reported."""
BRAND = """\
name: Harbour Lane Market
website: https://harbourlane.example
language: en
replies:
  mode: {mode}
  answers:
    - about: ["what time do you open", "when do you open", "opening hours"]
      text: We open every day at six in the evening.
  caps: {{per_hour: 1000000, per_thread: 1000000, per_user_per_post: 1}}
  brake: {{comments: 1000000, negatives_per_hour: 1000000}}
"""


SIMULATED = SimulatorConfig(crowd_comments=False, graph_calls_per_hour=100_000_000)
"""Nobody else comments there, and no limit of the platform's slows an answer."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one way through took."""

    name: str
    comments: int
    cpu: float
    clock: float
    """Both in seconds."""
    replies: int = 0

    @property
    def rate(self) -> float:
        """Comments per second of CPU."""
        return self.comments / self.cpu


def main() -> None:
    """Measure what the arguments ask for, and print it."""
    parser = argparse.ArgumentParser(description="Comments per second, and memory.")
    parser.add_argument("--comments", type=_count, default=5_000, help="for the speed; 0: none")
    parser.add_argument("--stream", type=_count, default=1_000_000, help="through analyse alone")
    parser.add_argument("--batched", type=_count, default=50_000, help="through inbox and graph")
    parser.add_argument("--posts", type=_count, default=50, help="they are spread over so many")
    parser.add_argument("--profile", action="store_true", help="where the time goes, instead")
    given = parser.parse_args()
    with a_simulator() as url:
        _hold_to_one_core()
        if given.comments:
            _speed(given.comments, max(given.posts, 1), url, profiled=given.profile)
        if given.batched:
            asyncio.run(_batched(given.batched, max(given.posts, 1), url))
    if given.stream:
        _stream(given.stream)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("no negative counts")
    return number


def _speed(count: int, posts: int, url: str, *, profiled: bool) -> None:
    texts = list(comments(count))
    if profiled:
        profile = cProfile.Profile()
        profile.enable()
        asyncio.run(_worked_off(texts, posts, url, mode="off"))
        profile.disable()
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
        return
    found = []
    vader = reference_systems().get("VADER")
    if vader:
        found.append(_alone("VADER alone", texts, vader))
    seen = NearCopies()
    found.append(_alone("analyse, with near copies", texts, lambda t: analyse(t, seen=seen)))
    found.append(asyncio.run(_worked_off(texts, posts, url, mode="off")))
    found.append(asyncio.run(_worked_off(texts, posts, url, mode="auto")))
    print(f"{count} comments below {posts} posts, one core, no language model\n")
    print(f"{'':32}{'per CPU s':>10}{'per s':>8}{'ms each':>9}{'x VADER':>9}{'replies':>9}")
    for one in found:
        ratio = f"{found[0].rate / one.rate:.1f}" if vader else "-"
        print(
            f"{one.name:32}{one.rate:10.0f}{one.comments / one.clock:8.0f}"
            f"{1000 * one.cpu / one.comments:9.2f}{ratio:>9}{one.replies or '':>9}"
        )
    print("\nx VADER: so many times the CPU that VADER alone took for the same texts.\n")


def _alone(name: str, texts: Sequence[str], read: Callable[[str], object]) -> Spent:
    read(texts[0])
    started, cpu = time.perf_counter(), time.process_time()
    for text in texts:
        read(text)
    return Spent(name, len(texts), time.process_time() - cpu, time.perf_counter() - started)


async def _worked_off(texts: Sequence[str], posts: int, url: str, *, mode: str) -> Spent:
    """The comments from a list to their outcomes on record, in a fresh pressroom."""
    replying = mode == "auto"
    with tempfile.TemporaryDirectory() as home:
        settings = _settings(Path(home), url, mode)
        with httpx.Client(base_url=url, trust_env=False, timeout=30) as control:
            changes = list(_changes(texts, _posts_of(control, posts)))
            if replying:  # else nothing asks the platform for them
                _put_there(control, changes)
        async with Pressroom.open(settings) as room:
            await room.comments.run()  # imports and reads what a first run does
            started, cpu = time.perf_counter(), time.process_time()
            await take_in(room.ports, changes)
            outcomes = [one async for run in _runs(room) for one in run.comments]
            spent = time.process_time() - cpu, time.perf_counter() - started
    if len(outcomes) != len(texts):
        raise SystemExit(f"{len(texts)} comments went in, {len(outcomes)} were decided")
    sent = sum(one.status == "done" and one.action.startswith("reply") for one in outcomes)
    name = "stored, analysed, decided"
    name = f"{name}, replied" if replying else name
    return Spent(name, len(texts), *spent, replies=sent if replying else 0)


async def _runs(room: Pressroom) -> Any:
    """The results of runs until nothing waits."""
    while await room.comments.is_due():
        result = await room.comments.run(limit=BATCH)
        if result.status != "done":
            raise SystemExit(f"a run stopped: {result.error or result.status}")
        yield result


async def _batched(count: int, posts: int, url: str) -> None:
    """The memory while *count* comments go through inbox and graph."""
    print(f"{count} comments through inbox and graph in batches of {BATCH}\n")
    report = MemoryReport(count)
    with tempfile.TemporaryDirectory() as home:
        with httpx.Client(base_url=url, trust_env=False, timeout=30) as control:
            places = _posts_of(control, posts)
        async with Pressroom.open(_settings(Path(home), url, "off")) as room:
            every = _changes(comments(count), places)
            done = 0
            while part := [change for _, change in zip(range(BATCH), every, strict=False)]:
                await take_in(room.ports, part)
                async for _ in _runs(room):
                    pass
                done += len(part)
                report.note(done)
    report.close()


def _stream(count: int) -> None:
    """The memory while *count* comments are read."""
    print(f"{count} comments through analyse, with the memory of near copies\n")
    report = MemoryReport(count)
    seen = NearCopies()
    for number, text in enumerate(comments(count), 1):
        analyse(text, comment_id=f"facebook:{number}", author_id=f"{number}", seen=seen)
        if number % 1000 == 0:
            report.note(number)
    report.close()


class MemoryReport:
    """What this process holds in memory, at so many steps on the way."""

    def __init__(self, count: int) -> None:
        self._step = max(count // STEPS, 1)
        self._points: list[tuple[int, float]] = [(0, resident())]
        print(f"{'comments':>10}{'RSS MB':>9}{'added':>8}")
        print(f"{0:10}{self._points[0][1]:9.1f}")

    def note(self, done: int) -> None:
        """Print what is held now, if a step is done."""
        before = self._points[-1]
        if done // self._step > before[0] // self._step:
            self._points.append((done, resident()))
            print(f"{done:10}{resident():9.1f}{resident() - before[1]:8.1f}", flush=True)

    def close(self) -> None:
        """Print how it grew over the second half, when every memory is full."""
        half = self._points[len(self._points) // 2 :]
        (first, low), (last, high) = half[0], half[-1]
        if last > first:
            grown = 100_000 * (high - low) / (last - first)
            print(f"growth per 100,000 over the second half: {grown:.1f} MB")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak of this process so far: {peak:.1f} MB\n")


def resident() -> float:
    """What this process holds in memory, in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def _hold_to_one_core() -> None:
    """The simulator, which runs already, keeps the others."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _changes(texts: Iterator[str] | Sequence[str], posts: Sequence[str]) -> Iterator[CommentChange]:
    """What the platform tells of each text: one comment by a person of its own."""
    start = datetime.now(UTC) - timedelta(minutes=5)
    page = Accounts().page_id
    for number, text in enumerate(texts):
        post = posts[number % len(posts)]
        written = start + timedelta(milliseconds=number / 100)
        comment = Comment(
            platform="facebook",
            account=page,
            comment_id=f"{post.partition('_')[2]}_{10**14 + number}",
            platform_post_id=post,
            author_id=str(7 * 10**9 + number),
            author_name=f"Reader {number}",
            message=text,
            created_time=written,
        )
        yield CommentChange(
            verb="add",
            platform="facebook",
            comment_id=comment.comment_id,
            account=page,
            at=written,
            comment=comment,
            source="file",
        )


def _posts_of(control: httpx.Client, count: int) -> list[str]:
    wanted = {"platform": "facebook", "text": "Our night market opens on Friday at six."}
    answers = (control.post("/_sim/posts", json=wanted).raise_for_status() for _ in range(count))
    return [answer.json()["id"] for answer in answers]


def _put_there(control: httpx.Client, changes: Sequence[CommentChange]) -> None:
    """The same comments on the simulated platform, where an answer looks for them."""
    for change in changes:
        said = change.comment
        assert said is not None
        wanted = {
            "platform": "facebook",
            "id": said.comment_id,
            "post_id": said.platform_post_id,
            "text": said.message,
            "author": said.author_name,
            "author_id": said.author_id,
            "created_at": said.created_time.isoformat(),
        }
        control.post("/_sim/comments", json=wanted).raise_for_status()


def _settings(home: Path, url: str, mode: str) -> Settings:
    (home / "brand.yaml").write_text(BRAND.format(mode=mode), encoding="utf-8")
    accounts = Accounts()
    return Settings(
        home=home,
        brand_file=home / "brand.yaml",
        facebook={
            "page_id": accounts.page_id,
            "page_token": accounts.page_token,
            "base_url": url,
        },
        limits={"facebook_replies_per_hour": 1_000_000},
    )


@contextmanager
def a_simulator() -> Iterator[str]:
    """The address of simulated platforms in a process of their own."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        if not ours.poll(60):
            raise SystemExit("the simulator did not start")
        yield ours.recv()
    finally:
        ours.send("stop")
        process.join(20)


def _serve(pipe: Connection) -> None:
    with SimulatorServer(SIMULATED) as server:
        pipe.send(server.base_url)
        pipe.recv()


if __name__ == "__main__":
    main()
