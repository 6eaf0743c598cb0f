"""Backups of a hub while it serves, and a hub made again out of one.

- `manifest` what is in a backup, with hashes; `folders` how one appears whole, or not at all
- `snapshot` one moment of the database, written to a file; `contents` what such a file holds, read back
- `making` the two put together; `restoring` a new hub from a backup; `sealed_keys` the keys, apart
- `records` which envelopes are in a verified backup
"""
