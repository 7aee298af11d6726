"""What the platforms let us do about a comment is known before anything is written for it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from pressroom.domain.comment import Comment
from pressroom.tools.backfill import Place, backfill
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

QUESTION = "When do you open today?"
THANKS = "I love this market, what a wonderful evening it was! Thank you so much!"


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    async with listening_at(newsroom) as opened:
        yield opened


async def listed(here: Listening, place: Place, own_id: str) -> Comment:
    """The comment as it is on record once the platforms were asked."""
    await backfill(here.room.ports, places=[place], full=True)
    await here.receive()
    found = await here.comment(place.platform, own_id)
    assert found is not None
    return found


async def test_facebook_tells_what_may_be_done_about_a_comment(here: Listening) -> None:
    """And tells something else later: the last reading counts."""
    place = Place("facebook", await here.post())
    own_id = await here.say(QUESTION, author_id="91")
    fresh = await listed(here, place, own_id)
    await here.hide(own_id)
    here.newsroom.pass_time(timedelta(days=8))

    old = await listed(here, place, own_id)

    assert (fresh.can_reply, fresh.can_reply_privately, fresh.can_hide) == (True, True, True)
    assert (old.can_reply, old.can_reply_privately, old.can_hide) == (False, False, True)
    assert fresh.summoned is None


async def test_on_x_only_who_names_the_account_is_answered(here: Listening) -> None:
    """Two guests talk below our post; only one of them talks to us."""
    post = await here.post("x")
    ours = await here.say(f"@sim_brand {THANKS}", "x", post_id=post, author_id="91")
    theirs = await here.say(QUESTION, "x", post_id=post, parent_id=ours, author_id="92")
    await here.edit(theirs, f"@somebody_else {QUESTION}")  # takes our name out of it
    await here.room.ports.sources["x"].names()  # nobody knows who is named before
    place = Place("x", post)
    named, unnamed = await listed(here, place, ours), await listed(here, place, theirs)

    result = await here.room.comments.run()

    rules = {one.ref.comment_id: one.rules for one in result.comments}
    drafts = {one.ref.comment_id: one.made_by for one in result.comments}
    assert (named.summoned, unnamed.summoned) == (True, False)
    assert "platform.x.summoned" not in rules[ours]
    assert "platform.x.summoned" in rules[theirs]
    assert (bool(drafts[ours]), drafts[theirs]) == (True, "")


async def test_who_mentions_us_elsewhere_has_summoned_us(here: Listening) -> None:
    """X lists it among our mentions."""
    elsewhere = await here.post("x", author_id="6000002", text="@sim_brand are you open?")

    assert (await listed(here, Place("x", elsewhere), elsewhere)).summoned is True
