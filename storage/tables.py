"""Every table, by importing every module that declares one: what migrations are compared with."""

import sqlalchemy as sa

from pressroom.storage import (
    ab_tests,
    analyses,
    approvals,
    attempts,
    campaigns,
    comment_rows,
    counters,
    desk,
    effects,
    engagements,
    forgotten,
    freezes,
    handled,
    history,
    inbox,
    interventions,
    media,
    pauses,
    post_rows,
    runs,
    schedule,
    threads,
)
from pressroom.storage.schema import Base

MODULES = (
    ab_tests,
    analyses,
    approvals,
    attempts,
    campaigns,
    comment_rows,
    counters,
    desk,
    effects,
    engagements,
    forgotten,
    freezes,
    handled,
    history,
    inbox,
    interventions,
    media,
    pauses,
    post_rows,
    runs,
    schedule,
    threads,
)
"""The modules that declare tables."""


def metadata() -> sa.MetaData:
    """The schema that this version of pressroom needs."""
    return Base.metadata
