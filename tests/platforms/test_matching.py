"""Both vocabularies of X, its rewriting undone, and times in any of the platforms' forms."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pressroom.clock import ManualClock
from pressroom.domain.wording import bare_addresses, normalise
from pressroom.platforms.http import open_client
from pressroom.platforms.matching import normalise_shown, parse_time
from pressroom.platforms.x import XChannel
from pressroom.platforms.x_tokens import XTokens


def shortened(short: str, long: str, **more: Any) -> dict[str, Any]:
    return {"url": short, "expanded_url": long, **more}


def test_short_links_are_put_back() -> None:
    """A t.co link is the address it stands for."""
    shown = normalise_shown(
        "See https://t.co/a and https://t.co/b",
        [
            shortened("https://t.co/a", "https://example.org/x?a=1&copy=2"),
            shortened("https://t.co/b", "http://example.com"),
        ],
    )

    assert shown == bare_addresses("See https://example.org/x?a=1&copy=2 and example.com/")


def test_a_picture_link_is_no_part_of_the_text() -> None:
    """X appends a link to the picture; we never wrote it."""
    picture = "https://x.com/brand/status/1/photo/1"

    assert normalise_shown("Hi https://t.co/p", [shortened("https://t.co/p", picture)]) == "Hi"
    by_key = shortened("https://t.co/p", "https://pic.x.com/p", media_key="3_1")
    assert normalise_shown("Hi https://t.co/p", [by_key]) == "Hi"


def test_signs_are_unescaped_once() -> None:
    """`&amp;amp;` shows `&amp;`, which is what was written."""
    assert normalise_shown("a &amp;amp; b &lt;3", []) == bare_addresses("a &amp; b <3")


def test_two_spellings_of_a_letter_are_one() -> None:
    """A platform may compose letters and lose double spaces."""
    assert normalise("cafe\u0301  au\r\nlait ") == "caf\u00e9 au lait"


@pytest.mark.parametrize(
    "text", ["2026-11-22T18:12:10+0000", "2026-11-22T18:12:10.000Z", "2026-11-22T19:12:10+01:00"]
)
def test_times_are_read_in_every_form(text: str) -> None:
    """Graph writes no colon in the offset, X writes milliseconds."""
    assert parse_time(text) == datetime(2026, 11, 22, 18, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", None, "2026-11-22T18:12:10"])
def test_what_is_no_instant_is_none(text: object) -> None:
    """A time without an offset says nothing about order."""
    assert parse_time(text) is None


@pytest.mark.parametrize("reposts", ["retweet_count", "repost_count"])
async def test_both_vocabularies_are_read(reposts: str) -> None:
    """X renamed its fields in August 2026 and answers in either."""
    metrics = {reposts: 3, "quote_count": 2, "like_count": 5, "impression_count": 90}

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"data": {"id": "1", "public_metrics": metrics}})

    client = open_client(base_url="https://x.test", transport=httpx.MockTransport(answer))
    x = XChannel(
        user_id="1",
        tokens=XTokens(SecretStr("t")),
        client=client,
        clock=ManualClock(datetime(2026, 1, 1, tzinfo=UTC)),
    )

    figures = await x.insights("1")

    assert figures.shares == 5
    assert figures.likes == 5
    assert figures.comments is None
    assert "reply_count" in figures.missing
