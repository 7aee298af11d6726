"""A pressroom that listens: simulated platforms, real webhooks over HTTP, and people who write."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from pressroom import Pressroom
from pressroom.domain.comment import Comment, CommentRef
from pressroom.server.serving import serving
from pressroom.server.webhooks import open_door, webhook_app
from pressroom.storage.comments import get_comments, recent_comments
from pressroom.storage.inbox import count_inbox
from pressroom.tools.receive import ReceiveReport
from tests.newsroom import NOON, Newsroom

VERIFY_TOKEN = "letmein"


def listening_settings(newsroom: Newsroom) -> dict[str, Any]:
    """The sections of the settings that webhooks need besides the usual ones."""
    accounts, url = newsroom.server.config.accounts, newsroom.server.base_url
    return {
        "facebook": {
            "page_id": accounts.page_id,
            "page_token": accounts.page_token,
            "app_secret": accounts.app_secret,
            "verify_token": VERIFY_TOKEN,
            "base_url": url,
        }
    }


@dataclass(frozen=True)
class Listening:
    """An open pressroom, the address of its webhooks, and the people on the platforms."""

    newsroom: Newsroom
    room: Pressroom
    url: str
    http: httpx.AsyncClient

    async def subscribe(self, **hook: Any) -> None:
        """Let the platforms deliver to us, in the manner of *hook*."""
        body = {"url": f"{self.url}/webhook/facebook", "verify_token": VERIFY_TOKEN, **hook}
        await self._ask("POST", "webhooks", body)

    async def post(self, platform: str = "facebook", **more: Any) -> str:
        """A live post of ours."""
        answer = await self._ask("POST", "posts", {"platform": platform, "text": "Open", **more})
        return str(answer["id"])

    async def say(self, text: str, platform: str = "facebook", **more: Any) -> str:
        """Somebody comments; the comment's id."""
        answer = await self._ask("POST", "comments", {"platform": platform, "text": text, **more})
        return str(answer["id"])

    async def edit(self, comment: str, text: str) -> None:
        """Its writer changes it."""
        await self._ask("PATCH", "comments", {"id": comment, "text": text})

    async def remove(self, comment: str) -> None:
        """Its writer takes it back."""
        await self._ask("DELETE", "comments", {"id": comment})

    async def hide(self, comment: str, hidden: bool = True) -> None:
        """A moderator hides it on Facebook itself."""
        token = self.newsroom.server.config.accounts.page_token
        data = {"is_hidden": str(hidden).lower(), "access_token": token}
        path = f"{self.newsroom.server.base_url}/v25.0/{comment}"
        (await self.http.post(path, data=data)).raise_for_status()

    async def flush(self) -> dict[str, Any]:
        """Wait until everything that waits is delivered."""
        return await self._ask("POST", "webhooks/flush", {})

    async def receive(self, passes: int = 10) -> ReceiveReport:
        """Work the inbox off until nothing is due; the last pass that had work."""
        last = ReceiveReport()
        for _ in range(passes):
            report = await self.room.receive()
            if not report.taken:
                break
            last = report
        return last

    async def known(self) -> dict[str, Comment]:
        """What is on record and not ours, by its text without our handle."""
        async with self.room.ports.store.read() as session:
            found = await recent_comments(session, NOON.replace(year=2000), 5000)
        return {comment.message.removeprefix("@sim_brand "): comment for comment in found}

    async def comment(self, platform: str, own_id: str) -> Comment | None:
        """One comment on record."""
        ref = CommentRef(platform, own_id)  # type: ignore[arg-type]
        async with self.room.ports.store.read() as session:
            return (await get_comments(session, [ref])).get(ref)

    async def inbox(self) -> dict[str, int]:
        """How many rows of the inbox have each status."""
        async with self.room.ports.store.read() as session:
            return dict(await count_inbox(session))

    async def _ask(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        url = f"{self.newsroom.server.base_url}/_sim/{path}"
        answer = await self.http.request(method, url, json=body)
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found


@asynccontextmanager
async def listening_at(newsroom: Newsroom, **changes: Any) -> AsyncIterator[Listening]:
    """A pressroom in *newsroom* whose webhooks answer over HTTP."""
    settings = {**listening_settings(newsroom), **changes}
    async with (
        newsroom.open(**settings) as room,
        serving(
            webhook_app(open_door(room.settings, room.ports.store)), host="127.0.0.1", port=0
        ) as url,
        httpx.AsyncClient(trust_env=False, timeout=30) as http,
    ):
        yield Listening(newsroom, room, url, http)
