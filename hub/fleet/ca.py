"""The station CA: Ed25519 throughout, as the station's key also signs its envelopes.

It certifies stations (client use only) and the stations' listener (server use only); both sides check
with VERIFY_X509_STRICT. A station's certificate names the station's id and is pinned in the database,
so that revoking is one column, checked at each request.
"""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from contract.seal import sign
from hub.errors import invalid
from hub.files import write_private
from hub.keys import ed25519, pem_of

ROOT_PIN: Final = "carepost/root/1"
CA_DAYS: Final = 7300
SKEW: Final = timedelta(minutes=5)  # a station's clock may be a little behind


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def requested(csr_pem: bytes) -> Ed25519PublicKey:
    """Return the key of a certificate request that it signed itself; ProblemError when it does not hold."""
    try:
        csr = x509.load_pem_x509_csr(csr_pem)
        key = csr.public_key()
        if not isinstance(key, Ed25519PublicKey):
            raise invalid("The certificate request is not for an Ed25519 key.")
        key.verify(csr.signature, csr.tbs_certrequest_bytes)
    except (ValueError, InvalidSignature) as error:
        raise invalid("The certificate request cannot be read or is not signed by its key.") from error
    return key


class StationCa:
    """Issues certificates; its key is DIR/keys/ca.pem, its certificate DIR/ca.crt."""

    def __init__(self, data: Path) -> None:
        self._key = ed25519(data / "keys" / "ca.pem")
        path = data / "ca.crt"
        if not path.exists():
            write_private(path, self._self_signed().public_bytes(Encoding.PEM))
        self.certificate = x509.load_pem_x509_certificate(path.read_bytes())

    @property
    def pem(self) -> bytes:
        """The CA's certificate."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        """The CA's certificate, as pinned by the one-time code."""
        return self.certificate.public_bytes(Encoding.DER)

    def sign_root(self, root: bytes) -> bytes:
        """Sign the hub's root key, which ties it to the code's pin."""
        return sign(root, context=ROOT_PIN, private=self._key).signature

    def issue_station(self, csr_pem: bytes, station: UUID, days: int) -> x509.Certificate:
        """Certify a station's Ed25519 key; ProblemError when the request does not hold."""
        return self._leaf(requested(csr_pem), str(station), [], ExtendedKeyUsageOID.CLIENT_AUTH, days)

    def server_context(self, folder: Path, names: set[str], days: int) -> ssl.SSLContext:
        """Return the stations' listener's TLS settings: a new server certificate, client ones required."""
        key = Ed25519PrivateKey.generate()
        certificate = self._leaf(
            key.public_key(), "carepost hub", sorted(names), ExtendedKeyUsageOID.SERVER_AUTH, days
        )
        path = folder / "listener.pem"
        path.unlink(missing_ok=True)
        write_private(path, pem_of(key) + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_mode = ssl.CERT_REQUIRED
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT
        context.load_verify_locations(cadata=self.pem.decode())
        context.load_cert_chain(path)
        return context

    def _self_signed(self) -> x509.Certificate:
        public = self._key.public_key()
        name = _name("Carepost station CA")
        return (
            self._builder(public, name, name, CA_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(ca=True), critical=True)
            .sign(self._key, None)
        )

    def _leaf(
        self, public: Ed25519PublicKey, common: str, hosts: list[str], use: x509.ObjectIdentifier, days: int
    ) -> x509.Certificate:
        builder = (
            self._builder(public, _name(common), self.certificate.subject, days)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(ca=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([use]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False
            )
        )
        if hosts:
            builder = builder.add_extension(
                x509.SubjectAlternativeName([_host(h) for h in hosts]), critical=False
            )
        return builder.sign(self._key, None)

    @staticmethod
    def _builder(
        public: Ed25519PublicKey, subject: x509.Name, issuer: x509.Name, days: int
    ) -> x509.CertificateBuilder:
        start = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start - SKEW)
            .not_valid_after(start + timedelta(days=days))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        )


def _host(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
