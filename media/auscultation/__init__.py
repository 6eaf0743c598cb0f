"""The stethoscope: a microphone laid on a body, guided, recorded, heard again, shown, and given out as FLAC.

body         a made-up heart and breath, for stations that have no stethoscope and for tests
chest        what a sound is like: its level, the room, handling, a beat; what to do about it
filters      bell and diaphragm, as electronic stethoscopes have them; other rates
flac         the file
spectrogram  the picture
recorder     what core's orders do with all of it
"""
