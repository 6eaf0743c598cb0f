"""What Carepost costs, always beside a peer in the same run. See `scripts/bench --help` and docs/bench.md.

rows           a row of the result, and the statistics behind `low`, `high` and `met`
rig            a station with its hub and a provider's Chromium, brought to where a bench begins
processes      memory and processor time of running processes
clip           the station's test picture in a browser: the same clip at every end of every call
eyes           reads the time out of pictures: in a browser and in the station's frame ring
pair           the peer of a call: Chromium to Chromium
empty_window   the peer of a session's start: a window with nothing in it
queues         the peers of the durable queue

call           the call over six emulated links: links, watch, measures, report

first_frame, wire_to_frame, queue_put, footprint: the benches, each with `run(runs) -> list[Row]`
"""
