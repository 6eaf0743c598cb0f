/**
 * Our part in a call of three and more: one connection that only sends, one that only receives all the others.
 * When somebody comes or goes the room offers a fresh receiving one; the old one stays until that flows.
 */

import { withBitrates } from "../lib/sdp.ts";
import { readLine, type Step, unmoving } from "../lib/steps.ts";
import type { FeedsMessage, ToRoom, Ways } from "../lib/types/call.ts";
import { Judge, prove, type Signer, TrustError, toBase64 } from "../trust/proof.ts";

const GATHER_MS = 2_000;
const AGAIN_MS = 2_000;
/** What the hub calls the station's seat. */
export const PATIENT = "patient";

/** Somebody's picture and voice. */
export interface Feed {
  person: string;
  stream: MediaStream;
}

interface Receiving {
  generation: number;
  pc: RTCPeerConnection;
  feeds: Feed[];
}

export interface RoomParts {
  call: string;
  ways: Ways;
  who: { signer: Signer | null; root: string };
  now: () => number;
  media: Promise<MediaStream | null>;
  send: (message: ToRoom) => boolean;
  /** The first picture or voice of the others is here. */
  flows: () => void;
  /** Somebody's text came (the line, waves). */
  said: (person: string, text: string) => void;
  /** A description was not believed. */
  refused: (why: string) => void;
}

/** Wait until all addresses are found, or long enough. */
function gathered(pc: RTCPeerConnection): Promise<void> {
  if (pc.iceGatheringState === "complete") return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GATHER_MS);
    pc.onicegatheringstatechange = () => {
      if (pc.iceGatheringState !== "complete") return;
      clearTimeout(timer);
      resolve();
    };
  });
}

/** A voice that says nothing: who has neither camera nor microphone is in the room all the same. */
function silence(): MediaStreamTrack | undefined {
  return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
}

export class Room {
  feeds = $state.raw<Feed[]>([]);
  /** In place of pictures that do not move, by whose they are. */
  stills = $state.raw<Record<string, string>>({});
  readonly #parts: RoomParts;
  readonly #judge: Judge;
  readonly #run = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  #generation = 0;
  #nonce = "";
  #sending: RTCPeerConnection | null = null;
  #oldSending: RTCPeerConnection | null = null;
  #newest: Receiving | null = null;
  #shown: Receiving | null = null;
  #line: RTCDataChannel | null = null;
  #step: Step = "full";
  #kbit = 0;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#judge = new Judge(parts.who.root, parts.now);
    void this.again();
  }

  /** Offer what we send, (again) from the beginning. */
  async again(): Promise<void> {
    const { signer } = this.#parts.who;
    const media = await this.#parts.media;
    if (this.#closed || !signer) return;
    const generation = ++this.#generation;
    const pc = this.#connection();
    if (this.#oldSending) this.#oldSending.close();
    this.#oldSending = this.#sending;
    this.#sending = pc;
    const tracks = media?.getTracks() ?? [];
    const mute = tracks.length ? undefined : silence();
    for (const track of mute ? [mute] : tracks)
      pc.addTransceiver(track, { direction: "sendonly", streams: media ? [media] : [] });
    this.#line = pc.createDataChannel("line");
    pc.onconnectionstatechange = () => this.#sendingIs(pc);
    await pc.setLocalDescription(await pc.createOffer());
    await gathered(pc);
    const sdp = pc.localDescription?.sdp ?? "";
    if (this.#closed || pc !== this.#sending) return;
    const nonce = toBase64(crypto.getRandomValues(new Uint8Array(16)));
    this.#nonce = nonce;
    const { call, now } = this.#parts;
    const about = { call, run: this.#run, generation, answers: "", now: now(), nonce };
    const proof = await prove(signer, sdp, about);
    this.#parts.send({ type: "signal", call, generation, kind: "offer", sdp, signed: proof });
  }

  /** The room's answer to what we send, or its offer of what the others do. */
  async take(message: FeedsMessage): Promise<void> {
    try {
      const answers = message.kind === "answer" ? this.#nonce : "";
      const expected = { call: this.#parts.call, role: "room", answers };
      await this.#judge.believe(message.signed, message.sdp, expected);
    } catch (error) {
      this.#parts.refused(error instanceof TrustError ? error.code : "unsigned");
      return;
    }
    if (this.#closed) return;
    if (message.kind === "answer") await this.#answered(message);
    else await this.#receive(message);
  }

  /** Say something of the line to the others; left out while the channel is not open. */
  sayLine(text: string): void {
    if (this.#line?.readyState === "open") this.#line.send(text);
  }

  /** Send what the line is said to carry, and what the patient's line does. */
  async obey(step: Step, kbit: number): Promise<void> {
    if (step === this.#step && kbit === this.#kbit) return;
    this.#step = step;
    this.#kbit = kbit;
    await this.#limit();
  }

  /** What we measure of our way to the room. */
  async stats(): Promise<Map<string, Record<string, unknown>>> {
    const report = await this.#sending?.getStats();
    return new Map(report ? [...report.entries()] : []);
  }

  async #limit(): Promise<void> {
    for (const sender of this.#sending?.getSenders() ?? []) {
      const parameters = sender.getParameters();
      const video = sender.track?.kind === "video";
      for (const encoding of parameters.encodings) {
        encoding.active = video ? !unmoving(this.#step) : this.#step !== "text";
        if (!video) continue;
        if (this.#kbit) encoding.maxBitrate = this.#kbit * 1000;
        else delete encoding.maxBitrate;
      }
      await sender.setParameters(parameters).catch(() => undefined); // closed meanwhile
    }
  }

  #heard(person: string, text: string): void {
    const told = readLine(text);
    if (told?.kind === "still")
      this.stills = { ...this.stills, [told.of ?? person]: `data:image/jpeg;base64,${told.jpeg}` };
    if (told?.kind === "steps") {
      const stands = (who: string) => (who === PATIENT ? told.out : told.people?.[who]) === "still";
      const kept = Object.entries(this.stills).filter(([who]) => stands(who));
      if (kept.length < Object.keys(this.stills).length) this.stills = Object.fromEntries(kept);
    }
    this.#parts.said(person, text);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const pc of [this.#sending, this.#oldSending, this.#newest?.pc, this.#shown?.pc]) pc?.close();
    this.feeds = [];
  }

  #connection(): RTCPeerConnection {
    const { ice_servers, relay_only } = this.#parts.ways;
    return new RTCPeerConnection({
      iceServers: ice_servers,
      iceTransportPolicy: relay_only ? "relay" : "all",
      bundlePolicy: "max-bundle",
    });
  }

  #sendingIs(pc: RTCPeerConnection): void {
    if (pc !== this.#sending || this.#closed) return;
    if (pc.connectionState === "connected") {
      this.#oldSending?.close();
      this.#oldSending = null;
      void this.#limit(); // a new connection has none of the limits yet
    } else if (pc.connectionState === "failed") {
      this.#timer = setTimeout(() => void this.again(), AGAIN_MS);
    }
  }

  async #answered(message: FeedsMessage): Promise<void> {
    if (message.generation !== this.#generation || this.#sending?.signalingState !== "have-local-offer")
      return;
    await this.#sending.setRemoteDescription({ type: "answer", sdp: withBitrates(message.sdp) });
  }

  async #receive(message: FeedsMessage): Promise<void> {
    const pc = this.#connection();
    const receiving: Receiving = { generation: message.generation, pc, feeds: [] };
    if (this.#newest && this.#newest !== this.#shown) this.#newest.pc.close(); // it never flowed
    this.#newest = receiving;
    pc.ontrack = (event) => this.#came(receiving, event, message);
    pc.ondatachannel = ({ channel }) => {
      const whose = message.streams?.find((one) => one.kind === "data" && one.label === channel.label);
      if (whose) channel.onmessage = (told) => this.#heard(whose.person, String(told.data));
    };
    await pc.setRemoteDescription({ type: "offer", sdp: message.sdp });
    // the media server passes data on to whoever has opened a channel of their own
    if (message.streams?.some((one) => one.kind === "data")) pc.createDataChannel("ready");
    await pc.setLocalDescription(await pc.createAnswer());
    await gathered(pc);
    if (this.#closed || receiving !== this.#newest) return;
    const { call } = this.#parts;
    const sdp = pc.localDescription?.sdp ?? "";
    const { generation } = message;
    this.#parts.send({ type: "signal", call, generation, kind: "feeds-answer", sdp, signed: "" });
  }

  #came(receiving: Receiving, event: RTCTrackEvent, message: FeedsMessage): void {
    const whose = message.streams?.find((one) => one.kind !== "data" && one.mid === event.transceiver.mid);
    const person = whose?.person;
    if (!person) return;
    let feed = receiving.feeds.find((one) => one.person === person);
    if (!feed) {
      feed = { person, stream: new MediaStream() };
      receiving.feeds.push(feed);
    }
    feed.stream.addTrack(event.track);
    event.track.onunmute = () => this.#flow(receiving);
    if (!event.track.muted) this.#flow(receiving);
  }

  #flow(receiving: Receiving): void {
    if (receiving !== this.#newest || this.#closed) return;
    if (this.#shown !== receiving) this.#shown?.pc.close();
    this.#shown = receiving;
    this.feeds = [...receiving.feeds];
    this.#parts.flows();
  }
}
