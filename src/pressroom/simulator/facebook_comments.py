"""Comments on the Page: list, answer, hide, edit, delete, and the one private reply."""

import json

from pressroom.simulator.facebook_reads import comment_node
from pressroom.simulator.graph_errors import bad_parameter, graph_error, missing_object
from pressroom.simulator.graph_fields import page_of, parse_fields, read_time
from pressroom.simulator.graph_params import flag
from pressroom.simulator.records import Comment, Truth
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call

PRIVATE_REPLY_SECONDS = 7 * 86400.0


def list_comments(sim: Simulation, call: Call, post_id: str) -> Answer:
    """GET /{post}/comments: the top level, or everything with filter=stream."""
    found = sim.world.comments_of(post_id)
    if call.params.get("filter", "toplevel") == "toplevel":
        found = [comment for comment in found if comment.parent_id is None]
    return _listing(sim, call, found)


def list_answers(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """GET /{comment}/comments: the answers to one comment."""
    parent = sim.world.comments[comment_id]
    found = [c for c in sim.world.comments_of(parent.post_id) if c.parent_id == comment_id]
    return _listing(sim, call, found)


def create_comment(sim: Simulation, call: Call, post_id: str) -> Answer:
    """POST /{post}/comments: the Page speaks under its post."""
    post = sim.world.posts["facebook"][post_id]
    if post.standing != "live":
        raise bad_parameter("Comments cannot be added to a post that is not published.")
    return _add(sim, call, post_id, None)


def reply_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """POST /{comment}/comments: the Page answers, always below the top comment."""
    comment = sim.world.comments[comment_id]
    if comment.hidden:
        raise graph_error(200, "(#200) You cannot comment on a hidden comment")
    return _add(sim, call, comment.post_id, comment.parent_id or comment.id)


def update_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """POST /{comment}: hide or show, or edit a comment of the Page's own."""
    comment = sim.world.comments[comment_id]
    own = comment.author_id == sim.config.accounts.page_id
    if "is_hidden" in call.params:
        if own:
            raise graph_error(200, "(#200) You cannot hide your own comment")
        comment.hidden = flag(call, "is_hidden", False)
        sim.world.listener("comment", comment, "hide" if comment.hidden else "unhide")
    if "message" in call.params:
        if not own:
            raise graph_error(200, "(#200) You can only edit comments of the Page itself")
        comment.text = _text(call)
        comment.edited_at = sim.now()
        sim.world.listener("comment", comment, "edited")
    sim.world.changed()
    return Answer(body={"success": True})


def delete_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """DELETE /{comment}, with the answers below it."""
    del call
    comment = sim.world.comments[comment_id]
    for gone in [
        comment,
        *(c for c in sim.world.comments_of(comment.post_id) if c.parent_id == comment.id),
    ]:
        gone.deleted = True
        sim.world.listener("comment", gone, "remove")
    sim.world.changed()
    return Answer(body={"success": True})


def read_comment(sim: Simulation, call: Call, comment_id: str) -> Answer:
    """GET /{comment}."""
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=comment_node(sim, sim.world.comments[comment_id], wanted))


def private_reply(sim: Simulation, call: Call, account_id: str) -> Answer:
    """POST /{account}/messages to a comment: once for each, within seven days."""
    del account_id
    recipient = _object(call, "recipient")
    comment_id = str(recipient.get("comment_id", ""))
    text = str(_object(call, "message").get("text", ""))
    if not comment_id or not text.strip():
        raise bad_parameter("recipient.comment_id and message.text are required.")
    comment = sim.world.comments.get(comment_id)
    if comment is None or comment.deleted:
        raise missing_object(comment_id, "post")
    if comment.author_id == sim.world.own_id(comment.platform):
        raise bad_parameter("A private reply goes to somebody else's comment.")
    if sim.now() - comment.created_at > PRIVATE_REPLY_SECONDS:
        raise graph_error(
            10, "(#10) This message is sent outside of allowed window.", subcode=2018278
        )
    if comment.private_reply is not None:
        raise graph_error(10900, "(#10900) Activity already replied to", status=400)
    comment.private_reply = text
    message_id = f"m_{sim.world.new_id('77')}"
    sim.world.truth.append(
        Truth(comment.platform, "private_reply", message_id, text, sim.now(), [], comment.id)
    )
    sim.world.changed()
    return Answer(body={"recipient_id": comment.author_id, "message_id": message_id})


def _add(sim: Simulation, call: Call, post_id: str, parent_id: str | None) -> Answer:
    accounts = sim.config.accounts
    text = _text(call)
    comment = Comment(
        "facebook",
        f"{post_id.rpartition('_')[2]}_{sim.world.new_id('8')}",
        post_id,
        text,
        accounts.page_id,
        accounts.page_name,
        sim.now(),
        parent_id=parent_id,
    )
    sim.world.add_comment(comment)
    return Answer(body={"id": comment.id})


def _text(call: Call) -> str:
    text = call.params.get("message", "")
    attached = any(call.params.get(f"attachment_{kind}") for kind in ("id", "url", "share_url"))
    if not text.strip() and not attached:
        raise bad_parameter("Missing message or attachment")
    if len(text) > 8000:
        raise bad_parameter("Param message must be no longer than 8000 characters.")
    return text


def _listing(sim: Simulation, call: Call, found: list[Comment]) -> Answer:
    params = call.params
    wanted = parse_fields(params.get("fields", ""))
    before = sim.listed_before()
    since = read_time(params["since"], "since") if "since" in params else 0.0
    shown = {c.id: c for c in found if since <= c.created_at <= before}
    ids = list(shown)
    if params.get("order", "chronological") == "reverse_chronological":
        ids.reverse()
    answer = page_of(call, ids, lambda item: comment_node(sim, shown[item], wanted))
    if params.get("summary", "false").lower() not in {"false", "0"}:
        answer["summary"] = {"order": "chronological", "total_count": len(ids), "can_comment": True}
    return Answer(body=answer)


def _object(call: Call, name: str) -> dict[str, object]:
    try:
        found = json.loads(call.params.get(name, "{}"))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise bad_parameter(f"Param {name} must be a JSON object.")
    return found
