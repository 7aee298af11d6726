"""The whole analysis of a comment: what it wants, whether it needs an answer, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.comment_analysis import analyse
from pressroom.analysis.near_copies import NearCopies
from pressroom.domain.comment import MOST_READ


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("complaint", "@acme my parcel still hasn't arrived and nobody answers"),
        ("complaint", "not great, would not recommend"),
        ("complaint", "Great, another 20 minutes of loading time! thanks for nothing"),
        ("complaint", "I love the way you stole my money"),
        ("complaint", "El servicio es pésimo, llevo dos semanas esperando mi pedido"),
        ("complaint", "Service client nul, ma commande n'est jamais arrivée"),
        ("complaint", "Mein Paket ist immer noch nicht da und keiner antwortet"),
        ("complaint", "Il pacco non arriva e nessuno risponde"),
        ("complaint", "Meu pedido não chegou e ninguém responde"),
        ("complaint", "Giao hàng chậm quá mà nhắn tin không ai trả lời"),
        ("question", "How do I get a refund?"),
        ("question", "do you ship to Canada"),
        ("question", "¿Cuándo abren la tienda nueva?"),
        ("question", "Was kostet der Versand nach Wien?"),
        ("question", "giá bao nhiêu vậy shop"),
        ("request", "Please restock the blue jacket"),
        ("request", "Könnt ihr bitte einen Laden in Köln aufmachen"),
        ("praise", "Thank you so much, you made my day ❤️"),
        ("praise", "This cake is delicious, well done"),
        ("praise", "J'adore, c'est magnifique, bravo"),
        ("praise", "Cảm ơn shop, giao hàng nhanh lắm"),
        ("other", "lol same"),
        ("other", "@user we should go there on Saturday"),
        ("crisis_signal", "you killed my dog"),
        ("crisis_signal", "My son is in hospital after eating your yoghurt"),
        ("crisis_signal", "your charger caught fire in my bedroom"),
        ("crisis_signal", "You will be hearing from my lawyer"),
        ("crisis_signal", "I can see other people's orders in my account"),
        ("crisis_signal", "Your guard followed me around because I'm black"),
        ("crisis_signal", "#BoycottAcme everyone"),
        ("crisis_signal", "Me intoxiqué con su comida"),
        ("crisis_signal", "la batterie a explosé dans ma main"),
        ("crisis_signal", "ich verklage euch"),
        ("crisis_signal", "siete razzisti"),
        ("crisis_signal", "vazaram meus dados"),
        ("crisis_signal", "ăn xong cả nhà bị ngộ độc phải đi cấp cứu"),
    ],
)
def test_what_a_comment_wants(intent: str, text: str) -> None:
    """What happens next hangs on it: an answer, a thank-you, a person at once."""
    assert analyse(text).purpose.intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "this song is fire 🔥",
        "I'm dying 😂",
        "my phone died again",
        "you killed it tonight!",
        "this traffic is killing me lol",
        "I'm sick of waiting",
        "my cart was abandoned on page one",
        "the battery died after an hour",
    ],
)
def test_a_figure_of_speech_is_no_crisis(text: str) -> None:
    """An alarm at every joke is soon switched off."""
    assert analyse(text).purpose.intent != "crisis_signal"


@pytest.mark.parametrize(
    ("needed", "text"),
    [
        (True, "Where can I buy this?"),
        (True, "My order is late again, please help"),
        (True, "found glass in my soup"),
        (False, "so pretty 😍"),
        (False, "@user see you there"),
        (False, "Check out my channel, link in bio"),
        (False, "you stupid idiots"),
    ],
)
def test_who_would_miss_an_answer(needed: bool, text: str) -> None:
    """People who asked or complain wait; people who talk to each other, or sell, do not."""
    found = analyse(text).reply_need
    assert found.needed is needed
    assert found.why.endswith(".")


def test_a_grave_comment_shows_its_words() -> None:
    """Whoever is woken for it must see at once why."""
    found = analyse("My daughter had a severe allergic reaction to your cream").purpose
    assert found.evidence[0].what == "illness"
    assert any("allergic reaction" in words for words in found.evidence[0].words)


def test_copies_are_counted_only_in_a_stream() -> None:
    """Without a memory of the stream nothing is a copy."""
    text = "Bring back the old recipe, the new one tastes like wet cardboard"
    seen = NearCopies()
    for at in range(3):
        last = analyse(text, comment_id=f"c{at}", author_id=f"a{at}", seen=seen)

    assert last.near_copy.of == "many_accounts"
    assert analyse(text).near_copy.of == ""


def test_the_end_of_a_huge_comment_is_read() -> None:
    """A wall of text is a way to hide what stands behind it."""
    found = analyse("la " * MOST_READ + " your charger caught fire and burned my house down")
    assert found.purpose.intent == "crisis_signal"


def test_every_analysis_names_its_rules_and_weights() -> None:
    """A verdict that is questioned next month must be traced to what made it."""
    version = analyse("hello").version
    assert version.startswith("rules-")
    assert "+weights-" in version


@given(st.text(max_size=400))
def test_any_text_is_analysed_and_the_same_way_again(text: str) -> None:
    """Whatever people write, nothing fails, and a repeated run decides the same."""
    found = analyse(text)
    assert found == analyse(text)
    assert len(found.keywords) <= 5
