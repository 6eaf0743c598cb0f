"""Wire formats: pure decoders, command encoders, and the frame encoders that the simulators use.

A decoder takes bytes in any portions and returns the frames they complete. It never raises: what is
not a frame is skipped and counted in `dropped`. The sources of the formats are named in each file.
"""
