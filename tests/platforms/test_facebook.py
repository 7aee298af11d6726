"""What is special about a Page: staged photos, drafts, the scheduler, figures by name."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from pressroom.domain.effects import Absent, Found, NotSent, Refused, Sent, Unknown
from pressroom.errors import ChannelRefused, ChannelUnavailable
from pressroom.platforms.graph import GraphApi

AN_HOUR = timedelta(hours=1)


async def test_a_draft_is_not_visible_until_it_is_published(
    sim: Any, facebook: Any, order: Any, pictures: Any
) -> None:
    """Preparing a post with two photos shows nothing to anybody."""
    wanted = order("facebook", media=(pictures("a.jpg"), pictures("b.png", shade=9)))

    draft = await facebook.prepare(wanted, {})

    assert len(draft["photos"]) == 2
    assert sim.posts("facebook") == []
    sent = await facebook.publish(wanted, draft)
    assert isinstance(sent, Sent)
    assert len(sim.posts("facebook")[0]["media"]) == 2


async def test_a_link_is_sent_as_a_link(sim: Any, facebook: Any, order: Any) -> None:
    """A text post with a link gets Facebook's preview of it."""
    wanted = order("facebook", link="https://example.org/menu")

    await facebook.publish(wanted, await facebook.prepare(wanted, {}))

    [create] = sim.requests("facebook.create_post")
    assert create["params"]["link"] == "https://example.org/menu"


async def test_a_link_beside_photos_joins_the_text(
    sim: Any, facebook: Any, order: Any, pictures: Any
) -> None:
    """Photos take the place of the preview, so the link must not get lost."""
    wanted = order("facebook", link="https://example.org/menu", media=(pictures(),))

    await facebook.prepare(wanted, {})

    [create] = sim.requests("facebook.create_post")
    assert "link" not in create["params"]
    assert create["params"]["message"].endswith("\nhttps://example.org/menu")


async def test_photos_staged_before_a_failure_are_kept(
    sim: Any, facebook: Any, order: Any, pictures: Any
) -> None:
    """The second photo fails; the next attempt uploads only that one."""
    wanted = order("facebook", media=(pictures("a.jpg"), pictures("b.jpg", shade=9)))
    sim.fault("facebook", "upload_photo", "error_before", skip=1)
    draft: dict[str, Any] = {}

    first = await facebook.prepare(wanted, draft)
    second = await facebook.prepare(wanted, draft)

    assert isinstance(first, NotSent)
    assert isinstance(second, dict)
    assert len(sim.requests("facebook.upload_photo")) == 3


async def test_a_draft_that_is_gone_is_made_again(sim: Any, facebook: Any, order: Any) -> None:
    """Somebody deleted the draft: the post still goes out, once."""
    wanted = order("facebook")
    draft = {"post": f"{wanted.account}_404"}

    gone = await facebook.publish(wanted, draft)
    seen = await facebook.find(wanted, draft, AN_HOUR)
    again = await facebook.prepare(wanted, draft)
    sent = await facebook.publish(wanted, again)

    assert isinstance(gone, NotSent)
    assert seen == Absent(trace=seen.trace)
    assert isinstance(sent, Sent)
    assert len(sim.posts("facebook")) == 1


async def test_used_up_photos_are_looked_up(
    facebook_direct: Any, order: Any, pictures: Any
) -> None:
    """`These photos were already posted` may well mean by us: reading decides."""
    wanted = order("facebook", media=(pictures(),))
    draft = await facebook_direct.prepare(wanted, {})
    await facebook_direct.publish(wanted, draft)

    outcome = await facebook_direct.publish(wanted, draft)

    assert isinstance(outcome, Unknown)
    assert isinstance(await facebook_direct.find(wanted, draft, AN_HOUR), Found)


async def test_the_same_words_with_other_photos_are_another_post(
    facebook_direct: Any, order: Any, pictures: Any
) -> None:
    """Two variants of a test share their text; one must not pass for the other."""
    shown, other = (order("facebook", media=(pictures(f"{n}.jpg", shade=n),)) for n in (10, 90))
    await facebook_direct.publish(shown, await facebook_direct.prepare(shown, {}))
    draft = await facebook_direct.prepare(other, {})

    seen = await facebook_direct.find(other, draft, AN_HOUR)

    assert isinstance(seen, Absent)


async def test_a_post_from_before_the_try_is_not_ours(
    sim: Any, facebook_direct: Any, order: Any
) -> None:
    """Last week's post with the same words is no evidence."""
    wanted = order("facebook")
    await facebook_direct.publish(wanted, {})
    sim.advance(timedelta(hours=3))

    seen = await facebook_direct.find(wanted, {}, AN_HOUR)

    assert isinstance(seen, Absent)


async def test_two_copies_are_both_counted(sim: Any, facebook_direct: Any, order: Any) -> None:
    """A person posted the same by hand: the ledger has to hear of two."""
    wanted = order("facebook")
    await facebook_direct.publish(wanted, {})
    sim.advance(timedelta(hours=2))
    await facebook_direct.publish(wanted, {})

    seen = await facebook_direct.find(wanted, {}, timedelta(hours=3))

    assert isinstance(seen, Found)
    assert seen.copies == 2


async def test_a_duplicate_text_is_looked_up(facebook_direct: Any, order: Any) -> None:
    """Code 506 means that the text is live already, perhaps ours."""
    wanted = order("facebook")
    await facebook_direct.publish(wanted, {})

    outcome = await facebook_direct.publish(wanted, {})

    assert isinstance(outcome, Unknown)
    assert outcome.trace.platform_code.startswith("506")


@pytest.mark.parametrize(
    ("code", "word"), [(190, "token"), (200, "pages_manage_posts"), (368, "person")]
)
async def test_a_refusal_reaches_the_operator_with_its_fix(
    sim: Any, facebook: Any, order: Any, code: int, word: str
) -> None:
    """An operator reads one line and knows what to do."""
    draft = await facebook.prepare(order("facebook"), {})
    sim.fault("facebook", "update_post", "refuse", code=code, message="no")

    outcome = await facebook.publish(order("facebook"), draft)

    assert isinstance(outcome, Refused)
    assert word in outcome.fix
    assert sim.posts("facebook") == []


async def test_facebook_keeps_a_schedule_only_on_request(
    sim: Any, facebook: Any, order: Any, pictures: Any
) -> None:
    """The platform's own scheduler takes the post, and it can be found there."""
    wanted = order("facebook", media=(pictures(),))
    at = sim.clock.now() + timedelta(hours=2)

    outcome = await facebook.schedule(wanted, {}, at)

    assert isinstance(outcome, Sent)
    assert sim.posts("facebook") == []
    seen = await facebook.find_scheduled(wanted, at)
    assert isinstance(seen, Found)
    assert seen.platform_ref == outcome.platform_ref
    other = await facebook.find_scheduled(wanted, at + timedelta(minutes=1))
    assert isinstance(other, Absent)


@pytest.mark.parametrize("ahead", [timedelta(minutes=9), timedelta(days=31)])
async def test_a_time_that_facebook_does_not_take_is_refused_here(
    sim: Any, facebook: Any, order: Any, ahead: timedelta
) -> None:
    """No photo is staged for a schedule that cannot be."""
    outcome = await facebook.schedule(order("facebook"), {}, sim.clock.now() + ahead)

    assert isinstance(outcome, Refused)
    assert sim.requests() == []


async def test_figures_grow_and_missing_is_not_zero(sim: Any, facebook: Any, order: Any) -> None:
    """`shares` is absent while there are none: that is no figure, not a zero."""
    wanted = order("facebook")
    sent = await facebook.publish(wanted, await facebook.prepare(wanted, {}))
    young = await facebook.insights(sent.platform_ref)
    sim.advance(timedelta(days=2))

    old = await facebook.insights(sent.platform_ref)

    assert young.shares is None
    assert "shares" in young.missing
    assert old.likes > 0
    assert old.views > 0
    assert old.fetched_at == sim.clock.now()


async def test_a_dead_metric_costs_only_itself(
    sim: Any, facebook: Any, client: Any, order: Any
) -> None:
    """One dead name fails the whole call; it is found, left out, and never asked again."""
    wanted = order("facebook")
    sent = await facebook.publish(wanted, await facebook.prepare(wanted, {}))
    sim.advance(timedelta(days=1))
    api = GraphApi(
        platform="facebook",
        account=wanted.account,
        token=SecretStr("sim-page-token"),
        app_secret=SecretStr("sim-app-secret"),
        version="v25.0",
        client=client,
        on_usage=None,
    )
    group = [("post_media_view", "post_impressions")]

    values, missing = await api.metrics(sent.platform_ref, group, "read_insights")
    asked = len(sim.requests("facebook.read_insights"))
    again, still_missing = await api.metrics(sent.platform_ref, group, "read_insights")

    assert values == again
    assert set(values) == {"post_media_view"}
    assert missing == still_missing == ["post_impressions"]
    assert asked == 3
    assert len(sim.requests("facebook.read_insights")) == 4


async def test_a_post_that_is_gone_has_no_figures(facebook: Any) -> None:
    """Asking again will not help, so it is refused."""
    with pytest.raises(ChannelRefused):
        await facebook.insights("106728097004746_404")


async def test_figures_that_cannot_be_read_now_can_be_asked_again(sim: Any, facebook: Any) -> None:
    """A 500 is no reason to give the post up."""
    sim.fault("facebook", "*", "error_before")

    with pytest.raises(ChannelUnavailable):
        await facebook.insights("106728097004746_1")


async def test_credentials_are_proved_by_the_page_name(sim: Any, facebook: Any) -> None:
    """The doctor asks who we are; an ended token is told with its fix."""
    assert await facebook.whoami() == "Sim Brand"
    sim.token("sim-page-token", "expired")

    with pytest.raises(ChannelRefused) as caught:
        await facebook.whoami()

    assert "token" in caught.value.fix


async def test_without_an_app_secret_no_proof_is_sent(
    sim: Any, facebook_with: Any, order: Any
) -> None:
    """The proof is optional; apps that demand it get it (every other test)."""
    channel = facebook_with(app_secret=None)

    assert await channel.whoami() == "Sim Brand"
