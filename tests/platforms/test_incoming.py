"""What Meta's webhooks tell of comments, and what they do not stop at."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.comment import Comment, CommentChange
from pressroom.platforms.incoming import Delivery, read_delivery

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NOW = NOON + timedelta(minutes=1)
PAGE, POST = "106728097004746", "106728097004746_222"


def page(*values: object, account: object = PAGE, time: object = None) -> dict[str, Any]:
    """A Page's delivery with these `feed` values."""
    changes = [{"field": "feed", "value": value} for value in values]
    entry = {"id": account, "time": time or int(NOW.timestamp()), "changes": changes}
    return {"object": "page", "entry": [entry]}


def instagram(field: str, *values: object) -> dict[str, Any]:
    """An Instagram account's delivery with these values of *field*."""
    changes = [{"field": field, "value": value} for value in values]
    entry = {"id": "17841400000000001", "time": int(NOW.timestamp()), "changes": changes}
    return {"object": "instagram", "entry": [entry]}


def on_page(**changes: Any) -> dict[str, Any]:
    """The value of a comment on the Page; a change to None leaves the field out."""
    value: dict[str, Any] = {
        "item": "comment",
        "verb": "add",
        "comment_id": "222_333",
        "post_id": POST,
        "parent_id": POST,
        "from": {"id": "4567", "name": "Jane Example"},
        "created_time": int(NOON.timestamp()),
        "message": "What are your opening hours?",
    }
    return {k: v for k, v in {**value, **changes}.items() if v is not None}


def on_instagram(**changes: Any) -> dict[str, Any]:
    """The value of a comment on Instagram."""
    value: dict[str, Any] = {
        "id": "17865799348089039",
        "from": {"id": "9000", "username": "jane_example"},
        "media": {"id": "18000000000000000", "media_product_type": "FEED"},
        "text": "Love it",
    }
    return {k: v for k, v in {**value, **changes}.items() if v is not None}


def only(document: object) -> CommentChange:
    """The one change in *document*."""
    (change,) = read_delivery(document, NOW).changes
    return change


def comment_in(document: object) -> Comment:
    """What the one change in *document* says."""
    comment = only(document).comment
    assert comment is not None
    return comment


def test_a_comment_on_the_page_is_told_whole() -> None:
    """Who, what, where and when: all that is decided by."""
    assert comment_in(page(on_page())) == Comment(
        platform="facebook",
        comment_id="222_333",
        account=PAGE,
        platform_post_id=POST,
        author_id="4567",
        author_name="Jane Example",
        message="What are your opening hours?",
        created_time=NOON,
    )


def test_an_answer_names_the_comment_it_hangs_below() -> None:
    """At the top `parent_id` is the post, by its whole id or by its number alone."""
    assert comment_in(page(on_page(parent_id="222_111"))).parent_id == "222_111"
    assert comment_in(page(on_page(parent_id="222"))).parent_id == ""
    assert comment_in(page(on_page(parent_id=None))).parent_id == ""


@pytest.mark.parametrize(
    ("verb", "ours"),
    [
        ("edited", "edit"),
        ("edit", "edit"),
        ("update", "edit"),
        ("remove", "remove"),
        ("delete", "remove"),
        ("hide", "hide"),
        ("unhide", "unhide"),
    ],
)
def test_what_happens_later_is_as_late_as_it_was_sent(verb: str, ours: str) -> None:
    """With every verb Facebook tells when the comment was written, never when it was changed."""
    change = only(page(on_page(verb=verb)))

    assert change.verb == ours
    assert change.at == NOW
    assert (change.comment is None) == (ours == "remove")


def test_a_removal_needs_no_words_and_no_time() -> None:
    """That is all that comes with it."""
    change = only(page({"item": "comment", "verb": "remove", "comment_id": "222_333"}))

    assert (change.verb, change.comment, change.tells_only_id) == ("remove", None, False)


def test_what_tells_only_an_id_is_to_be_asked_for() -> None:
    """An edit without its text, and a mention on Instagram, are worth nothing by themselves."""
    edit = only(page(on_page(verb="edited", message=None)))
    mention = only(instagram("mentions", {"media_id": "179", "comment_id": "178"}))
    caption = only(instagram("mentions", {"media_id": "179"}))

    assert edit.tells_only_id
    assert mention.tells_only_id
    assert (mention.comment_id, caption.comment_id) == ("178", "179")


def test_a_picture_without_words_is_a_comment() -> None:
    """A photo of a broken cup is a complaint; its words are empty and its kind is told."""
    comment = comment_in(page(on_page(message=None, photo="https://scontent.invalid/1.jpg")))

    assert (comment.message, comment.attachment) == ("", "photo")


def test_instagram_does_not_tell_when_and_may_not_tell_who() -> None:
    """The time of sending stands in, marked as a guess, and no name is made up."""
    comment = comment_in(instagram("comments", on_instagram(**{"from": None})))

    assert comment.created_time == NOW
    assert not comment.is_time_exact
    assert (comment.author_id, comment.author_name) == ("", "")


def test_places_are_told_apart() -> None:
    """Below a broadcast only a private answer is possible."""
    live = comment_in(instagram("live_comments", on_instagram()))
    answer = comment_in(instagram("comments", on_instagram(parent_id="17865")))

    assert (live.place, answer.place, answer.parent_id) == ("live", "comment", "17865")


def test_our_own_words_come_back_marked() -> None:
    """Whoever answers its own echo never stops."""
    ours = {"id": PAGE, "name": "Our Page"}
    scoped = {"id": "77", "username": "brand", "self_ig_scoped_id": "17841400000000001"}

    assert comment_in(page(on_page(**{"from": ours}))).is_ours
    assert comment_in(instagram("comments", on_instagram(**{"from": scoped}))).is_ours
    assert not comment_in(page(on_page())).is_ours
    assert not comment_in(page(on_page(), account="")).is_ours


def test_every_change_of_every_entry_counts() -> None:
    """Reading the first alone loses a viral post's comments."""
    entries = [page(*(on_page(comment_id=f"222_{n}{m}") for m in range(3))) for n in range(4)]
    document = {"object": "page", "entry": [e for d in entries for e in d["entry"]]}

    assert len(read_delivery(document, NOW).changes) == 12


def test_what_is_about_something_else_is_left_out_and_counted() -> None:
    """Reactions, posts of ours and new fields come in the same deliveries."""
    others = [
        on_page(item="reaction", comment_id=None),
        on_page(item="status"),
        on_page(verb="block"),
        on_page(comment_id=None),
        on_page(comment_id={"a": 1}),
        "nonsense",
        None,
    ]
    mixed = page(*others, on_page())
    mixed["entry"][0]["changes"].append({"field": "leadgen", "value": on_page()})
    mixed["entry"][0]["changes"].append({"field": "comments", "value": on_instagram()})

    delivery = read_delivery(mixed, NOW)

    assert len(delivery.changes) == 1
    assert delivery.ignored == len(others) + 2
    assert read_delivery({**page(on_page()), "object": "user"}, NOW) == Delivery((), 1)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (int(NOON.timestamp()), NOON),
        (str(int(NOON.timestamp())), NOON),
        (int(NOON.timestamp()) * 1000, NOON),
        ("2026-11-22T12:00:00+0000", NOON),
        ("2026-11-22T12:00:00", NOW),
        (None, NOW),
        (0, NOW),
        (-5, NOW),
        (10**400, NOW),
        (float("nan"), NOW),
        (True, NOW),
        ([], NOW),
        ("yesterday", NOW),
    ],
)
def test_odd_times_fall_back_on_the_time_of_sending(time: object, expected: datetime) -> None:
    """A comment from 1970 or the year 9999 would be sorted away where nobody looks."""
    assert comment_in(page(on_page(created_time=time))).created_time == expected


def test_what_no_database_takes_is_replaced() -> None:
    """Half an emoji and NUL come in real comments."""
    comment = comment_in(page(on_page(message="a\x00b\ud83dc", **{"from": {"name": "\udc00"}})))

    assert comment.message == "a\ufffdb\ufffdc"
    assert comment.author_name == "\ufffd"
    assert comment.model_dump_json()


words = st.sampled_from(
    ["", "comment", "add", "remove", "feed", "comments", "page", "222_1", "\ud800", "a b", "9" * 99]
)
flat = st.none() | st.booleans() | st.integers() | st.floats() | words
json_values = flat | st.lists(flat, max_size=3) | st.dictionaries(words, flat, max_size=3)


@given(st.data())
def test_nothing_that_is_in_it_makes_it_raise(data: st.DataObject) -> None:
    """Signed bodies come from Meta, and Meta changes them without asking."""
    which = data.draw(st.sampled_from(["page", "comments", "mentions", "live_comments"]))
    value: dict[str, Any] = on_page() if which == "page" else on_instagram()
    for key in data.draw(st.lists(st.sampled_from(sorted(value)), max_size=4)):
        value[key] = data.draw(json_values)
    document: Any = page(value) if which == "page" else instagram(which, value)
    for key in data.draw(st.lists(st.sampled_from(["id", "time", "changes"]), max_size=1)):
        document["entry"][0][key] = data.draw(json_values)
    if data.draw(st.booleans()):
        document[data.draw(st.sampled_from(["object", "entry"]))] = data.draw(json_values)

    for change in read_delivery(document, NOW).changes:
        assert change.comment_id
        assert CommentChange.model_validate_json(change.model_dump_json()) == change


@given(json_values)
def test_a_document_of_any_kind_is_read(document: object) -> None:
    """A list, a number, nothing."""
    assert read_delivery(document, NOW).changes == ()


def test_the_samples_of_the_contracts_are_read(contracts: Path) -> None:
    """Payloads as others have seen them: all that are about comments, and only those."""
    samples = json.loads((contracts / "webhook_samples.json").read_text())["samples"]

    told = {name: read_delivery(sample, NOW).changes for name, sample in samples.items()}

    assert {name: [c.verb for c in changes] for name, changes in told.items() if changes} == {
        "page_comment_add": ["add"],
        "page_reply_add": ["add"],
        "page_comment_edited": ["edit"],
        "page_comment_remove": ["remove"],
        "page_comment_hide": ["hide"],
        "instagram_comment": ["add"],
        "instagram_reply": ["add"],
        "instagram_mention": ["add"],
    }
    ours = [
        name for name, changes in told.items() for c in changes if c.comment and c.comment.is_ours
    ]
    assert ours == ["page_reply_add", "instagram_reply"]
