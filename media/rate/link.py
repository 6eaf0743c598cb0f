"""What is known of the way to the other end, and the limits set on what we send: the ladder's hook.

A `Call` has one `Link` for as long as it lasts; each new peer connection takes it over with its limits.
The engine writes what it measures into it, twice a second at least; the degradation ladder reads it and
sets limits:

    link = call.link
    link.limits = Limits(video=False)          # a picture of both instead: sound has the way to itself
    link.limits = Limits(video=False, audio=False)   # text only
    link.limits = Limits()                     # as much as the link and the profile give

Frame size and frame rate need no orders: within its limits the engine gives up size first, then frames,
as `target_kbit` falls, and takes them back as it rises (`media.rate.shape`). The ladder decides what lies
beyond: when to stop the picture (say: `available_kbit` under what a picture of any use needs, for some
seconds), and when to let it return. `available_kbit` goes on being measured while the video is off: then
the engine sends short probes of padding, a few seconds apart, and what passed of them is the estimate.
`fresh` says whether that number is a measurement or only the start value.
"""

from dataclasses import dataclass, field

ANY: int = 1 << 30
MEAN_OF: int = 16  # pictures
PICTURES_S: float = 2.0  # none comes any more when the newest is older


@dataclass(frozen=True)
class Limits:
    """What may be sent at most; the default asks for nothing but what the profile says.

    `width` and `height` in pixels (the picture is scaled to fit, its shape kept), `fps` in pictures a
    second, `video_kbit` in kbit/s. `video=False`: no picture is encoded or sent. `audio=False`: no sound.
    """

    video: bool = True
    audio: bool = True
    width: int = ANY
    height: int = ANY
    fps: float = float(ANY)
    video_kbit: float = float(ANY)


@dataclass
class Link:
    """Measured by the engine, in kbit/s, ms, fractions 0..1, pixels and pictures a second.

    `out`: what we send; `in`: what comes. A width of 0: no video is sent.
    """

    limits: Limits = field(default_factory=Limits)
    available_kbit: float = 0.0  # what the way out carries, all media and repairs together
    target_kbit: float = 0.0  # what of it the picture may use now
    fresh: bool = False  # has the other end said anything about what it gets?
    rtt_ms: float = 0.0  # 0: not known yet
    queue_ms: float = 0.0  # how much later than at its best what we send arrives now
    loss_out: float = 0.0  # of our packets, before repair
    loss_in: float = 0.0  # of the other end's packets, before repair
    recovered_in: int = 0  # of its picture's packets, given back by parity
    decoding_ms: float = 0.0  # from the last packet of a picture that comes until it can be shown, the mean
    decoded_at: float = float("-inf")  # when the newest one could be shown, monotonic seconds
    width_out: int = 0
    height_out: int = 0
    fps_out: float = 0.0

    def decoded(self, taken_ms: float, now: float) -> None:
        """A picture that came can be shown; after a pause the mean begins anew."""
        if self.decoding(now) is None:
            self.decoding_ms = taken_ms
        self.decoding_ms += (taken_ms - self.decoding_ms) / MEAN_OF
        self.decoded_at = now

    def decoding(self, now: float) -> float | None:
        """Return `decoding_ms`; None while no picture comes: what was measured before says nothing of now."""
        return self.decoding_ms if now - self.decoded_at < PICTURES_S else None
