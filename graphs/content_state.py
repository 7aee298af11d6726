"""The content graph's state: plain data, so that a checkpoint of today can be read tomorrow.

Field names and node names are a storage format: add, never rename. `schema_version` is raised
when a field changes its meaning.
"""

import hashlib
import operator
from dataclasses import dataclass, field
from typing import Annotated, Any, TypedDict

from langgraph.runtime import Runtime

from pressroom.domain.brief import Brief
from pressroom.domain.effects import PublishOrder
from pressroom.domain.provenance import Provenance
from pressroom.errors import InputError

SCHEMA_VERSION = 1

Plain = dict[str, Any]


def merge(old: Plain, new: Plain) -> Plain:
    """Both, the new one winning."""
    return {**old, **new}


@dataclass(frozen=True)
class Content:
    """What a run of the content graph knows so far."""

    brief: Plain = field(default_factory=dict)
    review: bool = False
    """A person approves before anything is published."""
    dry_run: bool = False
    """Show the requests that would be sent, save nothing, send nothing."""
    schema_version: int = SCHEMA_VERSION
    trends: list[Plain] = field(default_factory=list)
    ideas: list[Plain] = field(default_factory=list)
    idea: Plain = field(default_factory=dict)
    captions: list[Plain] = field(default_factory=list)
    visual_plan: Plain = field(default_factory=dict)
    creatives: list[Plain] = field(default_factory=list)
    orders: list[Plain] = field(default_factory=list)
    """One `PublishOrder` for each platform, with the paths of its media."""
    violations: list[Plain] = field(default_factory=list)
    """Pre-flight rules that no safe fix could satisfy; any of them stops the run."""
    schedule: Plain = field(default_factory=dict)
    """Platform → `{"at": ISO time or null for at once, "why": …}`."""
    previews: list[Plain] = field(default_factory=list)
    post_id: str = ""
    effect_keys: list[str] = field(default_factory=list)
    decision: Plain = field(default_factory=dict)
    outcomes: list[Plain] = field(default_factory=list)
    provenance: Annotated[Plain, merge] = field(default_factory=dict)
    """Step → who made its result, and why."""
    notes: Annotated[list[str], operator.add] = field(default_factory=list)


class ContentUpdate(TypedDict, total=False):
    """What a node may set."""

    review: bool
    trends: list[Plain]
    ideas: list[Plain]
    idea: Plain
    captions: list[Plain]
    visual_plan: Plain
    creatives: list[Plain]
    orders: list[Plain]
    violations: list[Plain]
    schedule: Plain
    previews: list[Plain]
    post_id: str
    effect_keys: list[str]
    decision: Plain
    outcomes: list[Plain]
    provenance: Plain
    notes: list[str]


def brief_of(state: Content) -> Brief:
    """The brief, typed again."""
    return Brief.model_validate(state.brief)


def orders_of(state: Content) -> list[PublishOrder]:
    """The orders, typed again."""
    return [PublishOrder.model_validate(order) for order in state.orders]


def plain(provenance: Provenance) -> Plain:
    """Provenance as it is kept in the state."""
    return provenance.model_dump(mode="json")


def thread_of(runtime: Runtime[Any]) -> str:
    """The thread that runs: everything that is written down is found by it.

    Raises:
        InputError: The graph was called without one.
    """
    info = runtime.execution_info
    if info is None or not info.thread_id:
        raise InputError(
            "the content graph was called without a thread.",
            field="thread_id",
            fix='Pass config={"configurable": {"thread_id": …}}, one for each brief.',
        )
    return info.thread_id


def post_id_of(thread_id: str) -> str:
    """The id of the post that a thread makes: the same however often a node runs again."""
    return "p" + hashlib.sha256(thread_id.encode()).hexdigest()[:23]


def thread_id_of(brief: Brief) -> str | None:
    """The thread that a calendar entry always gets, so that it is never run twice.

    None for a brief without an id of its own: two equal briefs may both be meant.
    """
    if not brief.external_id:
        return None
    digest = hashlib.sha256(brief.external_id.encode()).hexdigest()
    return f"content-{digest[:24]}"


def input_of(brief: Brief, *, review: bool, dry_run: bool) -> Plain:
    """A run's input as plain data."""
    return {
        "brief": brief.model_dump(mode="json"),
        "review": review,
        "dry_run": dry_run,
        "schema_version": SCHEMA_VERSION,
    }
