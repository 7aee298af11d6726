"""The content pipeline: from a brief to posts that are live and tracked.

brief → trends → ideas → chosen idea → copy per platform → visuals and A/B variants →
pre-flight → save → schedule → (approval) → publish → outcomes known → tracking.

The nodes are in `content_writing` and `content_publishing`; this file is the wiring.
"""

from typing import Literal

from langgraph.graph import END, START, StateGraph

from pressroom.graphs._langgraph import Node, add_node
from pressroom.graphs.content_publishing import (
    apply_decision,
    await_approval,
    await_outcomes,
    plan_effects,
    preview_requests,
    publish_posts,
    save_posts,
    start_tracking,
)
from pressroom.graphs.content_state import Content
from pressroom.graphs.content_writing import (
    check_posts,
    choose_idea,
    draw_visuals,
    gather_trends,
    plan_visuals,
    propose_ideas,
    write_copy,
)
from pressroom.tools.ports import Ports

GRAPH = "content"


def make_graph(ports: Ports | None = None) -> StateGraph[Content, Ports, Content, Content]:
    """The graph, ready for a host to compile with its own checkpointer.

    Pass `context=Ports(...)` on every call, or hand *ports* over here once.
    Runs that wait (`--review`, an outcome not yet known) need a checkpointer.
    """
    graph: StateGraph[Content, Ports, Content, Content] = StateGraph(Content, context_schema=Ports)
    steps: tuple[Node, ...] = (
        gather_trends,
        propose_ideas,
        choose_idea,
        write_copy,
        plan_visuals,
        draw_visuals,
        check_posts,
        preview_requests,
        save_posts,
        plan_effects,
        apply_decision,
        publish_posts,
        start_tracking,
    )
    for step in steps:
        add_node(graph, step, ports)
    # Gates hold one interrupt and nothing else: no ports, no retry, no error handler.
    graph.add_node("await_approval", await_approval)
    graph.add_node("await_outcomes", await_outcomes)

    graph.add_edge(START, "gather_trends")
    graph.add_edge("gather_trends", "propose_ideas")
    graph.add_edge("propose_ideas", "choose_idea")
    graph.add_edge("choose_idea", "write_copy")
    graph.add_edge("write_copy", "plan_visuals")
    graph.add_edge("plan_visuals", "draw_visuals")
    graph.add_edge("draw_visuals", "check_posts")
    graph.add_conditional_edges("check_posts", _after_check)
    graph.add_edge("preview_requests", END)
    graph.add_edge("save_posts", "plan_effects")
    graph.add_conditional_edges("plan_effects", _after_planning)
    graph.add_edge("await_approval", "apply_decision")
    graph.add_conditional_edges("apply_decision", _after_decision)
    graph.add_conditional_edges("publish_posts", _after_publishing)
    graph.add_edge("await_outcomes", "publish_posts")
    graph.add_edge("start_tracking", END)
    return graph


def _after_check(state: Content) -> Literal["preview_requests", "save_posts", "__end__"]:
    if state.violations:
        return "__end__"
    return "preview_requests" if state.dry_run else "save_posts"


def _after_planning(state: Content) -> Literal["await_approval", "publish_posts"]:
    return "await_approval" if state.review else "publish_posts"


def _after_decision(state: Content) -> Literal["publish_posts", "start_tracking"]:
    return "publish_posts" if state.effect_keys else "start_tracking"


def _after_publishing(state: Content) -> Literal["await_outcomes", "start_tracking"]:
    waiting = any(not outcome["settled"] for outcome in state.outcomes)
    return "await_outcomes" if waiting else "start_tracking"
