"""Conversations that people take over, stops of answers, and who did so."""

import sqlalchemy as sa
from alembic import op

from pressroom.storage.columns import Prose, UtcDateTime, key_column
from pressroom.storage.schema import OPTIONS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ACTS = "'taken over', 'answered there', 'released', 'paused', 'resumed'"


def upgrade() -> None:
    """Make the tables, and let effects say which conversation they belong to."""
    op.create_table(
        "threads",
        sa.Column("thread", key_column(190), primary_key=True),
        sa.Column("held_by", key_column(120), nullable=False),
        sa.Column("held_until", UtcDateTime(), nullable=True),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("released_at", UtcDateTime(), nullable=True),
        sa.Column("reason", Prose(), nullable=False),
        **OPTIONS,
    )
    op.create_table(
        "pauses",
        sa.Column("scope", key_column(16), primary_key=True),
        sa.Column("paused_by", key_column(120), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("reason", Prose(), nullable=False),
        **OPTIONS,
    )
    op.create_table(
        "interventions",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("subject", key_column(190), nullable=False),
        sa.Column("act", key_column(20), nullable=False),
        sa.Column("done_by", key_column(120), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=False),
        sa.Column("reason", Prose(), nullable=False),
        sa.CheckConstraint(f"act IN ({_ACTS})", name=op.f("ck_interventions_act")),
        **OPTIONS,
    )
    op.create_index("ix_interventions_subject", "interventions", ["subject"])
    op.add_column("effects", sa.Column("thread", key_column(190), nullable=True))
    op.add_column("effects", sa.Column("calling_since", UtcDateTime(), nullable=True))
    op.create_index("ix_effects_thread", "effects", ["thread"])


def downgrade() -> None:
    """Drop them: who has which conversation is forgotten."""
    op.drop_index("ix_effects_thread", "effects")
    with op.batch_alter_table("effects") as effects:
        effects.drop_column("calling_since")
        effects.drop_column("thread")
    for table in ("interventions", "pauses", "threads"):
        op.drop_table(table)
