"""The commands of `python -m hub`, one module a subject, each with `add_commands(commands)`."""
