"""Every reason why an answer waits for a person although its kind could go out by itself."""

from collections.abc import Iterator
from datetime import timedelta

from pressroom.domain.caps import caps_reached
from pressroom.domain.cautions import CAUTION_NAMES
from pressroom.domain.comment_case import CommentCase
from pressroom.domain.decision import Mode, Reason
from pressroom.domain.languages import Spoken

FROZEN = Reason(rule="freeze", text="Outward acts are frozen.")

Ceiling = tuple[Mode, Reason]


def ceilings(case: CommentCase) -> Iterator[Ceiling]:
    """Every reason why a person looks first."""
    yield from _not_allowed(case)
    yield from _doubts(case)
    yield from _limits(case)
    if not case.permission.automatic:
        rule, told = case.permission.rule, case.permission.reason
        yield "review", Reason(rule=f"platform.{rule}", text=told)
    for one in case.cautions:
        told = f"A person looks first: {CAUTION_NAMES[one.kind]}."
        yield "review", Reason(rule=f"caution.{one.kind}", text=told, words=one.words)
    if case.comment.attachment:
        told = "It comes with a picture or the like, which nobody has looked at."
        yield "review", Reason(rule="caution.attachment", text=told)
    if case.context.name_is_abusive:
        told = "The writer's name may embarrass beside an answer."
        yield "review", Reason(rule="caution.name", text=told)
    if case.analysis.toxicity.is_toxic:
        words = tuple(word for one in case.analysis.toxicity.evidence for word in one.words)
        yield "review", Reason(rule="toxic.words", text="It uses strong words.", words=words)


def _not_allowed(case: CommentCase) -> Iterator[Ceiling]:
    """Whatever is not understood word by word as praise, thanks or an answered question.

    The brand file can make this stricter and never looser.
    """
    kind = case.meaning.kind
    if kind == "praise":
        account, wanted = case.praise, "praise or thanks"
        allowed = account.is_whole and account.praises
    elif kind == "answered_question":
        account, wanted = case.question, "what the brand's words answer"
        allowed = account.is_whole
    else:
        told = "Only praise, thanks and what the brand's words answer is answered without a person."
        yield "review", Reason(rule="allow.kind", text=told)
        return
    if not allowed:
        told = f"It says more than {wanted}, or says it in words that are not known."
        yield "review", Reason(rule=f"allow.{kind}", text=told, words=account.stray)


def _doubts(case: CommentCase) -> Iterator[Ceiling]:
    meaning = case.meaning
    if meaning.confidence < meaning.floor:
        told = (
            f"What it means is not sure enough ({meaning.confidence:.2f} of {meaning.floor:.2f})."
        )
        yield "review", Reason(rule="floor.confidence", text=told)
    yield from (("review", reason) for reason in meaning.doubts)
    if case.spoken is Spoken.UNSURE:
        told = "It is not sure that the brand speaks its language."
        yield "review", Reason(rule="floor.language", text=told)


def _limits(case: CommentCase) -> Iterator[Ceiling]:
    caps, context = case.policy.caps, case.context
    age = case.now - case.comment.created_time
    if age > timedelta(hours=caps.oldest_hours):
        told = f"It is {age.days} days old: a late answer looks like a machine's."
        yield "review", Reason(rule="cap.age", text=told)
    reached = caps_reached(
        caps,
        to_author_on_post=context.replies_to_author_on_post,
        within_hour=context.replies_this_hour,
        in_thread=context.replies_in_thread,
    )
    yield from (("review", reason) for reason in reached)
    if case.analysis.near_copy.of == "same_account":
        told = "The same account says this again and again."
        yield "review", Reason(rule="repeat", text=told)
    if context.frozen:
        yield "review", FROZEN
