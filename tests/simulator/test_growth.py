"""Numbers and comments that grow with simulated time, and the clock they follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.simulator import SimulatorConfig, SimulatorServer
from pressroom.simulator.clock import SimClock
from pressroom.simulator.growth import Numbers, numbers
from pressroom.simulator.records import Post

START = 1_795_000_000.0
FIELDS = tuple(Numbers.__dataclass_fields__)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["facebook", "instagram", "x"]),
    st.text(max_size=60),
    st.integers(0, 9),
    st.lists(st.floats(0, 40 * 86400), min_size=2, max_size=8),
)
def test_numbers_never_go_down(platform: str, text: str, seed: int, ages: list[float]) -> None:
    """A metric that shrinks would look like an incident; equal ages give equal numbers."""
    config = SimulatorConfig(seed=seed)
    post = Post(platform, "1_2", text, "1", START, live_at=START)  # type: ignore[arg-type]  # sampled

    rows = [numbers(config, post, START + age) for age in sorted(ages)]

    for earlier, later in pairwise(rows):
        assert all(getattr(earlier, name) <= getattr(later, name) for name in FIELDS)
    assert rows[0] == numbers(config, post, START + min(ages))
    assert all(row.reach <= row.impressions for row in rows)


def test_nothing_gathers_before_a_post_is_live() -> None:
    """Drafts and scheduled posts have no audience."""
    post = Post("facebook", "1_2", "x", "1", START, standing="draft")

    assert numbers(SimulatorConfig(), post, START + 1e6) == Numbers(*[0] * 9)


def test_a_clock_runs_stands_and_jumps() -> None:
    """Speed, freezing and jumps; never backwards."""
    wall = [1000.0]
    start = datetime(2026, 11, 24, tzinfo=UTC)
    clock = SimClock(speed=60, start_at=start, wall=lambda: wall[0])

    wall[0] += 2
    ran = clock.now() - start.timestamp()
    clock.set_frozen(True)
    wall[0] += 100
    stood = clock.now() - start.timestamp()
    clock.advance(5)
    clock.set_frozen(False)
    clock.set_speed(1)
    wall[0] += 1
    went_on = clock.now() - start.timestamp()

    assert (ran, stood, went_on) == (120, 120, 126)
    with pytest.raises(ValueError, match="advance_seconds"):
        clock.advance(-1)


def test_a_saved_clock_goes_on() -> None:
    """While nobody looked, a running world ran on; a frozen one did not."""
    wall = [1000.0]
    saved = SimClock(
        speed=10, start_at=datetime(2026, 11, 24, tzinfo=UTC), wall=lambda: wall[0]
    ).dump()
    wall[0] += 3

    running, frozen = SimClock(wall=lambda: wall[0]), SimClock(wall=lambda: wall[0])
    running.load(saved)
    frozen.load({**saved, "frozen": True})

    assert running.now() == float(saved["now"]) + 30
    assert frozen.now() == saved["now"]


def crowd(client: httpx.Client) -> dict[str, list[str]]:
    """Publish one post on two platforms, let a week go by, and give what people said."""
    token = {"access_token": "sim-page-token"}
    x_user = {"Authorization": "Bearer sim-x-token"}
    post = client.post(
        "/v25.0/106728097004746/feed", params=token, data={"message": "Open house"}
    ).json()["id"]
    tweet = client.post("/2/tweets", headers=x_user, json={"text": "Open house"}).json()["data"][
        "id"
    ]
    for _ in range(7):
        client.post("/_sim/clock", json={"advance_seconds": 86400})
    facebook = client.get(
        f"/v25.0/{post}/comments", params={**token, "filter": "stream", "limit": "100"}
    )
    x = client.get(
        "/2/tweets/search/recent",
        headers=x_user,
        params={"query": f"conversation_id:{tweet} is:reply", "max_results": "100"},
    )
    return {
        "facebook": [comment["message"] for comment in facebook.json()["data"]],
        "x": [reply["text"] for reply in x.json().get("data", [])],
    }


def test_people_comment_by_themselves_and_always_the_same(
    config: SimulatorConfig,
    servers: Callable[[SimulatorConfig], SimulatorServer],
    connect: Callable[[SimulatorServer], httpx.Client],
) -> None:
    """One seed is one world, so that a demo can be repeated."""
    client = connect(servers(replace(config, crowd_comments=True)))

    first = crowd(client)
    client.post("/_sim/reset")
    second = crowd(client)

    assert first == second
    assert len(first["facebook"]) >= 2
    assert len(first["x"]) >= 2
    assert all(text.startswith("@sim_brand") for text in first["x"])
