"""The commands of `python -m peripherals`, one file a group."""
