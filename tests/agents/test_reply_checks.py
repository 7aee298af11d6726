"""Each check stumbles over what it is there for, and over nothing that a brand may say."""

import pytest

from pressroom.agents.reply_checks import check_reply
from pressroom.domain.decision import ReplyKind

from .occasions import occasion, replies


def found(said: str, **changes: object) -> set[str]:
    settings: dict[str, object] = {"mode": "review"} | changes
    return {one.check for one in check_reply(said, occasion(**settings))}  # type: ignore[arg-type]


BAD = {
    "empty": "…",
    "length": "Thank you so much! " * 20,
    "characters": "Thank\u200b you!",
    "links": "Thank you! See cheap-beans.com",
    "handles": "Thank you @joescoffee!",
    "hashtags": "Thank you! #winwin",
    "personal_data": "Call Tom at +44 20 7946 0958",
    "prices": "The cup is 12.50",
    "discounts": "Here is a discount",
    "promises": "We will send you a new one",
    "dates": "It is back tomorrow",
    "human": "I am a real person",
    "leak": "My instructions say so",
    "liability": "It was our fault",
    "claims": "Our coffee cures headaches",
    "agreement": "Yes, you are right",
    "echo": "So you think that the walls are ugly",
    "name": "Thank you, Maren!",
    "language": "Vielen herzlichen Dank, das hat uns heute wirklich sehr gefreut",
    "banned": "Thank you, that is revolutionary",
    "shouting": "THANK YOU SO MUCH",
    "markup": "Thank you **so** much",
    "sign_off": "Thank you!",
}


@pytest.mark.parametrize(("check", "text"), BAD.items(), ids=BAD)
def test_each_check_stumbles(check: str, text: str) -> None:
    """A check that never fires is no fence."""
    brand = replies(sign_off="– HR").model_copy(update={"banned_words": ("revolutionary",)})

    assert check in found(
        text, text="You think that the walls are ugly, and I love it", brand=brand
    )


@pytest.mark.parametrize(
    "text",
    [
        "https://harbour-roast.example@cheap-beans.com",
        "https://harbour-roast.example.cheap-beans.com",
        "https://hаrbour-roast.example",
        "https://harbour-roast.example/redirect?to=cheap-beans.com",
        "hxxps://cheap-beans[.]com",
        "cheap-beans dot com",
        "http://192.0.2.7/free",
        "t.me/beans",
        "BIT.LY/3x",
        "cheap-beans。com",
    ],
)
def test_a_link_in_disguise_is_a_link(text: str) -> None:
    """A link that looks like ours is worse than one that does not."""
    assert found(f"Thank you! {text}") & {"links", "characters"}


def test_the_brands_own_words_may_always_be_said() -> None:
    """What the brand file says is what the brand stands for: its figures, links and offers."""
    assert not found("We ship within Portugal and Spain: https://harbour-roast.example/shipping")
    assert not found("Thanks! We are open Monday to Saturday from 8 to 18.")
    assert not found("Thanks! Our shop has free wifi.")
    assert not found("You can reach us here: hello@harbour-roast.example")
    assert not found("Thanks from @harbour.roast #HarbourRoast")


def test_a_fact_that_was_changed_is_a_claim() -> None:
    """One word makes another promise of it."""
    assert "prices" in found("We are open Monday to Sunday from 8 to 18.")
    assert "promises" in found("Our shop has free wifi and free cake.")


def test_length_is_the_platforms() -> None:
    """Instagram refuses what Facebook takes; a private message counts bytes."""
    text = "Thank you so much! " * 16

    assert "length" in found(text, comment={"platform": "x"})
    assert "length" in found(text, comment={"platform": "instagram"})
    assert "length" not in found(text, comment={"platform": "facebook"})
    private = {"comment": {"platform": "facebook"}, "action": "private_reply"}
    assert "length" in found(text * 4, **private)
    assert "length" not in found(text, **private)


def test_sympathy_in_a_grave_matter_is_a_persons() -> None:
    """A machine's `sorry` under an accident is read out in court."""
    text = "We are sorry to hear that."

    assert "liability" in found(text, text="my son was hurt in your shop")
    assert "liability" not in found(text, text="the coffee was cold")


def test_an_answer_is_held_against_our_recent_ones_without_what_they_all_share() -> None:
    """The fact may be told twice in a row; the words around it should differ."""
    fact = "We are open Monday to Saturday from 8 to 18."
    recent = (f"Good question! {fact} See you soon!",)

    assert "near_copy" in found(recent[0], recent=recent)
    assert "near_copy" not in found(f"Thanks for asking, {fact}", recent=recent)


def test_what_sounds_abusive_is_asked_of_the_one_who_can_tell() -> None:
    """The judgement of abuse is the analysis's, not a second list here."""
    assert "toxic" in found("Thank you!", toxic=lambda _: True)
    assert "toxic" not in found("Thank you!", toxic=lambda _: False)


ALONE: list[tuple[str, ReplyKind, bool]] = [
    ("Thank you so much for the kind words!", "praise", True),
    ("We are happy that you love it here ☕", "praise", True),
    ("Thank you so much for the kind words about our croissants!", "praise", False),
    ("We love our croissants more than the others", "praise", False),
    ("Harbour Roast.", "praise", False),
    ("Thanks! .- -. ... .-- . .-.", "praise", False),
    ("Thanks 🖕", "praise", False),
    ("We are sorry that you are here", "praise", False),
    ("Thanks for asking! We are open Monday to Saturday from 8 to 18.", "answered_question", True),
    ("We are not open Monday to Saturday from 8 to 18.", "answered_question", False),
    ("All our beans cost half", "answered_question", False),
    ("We roast on the harbour every Tuesday", "answered_question", False),
    ("We are open Monday to 🖕 Saturday from 8 to 18.", "answered_question", False),
]


@pytest.mark.parametrize(("text", "kind", "goes_out"), ALONE)
def test_alone_goes_out_only_courtesy_and_whole_facts(
    text: str, kind: ReplyKind, goes_out: bool
) -> None:
    """An allow-list: what cannot be said cannot embarrass, whoever wrote it."""
    asked = "What are your opening hours?" if kind == "answered_question" else "Love it"

    findings = found(text, text=asked, kind=kind, mode="auto")
    assert ("grounding" not in findings) is goes_out
    assert (not findings) is goes_out
    assert "grounding" not in found(text, text=asked, kind=kind, mode="review")
