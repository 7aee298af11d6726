"""What a content run writes down of its post, and its state in line with what was planned."""

from collections.abc import Sequence
from datetime import datetime

from pressroom.agents import wording
from pressroom.domain.ab_test import AbTest, AbTestVariant
from pressroom.domain.composition import hashtags_in
from pressroom.domain.content import Caption, Creative, VisualPlan
from pressroom.domain.effects import PublishOrder
from pressroom.domain.post import PlatformPost, Post
from pressroom.graphs.content_state import Content, ContentUpdate, Plain, brief_of, orders_of
from pressroom.tools.publish import platform_post_of

_SHOWN = "A"
"""The variant that goes out; the others are kept for a test."""


def post_of(state: Content, *, run_id: str, now: datetime) -> Post:
    """The post as a draft: nothing promises yet that it goes out."""
    brief = brief_of(state)
    return Post(
        id=state.post_id,
        title=brief.title,
        content=brief.message,
        status="draft",
        campaign=brief.campaign.name if brief.campaign else "",
        cta_text=brief.cta.text if brief.cta else "",
        cta_url=str(brief.cta.url) if brief.cta else "",
        created_at=now,
        run_id=run_id,
        platform_posts=tuple(version_of(order, state) for order in orders_of(state)),
    )


def version_of(order: PublishOrder, state: Content) -> PlatformPost:
    """The platform's version that *order* publishes, as a draft."""
    return platform_post_of(
        order,
        id=order.reference,
        post_id=state.post_id,
        publish_at=brief_of(state).publish_at,
        variant=_label_of(state) if order.media else "",
    ).model_copy(update={"status": "draft"})


def ab_test_of(state: Content) -> AbTest | None:
    """The variants, kept for a later test; nothing to test makes none."""
    plan = VisualPlan.model_validate(state.visual_plan)
    creatives = [Creative.model_validate(c) for c in state.creatives]
    if len(plan.variants) < 2 or brief_of(state).media:
        return None
    variants = tuple(
        AbTestVariant(
            label=variant.label,
            media=tuple(c.media for c in creatives if c.label == variant.label),
            differs_by=variant.differs_by,
            hypothesis=variant.hypothesis,
        )
        for variant in plan.variants
    )
    return AbTest(
        id=f"{state.post_id}-ab",
        post_id=state.post_id,
        name=brief_of(state).title,
        variants=variants,
    )


def in_line_with(orders: Sequence[PublishOrder], state: Content, *, why: str) -> ContentUpdate:
    """The state's orders, captions and pictures as *orders* have them.

    A caption whose text is another one than this run wrote says *why*.
    """
    written = {order.platform: order for order in orders_of(state)}
    captions: list[Plain] = []
    for order, caption in ((o, c) for o in orders for c in state.captions):
        if caption["platform"] != order.platform:
            continue
        is_ours = written[order.platform].text == order.text
        captions.append(caption if is_ours else _caption_of(order, why).model_dump(mode="json"))
    update: ContentUpdate = {
        "orders": [order.model_dump(mode="json") for order in orders],
        "captions": captions,
    }
    if any(written[order.platform].media != order.media for order in orders):
        update["creatives"] = [
            Creative(platform=order.platform, label=_label_of(state), media=item).model_dump(
                mode="json"
            )
            for order in orders
            for item in order.media
        ]
    return update


def _caption_of(order: PublishOrder, why: str) -> Caption:
    bare, _ = wording.split_hashtags(order.text)
    text = wording.without_links(bare, bare) or order.text
    tags = list(hashtags_in(order.text))
    return Caption(platform=order.platform, text=text, hashtags=tags, why=why[:400])


def _label_of(state: Content) -> str:
    return "" if brief_of(state).media else _SHOWN
