"""The station.

visit/      one visit as a pure state machine
clinical/   rules, questionnaires and emergency words as data, with the pure functions that read them
core/       the long-lived process: devices, queue, delivery, calls, alarms. Knows no names
__main__    the launcher: parent of all the station's processes
processes   what the launcher starts, and how each is confined
"""
