"""When the platforms' API versions and the models end, as data with its source."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

WARN_AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Lifetime:
    """A version or a model: since when it is there and when it ends."""

    name: str
    kind: Literal["graph", "gemini"]
    released: date | None = None
    ends: date | None = None
    """None: no end is announced."""
    successor: str = ""
    source: str = ""
    checked_on: date = date(2026, 11, 22)


_GRAPH = "developers.facebook.com/docs/graph-api/changelog/versions"
_GEMINI = "ai.google.dev/gemini-api/docs/deprecations"


def _graph(name: str, released: date | None, ends: date | None) -> Lifetime:
    return Lifetime(name, "graph", released, ends, "v25.0", _GRAPH)


def _gemini(
    name: str, released: date | None = None, ends: date | None = None, successor: str = ""
) -> Lifetime:
    return Lifetime(name, "gemini", released, ends, successor, _GEMINI)


LIFETIMES: tuple[Lifetime, ...] = (
    _graph("v26.0", date(2026, 7, 29), None),
    _graph("v25.0", date(2026, 2, 18), date(2028, 7, 29)),
    _graph("v24.0", date(2025, 10, 8), date(2028, 2, 18)),
    _graph("v23.0", date(2025, 5, 29), date(2027, 10, 8)),
    _graph("v22.0", date(2025, 1, 21), date(2027, 5, 20)),
    _graph("v21.0", date(2024, 10, 2), date(2027, 1, 21)),
    _graph("v20.0", None, date(2026, 9, 24)),
    _graph("v19.0", None, date(2026, 5, 21)),
    _graph("v18.0", None, date(2026, 1, 26)),
    _graph("v17.0", None, date(2025, 9, 12)),
    _gemini("gemini-3.8-flash", date(2026, 9, 2)),
    _gemini("gemini-3.7-flash"),
    _gemini("gemini-3.6-flash"),
    _gemini("gemini-3.5-flash"),
    _gemini("gemini-3.5-flash-lite"),
    _gemini("gemini-3.1-flash-lite", None, date(2027, 5, 7), "gemini-3.5-flash-lite"),
    _gemini("gemini-3.1-flash-image", date(2026, 5, 28)),
    _gemini("gemini-3-pro-image", date(2026, 5, 28)),
    _gemini("gemini-2.5-pro", None, date(2026, 12, 1), "gemini-3.8-flash"),
    _gemini("gemini-2.5-flash", None, date(2026, 12, 1), "gemini-3.8-flash"),
    _gemini("gemini-2.5-flash-image", None, date(2026, 10, 2), "gemini-3.1-flash-image"),
    _gemini("gemini-2.0-flash", None, date(2026, 6, 1), "gemini-3.8-flash"),
    # Gone for longer than a year; the day is not on record any more.
    _gemini("gemini-1.5-flash", None, date(2025, 12, 31), "gemini-3.8-flash"),
    _gemini("gemini-1.5-pro", None, date(2025, 12, 31), "gemini-3.8-flash"),
    _gemini("gemini-pro", None, date(2025, 12, 31), "gemini-3.8-flash"),
    _gemini("gemini-pro-vision", None, date(2025, 12, 31), "gemini-3.8-flash"),
)

_BY_NAME = {lifetime.name: lifetime for lifetime in LIFETIMES}


def sunset_of(name: str) -> date | None:
    """The day on which the version or model *name* ends; None if none is known."""
    known = _BY_NAME.get(name)
    return known.ends if known else None


def is_dead(name: str, now: datetime) -> bool:
    """Whether *name* is known to have ended by *now*."""
    ends = sunset_of(name)
    return ends is not None and now.date() >= ends


def warnings(now: datetime, *names: str) -> list[str]:
    """One line for each of *names* that has ended or ends within 90 days; what to set instead.

    A name that is not on record gets no line: it may be newer than this version of pressroom.
    """
    lines = []
    for name in names:
        known = _BY_NAME.get(name)
        if known is None or known.ends is None or known.ends - now.date() > WARN_AHEAD:
            continue
        verb = "ended" if is_dead(name, now) else "ends"
        instead = f" Set {known.successor} instead." if known.successor else ""
        lines.append(f"{name} {verb} on {known.ends.isoformat()}.{instead}")
    return lines


def live_graph_versions(now: datetime) -> list[str]:
    """The Graph API versions that are out and have not ended at *now*, newest first."""
    today = now.date()
    return [
        lifetime.name
        for lifetime in LIFETIMES
        if lifetime.kind == "graph"
        and (lifetime.released is None or lifetime.released <= today)
        and not is_dead(lifetime.name, now)
    ]
