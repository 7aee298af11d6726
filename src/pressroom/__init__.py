"""pressroom: LLM agents for communication teams, as LangGraph graphs that a host can embed.

`async with Pressroom.open(settings) as room:` gives the graphs, the tools and the records.
Names are imported when they are first used, so that `import pressroom` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.content_runs import ContentResult
    from pressroom.domain.brand import Brand
    from pressroom.domain.brief import Brief, CallToAction, Campaign, Picture
    from pressroom.domain.provenance import Provenance
    from pressroom.graphs.content import make_graph as make_content_graph
    from pressroom.settings import Settings
    from pressroom.tools.decide import DecisionInput
    from pressroom.tools.fetch_insights import InsightsInput, InsightsResult
    from pressroom.tools.hide import HideInput, HideResult
    from pressroom.tools.ports import Ports
    from pressroom.tools.publish import MediaInput, PublishInput, PublishResult
    from pressroom.tools.registry import langchain_tools
    from pressroom.tools.reply import ReplyInput, ReplyResult
    from pressroom.tools.take_over import TakeOverResult

__version__ = "0.1.0"

_HOME = {
    "Brand": "pressroom.domain.brand",
    "Brief": "pressroom.domain.brief",
    "CallToAction": "pressroom.domain.brief",
    "Campaign": "pressroom.domain.brief",
    "ContentResult": "pressroom.content_runs",
    "DecisionInput": "pressroom.tools.decide",
    "HideInput": "pressroom.tools.hide",
    "HideResult": "pressroom.tools.hide",
    "InsightsInput": "pressroom.tools.fetch_insights",
    "InsightsResult": "pressroom.tools.fetch_insights",
    "MediaInput": "pressroom.tools.publish",
    "Picture": "pressroom.domain.brief",
    "Ports": "pressroom.tools.ports",
    "Pressroom": "pressroom.app",
    "Provenance": "pressroom.domain.provenance",
    "PublishInput": "pressroom.tools.publish",
    "PublishResult": "pressroom.tools.publish",
    "ReplyInput": "pressroom.tools.reply",
    "ReplyResult": "pressroom.tools.reply",
    "Settings": "pressroom.settings",
    "TakeOverResult": "pressroom.tools.take_over",
    "langchain_tools": "pressroom.tools.registry",
    "make_content_graph": "pressroom.graphs.content",
}

__all__ = [
    "Brand",
    "Brief",
    "CallToAction",
    "Campaign",
    "ContentResult",
    "DecisionInput",
    "HideInput",
    "HideResult",
    "InsightsInput",
    "InsightsResult",
    "MediaInput",
    "Picture",
    "Ports",
    "Pressroom",
    "Provenance",
    "PublishInput",
    "PublishResult",
    "ReplyInput",
    "ReplyResult",
    "Settings",
    "TakeOverResult",
    "langchain_tools",
    "make_content_graph",
]


def __getattr__(name: str) -> Any:
    """The public name, imported on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'pressroom' has no attribute {name!r}")
    attribute = "make_graph" if name == "make_content_graph" else name
    value = getattr(import_module(_HOME[name]), attribute)
    globals()[name] = value
    return value
