"""Toxicity: attacks are found however they are spelled, and no one is blamed for a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.toxicity import find_toxicity


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "insult", "you are a complete idiot"),
        ("en", "insult", "you 1d10t"),
        ("en", "insult", "what a dumb b*tch you are"),
        ("en", "profanity", "f u c k you and your company"),
        ("en", "profanity", "fuuuuuck off"),
        ("en", "insult", "you ѕtupid ａｓshole"),
        ("en", "threat", "I will kill you when I see you"),
        ("en", "threat", "I know where you live"),
        ("en", "harassment", "kill yourself"),
        ("en", "hate", "all these n1ggers should leave"),
        ("en", "hate", "Muslims are vermin, deport them all"),
        ("en", "sexual", "suck my dick"),
        ("es", "insult", "eres un idiota"),
        ("es", "threat", "te voy a matar"),
        ("fr", "insult", "bande de connards"),
        ("fr", "harassment", "ferme ta gueule"),
        ("de", "insult", "du bist so ein Arschloch"),
        ("de", "harassment", "verpiss dich"),
        ("it", "insult", "siete dei coglioni"),
        ("pt", "harassment", "vai se foder"),
        ("vi", "insult", "đồ ngu, mất dạy"),
        ("vi", "harassment", "câm mồm đi"),
        ("ru", "insult", "ты идиот"),
    ],
)
def test_an_attack_is_found_and_named(language: str, kind: str, text: str) -> None:
    """A moderator must see what it is, in any language that has lists, in any spelling."""
    found = find_toxicity(text, language)
    assert found.is_toxic
    assert kind in found.kinds
    assert found.evidence


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "this damn thing is great"),
        ("en", "holy shit this is so good"),
        ("en", "You guys kick ass!"),
        ("en", "I'm such an idiot, I ordered the wrong size"),
        ("en", "I fucked up my order, can you help?"),
        ("en", "my dumb ass forgot the code"),
        ("en", 'He said "you stupid bitch" to me and your staff did nothing'),
        ("en", "They called my sister a whore in your store"),
        ("en", "Thank you so much for the quick help"),
        ("en", "We met in Scunthorpe and went to Sussex"),
        ("en", "I would kill for a slice of that cake"),
        ("en", "How do I kill the app when it freezes?"),
        ("en", "I don't hate women, I never said that"),
        ("en", "As a gay man this campaign means a lot to me"),
        ("en", "Muslim women deserve to be treated with respect"),
        ("en", "Your service is late again and nobody answers"),
        ("es", "me encanta, qué bonito"),
        ("fr", "C'est une honte, je veux être remboursé"),
        ("fr", "Ma commande est en retard"),
        ("de", "Das Paket ist ziemlich dick und schwer"),
        ("it", "Che bello, complimenti a tutti"),
        ("vi", "đẹp quá shop ơi"),
    ],
)
def test_what_attacks_nobody_is_left_alone(language: str, text: str) -> None:
    """Hiding a victim's report, a fan's curse or a plain complaint would be the next scandal."""
    assert not find_toxicity(text, language).is_toxic


def test_evidence_stands_as_it_was_written() -> None:
    """A person checks the verdict against the text, so the words must be found there."""
    found = find_toxicity("You STUPID Asshole, f*ck off")
    shown = {word for one in found.evidence for word in one.words}
    assert "Asshole" in shown
    assert any("f*ck" in word for word in shown)


def test_swearing_in_praise_is_named_but_no_attack() -> None:
    """A brand may not want to repost it, yet nobody was hurt."""
    found = find_toxicity("fucking love this")
    assert found.kinds == ("profanity",)
    assert not found.is_toxic
    assert "swears in praise" in {one.what for one in found.evidence}


HOSTILE = (
    "fuck ",
    "f*",
    "s h i t ",
    "muslims are vermin ",
    '"bitch" he said ',
    "a.",
    "@",
    "1a",
    "аa",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_huge_text_takes_a_moment(piece: str) -> None:
    """A comment must not stop the pipeline: the time grows with its length, no faster."""
    found = find_toxicity((piece * 100_000)[:100_000])
    assert 0 <= found.score <= 1


@given(st.text(max_size=200), st.sampled_from(["en", "es", "vi", "ru", "und", "xx"]))
def test_any_text_has_a_score(text: str, language: str) -> None:
    """Whatever people write, nothing fails and the same text scores the same."""
    found = find_toxicity(text, language)
    assert 0 <= found.score <= 1
    assert found.is_toxic == (found.score >= 0.5)
    assert found == find_toxicity(text, language)
