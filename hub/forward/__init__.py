"""Forwarding of visits to other FHIR R4 records and picture archives (docs/adr/0005, hub/README.md).

targets     where to: settings in the database, secrets in files
outbox      what waits for whom, written down with what has changed
consent     which visits may go
bundle      transactions of resources, and what the server made of them (pure)
client      one HTTP conversation with one server, errors sorted by whose matter they are (trouble)
sender      one visit, bundle after bundle
files       attachments' bytes, which go before what names them
pictures    a visit's pictures to a picture archive (DICOM)
forwarder   the task: who is next, when to try again
api         the operators' routes
"""
