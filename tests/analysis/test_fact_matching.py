"""A fact answers a question when it meets all of it; half an answer is a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.fact_matching import match_fact
from pressroom.analysis.question_topics import QUESTION_TOPICS
from pressroom.domain.brand import Brand
from pressroom.domain.reply_policy import Floors
from pressroom.evals.harbour import ANSWERS, FACTS, HARBOUR

SURE = Floors().answer


@pytest.mark.parametrize(
    ("question", "language", "key"),
    [
        ("What are your opening hours?", "en", "hours"),
        ("When do you open on Saturdays?", "en", "hours"),
        ("Love the coffee! What time do you close?", "en", "hours"),
        ("Are you open at 8 on Monday?", "en", "hours"),
        ("Do you ship to Spain?", "en", "delivery"),
        ("Do you have wifi?", "en", "wifi"),
        ("Where do your beans come from?", "en", "origin"),
        ("how much is a refill?", "en", "refill"),
        ("¿A qué hora abren los sábados?", "es", "hours"),
        ("Wann habt ihr offen?", "de", "hours"),
        ("Quels sont vos horaires ?", "fr", "hours"),
        ("A che ora aprite il sabato?", "it", "hours"),
        ("Que horas vocês abrem no sábado?", "pt", "hours"),
        ("Thứ bảy quán mở cửa lúc mấy giờ?", "vi", "hours"),
    ],
)
def test_a_question_finds_its_answer_in_its_language(
    question: str, language: str, key: str
) -> None:
    """A question and its answer share a subject more often than words."""
    found = match_fact(question, HARBOUR, language)

    assert found is not None
    assert found.score >= SURE
    told = ANSWERS[key].in_language(language, "en") if key in ANSWERS else FACTS[key]
    assert (found.text, found.language) == (told, language)


@pytest.mark.parametrize(
    "question",
    [
        "Are you open on Christmas?",
        "When do you open on Sundays?",
        "Do you open at 7?",
        "Do you ship to Norway?",
        "How much is shipping?",
        "How much is the travel cup?",
        "Do you open a shop in Berlin?",
        "Is your wifi safe from hackers?",
        "Why are you always closed?",
        "Where can I park?",
        "Is the coffee shop open to investors?",
        "",
        "?!",
    ],
)
def test_a_question_that_is_only_half_met_is_left_to_a_person(question: str) -> None:
    """The hours of the week do not answer for Christmas Day."""
    found = match_fact(question, HARBOUR, "en")

    assert found is None or found.score < SURE


def test_an_answer_without_translation_comes_in_the_brands_language() -> None:
    """It still helps the person who answers; it is not sent by itself."""
    found = match_fact("Tem wifi?", HARBOUR, "pt")

    assert found is not None
    assert found.language == "en"


def test_every_subject_has_words_in_several_languages() -> None:
    """A subject known in one language only would answer one language only."""
    assert all(len(words) >= 3 for words in QUESTION_TOPICS.values())


@given(st.text(max_size=120))
def test_any_question_gets_a_score_within_bounds(question: str) -> None:
    """Strangers ask anything."""
    found = match_fact(question, HARBOUR, "en")

    assert found is None or 0.0 < found.score <= 1.0
    assert match_fact(question, Brand(name="Bare"), "en") is None
