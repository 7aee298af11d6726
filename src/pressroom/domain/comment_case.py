"""A comment with everything that is looked at when something is decided about it."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from pressroom.domain.allow_list import Account, account_for
from pressroom.domain.analysis import CommentAnalysis
from pressroom.domain.brand import Brand
from pressroom.domain.cautions import Caution, find_cautions
from pressroom.domain.comment import Comment, as_read
from pressroom.domain.decision import ReplyPermission
from pressroom.domain.decision_context import DecisionContext
from pressroom.domain.languages import Spoken, is_spoken
from pressroom.domain.reading import STOP, Reading, bare, read
from pressroom.domain.reply_policy import ReplyPolicy
from pressroom.domain.reply_rules import may_reply
from pressroom.domain.understanding import Understanding, understand


@dataclass(frozen=True)
class CommentCase:
    """One comment with all that is looked at; what takes time is found out once, if at all."""

    comment: Comment
    analysis: CommentAnalysis
    context: DecisionContext
    brand: Brand
    now: datetime
    read_before: Reading | None = None
    """Its text, where it has been read already."""

    @property
    def policy(self) -> ReplyPolicy:
        """How the brand wants comments treated."""
        return self.brand.replies

    @property
    def text(self) -> str:
        """All that the writer put there: words, and what stands for a picture."""
        return as_read(f"{self.comment.message}\n{self.comment.attachment}".strip())

    @cached_property
    def reading(self) -> Reading:
        """Its words, read once for all that looks at them."""
        before, text = self.read_before, unicodedata.normalize("NFC", self.text)
        return before if before is not None and before.text == text else read(text)

    @cached_property
    def praise(self) -> Account:
        """How much of it is nothing but praise."""
        return account_for(self.reading, self._languages, own=_names(self.brand))

    @cached_property
    def question(self) -> Account:
        """How much of it is a question that the brand's words answer, with thanks around it."""
        answer = self.context.answer
        met = frozenset(answer.met) if answer else frozenset[str]()
        return account_for(self.reading, self._languages, own=_names(self.brand), met=met)

    @property
    def _languages(self) -> tuple[str, ...]:
        """The brand's languages, that of the comment before the others."""
        spoken, own = self.brand.spoken, self.analysis.language.code.partition("-")[0]
        return (own, *(code for code in spoken if code != own)) if own in spoken else spoken

    @property
    def language(self) -> str:
        """The two-letter code of the language to answer in: its own if the brand speaks it.

        Of a few words no statistics tell the language, but the list that knows them all does.
        """
        code, spoken = self.analysis.language.code.partition("-")[0], self.brand.spoken
        if self.praise.is_whole and self.praise.praises and self.praise.language != code:
            return self.praise.language
        if code in spoken:
            return code
        return "vi" if self.reading.is_vietnamese and "vi" in spoken else spoken[0]

    @cached_property
    def meaning(self) -> Understanding:
        """What it is to its answer."""
        return understand(
            self.analysis,
            self.context,
            self.policy.floors,
            praises=self.praise.is_whole and self.praise.praises,
        )

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """Why a person had better look."""
        return find_cautions(self.reading, self.brand.handles.values())

    @cached_property
    def spoken(self) -> Spoken:
        """Whether the brand speaks its language."""
        return is_spoken(self.comment.message, self.analysis.language, self.brand.spoken)

    @cached_property
    def permission(self) -> ReplyPermission:
        """Whether and where the platform lets it be answered now."""
        facts = self.context.facts
        approved = facts.ai_replies_approved or self.policy.x_ai_replies_approved
        return may_reply(self.comment, replace(facts, ai_replies_approved=approved), self.now)

    @property
    def waits(self) -> bool:
        """Whether somebody waits for the answer, and does not only deserve thanks."""
        return self.meaning.kind != "praise"

    @property
    def said_enough(self) -> bool:
        """Whether the writer has had as many answers under this post as anyone gets."""
        return self.context.replies_to_author_on_post >= self.policy.caps.per_user_per_post


def _names(brand: Brand) -> frozenset[str]:
    """The bare words of what the brand is called."""
    return _words_of((brand.name, *brand.hashtags, *brand.handles.values()))


@lru_cache(maxsize=16)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        bare(word.kept) for name in names for word in read(name).words if word.kept != STOP
    )
