"""The tools by name: for a person to look through, and for a language model to call."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from pressroom.tools.analyze_sentiment import (
    SentimentInput,
    SentimentResult,
    analyze_sentiment,
)
from pressroom.tools.fetch_insights import InsightsInput, InsightsResult, fetch_insights
from pressroom.tools.hide import HideInput, HideResult, hide
from pressroom.tools.ports import Ports
from pressroom.tools.publish import PublishInput, PublishResult, publish
from pressroom.tools.reply import ReplyInput, ReplyResult, reply

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: typed in, typed out, and described by its own docstring."""

    name: str
    call: Callable[[Any, Ports], Awaitable[BaseModel]]
    input: type[BaseModel]
    output: type[BaseModel]
    acts: bool
    """True where the world can see what it does; such tools go through the ledger."""

    @property
    def description(self) -> str:
        """What it does, for a person or a model: the docstring without what it raises."""
        return (inspect.getdoc(self.call) or "").split("\n\nRaises:")[0]


TOOLS: tuple[Tool, ...] = (
    Tool("publish", publish, PublishInput, PublishResult, acts=True),
    Tool("reply", reply, ReplyInput, ReplyResult, acts=True),
    Tool("hide", hide, HideInput, HideResult, acts=True),
    Tool("fetch_insights", fetch_insights, InsightsInput, InsightsResult, acts=False),
    Tool("analyze_sentiment", analyze_sentiment, SentimentInput, SentimentResult, acts=False),
)


def find_tool(name: str) -> Tool:
    """The tool called *name*.

    Raises:
        KeyError: There is none; the message lists those there are.
    """
    for tool in TOOLS:
        if tool.name == name:
            return tool
    raise KeyError(f"no tool is called {name!r}; there are {', '.join(t.name for t in TOOLS)}")


def langchain_tools(ports: Ports) -> "list[StructuredTool]":
    """Every tool as a LangChain tool bound to *ports*; answers are plain JSON.

    Give them only to a model whose input is trusted: `publish`, `reply` and `hide` act on the
    world.
    """
    from langchain_core.tools import StructuredTool  # noqa: PLC0415 - slow to import

    return [
        StructuredTool.from_function(
            coroutine=_bind(tool, ports),
            name=tool.name,
            description=tool.description,
            args_schema=tool.input,
        )
        for tool in TOOLS
    ]


def _bind(tool: Tool, ports: Ports) -> Callable[..., Awaitable[dict[str, Any]]]:
    async def call(**arguments: Any) -> dict[str, Any]:
        result = await tool.call(tool.input.model_validate(arguments), ports)
        return result.model_dump(mode="json")

    return call
