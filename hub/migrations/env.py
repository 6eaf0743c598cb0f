"""Alembic's entry: on the connection it is given (hub.db.migrate), or on the database of -x data=DIR."""

from pathlib import Path

from alembic import context
from sqlalchemy import Connection

from hub.db import Database, address
from hub.models import Base


def _run(connection: Connection) -> None:
    # SQLite cannot alter most things in place: `op.batch_alter_table` copies the table there
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is None:
    data = Path(context.get_x_argument(as_dictionary=True)["data"])
    with Database(address.find(data)).writer.begin() as own:
        _run(own)
else:
    _run(given)
