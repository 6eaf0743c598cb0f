"""A real coturn with the configuration that `python -m hub relay-config` prints, and a CA of its own."""

import asyncio
import contextlib
import ipaddress
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from contract.wire import IceServer
from hub.calls import ice
from hub.config import Turn

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0


def own_address() -> str:
    """Return an address of this machine that is not loopback: of its way out, or of any interface."""
    import ifaddr

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("198.51.100.1", 9))  # sends nothing
        return str(probe.getsockname()[0])
    found = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)]
    return next(address for address in found if not address.startswith("127."))


def free_ports(count: int, address: str) -> list[int]:
    """Return ports that are free for UDP and TCP."""
    found: list[int] = []
    while len(found) < count:
        with socket.socket() as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            tcp.bind((address, 0))
            port = tcp.getsockname()[1]
            with contextlib.suppress(OSError):
                udp.bind((address, port))
                found.append(port)
    return found


@dataclass
class Relay:
    """A running relay. `ca` is the PEM of the authority that signed its certificate."""

    address: str
    port: int
    tls_port: int
    secret: str
    ca: str
    process: asyncio.subprocess.Process
    ca_file: Path

    def urls(self, *kinds: str) -> tuple[str, ...]:
        """Return the addresses of these ways: "udp", "tcp", "tls"."""
        ways = {
            "udp": f"turn:{self.address}:{self.port}?transport=udp",
            "tcp": f"turn:{self.address}:{self.port}?transport=tcp",
            "tls": f"turns:{self.address}:{self.tls_port}?transport=tcp",
        }
        return tuple(ways[kind] for kind in kinds or tuple(ways))

    def servers(self, *kinds: str, life_s: int = 300) -> tuple[IceServer, ...]:
        """Return these ways with credentials as the hub makes them."""
        return ice.servers(Turn(self.urls(*kinds), self.secret, life_s), uuid4())

    async def end(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End it, as a relay that dies."""
        if self.process.returncode is None:
            self.process.send_signal(number)
            await self.process.wait()


def certificate(folder: Path, *addresses: str) -> str:
    """Make an authority, and a certificate for the addresses in cert.pem and key.pem; the authority's PEM."""
    folder.mkdir(exist_ok=True)
    now = datetime.now(UTC)
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test relay CA")])

    def builder(name: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(ca_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=1))
        )

    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    ca = (
        builder(ca_name, ca_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    own = (
        builder(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, addresses[0])]), key.public_key())
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(each)) for each in addresses]),
            critical=False,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False
        )
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(own.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "ca.pem").write_bytes(ca.public_bytes(pem))
    return ca.public_bytes(pem).decode()


async def _configuration(folder: Path, address: str, ports: list[int], allow: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "hub", "relay-config", "--name", "relay.test"]
    command += ["--secret-file", str(folder / "secret"), "--listen", address]
    command += ["--cert", str(folder / "cert.pem"), "--key", str(folder / "key.pem")]
    command += ["--port", str(ports[0]), "--tls-port", str(ports[1])]
    for network in allow:
        command += ["--allow", network]
    made = await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE)
    out, _ = await made.communicate()
    assert made.returncode == 0
    text = out.decode().replace("\nsyslog\n", f"\nlog-file={folder}/turn.log\nsimple-log\n")
    (folder / "turnserver.conf").write_text(f"{text}pidfile={folder}/turn.pid\n")


@asynccontextmanager
async def relay(
    folder: Path, allow: tuple[str, ...] | None = None, known_at: tuple[str, ...] = ()
) -> AsyncIterator[Relay]:
    """Run a relay while inside; by default this machine's own address is the only private peer.

    `known_at`: addresses its certificate names beside its own.
    """
    program = shutil.which("turnserver")
    assert program, "coturn is not installed (scripts/setup does it)"
    address = own_address()
    ca = await asyncio.to_thread(certificate, folder, address, *known_at)
    ports = free_ports(2, address)
    await _configuration(folder, address, ports, (address,) if allow is None else allow)
    process = await asyncio.create_subprocess_exec(
        *(program, "-c", str(folder / "turnserver.conf"), "--no-stdout-log"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    secret = (folder / "secret").read_text().strip()
    running = Relay(address, ports[0], ports[1], secret, ca, process, folder / "ca.pem")
    try:
        async with asyncio.timeout(PATIENCE_S):
            for port in ports:
                await _listens(address, port)
        yield running
    finally:
        await running.end()


async def _listens(address: str, port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection(address, port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        await writer.wait_closed()
        return
