"""The base of every table: one metadata, with names for constraints that migrations can find."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

OPTIONS: dict[str, Any] = {
    f"{dialect}_{option}": value
    for dialect in ("mysql", "mariadb")
    for option, value in {
        "engine": "InnoDB",
        "charset": "utf8mb4",
        "collate": "utf8mb4_bin",
    }.items()
}
"""How MariaDB and MySQL keep a table: whole transactions, every character, exact comparison.

A table with its own `__table_args__` puts this last: `(sa.Index(...), OPTIONS)`.
"""


class Base(DeclarativeBase):
    """The declarative base; each table module imports it."""

    __table_args__: Any = OPTIONS

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
        }
    )
