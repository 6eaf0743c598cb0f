"""The linear part of echo cancellation: the loudspeaker in the microphone is learnt and taken away.

A partitioned-block Kalman filter in the frequency domain (Enzner and Vary, "Frequency-domain adaptive Kalman
filter for acoustic echo control in hands-free telephones", Signal Processing 86, 2006; partitions after
Kuech, Mabande and Enzner, ICASSP 2014). Unlike a filter with a step size it knows by itself when somebody
speaks here: what it cannot explain counts as noise of the measurement, and it learns less.

It stands before libwebrtc's canceller, which stays responsible for the rest. That one alone mutes a person
who speaks against an equally loud echo, because it suppresses what its own filter leaves; what it gets from
here has so little echo left that it lets the person through (`bench echo` has the numbers).
"""

from typing import Final

import numpy as np
import numpy.typing as npt

BLOCK: Final = 960  # samples, 20 ms at 48 kHz
PARTS: Final = 14  # 280 ms of delay and room
FORGET: Final = 0.999  # of the state's certainty, a block: rooms and people move
SMOOTH: Final = 0.9  # of the spectrum of what is not echo, a block
START: Final = 0.01  # variance of the unknown path, falling by e² every 80 ms
LEAST: Final = 1e-10
SILENT: Final = 1e-6  # power in a bin of the transform that counts as nothing
WORSE: Final = 1.1  # more energy than before by so much: what was learnt is of another room
WATCH: Final = 0.8  # of the energies compared, a block

Samples = npt.NDArray[np.float64]


class EchoFilter:
    """Learns one path from loudspeaker to microphone; a pure function of the blocks it is given."""

    def __init__(self) -> None:
        self._far = np.zeros(2 * BLOCK)
        self._spectra = np.zeros((PARTS, BLOCK + 1), np.complex128)
        self.forget()

    def forget(self) -> None:
        """Begin to learn afresh: the room is another one."""
        self._path = np.zeros((PARTS, BLOCK + 1), np.complex128)
        fall = np.exp(-0.5 * np.arange(PARTS))[:, None]
        self._unsure = np.ones((PARTS, BLOCK + 1)) * START * fall
        self._rest = np.full(BLOCK + 1, 1e-3)
        self._before = self._after = 0.0

    def take(self, far: Samples, near: Samples) -> Samples:
        """Return a block of the microphone (full scale 1) without what `far`, being played, leaves in it."""
        self._far[:BLOCK] = self._far[BLOCK:]
        self._far[BLOCK:] = far
        self._spectra[1:] = self._spectra[:-1].copy()
        self._spectra[0] = np.fft.rfft(self._far)
        echo = np.fft.irfft((self._spectra * self._path).sum(axis=0))[BLOCK:]
        left = near - echo
        if self._is_worse(near, left):
            self.forget()
            return near
        self._learn(left)
        return left

    def _is_worse(self, near: Samples, left: Samples) -> bool:
        self._before = WATCH * self._before + (1 - WATCH) * float(near @ near)
        self._after = WATCH * self._after + (1 - WATCH) * float(left @ left)
        return self._after > WORSE * self._before + BLOCK * SILENT

    def _learn(self, left: Samples) -> None:
        error = np.fft.rfft(np.concatenate([np.zeros(BLOCK), left]))
        self._rest = SMOOTH * self._rest + (1 - SMOOTH) * np.abs(error) ** 2
        power = np.abs(self._spectra) ** 2
        unsure = FORGET**2 * self._unsure + (1 - FORGET**2) * np.abs(self._path) ** 2 + 1e-7
        # Half: the overlap-save window keeps one half of each transform.
        gain = unsure / (0.5 * (power * unsure).sum(axis=0) + np.maximum(self._rest, SILENT))
        step = np.fft.irfft(gain * np.conj(self._spectra) * error, axis=1)
        step[:, BLOCK:] = 0.0  # a path has no more taps than a part is long
        self._path += np.fft.rfft(step, axis=1)
        self._unsure = np.maximum(unsure * (1 - 0.5 * gain * power), LEAST)
