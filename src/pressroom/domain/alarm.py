"""What the watches over mentions, comments and engagement take in, and what they raise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

AlarmKind = Literal[
    "volume",
    "comment_velocity",
    "negative_volume",
    "negative_share",
    "engagement_drop",
    "grave_comment",
]

Tone = Literal["hostile", "mixed", "friendly", "unknown"]
"""What most of what is being said sounds like; `unknown` where too little was judged."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted from *start* on, for the width that the series has.

    A tally says that its source was read for all of that time: a zero is a zero. Where the source
    was down or nobody looked there is no tally, and no watch takes that for silence.
    """

    start: datetime
    count: int
    """Mentions, comments or interactions; better the different people behind them."""
    positive: int = 0
    """Of them, how many sound friendly."""
    negative: int = 0
    """Of them, how many sound hostile."""

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise ValueError("a tally needs an aware start")
        if min(self.count, self.positive, self.negative) < 0:
            raise ValueError("a tally cannot be negative")
        if self.positive + self.negative > self.count:
            raise ValueError("more were judged than counted")


class Occasion(BaseModel):
    """A time in which more is to be expected: a campaign, a launch, a post just published."""

    model_config = ConfigDict(frozen=True)

    name: str
    starts: AwareDatetime
    ends: AwareDatetime
    lift: float = Field(default=1.0, ge=1.0, le=20.0)
    """How many times the usual volume is expected; 1.0 only names it in the alarm."""

    def covers(self, instant: datetime) -> bool:
        """Whether *instant* falls within it."""
        return self.starts <= instant < self.ends


POST_LIFT = 2.0
POST_LASTS = timedelta(hours=6)


def after_post(name: str, published_at: datetime) -> Occasion:
    """What a post of our own is expected to stir: twice the usual for six hours.

    Both figures are judgement, not measurement: pass an `Occasion` of your own where you know more.
    """
    return Occasion(name=name, starts=published_at, ends=published_at + POST_LASTS, lift=POST_LIFT)


class Alarm(BaseModel):
    """That something is out of the ordinary: what was expected, what was seen, how sure it is."""

    model_config = ConfigDict(frozen=True)

    kind: AlarmKind
    series: str
    """Whose: a name such as `x:mentions`, chosen by the caller."""
    since: AwareDatetime
    """Start of the time that was looked at."""
    at: AwareDatetime
    """Its end, when the alarm was raised."""
    expected: float
    """What that time usually holds, in the unit of *seen*."""
    usual_up_to: float
    """The bar: what it would have taken for no alarm."""
    seen: float
    ratio: float
    """How far beyond the bar, as a factor: 1.0 is just there. For a drop, seen by expected."""
    probability: float | None = Field(default=None, ge=0.0, le=1.0)
    """That the change is real, where the rule is a probability."""
    deviations: float | None = None
    """Standard deviations above the mean of the series' own past, where the rule counts those."""
    tone: Tone = "unknown"
    occasions: tuple[str, ...] = ()
    """Planned events at that time, which may explain it."""
    evidence: tuple[str, ...] = ()
    """Words of a comment, where one raised it."""
    subject: str = ""
    """The comment that raised it, by id."""
    why: str
    """All of this in a sentence."""

    @property
    def window(self) -> timedelta:
        """How long was looked at."""
        return self.at - self.since

    @property
    def key(self) -> str:
        """The same for the same alarm, however often it is computed."""
        return f"{self.kind}:{self.series}:{self.subject or self.at.astimezone(UTC).isoformat()}"

    @property
    def is_good_news(self) -> bool:
        """Whether it is praise: worth knowing, no sign of a crisis."""
        return self.tone == "friendly"


def tone_of(positive: float, negative: float, *, least: float = 5.0) -> Tone:
    """What *positive* friendly and *negative* hostile voices sound like together.

    Below *least* voices nothing is said. Friendly needs three friends to a foe, hostile four foes
    in ten: mistaking anger for praise costs more than the reverse. One hostile voice more never
    makes it friendlier.
    """
    judged = positive + negative
    if judged < least:
        return "unknown"
    if negative >= 0.4 * judged:
        return "hostile"
    return "friendly" if positive >= 3 * negative else "mixed"


def covering(occasions: Sequence[Occasion], instant: datetime) -> tuple[Occasion, ...]:
    """Those of *occasions* that are on at *instant*."""
    return tuple(one for one in occasions if one.covers(instant))
