"""which envelopes are in a backup

Stations may be told to keep what they sent until it is in a verified backup: the hub has to know how far
the backups reach, and how far each station has been told.

Revision ID: 20261126_20
Revises: 20261126_10
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_20"
down_revision = "20261126_10"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backup",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("made_at", sa.Double(), nullable=False),
        sa.Column("verified_at", sa.Double(), nullable=False),
        sa.Column("epoch", TEXT, nullable=False),
        sa.Column("last_row", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("station", sa.Column("backed_up_row", WHOLE, nullable=False, server_default="0"))
    op.create_index("envelope_of_station", "envelope", ["station_id", "row"])


def downgrade() -> None:
    op.drop_index("envelope_of_station", "envelope")
    op.drop_column("station", "backed_up_row")
    op.drop_table("backup")
