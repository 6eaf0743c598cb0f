"""From "I want to talk to somebody" to media flowing, and back again after any loss.

One call at a time. The station always makes the offer; each new peer connection has a higher generation.
Neither a media process that dies nor a hub that goes away ends a call: the patient or the provider does.
"""

import asyncio
from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import control, station, wire

RETRY_S: Final = 3.0  # a lost connection has this long to come back before a new one is offered


class Calls:
    """The call of the current visit. Sends through the three functions it is given."""

    def __init__(
        self,
        to_session: Callable[[station.ToSession], None],
        to_hub: Callable[[wire.ToHub], bool],
        to_media: Callable[[control.ToMedia], None],
    ) -> None:
        self._to_session = to_session
        self._to_hub = to_hub
        self._to_media = to_media
        self._request: wire.CallRequest | None = None
        self._accepted: wire.CallAccepted | None = None
        self._generation = 0
        self._camera_wanted = False
        self._controls: control.Controls | None = None
        self._retry: asyncio.TimerHandle | None = None
        self.state = station.CallState(state="none")

    @property
    def active(self) -> bool:
        """Is a call accepted and not ended?"""
        return self._accepted is not None

    # ---- the session

    def request(self, message: station.RequestCall) -> None:
        """Ask the hub for a provider; asked again when the hub comes back."""
        self._request = wire.CallRequest(
            visit=message.visit, level=message.level, language=message.language, needs=message.needs
        )
        reached = self._to_hub(self._request)
        self._say(station.CallState(state="requested" if reached else "unreachable"))

    def cancel(self, message: station.CancelCall) -> None:
        """The patient hung up or no longer waits."""
        if self._request:
            self._to_hub(wire.CallCancel(visit=message.visit, reason=message.reason))
        self._close_camera()
        self._over("ended" if self._accepted else "none", message.reason)

    def open_camera(self) -> None:
        """The patient agreed to be seen and heard."""
        self._camera_wanted = True
        self._to_media(control.OpenCamera())

    def controls(self, message: station.CallControls) -> None:
        """Pass on mute, camera and volume; said again to a media process that starts anew."""
        self._controls = control.Controls(
            microphone=message.microphone, camera=message.camera, volume=message.volume
        )
        self._to_media(self._controls)

    def visit_over(self) -> None:
        """The session ends: no call and no camera survive it."""
        if self._request:
            self._to_hub(wire.CallCancel(visit=self._request.visit, reason="visit-ended"))
        self._close_camera()
        self._over("none", "")
        self._controls = None

    # ---- the hub

    def hub_is(self, online: bool) -> None:
        """Say again what the hub may have missed, or tell the patient that it is away."""
        if self._request is None or self._accepted is not None:
            return
        if online:
            self._to_hub(self._request)
            self._say(station.CallState(state="requested"))
        else:
            self._say(station.CallState(state="unreachable"))

    def queued(self, message: wire.CallQueued) -> None:
        """The hub's word on the line; `nobody` when no provider is on call."""
        if self._request and message.visit == self._request.visit and self._accepted is None:
            self._say(
                station.CallState(
                    state="queued" if message.providers else "nobody",
                    position=message.position,
                    estimate_s=message.estimate_s,
                    providers=message.providers,
                )
            )

    def accepted(self, message: wire.CallAccepted) -> None:
        """A provider took it (said again after a hub's restart: then nothing changes)."""
        if self._request is None or message.visit != self._request.visit:
            self._to_hub(wire.CallCancel(visit=message.visit, reason="not-wanted"))
            return
        if self._accepted and self._accepted.call == message.call:
            return
        self._accepted = message
        self._generation = 0
        self.offer_anew()
        self._say(station.CallState(state="connecting"))

    def answered(self, message: wire.Signal) -> None:
        """The browser's answer, when it is to our newest offer."""
        if self._accepted and message.call == self._accepted.call and message.generation == self._generation:
            self._to_media(
                control.RemoteDescription(call=message.call, generation=message.generation, sdp=message.sdp)
            )

    def restart(self, message: wire.CallRestart) -> None:
        """The browser wants a new offer."""
        if self._accepted and message.call == self._accepted.call:
            self.offer_anew()

    def ended(self, message: wire.CallEnded) -> None:
        """The other end hung up."""
        if self._accepted and message.call == self._accepted.call:
            self._over("ended", message.reason)

    # ---- media

    def media_up(self) -> None:
        """A media process is there, perhaps a new one: give it all it needs to go on."""
        if self._camera_wanted:
            self._to_media(control.OpenCamera())
        if self._controls:
            self._to_media(self._controls)
        if self._accepted:
            self.offer_anew()

    def media_down(self) -> None:
        """Media died; the launcher brings a new one."""
        if self._accepted:
            self._say(station.CallState(state="lost", reason="media-restarting"))

    def described(self, message: control.LocalDescription) -> None:
        """Media's offer goes to the browser."""
        if self._accepted and message.call == self._accepted.call:
            self._to_hub(
                wire.Signal(call=message.call, generation=message.generation, kind="offer", sdp=message.sdp)
            )

    def media_is(self, message: control.MediaState) -> None:
        """Follow the peer connection; offer anew when it stays lost."""
        if self._accepted is None or message.call not in ("connected", "lost", "failed"):
            return
        if message.call == "connected":
            self._cancel_retry()
            if self.state.state != "connected":
                self._say(station.CallState(state="connected"))
            return
        if self.state.state != "lost":
            self._say(station.CallState(state="lost", reason=message.fault))
        if self._retry is None:
            self._retry = asyncio.get_running_loop().call_later(RETRY_S, self.offer_anew)

    def offer_anew(self) -> None:
        """Have media make a fresh peer connection."""
        self._cancel_retry()
        if self._accepted:
            self._generation += 1
            self._to_media(
                control.StartCall(
                    call=self._accepted.call,
                    generation=self._generation,
                    ice_servers=self._accepted.ice_servers,
                )
            )

    def _close_camera(self) -> None:
        """The yes to the camera was for this call only."""
        if self._camera_wanted:
            self._camera_wanted = False
            self._to_media(control.CloseCamera())

    def _over(self, state: str, reason: str) -> None:
        self._cancel_retry()
        if self._accepted:
            self._to_media(control.EndCall(call=self._accepted.call))
        self._request, self._accepted = None, None
        self._say(station.CallState(state=state, reason=reason))

    def _cancel_retry(self) -> None:
        if self._retry:
            self._retry.cancel()
            self._retry = None

    def _say(self, state: station.CallState) -> None:
        self.state = state
        self._to_session(state)

    @property
    def call(self) -> UUID | None:
        """The call that is on, if any."""
        return self._accepted.call if self._accepted else None
