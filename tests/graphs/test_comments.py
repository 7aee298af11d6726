"""The comment pipeline, from webhooks to answers on the platforms' own books."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from pressroom.comment_runs import CommentsResult
from pressroom.domain.comment import CommentRef
from pressroom.domain.desk import DeskVerb
from pressroom.errors import InputError
from pressroom.tools.desk import DeskInput, DeskResult
from tests.listening import Listening, listening_at
from tests.newsroom import Newsroom

BRAND = """\
name: Harbour Lane Market
website: https://harbourlane.example
facts:
  - Entry is free.
replies:
  answers:
    - about: [opening hours, when do you open]
      text: We open on Friday at six.
"""
PRAISE = "I love this market, what a wonderful evening it was! Thank you so much!"
GRAVE = "My daughter was taken to hospital after she ate at one of your stalls."
QUESTION = "When do you open?"
COMPLAINT = "The food was cold and nobody at the stall cared. I am very disappointed."


@pytest.fixture
async def here(newsroom: Newsroom) -> AsyncIterator[Listening]:
    (newsroom.home / "brand.yaml").write_text(BRAND, encoding="utf-8")
    async with listening_at(newsroom) as listening:
        await listening.post()
        await listening.subscribe()
        yield listening


async def work_off(here: Listening) -> CommentsResult:
    """Everything delivered, and one run over it."""
    await here.flush()
    return await here.room.comments.run()


async def at_desk(here: Listening, comment: str, verb: DeskVerb, **more: str) -> DeskResult:
    """What a person does about a comment on Facebook."""
    ref = CommentRef("facebook", comment)
    values = {"ref": ref, "verb": verb, "by": "Ana", **more}
    return await here.room.act(DeskInput.model_validate(values))


async def test_praise_is_thanked_and_a_known_question_answered_by_itself(here: Listening) -> None:
    """This is what the machine is for; everything else it leaves to people."""
    praise = await here.say(PRAISE, author_id="91")
    question = await here.say(QUESTION, author_id="92")

    result = await work_off(here)

    assert {one.status for one in result.comments} == {"done"}
    answers = {one["target_id"]: one["text"] for one in here.newsroom.answers()}
    assert set(answers) == {praise, question}
    assert "We open on Friday at six." in answers[question]
    assert "wonderful evening" not in answers[praise]


async def test_what_is_grave_goes_to_a_person_and_nowhere_else(here: Listening) -> None:
    """Nobody wants a machine's condolences."""
    comment = await here.say(GRAVE)

    result = await work_off(here)

    [outcome] = result.comments
    assert (outcome.action, outcome.status, outcome.priority) == ("escalate", "waiting", "urgent")
    assert here.newsroom.answers() == []
    [item] = await here.room.inbox()
    assert item.record.ref == CommentRef("facebook", comment)
    assert item.record.decision.reasons[0].rule == "never-auto.injury"
    assert "hospital" in " ".join(item.record.decision.reasons[0].words)


async def test_whatever_is_delivered_again_is_answered_once(here: Listening) -> None:
    """Meta delivers twice, out of order, and for a day and a half."""
    await here.subscribe(duplicate=3)
    await here.say(PRAISE)
    await work_off(here)
    await here.flush()
    for _ in range(3):
        await here.room.comments.run()
        await here.room.sweep()

    assert len(here.newsroom.answers()) == 1


async def test_our_own_echo_is_never_answered(here: Listening) -> None:
    """Our answer comes back as a webhook; an answer to it would never end."""
    await here.say(PRAISE)
    await work_off(here)
    for _ in range(3):
        await work_off(here)

    assert len(here.newsroom.answers()) == 1


async def test_a_person_approves_exactly_what_they_saw(here: Listening) -> None:
    """A complaint waits with a proposal; the words that go out are those on the screen."""
    comment = await here.say(COMPLAINT)
    await work_off(here)
    item = await here.room.comment(CommentRef("facebook", comment))
    assert item.record.draft is not None
    shown = item.record.draft.proposal.text
    assert here.newsroom.answers() == []

    result = await at_desk(here, comment, "approve")
    again = await at_desk(here, comment, "approve")

    assert (result.status, result.changed, again.changed) == ("done", True, False)
    assert [one["text"] for one in here.newsroom.answers()] == [shown]


async def test_edited_words_go_out_and_are_kept_beside_the_proposal(here: Listening) -> None:
    """What people change is what there is to learn from."""
    comment = await here.say(COMPLAINT)
    await work_off(here)

    await at_desk(here, comment, "edit", text="Please write to us: hello@harbourlane.example")

    [answer] = here.newsroom.answers()
    assert answer["text"] == "Please write to us: hello@harbourlane.example"
    item = await here.room.comment(CommentRef("facebook", comment))
    [action] = item.actions
    assert action.is_correction
    assert (action.by, action.final) == ("Ana", answer["text"])


async def test_the_first_decision_stands(here: Listening) -> None:
    """Two people at two screens: one is told that the other was first."""
    comment = await here.say(COMPLAINT)
    await work_off(here)
    await at_desk(here, comment, "reject", reason="we called them")

    with pytest.raises(InputError, match="Ana"):
        await at_desk(here, comment, "approve")
    assert here.newsroom.answers() == []
    assert await here.room.inbox() == []


async def test_whoever_takes_a_thread_over_silences_the_machine(here: Listening) -> None:
    """From the moment that a person speaks, nobody speaks over them."""
    top = await here.say(COMPLAINT)
    await work_off(here)
    await at_desk(here, top, "take_over")
    await here.say(PRAISE, parent_id=top)

    result = await work_off(here)

    assert [one.action for one in result.comments] == ["ignore"]
    assert here.newsroom.answers() == []


async def test_a_person_who_answers_on_the_platform_silences_it_too(here: Listening) -> None:
    """People answer where they are: in Meta's own inbox, on their phone."""
    top = await here.say(COMPLAINT)
    await work_off(here)
    here.newsroom.person_answers("facebook", top)
    later = await here.say(PRAISE, parent_id=top)

    result = await work_off(here)

    outcomes = {one.comment: one.action for one in result.comments}
    assert outcomes[f"facebook:{later}"] == "ignore"
    assert len(here.newsroom.answers()) == 1  # the person's


async def test_a_comment_taken_back_is_nowhere_afterwards(newsroom: Newsroom) -> None:
    """Tables, checkpoints, cache: what was said is gone, and its proposed answer with it."""
    secret = "xylophone"
    async with listening_at(newsroom) as here:
        await here.post()
        await here.subscribe()
        comment = await here.say(f"{COMPLAINT} Tell {secret} to call me.")
        await work_off(here)
        await here.remove(comment)
        await work_off(here)
        newsroom.pass_time(timedelta(hours=2))
        await here.room.sweep()

        assert await here.room.inbox() == []
        with pytest.raises(InputError):
            await at_desk(here, comment, "approve")
    left = [
        file.name
        for file in newsroom.home.rglob("*")
        if file.is_file() and secret.encode() in file.read_bytes()
    ]
    assert left == []


async def test_a_comment_edited_into_something_grave_comes_back(here: Listening) -> None:
    """Bait and switch: our thanks must not stand below a slur unseen."""
    comment = await here.say(PRAISE)
    await work_off(here)
    await here.edit(comment, GRAVE)

    await work_off(here)

    [item] = await here.room.inbox()
    assert item.record.ref.comment_id == comment
    assert "edited" in item.record.note
    assert len(here.newsroom.answers()) == 1


async def test_gemini_writes_the_answers_where_it_is_on(newsroom: Newsroom) -> None:
    """The live path and not only the fallback, and each says who wrote it."""
    (newsroom.home / "brand.yaml").write_text(BRAND, encoding="utf-8")
    async with listening_at(newsroom, gemini=newsroom.gemini) as here:
        await here.post()
        await here.subscribe()
        await here.say(PRAISE, author_id="91")
        await here.say(COMPLAINT, author_id="92")

        result = await work_off(here)

    assert {one.made_by for one in result.comments} == {"gemini"}
    assert result.provenance["drafts"].made_by == "gemini"


async def test_a_large_delivery_is_one_run(here: Listening) -> None:
    """A viral post: a thousand comments come in a minute, and none is lost."""
    texts = [f"{PRAISE}{'!' * number}" for number in range(60)]
    for number, text in enumerate(texts):
        await here.say(text, author_id=f"9{number}")

    result = await work_off(here)

    assert len(result.comments) == len(texts)
    assert len(await here.room.runs()) == 1
    sent = [one for one in result.comments if one.action == "reply" and one.status == "done"]
    assert 0 < len(sent) <= 30, "the cap of an hour holds inside a batch too"


async def test_runs_at_once_share_the_work(here: Listening) -> None:
    """Two workers and a person at the command line: each comment is decided about once."""
    for number in range(12):
        await here.say(f"{PRAISE}{'!' * number}", author_id=f"9{number}")
    await here.flush()

    results = await asyncio.gather(*(here.room.comments.run() for _ in range(4)))

    decided = [one.comment for result in results for one in result.comments]
    assert len(decided) == len(set(decided)) == 12
    sent = [one for result in results for one in result.comments if one.status == "done"]
    assert len(here.newsroom.answers()) == len(sent) > 0
