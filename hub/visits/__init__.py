"""Visits as providers see them: state (what the worklist says), record (what happened, written down),
views (what the console shows; readings of it), plans, words."""
