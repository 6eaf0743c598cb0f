"""what was written, and whether it is kept

Captions and corrections beside chat, the real-time line a line is the end of, and the patient's wish.

Revision ID: 20261126_70
Revises: 20261126_62
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_70"
down_revision = "20261126_62"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("visit", sa.Column("text_kept", sa.Boolean(), nullable=True))
    op.add_column("chat", sa.Column("kind", TEXT, nullable=False, server_default="chat"))
    op.add_column("chat", sa.Column("line", sa.Uuid(), nullable=True))
    op.add_column("chat", sa.Column("corrected", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("chat", "corrected")
    op.drop_column("chat", "line")
    op.drop_column("chat", "kind")
    op.drop_column("visit", "text_kept")
