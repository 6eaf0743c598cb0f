"""A log to a syslog server by TLS (RFC 5425): a real rsyslogd with our configuration, a real TLS listener."""

import datetime
import re
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from contract.lockdown_words import Place
from contract.syslog import To, rsyslog
from hub.__main__ import main as hub

OSSL = "/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_ossl.so"
needs_rsyslog = pytest.mark.skipif(
    not (shutil.which("rsyslogd") and Path(OSSL).exists()), reason="rsyslog, rsyslog-openssl are not here"
)


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate for `name` that is its own authority; returns it and its key, as files."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, secret = folder / f"{name}.pem", folder / f"{name}.key"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    none = serialization.NoEncryption()
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, none))
    return cert, secret


class Listener:
    """A syslog server by TLS; keeps what it hears."""

    def __init__(self, cert: Path, key: Path, port: int = 0) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        self._context = context
        self._server = socket.create_server(("127.0.0.1", port))
        self.port = self._server.getsockname()[1]
        self.heard, self.tries = b"", 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                way, _ = self._server.accept()
            except OSError:
                return
            self.tries += 1
            try:
                with self._context.wrap_socket(way, server_side=True) as link:
                    while piece := link.recv(4096):
                        self.heard += piece
            except OSError:
                continue

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()


class Sender:
    """rsyslogd with our configuration; a file stands for the journal, which a test can't write to."""

    def __init__(
        self, folder: Path, port: int, name: str, ca: Path, *, before: str = "", after: str = ""
    ) -> None:
        self._log = folder / "journal"
        self._log.write_text("")  # whoever starts again can't read there what was said before
        text = rsyslog(To(Place("127.0.0.1", port), name, str(ca), str(folder)))
        theirs = re.sub(
            r"module\(load=\"imjournal\".*\)",
            f'module(load="imfile") input(type="imfile" file="{self._log}" tag="core")',
            text,
        )
        theirs = theirs.replace('$inputname == "imjournal"', '$inputname == "imfile"')
        assert theirs != text
        theirs = theirs.replace('resumeInterval="10"', 'resumeInterval="1"')
        (folder / "rsyslog.conf").write_text(before + theirs + after)
        self._process = subprocess.Popen(["rsyslogd", "-n", "-iNONE", "-f", str(folder / "rsyslog.conf")])

    def say(self, line: str) -> None:
        with self._log.open("a") as file:
            file.write(line + "\n")

    def close(self, how: signal.Signals = signal.SIGTERM) -> None:
        self._process.send_signal(how)
        self._process.wait(30)


def until(holds: object) -> bool:
    end = time.monotonic() + 60
    while not (done := holds()) and time.monotonic() < end:  # type: ignore[operator]
        time.sleep(0.05)
    return bool(done)


@pytest.fixture
def open_() -> Iterator[list[Listener | Sender]]:
    opened = list[Listener | Sender]()
    yield opened
    for each in reversed(opened):
        each.close()


@needs_rsyslog
def test_a_line_arrives_framed_and_encrypted(tmp_path: Path, open_: list[Listener | Sender]) -> None:
    cert, key = certificate(tmp_path, "logs.example.org")
    listener = Listener(cert, key)
    open_.append(listener)
    sender = Sender(tmp_path, listener.port, "logs.example.org", cert)
    open_.append(sender)
    sender.say("no connection to the hub: no-network")
    assert until(lambda: b"no-network" in listener.heard), "nothing came"
    length, _, rest = listener.heard.partition(b" ")  # RFC 5425, 4.3: MSG-LEN SP SYSLOG-MSG
    message = rest[: int(length)]
    assert re.match(rb"<\d{1,3}>1 \d{4}-\d\d-\d\dT\S+ \S+ core ", message), message
    assert message.endswith(b"no connection to the hub: no-network")


@needs_rsyslog
def test_beside_debians_own_configuration_nothing_is_sent_or_written_twice(
    tmp_path: Path, open_: list[Listener | Sender]
) -> None:
    cert, key = certificate(tmp_path, "logs.example.org")
    listener = Listener(cert, key)
    open_.append(listener)
    log, syslog = tmp_path / "dev-log", tmp_path / "syslog"
    before = f'module(load="imuxsock" SysSock.Name="{log}")\n'
    after = f'*.* action(type="omfile" file="{syslog}")\n'
    sender = Sender(tmp_path, listener.port, "logs.example.org", cert, before=before, after=after)
    open_.append(sender)
    assert until(log.exists)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
        way.sendto(b"<13>core: by /dev/log", str(log))
    assert until(lambda: syslog.exists() and "by /dev/log" in syslog.read_text())
    sender.say("by the journal")
    assert until(lambda: b"by the journal" in listener.heard)
    assert b"by /dev/log" not in listener.heard and "by the journal" not in syslog.read_text()


@needs_rsyslog
def test_somebody_elses_server_is_told_nothing(tmp_path: Path, open_: list[Listener | Sender]) -> None:
    cert, key = certificate(tmp_path, "other.example.org")
    listener = Listener(cert, key)
    open_.append(listener)
    sender = Sender(tmp_path, listener.port, "logs.example.org", cert)
    open_.append(sender)
    sender.say("for the right one only")
    assert until(lambda: listener.tries >= 2), "it was not tried, and tried again"
    assert listener.heard == b""


@needs_rsyslog
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_said_while_the_server_was_away_arrives_after_a_restart(
    tmp_path: Path, open_: list[Listener | Sender], how: signal.Signals
) -> None:
    """SIGKILL: as near to a pulled plug as a process can come."""
    cert, key = certificate(tmp_path, "logs.example.org")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    sender = Sender(tmp_path, port, "logs.example.org", cert)
    lines = [f"line {number}." for number in range(50)]
    for line in lines:
        sender.say(line)
    try:
        assert until(lambda: b"line 49." in waiting(tmp_path)), "it waits in memory, not on the disk"
        assert until(
            lambda: still(tmp_path)
        )  # its index comes after the line: killed between, the line is lost
    finally:
        sender.close(how)
    open_.append(Sender(tmp_path, port, "logs.example.org", cert))
    listener = Listener(cert, key, port)
    open_.append(listener)
    assert until(lambda: all(line.encode() in listener.heard for line in lines)), listener.heard


def waiting(folder: Path) -> bytes:
    """Return what is in the queue's files."""
    return b"".join(path.read_bytes() for path in folder.glob("waiting.0*"))


def still(folder: Path) -> bool:
    """Has nothing of the queue been written for a moment?"""
    return time.time() - max(path.stat().st_mtime for path in folder.glob("waiting*")) > 0.5


def test_its_words_are_those_of_the_rfc() -> None:
    text = rsyslog(To(Place("logs.example.org", 6514), "*.example.org", "/ca.pem", "/work"))
    for word in (
        'target="logs.example.org" port="6514"',
        'TCP_Framing="octet-counted"',
        'streamDriverMode="1" streamDriverAuthMode="x509/name"',
        'streamDriverPermittedPeers="*.example.org"',
        'queue.maxDiskSpace="64m"',
    ):
        assert word in text


@needs_rsyslog
def test_what_the_hub_says_rsyslog_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cert, _ = certificate(tmp_path, "logs.example.org")
    line = ["logs-config", "--to", "logs.example.org", "--name", "logs.example.org", "--ca", str(cert)]
    assert hub([*line, "--work", str(tmp_path)]) == 0
    conf = tmp_path / "rsyslog.conf"
    conf.write_text(capsys.readouterr().out)
    done = subprocess.run(["rsyslogd", "-N1", "-f", str(conf)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert hub([*line[:-1], str(tmp_path / "none.pem")]) != 0
    assert hub([*line, "--work", '/x"\nmodule(load="omprog")']) != 0
