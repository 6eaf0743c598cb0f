"""what was captured, and its traces

What is told of a picture or a sound beside its bytes, and what is shown of these without their traces.
Attachments that were whole before are looked into once more.

Revision ID: 20261126_61
Revises: 20261126_60
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT, WHOLE

revision = "20261126_61"
down_revision = "20261126_60"
branch_labels = None
depends_on = None


ADDED = (
    sa.Column("about", sa.JSON(), nullable=False, server_default="{}"),
    sa.Column("traces", TEXT, nullable=False, server_default=""),
    sa.Column("pieces", sa.JSON(), nullable=True),
    sa.Column("clean_size", WHOLE, nullable=True),
    sa.Column("clean_sha256", sa.LargeBinary(), nullable=True),
    sa.Column("removed", sa.JSON(), nullable=False, server_default="[]"),
)


def upgrade() -> None:
    for column in ADDED:
        op.add_column("blob", column)
    op.execute("UPDATE blob SET state = 'waiting' WHERE state = 'ready'")


def downgrade() -> None:
    for column in ADDED:
        op.drop_column("blob", column.name)
