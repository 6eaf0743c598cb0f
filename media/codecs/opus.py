"""Sound to Opus and back, by libopus itself: error correction, discontinuous sending, concealment.

PCM is int16 at 48 kHz; a block is 20 ms. What a packet carries of the one before (LBRR, RFC 6716 section
2.1.7) is read with `Decoder.recovered`, which PyAV cannot.
"""

import ctypes
from typing import Final, cast

import numpy as np
import numpy.typing as npt

from media.codecs.libraries import loaded

RATE: Final = 48_000
BLOCK: Final = 960
Samples = npt.NDArray[np.int16]

_VOIP: Final = 2048
_MAX_PACKET: Final = 1275
_MAX_SAMPLES: Final = 5760  # 120 ms, the longest packet
_SET_BITRATE, _SET_COMPLEXITY, _SET_FEC = 4002, 4010, 4012
_SET_LOSS, _SET_DTX, _SIGNAL, _VOICE = 4014, 4016, 4024, 3001
_NOTHING: Final = 2  # a packet of so few bytes need not be sent (DTX)


class OpusError(Exception):
    """libopus refuses."""


class Encoder:
    """One stream of mono or stereo blocks."""

    def __init__(self, channels: int = 1, bps: int = 32_000) -> None:
        self._opus = _library()
        self._state = _made(self._opus.opus_encoder_create, RATE, channels, _VOIP)
        self._out = ctypes.create_string_buffer(_MAX_PACKET)
        self._now = (0, -1)
        self.channels = channels
        for request, value in ((_SET_FEC, 1), (_SET_DTX, 1), (_SIGNAL, _VOICE), (_SET_COMPLEXITY, 7)):
            self._set(request, value)
        self.follow(bps, 0.0)

    def follow(self, bps: int, loss: float) -> None:
        """Set bitrate and the part of packets the other end loses: the more, the more is sent twice."""
        wanted = (bps, min(30, round(100 * loss)))
        if wanted != self._now:
            self._now = wanted
            self._set(_SET_BITRATE, wanted[0])
            self._set(_SET_LOSS, wanted[1])

    def encode(self, samples: Samples) -> bytes:
        """Encode 960 samples a channel, interleaved; nothing when there is silence and nothing to send."""
        if samples.size != BLOCK * self.channels or samples.dtype != np.int16:
            raise OpusError(f"a block of {samples.size} samples")
        pcm = np.ascontiguousarray(samples).ctypes.data_as(ctypes.c_void_p)
        size = self._opus.opus_encode(self._state, pcm, BLOCK, self._out, _MAX_PACKET)
        if size < 0:
            raise OpusError(_text(self._opus, size))
        return b"" if size <= _NOTHING else self._out.raw[:size]

    def close(self) -> None:
        """Free libopus's memory."""
        state, self._state = self._state, None
        if state:
            self._opus.opus_encoder_destroy(state)

    def __del__(self) -> None:
        self.close()

    def _set(self, request: int, value: int) -> None:
        status = self._opus.opus_encoder_ctl(self._state, request, ctypes.c_int(value))
        if status:
            raise OpusError(_text(self._opus, status))


class Decoder:
    """One stream; gives interleaved stereo."""

    def __init__(self, channels: int = 2) -> None:
        self._opus = _library()
        self._state = _made(self._opus.opus_decoder_create, RATE, channels)
        self._channels = channels
        self._out: Samples = np.zeros(_MAX_SAMPLES * channels, np.int16)
        self._duration = BLOCK  # of the last packet, in samples

    def decode(self, packet: bytes) -> Samples:
        """Decode a packet; OpusError when it is damaged."""
        samples = self._decode(packet, _MAX_SAMPLES, 0)
        self._duration = samples.size // self._channels
        return samples

    def recovered(self, following: bytes) -> Samples:
        """Return the lost block before a packet from what that packet carries of it, else concealed."""
        return self._decode(following, self._duration, 1)

    def concealed(self) -> Samples:
        """Return a block in place of a lost one: what was heard goes on and fades."""
        return self._decode(None, self._duration, 0)

    def close(self) -> None:
        """Free libopus's memory."""
        state, self._state = self._state, None
        if state:
            self._opus.opus_decoder_destroy(state)

    def __del__(self) -> None:
        self.close()

    def _decode(self, packet: bytes | None, room: int, fec: int) -> Samples:
        out = self._out.ctypes.data_as(ctypes.c_void_p)
        got = self._opus.opus_decode(self._state, packet, len(packet or b""), out, room, fec)
        if got < 0:
            raise OpusError(_text(self._opus, got))
        return self._out[: got * self._channels].copy()


def carries_previous(packet: bytes) -> bool:
    """Say whether a packet carries the one before it (a low-bitrate copy)."""
    return bool(packet) and _library().opus_packet_has_lbrr(packet, len(packet)) == 1


def _made(create: object, *arguments: int) -> object:
    error = ctypes.c_int()
    state = create(*arguments, ctypes.byref(error))  # type: ignore[operator]
    if error.value or not state:
        raise OpusError(_text(_library(), error.value))
    return state


def _text(opus: ctypes.CDLL, status: int) -> str:
    return cast(bytes, opus.opus_strerror(status)).decode("utf-8", "replace")


def _library() -> ctypes.CDLL:
    opus = loaded("opus")
    pointer, number = ctypes.c_void_p, ctypes.c_int
    for name in ("opus_encoder_create", "opus_decoder_create"):
        getattr(opus, name).restype = pointer
    opus.opus_encode.argtypes = [pointer, pointer, number, pointer, ctypes.c_int32]
    opus.opus_encode.restype = ctypes.c_int32
    opus.opus_decode.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int32, pointer, number, number]
    opus.opus_encoder_ctl.argtypes = [pointer, number]
    opus.opus_encoder_destroy.argtypes = [pointer]
    opus.opus_decoder_destroy.argtypes = [pointer]
    opus.opus_packet_has_lbrr.argtypes = [ctypes.c_char_p, ctypes.c_int32]
    opus.opus_strerror.restype = ctypes.c_char_p
    return opus
