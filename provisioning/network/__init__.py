"""How the station reaches its network: what a technician sets, as systemd's and wpa_supplicant's files.

settings  what can be set, and what each word may look like (pure)
render    the files made from it (pure)
apply     keeps, puts in place, tries, takes back (the edge)
checks    what works now, in words (the edge)

Kept beside the agent's things (root's, on the data partition, so that an update leaves it alone); made anew
below /run at each start by carepost-network.service. Nothing of it is in the profile: it must work before the
hub can be reached.
"""

from pathlib import Path
from typing import Final

from provisioning.errors import ProvisioningError

KEPT: Final = Path("/var/lib/carepost-agent/network")


class NetworkError(ProvisioningError):
    """It can't be set so; the message says why, a line each."""
