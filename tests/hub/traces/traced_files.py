"""Files with traces in them, made by the libraries that stations and phones use."""

import io
import struct
import wave
import zlib
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np
from numpy.typing import NDArray

SECRET: Final = b"51.5007N-0.1246W"  # stands wherever a trace may hide
Image = NDArray[np.uint8]


def picture(width: int = 96, height: int = 64) -> Image:
    """Return a picture whose four corners differ."""
    rows, columns = np.mgrid[0:height, 0:width]
    channels = (rows * 255 // height, columns * 255 // width, (rows + columns) % 256)
    return np.stack(channels, axis=-1).astype(np.uint8)


def plain_jpeg(width: int = 96, height: int = 64, *, progressive: bool = False, grey: bool = False) -> bytes:
    """Return a JPEG as an encoder makes it."""
    image = picture(width, height)
    options = [cv2.IMWRITE_JPEG_PROGRESSIVE, int(progressive), cv2.IMWRITE_JPEG_RST_INTERVAL, 4]
    made, data = cv2.imencode(".jpg", image[..., 0] if grey else image, options)
    assert made
    return data.tobytes()


def exif(orientation: int = 1, *, order: str = ">") -> bytes:
    """Return EXIF with a place, a maker's notes, a thumbnail and a serial number."""
    mark = b"MM" if order == ">" else b"II"
    inner = struct.pack(order + "HHHII", 1, 0x927C, 7, len(SECRET), 62) + bytes(4)
    turned = orientation << 16 if order == ">" else orientation
    tags = [(0x0112, 3, 1, turned), (0x8769, 4, 1, 50), (0x8825, 4, 1, 62)]
    first = struct.pack(order + "H", len(tags))
    first += b"".join(struct.pack(order + "HHII", *tag) for tag in tags) + bytes(4)
    tiff = mark + struct.pack(order + "HI", 42, 8) + first
    assert len(tiff) == 50
    return b"Exif\x00\x00" + tiff + inner[:12] + SECRET * 4


def segment(marker: int, data: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def traced_jpeg(orientation: int = 1, **how: bool) -> bytes:
    """Return a JPEG with every trace there is."""
    plain = plain_jpeg(**how)
    traces = segment(0xE1, exif(orientation)) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + SECRET)
    traces += segment(0xE2, b"MPF\x00" + SECRET) + segment(0xED, b"Photoshop 3.0\x00" + SECRET)
    traces += segment(0xE0, b"JFXX\x00\x10" + SECRET) + segment(0xEB, SECRET) + segment(0xFE, SECRET)
    colours = segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + b"colours")
    return plain[:2] + traces + colours + plain[2:] + b"\xff\xd8\xff\xe1 a second picture " + SECRET


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def traced_png(orientation: int = 1) -> bytes:
    """Return a PNG with every trace there is."""
    made, data = cv2.imencode(".png", picture())
    assert made
    plain = data.tobytes()
    traces = chunk(b"tEXt", b"Location\x00" + SECRET) + chunk(b"zTXt", b"a\x00\x00" + SECRET)
    traces += chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + SECRET)
    traces += chunk(b"eXIf", exif(orientation)[6:]) + chunk(b"tIME", bytes(7)) + chunk(b"prVt", SECRET)
    return plain[:33] + traces + plain[33:] + SECRET


def traced_mp4(folder: Path) -> bytes:
    """Return a film with a place in it, as phones write them."""
    path = folder / "clip.mp4"
    with av.open(str(path), "w", options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update({"location": "+51.5007-000.1246/", "model": SECRET.decode()})
        stream = container.add_stream("libx264", rate=10)  # what browsers play
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        for _ in range(5):
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture(), format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return path.read_bytes() + struct.pack(">I", 24 + len(SECRET)) + b"uuid" + bytes(16) + SECRET


def samples() -> NDArray[np.int16]:
    """Return a tone."""
    return (np.sin(np.arange(8000) / 20) * 9000).astype(np.int16)


def traced_flac() -> bytes:
    """Return a sound with comments."""
    file = io.BytesIO()
    with av.open(file, "w", format="flac") as container:
        container.metadata["comment"] = SECRET.decode()
        stream = container.add_stream("flac", rate=8000, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples().reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = 8000
        for packet in stream.encode(frame):
            container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return file.getvalue()


def traced_wav() -> bytes:
    """Return a sound with a LIST of comments, in front and behind."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(samples().tobytes())
    plain = file.getvalue()
    told = b"LIST" + struct.pack("<I", len(SECRET)) + SECRET
    body = plain[12:36] + told + plain[36:] + told
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body + SECRET
