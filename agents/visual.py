"""The visual agent: what the picture of a post shows, in variants that differ on purpose."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict

from pressroom.agents import wording
from pressroom.agents.phrases import phrases_for
from pressroom.agents.propose import Task, propose
from pressroom.agents.social_media import brand_view, brief_view, language_of
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.content import Caption, Idea, VisualLayout, VisualPlan, VisualVariant
from pressroom.domain.likeness import likeness
from pressroom.domain.ports import Model
from pressroom.domain.provenance import Made
from pressroom.errors import ModelAnswerInvalid

_LABELS = ("A", "B", "C", "D")
_PARTS = ("headline", "layout", "emphasis", "button", "subline")
"""What can differ, in the order in which it is seen."""
_WORDS = frozenset({"headline", "subline", "button"})
"""Parts that stand in a picture word for word."""
_ALT_CHARS = 420
_SEEN = {part: at for at, part in enumerate(_PARTS)}


class VisualRequest(BaseModel):
    """What pictures are wanted for; the brief says how many variants."""

    model_config = ConfigDict(frozen=True)

    brief: Brief
    brand: Brand
    idea: Idea
    captions: tuple[Caption, ...] = ()
    """What stands beside the picture, so that the alt text does not repeat it."""


async def plan_visuals(
    request: VisualRequest, model: Model | None, *, prompts: Path | None = None
) -> Made[VisualPlan]:
    """The variants to draw, with alt text, and who planned them."""
    task = Task(
        prompt="visual/plan",
        answer=VisualPlan,
        fallback=lambda: fallback_plan(request),
        accept=lambda plan: accept_plan(plan, request),
        variables={
            "count": request.brief.variants,
            "language": language_of(request.brief, request.brand),
            "layouts": ", ".join(_layouts(request.brief)),
            "brief": brief_view(request.brief),
            "brand": brand_view(request.brand),
            "idea": request.idea.model_dump(mode="json", exclude={"score"}),
            "captions": [caption.text for caption in request.captions],
        },
        temperature=0.7,
    )
    return await propose(task, model, prompts=prompts)


def fallback_plan(request: VisualRequest) -> VisualPlan:
    """A plan from the brief's own words; B, C and D each change one thing of A."""
    brief, brand = request.brief, request.brand

    def clean(text: str, room: int) -> str:
        bare = wording.without_links(text, text)  # nobody can follow a link in a picture
        return wording.shorten(wording.without(bare, brand.banned_words), room)

    headline = clean(brief.title, 60) or clean(brand.name, 60) or "…"
    subline = clean(_subline(brief, headline), 110).rstrip(".。")
    button = clean(brief.cta.text, 28).rstrip(".") if brief.cta else ""
    first = VisualVariant(
        label="A", layout=_layout(brief), headline=headline, subline=subline, button=button
    )
    others = _changes(first, clean(request.idea.key_message, 60))[: brief.variants - 1]
    variants = [first]
    for label, change in zip(_LABELS[1:], others, strict=False):
        variants.append(first.model_copy(update={"label": label, **change}))
    return VisualPlan(
        subject=clean(request.idea.title, 200) or headline,
        alt_text=_alt_text(first, brief, brand),
        variants=variants,
    )


def _layouts(brief: Brief) -> list[VisualLayout]:
    """The layouts to choose from: one that needs a photo only where there is one."""
    return [one for one in get_args(VisualLayout) if one != "photo" or brief.media]


def _layout(brief: Brief) -> VisualLayout:
    if brief.media:
        return "photo"
    if any(mark in brief.message for mark in ("%", "€", "$", "£", "₫")):
        return "offer"
    if brief.message.lstrip()[:1] in '"“„«':
        return "quote"
    lines = [line for line in brief.message.splitlines() if line.strip()]
    return "list" if len(lines) >= 3 else "announcement"


def _subline(brief: Brief, headline: str) -> str:
    told = wording.sentences(brief.message)
    fresh = [one for one in told if likeness(one, headline) < wording.NEAR_COPY]
    return fresh[0] if fresh else ""


def _changes(first: VisualVariant, message: str) -> list[dict[str, Any]]:
    """What the further variants change, the most telling first: one thing each."""
    changes: list[dict[str, Any]] = [
        {
            "emphasis": "accent",
            "differs_by": "emphasis: the accent colour carries the picture, not the primary one.",
            "hypothesis": "The stronger colour stops more people in the feed.",
        }
    ]
    if message and likeness(message, first.headline) < wording.NEAR_COPY:
        changes.append(
            {
                "headline": message,
                "differs_by": "headline: the key message, not the title.",
                "hypothesis": "What is in it for the reader gets more clicks than its name.",
            }
        )
    if first.button:
        changes.append(
            {
                "button": "",
                "differs_by": "button: none in the picture; the caption alone asks.",
                "hypothesis": "Without a button it looks less like an advert and is shared more.",
            }
        )
    other: VisualLayout = "quote" if first.layout != "quote" else "announcement"
    changes.append(
        {
            "layout": other,
            "differs_by": f"layout: {other}, not {first.layout}.",
            "hypothesis": "An unusual arrangement is looked at longer than the usual one.",
        }
    )
    changes.append(
        {
            "emphasis": "light",
            "differs_by": "emphasis: a light ground, not the primary colour.",
            "hypothesis": "A light picture is easier to read on a phone and holds people longer.",
        }
    )
    if first.subline:
        changes.append(
            {
                "subline": "",
                "differs_by": "subline: none, the headline stands alone.",
                "hypothesis": "Fewer words are read by more people.",
            }
        )
    return changes


def describe(variant: VisualVariant, plan: VisualPlan, brief: Brief, brand: Brand) -> str:
    """The alt text of *variant*'s own picture.

    The planner's belongs to A. Where only words differ that it carries, they are put in their
    place; anything else it may have described is not in this picture, and ours is taken.
    """
    first = plan.variants[0]
    text = plan.alt_text
    for part in differences(first, variant):
        old, new = getattr(first, part), getattr(variant, part)
        if part not in _WORDS or not old or not new or text.count(old) != 1:
            return _alt_text(variant, brief, brand)
        text = text.replace(old, new)
    return wording.shorten(text, _ALT_CHARS)


def _alt_text(variant: VisualVariant, brief: Brief, brand: Brand) -> str:
    """The card that is drawn for *variant*, in words: whose it is, and all that it says."""
    phrases = phrases_for(language_of(brief, brand))
    kind = phrases.photo if variant.layout == "photo" else phrases.graphic
    pieces = [kind.format(brand=brand.name, headline=variant.headline)]
    if variant.subline:
        pieces.append(phrases.below.format(subline=variant.subline))
    if variant.button:
        pieces.append(phrases.button.format(button=variant.button))
    text = wording.without(" ".join(pieces), brand.banned_words)
    return wording.shorten(text, _ALT_CHARS) or variant.headline


def accept_plan(plan: VisualPlan, request: VisualRequest) -> VisualPlan:
    """The plan as it may be drawn: labels in order, as many variants as asked for.

    A variant that changes several things keeps the one that it says it is about and takes
    the rest from A: with two changes at once a test could not tell which of them worked.

    Raises:
        ModelAnswerInvalid: Too few variants, one that changes nothing new, words that may
            not be used, or an alt text that is a caption.
    """
    wanted = request.brief.variants
    first = plan.variants[0].model_copy(update={"label": "A", "differs_by": "", "hypothesis": ""})
    if first.layout not in _layouts(request.brief):
        first = first.model_copy(update={"layout": _layout(request.brief)})
    variants = [first]
    for variant in plan.variants[1:]:
        one = _one_change(variant, variants, _layouts(request.brief))
        if one is not None and len(variants) < wanted:
            variants.append(one.model_copy(update={"label": _LABELS[len(variants)]}))
    if len(variants) < wanted:
        raise ModelAnswerInvalid(
            f"Only {len(variants)} of {wanted} variants differ from each other.", reason="rule"
        )
    _check_words(plan, variants, request)
    alt_text = plan.alt_text
    if not _carries(alt_text, variants[0]):
        alt_text = _alt_text(variants[0], request.brief, request.brand)
    return plan.model_copy(update={"variants": variants, "alt_text": alt_text})


def _carries(alt_text: str, variant: VisualVariant) -> bool:
    """Whether an alt text has all the words of the picture: who cannot see it hears them so."""
    said = " ".join(alt_text.casefold().split())
    shown = (getattr(variant, part) for part in _WORDS)
    return all(" ".join(one.casefold().split()).rstrip(".!?…") in said for one in shown)


def _one_change(
    variant: VisualVariant, taken: Sequence[VisualVariant], layouts: Sequence[VisualLayout]
) -> VisualVariant | None:
    """*variant* with one change of its own and the rest as in A; None where none is new."""
    first = taken[0]
    said = variant.differs_by.casefold()
    # What the planner says it is about goes first, then what is seen first.
    parts = sorted(differences(first, variant), key=lambda part: (part not in said, _SEEN[part]))
    for part in parts:
        value = getattr(variant, part)
        if part == "layout" and value not in layouts:
            continue
        if all(getattr(other, part) != value for other in taken):
            by = variant.differs_by if part in said else f"{part}: {value or 'none'}"
            kept = {"hypothesis": variant.hypothesis, "differs_by": by[:200]}
            return first.model_copy(update={part: value, **kept})
    return None


def differences(one: VisualVariant, other: VisualVariant) -> list[str]:
    """Which parts of the picture differ between two variants."""
    return [part for part in _PARTS if getattr(one, part) != getattr(other, part)]


def _check_words(
    plan: VisualPlan, variants: Sequence[VisualVariant], request: VisualRequest
) -> None:
    shown = [f"{v.headline}\n{v.subline}\n{v.button}" for v in variants]
    text = "\n".join([plan.alt_text, *shown])
    if banned := wording.banned_in(text, request.brand.banned_words):
        raise ModelAnswerInvalid(f"It uses the banned word {banned[0]!r}.", reason="rule")
    ground = wording.grounds(request.brief, request.brand)
    if made_up := wording.invented(text, ground):
        raise ModelAnswerInvalid(f"It claims {made_up[0][:60]}.", reason="rule")
    if wording.is_near_copy(plan.alt_text, [caption.text for caption in request.captions]):
        raise ModelAnswerInvalid("The alt text is a caption.", reason="rule")
