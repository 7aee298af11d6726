"""The simulator as an ASGI app, put together from a configuration."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import cast

from starlette.applications import Starlette
from starlette.routing import Mount

from pressroom.simulator.clock import SimClock
from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.control import Control
from pressroom.simulator.faults import Faults
from pressroom.simulator.front import Front
from pressroom.simulator.persistence import load_file, save_file
from pressroom.simulator.simulation import Simulation, build
from pressroom.simulator.webhooks import Courier
from pressroom.simulator.world import World

TICK_SECONDS = 0.25
"""Real seconds between two looks at the clock while a hook listens."""


def create_app(config: SimulatorConfig | None = None) -> Starlette:
    """The simulator of *config*; a state file that is there is read first.

    Raises:
        StateError: The state file is no state of a simulator.
    """
    sim = build(config or SimulatorConfig())
    path = sim.config.state_file
    if path is not None:
        load_file(sim, path)
    courier = Courier(sim)
    sim.world.listener = courier.observe
    saved = _Saver(sim)
    front = Front(sim, saved)

    def reset() -> None:
        _start_anew(sim, courier)
        saved()

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        ticking = asyncio.get_running_loop().create_task(_tick(front, courier))
        try:
            yield
        finally:
            ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await ticking
            await front.close()
            if path is not None:
                save_file(sim, path)

    control = Control(sim, front, courier, reset)
    app = Starlette(routes=[*control.routes(), Mount("/", app=front)], lifespan=lifespan)
    app.state.simulation = sim
    app.state.courier = courier
    return app


def simulation_of(app: Starlette) -> Simulation:
    """The simulation behind an app, for tests that look inside."""
    return cast("Simulation", app.state.simulation)


class _Saver:
    """Writes the state file whenever the world has changed since the last time."""

    def __init__(self, sim: Simulation) -> None:
        self.sim = sim
        self._world = sim.world
        self._revision = sim.world.revision

    def __call__(self) -> None:
        path = self.sim.config.state_file
        if path is None or (
            self.sim.world is self._world and self.sim.world.revision == self._revision
        ):
            return
        save_file(self.sim, path)
        self._world, self._revision = self.sim.world, self.sim.world.revision


async def _tick(front: Front, courier: Courier) -> None:
    while True:
        await asyncio.sleep(TICK_SECONDS)
        if courier.hook is not None or front.sim.late:
            await front.pass_time()


def _start_anew(sim: Simulation, courier: Courier) -> None:
    config = sim.config
    sim.clock = SimClock(speed=config.speed, start_at=config.start_at, frozen=config.frozen)
    sim.world = World(config)
    sim.world.listener = courier.observe
    sim.faults = Faults()
    sim.meter.clear()
    sim.requests.clear()
    sim.request_count = 0
    sim.token_states.clear()
    sim.late.clear()
    sim.list_lag = config.list_lag.total_seconds()
    courier.hook = None
    courier.waiting.clear()
    courier.delivered.clear()
    courier.failed = 0
