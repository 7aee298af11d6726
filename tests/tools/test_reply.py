"""Answering and hiding comments: once whatever happens, and never past a person."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from pressroom import Pressroom, langchain_tools
from pressroom.domain.comment import Comment, seen
from pressroom.errors import ChannelUnavailable, EffectConflict
from pressroom.storage.comment_changes import apply_changes
from pressroom.tools.hide import HideInput, hide
from pressroom.tools.reply import (
    ReplyInput,
    ReplyResult,
    drive_answer,
    plan_reply,
    plan_words_of,
    reply,
    reply_to,
)
from tests.newsroom import Newsroom

TEXT = "Thank you, Jane! We open at six."
PLATFORMS = pytest.mark.parametrize("platform", ["facebook", "instagram", "x"])
GRAPH = pytest.mark.parametrize("platform", ["facebook", "instagram"])
VISIBLE = {"facebook": "reply_comment", "instagram": "reply_comment", "x": "create_tweet"}


@pytest.fixture
async def room(newsroom: Newsroom) -> AsyncIterator[Pressroom]:
    """A pressroom with a post of ours on each platform."""
    for platform in VISIBLE:
        newsroom.post(platform)
    async with newsroom.open() as opened:
        yield opened


async def answer(
    room: Pressroom, platform: str, comment_id: str, text: str = TEXT, **more: Any
) -> ReplyResult:
    return await reply(
        ReplyInput(platform=platform, comment_id=comment_id, text=text, **more), room.ports
    )


def the_comment(newsroom: Newsroom, platform: str, comment_id: str, **changes: Any) -> Comment:
    """The comment as it was delivered to us."""
    values = {
        "platform": platform,
        "comment_id": comment_id,
        "account": newsroom.own_ids[platform],
        "message": "When do you open?",
        "created_time": newsroom.clock.now() if newsroom.clock else None,
    }
    return Comment(**{**values, **changes})


async def put_on_record(room: Pressroom, comment: Comment) -> None:
    """The comment as a delivery would have left it in the store."""
    told = [seen(comment, comment.created_time)]
    await room.ports.store.transact(lambda session: apply_changes(session, told))


class TestOnce:
    """A comment gets one answer."""

    @PLATFORMS
    async def test_an_answer_goes_out_once(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """Asked again, with the same words or others, in public or in private."""
        comment = newsroom.comment(platform)

        first = await answer(room, platform, comment)
        again = await answer(room, platform, comment)
        otherwise = await answer(room, platform, comment, "Something else", private=True)

        assert first.is_live
        assert first.platform_ref == newsroom.answers()[0]["id"]
        assert again == otherwise == first
        assert otherwise.text == TEXT
        assert len(newsroom.answers()) == 1

    async def test_of_many_at_once_one_answers(self, newsroom: Newsroom, room: Pressroom) -> None:
        """A webhook, a poll and a person meet at the key."""
        comment = newsroom.comment("facebook")

        results = await asyncio.gather(
            *(answer(room, "facebook", comment, f"Answer {n}") for n in range(6))
        )

        assert len(newsroom.answers()) == 1
        assert {result.text for result in results} == {newsroom.answers()[0]["text"]}

    @PLATFORMS
    async def test_a_lost_answer_is_looked_for_and_not_repeated(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """`unknown` is the truth until the platform was read."""
        comment = newsroom.comment(platform)
        newsroom.fault(platform, VISIBLE[platform], "drop_after")

        lost = await answer(room, platform, comment)
        newsroom.pass_time(timedelta(seconds=20))
        found = await answer(room, platform, comment)

        assert lost.status == "unknown"
        assert found.is_live
        assert found.note == "found on the platform by reading"
        assert len(newsroom.answers()) == 1

    async def test_one_that_never_arrived_is_sent_after_all(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Never lost either."""
        platform = "x"
        comment = newsroom.comment(platform)
        newsroom.fault(platform, VISIBLE[platform], "drop_before")
        await answer(room, platform, comment)

        await newsroom.settle(room)

        assert (await answer(room, platform, comment)).is_live
        assert len(newsroom.answers()) == 1

    async def test_the_same_words_that_stand_there_count_as_the_answer(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Whoever said it: a person who pasted them, or ourselves before a restore."""
        platform = "x"
        comment = newsroom.comment(platform)
        there = newsroom.person_answers(platform, comment, TEXT)

        result = await answer(room, platform, comment)

        assert (result.status, result.platform_ref) == ("sent", there)

    @GRAPH
    async def test_a_private_answer_goes_out_once_whatever_is_lost(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """On Instagram nobody can look, so it is sent again and refused there."""
        comment = newsroom.comment(platform)
        newsroom.fault(platform, "private_reply", "drop_after")
        lost = await answer(room, platform, comment, private=True)

        await newsroom.settle(room)

        assert lost.status == "unknown"
        assert (await answer(room, platform, comment)).is_live
        assert [a["kind"] for a in newsroom.answers()] == ["private_reply"]


class TestLook:
    """The comment is read just before it is answered."""

    @PLATFORMS
    async def test_a_deleted_comment_gets_no_answer(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """Known here or not, nobody answers what was taken back."""
        unknown, known = newsroom.comment(platform), newsroom.comment(platform)
        await put_on_record(room, the_comment(newsroom, platform, known))
        newsroom.remove_comment(unknown)
        newsroom.remove_comment(known)

        results = [await answer(room, platform, comment) for comment in (unknown, known)]

        assert [result.status for result in results] == ["failed", "failed"]
        assert all("deleted" in result.note for result in results)
        assert newsroom.answers() == []

    @PLATFORMS
    async def test_an_edited_comment_waits_for_a_person(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """Thanks for praise that has become an insult would be one more."""
        comment = newsroom.comment(platform, "@sim_brand Lovely!")
        delivered = the_comment(newsroom, platform, comment, message="@sim_brand Lovely!")
        await put_on_record(room, delivered)
        newsroom.edit_comment(comment, "@sim_brand Awful!")

        result = await answer(room, platform, comment)

        assert result.status == "review"
        assert "edited" in result.note
        assert newsroom.answers() == []

    @PLATFORMS
    async def test_where_a_person_has_answered_the_machine_is_silent(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """And stays silent in that conversation: it is theirs now."""
        comment = newsroom.comment(platform)
        newsroom.person_answers(platform, comment)

        result = await answer(room, platform, comment)

        assert result.status == "failed"
        assert "a person answered" in result.note
        assert [a["text"] for a in newsroom.answers(TEXT)] == []

    @GRAPH
    async def test_a_hidden_comment_gets_no_answer(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """Nobody would see it, and Instagram refuses it."""
        comment = newsroom.comment(platform)
        await hide(HideInput(platform=platform, comment_id=comment), room.ports)

        result = await answer(room, platform, comment)

        assert (result.status, newsroom.answers()) == ("failed", [])
        assert "hidden" in result.note

    async def test_one_that_cannot_be_read_is_not_answered_blindly(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Not on record and not readable: nothing is planned. On record, it waits."""
        known, unknown = newsroom.comment("facebook"), newsroom.comment("facebook")
        await put_on_record(room, the_comment(newsroom, "facebook", known))
        newsroom.fault("facebook", "read_comment", "error_before", times=2)

        with pytest.raises(ChannelUnavailable):
            await answer(room, "facebook", unknown)
        waits = await answer(room, "facebook", known)
        await newsroom.settle(room)

        assert waits.status == "ready"
        assert [a["target_id"] for a in newsroom.answers()] == [known]

    async def test_x_says_who_may_be_answered(self, newsroom: Newsroom, room: Pressroom) -> None:
        """Without a mention of the account it is refused, with the rule."""
        stranger = newsroom._post(
            "posts", {"platform": "x", "text": "Elsewhere", "author_id": "555"}
        )["id"]

        result = await answer(room, "x", stranger)

        assert result.status == "failed"
        assert "mention" in result.note

    @pytest.mark.parametrize(
        ("platform", "text", "rule"),
        [
            ("instagram", "a" * 301, "instagram.answer.length"),
            ("instagram", "THANK YOU JANE", "instagram.answer.capitals"),
            ("x", "é" * 281, "x.answer.weight"),
            ("facebook", "  ", "any.answer.empty"),
            ("facebook", "Hi \u202e!", "any.answer.controls"),
        ],
    )
    async def test_what_the_platform_refuses_is_not_planned(
        self, newsroom: Newsroom, room: Pressroom, platform: str, text: str, rule: str
    ) -> None:
        """The comment keeps its one answer for better words."""
        comment = newsroom.comment(platform)

        result = await answer(room, platform, comment, text)

        assert (result.status, [v.rule_id for v in result.violations]) == ("failed", [rule])
        assert await room.effects() == []
        assert (await answer(room, platform, comment)).is_live


class TestWords:
    """What stands for a comment, and who may change it."""

    async def test_a_reviewed_answer_waits_for_its_approval(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Nothing goes out before somebody has said yes to just these words."""
        comment = newsroom.comment("facebook")

        waiting = await answer(room, "facebook", comment, requires_approval=True)
        await room.sweep()

        assert waiting.status == "ready"
        assert newsroom.answers() == []
        assert [item.thread_id for item in await room.waiting()] == [waiting.effect_key]

    async def test_a_persons_words_take_the_place_of_the_draft(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Edited in the inbox: the same comment, one answer, approved as it reads now."""
        comment = newsroom.comment("facebook")
        waiting = await answer(room, "facebook", comment, requires_approval=True)
        order = reply_to(
            the_comment(newsroom, "facebook", comment),
            "Ana here: at six!",
            account=newsroom.own_ids["facebook"],
        )

        async with room.ports.store.write() as session:
            effect = await plan_words_of(session, room.ports, order, by="ana")
        sent = await drive_answer(effect.key, room.ports)

        assert effect.key == waiting.effect_key
        assert sent.status == "sent"
        assert [a["text"] for a in newsroom.answers()] == ["Ana here: at six!"]

    async def test_what_was_called_cannot_be_reworded(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Its words may be live: other words could make a second answer."""
        comment = newsroom.comment("facebook")
        newsroom.fault("facebook", "reply_comment", "drop_after")
        await answer(room, "facebook", comment)
        order = reply_to(
            the_comment(newsroom, "facebook", comment), "Ana here", account="106728097004746"
        )

        with pytest.raises(EffectConflict):
            async with room.ports.store.write() as session:
                await plan_words_of(session, room.ports, order, by="ana")

    async def test_planning_again_with_other_words_keeps_the_first(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """A node that runs again after a crash may have drafted anew."""
        comment = the_comment(newsroom, "facebook", newsroom.comment("facebook"))
        account = newsroom.own_ids["facebook"]
        planned = []
        for text in ("First", "Second"):
            async with room.ports.store.write() as session:
                order = reply_to(comment, text, account=account)
                planned.append(await plan_reply(session, room.ports, order))

        await room.sweep()

        assert planned[0] == planned[1]
        assert [a["text"] for a in newsroom.answers()] == ["First"]

    async def test_equal_words_in_one_conversation_are_two_answers(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """Each lost answer is found as its own, never as its neighbour's."""
        top = newsroom.comment("facebook")
        below = newsroom.comment("facebook", "And on Sundays?", parent_id=top)
        newsroom.fault("facebook", "reply_comment", "drop_after", times=2)

        for comment in (top, below):
            await answer(room, "facebook", comment)
        await newsroom.settle(room)

        results = [await answer(room, "facebook", comment) for comment in (top, below)]
        assert [result.status for result in results] == ["sent", "sent"]
        assert len({result.platform_ref for result in results}) == 2
        assert len(newsroom.answers()) == 2


class TestHiding:
    """A comment is hidden, and shown again."""

    @PLATFORMS
    async def test_hidden_once_and_shown_again_once(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """What a person shows again is not hidden a second time."""
        comment = newsroom.comment(platform)

        hidden = await hide(HideInput(platform=platform, comment_id=comment), room.ports)
        there = newsroom.hidden()
        shown = await hide(
            HideInput(platform=platform, comment_id=comment, hidden=False), room.ports
        )
        again = await hide(HideInput(platform=platform, comment_id=comment), room.ports)

        assert [r.status for r in (hidden, shown, again)] == ["sent", "sent", "sent"]
        assert there == [comment]
        assert newsroom.hidden() == []

    @PLATFORMS
    async def test_a_lost_answer_leaves_it_hidden(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """Read where it can be read, done again where that changes nothing."""
        comment = newsroom.comment(platform)
        operation = "hide_reply" if platform == "x" else "update_comment"
        newsroom.fault(platform, operation, "drop_before")
        wanted = HideInput(platform=platform, comment_id=comment)
        lost = await hide(wanted, room.ports)

        await newsroom.settle(room)

        assert lost.status == "unknown"
        assert (await hide(wanted, room.ports)).status == "sent"
        assert newsroom.hidden() == [comment]

    @GRAPH
    async def test_our_own_and_deleted_comments_are_not_hidden(
        self, newsroom: Newsroom, room: Pressroom, platform: str
    ) -> None:
        """The note says why."""
        own = newsroom.comment(platform, "Hello all", author_id=newsroom.own_ids[platform])
        gone = newsroom.comment(platform)
        newsroom.remove_comment(gone)

        results = [
            await hide(HideInput(platform=platform, comment_id=comment), room.ports)
            for comment in (own, gone)
        ]

        assert [result.status for result in results] == ["failed", "failed"]
        assert "our own" in results[0].note
        assert "deleted" in results[1].note

    async def test_two_hidings_of_an_account_do_not_meet(
        self, newsroom: Newsroom, room: Pressroom
    ) -> None:
        """They leave no reference behind that could be taken for the same one."""
        comments = [newsroom.comment("facebook") for _ in range(2)]

        results = [
            await hide(HideInput(platform="facebook", comment_id=comment), room.ports)
            for comment in comments
        ]

        assert [result.status for result in results] == ["sent", "sent"]


async def test_answers_have_a_budget_of_their_own(newsroom: Newsroom) -> None:
    """A viral post must not use up what the platform lets us say."""
    newsroom.post("facebook")
    limits = {"facebook_replies_per_hour": 1, "hides_per_hour": 1}
    async with newsroom.open(limits=limits) as room:
        comments = [newsroom.comment("facebook") for _ in range(2)]
        answers = [await answer(room, "facebook", comment) for comment in comments]
        hidden = await hide(HideInput(platform="facebook", comment_id=comments[1]), room.ports)

    assert [result.status for result in answers] == ["sent", "ready"]
    assert "rate limit" in answers[1].note
    assert hidden.status == "sent"


async def test_langchain_answers_and_hides(newsroom: Newsroom, room: Pressroom) -> None:
    """The same tools, the same ledger, in an agent of somebody else's."""
    comment = newsroom.comment("facebook")
    tools: dict[str, Any] = {tool.name: tool for tool in langchain_tools(room.ports)}
    arguments = {"platform": "facebook", "comment_id": comment, "text": TEXT}

    said = await tools["reply"].ainvoke(arguments)
    hidden = await tools["hide"].ainvoke({"platform": "facebook", "comment_id": comment})

    assert said["status"] == hidden["status"] == "sent"
    assert json.dumps([said, hidden])


async def test_posts_are_followed_and_answers_are_not(newsroom: Newsroom, room: Pressroom) -> None:
    """No figures are asked for an answer."""
    await answer(room, "facebook", newsroom.comment("facebook"))
    newsroom.pass_time(timedelta(hours=1))

    assert await room.track() == []
    assert await room.posts() == []
