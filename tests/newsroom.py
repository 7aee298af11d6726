"""A newsroom to test in: simulated platforms over real HTTP, and pressrooms that point at them."""

import json
import re
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from PIL import Image

from pressroom import Brief, Pressroom, Settings
from pressroom.cli.simulated import serving, settings_text
from pressroom.clock import ManualClock
from pressroom.domain.effects import FINAL
from pressroom.platforms.media_host import media_app
from pressroom.simulator import SimulatorConfig, SimulatorServer

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ALL = ("facebook", "instagram", "x")
MESSAGE = "Our night market opens on Friday at six: 40 stalls, live music, free entry."
BRAND = """\
name: Harbour Lane Market
website: https://harbourlane.example
hashtags: [HarbourLane]
banned_words: [cheapskate]
"""
VISIBLE = {"facebook": "update_post", "instagram": "publish_container", "x": "create_tweet"}
"""The simulator's operation that makes a post visible."""


@dataclass(frozen=True)
class Newsroom:
    """Simulated platforms, a folder, and settings for pressrooms that live in it."""

    server: SimulatorServer
    pictures: str
    home: Path
    clock: ManualClock | None
    """Where time stands; None where the machine's time runs."""

    def settings(self, **changes: Any) -> Settings:
        """Settings of a pressroom here; *changes* replace whole sections. Gemini is off."""
        accounts, url = self.server.config.accounts, self.server.base_url
        values: dict[str, Any] = {
            "home": self.home,
            "brand_file": self.home / "brand.yaml",
            "facebook": {
                "page_id": accounts.page_id,
                "page_token": accounts.page_token,
                "base_url": url,
            },
            "instagram": {
                "user_id": accounts.instagram_id,
                "token": accounts.instagram_token,
                "base_url": url,
            },
            "twitter": {
                "user_id": accounts.x_user_id,
                "access_token": accounts.x_access_token,
                "base_url": url,
            },
            "media": {"public_base_url": self.pictures},
        }
        return Settings(**{**values, **changes})

    def settings_file(self) -> Path:
        """The same settings in a file, for another process."""
        accounts, url = self.server.config.accounts, self.server.base_url
        file = self.home / "pressroom.toml"
        text = settings_text(accounts, url=url, pictures=self.pictures, home=str(self.home))
        file.write_text(f'brand_file = "{self.home / "brand.yaml"}"\n{text}', encoding="utf-8")
        return file

    @property
    def gemini(self) -> dict[str, Any]:
        """The settings section that switches the simulated Gemini on."""
        return {
            "api_key": self.server.config.accounts.gemini_key,
            "base_url": self.server.base_url,
        }

    def open(
        self, *, at: ManualClock | None = None, **changes: Any
    ) -> AbstractAsyncContextManager[Pressroom]:
        """A pressroom here, on this newsroom's clock or the one given."""
        return Pressroom.open(self.settings(**changes), clock=at or self.clock)

    def fault(self, platform: str, operation: str, action: str, **more: Any) -> None:
        """Let the platform misbehave the next time that operation is called."""
        answer = httpx.post(
            f"{self.server.base_url}/_sim/faults",
            json={"platform": platform, "operation": operation, "action": action, **more},
        )
        answer.raise_for_status()

    def post(self, platform: str, text: str = "A post of ours") -> str:
        """The id of a post of ours that was there before."""
        return str(self._post("posts", {"platform": platform, "text": text})["id"])

    def comment(self, platform: str, text: str = "When do you open?", **more: Any) -> str:
        """The id of a comment by somebody (or by *author_id*) below our newest post."""
        return str(self._post("comments", {"platform": platform, "text": text, **more})["id"])

    def person_answers(self, platform: str, comment_id: str, text: str = "Tom here: six.") -> str:
        """The id of an answer that somebody of the brand gives on the platform itself."""
        own = self.own_ids[platform]
        return self.comment(platform, text, parent_id=comment_id, author_id=own)

    def edit_comment(self, comment_id: str, text: str) -> None:
        """Let its author change a comment."""
        body = {"id": comment_id, "text": text}
        httpx.patch(f"{self.server.base_url}/_sim/comments", json=body).raise_for_status()

    def remove_comment(self, comment_id: str) -> None:
        """Let its author take a comment back."""
        url = f"{self.server.base_url}/_sim/comments"
        httpx.request("DELETE", url, json={"id": comment_id}).raise_for_status()

    @property
    def own_ids(self) -> dict[str, str]:
        """The id of our account on each platform."""
        accounts = self.server.config.accounts
        return {
            "facebook": accounts.page_id,
            "instagram": accounts.instagram_id,
            "x": accounts.x_user_id,
        }

    def answers(self, text: str | None = None) -> list[dict[str, Any]]:
        """Every answer of ours that was ever live, by the platforms' own books, with *text*."""
        found: list[dict[str, Any]] = self._get("truth")["replies"]
        return [answer for answer in found if text is None or answer["text"] == text]

    def hidden(self) -> list[str]:
        """The ids of the comments that are hidden now."""
        return [c["id"] for c in self._get("comments")["comments"] if c["hidden"]]

    def clear_faults(self) -> None:
        """Let every platform behave again."""
        httpx.delete(f"{self.server.base_url}/_sim/faults").raise_for_status()

    def truth(self) -> list[dict[str, Any]]:
        """Every post that was ever live, by the platforms' own books."""
        posts: list[dict[str, Any]] = self._get("truth")["posts"]
        return posts

    def live_on(self) -> list[str]:
        """The platform of every post that was ever live, sorted."""
        return sorted(post["platform"] for post in self.truth())

    def requests(self, *platforms: str) -> list[dict[str, Any]]:
        """What was sent to these platforms (none named: to all), oldest first."""
        found: list[dict[str, Any]] = self._get("requests")["requests"]
        wanted = platforms or ALL
        return [r for r in found if str(r.get("operation")).partition(".")[0] in wanted]

    def asked(self) -> int:
        """How often Gemini was asked."""
        return len(self.requests("gemini"))

    def pass_time(self, delay: timedelta) -> None:
        """Move our clock and the platforms' on."""
        assert self.clock is not None, "the machine's time cannot be moved"
        self.clock.advance(delay)
        answer = httpx.post(
            f"{self.server.base_url}/_sim/clock", json={"advance_seconds": delay.total_seconds()}
        )
        answer.raise_for_status()

    async def settle(self, room: Pressroom, *, sweeps: int = 8) -> None:
        """Sweep every two minutes until no effect is open, *sweeps* times at most."""
        for _ in range(sweeps):
            if all(effect.status in FINAL for effect in await room.effects()):
                break
            self.pass_time(timedelta(minutes=2))
            await room.sweep()

    def _post(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = httpx.post(f"{self.server.base_url}/_sim/{what}", json=body)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    def _get(self, what: str) -> dict[str, Any]:
        answer = httpx.get(f"{self.server.base_url}/_sim/{what}")
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


@contextmanager
def open_newsroom(home: Path, *, clock: ManualClock | None) -> Iterator[Newsroom]:
    """A newsroom in *home*; with a *clock*, the platforms' time stands still too."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "brand.yaml").write_text(BRAND, encoding="utf-8")
    config = SimulatorConfig(
        start_at=clock.now() if clock else None, frozen=clock is not None, crowd_comments=False
    )
    media = home / "media"
    media.mkdir(exist_ok=True)
    with SimulatorServer(config) as server, serving(media_app(media), "127.0.0.1", 0) as pictures:
        yield Newsroom(server, pictures, home, clock)


def a_brief(**changes: Any) -> Brief:
    """A brief for three platforms, to go out at once, with one picture each."""
    values: dict[str, Any] = {
        "title": "Night market",
        "message": MESSAGE,
        "platforms": ALL,
        "publish_now": True,
        "variants": 1,
    }
    return Brief(**{**values, **changes})


def a_picture(path: Path, *, colour: tuple[int, int, int] = (29, 53, 87)) -> Path:
    """A picture of one colour at *path*, that every platform takes."""
    Image.new("RGB", (1080, 1080), colour).save(path)
    return path


def is_as_shown(preview: Any, request: dict[str, Any]) -> bool:
    """Whether *request* is what *preview* said would be sent, ids of earlier answers filled in."""
    sent = request["json"] if preview.encoding == "json" else dict(request["params"])
    body = dict(preview.body)
    for name, file in request["files"].items():
        if not str(body.pop(name, "")).endswith(f", {file['bytes']} bytes>"):
            return False
    return (
        preview.method == request["method"]
        and _fits(urlsplit(preview.url).path, request["path"])
        and _fits(json.dumps(body, sort_keys=True), json.dumps(sent, sort_keys=True))
    )


def _fits(shown: str, sent: str) -> bool:
    """Whether the texts are the same, where `{photo 1}` and the like stand for any id."""
    parts = re.split(r"(\{[a-z]+(?: \d+)?\})", shown)
    pattern = "".join(r"[0-9_]+" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.fullmatch(pattern, sent) is not None
