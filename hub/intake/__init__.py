"""Envelopes: receive (verify, store, receipt), filing (open, write down), filer (the task that does it),
quarantine (what could not be)."""
