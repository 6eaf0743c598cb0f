"""Camera, microphone and the call, in a process of their own; talks to core only (contract.control).

__main__        the commands: the process itself, and `sources`
service         the link to core: hello, rings, orders in, states out
studio          what an order does: capture under consent, one call, speaker
forms           how cameras and sound are named, and which are there
faults          what can go wrong, as ids the session has words for
grabbers        where pictures come from: V4L2, a file, a test picture
camera          the thread that reads one of them, and tries again when it fails
pictures        colours, sizes, and what is shown when the camera is off
stamp           a time drawn into a picture, readable after the codec (numpy and browser)
capture         camera and microphone together: consent, mute, states, the self view
microphone      where sound comes from
speaker         where sound goes
tracks          what of it goes into a peer connection
screen          what the browser sends, into the remote ring
peer            one peer connection: offer, answer, counters
call            one call: generations of peers, freezes, losses
tasks           background tasks that are never lost
descriptions    the hints we write into our offers
aiortc_private  the only place that touches private names of aiortc
"""
