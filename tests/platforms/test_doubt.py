"""Whatever the wire does to the one visible call, the post ends up live exactly once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from pressroom.domain.effects import (
    FORGOTTEN,
    Absent,
    Draft,
    Found,
    NotSent,
    PublishOrder,
    Sent,
    Unknown,
    Unreadable,
)
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Channel

AN_HOUR = timedelta(hours=1)

ROUTES: dict[str, tuple[Platform, str, bool]] = {
    "facebook": ("facebook", "update_post", True),
    "facebook_direct": ("facebook", "create_post", False),
    "instagram": ("instagram", "publish_container", True),
    "x": ("x", "create_tweet", False),
}
"""For each channel: its platform, the visible operation, and whether absence is conclusive."""

ACTED = ("drop_after", "error_after", "malformed")
NOT_ACTED = ("drop_before", "error_before", "bad_gateway_html")


@dataclass
class Route:
    """One channel under test."""

    channel: Channel
    platform: Platform
    operation: str
    conclusive: bool
    order: PublishOrder

    async def prepare(self, draft: Draft | None = None) -> Draft:
        """The draft, which must come about."""
        prepared = await self.channel.prepare(self.order, draft or {})
        assert isinstance(prepared, dict), prepared
        return prepared


@pytest.fixture(params=list(ROUTES))
def route(
    request: pytest.FixtureRequest, order: Callable[..., Any], pictures: Callable[..., Any]
) -> Route:
    platform, operation, conclusive = ROUTES[request.param]
    channel = request.getfixturevalue(request.param)
    wanted = order(platform, media=(pictures(alt_text="A café at noon."),))
    return Route(channel, platform, operation, conclusive, wanted)


async def test_a_post_goes_out_and_is_found(route: Route, sim: Any) -> None:
    """The plain path: prepared invisibly, published once, read back by its own id."""
    draft = await route.prepare()
    assert sim.posts(route.platform) == []

    sent = await route.channel.publish(route.order, draft)
    seen = await route.channel.find(route.order, draft, AN_HOUR)

    assert isinstance(sent, Sent)
    assert isinstance(seen, Found)
    assert seen.platform_ref == sent.platform_ref == sim.posts(route.platform)[0]["id"]
    assert seen.copies == 1
    assert sent.permalink
    assert len(sim.posts(route.platform)) == 1


async def test_a_post_whose_draft_is_forgotten_is_found_by_its_words(
    route: Route, sim: Any
) -> None:
    """A database restored from an older copy has lost the ids: only the lists still tell."""
    unpublished = await route.channel.find(route.order, FORGOTTEN, AN_HOUR)
    sent = await route.channel.publish(route.order, await route.prepare())
    seen = await route.channel.find(route.order, FORGOTTEN, AN_HOUR)

    assert isinstance(unpublished, Absent)
    assert not unpublished.conclusive
    assert isinstance(sent, Sent)
    assert isinstance(seen, Found)
    assert seen.platform_ref == sent.platform_ref


@pytest.mark.parametrize("route", ["facebook", "instagram"], indirect=True)
async def test_without_words_and_draft_nobody_guesses(route: Route) -> None:
    """Another picture without a caption is not ours: taking it for ours would lose the post."""
    bare = route.order.model_copy(update={"text": ""})
    nothing = await route.channel.find(bare, FORGOTTEN, AN_HOUR)
    draft = await route.channel.prepare(bare, {})
    assert isinstance(draft, dict)
    await route.channel.publish(bare, draft)

    assert isinstance(nothing, Absent)
    assert isinstance(await route.channel.find(bare, FORGOTTEN, AN_HOUR), Unreadable)


async def test_what_is_not_published_is_not_found(route: Route) -> None:
    """Only where the platform itself vouches for it is absence conclusive."""
    draft = await route.prepare()

    seen = await route.channel.find(route.order, draft, AN_HOUR)

    assert isinstance(seen, Absent)
    assert seen.conclusive is route.conclusive


@pytest.mark.parametrize("action", ACTED)
async def test_a_lost_answer_after_acting_is_resolved_by_reading(
    route: Route, sim: Any, action: str
) -> None:
    """The answer is lost but the post is live: it is found, never sent again."""
    draft = await route.prepare()
    sim.fault(route.platform, route.operation, action)

    outcome = await route.channel.publish(route.order, draft)
    seen = await route.channel.find(route.order, draft, AN_HOUR)

    assert isinstance(outcome, Unknown)
    assert isinstance(seen, Found)
    assert seen.platform_ref == sim.posts(route.platform)[0]["id"]
    assert len(sim.posts(route.platform)) == 1


@pytest.mark.parametrize("action", NOT_ACTED)
async def test_a_lost_answer_before_acting_is_unknown_too(
    route: Route, sim: Any, action: str
) -> None:
    """From here both look the same; reading shows that nothing is there, and it goes out."""
    draft = await route.prepare()
    sim.fault(route.platform, route.operation, action)

    outcome = await route.channel.publish(route.order, draft)
    seen = await route.channel.find(route.order, draft, AN_HOUR)
    again = await route.channel.publish(route.order, await route.prepare(draft))

    assert isinstance(outcome, Unknown)
    assert isinstance(seen, Absent)
    assert isinstance(again, Sent)
    assert len(sim.posts(route.platform)) == 1


async def test_a_call_carried_out_late_is_not_doubled(route: Route, sim: Any) -> None:
    """The platform acts after we gave up: a second try is harmless, or found in time."""
    draft = await route.prepare()
    sim.fault(route.platform, route.operation, "late", seconds=60, simulated=True)

    outcome = await route.channel.publish(route.order, draft)
    early = await route.channel.find(route.order, draft, AN_HOUR)
    if route.conclusive:  # the platform vouches for it: tried again at once
        await route.channel.publish(route.order, await route.prepare(draft))
    sim.advance(timedelta(minutes=3))
    late = await route.channel.find(route.order, draft, AN_HOUR)

    assert isinstance(outcome, Unknown)
    assert isinstance(early, Absent)
    assert isinstance(late, Found)
    assert len(sim.posts(route.platform)) == 1


async def test_publishing_twice_makes_one_post(route: Route, sim: Any) -> None:
    """Even a caller that forgets the ledger cannot post twice with one draft."""
    draft = await route.prepare()

    await route.channel.publish(route.order, draft)
    second = await route.channel.publish(route.order, draft)

    assert isinstance(second, Sent | Unknown)
    assert len(sim.posts(route.platform)) == 1


async def test_a_throttled_call_published_nothing(route: Route, sim: Any) -> None:
    """Throttling is certain: the same draft goes out later."""
    draft = await route.prepare()
    sim.fault(route.platform, route.operation, "throttle", seconds=120)

    outcome = await route.channel.publish(route.order, draft)
    sim.advance(timedelta(minutes=3))
    again = await route.channel.publish(route.order, draft)

    assert isinstance(outcome, NotSent)
    assert outcome.retry_after is not None
    assert timedelta(0) < outcome.retry_after <= timedelta(minutes=2)
    assert isinstance(again, Sent)
    assert len(sim.posts(route.platform)) == 1


async def test_a_list_that_cannot_be_read_says_nothing(route: Route, sim: Any) -> None:
    """A failed look is no evidence of absence."""
    draft = await route.prepare()
    sim.fault(route.platform, "*", "error_before", times=0)

    seen = await route.channel.find(route.order, draft, AN_HOUR)

    assert type(seen).__name__ == "Unreadable"


async def test_a_prepared_draft_is_used_again(route: Route, sim: Any) -> None:
    """What an earlier attempt uploaded is not uploaded a second time."""
    first = await route.prepare()
    uploads = _writes(sim)

    second = await route.prepare(dict(first))

    assert second == first
    assert _writes(sim) == uploads


async def test_the_preview_is_what_is_sent(route: Route, sim: Any) -> None:
    """A dry run shows the very requests of the real run, ids apart."""
    shown = route.channel.preview(route.order)
    await route.channel.publish(route.order, await route.prepare())

    sent = {(r["method"], _shape(r["path"])) for r in sim.requests() if r["method"] == "POST"}
    wanted = {
        (s.method, _shape(s.url.removeprefix(sim.base_url))) for s in shown if s.method == "POST"
    }
    assert sent == wanted
    for request in (r for r in sim.requests() if r["method"] == "POST"):
        keys = set(request["params"]) - {"appsecret_proof"} | set(request["json"] or {})
        keys |= set(request["files"])
        assert any(keys == set(s.body) for s in shown), request


def _writes(sim: Any) -> int:
    return sum(request["method"] == "POST" for request in sim.requests())


def _shape(path: str) -> str:
    """*path* with ids and placeholders made equal."""
    return re.sub(r"(?<=/)(\d{4}[\d_]*|\{[^}]*\})", "ID", path)
