"""A world as one JSON file: written whole and at once, read back into the same records."""

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from pressroom.simulator.records import Asset, Comment, Container, Platform, Post, Truth
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import JsonObject

FORMAT = 1
PLATFORMS: tuple[Platform, ...] = ("facebook", "instagram", "x")


class StateError(ValueError):
    """The state file is no state of a simulator; the text says which file and what to do."""


def dump(sim: Simulation) -> JsonObject:
    """Everything that must outlive the process."""
    world = sim.world
    return {
        "format": FORMAT,
        "clock": sim.clock.dump(),
        "posts": {
            name: [asdict(post) for post in world.posts[name].values()] for name in PLATFORMS
        },
        "comments": [asdict(comment) for comment in world.comments.values()],
        "assets": [asdict(asset) for asset in world.assets.values()],
        "containers": [asdict(container) for container in world.containers.values()],
        "truth": [asdict(entry) for entry in world.truth],
        "counter": world.counter,
        "last_tweet_id": world.last_tweet_id,
        "crowd": world.crowd,
        "subscribed_fields": world.subscribed_fields,
        "x_tokens": world.x_tokens,
        "x_refresh_tokens": world.x_refresh_tokens,
        "x_credits": world.x_credits,
        "token_states": sim.token_states,
        "list_lag": sim.list_lag,
    }


def load(sim: Simulation, saved: JsonObject) -> None:
    """Put a dumped world into a fresh simulation."""
    world = sim.world
    sim.clock.load(saved["clock"])
    for name in PLATFORMS:
        world.posts[name] = {item["id"]: Post(**item) for item in saved["posts"][name]}
    world.comments = {item["id"]: Comment(**item) for item in saved["comments"]}
    world.assets = {item["id"]: Asset(**item) for item in saved["assets"]}
    world.containers = {item["id"]: Container(**item) for item in saved["containers"]}
    world.truth = [Truth(**item) for item in saved["truth"]]
    world.counter = saved["counter"]
    world.last_tweet_id = saved["last_tweet_id"]
    world.crowd = saved["crowd"]
    world.subscribed_fields = saved["subscribed_fields"]
    world.x_tokens = saved["x_tokens"]
    world.x_refresh_tokens = saved["x_refresh_tokens"]
    world.x_credits = saved["x_credits"]
    sim.token_states = saved["token_states"]
    sim.list_lag = saved["list_lag"]


def save_file(sim: Simulation, path: Path) -> None:
    """Write the world to *path* in one step: a reader sees the old state or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(dump(sim), file, ensure_ascii=False)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def load_file(sim: Simulation, path: Path) -> bool:
    """Read the world from *path*; False when there is no such file.

    Raises:
        StateError: The file is there and is no state of a simulator.
    """
    if not path.exists():
        return False
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        if saved["format"] != FORMAT:
            raise StateError(
                f"{path}: state of format {saved['format']}, not {FORMAT}; move the file away"
            )
        load(sim, saved)
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, StateError):
            raise
        raise StateError(
            f"{path}: not a simulator's state ({error}); move the file away"
        ) from error
    return True
