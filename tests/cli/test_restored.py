"""`pressroom db restored`: how an older copy is noticed, and what is typed then."""

import shutil
import sqlite3
from contextlib import closing

from tests.cli.desk import Desk


def test_an_older_copy_is_told_and_mended_by_the_command_that_is_named(desk: Desk) -> None:
    """Two copied files and a worker that starts by itself: nothing may go out twice."""
    home = desk.folder / ".pressroom"
    text = "title: Later\nmessage: Later we sing.\nplatforms: [x]\n"
    brief = desk.write("brief.yaml", f"{text}publish_at: 2040-01-01T09:00:00Z\n")
    desk.type("run", "content", "--input", brief, "--offline")
    with closing(sqlite3.connect(home / "pressroom.db")) as database, database:
        database.execute("UPDATE effects SET not_before = created_at, due_at = created_at")
    shutil.copy(home / "pressroom.db", desk.folder / "copy.db")
    desk.type("sweep")
    assert desk.live() == ["x"]
    shutil.copy(desk.folder / "copy.db", home / "pressroom.db")

    refused = desk.type("sweep")
    doctor = desk.type("doctor", "--no-network")
    listed = desk.type("effects", "list", "--json")
    mended = desk.type("db", "restored")
    settled = desk.type("sweep")

    assert refused.code == 5
    assert "pressroom db restored" in refused.err
    assert doctor.code == 1
    assert "restored from an older copy" in doctor.out
    assert [effect["status"] for effect in listed.json] == ["ready"]
    assert (mended.code, len(mended.out.splitlines())) == (0, 1)
    assert settled.code == 0
    assert desk.type("doctor", "--no-network").code == 0
    assert desk.live() == ["x"]
