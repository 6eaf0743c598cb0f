"""Alembic's entry: runs on the connection it is given (hub.db.migrate), or on -x path=FILE for authors."""

from pathlib import Path

from alembic import context

from hub.db import Database
from hub.models import Base

connection = context.config.attributes.get("connection")
if connection is None:
    path = Path(context.get_x_argument(as_dictionary=True)["path"])
    with Database(path).writer.connect() as own:
        context.configure(connection=own, target_metadata=Base.metadata, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()
else:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
