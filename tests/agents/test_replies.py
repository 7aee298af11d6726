"""Without a model every comment still gets a fitting answer that states nothing of its own."""

from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.agents.courtesy import KITS
from pressroom.agents.replies import compose_reply
from pressroom.agents.reply_checks import check_reply
from pressroom.domain.decision import ReplyKind
from pressroom.domain.platform import PLATFORMS
from pressroom.domain.reply_policy import Tone
from pressroom.evals.harbour import ANSWERS

from .occasions import occasion, replies

KINDS: tuple[ReplyKind, ...] = get_args(ReplyKind)
TONES: tuple[Tone, ...] = get_args(Tone)
ASKED = {
    "en": "What are your opening hours?",
    "es": "¿Cuál es su horario?",
    "fr": "Quels sont vos horaires ?",
    "de": "Wann habt ihr offen?",
    "it": "Quali sono gli orari?",
    "pt": "Qual é o horário?",
    "vi": "Quán mở cửa mấy giờ?",
}


@pytest.mark.parametrize(("language", "tone", "kind"), list(product(KITS, TONES, KINDS)))
def test_every_answer_of_ours_passes_every_check(
    language: str, tone: Tone, kind: ReplyKind
) -> None:
    """The fallback is what goes out on the day the model is down: it must never be stopped."""
    brand = replies(tone=tone, sign_off="– HR")
    for number, platform in product(range(8), PLATFORMS):
        of = occasion(
            ASKED[language],
            kind,
            language,
            brand=brand,
            comment={"comment_id": f"c{number}", "platform": platform},
        )
        made = compose_reply(of)

        assert check_reply(made.text, of) == ()
        assert made.text.endswith("– HR")
        assert made.language == language


@pytest.mark.parametrize("language", KITS)
def test_a_question_is_answered_with_the_fact_word_for_word(language: str) -> None:
    """Another word could be another promise."""
    made = compose_reply(occasion(ASKED[language], "answered_question", language))

    told = ANSWERS["hours"].in_language(language, "en")
    assert told in made.text
    assert made.facts_used == (told,)


def test_equal_comments_get_equal_answers_and_different_ones_vary() -> None:
    """A run can be replayed, and a page does not read like a machine's."""
    texts = [
        compose_reply(occasion(comment={"comment_id": f"c{number}"})).text for number in range(30)
    ]

    assert texts[3] == compose_reply(occasion(comment={"comment_id": "c3"})).text
    assert len(set(texts)) >= 5


@pytest.mark.parametrize("kind", ["praise", "answered_question", "complaint", "question"])
def test_an_answer_keeps_clear_of_the_recent_ones(kind: ReplyKind) -> None:
    """Identical answers in a row are what readers laugh about."""
    recent: list[str] = []
    for number in range(4):
        of = occasion(ASKED["en"], kind, recent=tuple(recent), comment={"comment_id": f"c{number}"})
        text = compose_reply(of).text

        assert text not in recent
        assert "near_copy" not in {one.check for one in check_reply(text, of)}
        recent.insert(0, text)


def test_a_person_can_be_reached_where_the_brand_says_how() -> None:
    """A complaint is not sent away with thanks alone."""
    assert "hello@harbour-roast.example" in compose_reply(occasion("cold", "complaint")).text
    silent = replies(contact="")
    assert "@" not in compose_reply(occasion("cold", "complaint", brand=silent)).text


def test_in_a_language_without_courtesies_only_the_brands_own_words_are_said() -> None:
    """We write nothing in a language that we cannot write."""
    brand = replies(
        languages=["nl"],
        answers=[
            {"about": ["openingstijden"], "text": "Open 8-18.", "translations": {"nl": "Open."}}
        ],
    )

    assert compose_reply(occasion("mooi", "praise", "nl", brand=brand)).text == ""
    asked = occasion("Wat zijn de openingstijden?", "answered_question", "nl", brand=brand)
    assert compose_reply(asked).text == "Open."
    assert "empty" in {one.check for one in check_reply("", asked)}


@given(text=st.text(max_size=80), name=st.text(max_size=20), number=st.integers(0, 10**6))
@settings(max_examples=60)
def test_nothing_of_the_comment_is_in_the_answer(text: str, name: str, number: int) -> None:
    """A slur in a name or a comment was once thanked for by a biscuit."""
    plain = compose_reply(occasion(comment={"comment_id": f"c{number}"}))
    other = compose_reply(occasion(text, comment={"comment_id": f"c{number}", "author_name": name}))

    assert other == plain
