"""The database's schema: what it is, what it must be, and how it gets there.

The revisions lie in `storage/migrations/versions`, one file each. Write the next one by
hand: `differences` says what it has to do, and every statement must run on all databases.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from pressroom.errors import SchemaBehind
from pressroom.storage.dialects import UPGRADE, is_absent
from pressroom.storage.store import Store
from pressroom.storage.tables import metadata

_FOLDER = Path(__file__).parent / "migrations"

Steps = Callable[[Any, MigrationContext], Any]


def head() -> str:
    """The revision that this version of pressroom needs."""
    revision = _scripts().get_current_head()
    assert revision is not None  # noqa: S101  # the package ships at least one
    return revision


async def current(store: Store) -> str | None:
    """The revision the database is at; None where it has no tables of ours."""
    if is_absent(store.url):
        return None  # opening it would make the file
    async with store.read() as session:
        connection = await session.connection()
        return await connection.run_sync(_revision_of)


async def upgrade(store: Store) -> None:
    """Bring the database to `head()`; where it is there already, nothing happens.

    Of several processes that do this at once, one works and the others wait for it.

    Raises:
        SchemaBehind: A newer pressroom made this database.
    """
    await _migrate(store, lambda at, _: _scripts()._upgrade_revs(head(), at))


async def downgrade(store: Store, revision: str = "base") -> None:
    """Take the database back to *revision*; `base` leaves none of our tables, and no data.

    Raises:
        SchemaBehind: A newer pressroom made this database.
    """
    await _migrate(store, lambda at, _: _scripts()._downgrade_revs(revision, at))


async def check(store: Store) -> None:
    """Make sure that the database has the schema that this version needs.

    Raises:
        SchemaBehind: It has another, or none; `fix` says what to do.
    """
    revision = await current(store)
    if revision == head():
        return
    _refuse_unknown(revision)
    if revision is None:
        raise SchemaBehind("the database has no pressroom tables.", fix=UPGRADE)
    raise SchemaBehind(
        f"the database is at revision {revision}, this version needs {head()}.", fix=UPGRADE
    )


async def differences(store: Store) -> list[str]:
    """How the database's tables differ from those that this version declares, a line each."""
    async with store.read() as session:
        connection = await session.connection()
        return await connection.run_sync(_differences)


async def _migrate(store: Store, steps: Steps) -> None:
    async with store.migrate() as connection:
        await connection.run_sync(_run, steps)


def _run(connection: sa.Connection, steps: Steps) -> None:
    _refuse_unknown(_revision_of(connection))
    with EnvironmentContext(Config(), _scripts(), fn=steps) as environment:
        environment.configure(
            connection=connection, target_metadata=metadata(), render_as_batch=True
        )
        environment.run_migrations()


def _differences(connection: sa.Connection) -> list[str]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "target_metadata": metadata()}
    )
    return [_line(change) for change in compare_metadata(context, metadata())]


def _line(change: Any) -> str:
    # A changed column comes as a list of changes, anything else as one tuple.
    first = change[0] if isinstance(change, list) else change
    return " ".join(str(part) for part in first)


def _revision_of(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_unknown(revision: str | None) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaBehind(
            f"the database is at revision {revision}, which this version does not know:"
            " a newer pressroom made it.",
            fix="Install that version, or name another database.",
        )


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_FOLDER))
