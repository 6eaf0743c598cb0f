"""From "I want to talk to somebody" to media flowing, and back again after any loss.

One call at a time. The station always makes the offer; each new peer connection has a higher generation.
Neither a media process that dies nor a hub that goes away ends a call: the patient or the provider does.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import control, station, trust, wire
from kiosk.core.redial import Redial
from kiosk.core.trust import PROVIDER, CallTrust

log = logging.getLogger(__name__)

NOT_TRUSTED: Final = "not-trusted"


class Calls:
    """The call of the current visit. Sends through the three functions it is given.

    What is offered is signed, and no answer goes to media before its proof was believed (`proofs`).
    """

    def __init__(
        self,
        to_session: Callable[[station.ToSession], None],
        to_hub: Callable[[wire.ToHub], bool],
        to_media: Callable[[control.ToMedia], None],
        proofs: CallTrust,
    ) -> None:
        self._to_session = to_session
        self._to_hub = to_hub
        self._to_media = to_media
        self._proofs = proofs
        self._request: wire.CallRequest | None = None
        self._accepted: wire.CallAccepted | None = None
        self._generation = 0
        self._camera_wanted = False
        self._controls: control.Controls | None = None
        self._offer: wire.Signal | None = None  # not answered yet
        self._online = True
        self._redial = Redial()
        self._timer: asyncio.TimerHandle | None = None
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
        self._online = online
        if self._accepted is not None:
            self._hub_in_call(online)
            return
        if self._request is None:
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
            before, self._accepted = self._accepted, message  # with fresh credentials: for the next offer
            if before.room != message.room:  # to three and more, or back to two
                self.offer_anew()
            return
        self._accepted = message
        self._generation = 0
        self._offer = None
        self._redial = Redial()
        self._proofs.begin()
        self.offer_anew()
        self._say(station.CallState(state="connecting"))

    def signalled(self, message: wire.Signal) -> None:
        """A description: the answer to our newest offer, or a room's offer of what the others send."""
        if message.kind == "feeds":
            self._feeds(message)
        else:
            self.answered(message)

    def answered(self, message: wire.Signal) -> None:
        """The browser's (or the room's) answer, when it is to our newest offer and its proof holds."""
        if not self._is_newest(message.call, message.generation):
            return
        try:
            who = self._proofs.answer(message, trust.ROOM if self._in_room else PROVIDER)
        except trust.TrustError as error:
            self._refuse(message, error)
            return
        if who is None:
            return
        self._offer = None
        self._redial.answered(time.monotonic())
        self._plan()
        self._to_media(
            control.RemoteDescription(call=message.call, generation=message.generation, sdp=message.sdp)
        )

    def feeds_described(self, message: control.FeedsDescription) -> None:
        """Media's answer to a room's offer."""
        if self._in_room and message.call == self.call:
            self._to_hub(
                wire.Signal(
                    call=message.call, generation=message.generation, kind="feeds-answer", sdp=message.sdp
                )
            )

    def _feeds(self, message: wire.Signal) -> None:
        if self._accepted is None or not self._in_room or message.call != self.call:
            return
        try:
            self._proofs.feeds(message)
        except trust.TrustError as error:
            log.warning("a room's offer is not believed: %s", error)
            refused = wire.CallRefused(call=message.call, generation=message.generation, why=error.code)
            self._to_hub(refused)
            return
        self._to_media(
            control.Subscribe(
                call=message.call,
                generation=message.generation,
                sdp=message.sdp,
                streams=message.streams,
                ice_servers=self._accepted.ice_servers,
            )
        )

    def refused(self, message: wire.CallRefused) -> None:
        """The browser did not believe our offer."""
        if self._accepted and message.call == self._accepted.call:
            self._not_sure()

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
        if not self._is_newest(message.call, message.generation):
            return
        try:
            signed = self._proofs.offer(message.call, message.generation, message.sdp)
        except trust.TrustError as error:
            log.error("media's offer can't be signed: %s", error)
            return
        self._offer = wire.Signal(
            call=message.call,
            generation=message.generation,
            kind="offer",
            sdp=message.sdp,
            signed=signed,
        )
        self._to_hub(self._offer)

    def media_is(self, message: control.MediaState) -> None:
        """Follow the peer connection; offer anew when it is lost."""
        if self._accepted is None or message.call == "none":
            return
        self._redial.is_now(message.call)
        self._plan()
        if message.call == "connected" and self.state.state != "connected":
            self._say(station.CallState(state="connected"))
        elif message.call in ("lost", "failed") and self.state.state != "lost":
            self._say(station.CallState(state="lost", reason=message.fault))

    def moved(self) -> None:
        """The station has another network now: a new way is looked for, the old one kept until it flows."""
        self._redial.moved()
        self._plan()

    def offer_anew(self) -> None:
        """Have media make a fresh peer connection."""
        if self._accepted is None:
            return
        self._generation += 1
        self._offer = None
        self._redial.offered(time.monotonic())
        self._to_media(
            control.StartCall(
                call=self._accepted.call,
                generation=self._generation,
                ice_servers=self._accepted.ice_servers,
                room=self._accepted.room,
            )
        )
        self._plan()

    def _refuse(self, message: wire.Signal, error: trust.TrustError) -> None:
        log.warning("an answer is not believed: %s", error)
        if error.code == "expired":  # the way was long, or it was away: a fresh one costs nothing
            self.offer_anew()
            return
        self._to_hub(wire.CallRefused(call=message.call, generation=message.generation, why=error.code))
        self._not_sure()

    def _not_sure(self) -> None:
        """Say so; what flows already goes on, for who that is was made sure of."""
        if self.state.state != "connected":
            self._say(station.CallState(state="lost", reason=NOT_TRUSTED))

    @property
    def _in_room(self) -> bool:
        return self._accepted is not None and self._accepted.room

    def _is_newest(self, call: UUID, generation: int) -> bool:
        return self._accepted is not None and call == self._accepted.call and generation == self._generation

    def _hub_in_call(self, online: bool) -> None:
        """An offer the hub may not have got is sent again; without media flowing a fresh one is made."""
        anew = self.state.state != "connected" and not self._redial.fresh(time.monotonic())
        if online and anew:
            self.offer_anew()
        elif online and self._offer is not None:
            self._to_hub(self._offer)
        self._plan()

    def _plan(self) -> None:
        """Have the next offer go out when it is due."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        due = self._redial.due(online=self._online) if self._accepted else None
        if due is not None:
            wait_s = max(0.0, due - time.monotonic())
            self._timer = asyncio.get_running_loop().call_later(wait_s, self.offer_anew)

    def _close_camera(self) -> None:
        """The yes to the camera was for this call only."""
        if self._camera_wanted:
            self._camera_wanted = False
            self._to_media(control.CloseCamera())

    def _over(self, state: str, reason: str) -> None:
        if self._accepted:
            self._to_media(control.EndCall(call=self._accepted.call))
        self._request, self._accepted = None, None
        self._plan()
        self._say(station.CallState(state=state, reason=reason))

    def _say(self, state: station.CallState) -> None:
        self.state = state
        self._to_session(state)

    @property
    def call(self) -> UUID | None:
        """The call that is on, if any."""
        return self._accepted.call if self._accepted else None
