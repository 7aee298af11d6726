"""The tools by name, and as a language model is handed them."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from pressroom import langchain_tools
from pressroom.tools.registry import TOOLS, find_tool
from tests.newsroom import Newsroom


def test_every_tool_is_described_for_a_model() -> None:
    """What a docstring leaves out, a model makes up."""
    for tool in TOOLS:
        assert tool.description
        assert "Raises" not in tool.description
        for name, field in tool.input.model_json_schema()["properties"].items():
            assert field.get("description"), f"{tool.name}.{name}"


def test_every_output_can_be_written_as_json() -> None:
    """A tool's answer goes to a model, a log and a screen."""
    for tool in TOOLS:
        assert tool.output.model_json_schema()["properties"]


def test_a_tool_is_found_by_its_name() -> None:
    """And a wrong name is answered with the right ones."""
    assert find_tool("publish").acts
    assert not find_tool("fetch_insights").acts
    with pytest.raises(KeyError, match="publish, reply, hide, fetch_insights"):
        find_tool("shout")


async def test_langchain_calls_them(newsroom: Newsroom) -> None:
    """The same tools, the same ledger, in an agent of somebody else's."""
    async with newsroom.open() as room:
        tools: dict[str, Any] = {tool.name: tool for tool in langchain_tools(room.ports)}
        arguments = {"platform": "twitter", "text": "Doors open at six."}
        posted = await tools["publish"].ainvoke(arguments)
        again = await tools["publish"].ainvoke(arguments)
        read = await tools["fetch_insights"].ainvoke(
            {"platform_post_id": posted["platform_post_id"]}
        )

    assert set(tools) == {tool.name for tool in TOOLS}
    assert posted["status"] == "sent"
    assert again == posted
    assert read["source"] == "platform"
    assert json.dumps([posted, read])
    assert newsroom.live_on() == ["x"]


async def test_langchain_refuses_arguments_that_do_not_fit(newsroom: Newsroom) -> None:
    """Before anything is planned or sent."""
    async with newsroom.open() as room:
        [publish] = [tool for tool in langchain_tools(room.ports) if tool.name == "publish"]
        with pytest.raises(ValidationError):
            await publish.ainvoke({"platform": "myspace", "text": "Hello."})

        assert await room.effects() == []
