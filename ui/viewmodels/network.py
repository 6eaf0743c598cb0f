"""The network test on the staff's screen: what works from here, what does not and why, what to ask for."""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract import network
from contract.network import Ask, WayTested
from contract.station import NetworkTested
from ui.mark import QT_TRANSLATE_NOOP

GOOD, CAUTION, DANGER = "good", "caution", "danger"
_ICONS: Final = {GOOD: "circle-check", CAUTION: "triangle-alert", DANGER: "wifi-off"}

WORKS: Final = {
    network.HUB_HTTPS: QT_TRANSLATE_NOOP("Network", "The center answers."),
    network.HUB_SOCKET: QT_TRANSLATE_NOOP("Network", "The line to the center stays open."),
    network.UDP: QT_TRANSLATE_NOOP("Network", "UDP gets out and back."),
    network.RELAY_UDP: QT_TRANSLATE_NOOP("Network", "The relay works by UDP."),
    network.RELAY_TCP: QT_TRANSLATE_NOOP("Network", "The relay works by TCP."),
    network.RELAY_TLS: QT_TRANSLATE_NOOP("Network", "The relay works by TLS."),
}
FAILS: Final = {
    network.HUB_HTTPS: QT_TRANSLATE_NOOP("Network", "The center can't be reached."),
    network.HUB_SOCKET: QT_TRANSLATE_NOOP("Network", "The line to the center does not stay open."),
    network.UDP: QT_TRANSLATE_NOOP("Network", "UDP does not get out."),
    network.RELAY_UDP: QT_TRANSLATE_NOOP("Network", "The relay does not work by UDP."),
    network.RELAY_TCP: QT_TRANSLATE_NOOP("Network", "The relay does not work by TCP."),
    network.RELAY_TLS: QT_TRANSLATE_NOOP("Network", "The relay does not work by TLS."),
}
WHYS: Final = {
    "no-name": QT_TRANSLATE_NOOP("Network", "Its name can't be looked up."),
    "no-answer": QT_TRANSLATE_NOOP("Network", "Nothing comes back. A firewall may block it."),
    "refused": QT_TRANSLATE_NOOP("Network", "It is turned away. A firewall may block it."),
    "not-trusted": QT_TRANSLATE_NOOP("Network", "Something else answers in its place."),
    "credential": QT_TRANSLATE_NOOP("Network", "It does not take our pass."),
    "no-carrying": QT_TRANSLATE_NOOP("Network", "It answers, but carries nothing."),
    "not-known": QT_TRANSLATE_NOOP("Network", "It does not know this station."),
    "none-given": QT_TRANSLATE_NOOP("Network", "The center names no relay."),
}
VERDICTS: Final = {
    "good": (QT_TRANSLATE_NOOP("Network", "Calls work well from here."), GOOD),
    "slow": (QT_TRANSLATE_NOOP("Network", "Calls work from here, but may stutter."), CAUTION),
    "none": (QT_TRANSLATE_NOOP("Network", "Calls may not work from here."), DANGER),
    "no-hub": (QT_TRANSLATE_NOOP("Network", "The center can't be reached. Calls don't work."), DANGER),
}
ASKS: Final = {
    "hub-port": QT_TRANSLATE_NOOP("Network", "Ask IT to let the station out to this place: %1"),
    "hub-socket": QT_TRANSLATE_NOOP("Network", "Ask IT to let WebSockets through to this place: %1"),
    "no-inspection": QT_TRANSLATE_NOOP("Network", "Ask IT not to open the TLS to these places: %1"),
    "any-relay": QT_TRANSLATE_NOOP("Network", "Ask IT to let one of these out. The first is best: %1"),
    "relay-udp": QT_TRANSLATE_NOOP("Network", "Ask IT to let UDP out to this place. Calls get better: %1"),
    "names": QT_TRANSLATE_NOOP("Network", "Ask IT to have these names looked up: %1"),
    "relay-set-up": QT_TRANSLATE_NOOP("Network", "Tell the people of the center. Their relay fails: %1"),
}
_KINDS: Final = {network.RELAY_UDP: "UDP", network.RELAY_TCP: "TCP", network.RELAY_TLS: "TLS"}


def tr(text: str) -> str:
    """Return a text of the network test in its language."""
    return QCoreApplication.translate("Network", text)


def button(tested: NetworkTested | None) -> str:
    """Return what the button says; empty while a test runs."""
    if tested is None:
        return tr(QT_TRANSLATE_NOOP("Network", "Test the network"))
    return "" if tested.running else tr(QT_TRANSLATE_NOOP("Network", "Test the network again"))


def lines(tested: NetworkTested | None) -> Iterator[dict[str, Any]]:
    """Return the findings: the sum of it first, then what to ask for, then each way."""
    if tested is None:
        return
    if tested.running:
        text = tr(QT_TRANSLATE_NOOP("Network", "The network is being tested. This takes half a minute."))
        yield _line("net-sum", CAUTION, "hourglass", text)
    elif tested.failed:
        text = tr(QT_TRANSLATE_NOOP("Network", "The network test could not be made."))
        yield _line("net-sum", DANGER, _ICONS[DANGER], text)
    else:
        words, tone = VERDICTS[network.verdict(tested.results)]
        yield _line("net-sum", tone, _ICONS[tone], tr(words))
        for wish in network.asks(tested.results):
            yield _line(f"net-ask-{wish.what}", CAUTION, "info", _ask(wish))
    for number, result in enumerate(tested.results):
        yield _way(number, result)


def _ask(wish: Ask) -> str:
    places = []
    for place in wish.where:
        way, _, where = place.partition(" ")
        places.append(f"{where} ({_KINDS[way]})" if way in _KINDS else where)
    return tr(ASKS[wish.what]).replace("%1", ", ".join(filter(None, places)))


def _way(number: int, result: WayTested) -> dict[str, Any]:
    name = f"net-{number}-{result.way}"
    if not result.ok:
        why = tr(WHYS[result.why]) if result.why in WHYS else result.why
        return _line(name, CAUTION, "x", tr(FAILS[result.way]), f"{why} {result.where}".strip())
    figures = f"{result.where} · {result.ms:.0f} ms"
    if result.kbit:
        figures += f" · {result.kbit / 1000:.1f} Mbit/s"
    return _line(name, GOOD, _ICONS[GOOD], tr(WORKS[result.way]), figures)


def _line(name: str, tone: str, icon: str, text: str, more: str = "") -> dict[str, Any]:
    return {"id": name, "tone": tone, "icon": icon, "text": text, "more": more}
