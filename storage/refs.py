"""Asking for many comments at once: their refs in chunks that every database takes."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import sqlalchemy as sa

from pressroom.domain.comment import CommentRef
from pressroom.domain.platform import Platform

CHUNK = 500
"""Keys in one `IN`: below every database's limit on parameters."""


def chunks(refs: Iterable[CommentRef]) -> Iterator[tuple[Platform, list[str]]]:
    """The refs as ids of one platform at a time, sorted, each once, at most `CHUNK` together.

    In one order everywhere, so that two transactions over the same comments cannot deadlock.
    """
    for platform, group in groupby(sorted(set(refs)), key=lambda ref: ref.platform):
        ids = (ref.comment_id for ref in group)
        while chunk := list(islice(ids, CHUNK)):
            yield platform, chunk


def among(table: sa.Table, platform: Platform, ids: list[str]) -> sa.ColumnElement[bool]:
    """True of the rows of *table* that belong to these comments."""
    return sa.and_(table.c.platform == platform, table.c.comment_id.in_(ids))
