"""Full disks and read-only folders, as file systems of their own: one line, nothing half done."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.desk import Desk, Typed
from tests.disks import SmallDisk, small_disk

PLACES = {
    "database": "database_url = 'sqlite:///disk/pressroom.db'\n",
    "checkpoints": "checkpoints = 'disk/checkpoints.db'\n",
    "media": "",
    "cache": "",
}
SECTIONS = {
    "media": ("[media]", "[media]\nfolder = 'disk/media'"),
    "cache": ("[ledger]", "[cache]\nfolder = 'disk/cache'\n[ledger]"),
}


@pytest.fixture
def disk(desk: Desk) -> Iterator[SmallDisk]:
    """A small file system in the desk's folder."""
    with small_disk(desk.folder / "disk") as mounted:
        yield mounted


@pytest.fixture
def put_on_disk(desk: Desk, disk: SmallDisk) -> Callable[[str], None]:
    """Says which of the parts lies on the small file system."""

    def put(place: str) -> None:
        text = PLACES[place] + desk.settings.read_text()
        old, new = SECTIONS.get(place, ("", ""))
        desk.write("pressroom.toml", text.replace(old, new) if old else text)

    return put


@pytest.fixture
def pictured(desk: Desk) -> Path:
    """A brief for two platforms that need no public address of pictures."""
    text = "title: Refills\nmessage: Every refill costs half, all day.\nplatforms: [facebook, x]\n"
    return desk.write("pictured.yaml", f"{text}publish_now: true\n")


def assert_one_line(typed: Typed, *said: str) -> None:
    last = typed.err.splitlines()[-1]
    assert last.startswith("Error: "), typed.err
    assert "Traceback" not in typed.err
    assert "should not have happened" not in typed.err
    for words in said:
        assert words in last


@pytest.mark.parametrize("place", ["database", "checkpoints", "media"])
def test_a_full_disk_stops_a_run_that_goes_on_once_there_is_room(
    desk: Desk, disk: SmallDisk, put_on_disk: Callable[[str], None], pictured: Path, place: str
) -> None:
    """Nothing goes out that could not be written down, and nothing twice afterwards."""
    put_on_disk(place)
    run = ("run", "content", "--input", pictured, "--offline", "--thread", "t1")
    desk.type("posts", "list")  # makes the database
    disk.fill()

    stopped = desk.type(*run)
    before = desk.live()
    disk.make_room()
    again = desk.type(*run)

    assert stopped.code == 5, stopped.err
    assert_one_line(stopped, "full" if place == "database" else "")
    assert before == []
    assert again.code == 0, again.err
    assert desk.live() == ["facebook", "x"]


def test_a_full_disk_under_the_cache_costs_nothing_but_the_cache(
    desk: Desk, disk: SmallDisk, put_on_disk: Callable[[str], None], pictured: Path
) -> None:
    """Losing the cache costs time and nothing else."""
    put_on_disk("cache")
    disk.fill()

    typed = desk.type("run", "content", "--input", pictured)

    assert typed.code == 0, typed.err
    assert desk.live() == ["facebook", "x"]


@pytest.mark.parametrize("place", ["database", "checkpoints", "media"])
def test_a_read_only_file_system_is_named(
    desk: Desk, disk: SmallDisk, put_on_disk: Callable[[str], None], pictured: Path, place: str
) -> None:
    """Root writes through every permission bit; nobody writes through this."""
    put_on_disk(place)
    desk.type("posts", "list")
    disk.forbid_writing()

    typed = desk.type("run", "content", "--input", pictured, "--offline")

    assert typed.code == 5, typed.err
    assert_one_line(typed)
    assert desk.live() == []


def test_the_doctor_sees_a_read_only_home(desk: Desk, disk: SmallDisk) -> None:
    """Before the campaign, and with the setting to change."""
    desk.write("pressroom.toml", desk.settings.read_text().replace(".pressroom", "disk"))
    disk.forbid_writing()

    typed = desk.type("doctor", "--no-network", "--json")

    failed = {c["name"]: c["fix"] for c in typed.json["checks"] if c["status"] == "fail"}
    assert typed.code == 1
    assert "home" in failed
