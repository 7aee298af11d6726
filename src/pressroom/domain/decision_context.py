"""What is known around a comment when something is decided about it."""

from dataclasses import dataclass, field
from datetime import datetime

from pressroom.domain.analysis import Refinement
from pressroom.domain.decision import FactMatch
from pressroom.domain.reply_rules import ReplyFacts


@dataclass(frozen=True, slots=True)
class ThreadMood:
    """How people speak under one post; all counts without our own comments."""

    comments: int = 0
    """In the last six hours."""
    negative: int = 0
    """Of these."""
    negative_this_hour: int = 0
    negative_hour_before: int = 0


@dataclass(frozen=True, slots=True)
class DecisionContext:
    """Everything beside the comment that the rules look at, read at one moment."""

    facts: ReplyFacts = field(default_factory=ReplyFacts)
    """Its standing on the platform."""
    answer: FactMatch | None = None
    """The brand's own words that answer it, if any do."""
    refinement: Refinement | None = None
    """A language model's second opinion. It can confirm or warn; it never lifts a rule."""
    handled: bool = False
    """This version of the comment has its answer or its decision."""
    taken_over: bool = False
    """A person has taken the thread, or answered in it."""
    frozen: bool = False
    """A crisis has stopped outward acts."""
    name_is_abusive: bool = False
    """The writer's name would embarrass beside an answer."""
    replies_to_author_on_post: int = 0
    """Our answers to this person under this post."""
    replies_this_hour: int = 0
    """Answers that went out by themselves, on all platforms."""
    replies_in_thread: int = 0
    """Our answers in this thread, made by the machine."""
    mood: ThreadMood = ThreadMood()
    recent_replies: tuple[str, ...] = ()
    """Our latest answers under the post, the newest first."""
    live_topics: tuple[str, ...] = ()
    """What crises that are going on are about."""
    read_at: datetime | None = None
    """When all this was read."""
