"""Stations: ca (their certificates), enrol (one-time codes), peer (who is at the other end), stations."""
