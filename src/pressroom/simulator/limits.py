"""Counts calls in windows of simulated time, for the usage headers and the refusals behind them."""

from collections import defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """What is left of a limit after a call."""

    limit: int
    remaining: int
    reset_at: int
    allowed: bool


class Meter:
    """How often each key was used lately."""

    def __init__(self) -> None:
        self._rolling: defaultdict[str, deque[float]] = defaultdict(deque)
        self._fixed: dict[str, tuple[float, int]] = {}

    def roll(self, key: str, now: float, seconds: float) -> int:
        """Count a call of *key* and give the number within the last *seconds*."""
        times = self._rolling[key]
        times.append(now)
        while times and times[0] <= now - seconds:
            times.popleft()
        return len(times)

    def fixed(self, key: str, now: float, seconds: float, limit: int) -> Window:
        """Count a call against a window that starts with its first call."""
        start, used = self._fixed.get(key, (now, 0))
        if now >= start + seconds:
            start, used = now, 0
        allowed = used < limit
        self._fixed[key] = (start, used + 1 if allowed else used)
        left = max(0, limit - used - 1)
        return Window(limit, left, int(start + seconds), allowed)

    def clear(self) -> None:
        """Forget every count."""
        self._rolling.clear()
        self._fixed.clear()
