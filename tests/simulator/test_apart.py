"""The simulator stands apart from everything that it tests."""

import ast
import sys
from pathlib import Path

import pressroom.simulator

FOLDER = Path(pressroom.simulator.__file__).parent
OUTSIDE = {"starlette", "uvicorn", "httpx", "PIL"}


def imported_names() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                found.setdefault(path.name, set()).update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0
                found.setdefault(path.name, set()).add(node.module or "")
    return found


def test_the_simulator_imports_nothing_of_the_rest() -> None:
    """One misunderstanding of a platform must not hide on both sides of the wire."""
    ours = {n for names in imported_names().values() for n in names if n.startswith("pressroom")}

    assert ours
    assert {name for name in ours if not name.startswith("pressroom.simulator")} == set()


def test_the_simulator_needs_few_packages() -> None:
    """A demo on a fresh machine installs only what the server extra names."""
    tops = {n.partition(".")[0] for names in imported_names().values() for n in names}

    assert tops - set(sys.stdlib_module_names) - OUTSIDE == {"pressroom"}


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    """The house keeps its modules short."""
    long = {p.name: len(p.read_text().splitlines()) for p in FOLDER.glob("*.py")}

    assert {name: lines for name, lines in long.items() if lines > 400} == {}
