"""Trends are what moves people now and has to do with the brief, with the evidence beside it."""

from datetime import UTC, datetime, timedelta

from pressroom.analysis.trends import FeedItem, OwnPost, Remark, Signals, find_trends

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BRIEF = "Autumn tasting week. Our bakery serves six new breads."


def said(text: str, author: str, days: int = 1) -> Remark:
    return Remark(text, NOW - timedelta(days=days), "comments", author)


def test_without_any_past_the_briefs_own_keywords_remain() -> None:
    """A new account still gets ideas that are about something."""
    found = find_trends(Signals(brief=BRIEF, keywords=["bread"], language="en"), now=NOW)
    assert [(one.topic, one.source) for one in found] == [("bread", "brief")]
    assert find_trends(Signals(brief=BRIEF, language="en"), now=NOW)


def test_what_did_better_than_usual_is_a_trend_and_what_did_worse_is_none() -> None:
    """Own success is the best evidence there is."""
    posts = [OwnPost("Sourdough bread day", 9.0, NOW - timedelta(days=n)) for n in range(1, 4)]
    posts += [OwnPost("Opening hours update", 1.0, NOW - timedelta(days=n)) for n in range(1, 6)]
    found = find_trends(Signals(posts=posts, brief=BRIEF, language="en"), now=NOW)
    own = [one for one in found if one.source == "own-posts"]
    assert own
    assert all("bread" in one.topic or "sourdough" in one.topic for one in own)
    assert "9.0 %" in own[0].evidence


def test_one_person_is_no_trend_and_two_are() -> None:
    """A single loud customer does not set the subject."""
    alone = [said("gluten free bread please", "ann") for _ in range(5)]
    found = find_trends(Signals(remarks=alone, brief=BRIEF, language="en"), now=NOW)
    assert not [one for one in found if one.source == "comments"]
    both = [*alone, said("do you have gluten free bread", "bob")]
    found = find_trends(Signals(remarks=both, brief=BRIEF, language="en"), now=NOW)
    assert "by 2 people" in next(one.evidence for one in found if one.source == "comments")


def test_what_has_to_do_with_the_brief_goes_before_what_is_merely_loud() -> None:
    """A trend that is not ours to join is no help."""
    items = [FeedItem("Election night results"), FeedItem("Election night surprises everyone")]
    items.append(FeedItem("Why bakery breads are back"))
    found = find_trends(Signals(items=items, brief=BRIEF, language="en"), now=NOW)
    feed = [one for one in found if one.source == "feed"]
    assert feed[0].topic == "Why bakery breads are back"


def test_yesterday_counts_for_more_than_last_month() -> None:
    """A trend is of now."""
    new = FeedItem("Bakery breads A", published_at=NOW - timedelta(days=1))
    old = FeedItem("Bakery breads B", published_at=NOW - timedelta(days=30))
    found = find_trends(Signals(items=[old, new], brief=BRIEF, language="en"), now=NOW)
    scores = {one.topic: one.score for one in found}
    assert scores["Bakery breads A"] > 5 * scores["Bakery breads B"]


def test_scores_are_shares_and_the_list_is_short() -> None:
    """What is shown to a person is comparable and fits a screen."""
    items = [FeedItem(f"Bakery story number {n} of breads") for n in range(50)]
    posts = [OwnPost("bread " * n, float(n), NOW) for n in range(1, 20)]
    signals = Signals(posts=posts, items=items, keywords=["bread"], brief=BRIEF, language="en")
    found = find_trends(signals, now=NOW, limit=6)
    assert len(found) == 6
    assert all(0 <= one.score <= 1 for one in found)
    assert found == find_trends(signals, now=NOW, limit=6)
