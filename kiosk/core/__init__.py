"""The long-lived heart of a station: one asyncio loop that knows no names.

identity   what enrolment left on the disk: key, certificate, pinned root, profile, key set
clock      moments with their confidence
hub        the connection to the hub: envelopes by HTTP, messages by WebSocket
saving     the queue: *saved* when durable, *sent* when the hub's receipt is back
standing   how the queue stands, told to the session for the staff's screen
why        why the hub can't be spoken to, as ids with words
devices    what peripherals report, told to the session; the watch over an inflating cuff
calls      from "I want to talk to somebody" to media flowing, and back again after any loss
redial     when a call needs a new offer (pure)
network    notices that the station has another network
nettest    the network test for staff, in a process of its own
alarms     open alarms: told, repeated, acknowledged; they outlive every session
app        wires all of it together
"""
