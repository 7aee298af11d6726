"""The content graph's first half: from a brief to orders that every platform will take."""

import asyncio
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from langgraph.runtime import Runtime

from pressroom.agents import social_media, visual
from pressroom.agents.bio_link import bio_phrase, link_in_text
from pressroom.analysis.pictures import clean, measure
from pressroom.analysis.trends import OwnPost, Remark
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.composition import compose
from pressroom.domain.content import (
    Artwork,
    Caption,
    Copy,
    Creative,
    Idea,
    Ideas,
    Trend,
    VisualPlan,
    VisualVariant,
)
from pressroom.domain.effects import PublishOrder
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import TITLES, Platform
from pressroom.domain.post import Post, PostStatus
from pressroom.domain.preflight import Violation
from pressroom.domain.provenance import Provenance
from pressroom.errors import BriefError
from pressroom.graphs.content_state import (
    Content,
    ContentUpdate,
    Plain,
    brief_of,
    plain,
    post_id_of,
    thread_of,
)
from pressroom.storage.comments import recent_comments
from pressroom.storage.engagements import best_posts
from pressroom.storage.posts import list_posts
from pressroom.tools.fit import Fitted, fit_order
from pressroom.tools.ports import Ports
from pressroom.tools.trends import TrendsInput
from pressroom.tools.trends import gather_trends as read_trends

_LOOK_BACK = timedelta(days=90)
_RECENT = 20
_UNSEEN: frozenset[PostStatus] = frozenset({"cancelled", "failed"})
_DRAWING_AT_ONCE = 2
"""Pictures are drawn in threads; more of them than cores only makes them wait."""


async def gather_trends(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Subjects that move people now: our own best posts, comments, and the feeds."""
    ports, brief = runtime.context, brief_of(state)
    async with ports.store.read() as session:
        since = await ports.store.now(session) - _LOOK_BACK
        best = await best_posts(session, since, 20)
        comments = await recent_comments(session, since, 300)
    found = await read_trends(
        TrendsInput(
            title=brief.title,
            message=brief.message,
            keywords=brief.keywords,
            language=brief.language or ports.brand.language,
            feeds=ports.feeds,
            posts=tuple(
                OwnPost(post.text, post.engagement_rate or 0.0, post.published_at) for post in best
            ),
            remarks=tuple(
                Remark(comment.message, comment.created_time, author=comment.author_id)
                for comment in comments
            ),
        ),
        web=ports.web,
        now=ports.clock.now(),
    )
    why = f"{len(found.trends)} found in own posts, comments, feeds and the brief"
    return {
        "trends": [trend.model_dump(mode="json") for trend in found.trends],
        "notes": list(found.notes),
        "provenance": {"trends": plain(Provenance(made_by="rule", why=why))},
    }


async def propose_ideas(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """A few ways to tell the story, by the social-media agent."""
    ports = runtime.context
    recent = await _told_lately(runtime)
    made = await social_media.propose_ideas(
        social_media.IdeasRequest(
            brief=brief_of(state),
            brand=ports.brand,
            trends=tuple(Trend.model_validate(trend) for trend in state.trends),
            recent=tuple(post.title for post in recent),
        ),
        ports.model,
    )
    return {
        "ideas": made.value.model_dump(mode="json")["ideas"],
        "provenance": {"ideas": plain(made.provenance)},
    }


async def _told_lately(runtime: Runtime[Ports]) -> list[Post]:
    """Recent posts that people saw or will see, without what an earlier try of this run saved."""
    own_id = post_id_of(thread_of(runtime))
    async with runtime.context.store.read() as session:
        found = await list_posts(session, limit=_RECENT)
    return [post for post in found if post.id != own_id and post.status not in _UNSEEN]


async def choose_idea(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """The idea that the post will tell."""
    del runtime
    idea, why = social_media.choose_idea(Ideas.model_validate({"ideas": state.ideas}))
    return {
        "idea": idea.model_dump(mode="json"),
        "provenance": {"idea": plain(Provenance(made_by="rule", why=why))},
    }


async def write_copy(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """One caption for each platform, by the social-media agent."""
    ports, brief = runtime.context, brief_of(state)
    recent = await _told_lately(runtime)
    made = await social_media.write_copy(
        social_media.CopyRequest(
            brief=brief,
            brand=ports.brand,
            idea=Idea.model_validate(state.idea),
            recent=tuple(version.text for post in recent for version in post.platform_posts),
        ),
        ports.model,
    )
    return {
        "captions": made.value.model_dump(mode="json")["captions"],
        "provenance": {"copy": plain(made.provenance)},
    }


async def plan_visuals(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """What to show and how the variants differ, by the visual agent."""
    ports = runtime.context
    made = await visual.plan_visuals(
        visual.VisualRequest(
            brief=brief_of(state),
            brand=ports.brand,
            idea=Idea.model_validate(state.idea),
            captions=tuple(Caption.model_validate(caption) for caption in state.captions),
        ),
        ports.model,
    )
    return {
        "visual_plan": made.value.model_dump(mode="json"),
        "provenance": {"visual_plan": plain(made.provenance)},
    }


async def draw_visuals(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Pictures of every variant for every platform; or the brief's own, as it describes them."""
    ports, brief = runtime.context, brief_of(state)
    plan = VisualPlan.model_validate(state.visual_plan)
    if brief.media:
        given = await asyncio.to_thread(_read_given, brief, ports.media_folder)
        creatives = [
            Creative(platform=platform, label="", media=media)
            for platform in brief.platforms
            for media in given
        ]
        made = Provenance(made_by="person", why="the brief brings its own pictures")
    else:
        creatives = await _draw(plan, brief, ports)
        made = Provenance(made_by="rule", why="drawn by the local renderer in the brand's colours")
    return {
        "creatives": [creative.model_dump(mode="json") for creative in creatives],
        "notes": [
            *_undescribed(brief),
            *(f"{c.platform} {c.label}: {note}" for c in creatives for note in c.notes),
        ],
        "provenance": {"visuals": plain(made)},
    }


def _read_given(brief: Brief, folder: Path) -> list[MediaFile]:
    """The brief's own pictures, without what they would tell of place and camera.

    Nobody here has seen them: an alt text is what the brief says, or none. A guess would also
    keep Facebook and Instagram from describing the picture themselves.
    """
    return [
        clean(measure(picture.path, alt_text=picture.alt_text), folder) for picture in brief.media
    ]


def _undescribed(brief: Brief) -> list[str]:
    return [
        f"describe your picture: {picture.path.name} has no alt_text in the brief, so people who"
        " cannot see it are told nothing"
        for picture in brief.media
        if not picture.alt_text.strip()
    ]


async def _draw(plan: VisualPlan, brief: Brief, ports: Ports) -> list[Creative]:
    turn = asyncio.Semaphore(_DRAWING_AT_ONCE)
    palette = ports.brand.palette

    async def one(platform: Platform, variant: VisualVariant) -> Creative:
        artwork = Artwork(
            variant=variant,
            brand_name=ports.brand.name,
            primary=palette.primary,
            accent=palette.accent,
            background=palette.background,
            text=palette.text,
            platform=platform,
        )
        async with turn:
            media, notes = await asyncio.to_thread(
                ports.renderer.render, artwork, ports.media_folder
            )
        alt_text = visual.describe(variant, plan, brief, ports.brand)
        described = media.model_copy(update={"alt_text": alt_text})
        return Creative(platform=platform, label=variant.label, media=described, notes=notes)

    return list(await asyncio.gather(*(one(p, v) for p in brief.platforms for v in plan.variants)))


async def check_posts(state: Content, runtime: Runtime[Ports]) -> ContentUpdate:
    """Orders that pass every platform's rules, repaired where that is safe."""
    ports, brief = runtime.context, brief_of(state)
    post_id = post_id_of(thread_of(runtime))
    orders: list[Plain] = []
    violations: list[Plain] = []
    notes: list[str] = []
    for caption in Copy.model_validate({"captions": state.captions}).captions:
        order = _order_of(caption, brief, state, ports, post_id)
        try:
            fitted = await fit_order(order, brand=ports.brand, folder=ports.media_folder)
        except BriefError as err:
            violations.append(_as_violation(err, caption.platform))
            continue
        orders.append(fitted.order.model_dump(mode="json"))
        violations += [
            {**asdict(violation), "platform": caption.platform} for violation in fitted.errors
        ]
        notes += _notes_of(fitted, brief, ports.brand)
    why = f"{len(orders)} checked against the platforms' rules"
    return {
        "post_id": post_id,
        "orders": orders,
        "violations": violations,
        "notes": notes,
        "provenance": {"pre-flight": plain(Provenance(made_by="rule", why=why))},
    }


def _notes_of(fitted: Fitted, brief: Brief, brand: Brand) -> list[str]:
    """What was changed and what is worth knowing, each once and under its platform's name."""
    platform = fitted.order.platform
    known = {"any.alt.missing"} if brief.media else set()  # said once for all platforms
    if brand.instagram_link == "text":
        known.add("instagram.link.dead")  # the brand wants it so
    told = [
        f"{warning.message} {warning.fix}"
        for warning in fitted.warnings
        if warning.rule_id not in known
    ]
    if platform == "instagram" and brief.cta and bio_phrase(brief, brand):
        told.append(f"readers are sent to the profile's link: let it lead to {brief.cta.url}")
    title = TITLES[platform]
    named = (line.removeprefix(f"{title}: ") for line in (*fitted.fixes, *told))
    return [f"{title}: {line}" for line in named]


def _as_violation(err: BriefError, platform: Platform) -> Plain:
    """A picture that cannot be made to fit, as a rule that the post breaks."""
    violation = Violation("media.unusable", "error", err.field, err.message, err.fix, source="")
    return {**asdict(violation), "platform": platform}


def _order_of(
    caption: Caption, brief: Brief, state: Content, ports: Ports, post_id: str
) -> PublishOrder:
    """What the platform would be sent, before the rules are applied."""
    media = _media_for(caption.platform, state)
    text, link = compose(
        caption,
        link=link_in_text(caption.platform, brief, ports.brand),
        has_media=bool(media),
    )
    return PublishOrder(
        platform=caption.platform,
        account=ports.channel(caption.platform).account,
        text=text,
        link=link,
        media=media,
        reference=f"{post_id}-{caption.platform}",
    )


def _media_for(platform: Platform, state: Content) -> tuple[MediaFile, ...]:
    """Variant A, or all pictures that the brief brought."""
    creatives = [Creative.model_validate(plain_one) for plain_one in state.creatives]
    return tuple(c.media for c in creatives if c.platform == platform and c.label in ("", "A"))
