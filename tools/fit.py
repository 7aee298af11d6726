"""Makes an order fit its platform: safe repairs done, the rest named, each with its fix."""

import asyncio
from dataclasses import dataclass
from math import inf
from pathlib import Path

from pressroom.analysis.pictures import refit
from pressroom.domain.brand import Brand
from pressroom.domain.effects import PublishOrder
from pressroom.domain.media import MediaFile
from pressroom.domain.preflight import ImageFix, Violation, check, repair

_ANY_WIDTH_PX = 4096
"""No platform shows more; a picture that only has too many bytes keeps its width up to this."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """An order as far as it can be made to fit without a person."""

    order: PublishOrder
    fixes: tuple[str, ...]
    """What was changed, one line each."""
    errors: tuple[Violation, ...]
    """Rules it still breaks: with any of these it must not be sent."""
    warnings: tuple[Violation, ...]
    """What is allowed and still worth knowing."""


async def fit_order(order: PublishOrder, *, brand: Brand, folder: Path) -> Fitted:
    """*order* with its text and pictures repaired; new pictures go to *folder*."""
    repaired = repair(order)
    fixes = list(repaired.fixes)
    media = list(repaired.order.media)
    for work in repaired.image_work:
        made, notes = await asyncio.to_thread(_rework, media[work.media_index], work, folder)
        media[work.media_index] = made
        fixes += [f"picture {work.media_index + 1}: {note}" for note in notes]
    fitted = repaired.order.model_copy(update={"media": tuple(media)})
    found = check(fitted, banned_words=brand.banned_words)
    return Fitted(
        order=fitted,
        fixes=tuple(fixes),
        errors=tuple(v for v in found if v.severity == "error"),
        warnings=tuple(v for v in found if v.severity != "error"),
    )


def _rework(media: MediaFile, work: ImageFix, folder: Path) -> tuple[MediaFile, list[str]]:
    return refit(
        media,
        folder=folder,
        max_bytes=work.max_bytes,
        max_width_px=work.max_width or min(media.width_px, _ANY_WIDTH_PX),
        min_width_px=work.min_width,
        min_ratio=work.min_ratio,
        max_ratio=work.max_ratio or inf,
    )
