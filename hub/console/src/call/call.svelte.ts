/** One call with one patient, over as many peer connections as it takes. */

import { type CallStats, type Counters, compare, read, strength } from "../lib/callstats.ts";
import { offNetwork, onNetwork } from "../lib/network.ts";
import { readLine } from "../lib/steps.ts";
import type { Ways } from "../lib/types/call.ts";
import type { ToHub } from "../lib/types/socket.ts";
import { callEnd, refusal } from "../lib/words.ts";
import { PATIENT, Room } from "../room/room.svelte.ts";
import { type Claim, type Refusal, type Signer, TrustError } from "../trust/proof.ts";
import { Line } from "./line.svelte.ts";
import { type LocalMedia, openMedia } from "./media.ts";
import { Peer } from "./peer.ts";
import type { CallProofs } from "./proofs.ts";
import { ROOM, readWave, Waves } from "./waves.svelte.ts";

export type Phase = "waiting" | "connecting" | "live" | "frozen" | "lost" | "refused" | "ended";

/** A picture of one generation; the old one stays until the new one flows. */
export interface Picture {
  generation: number;
  stream: MediaStream;
}

export interface Offer {
  generation: number;
  sdp: string;
  signed: string;
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
  lost: "Connection lost. Reconnecting… You can write in the chat.",
  refused: "The call is stopped: it is not sure who is at the other end.",
  ended: "The call has ended.",
};

export class Call {
  readonly id: string;
  readonly visit: string;
  readonly patient: string;
  readonly startedAt: string;
  readonly waves = new Waves();
  readonly line = new Line(() => (this.cameraOff ? null : this.self));
  phase = $state<Phase>("waiting");
  pictures = $state.raw<Picture[]>([]);
  /** Three or more: everybody by the media server. Back at two it stays until the direct picture flows. */
  room = $state.raw<Room | null>(null);
  roomFlows = $state(false);
  self = $state.raw<MediaStream | null>(null);
  mediaProblem = $state("");
  muted = $state(false);
  cameraOff = $state(false);
  volume = $state(1);
  stats = $state.raw<CallStats | null>(null);
  endReason = $state("");
  /** Why a description was not believed, in words. */
  refusal = $state("");
  /** Sound goes on while the picture stands still: worth saying, not worth tearing the call down for. */
  soundOnly = $state(false);
  readonly live = $derived(this.phase !== "ended");
  readonly strength = $derived(this.stats && this.phase === "live" ? strength(this.stats) : null);
  readonly words = $derived(this.#say());
  readonly #send: (message: ToHub) => boolean;
  #ways: Ways;
  readonly #proofs: CallProofs;
  readonly #media: Promise<LocalMedia>;
  readonly #timer: ReturnType<typeof setInterval>;
  #peer: Peer | null = null;
  #replaced: Peer[] = [];
  #flowing = new Set<number>();
  #before: Counters | null = null;
  #stillSeconds = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  #moving = false;
  /** This machine has another network: a new way is asked for, the old one kept until that flows. */
  readonly #moved = (): void => {
    this.#moving = true;
    this.#askedAt = Number.NEGATIVE_INFINITY;
    this.restart();
  };

  constructor(
    about: { id: string; visit: string; patient: string; startedAt: string },
    ways: Ways,
    proofs: CallProofs,
    send: (message: ToHub) => boolean,
  ) {
    this.id = about.id;
    this.visit = about.visit;
    this.patient = about.patient;
    this.startedAt = about.startedAt;
    this.#ways = ways;
    this.#proofs = proofs;
    this.#send = send;
    this.#media = this.#openMedia();
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    onNetwork(this.#moved);
  }

  /** The hub gave fresh relay credentials: for the next connection. */
  take(ways: Ways): void {
    this.#ways = ways;
  }

  /**
   * The station offers. A higher generation replaces the connection; the same one is answered again.
   * Nothing of an offer is used before its proof was believed.
   */
  async offer({ generation, sdp, signed }: Offer): Promise<void> {
    if (!this.live || generation < (this.#peer?.generation ?? 0)) return;
    if (generation === this.#peer?.generation) return this.#reply(this.#peer);
    const claim = await this.#believe(generation, sdp, signed);
    if (claim && this.live && generation > (this.#peer?.generation ?? 0))
      await this.#connect(generation, sdp, claim);
  }

  /** Somebody third is let in: everybody meets at the media server; the direct way stays until that flows. */
  enterRoom(
    who: { signer: Signer | null; root: string; user: { id: string } | null },
    now: () => number,
  ): void {
    if (!this.live || this.room) return;
    const room = new Room({
      call: this.id,
      ways: this.#ways,
      who,
      now,
      media: this.#media.then(({ stream }) => stream),
      send: (message) => this.#send(message),
      flows: () => this.#inRoom(),
      said: (person, text) => person === PATIENT && this.#inRoomSaid(room, who.user?.id ?? "", text),
      refused: (why) => {
        this.#send({ type: "refused", call: this.id, generation: 0, why: why as Refusal });
        this.refused(why);
      },
    });
    this.room = room;
  }

  /** The station's word in a room: on the line, for all (we pass it on to who does not get its data); or a wave. */
  #inRoomSaid(room: Room, me: string, text: string): void {
    const wave = readWave(text);
    const still = wave ? null : readLine(text);
    if (wave) this.waves.take(ROOM, wave);
    else if (this.line.take(text, room, me)) room.sayLine(text);
    else if (still?.kind === "still") room.sayLine(JSON.stringify({ ...still, of: PATIENT }));
  }

  #inRoom(): void {
    if (!this.live || this.roomFlows) return;
    this.roomFlows = true;
    this.phase = "live";
    this.soundOnly = false;
    this.#closeReplaced();
    this.#peer?.close();
    this.#peer = null;
    this.pictures = [];
  }

  #leaveRoom(): void {
    this.room?.close();
    this.room = null;
    this.roomFlows = false;
  }

  /** The station did not believe us, or we it. What flows already goes on: who that is was made sure of. */
  refused(why: string): void {
    if (!this.live || this.#peer?.state === "connected") return;
    this.phase = "refused";
    this.refusal = refusal(why);
  }

  async #connect(generation: number, sdp: string, claim: Claim): Promise<void> {
    const peer: Peer = new Peer(generation, this.#ways, {
      stream: (stream) => this.#add({ generation, stream }),
      state: (state) => this.#connection(peer, state),
      wave: (text) => {
        const wave = readWave(text);
        if (wave) this.waves.take(generation, wave);
      },
      line: (text) => peer === this.#peer && this.line.take(text, peer),
    });
    if (this.#peer) this.#replaced.push(this.#peer); // goes when the new picture flows
    this.#peer = peer;
    this.#before = null;
    this.#stillSeconds = 0;
    if (this.phase === "waiting" || this.phase === "refused") this.phase = "connecting";
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), MEDIA_WAIT_MS));
    const media = await Promise.race([this.#media, late]);
    const answer = await peer.accept(sdp, media?.stream ?? null);
    peer.signed = await this.#proofs.prove(answer, claim);
    if (peer !== this.#peer || !this.live) return;
    this.#reply(peer);
    if (!media) void this.#media.then((opened) => opened.stream && this.restart());
  }

  /** The first frame of a generation is on the screen: older pictures can go. */
  flows(generation: number): void {
    if (generation !== this.#peer?.generation) return;
    this.#flowing.add(generation);
    this.#closeReplaced();
    this.#leaveRoom();
    this.pictures = this.pictures.filter((picture) => picture.generation >= generation);
    if (this.live) this.phase = "live";
  }

  /** A picture of a generation is on the screen from `at` (performance.now()) on. */
  shows(generation: number, rtp: number, at: number): void {
    this.waves.shows(generation, rtp, at);
  }

  isFlowing(generation: number): boolean {
    return this.#flowing.has(generation);
  }

  /** The hub can be reached again after a break: what it carried meanwhile may be lost. */
  hubIsBack(): void {
    if (!this.live) return;
    if (this.#moving) this.#askedAt = Number.NEGATIVE_INFINITY;
    if (this.#moving || (!this.roomFlows && this.#peer?.state !== "connected")) this.restart();
  }

  /** Ask the station for a new offer, but not all the time. */
  restart(): void {
    if (!this.live || performance.now() - this.#askedAt < RESTART_EVERY_MS) return;
    if (this.roomFlows) {
      this.#askedAt = performance.now();
      void this.room?.again();
      return;
    }
    if (!this.#send({ type: "restart", call: this.id })) return;
    this.#askedAt = performance.now();
    this.#moving = false;
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
    offNetwork(this.#moved);
    this.#closeReplaced();
    this.#peer?.close();
    this.#leaveRoom();
    this.pictures = [];
    void this.#media.then(({ stream }) => this.#stop(stream));
    this.self = null;
  }

  async #believe(generation: number, sdp: string, signed: string): Promise<Claim | null> {
    try {
      return await this.#proofs.believe(signed, sdp);
    } catch (error) {
      const why = error instanceof TrustError ? error.code : "unsigned";
      if (why === "expired") {
        this.restart(); // it was long on its way: a fresh one costs nothing
        return null;
      }
      this.#send({ type: "refused", call: this.id, generation, why });
      this.refused(why);
      return null;
    }
  }

  #say(): string {
    if (this.phase === "refused") return `${WORDS.refused} ${this.refusal}`;
    if (this.phase === "ended") return callEnd(this.endReason);
    if (this.phase === "live" && this.soundOnly)
      return "The patient's picture has stopped; the sound goes on.";
    if (this.phase === "live" && this.line.words) return this.line.words;
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
    if (!peer.signed) return;
    this.#send({
      type: "signal",
      call: this.id,
      generation: peer.generation,
      kind: "answer",
      sdp: peer.answer,
      signed: peer.signed,
    });
  }

  #add(picture: Picture): void {
    if (this.pictures.some((known) => known.stream === picture.stream)) return;
    this.pictures = [...this.pictures, picture];
  }

  #connection(peer: Peer, state: RTCPeerConnectionState): void {
    if (peer !== this.#peer || !this.live) return;
    if (state === "disconnected" || state === "failed") this.phase = "lost";
    if (state === "connected" && (this.phase === "lost" || this.line.unmoving)) this.phase = "live";
    if (state === "connected" && this.line.unmoving) this.#closeReplaced(); // no picture will say that it flows
    if (state === "failed") this.restart();
  }

  async #look(): Promise<void> {
    const peer = this.#peer;
    const { room } = this;
    if (room && this.roomFlows) this.line.look([...(await room.stats()).values()], room, performance.now());
    if (!peer || !this.live) return;
    const report = await peer.stats();
    if (peer !== this.#peer) return;
    const entries = [...report.values()];
    const now = read(entries, Date.now());
    this.line.look(entries, peer, performance.now());
    this.stats = compare(this.#before, now);
    this.#before = now;
    this.#judge(this.stats);
  }

  /** Notice a picture that stands still. With sound going on, one new offer is tried and no more. */
  #judge(stats: CallStats): void {
    if (this.line.unmoving) {
      this.#stillSeconds = 0;
      this.soundOnly = false;
      return;
    }
    this.#stillSeconds = stats.newFrames > 0 ? 0 : this.#stillSeconds + 1;
    const still = this.#stillSeconds >= FROZEN_S && this.phase !== "connecting";
    this.soundOnly = still && stats.newAudio > 0;
    if (this.phase === "live" && still && !this.soundOnly) this.phase = "frozen";
    if (this.phase === "frozen" && !still) this.phase = "live";
    if (this.soundOnly ? this.#stillSeconds === RESTART_S : this.#stillSeconds >= RESTART_S) this.restart();
  }
}
