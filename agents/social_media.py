"""The social-media agent: ideas for a brief, and copy for each platform."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pressroom.agents import wording
from pressroom.agents.bio_link import bio_phrase, offers_click, pointing, room_for_pointer
from pressroom.agents.captions import MANNERS, compose_caption, hashtags_for, room_for
from pressroom.agents.propose import Task, propose
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.content import Caption, Copy, Idea, Ideas, Trend
from pressroom.domain.platform import Platform
from pressroom.domain.ports import Model
from pressroom.domain.provenance import Made
from pressroom.errors import ModelAnswerInvalid


class IdeasRequest(BaseModel):
    """What ideas are wanted for."""

    model_config = ConfigDict(frozen=True)

    brief: Brief
    brand: Brand
    trends: tuple[Trend, ...] = ()
    """Strongest first."""
    recent: tuple[str, ...] = ()
    """Titles and texts of recent posts, so that nothing is told twice."""
    count: int = Field(default=3, ge=1, le=5)


class CopyRequest(BaseModel):
    """What copy is wanted for: one caption for each of the brief's platforms."""

    model_config = ConfigDict(frozen=True)

    brief: Brief
    brand: Brand
    idea: Idea
    recent: tuple[str, ...] = ()
    """Texts of recent posts, so that nothing is told twice."""


async def propose_ideas(
    request: IdeasRequest, model: Model | None, *, prompts: Path | None = None
) -> Made[Ideas]:
    """A few different ideas for the brief, best first, and who had them."""
    task = Task(
        prompt="social_media/ideas",
        answer=Ideas,
        fallback=lambda: fallback_ideas(request),
        accept=lambda ideas: accept_ideas(ideas, request),
        variables={
            "count": request.count,
            "language": language_of(request.brief, request.brand),
            "brief": brief_view(request.brief),
            "brand": brand_view(request.brand),
            "trends": [trend.model_dump(mode="json") for trend in request.trends[:10]],
            "recent": [text[:280] for text in request.recent[:10]],
        },
        temperature=0.8,
    )
    return await propose(task, model, prompts=prompts)


async def write_copy(
    request: CopyRequest, model: Model | None, *, prompts: Path | None = None
) -> Made[Copy]:
    """One caption for each of the brief's platforms, and who wrote them.

    The texts hold neither hashtags nor links, and leave room for both.
    """
    brief, brand = request.brief, request.brand
    task = Task(
        prompt="social_media/copy",
        answer=Copy,
        fallback=lambda: fallback_copy(request),
        accept=lambda copy: accept_copy(copy, request),
        variables={
            "count": len(brief.platforms),
            "language": language_of(brief, brand),
            "platforms": [
                {
                    "platform": one,
                    # A margin: models count badly, and an answer that is too long is lost.
                    "max_chars": int(0.9 * room_for(one, brief, hashtags_for(one, brief, brand))),
                    "max_hashtags": MANNERS[one].hashtags,
                    "manner": _manner(one, brief, brand),
                }
                for one in brief.platforms
            ],
            "brief": brief_view(brief),
            "brand": brand_view(brand),
            "idea": request.idea.model_dump(mode="json", exclude={"score"}),
            "recent": [text[:280] for text in request.recent[:10]],
        },
        temperature=0.7,
    )
    return await propose(task, model, prompts=prompts)


def _manner(platform: Platform, brief: Brief, brand: Brand) -> str:
    """How to write for *platform*, and where its readers find the link."""
    words, phrase = MANNERS[platform].words, bio_phrase(brief, brand)
    if platform != "instagram" or not phrase:
        return words
    return f"{words} Nobody can click a link here: say “{phrase}” with the call to action."


def choose_idea(ideas: Ideas) -> tuple[Idea, str]:
    """The idea with the best score, the first of equals, and why in a sentence."""
    best = max(ideas.ideas, key=lambda idea: idea.score)
    if len(ideas.ideas) == 1:
        return best, f"“{best.title}” is the only idea."
    others = [idea for idea in ideas.ideas if idea is not best]
    second = max(others, key=lambda idea: idea.score)
    how = "ties with" if second.score == best.score else "is ahead of"
    why = f"“{best.title}” ({best.score:.2f}) {how} “{second.title}” ({second.score:.2f})."
    return best, f"{why} {best.why}".strip()


def language_of(brief: Brief, brand: Brand) -> str:
    """The language to write in: the brief's, else the brand's."""
    return brief.language or brand.language


def brief_view(brief: Brief) -> dict[str, object]:
    """What of a brief a prompt shows: what is to be said, without paths, ids, links and budget."""
    shown = {
        "title": brief.title,
        "text": brief.message,
        "call to action": brief.cta.text if brief.cta else "",
        "campaign": brief.campaign.name if brief.campaign else "",
        "audience": brief.audience,
        "keywords": brief.keywords,
    }
    return {name: value for name, value in shown.items() if value}


def brand_view(brand: Brand) -> dict[str, object]:
    """What of a brand a prompt shows."""
    wanted = {"name", "voice", "audience", "facts", "banned_words", "hashtags", "sign_off"}
    shown = brand.model_dump(mode="json", include=wanted)
    return {name: value for name, value in shown.items() if value}


def fallback_ideas(request: IdeasRequest) -> Ideas:
    """Ideas from the brief's own words: the news, its details, a trend it meets, a fact."""
    found: list[Idea] = []
    for idea in _candidates(request):
        if all(idea.title.casefold() != other.title.casefold() for other in found):
            found.append(_less_if_told(idea, request.recent))
    found.sort(key=lambda idea: -idea.score)
    return Ideas(ideas=found[: request.count])


def _candidates(request: IdeasRequest) -> list[Idea]:
    brief, brand = request.brief, request.brand
    told = wording.sentences(brief.message) or [brief.message]
    told = [one for one in told if not wording.banned_in(one, brand.banned_words)] or told
    wanted = wording.words(f"{brief.title} {' '.join(brief.keywords)}") - wording.words(brand.name)

    def idea(
        title: str, angle: str, message: str, score: float, trend: str = "", why: str = ""
    ) -> Idea:
        def clean(text: str, room: int) -> str:
            return wording.shorten(wording.without(text, brand.banned_words), room)

        return Idea(
            title=clean(title, 60).rstrip(".") or clean(brand.name, 60) or "…",
            angle=angle,
            key_message=clean(message, 190) or clean(title, 190) or "…",
            score=round(score, 3),
            trend=trend,
            why=why,
        )

    ideas = [idea(brief.title, "The news itself, at once.", told[0], 0.6, why="It is the brief.")]
    if len(told) > 1:
        detail = max(told[1:], key=lambda one: (len(wanted & wording.words(one)), -told.index(one)))
        why = "A detail is easier to remember than an announcement."
        ideas.append(idea(detail, "One detail that stands for the whole.", detail, 0.5, why=why))
    for trend in request.trends:
        common = wanted & wording.words(trend.topic)
        if common and trend.source != "brief":
            title = f"{brief.title} – {trend.topic}"
            angle = f"Meets what people talk about now: {trend.topic[:120]}."
            why = f"Seen in {trend.source}; shared with the brief: {', '.join(sorted(common)[:3])}."
            ideas.append(
                idea(title, angle, told[0], 0.55 + 0.3 * trend.score, trend.topic[:200], why)
            )
            break
    for fact in brand.facts[:3]:
        if wanted & wording.words(fact):
            why = "A fact of the brand's backs it up."
            ideas.append(idea(fact, "Why the brand may say this.", told[0], 0.45, why=why))
            break
    return ideas


def _less_if_told(idea: Idea, recent: Sequence[str]) -> Idea:
    if not wording.is_near_copy(idea.title, recent, wording.SAME_TITLE):
        return idea
    why = f"{idea.why} Marked down: it is close to a recent post.".strip()
    return idea.model_copy(update={"score": max(0.0, round(idea.score - 0.3, 3)), "why": why})


def fallback_copy(request: CopyRequest) -> Copy:
    """Captions from the brief's and the brand's own words, a different one for each platform."""
    return Copy(
        captions=[
            compose_caption(one, request.brief, request.brand, request.idea, request.recent)
            for one in request.brief.platforms
        ]
    )


def accept_ideas(ideas: Ideas, request: IdeasRequest) -> Ideas:
    """The ideas that may be used: grounded, allowed, not told lately; best first.

    Raises:
        ModelAnswerInvalid: None of them may.
    """
    ground = wording.grounds(request.brief, request.brand)
    topics = {trend.topic.casefold() for trend in request.trends}
    good: list[Idea] = []
    problem = ""
    for idea in ideas.ideas:
        wrong = _why_not(f"{idea.title}\n{idea.key_message}", ground, request.brand)
        told = [*request.recent, *(other.title for other in good)]
        if not wrong and wording.is_near_copy(idea.title, told, wording.SAME_TITLE):
            wrong = "was told already"
        if wrong:
            problem = problem or wrong
            continue
        # A trend that was not among the material is not evidence.
        known = idea.trend.casefold() in topics
        good.append(idea if known else idea.model_copy(update={"trend": ""}))
    if not good:
        raise ModelAnswerInvalid(f"No idea may be used: {problem}.", reason="rule")
    good.sort(key=lambda idea: -idea.score)
    return Ideas(ideas=good[: request.count])


def accept_copy(copy: Copy, request: CopyRequest) -> Copy:
    """The captions as they may be used, one for each platform asked for, in that order.

    Hashtags and the brief's own link are taken out of the texts, and a text that is too long
    ends after its last whole sentence that fits. Instagram's says where the link is.

    Raises:
        ModelAnswerInvalid: A platform is missing, or a text claims, uses or repeats what it
            may not.
    """
    by_platform = {caption.platform: caption for caption in reversed(copy.captions)}
    missing = [one for one in request.brief.platforms if one not in by_platform]
    if missing:
        raise ModelAnswerInvalid(f"There is no caption for {', '.join(missing)}.", reason="rule")
    return Copy(
        captions=[_accept_caption(by_platform[one], request) for one in request.brief.platforms]
    )


def _accept_caption(caption: Caption, request: CopyRequest) -> Caption:
    brief, brand = request.brief, request.brand
    ground = wording.grounds(brief, brand)
    bare, inline = wording.split_hashtags(caption.text)
    text = wording.without_links(bare, ground)
    tags = hashtags_for(caption.platform, brief, brand, [*caption.hashtags, *inline])
    room = room_for(caption.platform, brief, tags)
    on_instagram = caption.platform == "instagram"
    if on_instagram:
        room -= room_for_pointer(brief, bio_phrase(brief, brand))
    if wording.weight(text) > room:
        whole = wording.fit(wording.sentences(text), room)
        text = "" if whole.endswith("…") else whole
    if not text:
        raise ModelAnswerInvalid(f"The text for {caption.platform} is too long.", reason="rule")
    wrong = _why_not(f"{text}\n{' '.join(tags)}", ground, brand)
    if not wrong and on_instagram and (words := offers_click(text)):
        wrong = f"offers a link to click, where there is none: {words[:60]}"
    if not wrong and wording.is_near_copy(text, request.recent):
        wrong = "says again what a recent post said"
    if wrong:
        raise ModelAnswerInvalid(f"The text for {caption.platform} {wrong}.", reason="rule")
    if on_instagram:
        text = pointing(text, brief, brand)
    return caption.model_copy(update={"text": text, "hashtags": tags})


def _why_not(text: str, ground: str, brand: Brand) -> str:
    """Why *text* may not be used, as the end of a sentence; empty where it may."""
    if banned := wording.banned_in(text, brand.banned_words):
        return f"uses the banned word {banned[0]!r}"
    if made_up := wording.invented(text, ground):
        return f"claims what the brief does not say: {made_up[0][:60]}"
    return ""
