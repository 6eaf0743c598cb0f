/** One call with one patient, over as many peer connections as it takes. */

import { type CallStats, type Counters, compare, read, strength } from "../lib/callstats.ts";
import type { IceServer, ToHub } from "../lib/types.ts";
import { callEnd } from "../lib/words.ts";
import { type LocalMedia, openMedia } from "./media.ts";
import { Peer } from "./peer.ts";
import { Wave } from "./wave.ts";

export type Phase = "waiting" | "connecting" | "live" | "frozen" | "lost" | "ended";

/** A picture of one generation; the old one stays until the new one flows. */
export interface Picture {
  generation: number;
  stream: MediaStream;
}

const LOOK_MS = 1_000;
const FROZEN_S = 3; // without a new frame: said in words
const RESTART_S = 6; // without a new frame: a new offer is asked for
const RESTART_EVERY_MS = 8_000;
const MEDIA_WAIT_MS = 3_000; // an answer doesn't wait longer for somebody to allow the camera

const WORDS: Record<Phase, string> = {
  waiting: "Calling the station…",
  connecting: "Connecting…",
  live: "Connected",
  frozen: "The picture has stopped. Reconnecting…",
  lost: "Connection lost. Reconnecting…",
  ended: "The call has ended.",
};

export class Call {
  readonly id: string;
  readonly visit: string;
  readonly patient: string;
  readonly startedAt: string;
  readonly wave = new Wave();
  phase = $state<Phase>("waiting");
  pictures = $state.raw<Picture[]>([]);
  self = $state.raw<MediaStream | null>(null);
  mediaProblem = $state("");
  muted = $state(false);
  cameraOff = $state(false);
  volume = $state(1);
  stats = $state.raw<CallStats | null>(null);
  endReason = $state("");
  /** Sound goes on while the picture stands still: worth saying, not worth tearing the call down for. */
  soundOnly = $state(false);
  readonly live = $derived(this.phase !== "ended");
  readonly strength = $derived(this.stats && this.phase === "live" ? strength(this.stats) : null);
  readonly words = $derived(this.#say());
  readonly #send: (message: ToHub) => boolean;
  readonly #ice: IceServer[];
  readonly #media: Promise<LocalMedia>;
  readonly #timer: ReturnType<typeof setInterval>;
  #peer: Peer | null = null;
  #replaced: Peer[] = [];
  #flowing = new Set<number>();
  #before: Counters | null = null;
  #stillSeconds = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    about: { id: string; visit: string; patient: string; startedAt: string },
    ice: IceServer[],
    send: (message: ToHub) => boolean,
  ) {
    this.id = about.id;
    this.visit = about.visit;
    this.patient = about.patient;
    this.startedAt = about.startedAt;
    this.#ice = ice;
    this.#send = send;
    this.#media = this.#openMedia();
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
  }

  /** The station offers. A higher generation replaces the connection; the same one is answered again. */
  async offer(generation: number, sdp: string): Promise<void> {
    if (!this.live || generation < (this.#peer?.generation ?? 0)) return;
    if (generation === this.#peer?.generation) return this.#reply(this.#peer);
    const peer = new Peer(generation, this.#ice, {
      stream: (stream) => this.#add({ generation, stream }),
      state: (state) => this.#connection(peer, state),
      wave: (message) => this.wave.push(message, performance.now()),
    });
    if (this.#peer) this.#replaced.push(this.#peer); // goes when the new picture flows
    this.#peer = peer;
    this.#before = null;
    this.#stillSeconds = 0;
    if (this.phase === "waiting") this.phase = "connecting";
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), MEDIA_WAIT_MS));
    const media = await Promise.race([this.#media, late]);
    await peer.accept(sdp, media?.stream ?? null);
    if (peer !== this.#peer || !this.live) return;
    this.#reply(peer);
    if (!media) void this.#media.then((opened) => opened.stream && this.restart());
  }

  /** The first frame of a generation is on the screen: older pictures can go. */
  flows(generation: number): void {
    if (generation !== this.#peer?.generation) return;
    this.#flowing.add(generation);
    this.#closeReplaced();
    this.pictures = this.pictures.filter((picture) => picture.generation >= generation);
    if (this.live) this.phase = "live";
  }

  isFlowing(generation: number): boolean {
    return this.#flowing.has(generation);
  }

  /** The hub can be reached again after a break: what it carried meanwhile may be lost. */
  hubIsBack(): void {
    if (this.live && this.#peer?.state !== "connected") this.restart();
  }

  /** Ask the station for a new offer, but not all the time. */
  restart(): void {
    if (!this.live || performance.now() - this.#askedAt < RESTART_EVERY_MS) return;
    if (this.#send({ type: "restart", call: this.id })) this.#askedAt = performance.now();
  }

  toggleMute(): void {
    this.muted = !this.muted;
    this.#enable();
  }

  toggleCamera(): void {
    this.cameraOff = !this.cameraOff;
    this.#enable();
  }

  /** The call is over, here or at the other end. */
  end(reason: string): void {
    if (!this.live) return;
    this.phase = "ended";
    this.endReason = reason;
    clearInterval(this.#timer);
    this.#closeReplaced();
    this.#peer?.close();
    this.pictures = [];
    void this.#media.then(({ stream }) => this.#stop(stream));
    this.self = null;
  }

  #say(): string {
    if (this.phase === "ended") return callEnd(this.endReason);
    if (this.phase === "live" && this.soundOnly)
      return "The patient's picture has stopped; the sound goes on.";
    return WORDS[this.phase];
  }

  async #openMedia(): Promise<LocalMedia> {
    const media = await openMedia();
    if (!this.live) this.#stop(media.stream);
    else this.self = media.stream;
    this.mediaProblem = media.problem;
    this.#enable();
    return media;
  }

  #stop(stream: MediaStream | null): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  #closeReplaced(): void {
    for (const peer of this.#replaced) peer.close();
    this.#replaced = [];
  }

  #enable(): void {
    for (const track of this.self?.getAudioTracks() ?? []) track.enabled = !this.muted;
    for (const track of this.self?.getVideoTracks() ?? []) track.enabled = !this.cameraOff;
  }

  #reply(peer: Peer): void {
    if (!peer.answer) return;
    this.#send({
      type: "signal",
      call: this.id,
      generation: peer.generation,
      kind: "answer",
      sdp: peer.answer,
    });
  }

  #add(picture: Picture): void {
    if (this.pictures.some((known) => known.stream === picture.stream)) return;
    this.pictures = [...this.pictures, picture];
  }

  #connection(peer: Peer, state: RTCPeerConnectionState): void {
    if (peer !== this.#peer || !this.live) return;
    if (state === "disconnected" || state === "failed") this.phase = "lost";
    if (state === "connected" && this.phase === "lost") this.phase = "live";
    if (state === "failed") this.restart();
  }

  async #look(): Promise<void> {
    const peer = this.#peer;
    if (!peer || !this.live) return;
    const report = await peer.stats();
    if (peer !== this.#peer) return;
    const now = read([...report.values()], Date.now());
    this.stats = compare(this.#before, now);
    this.#before = now;
    this.#judge(this.stats);
  }

  /** Notice a picture that stands still. With sound going on, one new offer is tried and no more. */
  #judge(stats: CallStats): void {
    this.#stillSeconds = stats.newFrames > 0 ? 0 : this.#stillSeconds + 1;
    const still = this.#stillSeconds >= FROZEN_S && this.phase !== "connecting";
    this.soundOnly = still && stats.newAudio > 0;
    if (this.phase === "live" && still && !this.soundOnly) this.phase = "frozen";
    if (this.phase === "frozen" && !still) this.phase = "live";
    if (this.soundOnly ? this.#stillSeconds === RESTART_S : this.#stillSeconds >= RESTART_S) this.restart();
  }
}
