"""A sound as a FLAC file: lossless, with nothing in it but samples, their rate and a checksum."""

import io

import av
import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.int16]

FRAME = 4096  # samples


def encode(samples: Block, rate: int) -> bytes:
    """Return the file of a mono sound."""
    file = io.BytesIO()
    with av.open(file, "w", format="flac", container_options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("flac", rate=rate, layout="mono", format="s16")
        stream.options = {"flags": "+bitexact"}
        for at in range(0, len(samples), FRAME):
            part = np.ascontiguousarray(samples[at : at + FRAME]).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(part, format="s16", layout="mono")
            frame.sample_rate = rate
            frame.pts = at
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
