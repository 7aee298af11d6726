"""The house's shape: which way imports run, who may know which library, how large things get."""

import ast
import functools
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "pressroom"
LINKED = ("agents", "evals", "graphs", "prompts", "storage", "tools")

_GROUND = ("domain", "errors", "settings", "settings_sources", "clock", "ids", "__init__")
FLOORS = {
    **dict.fromkeys(_GROUND, 0),
    **dict.fromkeys(("storage", "prompts", "platforms", "analysis"), 1),
    "tools": 2,
    "agents": 3,
    **dict.fromkeys(("graphs", "evals"), 4),
    # The composition root and its parts, and what time starts.
    **dict.fromkeys(("app", "assembly", "channels", "comment_runs", "content_runs", "jobs"), 5),
    **dict.fromkeys(("cli", "server", "exported", "__main__"), 6),
}
SIDEWAYS = {("evals", "graphs")}
"""Rooms of one floor that may know each other besides those of floors 0, 5 and 6."""

MAX_LINES = 400
MAX_FUNCTION_LINES = 60


def modules() -> list[tuple[str, Path]]:
    """Every module of the package as its dotted name below `pressroom`, and its file."""
    found = []
    # os.walk and not rglob: only it can be told to follow the links to the real folders.
    for folder, folders, names in os.walk(SOURCE, followlinks=True):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith(".py"):
                file = Path(folder, name)
                dotted = ".".join(file.relative_to(SOURCE).with_suffix("").parts)
                found.append((dotted.removesuffix(".__init__"), file))
    return sorted(found)


MODULES = modules()


@functools.cache
def imports(file: Path) -> tuple[tuple[str, int], ...]:
    """Each module that *file* imports, anywhere in it, with its line."""
    return tuple(find_imports(file))


def find_imports(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: write imports from pressroom on"
            yield node.module or "", node.lineno
            if node.module == "pressroom":
                yield from ((f"pressroom.{alias.name}", node.lineno) for alias in node.names)


def room_of(dotted: str) -> str:
    return dotted.split(".", maxsplit=1)[0] or "__init__"


def test_every_room_has_a_floor() -> None:
    """A room that no floor holds escapes the rule; `simulator` stands apart on purpose."""
    rooms = {room_of(dotted) for dotted, _ in MODULES}

    assert rooms - set(FLOORS) == {"simulator"}


def test_the_six_rooms_at_the_top_are_linked_and_read() -> None:
    """The owner set these folders; a lost link would hide them from every check here."""
    for name in LINKED:
        assert (SOURCE / name).is_symlink()
        assert (SOURCE / name).resolve() == ROOT / name
        assert any(dotted.startswith(name) for dotted, _ in MODULES)


def test_imports_go_down_the_floors() -> None:
    """One import upwards, and nothing can be understood or replaced alone any more."""
    upwards = [
        f"{file}:{line}: {room_of(dotted)} imports {name}"
        for dotted, file in MODULES
        if room_of(dotted) not in ("simulator", "__init__")
        for name, line in imports(file)
        if name.startswith("pressroom.") and not may_import(dotted, name)
    ]

    assert not upwards


def may_import(dotted: str, name: str) -> bool:
    room, other = room_of(dotted), room_of(name.removeprefix("pressroom."))
    if other not in FLOORS:  # the simulator, or a name of the package itself
        return FLOORS[room] == 6 if other == "simulator" else other.startswith("__")
    here, there = FLOORS[room], FLOORS[other]
    neighbours = room == other or here in (0, 5, 6) or (room, other) in SIDEWAYS
    return here > there or (here == there and neighbours)


def test_the_simulator_knows_nothing_of_pressroom() -> None:
    """Code shared with the clients would hide one misunderstanding in both."""
    for dotted, file in MODULES:
        if room_of(dotted) != "simulator":
            continue
        for name, line in imports(file):
            foreign = name.startswith("pressroom") and not name.startswith("pressroom.simulator")
            assert not foreign, f"{file}:{line}: the simulator imports {name}"


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("langgraph", ("graphs.", "graphs")),
        ("langchain_google_genai", ("agents.ask", "agents.gemini")),
        ("google", ("agents.ask", "agents.gemini")),
        ("sqlalchemy", ("storage", "cli.checks", "jobs.sweeper", "graphs.driver", "tools.")),
        ("starlette", ("simulator", "server", "platforms.media_host", "cli.")),
        ("typer", ("cli",)),
        ("rich", ("cli",)),
        ("PIL", ("analysis", "simulator", "tools.")),
    ],
)
def test_each_library_is_known_where_it_belongs(library: str, homes: tuple[str, ...]) -> None:
    """What one room alone knows can be replaced there alone."""
    for dotted, file in MODULES:
        if dotted.startswith(homes):
            continue
        for name, line in imports(file):
            if name.split(".")[0] != library:
                continue
            # An agent may know the type of the context it is handed, and no more.
            handed = name == "langgraph.runtime" and room_of(dotted) == "agents"
            assert handed, f"{file}:{line}: {dotted} imports {name}"


def test_modules_and_functions_stay_small() -> None:
    """The tail of huge modules and functions is what makes a code base unreadable."""
    too_long = []
    for _, file in MODULES:
        text = file.read_text(encoding="utf-8")
        if len(text.splitlines()) > MAX_LINES:
            too_long.append(f"{file} has more than {MAX_LINES} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    too_long.append(f"{file}:{node.lineno}: {node.name} has {length} lines")

    assert not too_long


def test_no_module_is_named_for_nothing() -> None:
    """A drawer called utils is filled with whatever has no home."""
    drawers = {"utils", "helpers", "common", "base", "manager", "misc", "util"}

    assert not [dotted for dotted, _ in MODULES if drawers & set(dotted.split("."))]


HEAVY = (
    "langgraph",
    "langchain",
    "google",
    "sqlalchemy",
    "alembic",
    "starlette",
    "fastapi",
    "httpx",
    "rich",
    "asyncio",
)


@pytest.mark.parametrize(
    "code",
    [
        "import pressroom",
        "import pressroom.cli; pressroom.cli.run(['--help'])",
        "import pressroom.cli; pressroom.cli.run(['run', 'content', '--help'])",
        "import pressroom.cli; pressroom.cli.run(['doctor', '--help'])",
    ],
)
def test_asking_for_help_loads_nothing_heavy(code: str) -> None:
    """Help that takes five seconds is not asked for twice."""
    ask = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"

    done = subprocess.run(
        [sys.executable, "-c", ask],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )

    loaded = {name.split(".")[0] for name in done.stderr.split()}
    assert not {name for name in loaded if name.startswith(HEAVY)}
    assert "pressroom" in loaded


def test_the_names_offered_are_the_names_there() -> None:
    """`from pressroom import X` must work for each X that is promised, and load late."""
    import pressroom

    assert list(pressroom.__all__) == sorted(pressroom.__all__)
    for name in pressroom.__all__:
        assert getattr(pressroom, name) is not None


def test_tests_reach_no_other_machine() -> None:
    """A test that talks to the internet fails on a train and may post something real."""
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def tracked_files() -> list[Path]:
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    names = [name for name in listed.stdout.split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows what is committed")
def test_nothing_committed_names_a_registry_or_this_machine() -> None:
    """A download host or somebody's home folder in a file works on one machine only."""
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "registry" + ".npm")
    places = re.compile("/" + r"(root|work|home/\w+|Users/\w+)/")
    for file in tracked_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        assert not [host for host in hosts if host in text], f"{file} names a download host"
        assert not places.search(text), f"{file} names a place on one machine"
