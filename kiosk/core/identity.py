"""What enrolment left on the disk: key, certificate, pinned root, profile, key set."""

import os
import ssl
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from contract.keyfile import key_path
from contract.profile import Profile, open_profile
from contract.seal import KeySet, SealError, open_key_set

CERTIFICATE: Final = "station-cert.pem"


class Identity:
    """A station's own key and what it trusts. Raises SealError or OSError when the folder is not whole."""

    def __init__(self, state: Path) -> None:
        self._state = state
        key = load_pem_private_key(key_path(state).read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise SealError("the station's key is not an Ed25519 key")
        self.key = key
        self.root = (state / "root.pub").read_bytes()
        self.profile_bytes = (state / "profile.signed").read_bytes()
        self.profile: Profile = open_profile(self.profile_bytes, self.root)
        self.keys_bytes = (state / "keys.signed").read_bytes()
        self.keys: KeySet = open_key_set(self.keys_bytes, self.root)
        self._contexts: list[ssl.SSLContext] = []

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

    def take_profile(self, encoded: bytes) -> None:
        """Keep a profile that was found good, durably. Raises SealError, or OSError when it can't be kept."""
        profile = open_profile(encoded, self.root)
        keep(self._state / "profile.signed", encoded)
        self.profile, self.profile_bytes = profile, encoded

    def receipt_keys(self) -> dict[bytes, bytes]:
        """Return the hub's signing keys by id, as receipts name them."""
        return {key.id: key.public for key in self.keys.signing}

    @property
    def certificate(self) -> x509.Certificate:
        """Our certificate as it is now. ValueError or OSError when the file is none."""
        return x509.load_pem_x509_certificate((self._state / CERTIFICATE).read_bytes())

    def take_certificate(self, pem: bytes) -> None:
        """Use a renewed certificate from the next connection on, and keep it durably.

        Raises SealError when it is not our CA's, for our key and our id, or ends before the one we have;
        OSError when it can't be kept: the one we have stays in use.
        """
        try:
            new = x509.load_pem_x509_certificate(pem)
            new.verify_directly_issued_by(
                x509.load_pem_x509_certificate((self._state / "ca.pem").read_bytes())
            )
        except (ValueError, TypeError, InvalidSignature) as error:
            raise SealError("the renewed certificate is not our hub's") from error
        old = self.certificate
        if new.public_key() != self.key.public_key() or new.subject != old.subject:
            raise SealError("the renewed certificate is not for us")
        if new.not_valid_after_utc <= old.not_valid_after_utc:
            raise SealError("the renewed certificate ends no later than the one we have")
        keep(self._state / CERTIFICATE, pem)
        for context in self._contexts:
            self._load(context)

    def tls(self) -> ssl.SSLContext:
        """Return the mutual TLS context towards the hub: our certificate, its CA and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        context.load_verify_locations(self._state / "ca.pem")
        self._load(context)
        self._contexts.append(context)
        return context

    def _load(self, context: ssl.SSLContext) -> None:
        context.load_cert_chain(self._state / CERTIFICATE, key_path(self._state))


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
