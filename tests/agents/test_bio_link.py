"""Nobody can click a link on Instagram: readers are told where it is, and never that it is here."""

import pytest

from pressroom.agents.bio_link import link_in_text
from pressroom.agents.phrases import PHRASES
from pressroom.agents.social_media import CopyRequest, accept_copy, fallback_copy
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief, CallToAction
from pressroom.domain.content import Caption, Copy, Idea
from pressroom.errors import ModelAnswerInvalid

BRAND = Brand(name="Crumb & Co", sign_off="See you at the counter!")
BRIEF = Brief(
    title="Autumn tasting week",
    message="Our bakery serves six new breads. Each comes with a card.",
    platforms=("instagram", "facebook", "x"),
    cta=CallToAction.model_validate(
        {"text": "Book a table", "url": "https://www.crumb.example/t/"}
    ),
)
IDEA = Idea(title="Autumn tasting week", angle="The news.", key_message="Six breads.", score=0.5)
GOOD = "Six new breads, each with a card that tells its story."


def request(**changes: object) -> CopyRequest:
    return CopyRequest.model_validate({"brief": BRIEF, "brand": BRAND, "idea": IDEA} | changes)


def fallback(**changes: object) -> dict[str, str]:
    return {one.platform: one.text for one in fallback_copy(request(**changes)).captions}


def accepted(text: str, **changes: object) -> dict[str, str]:
    """What becomes of a model's *text*, the same for every platform."""
    copy = Copy(captions=[Caption(platform=one, text=text) for one in BRIEF.platforms])
    return {one.platform: one.text for one in accept_copy(copy, request(**changes)).captions}


@pytest.mark.parametrize("language", [*PHRASES, "pt-BR"])
def test_the_fallback_sends_readers_to_the_bio_in_their_language(language: str) -> None:
    """On Instagram alone: elsewhere the link itself stands there."""
    texts = fallback(brief=BRIEF.model_copy(update={"language": language}))

    assert f"→ Book a table: {PHRASES[language[:2]].in_bio}\n" in texts["instagram"]
    assert "→ Book a table\n" in texts["facebook"]
    assert "→ Book a table\n" in texts["x"]


def test_what_asks_for_nothing_points_nowhere() -> None:
    """Without a call to action there is no link to find."""
    texts = fallback(brief=BRIEF.model_copy(update={"cta": None}))

    assert "bio" not in texts["instagram"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{GOOD}\n\n→ Book a table", "\n\n→ Book a table: link in bio"),
        (f"{GOOD}\n\nBook a table!", "\n\nBook a table: link in bio"),
        (f"{GOOD}\nBook a table\n\nSee you at the counter!",
         "\nBook a table: link in bio\n\nSee you at the counter!"),
        (f"{GOOD}\n\nBook your table now.", "\n\nBook your table now.\n\n→ Link in bio"),
        (f"{GOOD}\n\nBook your table.\n\nSee you at the counter!",
         "\n\nBook your table.\n\n→ Link in bio\n\nSee you at the counter!"),
        (GOOD, "\n\n→ Book a table: link in bio"),
    ],
)  # fmt: skip
def test_a_models_text_is_completed(text: str, ends: str) -> None:
    """The writer may forget it; readers would search the caption in vain."""
    texts = accepted(text)

    assert texts["instagram"] == f"{GOOD}{ends}"
    assert texts["facebook"] == text


@pytest.mark.parametrize(
    "text",
    [
        f"{GOOD} Book a table, the link is in our bio.",
        f"{GOOD}\n\n→ Book a table: Link in Bio",
        f"{GOOD} Click the link in our profile to book a table.",
    ],
)
def test_a_text_that_says_it_already_stands(text: str) -> None:
    """Twice would read like a machine."""
    assert accepted(text)["instagram"] == text


def test_organic_is_no_profile() -> None:
    """In German the bio is what the bread is made of."""
    text = "Sechs neue Brote, alle bio."
    german = BRIEF.model_copy(update={"language": "de"})

    assert accepted(text, brief=german)["instagram"].endswith(": Link in der Bio")


@pytest.mark.parametrize(
    "words",
    ["Click the link below to book a table.", "Tap here!", "Haz clic en el enlace de abajo.",
     "Cliquez sur le lien ci-dessous.", "Klickt auf den Link.", "Clicca sul link qui sotto.",
     "Clique no link abaixo."],
)  # fmt: skip
def test_a_text_that_offers_a_link_to_click_is_refused(words: str) -> None:
    """There will be none."""
    with pytest.raises(ModelAnswerInvalid, match="instagram"):
        accepted(f"{GOOD} {words}")


def test_what_is_too_long_still_says_where_the_link_is() -> None:
    """The pointer is the last thing to give way."""
    texts = accepted(f"{GOOD} " + "It is baked with patience and good flour. " * 60)

    assert texts["instagram"].endswith("\n\n→ Book a table: link in bio")
    assert len(texts["instagram"]) <= 1800


def test_the_address_stands_in_the_text_where_the_brand_wants_it_or_nobody_is_told_more() -> None:
    """As words to read and type: what a reader copies needs no scheme."""
    wanted = BRAND.model_copy(update={"instagram_link": "text"})
    japanese = BRIEF.model_copy(update={"language": "ja"})

    assert link_in_text("instagram", BRIEF, BRAND) == ""
    assert link_in_text("instagram", BRIEF, wanted) == "crumb.example/t"
    assert link_in_text("instagram", japanese, BRAND) == "crumb.example/t"
    assert link_in_text("facebook", BRIEF, BRAND) == "https://www.crumb.example/t/"
    assert link_in_text("x", BRIEF.model_copy(update={"cta": None}), BRAND) == ""
    assert "bio" not in fallback(brand=wanted)["instagram"]
    assert accepted(GOOD, brand=wanted)["instagram"] == GOOD


def test_a_banned_word_is_banned_in_the_pointer_too() -> None:
    """Then the address is all that can be given."""
    brand = BRAND.model_copy(update={"banned_words": ("bio",)})

    assert "bio" not in fallback(brand=brand)["instagram"]
    assert link_in_text("instagram", BRIEF, brand) == "crumb.example/t"
