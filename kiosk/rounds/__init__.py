"""A round in long-term care as a pure state machine: staff sign in, one resident after another, sign out.

It stands on kiosk.visit: each resident is a visit of their own, and the visit is dropped between two of them.

events      what staff do beside a visit's own events; also the journal's format
effects     what only the session can do: it holds the PIN and the residents list
model       Duty (from sign-in to sign-out), Bedside (one resident), Shift (both machines' states)
pen         what handlers write on
table       `step`: what is the round's own, and the visit's `step` for all the rest
signing     badge, PIN, idle, signing out; after a crash
checking    which resident: two identifiers
bedside     one resident: begin, measure, leave, leave out, wrong resident
telling     what changed, SBAR, who was told, who agrees
due         who is due, late, left out, done
rehearsal   a round played without screen, devices or hub
"""
