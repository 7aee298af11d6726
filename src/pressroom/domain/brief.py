"""What a person asks for: a brief, alone or as an entry of a content calendar."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    field_validator,
    model_validator,
)

from pressroom.domain.platform import PLATFORMS, Platform, PlatformName
from pressroom.domain.written import Written, written

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    BeforeValidator(written),
]


def _distinct(platforms: tuple[Platform, ...]) -> tuple[Platform, ...]:
    return tuple(dict.fromkeys(platforms))


class Campaign(BaseModel):
    """The campaign a post belongs to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    budget: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    """In the brand's currency; kept for reporting, spent by nothing here."""


class CallToAction(BaseModel):
    """What the reader is asked to do, and where."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Line
    url: HttpUrl


class Picture(BaseModel):
    """A picture that a brief brings, and the words for those who cannot see it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Path
    alt_text: Written = Field(default="", max_length=1000)
    """What the picture shows. Nobody but the person who chose it can say; empty says nothing."""

    @model_validator(mode="before")
    @classmethod
    def _from_path(cls, given: object) -> object:
        return {"path": given} if isinstance(given, str | Path) else given


class Brief(BaseModel):
    """One thing to communicate, and the bounds within which to do it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line
    message: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
        BeforeValidator(written),
    ]
    """What is to be said. It is material for the agents, never an instruction to them."""
    platforms: Annotated[tuple[PlatformName, ...], Field(min_length=1), AfterValidator(_distinct)]
    campaign: Campaign | None = None
    cta: CallToAction | None = None
    audience: Written = Field(default="", max_length=400)
    language: str = Field(default="", pattern=r"^([a-z]{2,3}(-[A-Za-z]{2,4})?)?$")
    """Empty means the brand's language."""
    hashtags: tuple[Written, ...] = ()
    media: tuple[Picture, ...] = ()
    """Pictures to use as they are, each a path or a path with its alt text; none means that the
    visual agent makes them."""
    publish_at: AwareDatetime | None = None
    """When it goes live; none means that the social-media agent chooses a time."""
    publish_now: bool = False
    """True publishes as soon as everything is ready, whatever time would be best."""
    variants: int = Field(default=2, ge=1, le=4)
    """How many visual variants to make for a later A/B test; 1 makes no test."""
    keywords: tuple[Written, ...] = ()
    external_id: Written = ""
    """The calendar's own id of this entry, so that the same entry makes the same run."""

    @field_validator("hashtags")
    @classmethod
    def _bare_hashtags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(tag.lstrip("#") for tag in tags if tag.lstrip("#"))


class LeftOut(BaseModel):
    """An entry of a calendar of which no brief is made now."""

    model_config = ConfigDict(frozen=True)

    title: str
    why: str
    """The end of a sentence that begins with the entry: `its time is past`."""
    publish_at: AwareDatetime | None = None


def default_platforms() -> tuple[Platform, ...]:
    """All platforms, for a calendar entry that names none."""
    return PLATFORMS


def is_past(brief: Brief, now: datetime) -> bool:
    """Whether the brief asks for a time that has gone by."""
    return brief.publish_at is not None and brief.publish_at < now
