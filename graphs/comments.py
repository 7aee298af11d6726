"""The comment pipeline: from what the platforms tell to the right answer, or the right person.

receive → store → already handled? → analyse → decide → draft → check →
reply | hide | escalate | ignore. One run works on a batch, however large the delivery was.

The nodes are in `comments_judging`, `comments_drafting` and `comments_answering`;
this file is the wiring.
"""

from itertools import pairwise

from langgraph.graph import END, START, StateGraph

from pressroom.graphs._langgraph import Node, add_node
from pressroom.graphs.comments_answering import carry_out, report_outcomes, send_answers
from pressroom.graphs.comments_drafting import check_drafts, draft_answers
from pressroom.graphs.comments_judging import (
    analyse_comments,
    decide_actions,
    receive_comments,
    refine_analyses,
    skip_handled,
)
from pressroom.graphs.comments_state import Comments
from pressroom.tools.ports import Ports

GRAPH = "comments"

_STEPS: tuple[Node, ...] = (
    receive_comments,
    skip_handled,
    analyse_comments,
    refine_analyses,
    decide_actions,
    draft_answers,
    check_drafts,
    carry_out,
    send_answers,
    report_outcomes,
)


def make_graph(ports: Ports | None = None) -> StateGraph[Comments, Ports, Comments, Comments]:
    """The graph, ready for a host to compile with its own checkpointer.

    Pass `context=Ports(...)` on every call, or hand *ports* over here once. It holds no
    interrupt: what waits for a person waits at the desk, and the run ends.
    """
    graph: StateGraph[Comments, Ports, Comments, Comments] = StateGraph(
        Comments, context_schema=Ports
    )
    for step in _STEPS:
        add_node(graph, step, ports)
    names = [step.__name__ for step in _STEPS]
    graph.add_edge(START, names[0])
    for before, after in pairwise(names):
        graph.add_edge(before, after)
    graph.add_edge(names[-1], END)
    return graph
