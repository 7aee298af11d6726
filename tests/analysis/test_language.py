"""The language of a comment: named where it is told, `und` where it is not, never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.language import find_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Where is my order? I have been waiting for two weeks"),
        ("en", "thanks!"),
        ("es", "¿Dónde está mi pedido? Llevo dos semanas esperando"),
        ("es", "hola me pueden decir el precio"),
        ("fr", "Où est ma commande ? J'attends depuis deux semaines"),
        ("de", "Wo bleibt mein Paket? Ich warte seit zwei Wochen"),
        ("it", "Dov'è il mio ordine? Aspetto da due settimane"),
        ("pt", "Cadê o meu pedido? Estou esperando há duas semanas"),
        ("vi", "Đơn hàng của mình đâu rồi shop ơi"),
        ("vi", "shop oi con hang khong a"),
        ("nl", "Waar blijft mijn bestelling? Ik wacht al twee weken"),
        ("pl", "Gdzie jest moje zamówienie? Czekam już dwa tygodnie"),
        ("tr", "Siparişim nerede? İki haftadır bekliyorum"),
        ("sv", "Var är min beställning? Jag har väntat i två veckor"),
        ("id", "Barangnya bagus banget kak, makasih ya, besok mau beli lagi dong"),
        ("hi", "bhai mera order kab aayega, bahut time ho gaya"),
        ("ru", "Где мой заказ? Жду уже две недели"),
        ("uk", "Де моє замовлення? Чекаю вже два тижні"),
        ("ar", "أين طلبي؟ أنتظر منذ أسبوعين"),
        ("fa", "سفارش من کجاست؟ چرا جواب نمی‌دهید"),
        ("hi", "मेरा ऑर्डर कहाँ है"),
        ("th", "สินค้าของฉันอยู่ที่ไหน"),
        ("ja", "注文した商品はどこですか"),
        ("zh", "我的订单在哪里"),
        ("ko", "제 주문은 어디에 있나요"),
    ],
)
def test_a_language_is_called_by_its_name(code: str, text: str) -> None:
    """A language that we do not speak must not be answered in one that we do."""
    assert find_language(text).code == code


@pytest.mark.parametrize(
    "text", ["", "😍😍😍", "lol", "ok", "@someone", "https://a.example", "123"]
)
def test_a_text_that_does_not_tell_is_undetermined(text: str) -> None:
    """A guess would send a comment to the wrong words and the wrong person."""
    assert find_language(text).code == "und"


def test_accounts_links_and_tags_do_not_decide() -> None:
    """A Spanish shop may have an English name and a long handle."""
    text = "@TheBestCoffeeShopInTown gracias por todo https://example.com/the/best/of #bestday"
    assert find_language(text).code == "es"


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    """Whatever people write, the answer is a code and a share, and the same every time."""
    found = find_language(text)
    assert 2 <= len(found.code) <= 3
    assert 0 <= found.confidence <= 1
    assert found == find_language(text)


NORDIC = ("jeg", "ser", "ikke", "fjernsyn", "det", "er", "en", "fin", "dag", "der", "hun", "har")


@given(st.lists(st.sampled_from(NORDIC), max_size=9))
def test_languages_that_are_alike_share_what_is_sure(words: list[str]) -> None:
    """Norwegian and Danish are each other's kin: their shares add up, and to no more than all."""
    assert 0 <= find_language(" ".join(words)).confidence <= 1
