"""Whether an answer may still be given, by what the platform shows and who else has spoken."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pressroom.domain.conversation import (
    CommentSight,
    Gone,
    OwnAnswer,
    PersonAnswered,
    Spoken,
    judge_hide,
    judge_reply,
    sighting_of,
)
from pressroom.domain.effects import (
    Absent,
    Found,
    Held,
    HideOrder,
    Refused,
    ReplyOrder,
    Sent,
    Unreadable,
    WireTrace,
    hide_key,
    reply_key,
)
from pressroom.domain.wording import sha_of_words

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ORDER = ReplyOrder(
    platform="facebook",
    account="1",
    comment_id="9_2",
    thread="facebook:9_1",
    text="Thank you: https://example.org/",
    comment_sha=sha_of_words("Lovely!"),
)
HIDE = HideOrder(platform="facebook", account="1", comment_id="9_2", thread="facebook:9_1")
SIGHT = CommentSight(text="Lovely!", created_at=NOON)
OURS = OwnAnswer("9_3", "@jane Thank  you: example.org", NOON + MINUTE, permalink="https://f/9_3")
THEIRS = OwnAnswer("9_4", "Tom here, hello.", NOON + 2 * MINUTE)


def judged(
    look: CommentSight | Gone = SIGHT,
    spoken: tuple[Spoken, ...] = (),
    quiet_until: datetime | None = None,
    asked_at: datetime | None = None,
    **changes: Any,
) -> Any:
    return judge_reply(ORDER.model_copy(update=changes), look, spoken, quiet_until, asked_at)


def seen(*own: OwnAnswer, **changes: Any) -> CommentSight:
    return replace(SIGHT, own=own, **changes)


def test_a_comment_as_it_was_is_answered() -> None:
    """Nothing stands in the way, and space is no difference."""
    assert judged() is None
    assert judged(replace(SIGHT, text=" Lovely! ")) is None
    assert judged(replace(SIGHT, text=None)) is None
    assert judged(replace(SIGHT, text="Anything"), comment_sha="") is None


@pytest.mark.parametrize(
    ("look", "verdict", "words"),
    [
        (Gone("not there"), Refused, "deleted"),
        (replace(SIGHT, text="Awful!"), Held, "edited"),
        (replace(SIGHT, untold="nobody knows"), Held, "nobody knows"),
        (replace(SIGHT, is_ours=True), Refused, "our own"),
        (replace(SIGHT, is_hidden=True), Refused, "hidden"),
        (replace(SIGHT, takes_reply=False), Refused, "no answer"),
    ],
)
def test_what_keeps_an_answer_back(look: Any, verdict: type, words: str) -> None:
    """For good, or until a person has looked; never silently."""
    found = judged(look)

    assert isinstance(found, verdict)
    assert words in found.why


def test_a_private_answer_has_its_own_condition() -> None:
    """A hidden comment may be answered in private; a week-old one may not."""
    assert judged(replace(SIGHT, is_hidden=True), kind="private_reply") is None
    closed = judged(replace(SIGHT, takes_private_reply=False), kind="private_reply")
    assert isinstance(closed, Refused)
    assert "seven days" in closed.fix


def test_the_answer_that_stands_there_is_the_answer() -> None:
    """However the platform has rewritten it; the oldest, where somebody repeated it."""
    again = replace(OURS, ref="9_9", at=NOON + 5 * MINUTE)

    found = judged(seen(again, OURS))

    assert found == Sent("9_3", "https://f/9_3")


def test_what_another_record_has_said_is_not_this_answer() -> None:
    """The same words to somebody else in the conversation leave this comment unanswered."""
    other = Spoken("reply:facebook:9_1", ORDER.text, OURS.ref)

    assert judged(seen(OURS), (other,)) is None


def test_where_answers_hang_below_answers_only_its_own_counts() -> None:
    """On X an equal answer to another post is another answer."""
    elsewhere = replace(OURS, answers="7")

    assert judged(seen(elsewhere), (Spoken("k", ORDER.text, OURS.ref),)) is None
    assert isinstance(judged(seen(replace(OURS, answers="9_2"))), Sent)


class TestPeople:
    """A person of the brand speaks on the platform itself."""

    def test_a_persons_words_silence_the_machine(self) -> None:
        """Before or after the comment, the conversation is theirs."""
        before = replace(THEIRS, at=NOON - timedelta(days=3))

        assert judged(seen(THEIRS)) == PersonAnswered(THEIRS)
        assert judged(seen(before, THEIRS)) == PersonAnswered(THEIRS)
        assert judged(seen(before)) == PersonAnswered(before)

    def test_what_this_program_said_is_no_person(self) -> None:
        """Known by its reference, or by its words while nobody knows the reference yet."""
        by_ref = Spoken("a", "Rewritten by the platform", THEIRS.ref)
        by_words = Spoken("b", "Tom  here, hello.")

        assert judged(seen(THEIRS), (by_ref,)) is None
        assert judged(seen(THEIRS), (by_words,)) is None

    def test_forgotten_words_hide_nobody(self) -> None:
        """A picture without words is somebody's too; ours is known by its reference."""
        picture = replace(THEIRS, text="")

        assert judged(seen(picture), (Spoken("a", "", "elsewhere"),)) == PersonAnswered(picture)
        assert judged(seen(picture), (Spoken("a", "", THEIRS.ref),)) is None

    def test_what_a_person_gave_back_is_open_again(self) -> None:
        """For what is written later; what was said before does not count any more."""
        later = replace(SIGHT, own=(THEIRS,), created_at=NOON + 5 * MINUTE)

        assert judged(later, quiet_until=NOON + 4 * MINUTE) is None
        since = judged(later, quiet_until=NOON + MINUTE)
        assert since == PersonAnswered(THEIRS)

    def test_what_was_written_meanwhile_stays_theirs(self) -> None:
        """The machine does not come back to a comment that a person chose to leave."""
        found = judged(quiet_until=NOON)

        assert isinstance(found, Refused)
        assert "while a person had" in found.why

    def test_who_asked_for_just_this_knew_what_stood_there(self) -> None:
        """Earlier answers and the time of the hold do not count for them; later answers do."""
        before, after = NOON + MINUTE, NOON + 5 * MINUTE

        assert judged(seen(THEIRS), asked_at=after) is None
        assert judged(seen(THEIRS), asked_at=before) == PersonAnswered(THEIRS)
        assert judged(quiet_until=after, asked_at=after) is None
        assert isinstance(judged(replace(SIGHT, text="Awful!"), asked_at=after), Held)


def test_hiding_has_its_reasons_too() -> None:
    """What is so already is done; what cannot be is said."""
    assert judge_hide(HIDE, replace(SIGHT, is_hidden=False)) is None
    assert judge_hide(HIDE, replace(SIGHT, is_hidden=None)) is None
    assert isinstance(judge_hide(HIDE, replace(SIGHT, is_hidden=True)), Sent)
    assert isinstance(judge_hide(HIDE, Gone("gone")), Refused)
    assert isinstance(judge_hide(HIDE, replace(SIGHT, is_ours=True)), Refused)
    assert isinstance(judge_hide(HIDE, replace(SIGHT, can_be_hidden=False)), Refused)


def test_a_sighting_counts_what_is_there() -> None:
    """Twice is an alarm; an answer without an id proves nothing that could be kept."""
    twice = (OURS, replace(OURS, ref="9_9"))

    assert sighting_of(ORDER, (), (), WireTrace()) == Absent()
    assert sighting_of(ORDER, (THEIRS,), (), WireTrace()) == Absent()
    assert sighting_of(ORDER, twice, (), WireTrace()) == Found("9_3", "https://f/9_3", copies=2)
    assert isinstance(sighting_of(ORDER, (replace(OURS, ref=""),), (), WireTrace()), Unreadable)


def test_one_comment_has_one_key_for_answers_and_one_for_each_way_of_hiding() -> None:
    """Public and private share it: a comment gets one answer."""
    assert reply_key("x", "7") == "reply:x:7"
    assert hide_key("x", "7") == "hide:x:7"
    assert hide_key("x", "7", hidden=False) == "unhide:x:7"
