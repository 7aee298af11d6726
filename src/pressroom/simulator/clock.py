"""Simulated time: real time times speed plus an offset, which can be frozen and moved on."""

import time
from collections.abc import Callable
from datetime import UTC, datetime


class SimClock:
    """A clock that never goes back; all of the simulator's times come from it."""

    def __init__(
        self,
        *,
        speed: float = 1.0,
        start_at: datetime | None = None,
        frozen: bool = False,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._wall = wall
        self.speed = speed
        self.frozen = frozen
        self._wall_mark = wall()
        self._sim_mark = self._wall_mark if start_at is None else start_at.timestamp()

    def now(self) -> float:
        """Simulated unix seconds."""
        if self.frozen:
            return self._sim_mark
        return self._sim_mark + max(0.0, self._wall() - self._wall_mark) * self.speed

    def moment(self) -> datetime:
        """The same as an aware UTC datetime."""
        return datetime.fromtimestamp(self.now(), UTC)

    def advance(self, seconds: float) -> None:
        """Jump forward; a negative number is refused."""
        if seconds < 0:
            raise ValueError("advance_seconds: must not be negative, time does not go back")
        self._remark(self.now() + seconds)

    def set_frozen(self, frozen: bool) -> None:
        """Stop time, or let it run again from where it stood."""
        self._remark(self.now())
        self.frozen = frozen

    def set_speed(self, speed: float) -> None:
        """Let time run at another speed from now on."""
        if speed <= 0:
            raise ValueError("speed: must be above 0")
        self._remark(self.now())
        self.speed = speed

    def dump(self) -> dict[str, float | bool]:
        """What `load` needs to go on later."""
        return {"now": self.now(), "wall": self._wall(), "speed": self.speed, "frozen": self.frozen}

    def load(self, saved: dict[str, float | bool]) -> None:
        """Go on from a dump; a running clock has run on while nobody looked."""
        self.speed = float(saved["speed"])
        self.frozen = bool(saved["frozen"])
        away = 0.0 if self.frozen else max(0.0, self._wall() - float(saved["wall"])) * self.speed
        self._remark(
            max(self.now(), float(saved["now"]) + away) if not self.frozen else float(saved["now"])
        )

    def _remark(self, sim: float) -> None:
        self._wall_mark = self._wall()
        self._sim_mark = sim
