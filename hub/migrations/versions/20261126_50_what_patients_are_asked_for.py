"""what patients are asked for

Each wish of a provider's for a measurement, picture, clip or sound, and what became of it.

Revision ID: 20261126_50
Revises: 20261126_40
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_50"
down_revision = "20261126_40"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ask",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("asked_at", sa.Double(), nullable=False),
        sa.Column("answer", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("answered_at", sa.Double(), nullable=True),
        sa.Column("closed", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ask_visit_id", "ask", ["visit_id"])


def downgrade() -> None:
    op.drop_table("ask")
