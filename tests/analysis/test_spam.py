"""Spam: advertising, begging and swindling in several languages; questions with a link are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.spam import find_spam


@pytest.mark.parametrize(
    "text",
    [
        "Check out my channel for daily gaming videos",
        "sub to me and I sub back!!",
        "follow me on instagram @somebody",
        "f4f anyone",
        "I make $900 a week working from home, ask me how",
        "Invest with Mr Smith on WhatsApp +1 555 010 2030 and double your bitcoin",
        "He recovered my hacked account, contact him on Instagram @somebody",
        "Get free gift cards here: http://free.example/cards",
        "You have won a prize! Claim now http://win.example",
        "hot singles in your area waiting for your call",
        "Use my promo code SAVE20 and click the link in my bio",
        "http://xn--pple-43d.com login to keep your account",
        "cheap followers at example dot com",
        "Suscríbete a mi canal por favor",
        "Gana dinero desde casa por internet fácil",
        "abonnez-vous à ma chaîne",
        "Kredit ohne Schufa, schreib mir auf WhatsApp",
        "Guadagna 500 € al giorno da casa online",
        "Ganhe dinheiro em casa fácil, renda extra, me chama no whatsapp",
        "Cho vay tiền nhanh, inbox zalo để được tư vấn",
    ],
)
def test_an_advertisement_is_spam_and_says_why(text: str) -> None:
    """Spam under a brand's post is hidden, so its reason must be shown."""
    found = find_spam(text)
    assert found.is_spam
    assert found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the quick help!",
        "Where is my order? https://t.co/abc123",
        "My card was charged 20 € twice, please call me back",
        "I subscribed last month and can't cancel my subscription",
        "Please follow me back so that I can DM you my number",
        "is the free shipping offer still on?",
        "At 1:23 the drummer smiles https://www.youtube.com/watch?v=abc&t=83s",
        "How much does it cost and do you ship to Peru?",
        "Me encanta, ¿cuánto cuesta?",
        "Ich habe bei euch bestellt und nichts bekommen",
        "Quando riaprite il negozio?",
        "giá bao nhiêu vậy shop",
        "U.S.A. beats everyone. Sorry.it was late",
    ],
)
def test_a_customer_is_no_spammer(text: str) -> None:
    """A customer's question that is hidden is a customer lost."""
    assert not find_spam(text).is_spam


def test_a_link_to_the_brand_itself_is_no_advertisement() -> None:
    """People answer each other's questions with the brand's own pages."""
    text = "It is all here https://help.acme.example/returns"
    assert find_spam(text).is_spam
    assert not find_spam(text, own_hosts=["acme.example"]).is_spam


@pytest.mark.parametrize(
    "piece", ["check my ", "http://a.b/ ", "1 ", "call 123456 ", "x.", "win £1 "]
)
def test_a_huge_text_takes_a_moment(piece: str) -> None:
    """No pattern may be made to backtrack by what a stranger writes."""
    assert 0 <= find_spam((piece * 100_000)[:100_000]).score <= 1


@given(st.text(max_size=300))
def test_any_text_has_a_score(text: str) -> None:
    """Whatever people write, nothing fails and the verdict follows the score."""
    found = find_spam(text)
    assert found.is_spam == (found.score >= 0.5)
    assert found == find_spam(text)
