"""The database's schema revision, read and raised through the store's migrations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressroom.settings import Settings


@dataclass(frozen=True, slots=True)
class SchemaState:
    """Where a database's schema stands."""

    address: str
    """The database's URL without its password."""
    current: str
    """Its revision; empty for a database without a schema."""
    needed: str
    is_older_copy: bool = False
    """Whether this machine has seen more of it than it holds: nothing is sent from it."""


async def read_schema(settings: "Settings") -> SchemaState:
    """Where the schema stands; changes nothing."""
    from pressroom.assembly import history_of
    from pressroom.storage.store import Store
    from pressroom.storage.upgrade import current, head

    async with Store(settings.database_url) as store:
        revision = await current(store)
        is_current = revision == head()
        return SchemaState(
            address=store.url.render_as_string(hide_password=True),
            current=revision or "",
            needed=head(),
            is_older_copy=is_current and await history_of(settings, store).is_behind(),
        )


async def upgrade_schema(settings: "Settings") -> SchemaState:
    """Where the schema stands after it was brought up to date."""
    from pressroom.storage.store import Store
    from pressroom.storage.upgrade import upgrade

    settings.home.mkdir(parents=True, exist_ok=True)
    async with Store(settings.database_url) as store:
        await upgrade(store)
    return await read_schema(settings)


async def check_schema(settings: "Settings") -> None:
    """Return only if the schema is the one that this version needs.

    Raises:
        SchemaBehind: It is not.
    """
    from pressroom.storage.store import Store
    from pressroom.storage.upgrade import check

    async with Store(settings.database_url) as store:
        await check(store)
