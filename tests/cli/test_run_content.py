"""`run content`: what reaches the platforms, what a person reads, what a script gets."""

import io
import os
import re
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.desk import Desk, process_environment
from tests.newsroom import a_picture


def test_a_brief_becomes_a_live_post_on_each_platform(desk: Desk, brief: Path) -> None:
    """The main job, from the file to the link."""
    typed = desk.type("run", "content", "--input", brief)

    assert typed.code == 0, typed.err
    assert desk.live() == ["facebook", "x"]
    assert typed.out.count("published") == 2
    assert "https://x.com/" in typed.out
    assert "posts show" in typed.err


def test_a_dry_run_shows_the_requests_and_sends_none(desk: Desk, brief: Path) -> None:
    """What would be sent can be read before anything is."""
    typed = desk.type("run", "content", "--input", brief, "--dry-run", "--offline")

    assert typed.code == 0, typed.err
    assert f"POST {desk.world.url}/2/tweets (json)" in typed.out
    assert "every refill costs half" in typed.out
    assert "\n            | " in typed.out, "a text's line breaks are a part of the request"
    assert desk.calls() == 0
    assert desk.type("posts", "list", "--json").json == []
    assert desk.type("runs", "list", "--json").json == []


CALENDAR = """\
platforms: [instagram, x]
entries:
- title: Autumn blend
  message: The autumn blend is back on the shelf.
  publish_at: {at}
  media: [beans.png]
- title: Open roastery
  message: On Saturday we open the roastery.
  platforms: [x]
  publish_now: true
"""


def test_a_dry_run_of_a_calendar_says_whose_each_request_is_and_when(desk: Desk) -> None:
    """A list of requests that belong to nobody cannot be checked against a plan."""
    a_picture(desk.folder / "beans.png")
    at = (datetime.now(UTC) + timedelta(days=2)).replace(hour=9, minute=30)
    calendar = desk.write("calendar.yaml", CALENDAR.format(at=at.isoformat()))
    command = ("run", "content", "--input", calendar, "--dry-run", "--offline")

    typed = desk.type(*command)
    as_json = desk.type(*command, "--json").json["runs"]

    time = f"{at:%Y-%m-%d} 09:30 UTC"
    heads = [line for line in typed.out.splitlines() if line.startswith(("Autumn", "Open"))]
    assert heads == [
        f"Autumn blend, on instagram, {time}: the brief says so",
        f"Autumn blend, on x, {time}: the brief says so",
        "Open roastery, on x, as soon as it is ready",
    ]
    assert typed.out.index("/media") > typed.out.index(heads[0])
    assert typed.out.rindex("/2/tweets") > typed.out.index(heads[2])
    notes = [line for line in typed.err.splitlines() if line.startswith("note: ")]
    assert notes, "the picture has no alt text"
    assert all(note.startswith("note: Autumn blend: ") for note in notes)
    assert typed.err.count("Nothing was sent") == 1
    assert [run["title"] for run in as_json] == ["Autumn blend", "Open roastery"]
    assert as_json[0]["schedule"]["x"]["why"] == "the brief says so"


def test_what_a_calendar_leaves_out_is_said_before_it_runs(desk: Desk) -> None:
    """Whoever expected that post learns at once why there is none, in either form."""
    past = (datetime.now(UTC) - timedelta(days=2)).replace(hour=9, minute=30)
    text = CALENDAR.format(at=past.isoformat()).replace("media: [beans.png]", "audience: all")
    calendar = desk.write("calendar.yaml", text)
    command = ("run", "content", "--input", calendar, "--dry-run", "--offline")

    typed = desk.type(*command)
    as_json = desk.type(*command, "--json").json

    assert typed.code == 0, typed.err
    said = f'left out: "Autumn blend" ({past:%Y-%m-%d} 09:30 UTC): its time is past'
    assert typed.err.splitlines()[0] == said
    assert "Autumn blend, on" not in typed.out
    [entry] = as_json["left_out"]
    assert (entry["title"], entry["why"]) == ("Autumn blend", "its time is past")
    assert datetime.fromisoformat(entry["publish_at"]) == past
    assert [run["title"] for run in as_json["runs"]] == ["Open roastery"]


def test_a_dry_run_has_no_thread_to_name(desk: Desk, brief: Path) -> None:
    """Nothing of it is kept: a name for it would only be looked for in vain."""
    typed = desk.type("run", "content", "--input", brief, "--dry-run", "--thread", "t1")

    assert typed.code == 2
    assert "--thread" in typed.err


def test_what_holds_of_a_whole_calendar_is_said_once(desk: Desk) -> None:
    """Three times the same sentence reads like three different ones."""
    entry = "- {title: Refills, message: 'Half price, see https://a.example', platforms: [x]}\n"
    calendar = desk.write("calendar.yaml", f"entries:\n{entry * 3}")

    typed = desk.type("run", "content", "--input", calendar, "--dry-run", "--offline")

    assert typed.err.count("Nothing was sent.") == 1
    assert ": X: " not in typed.err


def test_a_platform_that_cannot_be_reached_is_no_success(desk: Desk, brief: Path) -> None:
    """A script that reads 0 would tell its people that the post is on its way by plan."""
    settings = desk.settings.read_text(encoding="utf-8")
    desk.write("pressroom.toml", settings.replace(desk.world.url, "http://127.0.0.1:9"))

    typed = desk.type("run", "content", "--input", brief, "--offline")

    assert typed.code == 4
    assert "Nothing was sent" in typed.out


def test_json_is_one_document_that_says_who_made_what(desk: Desk, brief: Path) -> None:
    """A script reads stdout and nothing else; progress is not in its way."""
    typed = desk.type("run", "content", "--input", brief, "--json")

    (run,) = typed.json["runs"]
    assert run["status"] == "done"
    assert typed.json["exit_code"] == typed.code == 0
    assert run["provenance"]["copy"]["made_by"] == "gemini"
    assert {effect["status"] for effect in run["effects"]} == {"sent"}


def test_offline_nobody_is_asked_and_the_reason_is_kept(desk: Desk, brief: Path) -> None:
    """It works whole without a model, and says so."""
    typed = desk.type("run", "content", "--input", brief, "--offline", "--json")

    copy = typed.json["runs"][0]["provenance"]["copy"]
    assert (copy["made_by"], copy["reason"]) == ("fallback", "model-off")
    assert desk.live() == ["facebook", "x"]


def test_a_brief_may_come_on_standard_input(
    desk: Desk, brief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program can hand its brief over without a file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(brief.read_bytes())))

    typed = desk.type("run", "content", "--input", "-", "--dry-run", "--offline")

    assert typed.code == 0, typed.err
    assert "every refill costs half" in typed.out


def test_under_review_nothing_goes_out_until_another_process_approves(
    desk: Desk, brief: Path
) -> None:
    """Whoever approves sits at another machine, at another time."""
    stopped = desk.type("run", "content", "--input", brief, "--review", "--thread", "t1")
    assert stopped.code == 3
    assert "approvals approve t1" in stopped.err
    assert desk.live() == []
    shown = desk.type("approvals", "show", "t1")
    assert "every refill costs half" in shown.out or "refill" in shown.out
    pictures = re.findall(r"picture: (.+)", shown.out)
    assert len(pictures) == 2, "one on each platform, and where to look at it"
    assert all(Path(picture).is_file() for picture in pictures)
    assert [run["thread_id"] for run in desk.type("approvals", "list", "--json").json] == ["t1"]

    approved = desk.type_elsewhere("approvals", "approve", "t1", "--by", "Ana", "--json")

    assert approved.code == 0, approved.err
    assert approved.json["provenance"]["approval"]["made_by"] == "person"
    assert desk.live() == ["facebook", "x"]
    assert desk.type("approvals", "list", "--json").json == []


def test_a_persons_no_ends_the_run_with_nothing_published(desk: Desk, brief: Path) -> None:
    """Expected bad news is no failure."""
    desk.type("run", "content", "--input", brief, "--review", "--thread", "t1")

    typed = desk.type("approvals", "reject", "t1", "--reason", "wrong week", "--by", "Ana")

    assert typed.code == 0, typed.err
    assert "nothing to follow" in typed.err
    assert desk.live() == []
    effects = desk.type("effects", "list", "--json").json
    assert {effect["status"] for effect in effects} == {"cancelled"}
    assert "wrong week" in effects[0]["note"]


def test_a_person_may_put_in_own_words(desk: Desk, brief: Path) -> None:
    """What goes out is exactly what the person wrote."""
    desk.type("run", "content", "--input", brief, "--review", "--thread", "t1")

    typed = desk.type("approvals", "edit", "t1", "--text", "x=Half price. Always.", "--by", "Ana")

    assert typed.code == 0, typed.err
    texts = {e.platform: e.text for e in desk.world.server.simulation.world.truth}
    assert texts["x"] == "Half price. Always."
    made_by = {row.split("\t")[1]: row.split("\t")[4] for row in typed.out.splitlines()[1:]}
    assert made_by == {"facebook": "gemini", "x": "person"}
    assert "refill" in texts["facebook"].lower()


def test_the_same_calendar_entry_is_never_published_twice(desk: Desk, brief: Path) -> None:
    """Whoever is unsure whether it ran runs it again."""
    desk.write("brief.yaml", brief.read_text() + "external_id: refills\n")

    first = desk.type("run", "content", "--input", brief)
    second = desk.type("run", "content", "--input", brief)

    assert (first.code, second.code) == (0, 0)
    assert desk.live() == ["facebook", "x"]


def test_a_post_for_later_is_scheduled_and_that_is_a_success(desk: Desk, brief: Path) -> None:
    """The calendar's normal case must not look like a failure to a script."""
    at = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    desk.write("brief.yaml", brief.read_text().replace("publish_now: true", f"publish_at: {at}"))

    typed = desk.type("run", "content", "--input", brief)

    assert typed.code == 0, typed.err
    assert typed.out.count("scheduled") == 2
    assert "pressroom work" in typed.err
    assert desk.live() == []


def test_a_refused_token_fails_with_its_own_code(desk: Desk, brief: Path) -> None:
    """A script can tell the platform's no from its own mistake."""
    desk.write("pressroom.toml", desk.settings.read_text().replace("sim-x-token", "old-token"))

    typed = desk.type("run", "content", "--input", brief)

    assert typed.code == 4
    assert "failed" in typed.out
    assert "published" in typed.out
    assert desk.live() == ["facebook"]


def test_a_lost_answer_is_read_back_and_never_sent_again(desk: Desk, brief: Path) -> None:
    """The platform took it and the connection broke: once is what must be live."""
    lost = {"platform": "x", "operation": "create_tweet", "action": "drop_after"}
    desk.world.server.simulation.faults.plan(lost)

    typed = desk.type("run", "content", "--input", brief, "--thread", "t1")
    assert typed.code == 3
    assert "unknown" in typed.out
    for _ in range(20):
        desk.type("sweep")
        if desk.type("effects", "list", "--status", "unknown", "--json").json == []:
            break

    assert desk.live() == ["facebook", "x"]
    assert desk.type("run", "content", "--resume", "t1").code == 0


def test_an_interrupted_run_says_how_to_go_on_and_does(desk: Desk, brief: Path) -> None:
    """Ctrl-C is no accident: what was done is kept, nothing is done twice."""
    slow = {"platform": "gemini", "operation": "*", "action": "slow", "seconds": 30, "times": 1}
    desk.world.server.simulation.faults.plan(slow)
    # A shell starts its background jobs with Ctrl-C ignored, which every child would inherit.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-P", "-m", "pressroom", "--settings", str(desk.settings)]
    running = subprocess.Popen(
        [*command, "run", "content", "--input", str(brief), "--thread", "t1"],
        stderr=subprocess.PIPE,
        text=True,
        env=process_environment(),
    )
    assert running.stderr is not None
    for line in running.stderr:
        if "gather trends" in line:
            break
    os.kill(running.pid, signal.SIGINT)
    _, rest = running.communicate(timeout=60)

    assert running.returncode == 130
    assert "Traceback" not in rest
    assert re.search(r"run content --resume t1", rest)
    desk.world.server.simulation.faults.clear()
    assert desk.type("run", "content", "--resume", "t1").code == 0
    assert desk.live() == ["facebook", "x"]


def test_the_worker_sends_what_is_scheduled_and_stops_cleanly(desk: Desk, brief: Path) -> None:
    """Scheduled posts need one process that runs, and it can be stopped at any time."""
    at = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    desk.write("brief.yaml", brief.read_text().replace("publish_now: true", f"publish_at: {at}"))
    assert desk.type("run", "content", "--input", brief, "--thread", "t1", "--offline").code == 0
    with sqlite3.connect(desk.folder / ".pressroom" / "pressroom.db") as database:
        # Two days later, without waiting for them.
        database.execute("UPDATE effects SET not_before = created_at, due_at = created_at")
    command = [sys.executable, "-P", "-m", "pressroom", "--settings", str(desk.settings)]
    working = subprocess.Popen(
        [*command, "work", "--every", "0.2"],
        stderr=subprocess.PIPE,
        text=True,
        env=process_environment(),
    )
    assert working.stderr is not None
    changed = 0
    for line in working.stderr:
        changed += line.startswith("effect ")
        if changed == 2:
            break
    working.send_signal(signal.SIGTERM)
    _, rest = working.communicate(timeout=60)

    assert working.returncode == 0
    assert "nothing is half done" in rest
    assert desk.live() == ["facebook", "x"]
    assert desk.type("run", "content", "--resume", "t1").code == 0
