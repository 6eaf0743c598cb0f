"""What Carepost's processes say to each other; the only package that more than one of them imports.

measurement   a reading with its unit, moment, device and quality
codes         LOINC, IEEE 11073 MDC and UCUM codes of what we measure
seal          HPKE sealing, signed key sets, signatures
envelope      queue envelopes, batch signatures, receipts
profile       the signed configuration of a station
documents     what a session keeps with the hub, sealed: the documents of a visit
talk          what session and hub say to each other in the moment, sealed
wire          station and hub: HTTP and WebSocket messages
station       core and session: messages over a unix socket; of its own
  instruments   devices and acts of measuring
  queue_state   how the queue stands
control       core and media: messages over a unix socket
network       what a network test found, and what follows from it
link          the unix socket itself: packets, descriptors, peer credentials
frames        a ring of video frames in shared memory
journal       one visit's events in a memfd
"""
