"""The first minutes: `demo`, `init`, `simulator`, and what global options do."""

import io
import json
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from pressroom.cli import run
from pressroom.cli.console import Options, clean, one_line, show_json, visible
from pressroom.cli.hoist import hoist_global_options
from pressroom.cli.progress import Progress
from pressroom.settings import Settings
from pressroom.tools.brand_file import read_brand
from pressroom.tools.briefs import read_briefs
from tests.cli.desk import Desk, process_environment


def test_the_demo_ends_with_a_store_that_the_other_commands_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A newcomer's first command, and the ones it tells to type next."""
    home, picture = tmp_path / "demo", tmp_path / "demo.svg"

    code = run(["demo", "--home", str(home), "--picture", str(picture)])
    report = capsys.readouterr()

    assert code == 0, report.err
    assert "unknown. It was read, not sent again: sent, live once." in report.out
    assert "5 posts of 5 are live" in report.out
    assert report.out.count("published\t") == 5
    settings = ["--settings", str(home / "pressroom.toml")]
    assert run(["posts", "list", "--json", *settings]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    calendar = str(home / "calendar.yaml")
    assert run(["run", "content", "--input", calendar, "--dry-run", "--offline", *settings]) == 0
    assert "media_publish" in capsys.readouterr().out
    drawn = picture.read_text()
    assert "What went live" in drawn.replace("&#160;", " ")
    assert "http://" not in drawn.replace("http://www.w3.org", "").replace("http://127.0.0.1", "")


def test_the_demo_runs_without_any_model_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a second demo in the same folder replaces the first, as it said it would."""
    home = tmp_path / "demo"

    for _ in range(2):
        assert run(["demo", "--offline", "--json", "--home", str(home)]) == 0
        story = json.loads(capsys.readouterr().out)

    assert story["accepted"] == story["expected"] == 5
    made = {result["provenance"]["copy"]["made_by"] for result in story["results"]}
    assert made == {"fallback"}


def test_the_demo_empties_no_folder_of_somebody_elses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--home` may name anything, by mistake too."""
    (tmp_path / "thesis.txt").write_text("years of work")

    assert run(["demo", "--home", str(tmp_path)]) == 2
    assert "--home" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_init_writes_files_that_work_and_keeps_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first files one has must be good, and never replace one's own."""
    (tmp_path / "brand.yaml").write_text("name: My own\n")

    assert run(["init", str(tmp_path)]) == 0

    said = capsys.readouterr().err
    assert "kept  " in said
    settings = Settings.load(tmp_path / "pressroom.toml", {})
    assert read_brand(settings.brand_file).name == "My own"
    briefs = read_briefs(tmp_path / "calendar.yaml", now=datetime.now(UTC))
    assert len(briefs) == 3
    assert all(brief.external_id for brief in briefs)
    assert (tmp_path / "pressroom.toml").stat().st_mode & 0o077 == 0


def test_every_line_that_the_settings_file_explains_is_a_setting(tmp_path: Path) -> None:
    """Whoever takes the # away from a line gets what it says."""
    run(["init", str(tmp_path)])
    file = tmp_path / "pressroom.toml"
    lines = file.read_text().splitlines()
    bared = [line[2:] if line.startswith("# ") and " = " in line[:24] else line for line in lines]
    file.write_text("\n".join(bared))

    settings = Settings.load(file, {})

    assert settings.feeds == ("https://example.org/news.xml",)
    assert settings.media.public_base_url == "https://media.example.org"


def test_the_simulator_prints_settings_that_work(tmp_path: Path) -> None:
    """Copy what it prints into a file, and every command works against it."""
    command = [sys.executable, "-P", "-m", "pressroom", "simulator", "--port", "0"]
    server = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        env=process_environment(),
        cwd=tmp_path,
    )
    assert server.stdout is not None
    printed = ""
    for line in server.stdout:
        printed += line
        if line.startswith("absent_gap_seconds"):
            break
    run(["init", str(tmp_path)])
    file = tmp_path / "pressroom.toml"
    file.write_text(printed)

    code = run(["doctor", "--settings", str(file)])
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=30)

    assert code == 0


def test_global_options_work_after_the_command_too() -> None:
    """Nobody remembers on which side of the command an option belongs."""
    assert hoist_global_options(["posts", "list", "--settings=a", "-q"]) == [
        "--settings=a",
        "-q",
        "posts",
        "list",
    ]
    assert hoist_global_options(["edit", "--", "--quiet"]) == ["edit", "--", "--quiet"]
    assert hoist_global_options(["posts", "--settings"]) == ["--settings", "posts"]


def test_quiet_leaves_data_and_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a script only what is asked for is printed."""
    assert run(["init", str(tmp_path), "--quiet"]) == 0

    assert capsys.readouterr() == ("", "")


def test_what_people_wrote_cannot_move_the_terminal() -> None:
    """A caption with an escape sequence is text, and cannot clear a screen or fake a line."""
    assert clean("a\x1b[2Jb\x07c\u202ed\re") == "a[2Jbcde"
    assert clean("👩‍🚀 cà phê\n\t 10\u00a0€") == "👩‍🚀 cà phê\n\t 10\u00a0€"


def test_what_an_approval_shows_leaves_nothing_out() -> None:
    """A person answers for the whole text, the part that cannot be seen as well."""
    assert visible("pay \u202etxt.exe\x1b") == "pay ⟨U+202E⟩txt.exe⟨U+001B⟩"


def test_a_title_cannot_look_like_a_line_of_ours() -> None:
    """`published` in a title's second line would pass for our own report."""
    assert one_line("Market\nx\tpublished\x9b1A") == "Market x published1A"


def test_a_title_cannot_reach_the_terminal_through_the_progress() -> None:
    """rich passes an escape sequence on; the title comes from somebody's calendar."""
    drawn = io.StringIO()
    progress = Progress(Options(), "content · A\x1b]0;owned\x07\x1b[2J")
    console = Console(file=drawn, force_terminal=True, no_color=True, width=80)
    console.print(progress.draw())

    assert "\x1b]" not in drawn.getvalue()
    assert "\x1b[2J" not in drawn.getvalue()


def test_a_json_document_is_no_way_to_the_terminal_either(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """JSON leaves C1 controls and direction marks as they are; escaped they mean the same."""
    value = {"title": "a\x9b31m\u202eb\x7f \U000e0041 cà phê 🚀"}
    show_json(value)

    out = capsys.readouterr().out
    assert json.loads(out) == value
    assert all(char.isprintable() for char in out.replace("\n", ""))
    assert "cà phê 🚀" in out


def test_version_names_what_a_report_needs(capsys: pytest.CaptureFixture[str]) -> None:
    """The first thing that anybody who helps will ask for."""
    assert run(["version", "--json"]) == 0

    assert {"pressroom", "python", "langgraph"} <= set(json.loads(capsys.readouterr().out))

    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pressroom ")


def test_init_leaves_no_half_file_when_the_disk_is_full(tmp_path: Path) -> None:
    """A file cut short would be kept the next time, and be taken for a person's own."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    program = f"{limit}; import sys; from pressroom.cli import run; sys.exit(run(sys.argv[1:]))"
    full = subprocess.run(
        [sys.executable, "-P", "-c", program, "init", str(tmp_path)],
        env=process_environment() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )

    assert full.returncode == 5
    assert list(tmp_path.iterdir()) == []


def test_an_address_in_use_is_named(desk: Desk) -> None:
    """Somebody's other simulator: which address to change is the first question."""
    typed = desk.type("simulator")  # its settings name the addresses of the running one

    assert typed.code == 5
    assert re.search(r"127\.0\.0\.1:\d+: the address is in use", typed.err)


def test_tokens_of_a_simulator_are_no_secrets(desk: Desk) -> None:
    """The README's own first steps must not end in a warning; real tokens must."""
    desk.settings.chmod(0o644)
    assert "others on this machine" not in desk.type("doctor", "--no-network").out

    text = desk.settings.read_text()
    real = text.replace(f'base_url = "{desk.world.url}"', "", 1)
    desk.write("pressroom.toml", real)
    assert "others on this machine" in desk.type("doctor", "--no-network").out
