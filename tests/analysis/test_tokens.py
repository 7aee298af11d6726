"""Tokens: what two comments share must be found again, whatever hides it."""

from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.tokens import character_buckets, plain, tokenise, word_buckets


def test_links_handles_and_drawn_out_letters_are_masked() -> None:
    """A comment means the same whichever account and link it names."""
    tokens = tokenise(plain("@Acme.Air It’s SOOOOO slow!!! https://a.example/x?y=1 #fail"))

    assert tokens == ["@user", "it's", "soo", "slow", "!!", "http", "#fail"]


def test_emoji_count_one_by_one_whatever_their_skin() -> None:
    """Three hearts are three; a thumb of any colour is a thumb."""
    assert tokenise(plain("❤️❤️ 👍🏽 :-) <3")) == ["❤", "❤", "👍", ":-)", "<3"]


def test_a_letter_and_its_mark_are_one_letter() -> None:
    """Phones write `không` in two ways; both are one word."""
    assert tokenise(plain("kho\u0302ng thi\u0301ch")) == ["không", "thích"]


def test_an_address_is_not_a_handle() -> None:
    """Half an e-mail address must not pass for an account that was mentioned."""
    assert "@user" not in tokenise(plain("write to me@shop.example"))


@given(st.text(max_size=200))
def test_every_text_has_tokens_that_stand_in_it(text: str) -> None:
    """Whatever people write, nothing fails and nothing is made up."""
    prepared = plain(text)

    assert all(token in prepared for token in tokenise(prepared))
    assert all(0 <= bucket < 1 << 12 for bucket in character_buckets(prepared, 12))


def test_buckets_are_the_same_for_ever() -> None:
    """Weights are stored by bucket: another hash would make them noise."""
    assert list(word_buckets(["not", "bad"], 18)) == [130421, 116149, 211451, 234698]
    assert len(set(character_buckets("id1ot", 16)) & set(character_buckets("idiot", 16))) >= 2
