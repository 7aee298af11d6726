"""Looking for a text in every table: how an erasure is proved."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

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
            for name, rows in (await _count(session, table, wanted)).items():
                hits[table.name, name] = hits.get((table.name, name), 0) + rows
    return [Hit(table, column, rows) for (table, column), rows in hits.items()]


async def _count(session: AsyncSession, table: sa.Table, wanted: Sequence[str]) -> dict[str, int]:
    """The columns of *table* that hold something of *wanted*, each with the number of rows."""
    columns = [column for column in table.columns if _holds_text(column)]
    if not columns or not wanted:
        return {}
    # All columns as one text first: most tables hold nothing, and need no second look.
    whole = reduce(lambda one, other: one + "\n" + other, (_plain(column) for column in columns))
    if not await _rows(session, table, whole, wanted):
        return {}
    counts = {
        column.name: await _rows(session, table, _plain(column), wanted) for column in columns
    }
    return {name: rows for name, rows in counts.items() if rows}


async def _rows(
    session: AsyncSession, table: sa.Table, text: sa.ColumnElement[str], wanted: Sequence[str]
) -> int:
    held = sa.or_(*(text.contains(one, autoescape=True) for one in wanted))
    statement = sa.select(sa.func.count()).select_from(table).where(held)
    return int((await session.execute(statement)).scalar_one())


def count_text_columns(tables: Sequence[sa.Table]) -> int:
    """In how many columns `search_tables` looks."""
    return sum(_holds_text(column) for table in tables for column in table.columns)


def _holds_text(column: sa.Column[object]) -> bool:
    kind = column.type
    plain = kind.impl if isinstance(kind, sa.types.TypeDecorator) else kind
    return isinstance(plain, sa.String)


def _plain(column: sa.Column[Any]) -> sa.ColumnElement[str]:
    # As plain text: a column of JSON would escape what it is compared with.
    return sa.func.coalesce(sa.type_coerce(column, sa.Text), "", type_=sa.Text)
