"""The wheel: only `pressroom` on top, everything inside that it needs, and it runs elsewhere."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKED = ("LICENSE", "README.md", "pyproject.toml", "src", "agents", "evals", "graphs")
PACKED += ("prompts", "storage", "tools")


def run(*command: str | Path, folder: Path, **variables: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "LANGSMITH_TRACING": "false", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published, built from a copy and without a network."""
    copy = tmp_path_factory.mktemp("source")
    for name in PACKED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
        else:
            shutil.copy(ROOT / name, copy / name)
    out = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", out, copy)
    run(sys.executable, *build, folder=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel, far from the sources."""
    target = tmp_path_factory.mktemp("installed")
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target)
    run(sys.executable, *pip, wheel, folder=target)
    return target


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_only_pressroom_is_at_the_top(wheel: Path) -> None:
    """A top-level package called `agents` or `tools` would overwrite somebody else's."""
    tops = {name.split("/")[0] for name in names_in(wheel)}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"pressroom"}


def test_every_file_of_the_package_is_inside(wheel: Path) -> None:
    """A prompt, migration or starter file that stays at home breaks only at the user's."""
    wanted = set()
    for folder, folders, files in os.walk(ROOT / "src" / "pressroom", followlinks=True):
        folders[:] = [name for name in folders if name != "__pycache__"]
        place = Path(folder).relative_to(ROOT / "src")
        wanted |= {(place / name).as_posix() for name in files if not name.endswith(".pyc")}

    assert wanted - names_in(wheel) == set()
    assert "pressroom/py.typed" in wanted
    assert any(name.endswith(".md.j2") for name in wanted)
    assert any("/migrations/versions/" in name for name in wanted)
    assert "pressroom/cli/starter/pressroom.toml" in wanted


def test_it_names_its_licence_and_its_command(wheel: Path) -> None:
    """Scanners read the metadata; people type the command."""
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        metadata = archive.read(names["METADATA"]).decode()
        entry_points = archive.read(names["entry_points.txt"]).decode()

    assert "License-Expression: MIT" in metadata
    assert "LICENSE" in names
    assert "pressroom = pressroom.cli:main" in entry_points


def test_every_package_can_be_imported_from_it(installed: Path, tmp_path: Path) -> None:
    """What imports in the clone must import where only the wheel is."""
    code = (
        "import importlib, pkgutil, pressroom\n"
        f"assert pressroom.__file__.startswith({str(installed)!r}), pressroom.__file__\n"
        "for found in pkgutil.walk_packages(pressroom.__path__, 'pressroom.'):\n"
        "    if '__main__' not in found.name and '.migrations.' not in found.name:\n"
        "        importlib.import_module(found.name); print(found.name)\n"
    )

    out = run(sys.executable, "-P", "-c", code, folder=tmp_path, PYTHONPATH=str(installed))

    assert {"pressroom.agents", "pressroom.storage", "pressroom.cli"} <= set(out.split())


def test_the_command_runs_from_it(installed: Path, tmp_path: Path) -> None:
    """Help, starter files and migrations all come out of the wheel."""

    def pressroom(*arguments: str) -> str:
        command = (sys.executable, "-P", "-m", "pressroom", *arguments)
        return run(*command, folder=tmp_path, PYTHONPATH=str(installed))

    assert "demo" in pressroom("--help")
    pressroom("init", "desk")
    settings = ("--settings", "desk/pressroom.toml")
    pressroom("db", "upgrade", *settings)
    pressroom("db", "check", *settings)
    assert "Harbour Roast" in (tmp_path / "desk" / "brand.yaml").read_text()
