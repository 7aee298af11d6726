"""Looking for a text in every table: how an erasure is proved."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.storage.spellings import spellings

_AT_ONCE = 40
"""Texts in one statement: each has up to five spellings, and SQLite nests a thousand at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A column that holds the text, and in how many rows."""

    table: str
    column: str
    rows: int


async def search_tables(
    session: AsyncSession, tables: Sequence[sa.Table], texts: Sequence[str]
) -> list[Hit]:
    """Every column of *tables* that holds one of *texts*, however JSON may have escaped it."""
    hits: dict[tuple[str, str], int] = {}
    for start in range(0, len(texts), _AT_ONCE):
        wanted = sorted(
            frozenset().union(*(spellings(text) for text in texts[start : start + _AT_ONCE]))
        )
        for table in tables:
            for column in table.columns:
                rows = await _count(session, table, column, wanted)
                if rows:
                    key = (table.name, column.name)
                    hits[key] = hits.get(key, 0) + rows
    return [Hit(table, column, rows) for (table, column), rows in hits.items()]


async def _count(
    session: AsyncSession, table: sa.Table, column: sa.Column[object], wanted: Sequence[str]
) -> int:
    if not wanted or not _holds_text(column):
        return 0
    held = sa.or_(*(_contains(column, text) for text in wanted))
    statement = sa.select(sa.func.count()).select_from(table).where(held)
    return int((await session.execute(statement)).scalar_one())


def count_text_columns(tables: Sequence[sa.Table]) -> int:
    """In how many columns `search_tables` looks."""
    return sum(_holds_text(column) for table in tables for column in table.columns)


def _holds_text(column: sa.Column[object]) -> bool:
    kind = column.type
    plain = kind.impl if isinstance(kind, sa.types.TypeDecorator) else kind
    return isinstance(plain, sa.String)


def _contains(column: sa.Column[object], text: str) -> sa.ColumnElement[bool]:
    # Compared as plain text: a column of JSON would escape what it is compared with.
    return sa.cast(sa.type_coerce(column, sa.Text), sa.Text).contains(text, autoescape=True)
