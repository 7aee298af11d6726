"""`python -m pressroom.simulator`: serves a simulator and prints one JSON line when it answers."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.server import serve


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="python -m pressroom.simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--speed", type=float, default=1.0, help="simulated seconds in one real second"
    )
    parser.add_argument("--state", type=Path, default=None, help="file that keeps the world")
    parser.add_argument(
        "--start-at",
        type=datetime.fromisoformat,
        default=None,
        help="first simulated instant, ISO-8601",
    )
    parser.add_argument(
        "--frozen", action="store_true", help="time stands still until /_sim/clock moves it"
    )
    chosen = parser.parse_args(arguments)
    config = SimulatorConfig(
        seed=chosen.seed,
        host=chosen.host,
        port=chosen.port,
        speed=chosen.speed,
        start_at=chosen.start_at,
        frozen=chosen.frozen,
        state_file=chosen.state,
    )
    serve(config, _announce)


def _announce(base_url: str) -> None:
    sys.stdout.write(json.dumps({"base_url": base_url}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
