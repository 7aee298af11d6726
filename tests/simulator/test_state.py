"""A world that outlives its process."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

import pressroom
from pressroom.simulator import SimulatorConfig, SimulatorServer, create_app
from pressroom.simulator.persistence import StateError

TOKEN = {"access_token": "sim-page-token"}
PAGE = "/v25.0/106728097004746"
X = {"Authorization": "Bearer sim-x-token"}


def fill(client: httpx.Client, pictures: dict[str, str]) -> None:
    """Something of everything."""
    client.post(f"{PAGE}/feed", params=TOKEN, data={"message": "Live"}).raise_for_status()
    client.post(f"{PAGE}/feed", params=TOKEN, data={"message": "Draft", "published": "false"})
    client.post("/2/tweets", headers=X, json={"text": "Tweet"}).raise_for_status()
    account = "/v25.0/17841400000000001"
    made = client.post(
        f"{account}/media", params=TOKEN, data={"image_url": pictures["good"]}
    ).json()["id"]
    client.post(f"{account}/media_publish", params=TOKEN, data={"creation_id": made})
    comment = client.post("/_sim/comments", json={"platform": "facebook", "text": "Hi"}).json()[
        "id"
    ]
    client.post(f"/v25.0/{comment}/comments", params=TOKEN, data={"message": "Hello"})


def seen(client: httpx.Client) -> list[object]:
    """What clients can see."""
    posts = client.get(
        f"{PAGE}/posts", params={**TOKEN, "fields": "id,message,comments{message}"}
    ).json()["data"]
    tweets = client.get("/2/users/2244994945/tweets", headers=X).json()["data"]
    return [posts, tweets, client.get("/_sim/truth").json(), client.get("/_sim/clock").json()]


def test_a_world_is_read_back_as_it_was(
    config: SimulatorConfig, tmp_path: Path, pictures: dict[str, str]
) -> None:
    """The demo's platforms can be brought back later, with everything on them."""
    kept = replace(config, state_file=tmp_path / "world.json")
    with SimulatorServer(kept) as server, httpx.Client(base_url=server.base_url) as client:
        fill(client, pictures)
        before = seen(client)

    with SimulatorServer(kept) as server, httpx.Client(base_url=server.base_url) as client:
        after = seen(client)
        new = client.post(f"{PAGE}/feed", params=TOKEN, data={"message": "New"}).json()["id"]

    assert after == before
    assert new not in json.dumps(before)


def test_a_file_that_is_no_state_is_refused(config: SimulatorConfig, tmp_path: Path) -> None:
    """A wrong file is named, not overwritten."""
    path = tmp_path / "notes.json"
    path.write_text('{"shopping": ["bread"]}')

    with pytest.raises(StateError, match=r"notes\.json"):
        create_app(replace(config, state_file=path))

    assert "bread" in path.read_text()


@contextlib.contextmanager
def process(path: Path) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """The simulator as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(pressroom.__file__).parents[1])}
    command = [sys.executable, "-m", "pressroom.simulator", "--port", "0", "--state", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout is not None
        base_url = json.loads(running.stdout.readline())["base_url"]
        with httpx.Client(base_url=base_url, trust_env=False) as client:
            yield running, client
        if running.poll() is None:
            running.terminate()
            running.wait(20)


def test_a_killed_simulator_has_kept_what_it_accepted(tmp_path: Path) -> None:
    """What was answered is on the disk before the answer goes out."""
    path = tmp_path / "world.json"
    with process(path) as (running, client):
        client.post(f"{PAGE}/feed", params=TOKEN, data={"message": "Kept"}).raise_for_status()
        running.send_signal(signal.SIGKILL)
        running.wait(20)

    with process(path) as (running, client):
        texts = [entry["text"] for entry in client.get("/_sim/truth").json()["posts"]]

    assert texts == ["Kept"]


async def test_it_runs_inside_a_loop(config: SimulatorConfig) -> None:
    """Async tests and hosts need no thread."""
    async with (
        SimulatorServer.running(config) as server,
        httpx.AsyncClient(base_url=server.base_url, trust_env=False) as client,
    ):
        answer = await client.get("/_sim/health")

    assert answer.json()["ok"] is True


def test_a_reset_starts_anew(client: httpx.Client, pictures: dict[str, str]) -> None:
    """Tests can share a server."""
    fill(client, pictures)
    client.post("/_sim/faults", json={"action": "drop_before"})
    client.delete("/_sim/faults")

    client.post("/_sim/reset").raise_for_status()

    assert client.get("/_sim/truth").json() == {"posts": [], "replies": []}
    assert client.get("/_sim/faults").json() == {"faults": []}
