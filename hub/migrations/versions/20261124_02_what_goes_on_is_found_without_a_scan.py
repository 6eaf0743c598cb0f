"""what goes on is found without a scan

The worklist and the sweep read the whole visit table: SQLAlchemy asks for "open = 1", which a partial
index of "open" does not serve. Every query that runs by itself has an index now.

Revision ID: 20261124_02
Revises: 20261124_01
"""

import sqlalchemy as sa
from alembic import op

revision = "20261124_02"
down_revision = "20261124_01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("visit_open", "visit")
    op.create_index(
        "visit_open",
        "visit",
        ["station_id"],
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open"),
    )
    op.create_index(
        "visit_unclosed",
        "visit",
        ["station_id"],
        sqlite_where=sa.text("closed_how IS NULL"),
        postgresql_where=sa.text("closed_how IS NULL"),
    )
    op.create_index(
        "visit_interrupt",
        "visit",
        ["interrupt_at"],
        sqlite_where=sa.text("interrupt_at IS NOT NULL"),
        postgresql_where=sa.text("interrupt_at IS NOT NULL"),
    )
    op.create_index("call_ended", "call", ["ended_at"])
    op.create_index("alarm_acknowledged", "alarm", ["acknowledged_at"])
    op.create_index(
        "quarantine_open",
        "quarantine",
        ["noted_at"],
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index(
        "chain_gap_open",
        "chain_gap",
        ["station_id"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("chain_gap_open", "chain_gap")
    op.drop_index("quarantine_open", "quarantine")
    op.drop_index("alarm_acknowledged", "alarm")
    op.drop_index("call_ended", "call")
    op.drop_index("visit_interrupt", "visit")
    op.drop_index("visit_unclosed", "visit")
    op.drop_index("visit_open", "visit")
    op.create_index(
        "visit_open", "visit", ["station_id"], sqlite_where=sa.text("open"), postgresql_where=sa.text("open")
    )
