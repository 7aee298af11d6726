"""How a brand wants comments to be treated: the `replies:` section of the brand file."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pressroom.domain.decision import Mode, Priority

Share = Annotated[float, Field(ge=0.0, le=1.0)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
Tone = Literal["friendly", "formal"]

MODES: tuple[Mode, ...] = ("off", "shadow", "review", "auto")
"""From the least to the most automatic."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Modes(_Part):
    """How far the machine goes, by kind of comment.

    `auto` counts as `review` for all but the first two: see decision 0008.
    """

    praise: Mode = "auto"
    answered_question: Mode = "auto"
    question: Mode = "review"
    request: Mode = "review"
    complaint: Mode = "review"
    other: Mode = "review"


class Answer(_Part):
    """A question that people ask again and again, and what the brand says to it."""

    about: tuple[str, ...] = Field(min_length=1)
    """How people ask for it: words or whole questions, in any language."""
    text: str = Field(min_length=1, max_length=500)
    """The answer in the brand's language, as it may be sent."""
    translations: dict[LanguageCode, str] = {}
    """The same answer in other languages."""

    def in_language(self, language: str, own: str) -> str:
        """The answer in *language*; empty where there is none. *own* is the brand's language."""
        short = language.partition("-")[0]
        if short == own.partition("-")[0]:
            return self.text
        found = (
            text for code, text in self.translations.items() if code.partition("-")[0] == short
        )
        return next(found, "")


class Floors(_Part):
    """How sure the machine must be before it acts alone."""

    confidence: Share = 0.7
    """Of what the comment means; below it a person looks."""
    agreed: Share = 0.5
    """The same where a language model, asked for a second opinion, says the same."""
    answer: Share = 0.75
    """That a fact answers the question."""
    hide: Share = 0.9
    """That it is spam or abuse."""


class Caps(_Part):
    """How much the machine says by itself; what is beyond it waits for a person."""

    per_hour: int = Field(default=30, ge=0)
    per_thread: int = Field(default=3, ge=0)
    per_user_per_post: int = Field(default=1, ge=0)
    oldest_hours: int = Field(default=72, ge=1)
    """Older comments are left to people: an answer after weeks looks like a machine's."""


class Brake(_Part):
    """When a thread has turned against the brand and the machine falls silent there."""

    comments: int = Field(default=6, ge=1)
    """So many comments within the last hours are needed to speak of a share."""
    negative_share: Share = 0.4
    negatives_per_hour: int = Field(default=5, ge=1)
    """So many in one hour, and…"""
    speed_up: float = Field(default=3.0, ge=1.0)
    """…so many times those of the hour before."""
    likeness: Share = 0.6
    """Two answers of ours in a row that are so alike sound like a machine."""
    campaign: int = Field(default=4, ge=2)
    """So many accounts with the same text are a campaign."""


class HidePolicy(_Part):
    """What is done about spam and abuse; `off` leaves spam alone and abuse to people."""

    spam: Mode = "review"
    toxic: Mode = "review"


class Deadlines(_Part):
    """Within how many hours a person should have looked."""

    urgent: float = Field(default=1.0, gt=0)
    high: float = Field(default=4.0, gt=0)
    normal: float = Field(default=24.0, gt=0)
    low: float = Field(default=72.0, gt=0)

    def hours(self, priority: Priority) -> float:
        """The hours for *priority*."""
        return {"urgent": self.urgent, "high": self.high, "normal": self.normal, "low": self.low}[
            priority
        ]


class ReplyPolicy(_Part):
    """What the machine may answer, how, and when people take over.

    Some things it never does whatever stands here: what is on the never-auto list always goes
    to a person.
    """

    mode: Mode = "auto"
    """The most that is done by itself, whatever the modes below say."""
    modes: Modes = Modes()
    languages: tuple[LanguageCode, ...] = ()
    """The languages the brand answers in; empty is its own alone."""
    tone: Tone = "friendly"
    sign_off: str = Field(default="", max_length=80)
    """Ends every answer. The place to say that a machine wrote it, where the law asks for that."""
    contact: str = Field(default="", max_length=120)
    """How people reach a person of the brand; may stand in answers."""
    allowed_links: tuple[str, ...] = ()
    """Pages that an answer may link to, besides the brand's website."""
    answers: tuple[Answer, ...] = ()
    hands_off: tuple[str, ...] = ()
    """More words or phrases, besides the never-auto list, that go to a person at once."""
    floors: Floors = Floors()
    caps: Caps = Caps()
    brake: Brake = Brake()
    hide: HidePolicy = HidePolicy()
    deadlines_hours: Deadlines = Deadlines()
    x_ai_replies_approved: bool = False
    """True once X has approved answers by a machine for the account: its rules demand that."""
