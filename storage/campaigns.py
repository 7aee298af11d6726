"""Campaigns: what posts belong to."""

from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from pressroom.storage.columns import key_column
from pressroom.storage.once import insert_once
from pressroom.storage.schema import Base

_NAMESPACE = UUID("6f2a4c1e-8b0d-5e57-9a43-0c5d1be7f0a9")


class CampaignRow(Base):
    """A campaign."""

    __tablename__ = "campaigns"

    id: Mapped[str] = mapped_column(key_column(36), primary_key=True)
    name: Mapped[str] = mapped_column(key_column(200), unique=True)
    budget: Mapped[float | None] = mapped_column(sa.Double)


async def ensure_campaign(session: AsyncSession, name: str, budget: float | None = None) -> str:
    """The id of the campaign called *name*, made if there is none yet.

    A *budget* that is given replaces the one on record. The id follows from the name, so
    that two writers make the same campaign.
    """
    campaign_id = str(uuid5(_NAMESPACE, name))
    fresh = await insert_once(session, CampaignRow(id=campaign_id, name=name, budget=budget))
    if not fresh and budget is not None:
        statement = sa.update(CampaignRow).where(CampaignRow.id == campaign_id)
        await session.execute(statement.values(budget=budget))
    return campaign_id
