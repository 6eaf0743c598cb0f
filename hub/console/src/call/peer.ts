/** One peer connection: made for one offer of the station's, gone with the next. */

import { withBitrates } from "../lib/sdp.ts";
import type { IceServer, WaveMessage } from "../lib/types.ts";

const GATHER_MS = 2_000; // an answer waits no longer than this for its candidates

export interface PeerEvents {
  /** A track arrived; all of a generation are in one stream. */
  stream: (stream: MediaStream) => void;
  state: (state: RTCPeerConnectionState) => void;
  wave: (message: WaveMessage) => void;
}

export class Peer {
  readonly generation: number;
  /** The answer given, kept in case the hub asks for it again. */
  answer = "";
  readonly #pc: RTCPeerConnection;
  readonly #stream = new MediaStream();

  constructor(generation: number, iceServers: IceServer[], events: PeerEvents) {
    this.generation = generation;
    this.#pc = new RTCPeerConnection({ iceServers });
    this.#pc.ontrack = (event) => {
      this.#stream.addTrack(event.track);
      events.stream(this.#stream);
    };
    this.#pc.onconnectionstatechange = () => events.state(this.#pc.connectionState);
    this.#pc.ondatachannel = (event) => {
      if (event.channel.label !== "wave") return;
      event.channel.onmessage = (told) => events.wave(JSON.parse(String(told.data)) as WaveMessage);
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
        resolve();
      };
      const look = () => this.#pc.iceGatheringState === "complete" && done();
      const timer = setTimeout(done, GATHER_MS);
      this.#pc.addEventListener("icegatheringstatechange", look);
    });
  }
}
