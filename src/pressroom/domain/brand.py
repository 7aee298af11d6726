"""The brand that speaks: its voice, its facts and its looks."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from pressroom.domain.reply_policy import ReplyPolicy

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as #rrggbb."""


class Palette(BaseModel):
    """The brand's colours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    primary: Colour = "#1d3557"
    accent: Colour = "#e76f51"
    background: Colour = "#f8f4ec"
    text: Colour = "#14213d"


class Brand(BaseModel):
    """Everything about the brand that shapes what is written and drawn.

    It comes from the brand file (`brand.yaml`); nothing in it is a secret.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=80)
    voice: str = "Friendly, clear and concrete. Short sentences. No hype."
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")
    timezone: str = "UTC"
    audience: str = ""
    website: str = ""
    hashtags: tuple[str, ...] = ()
    """Hashtags that fit any post, without `#`."""
    facts: tuple[str, ...] = ()
    """What may be stated as true; nothing else may be claimed."""
    banned_words: tuple[str, ...] = ()
    sign_off: str = ""
    palette: Palette = Palette()
    instagram_link: Literal["bio", "text"] = "bio"
    """Where Instagram's readers, who can click no link in a post, find it: `bio` tells them that
    it is in the profile, `text` spells the address out."""
    handles: dict[str, str] = {}
    """The brand's handle on each platform, without `@`."""
    replies: ReplyPolicy = ReplyPolicy()
    """How comments are treated."""

    @property
    def spoken(self) -> tuple[str, ...]:
        """The two-letter codes of the languages it answers in, its own first."""
        codes = (one.partition("-")[0].lower() for one in (self.language, *self.replies.languages))
        return tuple(dict.fromkeys(codes))

    @property
    def own_words(self) -> str:
        """Everything about the brand that may be said in public, in one text."""
        told = [
            text for one in self.replies.answers for text in (one.text, *one.translations.values())
        ]
        links = [self.website, *self.replies.allowed_links]
        handles = [f"@{handle}" for handle in self.handles.values()]
        signs = [self.sign_off, self.replies.sign_off, self.replies.contact]
        return "\n".join([self.name, *self.facts, *told, *links, *handles, *signs])

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as err:
            raise ValueError(f"no time zone is called {name!r}; use one like Europe/Paris") from err
        return name

    @field_validator("hashtags")
    @classmethod
    def _bare_hashtags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(tag.lstrip("#") for tag in tags if tag.lstrip("#"))
