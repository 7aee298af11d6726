"""A freeze: what must not go out while a crisis lasts, and how far that reaches."""

import unicodedata
from collections.abc import Iterable

from pydantic import AwareDatetime, BaseModel, ConfigDict, field_validator

from pressroom.domain.platform import Platform

_GLUED = 4
"""From so many characters on a topic counts inside longer words too, as in `#SunbrewRecall`."""


class FreezeScope(BaseModel):
    """What a freeze holds back; what is left empty holds everything."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platforms: tuple[Platform, ...] = ()
    accounts: tuple[str, ...] = ()
    """Ids of the brand's pages, profiles and users."""
    topics: tuple[str, ...] = ()
    """Words or phrases: what mentions one of them is held."""

    @field_validator("topics")
    @classmethod
    def _say_something(cls, topics: tuple[str, ...]) -> tuple[str, ...]:
        for topic in topics:
            if not plain_words(topic).strip():
                raise ValueError(f"{topic!r} is no word that a post could mention")
        return topics

    def covers(self, platform: Platform, account: str, texts: Iterable[str] | None) -> bool:
        """Whether something of *account* that says or speaks about *texts* is held back.

        None as *texts* means that nobody knows what it is about: that is held.
        """
        if self.platforms and platform not in self.platforms:
            return False
        if self.accounts and account not in self.accounts:
            return False
        if not self.topics or texts is None:
            return True
        said = plain_words(" \n ".join(texts))
        return any(_mentions(said, plain_words(topic)) for topic in self.topics)

    def in_words(self) -> str:
        """The scope as a person reads it."""
        parts = [
            ", ".join(self.platforms) or "every platform",
            *([f"accounts {', '.join(self.accounts)}"] if self.accounts else []),
            *([f"about {', '.join(self.topics)}"] if self.topics else []),
        ]
        return "; ".join(parts)


class Freeze(BaseModel):
    """A freeze on record."""

    model_config = ConfigDict(frozen=True)

    id: int
    scope: FreezeScope
    since: AwareDatetime
    frozen_by: str
    """A person, or `pressroom` where a severity that was set called for it."""
    incident_id: str = ""
    reason: str = ""
    lifted_at: AwareDatetime | None = None
    lifted_by: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it holds things back now."""
        return self.lifted_at is None


def plain_words(text: str) -> str:
    """*text* in one case, accents and punctuation away, one space around every word."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(
        char if char.isalnum() else " " for char in folded if not unicodedata.combining(char)
    )
    return f" {' '.join(kept.split())} "


def _mentions(said: str, topic: str) -> bool:
    if topic in said:
        return True
    # Holding back too much costs a look; holding back too little cannot be taken back.
    glued = topic.replace(" ", "")
    is_spaced = glued.isascii()
    return (not is_spaced or len(glued) >= _GLUED) and glued in said.replace(" ", "")
