"""How much the way to the other end carries, and what we send over it: a pure core, without I/O.

link            what a peer knows of its way, and the limits others set (the ladder's hook)
controller      how much may be sent: everything below together, Google congestion control
twcc            transport-wide feedback, written and read
sent            what was sent and not yet heard of
delay           does a queue grow on the way
aimd            the target that follows from it
loss            the target that follows from what is lost
throughput      what gets through
probe           short bursts that find out how wide the way is
pacer           what leaves next, and when
packets         RTP headers as bytes
keyframes       key frames when asked for, and not more often than is of use
shape           size and rate of pictures, from bitrate, encoder and processor

tests/support/virtual_link.py tries it over minutes of virtual time in parts of a second.
"""
