"""What the platforms let us do about a comment, as they said when it was last read."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TOLD = ("can_reply", "can_reply_privately", "can_hide", "summoned")


def upgrade() -> None:
    """Add it; of the comments that are there nobody has been told yet."""
    for name in _TOLD:
        op.add_column("comments", sa.Column(name, sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("comments") as comments:
        for name in reversed(_TOLD):
            comments.drop_column(name)
