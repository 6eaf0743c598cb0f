"""How much of the loudspeaker's sound is sent back to who spoke it, and what that costs who speaks here.

On synthetic rooms with synthetic talkers (bench.room), a room and two talkers for each run, the loudspeaker
about as loud at the microphone as the person: the far end speaks for 24 s, the person against it from 8 s on.
Measured from 12 s: the echo while only the far end speaks, beside no processing; how many of the person's
20 ms frames get through within 6 dB of how they get through when nothing is played, beside libwebrtc alone.
Then the room changes at 12 s, as when somebody moves the microphone.
"""

import time
from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bench.room import RATE, Room, Sound, Talker, speech, to_int16
from bench.rows import Row, alone, beside
from bench.table import say
from media.sound.voice import Voice

SECONDS: Final = 24.0
FRAME: Final = 960
LOUD: Final = 0.02  # RMS of the person's frames that count
KEPT_DB: Final = -6.0
GOAL_ERLE: Final = "<= 0.0562"  # 25 dB

Block = npt.NDArray[np.int16]
Processing = Callable[[Block, Block], Block]  # (far, microphone) -> what is sent


class Scene(NamedTuple):
    """One room's sounds. From `learnt_s` on, with both talking, is what counts."""

    seconds: float
    learnt_s: float
    far: Block
    near: Sound
    echo: Sound
    noise: Sound

    def microphone(self, *, echo: bool, near: bool) -> Block:
        """Return what the microphone hears."""
        return to_int16(self.noise + self.echo * echo + self.near * near)


def scene(seed: int, seconds: float = SECONDS) -> Scene:
    """Return a room and two talkers, the second of whom begins after a third of the time."""
    room = Room(seed=seed)
    far = speech(Talker(115, 0.12, seed), seconds)
    near = speech(Talker(205, 0.08, seed + 50), seconds)
    near[: len(near) // 3] = 0.0
    return Scene(seconds, seconds / 2, to_int16(far), near, room.echo(far), room.noise(len(far)))


def ours(far: Block, microphone: Block) -> Block:
    """Process as a call does."""
    return _through(Voice(), far, microphone)


def libwebrtc(far: Block, microphone: Block) -> Block:
    """Process without our linear filter."""
    return _through(Voice(linear=False), far, microphone)


def _through(voice: Voice, far: Block, microphone: Block) -> Block:
    voice.prepare()
    sent = []
    for at in range(0, len(far) - FRAME + 1, FRAME):
        voice.far(far[at : at + FRAME], 0.04)
        sent.append(voice.near(microphone[at : at + FRAME], 0.02))
    return np.concatenate(sent)


def rms(sound: Block, start_s: float, end_s: float | None = None) -> float:
    """Return the RMS of a part, in parts of full scale."""
    part = sound[round(start_s * RATE) : None if end_s is None else round(end_s * RATE)] / 32768
    return float(np.sqrt(np.mean(np.square(part)))) + 1e-9


def loss_db(before: float, after: float) -> float:
    """Return the echo return loss (enhancement) between two levels."""
    return float(20 * np.log10(before / after))


def near_gains(scene: Scene, process: Processing) -> npt.NDArray[np.float64]:
    """Return the gain in dB of each loud frame of the person in double talk, against a silent loudspeaker.

    The gain is that of the part of what is sent that looks like the person: what is left of the echo counts
    neither for nor against.
    """
    alone_sent = process(np.zeros_like(scene.far), scene.microphone(echo=False, near=True))
    both_sent = process(scene.far, scene.microphone(echo=True, near=True))
    late = _lag(alone_sent, to_int16(scene.near))
    window, gains = np.hanning(FRAME), []
    for at in range(round(scene.learnt_s * RATE), len(alone_sent) - FRAME - late, FRAME):
        if float(np.sqrt(np.mean(np.square(scene.near[at : at + FRAME])))) < LOUD:
            continue
        part = slice(at + late, at + late + FRAME)
        reference = np.fft.rfft(alone_sent[part] * window)
        sent = np.fft.rfft(both_sent[part] * window)
        gain = float(np.vdot(reference, sent).real / np.vdot(reference, reference).real)
        gains.append(20 * np.log10(max(gain, 1e-3)))
    return np.array(gains)


def _lag(sent: Block, spoken: Block) -> int:
    """Return by how many samples (up to 100 ms) the processing is late."""
    size = 1 << (2 * len(sent)).bit_length()
    spectrum = np.fft.rfft(sent, size) * np.conj(np.fft.rfft(spoken, size))
    return int(np.argmax(np.fft.irfft(spectrum)[: RATE // 10]))


def run(runs: int) -> list[Row]:
    """Measure a room for each run."""
    left, heard, kept, kept_by_peer = [], [], [], []
    quick, moved, medians, cpu = [], [], [], []
    for seed in range(1, runs + 1):
        say(f"echo: room {seed} of {runs}")
        one = scene(seed)
        echo_only = one.microphone(echo=True, near=False)
        started = time.process_time()
        sent = ours(one.far, echo_only)
        cpu.append((time.process_time() - started) / SECONDS * 100)
        left.append(rms(sent, one.learnt_s) * 1e6)
        heard.append(rms(echo_only, one.learnt_s) * 1e6)
        quick.append(loss_db(rms(echo_only, 0, 2), rms(sent, 0, 2)))
        gains = near_gains(one, ours)
        kept.append(100 * float(np.mean(gains >= KEPT_DB)))
        kept_by_peer.append(100 * float(np.mean(near_gains(one, libwebrtc) >= KEPT_DB)))
        medians.append(float(np.median(gains)))
        moved.append(_moved(one, seed))
    losses = [loss_db(before, after) for before, after in zip(heard, left, strict=True)]
    return [
        beside("echo_left", "1e-6 of full scale", left, "no processing", heard, GOAL_ERLE),
        alone("echo_return_loss", "dB", losses),
        alone("echo_return_loss_worst", "dB", [min(losses)]),
        alone("echo_return_loss_first_2s", "dB", quick),
        alone("echo_return_loss_4s_after_moving", "dB", moved),
        beside("echo_near_kept", "% of frames", kept, "libwebrtc alone", kept_by_peer, ">= 1"),
        alone("echo_near_gain_median", "dB", medians),
        alone("echo_cpu", "% of a core", cpu),
    ]


def _moved(one: Scene, seed: int) -> float:
    """Return the loss from 4 s after the room became another one."""
    other = Room(seed=seed + 900, delay_ms=62.0).echo(one.far / 32768)
    at = round(one.learnt_s * RATE)
    microphone = to_int16(np.concatenate([one.echo[:at], other[at:]]) + one.noise)
    sent = ours(one.far, microphone)
    return loss_db(rms(microphone, one.learnt_s + 4), rms(sent, one.learnt_s + 4))
