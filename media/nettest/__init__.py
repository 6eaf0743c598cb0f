"""The technician's network test: which ways work from here, how fast, and what to ask the IT department for.

hub      HTTPS and WebSocket to the hub, as the station itself; the relays come with it
ways     UDP to the outside, and each relay over UDP, TCP, TLS: an allocation, a round trip, some data
trying   one way after the other
words    what was found, in plain words
command  `python -m media network-test`
"""
