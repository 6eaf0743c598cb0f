"""What enrolment left on the disk: key, certificate, pinned root, profile, key set."""

import os
import ssl
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from contract.profile import Profile, open_profile
from contract.seal import KeySet, SealError, open_key_set


class Identity:
    """A station's own key and what it trusts. Raises SealError or OSError when the folder is not whole."""

    def __init__(self, state: Path) -> None:
        self._state = state
        key = load_pem_private_key((state / "station-key.pem").read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise SealError("the station's key is not an Ed25519 key")
        self.key = key
        self.root = (state / "root.pub").read_bytes()
        self.profile_bytes = (state / "profile.signed").read_bytes()
        self.profile: Profile = open_profile(self.profile_bytes, self.root)
        self.keys_bytes = (state / "keys.signed").read_bytes()
        self.keys: KeySet = open_key_set(self.keys_bytes, self.root)

    @property
    def station(self) -> UUID:
        """The station's id."""
        return self.profile.station

    def take_keys(self, encoded: bytes) -> bool:
        """Keep a newer key set, durably; False when it is the one we have or an older one played again.

        Neither version nor time of issue may go back. Raises SealError when it is not the hub's, OSError when
        it can't be kept: it is not used then, for the next start would not know it.
        """
        keys = open_key_set(encoded, self.root)
        if keys.version <= self.keys.version or keys.issued < self.keys.issued:
            return False
        keep(self._state / "keys.signed", encoded)
        self.keys, self.keys_bytes = keys, encoded
        return True

    def receipt_keys(self) -> dict[bytes, bytes]:
        """Return the hub's signing keys by id, as receipts name them."""
        return {key.id: key.public for key in self.keys.signing}

    def tls(self) -> ssl.SSLContext:
        """Return the mutual TLS context towards the hub: our certificate, its CA and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        context.load_verify_locations(self._state / "ca.pem")
        context.load_cert_chain(self._state / "station-cert.pem", self._state / "station-key.pem")
        return context


def keep(path: Path, content: bytes) -> None:
    """Replace a file, whole or not at all, whatever happens to the power; OSError when that fails."""
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
