"""The bootable image of a station: Debian, read-only, two slots, encrypted data (docs/image.md).

packages   Debian's packages, a list
tree       files of the image alone: how it starts, finds its root, opens its data
rootfs     Debian's packages, the station and the tree become a folder
sealing    the folder becomes a file system under a hash tree, kernel and command line one signed file
disk       partitions and boot loader
build      one after the other
"""


class ImageError(Exception):
    """The image could not be built; the message says why and what to do."""
