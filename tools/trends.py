"""The `gather_trends` tool: what moves people now, from own posts, remarks and news feeds."""

import asyncio
import calendar
import html
import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, Field

from pressroom.analysis.trends import FeedItem, OwnPost, Remark, Signals, find_trends
from pressroom.domain.content import Trend

MOST_BYTES = 2_000_000
MOST_ITEMS = 40
"""Of each feed, newest first as feeds are."""
WHOLE_FEED_SECONDS = 20.0
"""For one feed with its redirects, however slowly it trickles."""

# Not compressed: a few kilobytes could unpack to gigabytes before anyone counts them.
_HEADERS = {"accept": "application/rss+xml, */*;q=0.5", "accept-encoding": "identity"}
_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@|(?<=[^?])\?.*")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


class TrendsInput(BaseModel):
    """Where to look for trends, and for what."""

    model_config = ConfigDict(frozen=True)

    title: str = ""
    message: str = ""
    """The brief's: trends are weighed by what they have to do with it."""
    keywords: tuple[str, ...] = ()
    language: str = ""
    feeds: tuple[str, ...] = Field(default=(), max_length=20)
    """RSS or Atom feeds: http(s) addresses, or paths of files."""
    posts: tuple[OwnPost, ...] = ()
    """Own posts of the last months, with how they did."""
    remarks: tuple[Remark, ...] = ()
    """Recent comments and mentions."""
    limit: int = Field(default=8, ge=1, le=20)


class Trends(BaseModel):
    """The trends found, and what could not be read."""

    model_config = ConfigDict(frozen=True)

    trends: tuple[Trend, ...]
    """Strongest first."""
    notes: tuple[str, ...] = ()
    """One line for each feed that was left out, with the reason."""


async def gather_trends(request: TrendsInput, *, web: httpx.AsyncClient, now: datetime) -> Trends:
    """The subjects that move people now and have to do with the brief, each with its evidence.

    It reads the feeds, and takes own posts and remarks as they are given. A feed that cannot
    be read is a note and never a failure. Whatever a feed says is kept as plain, short text.
    *web* is a client of `pressroom.tools.web.open_web`, which reaches public addresses only.
    """
    read = await asyncio.gather(*(_read_feed(feed, web) for feed in dict.fromkeys(request.feeds)))
    signals = Signals(
        posts=request.posts,
        remarks=request.remarks,
        items=[item for items, _ in read for item in items],
        keywords=request.keywords,
        brief=f"{request.title}. {request.message}",
        language=request.language,
    )
    found = find_trends(signals, now=now, limit=request.limit)
    return Trends(trends=tuple(found), notes=tuple(note for _, note in read if note))


class _Unreadable(Exception):
    """Why a feed was left out."""


async def _read_feed(feed: str, web: httpx.AsyncClient) -> tuple[list[FeedItem], str]:
    """The feed's items, and a note where there are none to be had."""
    # Without a password or key of the address: notes are shown, and kept with the run.
    name = plain(_CREDENTIALS.sub("", feed), 100)
    try:
        if "://" not in feed:
            data = await asyncio.to_thread(_read_file, Path(feed))
        else:
            async with asyncio.timeout(WHOLE_FEED_SECONDS):
                data = await _fetch(feed, web)
        return await asyncio.to_thread(_parse, data), ""
    except _Unreadable as err:
        return [], f"Feed {name}: {err}."
    except TimeoutError:
        return [], f"Feed {name}: no answer in time."
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as err:
        return [], f"Feed {name}: {plain(str(err), 120) or type(err).__name__}."


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as err:
        raise _Unreadable(f"the file cannot be read ({type(err).__name__})") from err
    if len(data) > MOST_BYTES:
        raise _Unreadable(f"it is larger than {MOST_BYTES:,} bytes")
    return data


async def _fetch(url: str, web: httpx.AsyncClient) -> bytes:
    if not url.lower().startswith(("http://", "https://")):
        raise _Unreadable("only http and https addresses are read")
    data = b""
    async with web.stream("GET", url, headers=_HEADERS) as reply:
        if reply.status_code != 200:
            raise _Unreadable(f"it answered HTTP {reply.status_code}")
        if reply.headers.get("content-encoding", "identity") != "identity":
            raise _Unreadable("it came compressed, though plain text was asked for")
        async for chunk in reply.aiter_raw():
            data += chunk
            if len(data) > MOST_BYTES:
                raise _Unreadable(f"it is larger than {MOST_BYTES:,} bytes")
    return data


def _parse(data: bytes) -> list[FeedItem]:
    import feedparser  # noqa: PLC0415 - slow to import, and most runs read no feed

    # Bytes in a file object: given a string, feedparser would open it as a path or an address.
    parsed: Mapping[str, Any] = feedparser.parse(io.BytesIO(data))
    items = list(_items(parsed))[:MOST_ITEMS]
    if not items:
        raise _Unreadable("it holds no entries that can be read")
    return items


def _items(parsed: Mapping[str, Any]) -> Iterator[FeedItem]:
    feed = plain(str(parsed.get("feed", {}).get("title", "")), 80)
    for entry in parsed.get("entries", []):
        title = plain(str(entry.get("title", "")), 200)
        if not title:
            continue
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        yield FeedItem(
            title=title,
            summary=plain(str(entry.get("summary", "")), 500),
            url=plain(str(entry.get("link", "")), 500),
            published_at=_instant(when),
            feed=feed,
        )


def _instant(when: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC) if when else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def plain(text: str, most: int) -> str:
    """*text* on one line of at most *most* characters, without markup and invisible characters."""
    bare = _TAG.sub(" ", html.unescape(_TAG.sub(" ", text)))
    line = " ".join(_INVISIBLE.sub(" ", bare).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
