"""The station's voice: who cannot see the screen hears it, and goes through the whole visit by a few keys.

script   what a screen says, read from what it shows (so that no screen can be silent)
reader   what is to be said when: a new screen, another focus, something new, time that passes
ssip     Speech Dispatcher's protocol, pure
line     the socket to Speech Dispatcher, which the launcher keeps and replaces at every wipe
speaker  joins them: watches the window, speaks
keypad   which key means what
"""
