"""How a comment at the desk is shown: thread, analysis, proposal and reasons, in plain lines."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from textwrap import wrap
from typing import TYPE_CHECKING

from pressroom.cli.console import Options, one_line, show, talk, visible

if TYPE_CHECKING:
    from pressroom.domain.analysis import CommentAnalysis
    from pressroom.domain.desk import DeskItem
    from pressroom.tools.desk import DeskResult

_WIDTH = 76


def show_item(options: Options, item: "DeskItem", now: datetime) -> None:
    """Print everything a person needs to decide about one comment."""
    from pressroom.cli.desk import command

    for line in _lines(item, now):
        show(line)
    if item.record.status not in ("waiting", "decided"):
        return
    ref = item.record.ref
    if item.record.decision.action == "hide":
        talk(options, f"Hide it:              {command(options, f'inbox hide {ref}')}")
    if item.record.draft:
        talk(options, f"Send it as proposed:  {command(options, f'inbox approve {ref}')}")
    words = f"inbox edit {ref} --text 'YOUR WORDS'"
    talk(options, f"In your own words:    {command(options, words)}")
    reject = f"inbox reject {ref} --reason WHY"
    talk(options, f"Leave it unanswered:  {command(options, reject)}")


def told(result: "DeskResult") -> str:
    """One line on what came of a decision."""
    if not result.changed:
        return f"{result.ref}: it was so already; nothing changes."
    if result.verb == "take_over":
        return f"{result.ref}: the thread is yours; the machine is silent there until released."
    if result.verb == "release":
        return f"{result.ref}: the thread is given back."
    if result.status == "dropped":
        return f"{result.ref}: left unanswered."
    if result.status == "done":
        return f"{result.ref}: {'hidden' if result.verb == 'hide' else 'answered'}."
    return f"{result.ref}: on its way ({result.note})."


def span(length: timedelta) -> str:
    """A length of time as people say it: `5 min`, `3 h`, `2 days`."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def _lines(item: "DeskItem", now: datetime) -> Iterator[str]:
    record, comment = item.record, item.comment
    decision = record.decision
    name = one_line(comment.author_name) or "somebody"
    yield f"{record.ref}, {record.status}, {decision.priority} priority"
    yield f"  written {span(item.age(now))} ago by {name}"
    if decision.answer_by:
        late = item.is_late(now)
        ago = now - decision.answer_by
        yield f"  answer {'was due' if late else 'due in'} {span(ago if late else -ago)}" + (
            " ago" if late else ""
        )
    if item.held_by:
        yield f"  the thread is {item.held_by}'s: the machine is silent there"
    yield ""
    yield from _thread(item)
    if item.analysis:
        yield ""
        yield from _analysis(item.analysis.analysis)
        if refined := item.analysis.refinement:
            by = refined.provenance.made_by
            yield f"  {by} says: {refined.sentiment}, {refined.intent}: {one_line(refined.why)}"
    yield ""
    yield f"What is to be done: {decision.action.replace('_', ' ')} ({decision.mode})"
    for reason in decision.reasons:
        words = ", ".join(f"“{one_line(word)}”" for word in reason.words)
        yield f"  - {one_line(reason.text)}" + (f" ({words})" if words else "")
    yield from _proposal(item)
    for action in item.actions:
        why = f": {one_line(action.reason)}" if action.reason else ""
        verb = action.verb.replace("_", " ")
        yield f"  {action.at:%Y-%m-%d %H:%M} UTC  {verb} by {one_line(action.by)}{why}"


def _thread(item: "DeskItem") -> Iterator[str]:
    for said in item.thread or (item.comment,):
        who = "we" if said.is_ours else one_line(said.author_name) or "somebody"
        mark = ">" if said.ref == item.comment.ref else " "
        yield f"{mark} {who}, {said.created_time:%Y-%m-%d %H:%M} UTC"
        # What cannot be seen is named: a person answers for what they answer to.
        yield from (f"{mark}   {line}" for line in _wrapped(visible(said.message)))
        if said.attachment:
            yield f"{mark}   [attached: {one_line(visible(said.attachment))}]"


def _analysis(analysis: "CommentAnalysis") -> Iterator[str]:
    sentiment, purpose = analysis.sentiment, analysis.purpose
    parts = [
        f"{sentiment.label} ({sentiment.confidence:.0%} sure)",
        f"{purpose.intent.replace('_', ' ')} ({purpose.confidence:.0%})",
        f"language {analysis.language.code}",
    ]
    if analysis.toxicity.is_toxic:
        parts.append("toxic: " + ", ".join(analysis.toxicity.kinds or ("unkind",)))
    if analysis.spam.is_spam:
        parts.append("spam")
    if analysis.near_copy.of:
        parts.append(f"one of {analysis.near_copy.copies + 1} copies")
    yield "Analysis: " + ", ".join(parts)


def _proposal(item: "DeskItem") -> Iterator[str]:
    draft = item.record.draft
    if draft is None:
        return
    made = draft.provenance
    yield ""
    yield f"Proposed answer (by {made.made_by}: {one_line(made.why)}):"
    yield from (f"  | {line}" for line in _wrapped(visible(draft.proposal.text)))
    for finding in draft.findings:
        yield f"  ! {finding.check}: {one_line(finding.message)}"


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines() or [""]:
        yield from wrap(line, _WIDTH) or [""]
