"""what must still be done, who was asked to come, how well stations serve

Cases to review, call-backs and people who left before being seen get a clock and an owner; pages are kept;
figures of use without patients.

Revision ID: 20261126_80
Revises: 20261126_78
"""

import sqlalchemy as sa
from alembic import op

from hub.db.columns import TEXT

revision = "20261126_80"
down_revision = "20261126_78"
branch_labels = None
depends_on = None

VISIT = ("case_why", "case_wish", "callback_asked")


def upgrade() -> None:
    for name in VISIT:
        op.add_column("visit", sa.Column(name, TEXT, nullable=False, server_default=""))
    for name in ("case_promised_s", "callback_promised_s"):
        op.add_column("visit", sa.Column(name, sa.Double(), nullable=True))
    op.create_table(
        "duty",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.Column("due_at", sa.Double(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("owned_at", sa.Double(), nullable=True),
        sa.Column("tries", sa.JSON(), nullable=False),
        sa.Column("done_at", sa.Double(), nullable=True),
        sa.Column("done_by", TEXT, nullable=True),
        sa.Column("outcome", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"]),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("visit_id"),
    )
    _partial("duty_open", "duty", "owner_id", "done_at IS NULL")
    op.create_table(
        "page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", TEXT, nullable=False),
        sa.Column("received_at", sa.Double(), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.Double(), nullable=True),
        sa.Column("answered_by", TEXT, nullable=True),
        sa.Column("answered_role", TEXT, nullable=True),
        sa.Column("settled_at", sa.Double(), nullable=True),
        sa.Column("settled_by", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_page_station_id", "page", ["station_id"])
    _partial("page_open", "page", "received_at", "settled_at IS NULL")
    op.create_table(
        "usage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("day", TEXT, nullable=False),
        sa.Column("how", TEXT, nullable=False),
        sa.Column("step", TEXT, nullable=False),
        sa.Column("no_call", TEXT, nullable=False),
        sa.Column("chose", TEXT, nullable=False),
        sa.Column("asked_at", sa.Double(), nullable=True),
        sa.Column("answered_at", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("usage_day", "usage", ["day", "station_id"])


def _partial(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    for table in ("usage", "page", "duty"):
        op.drop_table(table)
    for name in ("callback_promised_s", "case_promised_s", *reversed(VISIT)):
        op.drop_column("visit", name)
