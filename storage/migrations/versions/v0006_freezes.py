"""Freezes: what must not go out while a crisis lasts, and who looked at it afterwards."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import PlainJson, Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what is in the ledger already was planned before any freeze."""
    op.create_table(
        "freezes",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("scope", PlainJson(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("frozen_by", key_column(120), nullable=False),
        sa.Column("incident_id", key_column(64), nullable=False),
        sa.Column("reason", Prose(), nullable=False),
        sa.Column("lifted_at", UtcDateTime(), nullable=True),
        sa.Column("lifted_by", key_column(120), nullable=False),
        sa.Column("lift_reason", Prose(), nullable=False),
        **OPTIONS,
    )
    op.create_index("ix_freezes_lifted_at", "freezes", ["lifted_at"])
    op.create_table(
        "counters",
        sa.Column("name", key_column(32), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        **OPTIONS,
    )
    op.create_table(
        "freeze_looks",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("effect_key", key_column(190), nullable=False),
        sa.Column("payload_sha", sa.String(64), nullable=False),
        sa.Column("goes_out", sa.Boolean(), nullable=False),
        sa.Column("looked_by", key_column(120), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=False),
        sa.Column("reason", Prose(), nullable=False),
        **OPTIONS,
    )
    op.create_index("ix_freeze_looks_effect_key", "freeze_looks", ["effect_key"])
    op.add_column(
        "effects", sa.Column("freeze_epoch", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("effects", sa.Column("frozen_at", UtcDateTime(), nullable=True))
    op.create_index("ix_effects_settled_at", "effects", ["settled_at"])


def downgrade() -> None:
    """Drop them: what is frozen is so no more."""
    op.drop_index("ix_effects_settled_at", "effects")
    with op.batch_alter_table("effects") as effects:
        effects.drop_column("frozen_at")
        effects.drop_column("freeze_epoch")
    for table in ("freeze_looks", "counters", "freezes"):
        op.drop_table(table)
