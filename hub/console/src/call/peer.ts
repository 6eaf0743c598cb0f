/** One peer connection: made for one offer of the station's, gone with the next. */

import { withBitrates } from "../lib/sdp.ts";
import { type Step, unmoving } from "../lib/steps.ts";
import type { Ways } from "../lib/types/call.ts";

const GATHER_MS = 2_000; // an answer waits no longer than this for its candidates …
const GATHER_AGAIN_MS = 1_000; // … or this, when the call was up before …
const HELD_MS = 1_000; // pictures keep their size until the connection has been up for so long
const RELAYED_MS = 250; // … or this, once a relay has answered

export interface PeerEvents {
  /** A track arrived; all of a generation are in one stream. */
  stream: (stream: MediaStream) => void;
  state: (state: RTCPeerConnectionState) => void;
  /** A text with a part of a wave, or what its clock shows (call/waves). */
  wave: (text: string) => void;
  /** A text about the line (lib/steps.ts). */
  line: (text: string) => void;
}

export class Peer {
  readonly generation: number;
  /** The answer given, kept in case the hub asks for it again. */
  answer = "";
  /** The proof that goes with it; empty until both are there. */
  signed = "";
  readonly #pc: RTCPeerConnection;
  readonly #stream = new MediaStream();
  #line: RTCDataChannel | null = null;
  #step: Step = "full";
  #height = 0;

  constructor(generation: number, ways: Ways, events: PeerEvents) {
    this.generation = generation;
    this.#pc = new RTCPeerConnection({
      iceServers: ways.ice_servers,
      iceTransportPolicy: ways.relay_only ? "relay" : "all",
    });
    this.#pc.ontrack = (event) => {
      this.#stream.addTrack(event.track);
      events.stream(this.#stream);
    };
    this.#pc.onconnectionstatechange = () => {
      if (this.#pc.connectionState === "connected")
        setTimeout(() => this.#prefer("maintain-framerate"), HELD_MS);
      events.state(this.#pc.connectionState);
    };
    this.#pc.ondatachannel = (event) => {
      if (event.channel.label === "line") {
        this.#line = event.channel;
        event.channel.onmessage = (told) => events.line(String(told.data));
      }
      if (event.channel.label !== "wave") return;
      event.channel.onmessage = (told) => events.wave(String(told.data));
    };
  }

  /** Take the offer; returns the answer with its candidates. `local` null: receive only. */
  async accept(offer: string, local: MediaStream | null): Promise<string> {
    await this.#pc.setRemoteDescription({ type: "offer", sdp: withBitrates(offer) });
    for (const transceiver of this.#pc.getTransceivers()) {
      const track = local?.getTracks().find((mine) => mine.kind === transceiver.receiver.track.kind);
      if (!track) continue;
      await transceiver.sender.replaceTrack(track);
      transceiver.direction = "sendrecv";
    }
    // Chromium makes its first pictures a quarter of their size because it does not know its rate yet, and
    // then takes 10 s and more to come back. By the time it may shrink them it knows.
    this.#prefer("maintain-resolution");
    const answer = await this.#pc.createAnswer();
    await this.#pc.setLocalDescription({ type: "answer", sdp: answer.sdp ?? "" });
    await this.#gathered();
    this.answer = withBitrates(this.#pc.localDescription?.sdp ?? "");
    return this.answer;
  }

  get state(): RTCPeerConnectionState {
    return this.#pc.connectionState;
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  /** Say something of the line; left out while its channel is not open. */
  sayLine(text: string): void {
    if (this.#line?.readyState === "open") this.#line.send(text);
  }

  /** Send what line and processors are said to carry: a smaller picture, no moving one, or no sound either. */
  async obey(step: Step, _kbit: number, height: number): Promise<void> {
    if (step === this.#step && height === this.#height) return;
    this.#step = step;
    this.#height = height;
    for (const sender of this.#pc.getSenders()) {
      const parameters = sender.getParameters();
      const video = sender.track?.kind === "video";
      for (const encoding of parameters.encodings) {
        encoding.active = video ? !unmoving(step) : step !== "text";
        if (video) encoding.scaleResolutionDownBy = this.#smaller(sender.track);
      }
      await sender.setParameters(parameters).catch(() => undefined); // closed meanwhile
    }
  }

  #smaller(track: MediaStreamTrack | null): number {
    const { width = 0, height = 0 } = track?.getSettings() ?? {};
    const side = Math.min(width, height);
    return this.#height && side ? Math.max(1, side / this.#height) : 1;
  }

  /** What to keep when there is not enough for size and rate both. */
  #prefer(preference: "maintain-framerate" | "maintain-resolution"): void {
    for (const sender of this.#pc.getSenders().filter((one) => one.track?.kind === "video")) {
      const parameters = { ...sender.getParameters(), degradationPreference: preference };
      sender.setParameters(parameters).catch(() => undefined); // closed, or a browser that has no such choice
    }
  }

  close(): void {
    this.#pc.ontrack = null;
    this.#pc.onconnectionstatechange = null;
    this.#pc.close();
  }

  #gathered(): Promise<void> {
    if (this.#pc.iceGatheringState === "complete") return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#pc.removeEventListener("icegatheringstatechange", look);
        this.#pc.removeEventListener("icecandidate", relayed);
        resolve();
      };
      const look = () => this.#pc.iceGatheringState === "complete" && done();
      // A firewall that swallows packets keeps gathering busy for many seconds; one relay is enough.
      const relayed = (event: RTCPeerConnectionIceEvent) => {
        if (event.candidate?.type !== "relay") return;
        clearTimeout(timer);
        timer = setTimeout(done, RELAYED_MS);
      };
      let timer = setTimeout(done, this.generation > 1 ? GATHER_AGAIN_MS : GATHER_MS);
      this.#pc.addEventListener("icegatheringstatechange", look);
      this.#pc.addEventListener("icecandidate", relayed);
    });
  }
}
