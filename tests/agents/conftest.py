"""A real Gemini client against the simulator over real HTTP, on a clock that tests move."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.agents.ask import GeminiConfig, GeminiModel
from pressroom.clock import ManualClock
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.ports import Cache, Limiter, Rate
from pressroom.simulator import SimulatorConfig, SimulatorServer

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY = SimulatorConfig().accounts.gemini_key


class Gemini:
    """The simulator's Gemini, as a test sees it."""

    def __init__(self, server: SimulatorServer) -> None:
        self.url = server.base_url
        self._control = httpx.Client(base_url=f"{server.base_url}/_sim", trust_env=False)

    def fail(self, action: str, **how: Any) -> None:
        """Misbehave in the next calls; `times=0` is all of them."""
        fault = {"platform": "gemini", "operation": "generate", "action": action, **how}
        self._control.post("/faults", json=fault).raise_for_status()

    def recover(self) -> None:
        """Misbehave no more."""
        self._control.delete("/faults").raise_for_status()

    def requests(self) -> list[dict[str, Any]]:
        """Everything that was received, oldest first."""
        found: list[dict[str, Any]] = self._control.get("/requests").json()["requests"]
        return found

    def calls(self) -> int:
        """How often an answer was asked for."""
        return sum(one["operation"] == "gemini.generate" for one in self.requests())

    def reset(self) -> None:
        """Begin anew."""
        self._control.post("/reset").raise_for_status()

    def close(self) -> None:
        """Look no more."""
        self._control.close()


@pytest.fixture(scope="session")
def simulator() -> Iterator[SimulatorServer]:
    """One server for all tests of the agents."""
    with SimulatorServer(SimulatorConfig(crowd_comments=False)) as server:
        yield server


@pytest.fixture
def gemini(simulator: SimulatorServer) -> Iterator[Gemini]:
    """Gemini without faults and without a past."""
    found = Gemini(simulator)
    found.reset()
    yield found
    found.close()


class WindowLimiter:
    """A `Limiter` of one process on the test's clock."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self._taken: dict[str, list[datetime]] = {}
        self._closed_until: dict[str, datetime] = {}

    async def take(self, key: str, rates: Sequence[Rate]) -> timedelta | None:
        """Grant while the window has room."""
        now = self._clock.now()
        if now < self._closed_until.get(key, now):
            return self._closed_until[key] - now
        [rate] = rates
        recent = [at for at in self._taken.get(key, []) if at > now - rate.per]
        if len(recent) >= rate.count:
            return recent[0] + rate.per - now
        self._taken.setdefault(key, []).append(now)
        return None

    async def close_until(self, key: str, delay: timedelta) -> None:
        """Grant nothing for a while."""
        self._closed_until[key] = self._clock.now() + delay


class MemoryCache:
    """A `Cache` in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}
        self.lifetimes: dict[str, timedelta] = {}

    async def get(self, key: str) -> Any | None:
        """What was put."""
        return self.kept.get(key)

    async def put(self, key: str, value: Any, ttl: timedelta) -> None:
        """Keep it."""
        self.kept[key] = value
        self.lifetimes[key] = ttl


@pytest.fixture
def clock() -> ManualClock:
    """Stands still unless something waits."""
    return ManualClock(NOON)


@pytest.fixture(autouse=True)
def _on_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Google's library takes aiohttp where some other package brought it; our users have none."""
    monkeypatch.setattr("google.genai._api_client.has_aiohttp", False)


MakeModel = Callable[..., GeminiModel]


@pytest.fixture
async def make_model(gemini: Gemini, clock: ManualClock) -> AsyncIterator[MakeModel]:
    """Makes `GeminiModel`s that talk to the simulator; keywords change the configuration."""
    made: list[GeminiModel] = []

    def make(
        limiter: Limiter | None = None, cache: Cache | None = None, **config: Any
    ) -> GeminiModel:
        settings = {"api_key": SecretStr(KEY), "base_url": gemini.url} | config
        model = GeminiModel(GeminiConfig(**settings), clock=clock, limiter=limiter, cache=cache)
        made.append(model)
        return model

    yield make
    for model in made:
        await model.aclose()


@pytest.fixture
def brand() -> Brand:
    """A brand with facts and rules."""
    return Brand(
        name="Crumb & Co",
        facts=("All our bread is baked in Leith",),
        hashtags=("CrumbAndCo",),
        banned_words=("cheap",),
    )


@pytest.fixture
def brief() -> Brief:
    """A brief for all three platforms."""
    return Brief.model_validate(
        {
            "title": "Autumn tasting week",
            "message": "From 3 to 9 October our bakery serves six new breads. Entry is free.",
            "platforms": ["x", "instagram", "facebook"],
            "cta": {"text": "Book a table", "url": "https://crumb.example.com/taste"},
            "keywords": ["bread", "tasting"],
        }
    )
