"""What patients take home: SMART Health Links.

links      links in the database: filed, tried, opened, shut
summary    the visit as an IPS-like document Bundle (pure)
narrative  the words of its sections (pure)
publisher  the task that builds, encrypts and publishes
api        the routes: manifest, file, shutting a link

The session chooses address, key and passcode and seals them with the visit. What is published is encrypted
to that key, which the hub's tables do not hold: it is in the sealed envelope alone, opened for building.
"""
