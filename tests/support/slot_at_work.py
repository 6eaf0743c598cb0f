"""A process that puts a version into a slot of a traced disk: slot_at_work.py MACHINE IMAGE [in-place]."""

import sys
from pathlib import Path

import msgspec

from provisioning.updates.slots import Image, Layout, Slots

machine, folder = Path(sys.argv[1]), Path(sys.argv[2])
places = Layout(*(machine / place.relative_to("/") for place in Layout()))
told = msgspec.json.decode((folder / "image.json").read_bytes(), type=Image)
at_work = Slots(places)
if sys.argv[3:] == ["in-place"]:  # as it must never be done
    at_work.running = "b" if at_work.running == "a" else "a"
at_work.write(told, folder / "root.img", folder / "carepost.efi")
