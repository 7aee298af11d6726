"""Comments answered and hidden over the wire: what is seen before, done once, found after."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from pressroom.domain.conversation import CommentSight, Gone, Spoken
from pressroom.domain.effects import (
    Absent,
    AnswerOrder,
    Found,
    HideOrder,
    NotSent,
    Refused,
    Sent,
    Unknown,
    Unreadable,
)
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Answering
from pressroom.domain.wording import spoken_words
from pressroom.simulator import SimulatorConfig

AN_HOUR = timedelta(hours=1)
LAST_WEEK = "2026-11-17T11:00:00+00:00"

PLATFORMS = pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
GRAPH = pytest.mark.parametrize("platform", ["facebook", "instagram"])

WAYS: dict[str, tuple[Platform, str, str]] = {
    "facebook reply": ("facebook", "reply", "reply_comment"),
    "facebook private": ("facebook", "private_reply", "private_reply"),
    "facebook hide": ("facebook", "hide", "update_comment"),
    "instagram reply": ("instagram", "reply", "reply_comment"),
    "instagram private": ("instagram", "private_reply", "private_reply"),
    "instagram hide": ("instagram", "hide", "update_comment"),
    "x reply": ("x", "reply", "create_tweet"),
    "x hide": ("x", "hide", "hide_reply"),
}
"""Each act: its platform, its kind, and the one visible call as the simulator names it."""
BLIND = {"instagram private", "x hide"}
"""What no reading tells of; doing it once more changes nothing there."""


@dataclass
class Act:
    """One act on a comment of its own."""

    answering: Answering
    order: AnswerOrder

    async def send(self, *, again: bool = False) -> Any:
        """What the one call brings."""
        return await self.answering.send(self.order, again=again)

    async def find(self) -> Any:
        """What reading tells afterwards."""
        return await self.answering.find(self.order, (), AN_HOUR)

    def done(self, sim: Any) -> int:
        """How often it took effect, by the simulator's own books."""
        if isinstance(self.order, HideOrder):
            states = {c["id"]: c["hidden"] for c in sim.comments(self.order.platform)}
            return int(states[self.order.comment_id])
        answers = sim.answers(self.order.platform)
        return sum(answer["text"] == self.order.text for answer in answers)


@dataclass
class Way:
    """One kind of act under test."""

    name: str
    platform: Platform
    operation: str
    act: Callable[[], Act]
    """Makes an act on a new comment."""


@pytest.fixture
def answering(facebook: Any, instagram: Any, x: Any, sim: Any) -> Callable[[Platform], Answering]:
    """The answering side of a channel, below a post of ours."""

    def of(platform: Platform) -> Answering:
        sim.post(platform)
        side: Answering = {"facebook": facebook, "instagram": instagram, "x": x}[platform].answering
        return side

    return of


@pytest.fixture(params=list(WAYS))
def way(
    request: pytest.FixtureRequest, sim: Any, answering: Any, reply_order: Any, hide_order: Any
) -> Way:
    platform, kind, operation = WAYS[request.param]
    side = answering(platform)

    def act() -> Act:
        comment = sim.comment(platform, "When do you open?")
        if kind == "hide":
            return Act(side, hide_order(platform, comment))
        return Act(side, reply_order(platform, comment, f"Hello {comment}!", kind=kind))

    return Way(request.param, platform, operation, act)


async def test_an_act_is_done_once_and_found(way: Way, sim: Any) -> None:
    """The plain path: seen as not done, done, and read back by its own id."""
    act = way.act()

    before = await act.find()
    sent = await act.send()
    after = await act.find()

    assert isinstance(before, Absent)
    assert isinstance(sent, Sent)
    assert act.done(sim) == 1
    if way.name not in BLIND:
        assert isinstance(after, Found)
        assert after.copies == 1
    if "reply" in way.name:
        assert sent.platform_ref == after.platform_ref == sim.answers(way.platform)[0]["id"]


async def test_a_lost_answer_after_acting_is_settled_by_reading(way: Way, sim: Any) -> None:
    """The call is in doubt; where nothing can be read, doing it again does nothing more."""
    for action in ("drop_after", "error_after", "malformed"):
        act = way.act()
        sim.fault(way.platform, way.operation, action)

        outcome = await act.send()
        seen = await act.find()
        again = await act.send(again=True) if way.name in BLIND else None

        assert isinstance(outcome, Unknown), action
        if way.name in BLIND:
            assert isinstance(seen, Absent)
            assert isinstance(again, Sent)
        else:
            assert isinstance(seen, Found), action
        assert act.done(sim) == 1


async def test_a_lost_answer_before_acting_is_in_doubt_too(way: Way, sim: Any) -> None:
    """From here both look the same; it is read as absent, and done."""
    for action in ("drop_before", "error_before", "bad_gateway_html"):
        act = way.act()
        sim.fault(way.platform, way.operation, action)

        outcome = await act.send()
        seen = await act.find()
        again = await act.send(again=True)

        assert isinstance(outcome, Unknown), action
        assert isinstance(seen, Absent), action
        assert isinstance(again, Sent), action
        assert act.done(sim) == 1


async def test_what_is_refused_or_cannot_be_read(way: Way, sim: Any) -> None:
    """Throttling is certain and did nothing; a failed look is no evidence of anything."""
    act = way.act()
    sim.fault(way.platform, way.operation, "throttle", seconds=120)
    outcome = await act.send()
    sim.fault(way.platform, "*", "error_before", times=0)

    assert isinstance(outcome, NotSent)
    assert act.done(sim) == 0
    assert isinstance(await act.answering.look(act.order), Unreadable)
    assert isinstance(await act.find(), Absent if way.name in BLIND else Unreadable)


async def test_the_preview_is_what_is_sent(way: Way, sim: Any) -> None:
    """A dry run shows the very request, without the credentials."""
    act = way.act()
    [shown] = act.answering.preview(act.order)

    await act.send()

    request = sim.requests()[-1]
    sent = dict(request["json"] or request["params"])
    sent.pop("appsecret_proof", None)
    assert shown.method == request["method"]
    assert shown.url.removeprefix(sim.base_url) == request["path"]
    assert dict(shown.body) == sent


async def test_what_people_wrote_is_not_audited_and_what_is_gone_is_gone(
    way: Way, sim: Any
) -> None:
    """A comment may have to be forgotten, and nobody answers what its author took back."""
    act = way.act()
    seen = await act.answering.look(act.order)
    sim.fault(way.platform, "read_*", "malformed")
    broken = await act.answering.look(act.order)
    sim.remove(act.order.comment_id)

    assert isinstance(seen, CommentSight)
    assert isinstance(broken, Unreadable)
    assert "open" not in repr((seen.trace, broken))
    assert isinstance(await act.answering.look(act.order), Gone)
    assert isinstance(await act.send(), Refused)


@PLATFORMS
async def test_what_our_account_has_said_is_seen(
    sim: Any, answering: Any, reply_order: Any, platform: Platform
) -> None:
    """By this program, by a person on the platform, and by nobody else."""
    channel = answering(platform)
    comment = sim.comment(platform, "When do you open?")
    own = reply_order(platform, comment).account
    sim.comment(platform, "Hi Jane, Tom here: at six.", parent_id=comment, author_id=own)
    sim.comment(platform, "I would like to know, too", parent_id=comment, author="Sam")
    await channel.send(reply_order(platform, comment), again=False)

    seen = await channel.look(reply_order(platform, comment))

    assert isinstance(seen, CommentSight)
    said = {spoken_words(answer.text) for answer in seen.own}
    assert said == {"Thank you, Jane!", "Hi Jane, Tom here: at six."}
    assert not seen.is_ours
    assert seen.created_at == sim.clock.now()


@GRAPH
async def test_an_answer_to_an_answer_is_looked_for_below_the_top_comment(
    sim: Any, answering: Any, reply_order: Any, platform: Platform
) -> None:
    """Both platforms hang every answer there, whichever comment it was written to."""
    channel = answering(platform)
    top = sim.comment(platform, "When do you open?")
    nested = sim.comment(platform, "Yes, when?", parent_id=top)
    order = reply_order(platform, nested, thread=f"{platform}:{top}")
    sim.fault(platform, "reply_comment", "drop_after")

    outcome = await channel.send(order, again=False)

    assert isinstance(outcome, Unknown)
    assert isinstance(await channel.find(order, (), AN_HOUR), Found)
    sim.remove(nested)
    assert isinstance(await channel.find(order, (), AN_HOUR), Found)


@PLATFORMS
async def test_another_records_answer_is_not_taken_for_this_one(
    sim: Any, answering: Any, reply_order: Any, platform: Platform
) -> None:
    """Two people may get the same words in one conversation; each answer counts once."""
    channel = answering(platform)
    first = sim.comment(platform, "When do you open?")
    second = sim.comment(platform, "And on Sundays?", parent_id=first)
    sent = await channel.send(reply_order(platform, first), again=False)
    other = (Spoken("reply:other", "Thank you, Jane!", sent.platform_ref),)
    order = reply_order(platform, second, thread=f"{platform}:{first}")

    assert isinstance(await channel.find(order, other, AN_HOUR), Absent)


@GRAPH
async def test_hidden_comments_are_seen_and_not_answered(
    sim: Any, answering: Any, reply_order: Any, hide_order: Any, platform: Platform
) -> None:
    """Both platforms refuse it; asking first spares the refusal."""
    channel = answering(platform)
    comment = sim.comment(platform)
    await channel.send(hide_order(platform, comment), again=False)

    seen = await channel.look(reply_order(platform, comment))
    outcome = await channel.send(reply_order(platform, comment), again=False)

    assert seen.is_hidden is True
    assert isinstance(outcome, Refused)
    shown = hide_order(platform, comment, hidden=False)
    assert isinstance(await channel.send(shown, again=False), Sent)
    assert isinstance(await channel.find(shown, (), AN_HOUR), Found)


@GRAPH
async def test_a_private_answer_goes_once_and_within_a_week(
    sim: Any, answering: Any, reply_order: Any, platform: Platform
) -> None:
    """Whose it was is known by whether we may have sent it."""
    channel = answering(platform)
    comment = sim.comment(platform)
    order = reply_order(platform, comment, kind="private_reply")
    late = reply_order(platform, sim.comment(platform, created_at=LAST_WEEK), kind="private_reply")

    first = await channel.send(order, again=False)
    second = await channel.send(order, again=False)
    after_doubt = await channel.send(order, again=True)
    too_late = await channel.send(late, again=False)

    assert isinstance(first, Sent)
    assert isinstance(second, Refused)
    assert "somebody" in second.why
    assert isinstance(after_doubt, Sent)
    assert isinstance(too_late, Refused)
    assert "7 days" in too_late.fix
    assert (await channel.look(late)).takes_private_reply is False
    assert len(sim.answers(platform)) == 1


async def test_x_has_no_private_answer(answering: Any, reply_order: Any, sim: Any) -> None:
    """It is refused before anything is sent."""
    channel = answering("x")
    order = reply_order("x", sim.comment("x"), kind="private_reply")

    assert isinstance(await channel.send(order, again=False), Refused)
    assert sim.answers("x") == []


@GRAPH
async def test_an_edited_comment_shows_its_new_words(
    sim: Any, answering: Any, reply_order: Any, platform: Platform
) -> None:
    """The words are compared with those that were answered."""
    channel = answering(platform)
    comment = sim.comment(platform, "Lovely!")
    sim.edit(comment, "Awful!")

    assert (await channel.look(reply_order(platform, comment))).text == "Awful!"


async def test_an_edited_post_on_x_is_known_by_its_history(
    sim: Any, answering: Any, reply_order: Any
) -> None:
    """The id that was answered stays; its latest version says what stands there now."""
    channel = answering("x")
    comment = sim.comment("x", "@sim_brand Lovely!")
    order = reply_order("x", comment)

    before = await channel.look(order)
    sim.edit(comment, "@sim_brand Awful!")
    after = await channel.look(order)

    assert before.text is None
    assert after.text == "@sim_brand Awful!"


async def test_x_tells_a_weeks_conversation_only(
    sim: Any, answering: Any, reply_order: Any
) -> None:
    """Without knowing what was said there, the machine had better be silent."""
    channel = answering("x")
    comment = sim.comment("x", created_at=LAST_WEEK)

    assert "seven days" not in (await channel.look(reply_order("x", sim.comment("x")))).untold
    assert (await channel.look(reply_order("x", comment))).untold


async def test_x_answers_only_those_who_named_the_account(
    sim: Any, answering: Any, reply_order: Any
) -> None:
    """Self-serve apps may answer who mentioned or quoted them; the refusal says so."""
    channel = answering("x")
    stranger = sim.stranger("x", "555")

    outcome = await channel.send(reply_order("x", stranger), again=False)

    assert isinstance(outcome, Refused)
    assert "mention" in outcome.fix


async def test_absence_on_x_needs_the_accounts_own_token(
    sim: Any, answering: Any, x_with: Any, reply_order: Any
) -> None:
    """Another account's list shows nothing of ours, and that proves nothing."""
    answering("x")
    comment = sim.comment("x")
    sim.stranger("x", "555")
    stranger = x_with(user_id="555").answering

    seen = await stranger.find(reply_order("x", comment), (), AN_HOUR)

    assert isinstance(seen, Unreadable)


@GRAPH
async def test_our_own_comments_are_known_as_ours(
    sim: Any, answering: Any, reply_order: Any, hide_order: Any, platform: Platform
) -> None:
    """They are neither answered nor hidden."""
    channel = answering(platform)
    own = reply_order(platform, "1").account
    comment = sim.comment(platform, "Good morning!", author_id=own)

    assert (await channel.look(reply_order(platform, comment))).is_ours
    assert (await channel.look(hide_order(platform, comment))).is_ours


class TestLaggingLists:
    """What was just said shows in lists later."""

    @pytest.fixture
    def sim_config(self, sim_config: SimulatorConfig) -> SimulatorConfig:
        """Lists that show what happened half a minute ago."""
        return SimulatorConfig(
            start_at=sim_config.start_at,
            frozen=True,
            crowd_comments=False,
            list_lag=timedelta(seconds=30),
        )

    @PLATFORMS
    async def test_an_answer_is_found_once_the_lists_show_it(
        self, sim: Any, answering: Any, reply_order: Any, platform: Platform
    ) -> None:
        """Absence before that is never taken as proof."""
        channel = answering(platform)
        order = reply_order(platform, sim.comment(platform))
        await channel.send(order, again=False)

        early = await channel.find(order, (), AN_HOUR)
        sim.advance(timedelta(minutes=1))
        late = await channel.find(order, (), AN_HOUR)

        assert early == Absent(conclusive=False, trace=early.trace)
        assert isinstance(late, Found)
