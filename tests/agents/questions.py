"""Questions that tests ask."""

from typing import Any

from pydantic import BaseModel

from pressroom.agents.social_media import IdeasRequest, propose_ideas
from pressroom.domain.brand import Brand
from pressroom.domain.brief import Brief
from pressroom.domain.content import Ideas
from pressroom.domain.ports import Model, Question
from pressroom.domain.provenance import Made


class Answer(BaseModel):
    """A small answer."""

    headline: str
    hashtags: list[str]


def question(user: str = "The autumn tasting week of a bakery", **more: Any) -> Question[Answer]:
    return Question("test/small@1+00000000", "You write headlines.", user, Answer, **more)


async def ideas(model: Model | None, brief: Brief, brand: Brand) -> Made[Ideas]:
    return await propose_ideas(IdeasRequest(brief=brief, brand=brand), model)
