"""What stands around a comment: counts by which the machine falls silent under a post."""

from datetime import timedelta

from pressroom.domain.analysis import AnalysisRecord, SentimentLabel
from pressroom.domain.comment import Comment, seen
from pressroom.domain.decision_context import ThreadMood
from pressroom.storage.analyses import save_analyses
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.store import Store
from pressroom.storage.surroundings import moods_under
from tests.comments import NOON, a_comment, an_analysis

OTHER = "106728097004746_122100000000000009"


def _felt(comment: Comment, label: SentimentLabel) -> AnalysisRecord:
    record = an_analysis(comment)
    sentiment = record.analysis.sentiment.model_copy(update={"label": label})
    analysis = record.analysis.model_copy(update={"sentiment": sentiment})
    return record.model_copy(update={"analysis": analysis})


async def test_the_mood_under_a_post_counts_the_last_hours_apart(store: Store) -> None:
    """Negative ones of this hour and of the one before; older than six hours, and ours, none."""
    ages: list[tuple[timedelta, SentimentLabel]] = [
        (timedelta(minutes=5), "negative"),
        (timedelta(minutes=60), "negative"),
        (timedelta(minutes=61), "negative"),
        (timedelta(minutes=30), "positive"),
        (timedelta(hours=3), "negative"),
        (timedelta(hours=5), "neutral"),
        (timedelta(hours=7), "negative"),
    ]
    made = {a_comment(n, created_time=NOON - age): label for n, (age, label) in enumerate(ages, 1)}
    ours = a_comment(90, created_time=NOON, is_ours=True)
    elsewhere = a_comment(91, created_time=NOON, platform_post_id=OTHER)
    unread = a_comment(92, created_time=NOON, platform_post_id=OTHER)
    made |= {ours: "negative", elsewhere: "positive"}
    async with store.write() as session:
        await apply_changes(session, [seen(one, NOON) for one in (*made, unread)])
        await save_analyses(session, {one.ref: _felt(one, label) for one, label in made.items()})

    async with store.read() as session:
        here = next(iter(made))
        found = await moods_under(session, [here, elsewhere], NOON)
        nowhere = await moods_under(session, [replace_post(here, "")], NOON)

    assert found == {
        ("facebook", here.platform_post_id): ThreadMood(
            comments=6, negative=4, negative_this_hour=2, negative_hour_before=1
        ),
        ("facebook", OTHER): ThreadMood(comments=1),
    }
    assert nowhere == {}


def replace_post(comment: Comment, post: str) -> Comment:
    """The same comment below another post."""
    return comment.model_copy(update={"platform_post_id": post})
