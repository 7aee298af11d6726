"""`pressroom webhooks` and `pressroom forget`: real processes, real signals, real deliveries."""

import asyncio
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from pressroom import Pressroom, Settings
from pressroom.cli import run
from pressroom.cli.simulated import VERIFY_TOKEN
from pressroom.clock import ManualClock
from pressroom.domain.comment import Comment
from pressroom.simulator.webhooks import escape, sign
from pressroom.storage.inbox import INBOX, put_in
from pressroom.storage.store import Store
from tests.cli.desk import Desk, process_environment
from tests.comments import a_comment, told


class Process:
    """A running `pressroom webhooks`."""

    def __init__(self, process: "subprocess.Popen[str]", url: str) -> None:
        self.process = process
        self.url = url

    def stop(self, number: signal.Signals) -> str:
        """End it so; what it said until then."""
        self.process.send_signal(number)
        return self.process.communicate(timeout=30)[1]


@contextmanager
def webhooks(desk: Desk) -> Iterator[Process]:
    """`pressroom webhooks` in a process of its own, taking deliveries in."""
    command = [sys.executable, "-P", "-m", "pressroom", "webhooks", "--port", "0"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=process_environment(), cwd=desk.folder
    )
    try:
        assert process.stderr is not None
        url = ""
        while not url:
            line = process.stderr.readline()
            assert line, "it ended before it listened"
            found = re.search(r"(http://\S+)/webhook/facebook", line)
            url = found[1] if found else ""
        yield Process(process, url)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def sim(desk: Desk, path: str, **body: Any) -> dict[str, Any]:
    """Do something on the simulated platforms."""
    answer = httpx.post(f"{desk.world.url}/_sim/{path}", json=body, timeout=30)
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rows(desk: Desk, sql: str) -> list[Any]:
    """What the database says."""
    engine = sa.create_engine(f"sqlite:///{desk.folder}/.pressroom/pressroom.db")
    with engine.connect() as connection:
        found = list(connection.execute(sa.text(sql)))
    engine.dispose()
    return found


def test_killed_right_after_the_200_every_comment_is_there_and_worked_off_once(
    desk: Desk,
) -> None:
    """Power fails, a machine is taken away: what Meta was told we have, we have."""
    sim(desk, "posts", platform="facebook", text="Open")
    with webhooks(desk) as first:
        hook = {"url": f"{first.url}/webhook/facebook", "verify_token": VERIFY_TOKEN}
        sim(desk, "webhooks", **hook, hold=True, batch_size=20, duplicate=1)
        for n in range(40):
            sim(desk, "comments", platform="facebook", text=f"Comment {n}")
        flushed = sim(desk, "webhooks/flush")
        first.stop(signal.SIGKILL)

    kept = rows(desk, "SELECT count(*) FROM inbox")[0][0]
    # What the dead process held is taken up again when its lease has ended.
    later = ManualClock(datetime.now(UTC) + timedelta(minutes=5))
    settings = Settings.load(desk.settings, {})

    async def next_process() -> None:
        async with Pressroom.open(settings, clock=later) as room:
            while (await room.receive()).taken:
                pass

    asyncio.run(next_process())

    assert flushed["failed"] == 0
    assert kept == 40
    texts = [row[0] for row in rows(desk, "SELECT message FROM comments")]
    assert sorted(texts) == sorted(f"Comment {n}" for n in range(40))
    assert rows(desk, "SELECT status, count(*) FROM inbox GROUP BY status") == [("done", 40)]


def test_a_delivery_is_worked_off_at_once(desk: Desk) -> None:
    """Nobody waits for the next look at the clock: the delivery itself wakes the worker."""
    sim(desk, "posts", platform="facebook", text="Open")
    with webhooks(desk) as running:
        hook = {"url": f"{running.url}/webhook/facebook", "verify_token": VERIFY_TOKEN}
        sim(desk, "webhooks", **hook)
        sim(desk, "comments", platform="facebook", text="Hello there")
        sim(desk, "webhooks/flush")
        assert running.process.stderr is not None
        heard = ""
        while "comments: 1 new" not in heard:
            heard = running.process.stderr.readline()
            assert heard, "it ended without a word"
        running.stop(signal.SIGINT)

    assert running.process.returncode == 0
    assert rows(desk, "SELECT message, heard_from FROM comments") == [("Hello there", "webhook")]


def test_forged_deliveries_leave_no_trace(desk: Desk) -> None:
    """Whoever knows the address may try."""
    body = escape({"object": "page", "entry": []})
    with webhooks(desk) as running:
        answer = httpx.post(
            f"{running.url}/webhook/facebook", content=body, headers=sign(body, "guessed")
        )
        running.stop(signal.SIGTERM)

    assert answer.status_code == 403
    assert rows(desk, "SELECT count(*) FROM inbox") == [(0,)]


@pytest.mark.parametrize(
    ("taken_away", "named"),
    [("app_secret", "facebook.app_secret"), ("verify_token", "facebook.verify_token")],
)
def test_what_is_not_set_is_named(desk: Desk, taken_away: str, named: str) -> None:
    """Before anything listens."""
    settings = desk.settings.read_text()
    kept = [line for line in settings.splitlines() if not line.startswith(taken_away)]
    desk.write("pressroom.toml", "\n".join(kept))

    result = desk.type("webhooks", "--port", "0")

    assert result.code == 5
    assert named in result.err
    assert len(result.err.strip().splitlines()) == 1


def plant(desk: Desk, comment: Comment, **columns: str) -> None:
    """A row in the inbox of the desk, with these columns changed."""
    desk.type("db", "upgrade")

    async def put() -> None:
        url = f"sqlite:///{desk.folder}/.pressroom/pressroom.db"
        async with Store(url) as store, store.write() as session:
            await put_in(session, [told(comment)])
            for name, value in columns.items():
                await session.execute(sa.update(INBOX).values({name: value}))

    asyncio.run(put())


def test_what_failed_is_listed_and_tried_again_on_request(desk: Desk) -> None:
    """A person sees what is stuck, mends the cause, and lets it go on."""
    plant(desk, a_comment(), status="failed", note="no scope")

    listed = desk.type("webhooks", "--failed")
    plain = desk.type("webhooks", "--failed", "--json")
    retried = desk.type("webhooks", "--retry")

    assert "facebook:222_1" in listed.out
    assert "no scope" in listed.out
    assert json.loads(plain.out)[0]["note"] == "no scope"
    assert "1 will be tried again" in retried.err
    assert rows(desk, "SELECT status, attempt FROM inbox") == [("new", 0)]


def test_forget_prints_what_was_removed_and_where_it_looked(desk: Desk) -> None:
    """Its output is what is filed as the answer to the person's request."""
    plant(desk, a_comment(message="I live at 12 Quagga Lane", author_id="7700770077"))

    result = desk.type("forget", "--user", "facebook:7700770077")
    again = desk.type("forget", "--comment", "facebook:222_1", "--json")

    assert result.code == 0, result.err
    lines = [line.split("\t") for line in result.out.splitlines()]
    assert ["forgotten", "1 comment"] in lines
    assert ["removed", "inbox", "1"] in lines
    assert any(line[0] == "searched" and "tables" in line[1] for line in lines)
    assert json.loads(again.out)["remains"] == []
    for path in desk.folder.rglob("*"):
        assert not path.is_file() or b"Quagga Lane" not in path.read_bytes(), path


@pytest.mark.parametrize(
    "arguments",
    [
        ["forget"],
        ["forget", "--user", "nobody"],
        ["forget", "--user", "x:1", "--comment", "x:2"],
        ["forget", "--comment", "myspace:2"],
    ],
)
def test_who_is_meant_must_be_named_well(desk: Desk, arguments: list[str]) -> None:
    """One line, the field, the fix, and nothing touched."""
    result = desk.type(*arguments)

    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert "PLATFORM:ID" in result.err or "--user and --comment" in result.err


def test_their_help_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """And says what happens."""
    assert run(["webhooks", "--help"]) == 0
    assert run(["forget", "--help"]) == 0

    said = capsys.readouterr().out
    assert "/webhook/facebook" in said
    assert "prove" in said
