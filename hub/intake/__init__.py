"""Envelopes: receive (verify, store, receipt), chain (holes and breaks), filing (open, write down),
filer (the task that does it), quarantine (what could not be)."""
