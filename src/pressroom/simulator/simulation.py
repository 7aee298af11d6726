"""One running simulation: world, clock, faults, log and settings in one place for the endpoints."""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pressroom.simulator.clock import SimClock
from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.faults import Faults
from pressroom.simulator.limits import Meter
from pressroom.simulator.oauth1 import Nonces
from pressroom.simulator.wire import Answer, JsonObject
from pressroom.simulator.world import World

System: TypeAlias = Literal["facebook", "instagram", "x", "gemini", "stability"]
TokenState: TypeAlias = Literal["ok", "expired", "revoked"]


@dataclass(frozen=True)
class Operation:
    """One thing a client asked for: its name for the faults, and the act itself."""

    system: System
    name: str
    act: Callable[[], Awaitable[Answer]]


@dataclass
class Late:
    """A call whose client was hung up on and that is still to act."""

    operation: Operation
    due: float


@dataclass
class Simulation:
    """The world and everything that watches or disturbs it."""

    config: SimulatorConfig
    clock: SimClock
    world: World
    faults: Faults = field(default_factory=Faults)
    meter: Meter = field(default_factory=Meter)
    requests: deque[JsonObject] = field(default_factory=deque)
    request_count: int = 0
    token_states: dict[str, TokenState] = field(default_factory=dict)
    nonces: Nonces = field(default_factory=Nonces)
    late: list[Late] = field(default_factory=list)
    list_lag: float = 0.0
    """Simulated seconds by which lists are behind."""

    def now(self) -> float:
        """Simulated unix seconds."""
        return self.clock.now()

    def listed_before(self) -> float:
        """Lists show what was live at this time or before."""
        return self.now() - self.list_lag

    def remember(self, described: JsonObject) -> JsonObject:
        """Put a call into the log and give back its entry, which may still be filled in."""
        self.request_count += 1
        described["number"] = self.request_count
        described["at"] = self.now()
        self.requests.append(described)
        while len(self.requests) > self.config.kept_requests:
            self.requests.popleft()
        return described


def build(config: SimulatorConfig) -> Simulation:
    """A fresh simulation as *config* describes it."""
    clock = SimClock(speed=config.speed, start_at=config.start_at, frozen=config.frozen)
    return Simulation(config, clock, World(config), list_lag=config.list_lag.total_seconds())
