"""What the agents make of a brief: trends, ideas, copy and visuals, all of it proposals."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pressroom.domain.brand import Colour
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import Platform, PlatformName

TrendSource = Literal["own-posts", "comments", "mentions", "feed", "brief"]


class Trend(BaseModel):
    """A subject that moves people now, and the evidence for it."""

    model_config = ConfigDict(frozen=True)

    topic: str
    source: TrendSource
    score: float = Field(ge=0.0, le=1.0)
    evidence: str = ""
    """What it was seen in: a headline, a count of comments, a post's reach."""


class Idea(BaseModel):
    """One way to tell the story."""

    model_config = ConfigDict(frozen=True)

    title: str = Field(min_length=1, max_length=120)
    angle: str = Field(min_length=1, max_length=400, description="What makes it worth reading.")
    key_message: str = Field(min_length=1, max_length=400)
    trend: str = Field(default="", max_length=200, description="The trend it builds on, if any.")
    score: float = Field(ge=0.0, le=1.0, description="How well it fits brief, brand and trend.")
    why: str = Field(default="", max_length=400)


class Ideas(BaseModel):
    """A few different ideas, best first."""

    model_config = ConfigDict(frozen=True)

    ideas: list[Idea] = Field(min_length=1, max_length=5)


class Caption(BaseModel):
    """The text of a post as one platform gets it."""

    model_config = ConfigDict(frozen=True)

    platform: PlatformName
    text: str = Field(min_length=1, description="The post's text, without hashtags and links.")
    hashtags: list[str] = Field(default_factory=list, description="Without the # sign.")
    why: str = Field(default="", max_length=400, description="Why it is told so on this platform.")


class Copy(BaseModel):
    """One caption for each platform asked for."""

    model_config = ConfigDict(frozen=True)

    captions: list[Caption] = Field(min_length=1)


VisualLayout = Literal["announcement", "quote", "list", "offer", "photo"]


class VisualVariant(BaseModel):
    """One picture to draw; two variants differ in one thing, on purpose."""

    model_config = ConfigDict(frozen=True)

    label: Literal["A", "B", "C", "D"]
    layout: VisualLayout
    headline: str = Field(min_length=1, max_length=80)
    subline: str = Field(default="", max_length=140)
    button: str = Field(default="", max_length=30)
    emphasis: Literal["primary", "accent", "light"] = "primary"
    """Which of the brand's colours carries the picture."""
    differs_by: str = Field(
        default="", max_length=200, description="The one thing that differs from variant A."
    )
    hypothesis: str = Field(
        default="", max_length=300, description="What the difference is expected to change."
    )


class VisualPlan(BaseModel):
    """What to show: the variants and the words for those who cannot see them."""

    model_config = ConfigDict(frozen=True)

    subject: str = Field(min_length=1, max_length=200)
    alt_text: str = Field(min_length=1, max_length=420)
    variants: list[VisualVariant] = Field(min_length=1, max_length=4)


class Artwork(BaseModel):
    """What the renderer is asked to draw: a variant in the brand's colours, for one platform."""

    model_config = ConfigDict(frozen=True)

    variant: VisualVariant
    brand_name: str
    primary: Colour
    accent: Colour
    background: Colour
    text: Colour
    platform: Platform
    photo: str = ""
    """A picture to build on, as a path; empty draws on colour alone."""


class Creative(BaseModel):
    """A rendered variant for one platform."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    label: str
    media: MediaFile
    notes: list[str] = Field(default_factory=list)
    """What was changed so that it fits: text shortened, a character without a glyph …"""
