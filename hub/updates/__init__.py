"""Releases for stations: a TUF repository as a folder, given out as it is.

api   the stations' route to it

The hub holds no key of it and is not trusted with it: whoever takes the hub over can hold updates back, for
as long as the last word of theirs lives, and can't make a station run anything (docs/updates.md).
"""
