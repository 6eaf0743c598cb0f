"""Traces in files: where, when and with what a picture was taken, whose phone it was.

They are removed before a file is shown or sent on; the station's own bytes stay as they came, sealed, and
their hash stays in the record. A clean file is a list of pieces of the original (`pieces`): nothing is
copied, and any range of it can be read. Each format has a walker that knows what a picture, a film or a sound
needs and keeps that alone; what it does not know goes. What it cannot walk is not shown and not sent on
(`UnreadableError`).

pieces   the list, its size, a range of it
source   reading the original here and there
exif     what little is looked for in EXIF
jpeg, png, mp4, flac, wav   the walkers
look     which walker for which file
"""
