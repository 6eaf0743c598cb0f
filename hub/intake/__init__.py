"""What stations send, from the wire to the record.

receive     verify, store, receipt; the same id with other content
chain       holes, breaks and forks in a station's chains
opening     a signed envelope opened, two of them compared
filer       the task that files what is stored; filing: one document written down
blobs       large things by the chunk; assembler: the task that sees them become whole
clock       when something was, by a station's strange clock; anchors: what is known of those clocks
clones      two machines with one identity; alarms: what of that, and of a broken chain, a technician is shown
quarantine  what could not be taken or filed; decisions: what a person does about it
importing   envelopes on a stick
standing    how it all stands
"""
