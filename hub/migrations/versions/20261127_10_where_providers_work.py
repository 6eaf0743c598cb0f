"""where providers work

A provider may be bound to stations or facilities; who has no binding works everywhere, as before.

Revision ID: 20261127_10
Revises: 20261126_95
"""

import sqlalchemy as sa
from alembic import op

revision = "20261127_10"
down_revision = "20261126_95"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reach",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=True),
        sa.Column("facility_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reach_account_id", "reach", ["account_id"])


def downgrade() -> None:
    op.drop_table("reach")
