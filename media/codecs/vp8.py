"""Pictures to VP8, by libvpx itself: bitrate and frame rate change while it runs, without a key frame.

The settings are those of libwebrtc's encoder. Only this file knows libvpx's structures; `_check_layout`
refuses a libvpx whose settings lie elsewhere.
"""

import ctypes
import struct
from typing import Any, Final, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from media.codecs.libraries import loaded

ABI: Final = 39  # of vpx_encoder.h in libvpx 1.16
Planes = npt.NDArray[np.uint8]

# Places of 32-bit fields in vpx_codec_enc_cfg, counted in fours of bytes.
_THREADS, _WIDTH, _HEIGHT, _TIME_NUM, _TIME_DEN = 1, 3, 4, 7, 8
_PASS, _LAG, _DROP, _RESIZE, _RATE_MODE = 10, 11, 12, 13, 18
_KBIT, _MIN_Q, _MAX_Q, _UNDERSHOOT, _OVERSHOOT = 28, 29, 30, 31, 32
_BUFFER, _BUFFER_START, _BUFFER_BEST = 33, 34, 35
_KEY_MODE, _KEY_MIN, _KEY_MAX = 40, 41, 42
_CONFIG_SIZE: Final = 4096  # generous: later versions only add at the end
_CONTEXT_SIZE: Final = 512

_CPU_USED, _NOISE, _STATIC, _PARTITIONS, _LAST_Q, _MAX_INTRA = 13, 15, 17, 18, 19, 26
_CBR: Final = 1
_FORCE_KEY: Final = 1
_REALTIME: Final = 1
_I420: Final = 0x102
_FRAME: Final = 0  # kind of an output packet
_IS_KEY: Final = 1
_TIME_BASE: Final = 90_000


class EncoderError(Exception):
    """libvpx refuses; the text is its own."""


class Encoded(NamedTuple):
    """An encoded picture; empty `data`: dropped to keep the bitrate. `quantiser`: index 0..127."""

    data: bytes
    key: bool
    quantiser: int


class Settings(NamedTuple):
    """What a picture is encoded with."""

    width: int
    height: int
    kbit: int
    fps: float


class Encoder:
    """One stream of pictures. A new size makes a new libvpx encoder, and so a key frame."""

    def __init__(self, cpu_used: int = -6, noise: int = 0, threads: int = 1) -> None:
        self._vpx = _library()
        self._speed = (cpu_used, noise)
        self._threads = threads
        self._context: ctypes.Array[ctypes.c_char] | None = None
        self._config = (ctypes.c_uint32 * (_CONFIG_SIZE // 4))()
        self._settings: Settings | None = None
        self._pts = 0

    def encode(self, planes: Planes, settings: Settings, force_key: bool = False) -> Encoded:
        """Encode I420 planes, shape (height * 3 / 2, width), contiguous; frees the interpreter's lock."""
        if planes.shape != (settings.height * 3 // 2, settings.width):
            raise EncoderError(f"planes of {planes.shape} for {settings.width} x {settings.height}")
        self._follow(settings)
        image = self._vpx.vpx_img_wrap(
            None, _I420, settings.width, settings.height, 1, planes.ctypes.data_as(ctypes.c_void_p)
        )
        try:
            duration = int(_TIME_BASE / settings.fps)
            flags = _FORCE_KEY if force_key else 0
            status = self._vpx.vpx_codec_encode(self._context, image, self._pts, duration, flags, _REALTIME)
            self._pts += duration
            self._raise_for(status)
        finally:
            self._vpx.vpx_img_free(image)
        return self._output()

    def close(self) -> None:
        """Free libvpx's memory; the next picture starts anew."""
        if self._context is not None:
            self._vpx.vpx_codec_destroy(self._context)
            self._context = self._settings = None

    def __del__(self) -> None:
        self.close()

    def _follow(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        if before is None or before[:2] != settings[:2] or self._context is None:
            self.close()
            self._settings = settings
            self._open(settings)
        elif before != settings:
            self._apply(settings)
            self._raise_for(self._vpx.vpx_codec_enc_config_set(self._context, self._config))

    def _open(self, settings: Settings) -> None:
        interface = self._vpx.vpx_codec_vp8_cx()
        if self._vpx.vpx_codec_enc_config_default(interface, self._config, 0):
            raise EncoderError("libvpx has no settings for VP8")
        _check_layout(self._config)
        self._apply(settings)
        context = ctypes.create_string_buffer(_CONTEXT_SIZE)
        status = self._vpx.vpx_codec_enc_init_ver(context, interface, self._config, 0, ABI)
        if status:
            raise EncoderError(
                f"{_text(self._vpx.vpx_codec_err_to_string(status))} (written for libvpx's ABI {ABI})"
            )
        self._context = context
        cpu_used, noise = self._speed
        fps = settings.fps
        controls = {
            _CPU_USED: cpu_used,
            _NOISE: noise,
            _STATIC: 1,
            _PARTITIONS: 0,
            # A key frame may take half of the best buffer: of 9 pictures at 30 a second (libwebrtc's rule).
            _MAX_INTRA: max(300, int(600 * 0.5 * fps / 10)),
        }
        for control, value in controls.items():
            self._raise_for(self._vpx.vpx_codec_control_(context, control, ctypes.c_int(value)))

    def _apply(self, settings: Settings) -> None:
        config = self._config
        for place, value in {
            _THREADS: self._threads,
            _WIDTH: settings.width,
            _HEIGHT: settings.height,
            _TIME_NUM: 1,
            _TIME_DEN: _TIME_BASE,
            _PASS: 0,
            _LAG: 0,
            _DROP: 30,
            _RESIZE: 0,
            _RATE_MODE: _CBR,
            _KBIT: max(1, settings.kbit),
            _MIN_Q: 2,
            _MAX_Q: 56,
            _UNDERSHOOT: 100,
            _OVERSHOOT: 15,
            _BUFFER: 1000,
            _BUFFER_START: 500,
            _BUFFER_BEST: 600,
            _KEY_MODE: 0,  # on demand only
        }.items():
            config[place] = value

    def _output(self) -> Encoded:
        quantiser = ctypes.c_int()
        self._raise_for(self._vpx.vpx_codec_control_(self._context, _LAST_Q, ctypes.byref(quantiser)))
        data, key = b"", False
        iterator = ctypes.c_void_p()
        while address := self._vpx.vpx_codec_get_cx_data(self._context, ctypes.byref(iterator)):
            kind, buffer, size, _, _, flags = struct.unpack("i4xQQqLI", ctypes.string_at(address, 44))
            if kind == _FRAME:
                data += ctypes.string_at(buffer, size)
                key = key or bool(flags & _IS_KEY)
        return Encoded(data, key, quantiser.value)

    def _raise_for(self, status: int) -> None:
        if status:
            detail = self._vpx.vpx_codec_error_detail(self._context)
            raise EncoderError(
                f"{_text(self._vpx.vpx_codec_err_to_string(status))}: {_text(detail) if detail else ''}"
            )


def _check_layout(config: Any) -> None:
    """Compare libvpx's default settings with where we look for them."""
    known = {_WIDTH: 320, _HEIGHT: 240, _TIME_DEN: 30, _KBIT: 256, _MIN_Q: 4, _MAX_Q: 63, _KEY_MAX: 128}
    wrong = {place: config[place] for place, value in known.items() if config[place] != value}
    if wrong:
        raise EncoderError(f"this libvpx has its settings elsewhere than ABI {ABI}: {wrong}")


def _text(raw: object) -> str:
    return cast(bytes, raw).decode("utf-8", "replace")


def _library() -> ctypes.CDLL:
    vpx = loaded("vpx")
    pointer, number = ctypes.c_void_p, ctypes.c_int
    vpx.vpx_codec_vp8_cx.restype = pointer
    vpx.vpx_codec_enc_config_default.argtypes = [pointer, pointer, ctypes.c_uint]
    vpx.vpx_codec_enc_init_ver.argtypes = [pointer, pointer, pointer, ctypes.c_long, number]
    vpx.vpx_codec_enc_config_set.argtypes = [pointer, pointer]
    vpx.vpx_codec_encode.argtypes = [
        *(pointer, pointer, ctypes.c_int64, ctypes.c_ulong, ctypes.c_long, ctypes.c_ulong)
    ]
    vpx.vpx_codec_get_cx_data.argtypes = [pointer, pointer]
    vpx.vpx_codec_get_cx_data.restype = pointer
    vpx.vpx_codec_destroy.argtypes = [pointer]
    vpx.vpx_codec_error_detail.argtypes = [pointer]
    vpx.vpx_codec_error_detail.restype = ctypes.c_char_p
    vpx.vpx_codec_err_to_string.argtypes = [number]
    vpx.vpx_codec_err_to_string.restype = ctypes.c_char_p
    vpx.vpx_img_wrap.argtypes = [pointer, number, ctypes.c_uint, ctypes.c_uint, ctypes.c_uint, pointer]
    vpx.vpx_img_wrap.restype = pointer
    vpx.vpx_img_free.argtypes = [pointer]
    return vpx
