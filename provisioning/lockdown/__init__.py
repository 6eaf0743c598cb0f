"""A station that lets in and out what its signed profile names, and nothing else.

usb        USBGuard's rules from the profile
firewall   nftables' rules from the profile
units      systemd's units, from the templates in `units/`
tree       files for a station's root as they are: kernel settings, blocked modules, users, folders
plan       all files and masks of a locked station, pure
install    puts a plan on this machine, or takes it away again
apply      at each start, and when the profile changes: the rules, made and loaded
"""

from collections.abc import Iterable


class LockdownError(ValueError):
    """A profile from which no rules can be made; the message says what is wrong with it."""


def refuse(problems: Iterable[str]) -> None:
    """LockdownError with all of them, if there are any."""
    if found := list(problems):
        raise LockdownError("; ".join(found))
