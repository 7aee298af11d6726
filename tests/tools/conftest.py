"""What tests of carrying effects out share: one order, planned in a real file's ledger."""

import hashlib
from pathlib import Path
from random import Random

import pytest

from pressroom.domain.effects import (
    Effect,
    PublishOrder,
)
from pressroom.domain.media import MediaFile
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store
from pressroom.tools.effects import (
    plan_order,
)
from tests.tools.script import KEY, POLICY


@pytest.fixture
async def ledger(sqlite_store: Store) -> Ledger:
    """A ledger over a real file."""
    return Ledger(sqlite_store, POLICY, random=Random(1))  # noqa: S311


@pytest.fixture
def picture(tmp_path: Path) -> MediaFile:
    """A file on disk and its measures."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"picture")
    return MediaFile(
        path=path,
        sha256=hashlib.sha256(b"picture").hexdigest(),
        media_type="image/jpeg",
        width_px=10,
        height_px=10,
        size_bytes=7,
        alt_text="A picture",
    )


@pytest.fixture
def order(picture: MediaFile) -> PublishOrder:
    """What is to be published."""
    return PublishOrder(
        platform="instagram", account="42", text="Good news", media=(picture,), reference="pp-1"
    )


@pytest.fixture
async def planned(ledger: Ledger, order: PublishOrder) -> Effect:
    """That order, planned."""
    return await ledger.plan(None, plan_order(order, key=KEY, run_id="run-1"))
