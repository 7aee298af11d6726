"""A run of a graph as the database remembers it, so that an accepted run is never forgotten."""

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

RunStatus = Literal[
    "accepted",  # recorded, not started
    "running",  # a process holds its lease
    "waiting",  # parked: for effects to settle, or for a person
    "done",
    "failed",
    "cancelled",
]


class Run(BaseModel):
    """One run; its checkpoints are found by `thread_id`."""

    model_config = ConfigDict(frozen=True)

    thread_id: str
    graph: str
    input: dict[str, Any]
    status: RunStatus = "accepted"
    waiting_for: tuple[str, ...] = ()
    """What it is parked on: `effect:<key>` or `approval:<thread>`."""
    error: str = ""
    fence: int = 0
    lease_until: AwareDatetime | None = None
    wake_at: AwareDatetime | None = None
    """When the sweeper should look at it again, at the latest."""
    created_at: AwareDatetime
    updated_at: AwareDatetime
