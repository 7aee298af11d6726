"""What is special about X: rewritten texts, refused doubles, alt text, short-lived tokens."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from pressroom.domain.effects import Absent, Found, NotSent, Refused, Sent, Unknown, Unreadable
from pressroom.errors import ChannelRefused
from pressroom.platforms.usage import UsageReading
from pressroom.platforms.x_tokens import XTokens

AN_HOUR = timedelta(hours=1)

TEXTS = [
    "Tom & Jerry <3 say &amp; and &copy=1",
    "Read https://example.org/a/?x=1&copy=2#part, then example.org!",
    "Two  spaces\nand a line, café decomposed: cafe\u0301",
    "https://www.example.org/ at the start",
    "Xin chào thế giới 🇻🇳 👩‍👩‍👧 日本語",
]


@pytest.mark.parametrize("text", TEXTS)
async def test_a_rewritten_text_is_recognised(
    sim: Any, x: Any, order: Any, pictures: Any, text: str
) -> None:
    """X shortens links, escapes signs and appends the picture's link; it is still our post."""
    wanted = order("x", text, media=(pictures(),))
    sent = await x.publish(wanted, await x.prepare(wanted, {}))

    seen = await x.find(wanted, {}, AN_HOUR)

    assert isinstance(seen, Found)
    assert seen.platform_ref == sent.platform_ref


async def test_another_text_is_not_ours(x: Any, order: Any) -> None:
    """A post that differs in its link is another post."""
    shown = order("x", "Read https://example.org/a")
    await x.publish(shown, {})

    seen = await x.find(order("x", "Read https://example.org/b"), {}, AN_HOUR)

    assert isinstance(seen, Absent)
    assert not seen.conclusive


async def test_a_refused_duplicate_is_looked_up(x: Any, order: Any) -> None:
    """`duplicate content` may mean our own lost post: it is found, not failed."""
    wanted = order("x")
    first = await x.publish(wanted, {})

    outcome = await x.publish(wanted, {})
    seen = await x.find(wanted, {}, AN_HOUR)

    assert isinstance(outcome, Unknown)
    assert isinstance(seen, Found)
    assert seen.platform_ref == first.platform_ref


async def test_pictures_carry_alt_text_and_disclosure(
    sim: Any, x: Any, order: Any, pictures: Any
) -> None:
    """Alt text is set before the post shows; a model's picture is disclosed."""
    media = (pictures("a.jpg", alt_text="A café.", ai_generated=True), pictures("b.png", shade=9))
    wanted = order("x", media=media)

    await x.publish(wanted, await x.prepare(wanted, {}))

    [alt] = sim.requests("x.media_metadata")
    assert alt["json"]["metadata"]["alt_text"]["text"] == "A café."
    [post] = sim.requests("x.create_tweet")
    assert post["json"]["made_with_ai"] is True
    assert len(post["json"]["media"]["media_ids"]) == 2


async def test_a_failed_alt_text_is_made_up_for(
    sim: Any, x: Any, order: Any, pictures: Any
) -> None:
    """The upload is kept; only the alt text is sent again, and no post goes out without it."""
    wanted = order("x", media=(pictures(alt_text="A café."),))
    sim.fault("x", "media_metadata", "error_before")
    draft: dict[str, Any] = {}

    first = await x.prepare(wanted, draft)
    second = await x.prepare(wanted, draft)

    assert isinstance(first, NotSent)
    assert isinstance(second, dict)
    assert len(sim.requests("x.upload_media")) == 1
    assert len(sim.requests("x.media_metadata")) == 2


async def test_an_upload_that_ran_out_is_made_again(
    sim: Any, x: Any, order: Any, pictures: Any
) -> None:
    """Uploads live a day; an order that waited longer uploads anew."""
    wanted = order("x", media=(pictures(),))
    old = await x.prepare(wanted, {})
    old = {"media": {sha: dict(entry) for sha, entry in old["media"].items()}}
    sim.advance(timedelta(hours=24))

    new = await x.prepare(wanted, {"media": dict(old["media"])})

    assert new != old
    assert isinstance(await x.publish(wanted, new), Sent)


async def test_a_post_without_its_pictures_is_not_sent(x: Any, order: Any, pictures: Any) -> None:
    """A draft that lacks an upload never becomes a bare text."""
    outcome = await x.publish(order("x", media=(pictures(),)), {})

    assert isinstance(outcome, NotSent)


async def test_a_reply_that_x_does_not_allow_is_refused(
    sim: Any, x: Any, order: Any, reply_order: Any
) -> None:
    """Self-serve apps answer only who mentioned them; the refusal says so."""
    sent = await x.publish(order("x"), {})
    sim.fault(
        "x",
        "create_tweet",
        "refuse",
        status=403,
        message="Reply to this conversation is not allowed because you have not been mentioned",
    )

    outcome = await x.answering.send(reply_order("x", sent.platform_ref), again=False)

    assert isinstance(outcome, Refused)
    assert "mention" in outcome.fix


async def test_a_reply_is_no_copy_of_the_post(
    sim: Any, x: Any, order: Any, reply_order: Any
) -> None:
    """The same words below another post are not the post that we look for."""
    first = await x.publish(order("x", "First"), {})
    await x.answering.send(reply_order("x", first.platform_ref, "Our words"), again=False)

    seen = await x.find(order("x", "Our words"), {}, AN_HOUR)

    assert isinstance(seen, Absent)


async def test_figures_come_in_one_shape(sim: Any, x: Any, order: Any) -> None:
    """Reposts and quotes are shares, impressions are views, link clicks are clicks."""
    sent = await x.publish(order("x"), {})
    sim.advance(timedelta(days=2))

    figures = await x.insights(sent.platform_ref)

    assert figures.likes > 0
    assert figures.views > 0
    assert figures.reach is None
    assert figures.clicks is not None


async def test_clicks_end_after_thirty_days(sim: Any, x: Any, order: Any) -> None:
    """X shows them for 30 days; afterwards they are missing, not zero."""
    sent = await x.publish(order("x"), {})
    sim.advance(timedelta(days=40))

    figures = await x.insights(sent.platform_ref)

    assert figures.clicks is None
    assert "url_link_clicks" in figures.missing
    assert figures.likes is not None


async def test_a_post_that_is_gone_has_no_figures(x: Any) -> None:
    """X answers 200 with errors; that is a refusal all the same."""
    with pytest.raises(ChannelRefused):
        await x.insights("1")


async def test_an_ended_token_is_renewed_before_anything_is_sent(
    sim: Any, x_with: Callable[..., Any], order: Any, pictures: Any
) -> None:
    """Invisible calls go on with the new token; the pair is written away at once."""
    kept: list[XTokens] = []

    async def keep(tokens: XTokens) -> None:
        kept.append(tokens)

    sim.token("sim-x-token", "expired")
    pair = XTokens(SecretStr("sim-x-token"), SecretStr("sim-x-refresh"))
    x = x_with(tokens=pair, client_id="sim-x-client", keep_tokens=keep)

    draft = await x.prepare(order("x", media=(pictures(),)), {})

    assert isinstance(draft, dict)
    assert len(kept) == 1
    assert kept[0].refresh != pair.refresh
    assert kept[0].expires_at is not None
    assert isinstance(await x.publish(order("x", media=(pictures(),)), draft), Sent)


async def test_the_visible_call_is_not_repeated_even_after_a_401(
    sim: Any, x_with: Callable[..., Any], order: Any
) -> None:
    """The token is renewed, and the ledger is told that nothing was sent."""
    sim.token("sim-x-token", "expired")
    pair = XTokens(SecretStr("sim-x-token"), SecretStr("sim-x-refresh"))
    x = x_with(tokens=pair, client_id="sim-x-client")

    first = await x.publish(order("x"), {})
    tries = len(sim.requests("x.create_tweet"))
    second = await x.publish(order("x"), {})

    assert isinstance(first, NotSent)
    assert tries == 1
    assert isinstance(second, Sent)
    assert len(sim.posts("x")) == 1


async def test_a_token_about_to_end_is_renewed_in_time(
    sim: Any, x_with: Callable[..., Any], order: Any
) -> None:
    """Where the end is known no call is wasted on a 401."""
    ends = sim.clock.now() + timedelta(minutes=1)
    pair = XTokens(SecretStr("sim-x-token"), SecretStr("sim-x-refresh"), ends)
    x = x_with(tokens=pair, client_id="sim-x-client")

    sent = await x.publish(order("x"), {})

    assert isinstance(sent, Sent)
    assert len(sim.requests("x.refresh_token")) == 1
    assert len(sim.requests("x.create_tweet")) == 1


async def test_a_refresh_token_that_is_used_up_asks_for_a_person(
    sim: Any, x_with: Callable[..., Any], order: Any
) -> None:
    """Single use means single use: a second exchange needs a sign-in."""
    sim.token("sim-x-token", "expired")
    pair = XTokens(SecretStr("sim-x-token"), SecretStr("used-up"))
    x = x_with(tokens=pair, client_id="sim-x-client")

    outcome = await x.publish(order("x"), {})

    assert isinstance(outcome, Refused)
    assert "Sign in" in outcome.fix


async def test_without_a_refresh_token_the_refusal_says_what_to_do(
    sim: Any, x: Any, order: Any
) -> None:
    """A 401 with nothing to renew is for a person."""
    sim.token("sim-x-token", "expired")

    outcome = await x.publish(order("x"), {})

    assert isinstance(outcome, Refused)
    assert outcome.fix


async def test_reading_windows_do_not_close_publishing(
    sim: Any, x_with: Callable[..., Any], order: Any
) -> None:
    """X counts each operation apart: a used-up list must not stop posts."""
    readings: list[UsageReading] = []

    async def hook(reading: UsageReading) -> None:
        readings.append(reading)

    x = x_with(on_usage=hook)
    sim.fault("x", "user_tweets", "throttle", seconds=60)

    await x.find(order("x"), {}, AN_HOUR)
    await x.publish(order("x"), {})

    assert {r.operation for r in readings} == {"x.posts", "x.post"}
    assert not any("publish" in r.closes for r in readings)


async def test_credentials_are_proved_by_the_username(x: Any) -> None:
    """The doctor shows the account by the name that people know."""
    assert await x.whoami() == "@sim_brand"


async def test_a_token_of_another_account_proves_nothing_by_what_it_does_not_show(
    sim: Any, order: Any, x_with: Callable[..., Any]
) -> None:
    """Reading a stranger's timeline would call a live post absent, and send it again."""
    sim.fault("x", "create_tweet", "drop_after")
    sim.stranger("x", "77")
    mistaken = x_with(user_id="77")
    await mistaken.publish(order("x"), {})

    seen = await mistaken.find(order("x"), {}, timedelta(minutes=5))

    assert isinstance(seen, Unreadable)
    assert "twitter.user_id" in seen.why
    with pytest.raises(ChannelRefused, match="belongs to @sim_brand"):
        await mistaken.whoami()
