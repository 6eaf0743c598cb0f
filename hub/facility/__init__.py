"""Long-term care: a facility's staff and residents, and what its stations are told of them.

places      facilities, and which stations are theirs
staff       members, badges with PIN, the signed list a station signs them in by
residents   residents: added, changed, imported, wristbands
history     a resident's readings: baseline, newest values, what was done
roster      the residents list of one shift, in parts
shifts      the sessions' asks for it, answered
telling     the staff list, told to stations when it changes
binding     whose visit it is, and how that was made sure
notes       what staff note in a visit: changes, SBAR, notifications, consent
doubting    a visit that was begun for the wrong resident
closing     red flags of such a visit, once its readings are the right resident's
refiling    a reading that was another resident's
rounds      who was seen in a day's rounds, and who was missed
"""
