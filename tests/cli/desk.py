"""A desk to type commands at: a folder with settings, and simulated platforms behind it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressroom.cli import run
from pressroom.cli.simulated import World

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Typed:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output as the one JSON document that it is."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A folder, its settings file and the platforms that it points to."""

    folder: Path
    world: World
    capsys: pytest.CaptureFixture[str]

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "pressroom.toml"

    def type(self, *arguments: str | Path) -> Typed:
        """Type a command here, in this process."""
        self.capsys.readouterr()
        code = run([*map(str, arguments), "--settings", str(self.settings)])
        out, err = self.capsys.readouterr()
        return Typed(code, out, err)

    def type_elsewhere(self, *arguments: str | Path) -> Typed:
        """Type a command here, in a process of its own."""
        settings = ("--settings", str(self.settings))
        done = subprocess.run(
            [sys.executable, "-P", "-m", "pressroom", *map(str, arguments), *settings],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=process_environment(),
        )
        return Typed(done.returncode, done.stdout, done.stderr)

    def write(self, name: str, text: str) -> Path:
        """A file in this folder."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def live(self) -> list[str]:
        """The platforms of the posts that were ever live, by the platforms' own books."""
        return sorted(entry.platform for entry in self.world.server.simulation.world.truth)

    def calls(self) -> int:
        """How many requests reached the platforms."""
        return self.world.server.simulation.request_count


def process_environment() -> dict[str, str]:
    """The environment of a command: this one's, without anybody's own settings or keys."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PRESSROOM_", "LANGSMITH_", "GOOGLE_", "GEMINI_"))
    }
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "LANGSMITH_TRACING": "false"}
