"""pressroom: LLM agents for communication teams, as LangGraph graphs that a host can embed.

`async with Pressroom.open(settings) as room:` gives the graphs, the tools and the records.
Names are imported when they are first used, so that `import pressroom` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pressroom.app import Pressroom
    from pressroom.comment_runs import CommentsResult
    from pressroom.content_runs import ContentResult
    from pressroom.domain.brand import Brand
    from pressroom.domain.brief import Brief, CallToAction, Campaign, Picture
    from pressroom.domain.comment import Comment, CommentRef
    from pressroom.domain.desk import DeskItem
    from pressroom.domain.provenance import Provenance
    from pressroom.graphs.comments import make_graph as make_comments_graph
    from pressroom.graphs.content import make_graph as make_content_graph
    from pressroom.settings import Settings
    from pressroom.tools.analyze_sentiment import SentimentInput, SentimentResult
    from pressroom.tools.decide import DecisionInput
    from pressroom.tools.desk import DeskInput, DeskResult
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
    "Comment": "pressroom.domain.comment",
    "CommentRef": "pressroom.domain.comment",
    "CommentsResult": "pressroom.comment_runs",
    "ContentResult": "pressroom.content_runs",
    "DecisionInput": "pressroom.tools.decide",
    "DeskInput": "pressroom.tools.desk",
    "DeskItem": "pressroom.domain.desk",
    "DeskResult": "pressroom.tools.desk",
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
    "SentimentInput": "pressroom.tools.analyze_sentiment",
    "SentimentResult": "pressroom.tools.analyze_sentiment",
    "Settings": "pressroom.settings",
    "TakeOverResult": "pressroom.tools.take_over",
    "langchain_tools": "pressroom.tools.registry",
    "make_comments_graph": "pressroom.graphs.comments",
    "make_content_graph": "pressroom.graphs.content",
}

__all__ = [
    "Brand",
    "Brief",
    "CallToAction",
    "Campaign",
    "Comment",
    "CommentRef",
    "CommentsResult",
    "ContentResult",
    "DecisionInput",
    "DeskInput",
    "DeskItem",
    "DeskResult",
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
    "SentimentInput",
    "SentimentResult",
    "Settings",
    "TakeOverResult",
    "langchain_tools",
    "make_comments_graph",
    "make_content_graph",
]


def __getattr__(name: str) -> Any:
    """The public name, imported on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'pressroom' has no attribute {name!r}")
    attribute = "make_graph" if name.startswith("make_") else name
    value = getattr(import_module(_HOME[name]), attribute)
    globals()[name] = value
    return value
