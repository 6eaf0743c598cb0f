"""The other end: what stations deliver to and providers work at.

__main__     the command line
serve        both listeners in one process
app          the composition root: what is built from what
routes       every route with who may use it (the only place where routes are made)
config       limits and settings, each a named field
keys         the hub's own keys and the signed key set
db/, models/ SQLAlchemy over SQLite or PostgreSQL, one writer; the tables
backup/      backups while it serves, restoring, telling stations what is backed up
web/         requests: rules, errors in plain words, headers, static files
accounts/    people: passwords, one-time codes, cookie sessions, limits
fleet/       stations: the station CA, enrolment, who a peer is, profiles
intake/      envelopes: stored, receipted, opened, filed, or in quarantine
fhir/        FHIR R4: resources built from what was filed, read and search
forward/     visits sent on to other FHIR records, by an outbox of its own
visits/      visits as providers see them: the worklist, one visit, its plan
takeaway/    SMART Health Links that patients took home
calls/       sockets of stations and browsers: calls, live messages, alerts
audit/       who did what, hash-chained
migrations/  dated steps of the database's form
"""
