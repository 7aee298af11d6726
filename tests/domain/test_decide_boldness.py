"""Whatever the rest is, one more reason for caution never makes the machine bolder."""

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.domain.analysis import (
    CommentAnalysis,
    Intent,
    Language,
    NearCopy,
    ReplyNeed,
    SentimentLabel,
    Spam,
    Toxicity,
    ToxicityKind,
)
from pressroom.domain.brand import Brand
from pressroom.domain.comment import Comment
from pressroom.domain.decide import decide
from pressroom.domain.decision import Mode, ReplyKind
from pressroom.domain.decision_context import DecisionContext, ThreadMood
from pressroom.domain.platform import PLATFORMS
from pressroom.domain.provenance import MadeBy
from pressroom.domain.reply_policy import MODES, Modes
from pressroom.domain.reply_rules import ReplyFacts
from tests.domain.deciding import (
    HOURS,
    NOW,
    PRAISE,
    analysis,
    comment,
    policy,
    second,
)

CONFIDENCE = st.floats(0, 1)
INTENTS = st.sampled_from(get_args(Intent))
FEELINGS = st.sampled_from(get_args(SentimentLabel))
ANALYSES = st.builds(
    analysis,
    INTENTS,
    FEELINGS,
    CONFIDENCE,
    toxicity=st.builds(
        Toxicity,
        is_toxic=st.booleans(),
        score=CONFIDENCE,
        kinds=st.lists(st.sampled_from(get_args(ToxicityKind)), max_size=2).map(tuple),
    ),
    spam=st.builds(Spam, is_spam=st.booleans(), score=CONFIDENCE),
    language=st.builds(
        Language, code=st.sampled_from(["en", "de", "und", "pl"]), confidence=CONFIDENCE
    ),
    reply_need=st.builds(ReplyNeed, needed=st.booleans(), confidence=CONFIDENCE, why=st.just("")),
    near_copy=st.builds(
        NearCopy,
        of=st.sampled_from(["", "many_accounts", "same_account"]),
        copies=st.integers(0, 9),
        earliest=st.sampled_from(["", "c0", "c1"]),
    ),
)
SECONDS = st.none() | st.builds(
    second,
    INTENTS,
    FEELINGS,
    is_toxic=st.booleans(),
    needs_reply=st.booleans(),
    made_by=st.sampled_from(get_args(MadeBy)),
)
CONTEXTS = st.builds(
    DecisionContext,
    facts=st.builds(
        ReplyFacts,
        can_reply=st.sampled_from([None, True, False]),
        summoned=st.sampled_from([None, True, False]),
        public_replies=st.integers(0, 1),
        private_replies=st.integers(0, 1),
        ai_replies_approved=st.booleans(),
    ),
    answer=st.none() | st.just(HOURS),
    refinement=SECONDS,
    taken_over=st.booleans(),
    frozen=st.booleans(),
    replies_to_author_on_post=st.integers(0, 2),
    replies_this_hour=st.integers(0, 40),
    replies_in_thread=st.integers(0, 5),
    mood=st.builds(
        ThreadMood,
        comments=st.integers(8, 20),
        negative=st.integers(0, 8),
        negative_this_hour=st.integers(0, 8),
        negative_hour_before=st.integers(0, 8),
    ),
)
BRANDS = st.builds(
    policy,
    mode=st.sampled_from(MODES),
    modes=st.fixed_dictionaries({kind: st.sampled_from(MODES) for kind in get_args(ReplyKind)}),
    hide=st.fixed_dictionaries({"spam": st.sampled_from(MODES), "toxic": st.sampled_from(MODES)}),
    languages=st.sampled_from([[], ["de"]]),
)
COMMENTS = st.builds(
    comment,
    st.sampled_from([PRAISE, "When do you open?", "❤️", "bread was hard", "stop replying to me"]),
    platform=st.sampled_from(PLATFORMS),
    place=st.sampled_from(["comment", "mention"]),
    parent_id=st.sampled_from(["", "p"]),
)
CASES = st.tuples(COMMENTS, ANALYSES, CONTEXTS, BRANDS)
Case = tuple[Comment, CommentAnalysis, DecisionContext, Brand]


def speaks_alone(
    of: Comment, seen: CommentAnalysis, context: DecisionContext, brand: Brand
) -> bool:
    found = decide(of, seen, context, brand, NOW)
    return found.acts_alone and found.action != "hide"


def acts_alone(of: Comment, seen: CommentAnalysis, context: DecisionContext, brand: Brand) -> bool:
    return decide(of, seen, context, brand, NOW).acts_alone


@given(CASES, st.sampled_from(["my dog died", "call my lawyer", "I want to kill myself"]))
@settings(max_examples=60)
def test_a_grave_word_is_never_answered_alone(case: Case, grave: str) -> None:
    """No analysis, context, model or brand file lifts the never-auto list."""
    of, *rest = case
    worse = of.model_copy(update={"message": f"{of.message} {grave}"})

    found = decide(worse, *rest, NOW)

    assert not found.acts_alone
    assert found.action == "escalate"


@given(CASES, st.floats(0, 1))
@settings(max_examples=100)
def test_less_confidence_never_makes_it_bolder(case: Case, share: float) -> None:
    """Doubt must not be a way around the floor."""
    of, seen, context, brand = case
    purpose = seen.purpose.model_copy(update={"confidence": seen.purpose.confidence * share})
    feeling = seen.sentiment.model_copy(update={"confidence": seen.sentiment.confidence * share})
    spam = seen.spam.model_copy(update={"score": seen.spam.score * share})
    rude = seen.toxicity.model_copy(update={"score": seen.toxicity.score * share})
    update = {"purpose": purpose, "sentiment": feeling, "spam": spam, "toxicity": rude}
    unsure = seen.model_copy(update=update)

    assert acts_alone(of, unsure, context, brand) <= acts_alone(of, seen, context, brand)


WORSE = {
    "a person is there": lambda context: replace(context, taken_over=True),
    "a freeze": lambda context: replace(context, frozen=True),
    "one more answer this hour": lambda context: replace(
        context, replies_this_hour=context.replies_this_hour + 1
    ),
    "one more in the thread": lambda context: replace(
        context, replies_in_thread=context.replies_in_thread + 1
    ),
    "one more to this person": lambda context: replace(
        context, replies_to_author_on_post=context.replies_to_author_on_post + 1
    ),
    "one more angry comment": lambda context: replace(
        context,
        mood=replace(
            context.mood,
            negative=context.mood.negative + 1,
            negative_this_hour=context.mood.negative_this_hour + 1,
        ),
    ),
    "a name that embarrasses": lambda context: replace(context, name_is_abusive=True),
    "a wish to be left alone": lambda context: replace(
        context, facts=replace(context.facts, asked_to_stop=True)
    ),
    "no fact that answers": lambda context: replace(context, answer=None),
}


@given(CASES, st.sampled_from(sorted(WORSE)))
@settings(max_examples=150)
def test_one_more_reason_for_caution_never_makes_it_bolder(case: Case, name: str) -> None:
    """Each brake works in every combination with the others."""
    of, seen, context, brand = case

    assert speaks_alone(of, seen, WORSE[name](context), brand) <= speaks_alone(
        of, seen, context, brand
    )


@given(CASES, st.sampled_from(MODES))
@settings(max_examples=60)
def test_a_lower_ceiling_never_makes_it_bolder(case: Case, mode: Mode) -> None:
    """`mode: review` in the brand file is all that a careful brand has to write."""
    of, seen, context, brand = case
    lowest = min(mode, brand.replies.mode, key=MODES.index)
    replies = brand.replies.model_copy(update={"mode": lowest})
    careful = brand.model_copy(update={"replies": replies})

    assert acts_alone(of, seen, context, careful) <= acts_alone(of, seen, context, brand)


@given(CASES)
@settings(max_examples=60)
def test_a_second_look_alone_never_lets_the_machine_speak_against_the_rules(case: Case) -> None:
    """Where the rules are sure of something else than praise or a question, no model changes it."""
    of, seen, context, brand = case
    bold = seen.purpose.intent in ("praise", "question")

    if not bold and seen.purpose.confidence >= brand.replies.floors.confidence:
        calm = policy(**brand.replies.model_dump() | {"modes": Modes().model_dump()})
        assert not speaks_alone(of, seen, context, calm)


@given(CASES)
@settings(max_examples=60)
def test_every_decision_says_why_and_waits_with_a_deadline(case: Case) -> None:
    """A decision that nobody can follow cannot be corrected."""
    found = decide(*case, NOW)

    assert found.reasons
    assert all(reason.text and reason.rule for reason in found.reasons)
    waits = found.action == "escalate" or (found.action != "ignore" and found.mode == "review")
    assert (found.answer_by is not None) is waits
    assert found.language in case[3].spoken
    assert found == decide(*case, NOW)
