"""One visit as a pure state machine: events in, effects out.

events      what can happen; also the journal's format
effects     what the visit wants done
model       State, Screen and their parts
context     what a visit is judged by: profile, questionnaires, rules, limits
table       `step`: (screen, event) -> handler, one table
summary     results in rows: value, quality, meaning
rehearsal   a visit played without screen, devices or hub: tests, pictures of every screen

Handlers, by part of the visit (turn.py is what they write on):
welcome     language, consent, a name
who         who it is in the end, a minor's guardian, the card for next time
identity    shown by card or phone; the hub says whether it is so
questions   why you came and about you; asking.py is what all questionnaires share
change      change what was said, later
flow        what comes next
acts        an act of measuring: start, keep, fail, give up
measuring   what devices and providers say; oximeter.py and cuff.py have their screens
repeats     how many blood pressures, and their mean
judge       the rules applied; alarms.py raises what they find
calls       asking for a provider, waiting, the call, the plan; nobody.py when nobody is there
leaving     finish, time-out, the closing document; resume.py after a crash
papers      documents on their way; core lost and back
"""
