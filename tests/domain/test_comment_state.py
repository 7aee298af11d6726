"""What is known of a comment does not depend on the order in which it was heard."""

from datetime import timedelta
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.comment import Comment, CommentChange, parse_ref, seen
from pressroom.domain.comment_state import CommentState, agrees, fact_of, join
from tests.comments import NOON, a_comment, told

SECONDS = st.integers(0, 5).map(lambda n: timedelta(seconds=n))
TEXTS = st.sampled_from(["", "Open?", "Open today?", "Shame on you"])

comments = st.builds(
    lambda text, likes, hidden, named, exact, parent, told: a_comment(
        message=text,
        likes=likes,
        is_hidden=hidden,
        author_id="4567" if named else "",
        author_name="Jane" if named else "",
        is_time_exact=exact,
        created_time=NOON if exact else NOON + timedelta(seconds=9),
        parent_id=parent,
        can_reply=told,
        can_hide=told,
        summoned=told,
    ),
    TEXTS,
    st.none() | st.integers(0, 3),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "222_0"]),
    st.none() | st.booleans(),
)


@st.composite
def changes(draw: st.DrawFn) -> CommentChange:
    verb = draw(st.sampled_from(["add", "edit", "hide", "unhide", "seen", "remove"]))
    comment, after = draw(comments), draw(SECONDS)
    if verb == "seen":
        return seen(comment, NOON + after)
    change = told(comment, verb, after=after)
    only_id = verb not in ("add", "edit") and draw(st.booleans())
    source = draw(st.sampled_from(["webhook", "file"]))
    return change.model_copy(update={"source": source} | ({"comment": None} if only_id else {}))


facts = st.builds(fact_of, changes(), SECONDS.map(lambda after: NOON + after))


@given(facts, facts, facts)
def test_facts_join_in_any_order_and_as_often_as_they_come(
    a: CommentState, b: CommentState, c: CommentState
) -> None:
    """Copies, disorder and retries are what webhooks are: none may leave a trace."""
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(a, join(b, c))
    assert join(a, a) == a
    assert join(join(a, b), b) == join(a, b)


class History:
    """A comment's life on its platform, and what its webhooks told, each once and in order."""

    def __init__(self, comment: Comment) -> None:
        self.comment: Comment | None = comment
        self.told: list[CommentChange] = [told(comment)]
        self._seconds = 0

    def happen(self, what: str) -> None:
        """Let one thing happen: hidden, shown, removed, or edited to the text that is given."""
        if self.comment is None:
            return
        self._seconds += 1
        verb = {"hide": "hide", "unhide": "unhide", "remove": "remove"}.get(what, "edit")
        if verb in ("hide", "unhide"):
            self.comment = self.comment.model_copy(update={"is_hidden": verb == "hide"})
        elif verb == "edit":
            self.comment = self.comment.model_copy(update={"message": what})
        self.told.append(told(self.comment, verb, after=timedelta(seconds=self._seconds)))
        if verb == "remove":
            self.comment = None


happenings = st.lists(st.sampled_from(["hide", "unhide", "A", "B", "C", "remove"]), max_size=6)


@st.composite
def heard_histories(draw: st.DrawFn) -> tuple[History, list[CommentChange]]:
    """A life, and what arrived of it: shuffled, some of it twice, some never."""
    history = History(a_comment(message="A"))
    readings = []
    for n, what in enumerate(draw(happenings)):
        history.happen(what)
        if history.comment is not None and draw(st.booleans()):
            readings.append(seen(history.comment, NOON + timedelta(minutes=n)))
    arrived = draw(st.lists(st.sampled_from([*history.told, *readings]), max_size=12))
    return history, arrived


@given(heard_histories())
def test_whatever_arrived_one_listing_puts_it_right(
    heard: tuple[History, list[CommentChange]],
) -> None:
    """Events that were lost, doubled or turned round: after a full backfill we know the truth."""
    history, arrived = heard
    later = NOON + timedelta(hours=1)
    truth = history.comment
    listing = seen(truth, later) if truth else told(a_comment(), "remove")

    state = reduce(join, (fact_of(change, NOON) for change in [*arrived, listing]))

    if truth is None:
        assert state.removed_at is not None
        assert (state.message, state.author_name, state.has_text) == ("", "", False)
    else:
        known = state.to_comment()
        assert (known.message, known.is_hidden) == (truth.message, truth.is_hidden)
        assert known.author_id == truth.author_id
        assert state.removed_at is None


@given(heard_histories())
def test_a_removal_leaves_no_word_whatever_comes_after(
    heard: tuple[History, list[CommentChange]],
) -> None:
    """A late copy of the first webhook must not bring back what its writer deleted."""
    _, arrived = heard
    removal = told(a_comment(), "remove")

    state = reduce(join, (fact_of(change, NOON) for change in [removal, *arrived]))

    assert state.removed_at is not None
    assert not any((state.message, state.author_id, state.author_name, state.permalink))


def test_events_without_a_reading_go_by_their_time() -> None:
    """Where no platform can be asked, an edit beats the first words and a later one an earlier."""
    first = told(a_comment(message="first"))
    edit = told(a_comment(message="edit"), "edit", after=timedelta(seconds=5))
    last = told(a_comment(message="last"), "edit", after=timedelta(seconds=9))

    for order in ([first, edit, last], [last, edit, first], [edit, last, first]):
        assert reduce(join, (fact_of(c, NOON) for c in order)).message == "last"


def test_an_event_that_says_what_was_read_needs_no_second_reading() -> None:
    """Our own hiding comes back as a webhook: asking the platform again would tell nothing."""
    known = fact_of(seen(a_comment(is_hidden=True, message="A"), NOON), NOON)

    assert agrees(told(a_comment(), "hide"), known)
    assert not agrees(told(a_comment(), "unhide"), known)
    assert agrees(told(a_comment(message="A"), "edit"), known)
    assert not agrees(told(a_comment(message="B"), "edit"), known)


def test_a_guessed_time_gives_way_to_a_told_one() -> None:
    """Instagram's webhooks do not say when a comment was written, its listings do."""
    guessed = fact_of(
        told(a_comment(is_time_exact=False, created_time=NOON + timedelta(hours=1))), NOON
    )
    told_later = fact_of(seen(a_comment(created_time=NOON), NOON + timedelta(hours=2)), NOON)

    assert join(guessed, told_later).created_time == NOON
    assert join(told_later, guessed).is_time_exact


@pytest.mark.parametrize("text", ["jane", "facebook:", "myspace:1", ""])
def test_a_ref_that_names_nothing_is_refused(text: str) -> None:
    """What is to be forgotten must be named beyond doubt."""
    with pytest.raises(ValueError, match=r"PLATFORM:ID|unknown platform"):
        parse_ref(text)


def test_a_ref_may_name_a_platform_as_people_do() -> None:
    """X was Twitter for long; ids of the Page hold underscores."""
    assert parse_ref(" Twitter:123 ") == ("x", "123")
    assert str(parse_ref("facebook:222_333")) == "facebook:222_333"
