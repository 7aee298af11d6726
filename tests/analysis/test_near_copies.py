"""Near copies: campaigns and repeaters are found in a stream, small talk is not, memory is bounded."""

from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.near_copies import NearCopies, likeness
from pressroom.analysis.tokens import plain, tokenise
from pressroom.domain.analysis import NearCopy

SENTENCE = "Shame on this company for closing the old library, I will never buy here again"


def note(seen: NearCopies, text: str, comment: str = "", author: str = "") -> NearCopy:
    return seen.note(tokenise(plain(text)), comment_id=comment, author_id=author)


def test_the_same_sentence_from_many_accounts_is_a_campaign() -> None:
    """A campaign is answered once, not a hundred times; emoji, links and tags do not hide it."""
    seen = NearCopies()
    variants = (
        SENTENCE,
        SENTENCE.upper() + "!!! 😡😡",
        f"@acme {SENTENCE} https://t.co/x",
        f"RT @other: {SENTENCE}...",
        SENTENCE.replace("company", "brand"),
    )

    found = [note(seen, text, f"c{at}", f"a{at}") for at, text in enumerate(variants)]

    assert [one.of for one in found] == ["", "", *["many_accounts"] * 3]
    assert [one.copies for one in found] == [0, 1, 2, 3, 4]
    assert {one.earliest for one in found} == {"c0"}


def test_an_account_that_repeats_itself_is_told_apart() -> None:
    """One angry person is no campaign."""
    seen = NearCopies()
    note(seen, SENTENCE, "c1", "same")

    again = note(seen, SENTENCE + " !!", "c2", "same")

    assert again.of == "same_account"
    assert again.copies == 1


def test_thanks_is_said_by_many_before_it_is_a_campaign() -> None:
    """Forty people who say thank you have not agreed to."""
    seen = NearCopies()
    found = [note(seen, "Thanks!", f"c{at}", f"a{at}").of for at in range(120)]

    assert not any(found[:90])
    assert found[-1] == "many_accounts"


def test_other_comments_on_the_same_subject_are_no_copies() -> None:
    """People who agree do not copy."""
    seen = NearCopies()
    note(seen, SENTENCE, "c1", "a1")
    other = "I am sad that the old library is closing, it was the best place in town"

    assert note(seen, other, "c2", "a2").copies == 0
    assert likeness(SENTENCE, other) < 0.4 < likeness(SENTENCE, SENTENCE + " ok")


def test_a_delivery_that_comes_twice_counts_once() -> None:
    """Platforms deliver webhooks again; that must not make a copy of a comment."""
    seen = NearCopies()
    note(seen, SENTENCE, "c1", "a1")

    assert note(seen, SENTENCE, "c1", "a1").copies == 0


def test_an_edited_comment_leaves_its_former_text() -> None:
    """Somebody who takes the slogan back is not counted with those who say it."""
    seen = NearCopies()
    note(seen, SENTENCE, "c1", "a1")
    note(seen, SENTENCE, "c2", "a2")
    note(seen, "Sorry, I was wrong about that and I like the new place a lot", "c2", "a2")

    assert note(seen, SENTENCE, "c3", "a3").copies == 1


def test_scripts_without_spaces_are_compared_too() -> None:
    """Chinese and Thai have no spaces to cut at."""
    one = "这家公司的服务太差了我再也不会来这里买东西"
    assert likeness(one, one + "！！") > 0.9
    assert likeness(one, "今天天气很好我们一起去公园散步吧") < 0.2


def test_memory_stays_bounded_and_the_latest_is_known() -> None:
    """A viral week must not fill the machine; what is repeated now is still found."""
    seen = NearCopies(most_texts=100)
    for at in range(1000):
        note(
            seen,
            f"number {at} tells its own story about thing {at * 7} and place {at * 13}",
            f"c{at}",
        )
    last = "number 999 tells its own story about thing 6993 and place 12987"

    assert len(seen) == 100
    assert note(seen, last, "new").copies >= 1


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_stream_gives_the_same_verdicts_again(texts: list[str]) -> None:
    """A replayed stream must lead to the same decisions."""
    one, other = NearCopies(8), NearCopies(8)
    for at, text in enumerate(texts):
        first = note(one, text, f"c{at}", f"a{at % 3}")
        assert first == note(other, text, f"c{at}", f"a{at % 3}")
        assert 0 <= first.copies <= at


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_share_and_has_no_direction(one: str, other: str) -> None:
    """Which came first does not matter to how alike two texts are."""
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
