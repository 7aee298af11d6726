"""The one private answer that Facebook and Instagram let a business give to a comment.

It goes to the commenter's inbox within seven days of the comment, once. That it goes once is
the platform's own guard: a second one is refused, so trying again is safe where the inbox
cannot be read.
"""

from datetime import timedelta

from pressroom.domain.effects import Outcome, Refused, ReplyOrder, Sent
from pressroom.platforms.graph import GraphApi, failed
from pressroom.platforms.wire import Call

PRIVATE_WINDOW = timedelta(days=7)
_ANSWERED_BEFORE = "10900"


def private_call(api: GraphApi, order: ReplyOrder) -> Call:
    """The call that sends *order* to whoever wrote the comment."""
    return api.post(
        "private_reply",
        api.account,
        "messages",
        recipient={"comment_id": order.comment_id},
        message={"text": order.text},
    )


async def send_private(api: GraphApi, call: Call, scope: str, *, again: bool) -> Outcome:
    """What came of *call*, made once.

    That the comment has its private answer already means, where we may have given it (*again*),
    that we have; otherwise somebody else has.
    """
    answer = await api.send(call)
    message = answer.body.get("message_id")
    if not failed(answer) and isinstance(message, str) and message:
        return Sent(message, trace=answer.trace())
    finding = api.classify(answer, scope)
    if finding.code.partition("/")[0] == _ANSWERED_BEFORE:
        if again:
            return Sent("", trace=answer.trace(finding.code))
        why = f"{api.title}: somebody has answered this comment in private already"
        return Refused(why, "Look at the inbox there.", answer.trace(finding.code))
    return finding.outcome("visible")
