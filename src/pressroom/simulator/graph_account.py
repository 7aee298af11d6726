"""Accounts on the Graph API: who the token is, its Pages and what they subscribe to."""

from pressroom.simulator.graph_access import token_of
from pressroom.simulator.graph_errors import bad_parameter, graph_error
from pressroom.simulator.graph_fields import Field, parse_fields, read_node
from pressroom.simulator.graph_params import text_list
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject

TASKS = ["ANALYZE", "ADVERTISE", "MESSAGING", "MODERATE", "CREATE_CONTENT", "MANAGE"]
CATEGORY = {"id": "2201", "name": "Brand"}
SUBSCRIBABLE = frozenset(
    [
        "feed",
        "mention",
        "messages",
        "message_echoes",
        "message_reactions",
        "message_reads",
        "messaging_postbacks",
        "conversations",
        "ratings",
        "follow",
        "live_videos",
        "videos",
        "name",
        "picture",
        "leadgen",
        "standby",
        "user_action",
    ]
)


def read_me(sim: Simulation, call: Call, node_id: str) -> Answer:
    """GET /me with a person's token."""
    del node_id
    accounts = sim.config.accounts
    getters = {
        "id": lambda _: accounts.user_id,
        "name": lambda _: accounts.user_name,
        "email": lambda _: None,
    }
    wanted = parse_fields(call.params.get("fields", ""))
    return Answer(body=read_node("User", dict(getters), wanted, ("name", "id")))


def list_accounts(sim: Simulation, call: Call, node_id: str) -> Answer:
    """GET /me/accounts: the Pages that the person looks after, with the Page's token."""
    del node_id
    if token_of(call) != sim.config.accounts.user_token:
        raise graph_error(
            100, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)"
        )
    wanted = parse_fields(call.params.get("fields", ""))
    page = _page_node(
        sim, wanted, ("access_token", "category", "category_list", "name", "id", "tasks")
    )
    cursors = {"before": "QVFI", "after": "QVFJ"}
    return Answer(body={"data": [page], "paging": {"cursors": cursors}})


def read_page(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}."""
    del page_id
    return Answer(body=_page_node(sim, parse_fields(call.params.get("fields", "")), ("name", "id")))


def list_instagram(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/instagram_accounts."""
    del call, page_id
    return Answer(body={"data": [{"id": sim.config.accounts.instagram_id}]})


def list_ratings(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/ratings, which Meta switched off."""
    del sim, call, page_id
    raise graph_error(12)


def subscribe_app(sim: Simulation, call: Call, page_id: str) -> Answer:
    """POST /{page}/subscribed_apps: the fields whose webhooks the app wants."""
    del page_id
    wanted = text_list(call.params.get("subscribed_fields", ""))
    if not wanted:
        raise bad_parameter("The parameter subscribed_fields is required.")
    for name in wanted:
        if name not in SUBSCRIBABLE:
            raise bad_parameter(
                f"Param subscribed_fields[0] must be one of {{{', '.join(sorted(SUBSCRIBABLE))}}}"
            )
    sim.world.subscribed_fields = wanted
    sim.world.changed()
    return Answer(body={"success": True})


def list_subscribed(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/subscribed_apps."""
    del call, page_id
    if not sim.world.subscribed_fields:
        return Answer(body={"data": []})
    app = {
        "id": sim.config.accounts.app_id,
        "name": "Sim App",
        "subscribed_fields": sim.world.subscribed_fields,
    }
    return Answer(body={"data": [app]})


def unsubscribe_app(sim: Simulation, call: Call, page_id: str) -> Answer:
    """DELETE /{page}/subscribed_apps."""
    del call, page_id
    sim.world.subscribed_fields = []
    sim.world.changed()
    return Answer(body={"success": True})


def debug_token(sim: Simulation, call: Call, node_id: str) -> Answer:
    """GET /debug_token: what a token is and may do."""
    del node_id
    accounts = sim.config.accounts
    token = call.params.get("input_token")
    if not token:
        raise bad_parameter("The parameter input_token is required.")
    kinds = {
        accounts.page_token: ("PAGE", accounts.page_id),
        accounts.user_token: ("USER", accounts.user_id),
        accounts.instagram_token: ("USER", accounts.user_id),
    }
    data: JsonObject = {"is_valid": False, "scopes": []}
    state = sim.token_states.get(token, "ok")
    if token in kinds:
        kind, owner = kinds[token]
        data = {
            "app_id": accounts.app_id,
            "type": kind,
            "application": "Sim App",
            "is_valid": state == "ok",
            "expires_at": 0 if state != "expired" else int(sim.now() - 3600),
            "data_access_expires_at": int(sim.now() + 90 * 86400),
            "profile_id" if kind == "PAGE" else "user_id": owner,
            "scopes": list(accounts.page_scopes),
            "granular_scopes": [{"scope": scope} for scope in accounts.page_scopes],
        }
    if token not in kinds or state != "ok":
        subcode = {"expired": 463, "revoked": 460}.get(state)
        data["error"] = {"code": 190, "message": "Invalid OAuth access token.", "subcode": subcode}
    return Answer(body={"data": data})


def exchange_token(sim: Simulation, call: Call, node_id: str) -> Answer:
    """GET /oauth/access_token: a long-lived token for a short-lived one, or the app's own."""
    del node_id
    accounts, params = sim.config.accounts, call.params
    if (params.get("client_id"), params.get("client_secret")) != (
        accounts.app_id,
        accounts.app_secret,
    ):
        raise graph_error(1, "Error validating client secret.", status=400)
    if params.get("grant_type") == "client_credentials":
        return Answer(
            body={
                "access_token": f"{accounts.app_id}|{accounts.app_secret}",
                "token_type": "bearer",
            }
        )
    if params.get("fb_exchange_token") not in {accounts.user_token, accounts.page_token}:
        raise graph_error(190)
    token = params["fb_exchange_token"]
    return Answer(body={"access_token": token, "token_type": "bearer", "expires_in": 5_184_000})


def _page_node(sim: Simulation, wanted: list[Field], default: tuple[str, ...]) -> JsonObject:
    accounts = sim.config.accounts
    getters = {
        "id": lambda _: accounts.page_id,
        "name": lambda _: accounts.page_name,
        "access_token": lambda _: accounts.page_token,
        "category": lambda _: CATEGORY["name"],
        "category_list": lambda _: [CATEGORY],
        "tasks": lambda _: TASKS,
        "link": lambda _: f"https://www.facebook.com/{accounts.page_id}",
        "username": lambda _: "simbrand",
        "about": lambda _: None,
        "fan_count": lambda _: sim.config.audience,
        "followers_count": lambda _: sim.config.audience,
        "instagram_business_account": lambda _: {"id": accounts.instagram_id},
        "connected_instagram_account": lambda _: {"id": accounts.instagram_id},
        "is_published": lambda _: True,
        "verification_status": lambda _: "not_verified",
    }
    return read_node("Page", dict(getters), wanted, default)
