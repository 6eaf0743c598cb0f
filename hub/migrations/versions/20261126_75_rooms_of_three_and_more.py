"""rooms of three and more

Who was asked into a call, and whether it goes by the media server.

Revision ID: 20261126_75
Revises: 20261126_70
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_75"
down_revision = "20261126_70"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("call", sa.Column("room", sa.Boolean(), nullable=False, server_default="0"))
    op.create_table(
        "guest",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=True),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_index("ix_guest_call_id", "guest", ["call_id"])
    op.create_index("ix_guest_account_id", "guest", ["account_id"])


def downgrade() -> None:
    op.drop_table("guest")
    op.drop_column("call", "room")
