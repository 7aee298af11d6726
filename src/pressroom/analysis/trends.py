"""What moves people now: own posts, comments, mentions and feeds merged into scored trends."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from pressroom.analysis.keywords import Keyword, extract_keywords
from pressroom.domain.content import Trend, TrendSource

_HALF_LIFE: dict[TrendSource, timedelta] = {
    "comments": timedelta(days=7),
    "mentions": timedelta(days=4),
    "feed": timedelta(days=3),
    "own-posts": timedelta(days=45),
    "brief": timedelta(days=3650),
}
"""After how long a sign of interest counts by half: talk is quick, what works is slow."""

UNRELATED = 0.2
"""What is left of a trend that has nothing to do with the brief: it ranks below the brief's own
keywords, but a person may still see it."""


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A post of ours that people have seen, and how it did."""

    text: str
    engagement_rate: float
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Remark:
    """What someone said to us or about us."""

    text: str
    said_at: datetime
    source: Literal["comments", "mentions"] = "comments"
    author: str = ""
    """One voice is counted once; empty counts each remark as a voice of its own."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An entry of a news feed."""

    title: str
    summary: str = ""
    url: str = ""
    published_at: datetime | None = None
    feed: str = ""
    """The feed's name, for the evidence."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Everything that trends are read from; each part may be empty."""

    posts: Sequence[OwnPost] = ()
    remarks: Sequence[Remark] = ()
    items: Sequence[FeedItem] = ()
    keywords: Sequence[str] = ()
    """The brief's own."""
    brief: str = ""
    """The brief's title and message: what trends must have to do with."""
    language: str = ""


def find_trends(signals: Signals, *, now: datetime, limit: int = 8) -> list[Trend]:
    """The trends worth knowing for a brief, strongest first; at most *limit*.

    A score is the strength of the sign (0 to 1, halved with age) times its relevance to the
    brief (`UNRELATED` for none at all, to 1). The brief's own keywords are always there, weakly, so
    that an account without a past is not without a subject.
    """
    wanted = _stems([signals.brief, *signals.keywords], signals.language)
    found = [
        *_from_posts(signals, now),
        *_from_remarks(signals, now),
        *_from_feed(signals, now),
        *_from_brief(signals),
    ]
    scored = [
        trend.model_copy(update={"score": round(trend.score * _relevance(trend.topic, wanted), 4)})
        for trend in found
    ]
    return _merge(scored)[:limit]


def _stems(texts: Sequence[str], language: str) -> set[str]:
    """The words that matter, cut to five letters so that `bread` meets `breads`."""
    return {
        word[:5]
        for keyword in extract_keywords(texts, language=language, limit=60)
        for word in keyword.text.split()
    }


def _relevance(topic: str, wanted: set[str]) -> float:
    words = {word[:5] for word in topic.casefold().split()}
    if not wanted or not words:
        return UNRELATED
    return UNRELATED + (1 - UNRELATED) * min(1.0, len(words & wanted) / min(3, len(words)))


def _freshness(source: TrendSource, at: datetime | None, now: datetime) -> float:
    if at is None:
        return 0.5
    age = max(now - at, timedelta(0))
    return float(0.5 ** (age / _HALF_LIFE[source]))


def _from_posts(signals: Signals, now: datetime) -> Iterable[Trend]:
    """Subjects of posts that did better than the account's usual post."""
    posts = [post for post in signals.posts if math.isfinite(post.engagement_rate)]
    if len(posts) < 3:
        return
    usual = sorted(post.engagement_rate for post in posts)[len(posts) // 2]
    for keyword in extract_keywords([post.text for post in posts], language=signals.language):
        about = [post for post in posts if _mentions(post.text, keyword)]
        if not about:
            continue
        rate = sum(post.engagement_rate for post in about) / len(about)
        lift = (rate - usual) / usual if usual > 0 else 0.0
        # Few posts prove little: two as good as the best count like one that is half as good.
        strength = max(0.0, min(1.0, lift)) * len(about) / (len(about) + 2)
        if strength <= 0:
            continue
        newest = max(post.published_at for post in about)
        yield Trend(
            topic=keyword.text,
            source="own-posts",
            score=strength * _freshness("own-posts", newest, now),
            evidence=f"{len(about)} own posts, {rate:.1f} % engagement; usual is {usual:.1f} %",
        )


def _from_remarks(signals: Signals, now: datetime) -> Iterable[Trend]:
    """Subjects that several people bring up."""
    for source in ("comments", "mentions"):
        said = [remark for remark in signals.remarks if remark.source == source]
        for keyword in extract_keywords([one.text for one in said], language=signals.language):
            about = [remark for remark in said if _mentions(remark.text, keyword)]
            voices = {remark.author or str(at) for at, remark in enumerate(about)}
            if len(voices) < 2:
                continue
            fresh = sum(_freshness(remark.source, remark.said_at, now) for remark in about)
            strength = 1 - math.exp(-fresh * len(voices) / len(about) / 4)
            kind: TrendSource = "comments" if source == "comments" else "mentions"
            yield Trend(
                topic=keyword.text,
                source=kind,
                score=min(1.0, strength),
                evidence=f"{len(about)} {source} by {len(voices)} people",
            )


def _from_feed(signals: Signals, now: datetime) -> Iterable[Trend]:
    """Headlines, stronger where others say the same."""
    items = list(signals.items)
    keywords = extract_keywords([one.title for one in items], language=signals.language, limit=40)
    for item in items:
        shared = [one for one in keywords if one.count > 1 and _mentions(item.title, one)]
        echo = max((one.count for one in shared), default=1)
        strength = min(1.0, 0.5 + 0.15 * (echo - 1))
        also = f"; {echo} headlines on {shared[0].text}" if shared else ""
        yield Trend(
            topic=item.title[:200],
            source="feed",
            score=strength * _freshness("feed", item.published_at, now),
            evidence=f"{item.feed or 'feed'}: {item.title[:160]}{also}",
        )


def _from_brief(signals: Signals) -> Iterable[Trend]:
    told = list(signals.keywords)
    if not told:
        words = extract_keywords([signals.brief], language=signals.language, limit=3)
        told = [keyword.text for keyword in words]
    for at, keyword in enumerate(told[:5]):
        if keyword.strip():
            score = 0.1 - 0.01 * at
            yield Trend(topic=keyword.strip(), source="brief", score=score, evidence="the brief")


def _mentions(text: str, keyword: Keyword) -> bool:
    return keyword.text in " ".join(text.casefold().replace("#", " ").split())


def _merge(trends: Iterable[Trend]) -> list[Trend]:
    """One trend for each topic: the strongest, with the others' evidence beside its own."""
    merged: dict[str, Trend] = {}
    for trend in sorted(trends, key=lambda one: (-one.score, one.topic, one.source)):
        key = " ".join(trend.topic.casefold().split())
        if key not in merged:
            merged[key] = trend
        elif trend.source not in ("brief", merged[key].source):
            first = merged[key]
            score = min(1.0, round(first.score + 0.5 * trend.score, 4))
            both = f"{first.evidence}; {trend.evidence}"
            merged[key] = first.model_copy(update={"score": score, "evidence": both})
    return sorted(merged.values(), key=lambda one: (-one.score, one.topic))
