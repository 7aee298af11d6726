"""The state of one simulated world: its records, its ids, and what time does to them."""

import hashlib
import math
from collections.abc import Callable, Iterator

from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.crowd import crowd_comment
from pressroom.simulator.growth import crowd_moment
from pressroom.simulator.records import Asset, Comment, Container, Platform, Post, Truth

X_EPOCH_MS = 1288834974657
CROWD_DAYS = 14 * 86400.0

Listener = Callable[[str, Post | Comment, str], None]
"""Told of (what, record, verb): what is 'comment', 'post' or 'mention'."""


class World:
    """All records, and the few changes that more than one platform makes to them."""

    def __init__(self, config: SimulatorConfig) -> None:
        self.config = config
        self.posts: dict[Platform, dict[str, Post]] = {"facebook": {}, "instagram": {}, "x": {}}
        self.comments: dict[str, Comment] = {}
        self.assets: dict[str, Asset] = {}
        self.containers: dict[str, Container] = {}
        self.truth: list[Truth] = []
        self.counter = 0
        self.last_tweet_id = 0
        self.revision = 0
        self.crowd = config.crowd_comments
        self.subscribed_fields: list[str] = []
        self.x_tokens: dict[str, str] = {}
        """OAuth 2.0 user tokens that refreshing gave out, each with its refresh token."""
        self.x_refresh_tokens: list[str] = [config.accounts.x_refresh_token]
        self.x_credits = config.x_credits
        self.listener: Listener = _ignore
        self._next_comment: dict[str, float] = {}
        """When somebody will next comment on a post; worked out once, not at every tick."""

    def changed(self) -> None:
        """Count a change, so that the state file is written before the answer goes out."""
        self.revision += 1

    def number(self) -> int:
        """The next number of this world; ids are made from it."""
        self.counter += 1
        return self.counter

    def new_id(self, prefix: str, width: int = 15) -> str:
        """A decimal id that starts with *prefix*: never given before, the same for one history."""
        count = self.number()
        salt = hashlib.sha256(f"{self.config.seed}:{prefix}:{count}".encode()).hexdigest()
        tail = str(int(salt[:12], 16) % 1000).zfill(3)
        return f"{prefix}{count:0{max(1, width - len(prefix) - 3)}d}{tail}"

    def tweet_id(self, now: float) -> str:
        """A snowflake of simulated time: later tweets always have greater ids."""
        self.last_tweet_id = self._free_tweet_id(max(self.last_tweet_id + 1, _snowflake(now)))
        return str(self.last_tweet_id)

    def past_tweet_id(self, at: float) -> str:
        """The id of a tweet that was there before, as its time gives it."""
        return str(self._free_tweet_id(_snowflake(at)))

    def _free_tweet_id(self, number: int) -> int:
        while str(number) in self.posts["x"] or str(number) in self.assets:
            number += 1
        return number

    def own_id(self, platform: Platform) -> str:
        """The account that publishes on *platform*."""
        accounts = self.config.accounts
        return {
            "facebook": accounts.page_id,
            "instagram": accounts.instagram_id,
            "x": accounts.x_user_id,
        }[platform]

    def go_live(self, post: Post, now: float) -> None:
        """Show a post to the world, for good, and write it into the truth."""
        post.standing = "live"
        post.live_at = now
        post.first_text = post.text
        reply = post.reply_to is not None
        if post.author_id == self.own_id(post.platform):
            media = [self._fingerprint(asset_id) for asset_id in post.asset_ids]
            kind = "reply" if reply else "post"
            self.truth.append(
                Truth(
                    post.platform,
                    "reply" if kind == "reply" else "post",
                    post.id,
                    post.text,
                    now,
                    media,
                    post.reply_to,
                    post.author_id,
                )
            )
        self.listener("post", post, "add")
        self.changed()

    def add_comment(self, comment: Comment) -> None:
        """Put a comment under its post; one of ours is written into the truth."""
        self.comments[comment.id] = comment
        if comment.author_id == self.own_id(comment.platform):
            self.truth.append(
                Truth(
                    comment.platform,
                    "reply",
                    comment.id,
                    comment.text,
                    comment.created_at,
                    [],
                    comment.parent_id or comment.post_id,
                    comment.author_id,
                )
            )
        self.listener("comment", comment, "add")
        self.changed()

    def live_posts(self, platform: Platform) -> Iterator[Post]:
        """The posts of *platform* that are live now, in the order they were made."""
        return (post for post in self.posts[platform].values() if post.standing == "live")

    def comments_of(self, post_id: str) -> list[Comment]:
        """The comments of a post that still exist, oldest first."""
        found = [c for c in self.comments.values() if c.post_id == post_id and not c.deleted]
        return sorted(found, key=lambda comment: comment.created_at)

    def replies_to(self, tweet_id: str) -> list[Post]:
        """The live tweets that answer *tweet_id*."""
        return [post for post in self.live_posts("x") if post.reply_to == tweet_id]

    def tick(self, now: float) -> None:
        """Let time have happened: scheduled posts go live, people comment."""
        for post in list(self.posts["facebook"].values()):
            if post.standing == "scheduled" and (post.scheduled_at or 0.0) <= now:
                self.go_live(post, post.scheduled_at or now)
        if self.crowd:
            for platform in ("facebook", "instagram", "x"):
                for post in list(self.live_posts(platform)):
                    self._let_people_comment(post, now)

    def _let_people_comment(self, post: Post, now: float) -> None:
        own = self.own_id(post.platform)
        if post.author_id != own or post.reply_to or not post.comments_enabled:
            return
        key = f"{post.platform}:{post.id}"
        born = post.live_at if post.live_at is not None else post.created_at
        while self._next_comment.get(key, 0.0) <= now:
            moment = crowd_moment(self.config, post, post.crowd_made)
            late = moment is None or moment > CROWD_DAYS
            self._next_comment[key] = math.inf if moment is None or late else born + moment
            if moment is None or self._next_comment[key] > now:
                return
            comment = crowd_comment(self.config, post, post.crowd_made, born + moment)
            post.crowd_made += 1
            if isinstance(comment, Post):
                self.posts["x"][comment.id] = comment
                self.listener("comment", comment, "add")
                self.changed()
            else:
                self.add_comment(comment)

    def _fingerprint(self, asset_id: str) -> str:
        asset = self.assets.get(asset_id)
        return asset.sha256 if asset else asset_id


def _snowflake(moment: float) -> int:
    return int(moment * 1000 - X_EPOCH_MS) << 22


def _ignore(what: str, record: Post | Comment, verb: str) -> None:
    """Nobody listens yet."""
