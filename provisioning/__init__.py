"""A bare machine becomes a trusted station.

enrol      the one-time code's way: key, request, pin, certificate, signed profile and keys
lockdown   units, USB and network rules from the profile, installing them
image      the bootable image
commands   the command line, one module a subject; __main__ finds them
errors     what a command may end in
"""
