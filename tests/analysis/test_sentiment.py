"""Sentiment: what people complain of in other tools, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sentiment_corpus import WRITTEN, written
from pressroom.analysis.lexicon import LANGUAGES, lexicon_of
from pressroom.analysis.sentiment import analyse_sentiment
from pressroom.analysis.sentiment_language import choose_language
from pressroom.analysis.sentiment_weights import parse_weights, shipped_weights
from pressroom.analysis.tokens import plain, tokenise
from pressroom.evals.sentiment import own_cases


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("not great, would not recommend", "negative"),
        ("Great, another 20 minutes of loading time! thanks for nothing", "negative"),
        ("I love the way you stole my money", "negative"),
        ("you killed my dog", "negative"),
        ("How do I get a refund?", "neutral"),
    ],
)
def test_what_another_product_got_wrong_is_right(text: str, label: str) -> None:
    """Each of these was published on by a word list elsewhere."""
    assert analyse_sentiment(text).label == label


def test_irony_needs_something_bad() -> None:
    """Praise in the words of irony stays praise."""
    assert analyse_sentiment("I love the way you smile").label == "positive"
    assert analyse_sentiment("Thanks for the flowers, great job!").label == "positive"


def test_most_cases_of_our_own_are_right_in_every_language() -> None:
    """The floor is under what was measured (90 of 100), so that chance does not fail the test."""
    cases = own_cases()
    right = [
        case
        for case in cases
        if analyse_sentiment(case["text"], case["language"]).label == case["label"]
    ]

    assert len(cases) >= 150
    assert len(right) / len(cases) > 0.85
    for language in LANGUAGES:
        there = [case for case in cases if case["language"] == language]
        assert len([case for case in right if case["language"] == language]) > 0.8 * len(there)


def test_no_case_was_learned_from() -> None:
    """A case that stands in the training text measures memory."""
    learned = {plain(one.text) for name in WRITTEN for one in written(name, seed=1)}

    assert not [case["text"] for case in own_cases() if plain(case["text"]) in learned]


def test_evidence_names_the_words_as_they_stand() -> None:
    """A person checks a verdict by looking at the words."""
    verdict = analyse_sentiment("The soup was NOT good, and I'd never recommend it 😡")

    words = {item.what: item.words for item in verdict.evidence}
    assert "NOT good" in words["negated praise"]
    assert words["sad emoji"] == ("😡",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://shop.example/a",
        "@someone",
        "12345",
        "これは何時ですか",
        "Когда вы открываетесь?",
    ],
)
def test_what_cannot_be_read_is_unknown(text: str) -> None:
    """An honest unknown goes to a person; a guess would be answered."""
    verdict = analyse_sentiment(text)

    assert (verdict.label, verdict.score, verdict.confidence) == ("unknown", 0.0, 0.0)


def test_emoji_speak_in_any_language() -> None:
    """A heart needs no dictionary."""
    assert analyse_sentiment("これ 😍😍", "ja").label == "positive"
    assert analyse_sentiment("これ 🤮🤮", "ja").label == "negative"


def test_praise_and_blame_across_a_but_are_mixed() -> None:
    """Answering such a comment with plain thanks embarrasses the brand."""
    verdict = analyse_sentiment("I love the design, but I hate the battery")

    assert verdict.label == "mixed"
    assert {item.what for item in verdict.evidence} == {"praise", "blame"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Llevo una hora esperando y nadie me contesta", "es"),
        ("Je ne suis pas contente du tout de votre service", "fr"),
        ("Ich warte seit einer Stunde und niemand antwortet", "de"),
        ("Aspetto da un'ora e non mi risponde nessuno", "it"),
        ("Não estou nada contente com o vosso serviço", "pt"),
        ("Mình rất thất vọng về dịch vụ của shop", "vi"),
        ("Nobody has answered me for an hour", "en"),
    ],
)
def test_the_language_is_found_where_nobody_names_it(text: str, language: str) -> None:
    """Each is a complaint, and is read as one by the lexicon of its own language."""
    assert choose_language(tokenise(plain(text))) == language
    assert analyse_sentiment(text).label == "negative"


def test_a_region_does_not_hide_the_language() -> None:
    """Platforms send `pt-BR` and `en_US` alike to the bare code."""
    assert analyse_sentiment("Péssimo atendimento", "pt-BR").label == "negative"
    assert choose_language(["bom"], "pt_BR") == "pt"


@given(st.text(max_size=300), st.sampled_from(["", "en", "de", "vi", "ja", "und"]))
def test_every_text_gets_a_verdict_that_adds_up(text: str, language: str) -> None:
    """Whatever people write, there is an answer, the same one each time."""
    verdict = analyse_sentiment(text, language)

    assert verdict == analyse_sentiment(text, language)
    assert -1 <= verdict.score <= 1
    assert 0 <= verdict.confidence <= 1
    if verdict.label == "positive":
        assert verdict.score > 0
    if verdict.label == "negative":
        assert verdict.score < 0


def test_a_lexicon_forgets_before_it_fills_the_memory() -> None:
    """A million different words of strangers must not stay for ever."""
    lexicon = lexicon_of("it")
    for number in range(150_000):
        assert lexicon[f"xq{number}"] is None

    assert len(lexicon) < 120_000
    assert lexicon["bello"] is not None


def test_weights_of_another_form_are_refused() -> None:
    """A half-written file must not pass for knowledge."""
    with pytest.raises(ValueError, match="no sentiment weights"):
        parse_weights("[about]\nversion\t1\n")


def test_shipped_weights_know_words() -> None:
    """The file is in the package and whole."""
    weights = shipped_weights()

    assert len(weights.words) > 5000
    assert 0.5 < weights.english.temperature < 3
