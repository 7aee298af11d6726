"""A/B tests and their variants."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pressroom.domain.ab_test import AbTest, AbTestStatus, AbTestVariant
from pressroom.storage.columns import PlainJson, Prose, key_column
from pressroom.storage.schema import Base


class AbTestVariantRow(Base):
    """One of the things compared."""

    __tablename__ = "ab_test_variants"

    ab_test_id: Mapped[str] = mapped_column(
        key_column(36), sa.ForeignKey("ab_tests.id"), primary_key=True
    )
    label: Mapped[str] = mapped_column(key_column(16), primary_key=True)
    media: Mapped[list[dict[str, object]]] = mapped_column(PlainJson)
    hypothesis: Mapped[str] = mapped_column(Prose)
    differs_by: Mapped[str] = mapped_column(Prose)
    platform_post_id: Mapped[str | None] = mapped_column(
        key_column(36), sa.ForeignKey("platform_posts.id"), index=True
    )

    def to_variant(self) -> AbTestVariant:
        """The variant as the rest of the house sees it."""
        names = AbTestVariant.model_fields.keys() - {"platform_post_id"}
        return AbTestVariant.model_validate(
            {name: getattr(self, name) for name in names}
            | {"platform_post_id": self.platform_post_id or ""}
        )


class AbTestRow(Base):
    """A test."""

    __tablename__ = "ab_tests"

    id: Mapped[str] = mapped_column(key_column(36), primary_key=True)
    post_id: Mapped[str] = mapped_column(key_column(36), sa.ForeignKey("posts.id"), index=True)
    name: Mapped[str] = mapped_column(Prose)
    type: Mapped[str] = mapped_column(key_column(32))
    status: Mapped[str] = mapped_column(key_column(20), index=True)
    best_variant_id: Mapped[str] = mapped_column(key_column(16))

    variants: Mapped[list[AbTestVariantRow]] = relationship(
        lazy="selectin", order_by=AbTestVariantRow.label, cascade="all, delete-orphan"
    )

    def to_test(self) -> AbTest:
        """The test as the rest of the house sees it."""
        names = AbTest.model_fields.keys() - {"variants"}
        return AbTest.model_validate(
            {name: getattr(self, name) for name in names}
            | {"variants": [row.to_variant() for row in self.variants]}
        )


async def save_ab_test(session: AsyncSession, test: AbTest) -> None:
    """Record *test* as it is now; variants that it no longer has go."""
    await session.merge(_row(test))
    await session.flush()


def _row(test: AbTest) -> AbTestRow:
    variants = [
        AbTestVariantRow(
            ab_test_id=test.id,
            label=variant.label,
            media=[file.model_dump(mode="json") for file in variant.media],
            hypothesis=variant.hypothesis,
            differs_by=variant.differs_by,
            platform_post_id=variant.platform_post_id or None,
        )
        for variant in test.variants
    ]
    return AbTestRow(**test.model_dump(exclude={"variants"}), variants=variants)


async def get_ab_test(session: AsyncSession, test_id: str) -> AbTest | None:
    """The test with its variants in the order of their labels, or None."""
    row = await session.get(AbTestRow, test_id, populate_existing=True)
    return row.to_test() if row else None


async def list_ab_tests(
    session: AsyncSession, *, status: AbTestStatus | None = None, limit: int = 50
) -> list[AbTest]:
    """Tests, newest first: their ids sort by time."""
    statement = sa.select(AbTestRow).order_by(AbTestRow.id.desc()).limit(limit)
    if status is not None:
        statement = statement.where(AbTestRow.status == status)
    fresh = statement.execution_options(populate_existing=True)
    return [row.to_test() for row in (await session.execute(fresh)).scalars()]
