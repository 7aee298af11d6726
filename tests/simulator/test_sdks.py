"""The platforms' official SDKs work against the simulator."""

import base64
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import requests
from pydantic import BaseModel, Field

from pressroom.simulator import SimulatorServer
from pressroom.simulator.images import draw

ME = "2244994945"


def truth(client: httpx.Client) -> list[str]:
    return [entry["text"] for entry in client.get("/_sim/truth").json()["posts"]]


@pytest.fixture
def meta(server: SimulatorServer) -> Iterator[Any]:
    """facebook_business, pointed at the simulator and back again afterwards."""
    from facebook_business import api, session

    before = session.FacebookSession.GRAPH
    session.FacebookSession.GRAPH = server.base_url
    accounts = server.config.accounts
    api.FacebookAdsApi.init(
        accounts.app_id, accounts.app_secret, accounts.page_token, api_version="v25.0"
    )
    yield accounts
    session.FacebookSession.GRAPH = before


def test_facebook_business_publishes_and_reads(client: httpx.Client, meta: Any) -> None:
    """Meta's own SDK: post, refusal, comments, insights."""
    from facebook_business.adobjects.page import Page
    from facebook_business.adobjects.pagepost import PagePost
    from facebook_business.exceptions import FacebookRequestError

    page = Page(meta.page_id)
    post_id = page.create_feed(params={"message": "From the SDK"}).get_id()
    with pytest.raises(FacebookRequestError) as refused:
        page.create_feed(params={"message": "From the SDK"})
    PagePost(post_id).create_comment(params={"message": "First"})
    comments = PagePost(post_id).get_comments(fields=["message"], params={"filter": "stream"})
    insights = PagePost(post_id).get_insights(params={"metric": ["post_media_view"]})

    assert refused.value.api_error_code() == 506
    assert [comment["message"] for comment in comments] == ["First"]
    assert insights[0]["name"] == "post_media_view"
    assert truth(client) == ["From the SDK"]


def test_facebook_business_sends_a_batch(client: httpx.Client, meta: Any) -> None:
    """Fifty calls in one request are how its users stay below the limits."""
    from facebook_business import api
    from facebook_business.adobjects.page import Page

    page, told = Page(meta.page_id), []
    batch = api.FacebookAdsApi.get_default_api().new_batch()
    for text in ("One", "Two", "One"):
        page.create_feed(
            params={"message": text},
            batch=batch,
            success=lambda answer: told.append(answer.json()["id"]),
            failure=lambda answer: told.append(answer.error().api_error_code()),
        )
    page.get_posts(
        fields=["message"],
        batch=batch,
        success=lambda answer: told.append([post["message"] for post in answer.json()["data"]]),
    )

    assert batch.execute() is None
    assert told[0].startswith(f"{meta.page_id}_")
    assert told[2] == 506
    assert told[3] == ["Two", "One"]
    assert truth(client) == ["One", "Two"]


def test_facebook_business_publishes_on_instagram(
    client: httpx.Client, meta: Any, pictures: dict[str, str]
) -> None:
    """Container, status, publish, by Meta's own SDK."""
    from facebook_business.adobjects.iguser import IGUser

    account = IGUser(meta.instagram_id)
    container = account.create_media(params={"image_url": pictures["good"], "caption": "SDK"})
    account.create_media_publish(params={"creation_id": container.get_id()})

    assert truth(client) == ["SDK"]
    assert [media["caption"] for media in account.get_media(fields=["caption"])] == ["SDK"]


def test_xdk_publishes_and_reads(client: httpx.Client, server: SimulatorServer) -> None:
    """X's own SDK fails when a single field has the wrong name."""
    from xdk import Client
    from xdk.media.models import UploadRequest
    from xdk.posts.models import CreateRequest

    sdk = Client(base_url=server.base_url, access_token="sim-x-token")
    picture = base64.b64encode(draw(64, 64, "xdk")).decode()
    media = sdk.media.upload(body=UploadRequest(media=picture, media_category="tweet_image"))
    created = sdk.posts.create(
        body=CreateRequest(text="From xdk", media={"media_ids": [media.data.id]})
    )
    read = sdk.posts.get_by_id(created.data.id, post_fields=["public_metrics", "created_at"])
    me = sdk.users.get_me(user_fields=["public_metrics"])
    timeline = next(iter(sdk.users.get_posts(ME, max_results=5)))

    assert read.data.public_metrics.like_count == 0
    assert me.data.username == "sim_brand"
    assert [post.id for post in timeline.data] == [created.data.id]
    assert truth(client) == ["From xdk"]


class ToSimulator(requests.adapters.HTTPAdapter):
    """Sends what is meant for X's hosts to the simulator."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self.base_url = base_url

    def send(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Send to the same path on the simulator."""
        parts = urlsplit(request.url)
        request.url = f"{self.base_url}{parts.path}" + (f"?{parts.query}" if parts.query else "")
        return super().send(request, *args, **kwargs)


def test_tweepy_publishes_and_reads(client: httpx.Client, server: SimulatorServer) -> None:
    """OAuth 1.0a, the old vocabulary and the old upload."""
    import tweepy

    keys = (
        "sim-x-consumer-key",
        "sim-x-consumer-secret",
        "sim-x-oauth1-token",
        "sim-x-oauth1-secret",
    )
    stranger = tweepy.Client(None, *keys[:3], "another secret")
    stranger.session.mount("https://api.twitter.com", ToSimulator(server.base_url))
    with pytest.raises(tweepy.Unauthorized):
        stranger.create_tweet(text="From a stranger")
    sdk = tweepy.Client(None, *keys)
    sdk.session.mount("https://api.twitter.com", ToSimulator(server.base_url))
    old = tweepy.API(tweepy.OAuth1UserHandler(*keys))
    old.session.mount("https://upload.twitter.com", ToSimulator(server.base_url))

    media = old.media_upload("a.png", file=io.BytesIO(draw(64, 64, "tweepy")))
    created = sdk.create_tweet(text="From tweepy", media_ids=[media.media_id_string])
    with pytest.raises(tweepy.Forbidden, match="duplicate content"):
        sdk.create_tweet(text="From tweepy")
    read = sdk.get_tweet(created.data["id"], tweet_fields=["public_metrics"], user_auth=True)
    own = sdk.get_users_tweets(ME, user_auth=True)
    deleted = sdk.delete_tweet(created.data["id"])

    assert read.data.public_metrics["retweet_count"] == 0
    assert [str(tweet.id) for tweet in own.data] == [created.data["id"]]
    assert deleted.data == {"deleted": True}
    assert truth(client) == ["From tweepy"]


class Idea(BaseModel):
    """One idea for a post."""

    headline: str = Field(max_length=60)
    why: str
    score: float = Field(ge=0, le=1)


class Ideas(BaseModel):
    """Three ideas."""

    ideas: list[Idea] = Field(min_length=3, max_length=3)


PROMPT = "Three ideas.\n<brief>\ntitle: Open house\nOur workshop opens its doors in May.\n</brief>"


def test_google_genai_gets_what_it_asked_for(client: httpx.Client, server: SimulatorServer) -> None:
    """Structured answers, streams, errors, models and pictures through Google's own SDK."""
    from google import genai
    from google.genai import errors, types

    options = types.HttpOptions(base_url=server.base_url)
    sdk = genai.Client(api_key="sim-gemini-key", http_options=options)
    config = types.GenerateContentConfig(
        response_mime_type="application/json", response_schema=Ideas
    )

    answer = sdk.models.generate_content(model="gemini-3.8-flash", contents=PROMPT, config=config)
    stream = sdk.models.generate_content_stream(model="gemini-3.8-flash", contents=PROMPT)
    modalities = types.GenerateContentConfig(response_modalities=["TEXT", "IMAGE"])
    drawn = sdk.models.generate_content(
        model="gemini-3.1-flash-image", contents="Draw", config=modalities
    )
    with pytest.raises(errors.ClientError) as retired:
        sdk.models.generate_content(model="gemini-pro", contents="x")
    client.post("/_sim/faults", json={"platform": "gemini", "action": "safety_block"})
    blocked = sdk.models.generate_content(model="gemini-3.8-flash", contents="x")

    assert isinstance(answer.parsed, Ideas)
    assert "Open house" in answer.parsed.ideas[0].headline
    assert "".join(piece.text or "" for piece in stream)
    assert any(part.inline_data for part in drawn.candidates[0].content.parts)  # type: ignore[index,union-attr]
    assert retired.value.code == 404
    assert (blocked.text, blocked.candidates[0].finish_reason) == (None, types.FinishReason.SAFETY)  # type: ignore[index]
    assert len(list(sdk.models.list())) == 11


async def test_langchain_gets_structured_answers(server: SimulatorServer) -> None:
    """The way by which the agents ask."""
    from langchain_google_genai import ChatGoogleGenerativeAI

    model = ChatGoogleGenerativeAI(
        model="gemini-3.8-flash",
        google_api_key="sim-gemini-key",
        base_url=server.base_url,
        max_retries=1,
    )

    for method in ("json_schema", "function_calling"):
        answer = await model.with_structured_output(Ideas, method=method).ainvoke(PROMPT)
        assert isinstance(answer, Ideas)
