"""What is to be done about a comment, and who or what says so."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from pressroom.domain.comment import CommentRef
from pressroom.domain.platform import Platform
from pressroom.domain.provenance import Provenance

Action = Literal["reply", "private_reply", "hide", "escalate", "ignore"]

Mode = Literal["off", "shadow", "review", "auto"]
"""`off` looks no further; `shadow` drafts and sends nothing; `review` waits for a person."""

Priority = Literal["low", "normal", "high", "urgent"]

HandledStatus = Literal[
    "decided",  # what is to be done is on record, and not begun
    "waiting",  # a person's turn: to look at a draft, or to answer
    "planned",  # an effect in the ledger carries it out
    "done",  # carried out, or there was nothing to do
    "dropped",  # withdrawn: the comment is gone, or a person said no or answered it
]

ReplyChannel = Literal["public", "private", "none"]

ReplyKind = Literal["praise", "answered_question", "question", "request", "complaint", "other"]
"""What a comment is, as far as its answer is concerned; an answered question is one that the
brand's facts answer."""


class ReplyPermission(BaseModel):
    """Whether and where a comment may be answered, asked before any token is spent."""

    model_config = ConfigDict(frozen=True)

    public: bool
    private: bool
    reason: str
    """Why not, or why only there; `may be answered` otherwise."""
    rule: str = ""
    """The id of the rule that decided, with its source in `domain/reply_rules.py`."""
    expires_at: AwareDatetime | None = None
    """Until when a private answer may go out."""
    automatic: bool = True
    """Whether a machine may send it; False where the platform wants a person or its own consent."""
    person_until: AwareDatetime | None = None
    """Until when a person, and only a person, may write privately after that."""

    @property
    def channel(self) -> ReplyChannel:
        """Where an answer goes: in public if it may, else privately, else nowhere."""
        return "public" if self.public else "private" if self.private else "none"


class Reason(BaseModel):
    """One ground of a decision."""

    model_config = ConfigDict(frozen=True)

    rule: str
    """A short stable code: `never-auto.injury`, `brake.pile-on`, `mode.review`, `spam` …"""
    text: str
    """The same in words for a person."""
    words: tuple[str, ...] = ()
    """The words of the comment that it rests on."""


class Decision(BaseModel):
    """What is to be done about one comment.

    The rules come first; what they say no model can overrule, and a person can.
    """

    model_config = ConfigDict(frozen=True)

    action: Action
    mode: Mode
    reasons: tuple[Reason, ...]
    priority: Priority = "normal"
    answer_by: AwareDatetime | None = None
    """When a person should have looked, for what waits for one."""
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    kind: ReplyKind = "other"
    """What an answer would be to."""
    language: str = ""
    """The two-letter code of the language to answer in: the comment's if the brand speaks it."""

    @property
    def acts_alone(self) -> bool:
        """Whether the world will see something of it without a person's yes."""
        return self.mode == "auto" and self.action in ("reply", "private_reply", "hide")

    @property
    def drafts(self) -> bool:
        """Whether an answer is to be written: to be sent, to be looked at, or for comparison."""
        return self.action in ("reply", "private_reply") or (
            self.action == "escalate" and self.mode == "review"
        )


class FactMatch(BaseModel):
    """The brand's own words that answer a question, and how surely they do."""

    model_config = ConfigDict(frozen=True)

    text: str
    """As it may be sent."""
    language: str
    """The two-letter code of the language of the text."""
    score: float = Field(ge=0.0, le=1.0)
    """From 0 for nothing in common to 1 for every word of the question met."""
    why: str = ""
    """The words of the question that met it."""
    met: tuple[str, ...] = ()
    """The same one by one, in lower case and without accents: all that it speaks to."""


class ReplyProposal(BaseModel):
    """An answer as an agent proposes it: words, and nothing that acts."""

    model_config = ConfigDict(frozen=True)

    text: str
    language: str
    facts_used: tuple[str, ...] = ()
    """The brand's facts that it states."""
    reason: str = ""


class CheckFinding(BaseModel):
    """Something in a proposed answer that keeps it from going out by itself."""

    model_config = ConfigDict(frozen=True)

    check: str
    """`length`, `links`, `prices`, `promises`, `handles`, `personal_data`, `echo` …"""
    message: str
    words: tuple[str, ...] = ()


class ReplyDraft(BaseModel):
    """A proposed answer with who made it and what its checks found."""

    model_config = ConfigDict(frozen=True)

    proposal: ReplyProposal
    provenance: Provenance
    findings: tuple[CheckFinding, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether it may go out without a person, as far as its words are concerned."""
        return not self.findings


class HandledComment(BaseModel):
    """The deciding record of one comment: made once, and all that becomes of it noted on it."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    comment_id: str
    thread: str
    """The conversation it belongs to: what a person takes over."""
    decision: Decision
    status: HandledStatus = "decided"
    draft: ReplyDraft | None = None
    response: str = ""
    """The words that go or went out; a person may have changed the draft's."""
    effect_key: str = ""
    """The effect that carries it out, once there is one."""
    note: str = ""
    """What became of it, where that needs words: why it could not go out …"""
    message_sha: str = ""
    """Of which text it was decided: another text since then is to be decided anew."""
    handled_at: AwareDatetime
    updated_at: AwareDatetime

    @property
    def ref(self) -> CommentRef:
        """The comment's platform and id."""
        return CommentRef(self.platform, self.comment_id)
