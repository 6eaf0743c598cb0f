"""The proxy that a site's network asks for, between a station and its hub.

A technician sets it (`provisioning network set`); whoever connects to the hub reads it from here. Not in the
profile, which comes from the hub: without the proxy it would never come. TLS goes through it untouched
(CONNECT), so it can read nothing.
"""

from pathlib import Path
from typing import Final

PROXY: Final = Path("/run/carepost-network/proxy")


def proxy(place: Path = PROXY) -> str | None:
    """Return "http://host:port", or None where there is none."""
    try:
        return place.read_text().strip() or None
    except OSError:
        return None
