"""Sockets of stations and browsers, and what goes over them.

links     open sockets: whom they belong to, what waits to be written
desk      calls in the database: asked for, accepted, signalled, ended
live      sealed messages to and from sessions, kept until acknowledged
stations  the stations' socket: each message of contract.wire
consoles  the browsers' socket
pusher    the worklist, visits and places in line, pushed when they change
sweep     what time alone does: providers lost, visits interrupted, stations revoked
ice       the ways a call may take: relay credentials, relay only
tried     the socket for a technician's network test
renewal   fresh credentials for calls that last
relay_config  the relay's own configuration
"""
