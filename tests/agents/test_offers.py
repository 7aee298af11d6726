"""An offer that nobody made is a promise that somebody must keep: in words as in figures."""

import pytest

from pressroom.agents.offers import amounts_in_words, unfounded
from pressroom.agents.wording import invented

INVENTED = {
    "en": (
        "Everything at half price!", "Two for one.", "Two-for-one on bread.", "2 for 1 all day",
        "Free of charge.", "Free coffee for everyone", "Buy one, get one free.", "BOGO week",
        "Buy two get one free", "Three for the price of two", "The second one is free",
        "Twenty percent off", "twenty-five per cent less", "Only five euros", "a third off",
        "a quarter off", "Free delivery on all orders", "It is on the house", "at no extra cost",
        "Our best price ever", "Now on sale", "Use your voucher", "Win a coffee machine",
        "Join our giveaway", "Money-back guarantee", "Today only!", "Only this weekend",
        "Until Friday.", "Ends tonight", "Order by the end of the month", "Last chance",
        "While stocks last", "For a limited time", "Come on Sunday", "H\u200balf price",
    ),
    "es": (
        "Todo a mitad de precio", "Dos por uno", "2x1 en panes", "Lleva tres y paga dos", "Gratis",
        "Entrada libre", "sin coste", "veinte por ciento de descuento", "Solo hoy",
        "Hasta el domingo", "Última oportunidad", "Hasta agotar existencias", "diez euros",
        "Envío gratuito", "Gran sorteo", "Por tiempo limitado", "El viernes", "cupón",
    ),
    "fr": (
        "Tout à moitié prix", "Deux pour un", "Un acheté, un offert", "Le deuxième est offert",
        "Gratuit", "Café offert", "sans frais", "vingt pour cent de remise",
        "soixante-quinze pour cent",
        "Aujourd’hui seulement", "Jusqu’à dimanche", "Dernière chance", "Dans la limite des stocks",
        "Pour une durée limitée", "Livraison offerte", "Tirage au sort", "Satisfait ou remboursé",
        "dix euros", "vendredi",
    ),
    "de": (
        "Alles zum halben Preis", "Zwei für eins", "Zwei zum Preis von einem",
        "Nimm drei, zahl zwei",
        "Kostenlos", "Eintritt frei", "ohne Aufpreis", "zwanzig Prozent Rabatt", "fünf Euro",
        "Nur heute", "Bis Sonntag", "Letzte Chance", "Solange der Vorrat reicht",
        "Nur für kurze Zeit", "Versandkostenfrei", "Gewinnspiel", "Geld-zurück-Garantie",
        "Am Freitag", "Gutscheine", "ein Drittel günstiger",
    ),
    "it": (
        "Tutto a metà prezzo", "Due al prezzo di uno", "Prendi tre, paghi due", "Gratis",
        "In omaggio", "Ingresso libero", "venti per cento di sconto", "Solo oggi",
        "Fino a domenica", "Ultima occasione", "Fino a esaurimento scorte", "A tempo limitato",
        "Spedizione gratuita", "dieci euro", "venerdì", "Soddisfatti o rimborsati",
    ),
    "pt": (
        "Tudo pela metade", "Dois por um", "Leve três, pague dois", "Compre um e leve outro",
        "Grátis", "De graça", "Entrada livre", "vinte por cento de desconto", "Só hoje",
        "Até domingo", "Última oportunidade", "Enquanto durarem os stocks", "Por tempo limitado",
        "Frete grátis", "dez euros", "sexta-feira", "Sorteio",
    ),
    "vi": ("Giảm giá", "Miễn phí", "Mua một tặng một", "Nửa giá", "Chỉ hôm nay"),
}  # fmt: skip
PLAIN = "Our bakery serves six new breads, each with a card that tells where its grain grew."


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in INVENTED.items() for text in texts]
)
def test_an_offer_in_words_must_be_in_the_brief(language: str, text: str) -> None:
    """Whatever the language: who reads it will come and ask for it."""
    assert invented(f"{PLAIN} {text}", PLAIN), text


@pytest.mark.parametrize(
    "text", [text for texts in INVENTED.values() for text in texts if not text.startswith("H")]
)
def test_an_offer_of_the_briefs_may_be_told_in_its_own_words(text: str) -> None:
    """What the brief says so is a fact."""
    assert invented(f"{PLAIN} {text}", f"{text} {PLAIN}") == []


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Half price!", "Refills cost half."),
        ("Everything is fifty percent off.", "50% off"),
        ("50 % weniger", "zum halben Preis"),
        ("Half price!", "Alles 50 Prozent günstiger"),
        ("Demi-tarif ce week-end seulement", "Half price, this weekend only"),
        ("Two for one", "2x1"),
        ("Zwei zum Preis von einem", "Buy one, get one free."),
        ("Free of charge", "Entry is free."),
        ("Kostenlos", "Entry is free."),
        ("A discount of twenty percent", "20% off"),
        ("5 € each", "Five euros each."),
        ("five euros each", "€5.00 each"),
        ("Hasta el domingo", "Open until Sunday"),
        ("Bis Freitag", "Monday to Friday"),
        ("Until Friday", "Open Monday–Friday"),
        ("Come on Saturday or Sunday", "We open at the weekend."),
        ("This weekend", "On Saturday we open the roastery."),
        ("See you on Monday", "Open every day"),
        ("It is not free.", "Entry is not free."),
    ],
)
def test_the_same_offer_in_other_words_or_another_language_is_no_other(
    text: str, ground: str
) -> None:
    """A good answer is not thrown away for a synonym."""
    assert invented(text, ground) == []


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Free coffee!", "Our bread is sugar-free and gluten free."),
        ("Free coffee!", "Feel free to ask. Free from nuts."),
        ("Free coffee!", "Entry is not free."),
        ("Free coffee!", "Buy one, get one free."),
        ("Free delivery", "Entry is free."),
        ("Three for two", "Two for one"),
        ("twenty euros", "20% off"),
        ("twenty percent off", "20 breads"),
        ("Until Friday", "We open on Friday."),
        ("Only on Friday", "Every Friday"),
        ("Last chance: Friday", "Friday"),
        ("Use your voucher", "20% off"),
        ("Come on Sunday", "Open on Saturday."),
    ],
)
def test_another_offer_is_not_the_same(text: str, ground: str) -> None:
    """That one thing is free makes no other free."""
    assert invented(text, ground)


@pytest.mark.parametrize(
    "text",
    [
        "Feel free to ask us.",
        "Sugar-free and gluten free.",
        "Free from additives, free of nuts, free-range eggs.",
        "Half the fun is the smell.",
        "For one, it smells good. One by one they came out of the oven.",
        "Table for two, uno por uno, un pour un.",
        "So today we bake, and only then we rest.",
        "Once per century.",
        "In a world of bread, one for all.",
        "The oven is on. Sale e pepe. Das macht Sinn. Es por ti.",
        "Ate o pão. Vale a pena. Bis gleich! Hasta luego. À bientôt. Fino e croccante.",
        "Before breakfast, after dark, through the window.",
        PLAIN,
    ],
)
def test_what_only_sounds_alike_is_no_offer(text: str) -> None:
    """Every answer lost for nothing is a template in its place."""
    assert unfounded(text, "Bread") == []


def test_amounts_in_words_are_the_figures_they_say() -> None:
    """So that a figure in the text can be found in the words of the brief."""
    assert amounts_in_words("Half price, five euros, twenty-five per cent") == {"50", "5", "25"}
