"""Fixtures: simulated platforms over real HTTP, and a desk that is set up for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom.cli.init import read_starter
from pressroom.cli.simulated import World, running_world, settings_text
from pressroom.simulator import SimulatorConfig
from tests.cli.desk import Desk


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Simulated platforms in which nobody comments by himself."""
    media = tmp_path / "desk" / ".pressroom" / "media"
    media.mkdir(parents=True)
    with running_world(SimulatorConfig(crowd_comments=False), media) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, world: World, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk that is set up for the simulated platforms."""
    made = Desk(tmp_path / "desk", world, capsys)
    accounts = world.server.config.accounts
    text = settings_text(accounts, url=world.url, pictures=world.pictures, home=".pressroom")
    made.write("pressroom.toml", text)
    made.write("brand.yaml", read_starter("brand.yaml"))
    return made


BRIEF = """\
title: Refills at half price
message: Bring your own travel cup and every refill costs half, all day, every day.
platforms: [facebook, x]
publish_now: true
variants: 1
"""


@pytest.fixture
def brief(desk: Desk) -> Path:
    """A brief for two platforms that goes out at once."""
    return desk.write("brief.yaml", BRIEF)
