"""Insights of the Page and of Instagram; one dead metric name fails the whole call."""

import math

from pressroom.simulator.graph_errors import bad_parameter, graph_error
from pressroom.simulator.graph_fields import graph_time, next_url, read_time
from pressroom.simulator.graph_params import text_list
from pressroom.simulator.growth import Numbers, numbers
from pressroom.simulator.records import Platform, Post
from pressroom.simulator.simulation import Simulation
from pressroom.simulator.wire import Answer, Call, JsonObject

DAY = 86400.0
PAGE_PERIODS = frozenset({"day", "week", "days_28", "month", "lifetime", "total_over_range"})
MAX_RANGE_DAYS = 90
NO_METRIC = (
    "(#3001) No metric was specified to be fetched. Please specify one or more metrics to be "
    "fetched and try again."
)


def post_insights(sim: Simulation, call: Call, post_id: str) -> Answer:
    """GET /{post}/insights: lifetime numbers."""
    post = sim.world.posts["facebook"][post_id]
    return Answer(body=facebook_insights(sim, post, call.params.get("metric", "")))


def facebook_insights(sim: Simulation, post: Post, metric: str) -> JsonObject:
    """Lifetime values of the metrics that a text names."""
    values = _post_values(numbers(sim.config, post, sim.now()))
    data = [
        _result(post.id, name, "lifetime", [{"value": values[name]}])
        for name in _names(metric, frozenset(values))
    ]
    return {"data": data}


def page_insights(sim: Simulation, call: Call, page_id: str) -> Answer:
    """GET /{page}/insights: one value a day, or one for the whole period."""
    names = _names(call.params.get("metric", ""), frozenset(_page_values(Numbers(*[0] * 9), 0)))
    period = call.params.get("period", "day")
    if period not in PAGE_PERIODS:
        raise bad_parameter(
            f"period must be one of the following values: {', '.join(sorted(PAGE_PERIODS))}"
        )
    since, until = _range(sim, call)
    data = []
    for name in names:
        values = [
            {
                "value": _page_values(
                    _gained(sim, "facebook", end - DAY, end), sim.config.audience
                )[name],
                "end_time": graph_time(end),
            }
            for end in _days(since, until)
        ]
        data.append(_result(page_id, name, period, values))
    return Answer(body={"data": data, "paging": _neighbours(call, since, until)})


def media_insights(sim: Simulation, call: Call, media_id: str) -> Answer:
    """GET /{ig media}/insights: lifetime numbers; nothing at all before anybody saw it."""
    post = sim.world.posts["instagram"][media_id]
    gathered = numbers(sim.config, post, sim.now())
    values = _media_values(gathered, len(sim.world.comments_of(media_id)))
    names = _names(call.params.get("metric", ""), frozenset(values))
    if gathered.reach == 0:
        return Answer(body={"data": []})
    data = [_result(media_id, name, "lifetime", [{"value": values[name]}]) for name in names]
    return Answer(body={"data": data})


def account_insights(sim: Simulation, call: Call, account_id: str) -> Answer:
    """GET /{ig account}/insights: totals of a period, or values by day for reach and followers."""
    params = call.params
    series = params.get("metric_type", "time_series") == "time_series"
    known = (
        frozenset({"reach", "follower_count"})
        if series
        else frozenset(_account_values(Numbers(*[0] * 9), 0))
    )
    names = _names(params.get("metric", ""), known)
    if params.get("period", "day") != "day":
        raise bad_parameter("period must be one of the following values: day")
    since, until = _range(sim, call)
    data = []
    for name in names:
        if series:
            values = [
                {"value": _series_value(sim, name, end), "end_time": graph_time(end)}
                for end in _days(since, until)
            ]
            data.append(_result(account_id, name, "day", values))
        else:
            gained = _gained(sim, "instagram", since, until)
            said = sum(
                1
                for c in sim.world.comments.values()
                if c.platform == "instagram" and since <= c.created_at <= until
            )
            result = _result(account_id, name, "day", [])
            del result["values"]
            total: JsonObject = {"value": _account_values(gained, said)[name]}
            if breakdown := params.get("breakdown"):
                total["breakdowns"] = [
                    {
                        "dimension_keys": text_list(breakdown),
                        "results": [{"dimension_values": ["POST"], "value": total["value"]}],
                    }
                ]
            data.append({**result, "total_value": total})
    return Answer(body={"data": data, "paging": _neighbours(call, since, until)})


def _names(text: str, known: frozenset[str]) -> list[str]:
    names = text_list(text) if text else []
    if not names:
        raise graph_error(3001, NO_METRIC, subcode=1504028)
    if any(name not in known for name in names):
        raise bad_parameter("The value must be a valid insights metric")
    return names


def _post_values(n: Numbers) -> dict[str, object]:
    by_type = {"like": n.likes, "love": n.loves}
    actions = {"like": n.reactions, "share": n.shares}
    return {
        "post_media_view": n.impressions,
        "post_total_media_view_unique": n.reach,
        "post_clicks": n.clicks,
        "post_clicks_by_type": {k: v for k, v in {"other clicks": n.clicks}.items() if v},
        "post_reactions_by_type_total": {k: v for k, v in by_type.items() if v},
        "post_reactions_like_total": n.likes,
        "post_reactions_love_total": n.loves,
        "post_reactions_wow_total": 0,
        "post_reactions_haha_total": 0,
        "post_reactions_sorry_total": 0,
        "post_reactions_anger_total": 0,
        "post_activity_by_action_type": {k: v for k, v in actions.items() if v},
        "post_activity_by_action_type_unique": {k: v for k, v in actions.items() if v},
        "post_video_views": 0,
    }


def _page_values(n: Numbers, audience: int) -> dict[str, object]:
    engaged = n.reactions + n.shares + n.clicks
    return {
        "page_follows": audience + n.follows,
        "page_daily_follows": n.follows,
        "page_daily_follows_unique": n.follows,
        "page_daily_unfollows_unique": 0,
        "page_lifetime_engaged_followers_unique": engaged,
        "page_media_view": n.impressions,
        "page_total_media_view_unique": n.reach,
        "page_views_total": n.profile_visits,
        "page_post_engagements": engaged,
        "page_total_actions": n.clicks,
        "page_fan_adds_by_paid_non_paid_unique": {
            "paid": 0,
            "unpaid": n.follows,
            "total": n.follows,
        },
    }


def _media_values(n: Numbers, said: int) -> dict[str, object]:
    together = n.reactions + n.saves + n.shares + said
    return {
        "views": n.impressions,
        "reach": n.reach,
        "likes": n.reactions,
        "comments": said,
        "saved": n.saves,
        "shares": n.shares,
        "total_interactions": together,
        "follows": n.follows,
        "profile_visits": n.profile_visits,
        "profile_activity": n.clicks,
        "reposts": 0,
        "facebook_views": 0,
        "total_comments": said,
        "total_likes": n.reactions,
        "total_views": n.impressions,
    }


def _account_values(n: Numbers, said: int) -> dict[str, object]:
    together = n.reactions + n.saves + n.shares + said
    return {
        "views": n.impressions,
        "content_views": n.impressions,
        "reach": n.reach,
        "accounts_engaged": min(n.reach, together),
        "total_interactions": together,
        "likes": n.reactions,
        "comments": said,
        "saves": n.saves,
        "shares": n.shares,
        "replies": 0,
        "reposts": 0,
        "follows_and_unfollows": n.follows,
        "profile_links_taps": n.clicks,
    }


def _series_value(sim: Simulation, name: str, end: float) -> int:
    gained = _gained(sim, "instagram", end - DAY, end)
    return gained.reach if name == "reach" else gained.follows


def _gained(sim: Simulation, platform: Platform, since: float, until: float) -> Numbers:
    """What all posts of the account gathered between two times."""
    total = [0] * 9
    for post in sim.world.live_posts(platform):
        if post.author_id != sim.world.own_id(platform):
            continue
        late = numbers(sim.config, post, until)
        early = numbers(sim.config, post, since)
        gains = [
            getattr(late, field) - getattr(early, field) for field in Numbers.__dataclass_fields__
        ]
        total = [a + b for a, b in zip(total, gains, strict=True)]
    return Numbers(*total)


def _range(sim: Simulation, call: Call) -> tuple[float, float]:
    params = call.params
    now = sim.now()
    until = min(now, read_time(params["until"], "until")) if "until" in params else now
    since = read_time(params["since"], "since") if "since" in params else until - 2 * DAY
    if until - since > MAX_RANGE_DAYS * DAY:
        raise bad_parameter(
            f"There cannot be more than {MAX_RANGE_DAYS} days ({MAX_RANGE_DAYS * 86400} s) "
            "between since and until"
        )
    return since, until


def _days(since: float, until: float) -> list[float]:
    count = max(1, math.ceil((until - since) / DAY))
    return [min(until, since + DAY * (day + 1)) for day in range(count)]


def _result(node: str, name: str, period: str, values: list[JsonObject]) -> JsonObject:
    return {
        "name": name,
        "period": period,
        "values": values,
        "title": name.replace("_", " ").capitalize(),
        "description": f"The {name.replace('_', ' ')} of this object.",
        "id": f"{node}/insights/{name}/{period}",
    }


def _neighbours(call: Call, since: float, until: float) -> JsonObject:
    span = until - since
    return {
        "previous": next_url(call, {"since": str(int(since - span)), "until": str(int(since))}),
        "next": next_url(call, {"since": str(int(until)), "until": str(int(until + span))}),
    }
