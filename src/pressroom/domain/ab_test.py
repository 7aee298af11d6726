"""A comparison of variants that differ in one thing."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from pressroom.domain.media import MediaFile

AbTestStatus = Literal["draft", "running", "finished", "cancelled"]


class AbTestVariant(BaseModel):
    """One of the things compared."""

    model_config = ConfigDict(frozen=True)

    label: str
    """`A`, `B` …: its name within the test."""
    media: tuple[MediaFile, ...] = ()
    """The pictures that show it, one for each platform."""
    hypothesis: str = ""
    differs_by: str = ""
    """The one thing that differs from variant A."""
    platform_post_id: str = ""
    """Our platform post that shows it; empty until there is one."""


class AbTest(BaseModel):
    """A test, its variants and what came of it."""

    model_config = ConfigDict(frozen=True)

    id: str
    post_id: str
    name: str
    type: str = "visual"
    """What is varied."""
    status: AbTestStatus = "draft"
    best_variant_id: str = ""
    """The label of the variant that won; empty while none has."""
    variants: tuple[AbTestVariant, ...] = ()
