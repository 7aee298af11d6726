"""Without a model every agent still gives a valid, grounded, fitting answer, the same each time."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.agents import wording
from pressroom.agents.captions import MANNERS, X_LIMIT, X_LINK
from pressroom.agents.phrases import PHRASES, WORDLESS
from pressroom.agents.social_media import (
    CopyRequest,
    IdeasRequest,
    accept_copy,
    accept_ideas,
    choose_idea,
    fallback_copy,
    fallback_ideas,
    propose_ideas,
    write_copy,
)
from pressroom.agents.visual import (
    VisualRequest,
    accept_plan,
    differences,
    fallback_plan,
    plan_visuals,
)
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief, CallToAction
from pressroom.domain.content import Copy, Idea, Ideas, Trend, VisualPlan
from pressroom.domain.platform import PLATFORMS

BRAND = Brand(
    name="Crumb & Co",
    facts=("All our bread is baked in Leith since 1987", "We have 12 shops"),
    hashtags=("CrumbAndCo",),
    sign_off="See you at the counter!",
    banned_words=("cheap",),
)
BRIEF = Brief(
    title="Autumn tasting week",
    message=(
        "From 3 to 9 October our bakery serves six new breads. Each comes with a card that tells"
        " where its grain grew. Entry is free. More at https://crumb.example.com/taste."
    ),
    platforms=PLATFORMS,
    cta=CallToAction.model_validate({"text": "Book a table", "url": "https://crumb.example.com"}),
    keywords=("bread", "tasting"),
)
IDEA = Idea(title="Autumn tasting week", angle="The news.", key_message="Six breads.", score=0.5)


def captions(**changes: object) -> dict[str, str]:
    request = CopyRequest.model_validate({"brief": BRIEF, "brand": BRAND, "idea": IDEA} | changes)
    return {one.platform: one.text for one in fallback_copy(request).captions}


def test_copy_says_the_message_and_ends_with_what_to_do() -> None:
    """The least a post must do: say it, ask for it, sign it."""
    for text in captions().values():
        assert "From 3 to 9 October our bakery serves six new breads." in text
        assert "→ Book a table" in text
        assert text.endswith("See you at the counter!")


def test_copy_differs_by_platform() -> None:
    """One text for all is what people unfollow for."""
    texts = captions()
    assert len(set(texts.values())) == 3
    assert len(texts["x"]) < len(texts["instagram"]) < len(texts["facebook"])


def test_links_and_hashtags_are_left_to_the_graph() -> None:
    """They are added in each platform's own place; a stump of a sentence is not left behind."""
    for text in captions().values():
        assert "http" not in text
        assert "#" not in text
        assert "More at" not in text


def test_a_list_stays_a_list() -> None:
    """Lines that were set apart are not run together."""
    brief = BRIEF.model_copy(update={"message": "New hours:\n- Monday to 7\n- Sunday closed"})
    for text in captions(brief=brief).values():
        assert "\n- Monday to 7\n- Sunday closed" in text


def test_a_fact_of_the_brands_is_added_where_it_belongs_and_in_its_language() -> None:
    """Facebook has room for a fact that has to do with the brief; a foreign one jars."""
    assert "baked in Leith since 1987" in captions()["facebook"]
    german = BRIEF.model_copy(update={"language": "de", "title": "bread Woche"})
    assert "Leith" not in captions(brief=german)["facebook"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "it", "pt", "vi", "pt-BR"])
def test_the_few_own_phrases_are_in_the_language_of_the_brief(language: str) -> None:
    """A German text with an English last line is worse than one without it."""
    brief = BRIEF.model_copy(update={"language": language})
    assert PHRASES[language[:2]].ask_us in captions(brief=brief)["facebook"]


def test_in_another_language_only_the_briefs_own_words_are_used() -> None:
    """We add no words in a language that we cannot write."""
    brief = BRIEF.model_copy(
        update={"language": "ja", "message": "新刊フェアを開きます。", "title": "新刊"}
    )
    text = captions(brief=brief, brand=BRAND.model_copy(update={"sign_off": ""}))["facebook"]
    assert text == "新刊\n\n新刊フェアを開きます。\n\n→ Book a table"
    assert WORDLESS.ask_us == ""


def test_a_recent_post_is_not_told_again_in_the_same_words() -> None:
    """Followers notice, and X refuses it."""
    first = captions()
    again = captions(recent=tuple(first.values()))
    for platform in PLATFORMS:
        assert not wording.is_near_copy(again[platform], first.values())


def test_the_longest_message_still_ends_with_what_to_do() -> None:
    """What gives way is the middle: a post without its call is read for nothing."""
    endless = "Our bread is baked with patience, good flour and water from the hill, " * 50
    for message in (
        endless,
        f"{endless[:2000]}. {endless[:1900]}",
        "Good bread takes time. " * 170,
    ):
        texts = captions(brief=BRIEF.model_copy(update={"message": message[:4000]}))
        for platform in ("instagram", "facebook"):
            assert "→ Book a table" in texts[platform]
            assert wording.weight(texts[platform]) <= MANNERS[platform].room


def test_a_sentence_with_a_banned_word_is_left_out_and_that_is_said() -> None:
    """What a brief says and a brand forbids is for an editor to settle, not to be lost unseen."""
    brief = BRIEF.model_copy(update={"message": "Six new breads. Dirt Cheap! Come on Monday."})
    [one, *_] = fallback_copy(CopyRequest(brief=brief, brand=BRAND, idea=IDEA)).captions
    assert "Six new breads. Come on Monday." in one.text
    assert "Left out, for the banned word 'cheap': Dirt Cheap!" in one.why


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Sign up for the autumn tasting", "Sign up…"),
        ("Bread and cake. Three more", "Bread and cake…"),
        ("Bread and cake! (Free)", "Bread and cake…"),
        ("🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉", "🎉🎉🎉🎉🎉🎉🎉🎉…"),
    ],
)
def test_what_is_shortened_ends_after_a_word(text: str, short: str) -> None:
    """An ellipsis behind another mark is a mistake that everybody sees."""
    assert wording.shorten(text, 19) == short
    assert wording.weight(short) <= 19


def test_an_idea_that_was_told_lately_is_marked_down() -> None:
    """The same headline twice in a week is no idea."""
    request = IdeasRequest(brief=BRIEF, brand=BRAND, recent=("Autumn tasting week",))
    fresh = fallback_ideas(IdeasRequest(brief=BRIEF, brand=BRAND)).ideas[0]
    ideas = fallback_ideas(request).ideas
    assert fresh.title == "Autumn tasting week"
    assert ideas[0].title != "Autumn tasting week"


def test_a_trend_that_meets_the_brief_makes_the_first_idea_and_another_makes_none() -> None:
    """Grounded in trends means that the trend belongs to the story."""
    near = Trend(topic="sourdough bread", source="comments", score=0.8)
    far = Trend(topic="football final", source="feed", score=1.0)
    ideas = fallback_ideas(IdeasRequest(brief=BRIEF, brand=BRAND, trends=(far, near))).ideas
    assert ideas[0].trend == "sourdough bread"
    assert all("football" not in f"{one.trend}{one.title}" for one in ideas)


def test_the_choice_of_an_idea_is_explained() -> None:
    """A person who approves wants to know against what it won."""
    low = IDEA.model_copy(update={"title": "Low", "score": 0.2})
    best, why = choose_idea(Ideas(ideas=[low, IDEA]))
    assert best is IDEA
    assert "Low" in why
    tied = Ideas(ideas=[IDEA, IDEA.model_copy(update={"title": "Other"})])
    assert choose_idea(tied)[0] is IDEA
    assert "only" in choose_idea(Ideas(ideas=[IDEA]))[1]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_variants_differ_from_the_first_in_one_thing_and_say_in_which(count: int) -> None:
    """A test of two changes at once cannot tell which of them worked."""
    brief = BRIEF.model_copy(update={"variants": count})
    plan = fallback_plan(VisualRequest(brief=brief, brand=BRAND, idea=IDEA))
    assert [one.label for one in plan.variants] == ["A", "B", "C", "D"][:count]
    for one in plan.variants[1:]:
        [part] = differences(plan.variants[0], one)
        assert one.differs_by.startswith(part)
        assert one.hypothesis
    assert len({one.model_dump_json(exclude={"label"}) for one in plan.variants}) == count


def test_the_fallbacks_pass_the_rules_that_gemini_is_held_to() -> None:
    """A rule that our own text breaks would be a rule for show."""
    copy_request = CopyRequest(brief=BRIEF, brand=BRAND, idea=IDEA)
    copy = fallback_copy(copy_request)
    texts = [one.text for one in copy.captions]
    assert [one.text for one in accept_copy(copy, copy_request).captions] == texts
    ideas_request = IdeasRequest(brief=BRIEF, brand=BRAND)
    assert accept_ideas(fallback_ideas(ideas_request), ideas_request).ideas
    request = VisualRequest(brief=BRIEF, brand=BRAND, idea=IDEA)
    plan = fallback_plan(request)
    assert accept_plan(plan, request) == plan


def test_alt_text_says_what_is_in_the_picture() -> None:
    """Someone who cannot see it learns what kind of picture it is and what stands in it."""
    plan = fallback_plan(VisualRequest(brief=BRIEF, brand=BRAND, idea=IDEA))
    first = plan.variants[0]
    assert plan.alt_text.startswith("Graphic from Crumb & Co")
    assert first.headline in plan.alt_text
    assert first.button in plan.alt_text


async def test_without_a_model_the_provenance_says_so() -> None:
    """Nobody should take a fallback for Gemini's work."""
    ideas = await propose_ideas(IdeasRequest(brief=BRIEF, brand=BRAND), None)
    copy = await write_copy(CopyRequest(brief=BRIEF, brand=BRAND, idea=IDEA), None)
    plan = await plan_visuals(VisualRequest(brief=BRIEF, brand=BRAND, idea=IDEA), None)
    for made in (ideas, copy, plan):
        assert made.provenance.made_by == "fallback"
        assert made.provenance.reason == "model-off"
        assert made.provenance.attempts == 0
        assert made.provenance.prompt == ""


# Whatever people write.

latin = [
    "bread",
    "news",
    "Uhr",
    "ß",
    "ﬁne",
    "İstanbul",
    "offer",
    "50%",
    "3.",
    "Dr.",
    "z.B.",
    "A",
    "a",
]
other = [
    "新刊",
    "cà",
    "phê",
    "🎉",
    "👩\u200d👩\u200d👧",
    "e\u0301",
    "\u202e",
    "https://x.co/a",
    "www.a.de",
]
marks = ["#tag", "@me", "–", "-", "•", "free!", "wow?", "…", "\n", "\n\n", "\n-"]
# Control characters and half characters are refused where a brief is read.
typed = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029", include_characters="\n\t"
)
words = st.sampled_from([*latin, *other, *marks])
lines = st.lists(words, min_size=1, max_size=9).map(" ".join) | st.text(
    typed, min_size=1, max_size=150
)
solid = lines.filter(lambda text: bool(text.strip()) and len(text.strip()) <= 200)
messages = (
    st.lists(lines, min_size=1, max_size=12).map(". ".join).filter(lambda text: bool(text.strip()))
)
tags = st.lists(
    st.text(typed, max_size=30) | st.sampled_from(["news", "Bread Week", "50"]), max_size=6
)
calls = st.builds(
    lambda text: CallToAction.model_validate({"text": text, "url": "https://a.example/b"}), solid
)
briefs = st.builds(
    Brief,
    title=solid,
    message=messages.map(lambda text: text[:4000]),
    platforms=st.permutations(PLATFORMS).map(tuple),
    cta=st.none() | calls,
    language=st.sampled_from(["", "en", "de", "vi", "ja", "pt-BR"]),
    hashtags=tags.map(tuple),
    keywords=tags.map(tuple),
    variants=st.integers(1, 4),
)
brands = st.builds(
    Brand,
    name=st.text(typed, min_size=1, max_size=80),
    facts=st.lists(lines, max_size=3).map(tuple),
    hashtags=tags.map(tuple),
    sign_off=st.just("") | lines,
    # Something is left to say: what stands for a text that was left out cannot be banned.
    banned_words=st.lists(
        (words | st.text(typed, max_size=6)).filter(lambda word: word.strip() != "…"), max_size=4
    ).map(tuple),
)
recents = st.lists(lines, max_size=3).map(tuple)


def assert_clean(text: str, brand: Brand) -> None:
    assert not wording.banned_in(text, brand.banned_words)


@settings(max_examples=60, deadline=None)
@given(brief=briefs, brand=brands, recent=recents)
def test_any_brief_gets_valid_allowed_ideas(
    brief: Brief, brand: Brand, recent: tuple[str, ...]
) -> None:
    """A person may write anything; the pipeline goes on, and goes on the same way."""
    request = IdeasRequest(brief=brief, brand=brand, recent=recent)
    ideas = fallback_ideas(request)
    assert Ideas.model_validate_json(ideas.model_dump_json()) == ideas
    assert ideas == fallback_ideas(request)
    for idea in ideas.ideas:
        assert_clean(f"{idea.title}", brand)
        assert_clean(f"{idea.key_message}", brand)


@settings(max_examples=80, deadline=None)
@given(brief=briefs, brand=brands, recent=recents)
def test_any_brief_gets_copy_that_fits_and_is_allowed(
    brief: Brief, brand: Brand, recent: tuple[str, ...]
) -> None:
    """Text, link and hashtags together stay within each platform's limit, without banned words."""
    idea = fallback_ideas(IdeasRequest(brief=brief, brand=brand)).ideas[0]
    request = CopyRequest(brief=brief, brand=brand, idea=idea, recent=recent)
    copy = fallback_copy(request)
    assert Copy.model_validate_json(copy.model_dump_json()) == copy
    assert copy == fallback_copy(request)
    assert [one.platform for one in copy.captions] == list(brief.platforms)
    for one in copy.captions:
        assert one.text.strip()
        assert_clean(one.text, brand)
        assert_clean(" ".join(one.hashtags), brand)
        assert not re.search(r"#\w|https?://", one.text)
        assert len(one.hashtags) <= MANNERS[one.platform].most_hashtags
        assert all(re.fullmatch(r"\w+", tag) for tag in one.hashtags)
        link = X_LINK if brief.cta else 0
        whole = one.text + "".join(f" #{tag}" for tag in one.hashtags)
        limit = X_LIMIT if one.platform == "x" else 2200 if one.platform == "instagram" else 5000
        assert wording.weight(whole) + link <= limit


@settings(max_examples=60, deadline=None)
@given(brief=briefs, brand=brands)
def test_any_brief_gets_a_plan_that_can_be_drawn(brief: Brief, brand: Brand) -> None:
    """Every variant asked for, each with one change, without banned words."""
    idea = fallback_ideas(IdeasRequest(brief=brief, brand=brand)).ideas[0]
    request = VisualRequest(brief=brief, brand=brand, idea=idea)
    plan = fallback_plan(request)
    assert VisualPlan.model_validate_json(plan.model_dump_json()) == plan
    assert plan == fallback_plan(request)
    assert len(plan.variants) == brief.variants
    for one in plan.variants:
        assert_clean(f"{one.headline}", brand)
        assert_clean(f"{one.subline}", brand)
        assert_clean(f"{one.button}", brand)
    for one in plan.variants[1:]:
        assert len(differences(plan.variants[0], one)) == 1
    assert_clean(plan.alt_text, brand)
