"""Publishing: a post is written down as an effect first, then sent once, then known."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.analysis.pictures import clean, measure
from pressroom.domain.composition import hashtags_in
from pressroom.domain.effects import SETTLED, Effect, EffectStatus, PublishOrder
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import PlatformName
from pressroom.domain.post import PlatformPost, PlatformPostStatus, Post
from pressroom.domain.preflight import Violation
from pressroom.domain.written import Whole, Written
from pressroom.errors import BriefError
from pressroom.storage.engagements import start_tracking
from pressroom.storage.ledger import Permit
from pressroom.storage.posts import get_platform_post, record_outcome, save_post
from pressroom.tools.effects import Rates, drive, permit_by, plan_order, publish_key
from pressroom.tools.fit import fit_order
from pressroom.tools.ports import Ports

WAITS = "waits for a person's approval"
"""What lists say of a post that nobody has decided about yet."""


class MediaInput(BaseModel):
    """A picture to publish."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Path
    alt_text: Written = Field(default="", max_length=1000)
    ai_generated: bool = False


class PublishInput(BaseModel):
    """What to publish, where and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: PlatformName = Field(description="facebook, instagram or x")
    text: Whole = Field(description="The whole text of the post, hashtags and links included.")
    link: Written = Field(
        default="", description="A link attached to a Facebook post without photos."
    )
    media: tuple[MediaInput, ...] = Field(default=(), description="Pictures, in order.")
    title: Written = Field(default="", max_length=200, description="What our own lists call it.")
    publish_at: AwareDatetime | None = Field(
        default=None, description="When it goes live, with a time zone; none means at once."
    )
    key: Written = Field(
        default="",
        max_length=120,
        description=(
            "The same key never publishes twice. Without one, the same content on the same "
            "platform never publishes twice."
        ),
    )
    requires_approval: bool = Field(
        default=False, description="True holds it until a person approves exactly this content."
    )


class PublishResult(BaseModel):
    """Where the post stands."""

    model_config = ConfigDict(frozen=True)

    platform_post_id: str
    status: EffectStatus
    """`sent` is live; `unknown` is being looked up; `ready` waits for its time or approval."""
    platform_ref: str = ""
    permalink: str = ""
    note: str = ""
    effect_key: str = ""
    violations: tuple[Violation, ...] = ()
    """Pre-flight rules that it breaks; with any error here nothing was sent or saved."""
    fixes: tuple[str, ...] = ()
    """What was changed so that the platform takes it."""

    @property
    def is_live(self) -> bool:
        """Whether people can see it."""
        return self.status == "sent"


async def publish(request: PublishInput, ports: Ports) -> PublishResult:
    """Publish one post on Facebook, Instagram or X, and say where it stands.

    Called twice with the same key (or the same content), it publishes once and returns
    the same post. A post that the platform may or may not have taken is `unknown`: it is
    looked up on the platform and never sent again blindly; call this again, or wait for the
    sweeper, to learn more.

    Raises:
        SettingsError: No account is set up on that platform.
        BriefError: A picture is missing or is no image, or the time is past.
        EffectConflict: The key stands for another content already.
    """
    channel = ports.channel(request.platform)
    order = PublishOrder(
        platform=request.platform,
        account=channel.account,
        text=request.text,
        link=request.link,
        media=await asyncio.to_thread(_measured, request.media, ports.media_folder),
    )
    fitted = await fit_order(order, brand=ports.brand, folder=ports.media_folder)
    platform_post_id = _id_of(request, order)
    if fitted.errors:
        return PublishResult(
            platform_post_id=platform_post_id,
            status="failed",
            note=fitted.errors[0].message,
            violations=tuple(fitted.errors),
        )
    order = fitted.order.model_copy(update={"reference": platform_post_id})
    key = publish_key(platform_post_id, 1)
    # What the settings ask for is a floor: no caller, and no model, can go below it.
    review = request.requires_approval or ports.review
    async with ports.store.write() as session:
        if await get_platform_post(session, platform_post_id) is None:
            _refuse_past(request, now=ports.clock.now())
            note = WAITS if review else ""
            await save_post(session, _post_of(request, order, now=ports.clock.now(), note=note))
        await plan_publish(
            session,
            ports,
            order,
            key=key,
            not_before=request.publish_at,
            requires_approval=review,
        )
    effect = await drive_publish(key, ports)
    return _result(platform_post_id, effect, fixes=fitted.fixes)


def _measured(media: Sequence[MediaInput], folder: Path) -> tuple[MediaFile, ...]:
    """The pictures as facts, without what they would tell of place and camera."""
    measured = (
        measure(item.path, alt_text=item.alt_text, ai_generated=item.ai_generated) for item in media
    )
    return tuple(clean(picture, folder) for picture in measured)


def _refuse_past(request: PublishInput, *, now: datetime) -> None:
    """Refuse a new post for a time that has gone by; one that is known may ask how it went."""
    if request.publish_at is not None and request.publish_at < now:
        raise BriefError(
            f"publish_at {request.publish_at:%Y-%m-%d %H:%M %Z} is in the past.",
            field="publish_at",
            fix="Give a time to come, or leave it out to publish at once.",
        )


async def plan_publish(
    session: AsyncSession,
    ports: Ports,
    order: PublishOrder,
    *,
    key: str,
    not_before: datetime | None = None,
    requires_approval: bool = False,
    run_id: str = "",
) -> Effect:
    """Write down that *order* is to be published, in the caller's transaction.

    Raises:
        EffectConflict: *key* already stands for another payload.
    """
    return await ports.ledger.plan(
        session,
        plan_order(
            order,
            key=key,
            not_before=not_before,
            requires_approval=requires_approval,
            run_id=run_id,
        ),
    )


_SHOWN: Mapping[EffectStatus, PlatformPostStatus] = {
    "ready": "scheduled",
    "sending": "publishing",
    "unknown": "unknown",
    "sent": "published",
    "failed": "failed",
    "review": "review",
    "cancelled": "cancelled",
}
_FIRST_READING = timedelta(minutes=15)


async def show_publication(session: AsyncSession, effect: Effect, now: datetime) -> None:
    """Keep the platform post in line with its effect, and follow it once it is live.

    The ledger calls this within each change's transaction (`Ledger(mirror=...)`). The effect
    of an earlier revision says nothing about the post any more.
    """
    own_id = effect.payload.get("reference", "")
    if effect.kind != "publish" or not own_id:
        return
    post = await get_platform_post(session, own_id)
    if post is None or effect.key != publish_key(own_id, post.revision):
        return
    is_live = effect.status == "sent"
    await record_outcome(
        session,
        own_id,
        status=_SHOWN[effect.status],
        platform_post_id=effect.platform_ref if is_live else "",
        permalink=effect.permalink if is_live else "",
        published_at=now if is_live else None,
        note=effect.note,
    )
    if is_live:
        await start_tracking(session, own_id, now + _FIRST_READING)


async def drive_publish(key: str, ports: Ports) -> Effect:
    """Take the effect one step further if it can go: send it, or look it up."""
    return await drive(key, ledger=ports.ledger, channels=ports.channels, permit=permit_of(ports))


def is_settled(effect: Effect) -> bool:
    """Whether nothing more happens to it by itself."""
    return effect.status in SETTLED


def _id_of(request: PublishInput, order: PublishOrder) -> str:
    seed = f"key:{request.key}" if request.key else f"content:{order.payload_sha()}"
    scope = f"{order.platform}:{order.account}:{seed}"
    return "d" + hashlib.sha256(scope.encode()).hexdigest()[:31]


def _post_of(request: PublishInput, order: PublishOrder, *, now: datetime, note: str) -> Post:
    """A post with the one platform version that was asked for."""
    title = request.title or " ".join(request.text.split())[:80] or "Untitled"
    version = platform_post_of(
        order, id=order.reference, post_id=order.reference, publish_at=request.publish_at
    ).model_copy(update={"note": note})
    return Post(
        id=order.reference,
        title=title,
        content=request.text,
        status="scheduled",
        created_at=now,
        platform_posts=(version,),
    )


def platform_post_of(
    order: PublishOrder,
    *,
    id: str,  # noqa: A002 - the field's name
    post_id: str,
    publish_at: datetime | None = None,
    variant: str = "",
) -> PlatformPost:
    """The record of what *order* publishes; its hashtags are those that stand in the text."""
    return PlatformPost(
        id=id,
        post_id=post_id,
        platform=order.platform,
        account=order.account,
        text=order.text,
        link=order.link,
        hashtags=tuple(hashtags_in(order.text)),
        media=order.media,
        variant=variant,
        status="scheduled",
        publish_at=publish_at,
    )


def permit_of(ports: Ports) -> Permit:
    """The budgets of every kind of effect, as the ledger asks for them, inside its claim."""
    rates: Rates = {
        "publish": ports.publish_rates,
        "reply": ports.reply_rates,
        "hide": ports.hide_rates,
        "crisis_response": ports.publish_rates,
    }
    return permit_by(ports.limiter, rates)


def _result(platform_post_id: str, effect: Effect, *, fixes: Sequence[str] = ()) -> PublishResult:
    return PublishResult(
        platform_post_id=platform_post_id,
        status=effect.status,
        platform_ref=effect.platform_ref,
        permalink=effect.permalink,
        note=effect.note,
        effect_key=effect.key,
        fixes=tuple(fixes),
    )
