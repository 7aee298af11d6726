"""Looking at what was done: posts, runs, effects, figures, settings, schema, the doctor."""

import re
import sqlite3
from pathlib import Path

from tests.cli.desk import Desk


def test_everything_that_was_done_can_be_looked_at(desk: Desk, brief: Path) -> None:
    """A store that only the program can read is no record."""
    desk.type("run", "content", "--input", brief, "--offline", "--thread", "t1")

    (post,) = desk.type("posts", "list", "--json").json
    shown = desk.type("posts", "show", post["id"])
    assert "every refill costs half" in shown.out
    assert "picture:" in shown.out
    assert "alt text:" in shown.out
    assert re.search(r"time: \d{4}-\d\d-\d\d \d\d:\d\d UTC", shown.out)

    assert "content\tdone" in desk.type("runs", "list").out
    assert "copy: fallback: " in desk.type("runs", "show", "t1").out

    effects = desk.type("effects", "list", "--run", "t1", "--json").json
    assert {effect["status"] for effect in effects} == {"sent"}
    audit = desk.type("effects", "show", effects[0]["key"], "--json").json
    assert audit["attempts"]
    assert "nothing to try again" in desk.type("effects", "retry", effects[0]["key"]).err


def test_figures_are_read_and_what_is_unknown_is_no_zero(desk: Desk, brief: Path) -> None:
    """A dash and a nought mean different things to whoever reports them."""
    desk.type("run", "content", "--input", brief, "--offline")
    desk.world.server.simulation.clock.advance(3600)

    typed = desk.type("insights")

    on_x = next(line.split("\t") for line in typed.out.splitlines() if "\tx\t" in line)
    headings = typed.out.splitlines()[0].split("\t")
    figures = dict(zip(headings, on_x, strict=True))
    assert int(figures["likes"]) >= 0
    assert figures["reach"] == "–"


def test_the_sweeper_says_when_nothing_is_due(desk: Desk) -> None:
    """Silence could also mean that it did not look."""
    typed = desk.type("sweep")

    assert (typed.code, typed.out) == (0, "")
    assert "Nothing was due" in typed.err


def test_settings_are_shown_with_their_origin_and_without_their_secrets(desk: Desk) -> None:
    """The first question is where a value comes from, and the answer goes into a ticket."""
    typed = desk.type("config", "show", "--origin", "--json")

    token = typed.json["facebook.page_token"]
    assert token == {"value": "********", "origin": str(desk.settings)}
    assert "sim-page-token" not in typed.out


def test_the_schema_is_raised_by_command_and_checked(desk: Desk) -> None:
    """Looking changes nothing; raising it twice is harmless."""
    assert desk.type("db", "current").out.startswith("none")
    assert not (desk.folder / ".pressroom" / "pressroom.db").exists()
    assert desk.type("db", "check").code == 5

    assert desk.type("db", "upgrade").code == 0
    assert desk.type("db", "upgrade").code == 0

    assert desk.type("db", "check").code == 0
    state = desk.type("db", "current", "--json").json
    assert state["current"] == state["needed"]


def test_the_doctor_asks_every_platform_who_we_are(desk: Desk) -> None:
    """Good credentials are proven by using them."""
    typed = desk.type("doctor", "--json")

    found = {check["name"]: check for check in typed.json["checks"]}
    assert typed.code == 0
    assert typed.json["ok"]
    for name in ("facebook account", "instagram account", "x account", "fonts", "brand"):
        assert found[name]["status"] == "ok", found[name]
    assert "sim-page-token" not in typed.out


def test_the_doctor_fails_with_the_fix_for_a_token_that_is_no_good(desk: Desk) -> None:
    """The bad news comes with the way out."""
    desk.write("pressroom.toml", desk.settings.read_text().replace("sim-x-token", "old-token"))

    typed = desk.type("doctor")

    line = next(line for line in typed.out.splitlines() if "x account" in line)
    assert typed.code == 1
    assert line.startswith("fail")
    assert len(line.split("\t")) == 4


def test_the_doctor_changes_nothing_and_needs_no_network(desk: Desk) -> None:
    """Looking must be safe anywhere, on a train too."""
    before = sorted(path.name for path in desk.folder.rglob("*"))

    typed = desk.type("doctor", "--no-network")

    assert typed.code == 0, typed.out
    assert desk.calls() == 0
    assert sorted(path.name for path in desk.folder.rglob("*")) == before


def test_the_doctor_names_versions_that_have_ended(desk: Desk) -> None:
    """A dead API version is found today and not on the day of the campaign."""
    text = desk.settings.read_text().replace("[facebook]", '[facebook]\nversion = "v18.0"')
    desk.write("pressroom.toml", text.replace("[gemini]", '[gemini]\nmodel = "gemini-pro"'))

    typed = desk.type("doctor", "--no-network", "--json")

    failed = {c["name"]: c["fix"] for c in typed.json["checks"] if c["status"] == "fail"}
    assert typed.code == 1
    assert "v18.0 ended" in failed["facebook"]
    assert "gemini-3" in failed["gemini"]


def test_the_doctor_sees_a_schema_that_is_behind(desk: Desk) -> None:
    """A database that waits for its migration is not healthy."""
    desk.type("db", "upgrade")
    with sqlite3.connect(desk.folder / ".pressroom" / "pressroom.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'ffff'")

    typed = desk.type("doctor", "--no-network", "--json")

    (database_check,) = [c for c in typed.json["checks"] if c["name"] == "database"]
    assert database_check["status"] == "fail"


def test_a_graph_can_be_drawn(desk: Desk) -> None:
    """The picture in the documentation is the one that runs."""
    typed = desk.type("graphs", "draw", "content")

    assert "propose_ideas" in typed.out
    assert "graph TD" in typed.out
