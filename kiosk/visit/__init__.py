"""One visit as a pure state machine: events in, effects out.

events      what can happen; also the journal's format
effects     what the visit wants done
model       State, Screen and their parts
context     what a visit is judged by: profile, questionnaires, rules, limits
table       `step`: (screen, event) -> handler, one table
summary     results in rows: value, quality, meaning
"""
