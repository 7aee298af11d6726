"""What is grave goes to a person, however it is written; figures of speech do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.domain.never_auto import NEVER_AUTO_TOPICS, find_never_auto, find_topic
from pressroom.domain.personal_data import find_personal_data


def topics(text: str, *live: str) -> set[str]:
    return {one.topic for one in find_never_auto(text, live)}


GRAVE = {
    "injury": "My mother died after eating at your restaurant",
    "threat": "I will burn your shop down",
    "legal": "You will hear from my lawyer",
    "press": "Reporter here, who can give me a statement?",
    "minors": "They sold beer to my 14 year old son",
    "self-harm": "I don't want to live anymore",
    "discrimination": "I was refused because I'm Muslim",
    "data-breach": "My password was leaked from your site",
    "regulator": "I have reported you to the FDA",
    "doxxing": "Her number is +44 20 7946 0958",
}


@pytest.mark.parametrize(("topic", "text"), GRAVE.items(), ids=GRAVE)
def test_each_topic_is_found_with_its_words(topic: str, text: str) -> None:
    """A person has to see at once why the machine stepped back."""
    found = {one.topic: one.words for one in find_never_auto(text)}

    assert topic in found
    assert all(words in text for words in found[topic])  # type: ignore[index]


def test_every_topic_but_those_that_are_given_in_has_a_case_here() -> None:
    """A topic without a case can be lost unnoticed."""
    assert set(GRAVE) == set(NEVER_AUTO_TOPICS) - {"live-crisis", "language"}


@pytest.mark.parametrize(
    "text",
    [
        "I'm dying to try it!",
        "These prices are a killer deal",
        "That cake is to die for",
        "dead serious, best espresso in town",
        "my kids love your hot chocolate",
        "The tennis court next door is lovely too",
        "French press or filter?",
        "¡Me muero por probarlo!",
        "C'est une tuerie ce gâteau !",
        "Zum Sterben lecker!",
        "Buono da morire!",
        "Tô morrendo de vontade de provar!",
        "Ngon chết đi được!",
        "Do women's sizes run small?",
    ],
)
def test_a_figure_of_speech_is_no_alarm(text: str) -> None:
    """An inbox full of killer deals hides the one comment that counts."""
    assert not topics(text)


def test_a_figure_of_speech_hides_nothing_beside_it() -> None:
    """One harmless phrase must not excuse a grave one."""
    assert "injury" in topics("I'm dying to know why my dog died after your treats")


DISGUISES = (
    lambda word: "".join({"i": "1", "e": "3", "o": "0", "a": "4"}.get(c, c) for c in word),
    "\u200b".join,
    " ".join,
    ".".join,
    str.upper,
    lambda word: "".join({"a": "а", "e": "е", "o": "о", "i": "і"}.get(c, c) for c in word),
    lambda word: word + word[-1] * 3,
    lambda word: "".join(chr(ord(c) + 0xFEE0) for c in word),
)


@given(
    word=st.sampled_from(["lawyer", "suicide", "poisoned", "racist", "hospital", "journalist"]),
    disguise=st.sampled_from(DISGUISES),
)
def test_a_disguise_does_not_help(word: str, disguise: object) -> None:
    """Lists that fall for `su1cide` are worse than none: people rely on them."""
    assert callable(disguise)
    assert topics(f"so {disguise(word)} it is")


def test_a_crisis_that_is_going_on_is_recognised_in_other_words_of_it() -> None:
    """People name a crisis as they like: in any order and inflection."""
    assert "live-crisis" in topics("was your bread full of glass?", "glass in breads")
    assert "live-crisis" not in topics("is the bread fresh?", "glass in bread")


def test_a_topic_of_the_brands_own_is_found_through_a_disguise() -> None:
    """What the brand keeps its hands off is looked for like the rest."""
    assert find_topic("what about the l4yoffs?", "layoff") == ("l4yoffs",)
    assert find_topic("what about the layout?", "layoff") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("write to jane.doe@example.com", {"email"}),
        ("jane (at) example (dot) com", {"email"}),
        ("call 07700 900123", {"phone"}),
        ("(415) 555-0132", {"phone"}),
        ("card 4111 1111 1111 1111", {"card"}),
        ("DE89 3704 0044 0532 0130 00", {"account"}),
        ("he lives at 14 Elm Street", {"address"}),
        ("order number 123456789012", set()),
        ("1,000,000 views in 2026", set()),
        ("open 24.12.2026 - 31.12.2026", set()),
        ("it costs 12.50 or 13.00", set()),
        ("at what point would you care", set()),
    ],
)
def test_personal_data_is_told_from_other_numbers(text: str, kinds: set[str]) -> None:
    """An order number is no phone number; a phone number is somebody's."""
    assert {one.kind for one in find_personal_data(text)} == kinds


@given(st.text(max_size=300))
def test_no_text_breaks_the_search(text: str) -> None:
    """Whatever strangers send, an answer comes back, and the same one each time."""
    assert find_never_auto(text) == find_never_auto(text)
