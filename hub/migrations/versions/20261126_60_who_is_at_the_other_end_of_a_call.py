"""who is at the other end of a call

The key a browser made at sign-in with the hub's word for it, and the proofs that travel with descriptions.

Revision ID: 20261126_60
Revises: 20261126_50
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_60"
down_revision = "20261126_50"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("login", sa.Column("voucher", sa.LargeBinary(), nullable=True))
    op.add_column("call", sa.Column("offer_signed", TEXT, nullable=False, server_default=""))
    op.add_column("call", sa.Column("answer_signed", TEXT, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("call", "answer_signed")
    op.drop_column("call", "offer_signed")
    op.drop_column("login", "voucher")
