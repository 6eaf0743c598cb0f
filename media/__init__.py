"""Camera, microphone and the call, in a process of their own; talks to core only (contract.control).

__main__        the commands: the process itself, and `sources`
service         the link to core: hello, rings, orders in, states out
studio          what an order does: capture under consent, one call, speaker
forms           how cameras and sound are named, and which are there
faults          what can go wrong, as ids the session has words for
grabbers        where pictures come from: V4L2, a file, a test picture
camera          the thread that reads one of them, and tries again when it fails
figure          the moving test picture: the same to the pixel wherever it is drawn
pictures        colours, sizes, and what is shown when the camera is off
stamp           a time drawn into a picture, readable after the codec (numpy and browser)
capture         camera and microphone together: consent, mute, states, the self view
v4l2            what a camera can do, by the kernel's ioctls
exam            what is aimed at for a picture or a clip, advice, the taking
photo           the gate, the Carepost card, JPEG without traces (a package, pure), and its command
clip            a short film into WebM, in memory
handing         bytes into a sealed descriptor for the session
microphone      where sound comes from
speaker         where sound goes
sound           a clear voice, devices plugged in and out, faults, the sound test (a package)
auscultation    the stethoscope (a package)
tracks          what of it goes into a peer connection
screen          what the browser sends, into the remote ring
peer            one peer connection: offer, answer, counters
call            one call: generations of peers, losses
rate            what the way carries and what we send over it (a package, pure)
redundancy      parity beside the picture (a package, pure)
receive         what comes, repaired and put in order (a package, pure)
codecs          VP8 and Opus by their own libraries (a package)
nettest         the technician's network test (a package of its own)
tasks           background tasks that are never lost
descriptions    what we add to our offers, and read of answers
aiortc_private  our sender and receiver in place of aiortc's: the only place that touches its private names
ladder          what a weak line costs, step by step, and how it is taken back (pure)
degrading       both directions of a call on their ladders: limits, words to the browser, stills
pulse           is the other end still there (pure)
relays          the relays we were given, as addresses; whom to believe over TLS
"""
