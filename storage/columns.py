"""Column types that mean the same on every database."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.types import TypeDecorator

KEY_LENGTH = 190
"""The longest text that MariaDB and MySQL index under utf8mb4 on every row format."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware going in, aware UTC coming out, microseconds kept.

    A naive datetime is refused: it would be somebody's local time.
    """

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """`timestamptz` on PostgreSQL, `DATETIME(6)` on MariaDB, ISO text on SQLite."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.DateTime(timezone=True))
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.DATETIME(fsp=6))
        return dialect.type_descriptor(sa.DateTime())

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """UTC, without its zone where the database has no place for it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        instant = value.astimezone(UTC)
        return instant if dialect.name == "postgresql" else instant.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The instant, aware."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainJson(TypeDecorator[Any]):
    """JSON as text, so that it reads back byte for byte on every database."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """MariaDB's TEXT ends at 64 KiB, which a payload may pass."""
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.LONGTEXT())
        return dialect.type_descriptor(sa.Text())

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        """Canonical JSON text; half a character (a lone surrogate) is escaped to survive."""
        del dialect
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        if _HALF_CHARACTER.search(text):
            text = json.dumps(value, sort_keys=True)
        return text

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        """The value that was stored."""
        del dialect
        return None if value is None else json.loads(value)


class Prose(TypeDecorator[str]):
    """What somebody wrote, of any length.

    What no database takes (NUL on PostgreSQL, half a surrogate pair on all) becomes U+FFFD,
    so that one strange comment cannot stop the batch it came in.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """MariaDB's TEXT ends at 64 KiB."""
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.LONGTEXT())
        return dialect.type_descriptor(sa.Text())

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """The text, storable everywhere."""
        del dialect
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


def key_column(length: int = KEY_LENGTH) -> sa.String:
    """Text that is compared byte by byte, case and accents included, on every database.

    Blanks at its end are no difference on MariaDB and MySQL: make no keys that end in them.
    """
    return sa.String(length).with_variant(
        mysql.VARCHAR(length, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb"
    )
