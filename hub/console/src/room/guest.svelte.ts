/** Somebody who was asked into a call: how it stands for them, and the room once they are in it. */

import { Line } from "../call/line.svelte.ts";
import { openMedia } from "../call/media.ts";
import { ROOM, readWave, Waves } from "../call/waves.svelte.ts";
import { type Api, wordsOf } from "../lib/api.ts";
import { HubSocket } from "../lib/socket.ts";
import type { Invitation } from "../lib/types/call.ts";
import type { Attachment } from "../lib/types/readings.ts";
import type { FromHub } from "../lib/types/socket.ts";
import { refusal } from "../lib/words.ts";
import type { Clock } from "../stores/clock.svelte.ts";
import type { Session } from "../stores/session.svelte.ts";
import { CaptionPad } from "./captions.svelte.ts";
import { PATIENT, Room } from "./room.svelte.ts";

const LOOK_MS = 1_000;
const PICTURES_MS = 2_000; // many parts of one picture come within that time

export class Guest {
  invitation = $state.raw<Invitation | null>(null);
  room = $state.raw<Room | null>(null);
  self = $state.raw<MediaStream | null>(null);
  flowing = $state(false);
  muted = $state(false);
  cameraOff = $state(false);
  problem = $state("");
  /** The visit's pictures and sounds, while the patient lets us see them. */
  pictures = $state.raw<Attachment[]>([]);
  pad = $state.raw<CaptionPad | null>(null);
  waves = $state.raw(new Waves());
  readonly line = new Line(() => (this.cameraOff ? null : this.self));
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  readonly #api: Api;
  readonly #session: Session;
  readonly #clock: Clock;
  readonly #socket: HubSocket;

  constructor(parts: { api: Api; session: Session; clock: Clock }) {
    this.#api = parts.api;
    this.#session = parts.session;
    this.#clock = parts.clock;
    this.#socket = new HubSocket(
      {
        message: (message) => this.#take(message),
        opened: () => undefined,
        lost: () => void this.#session.check(),
      },
      "/api/guest-socket",
    );
  }

  start(): () => void {
    this.#socket.start();
    return () => {
      this.#socket.stop();
      this.#leaveRoom();
    };
  }

  ask(): Promise<void> {
    return this.#do(() => this.#api.askToJoin());
  }

  leave(): Promise<void> {
    return this.#do(() => this.#api.leaveCall());
  }

  toggleMute(): void {
    this.muted = !this.muted;
    for (const track of this.self?.getAudioTracks() ?? []) track.enabled = !this.muted;
  }

  toggleCamera(): void {
    this.cameraOff = !this.cameraOff;
    for (const track of this.self?.getVideoTracks() ?? []) track.enabled = !this.cameraOff;
  }

  async #do(deed: () => Promise<void>): Promise<void> {
    this.problem = "";
    await deed().catch((error: unknown) => {
      this.problem = wordsOf(error);
    });
  }

  #take(message: FromHub): void {
    if (message.type === "invitation") this.#stands(message);
    if (message.type === "pictures") this.#lookForPictures();
    if (message.type === "signal" && message.kind !== "offer") void this.room?.take(message);
  }

  #stands(invitation: Invitation): void {
    const ended = this.invitation !== null && !ON.has(invitation.state);
    this.invitation = invitation;
    if (invitation.pictures) this.#lookForPictures();
    else this.pictures = [];
    if (!invitation.room || !invitation.call) this.#leaveRoom();
    else if (!this.room) this.#enter(invitation, invitation.call);
    if (ended && this.#session.user?.role !== "consultant") this.#socket.stop(); // signed out for good
  }

  #lookForPictures(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      void this.#fetchPictures();
    }, PICTURES_MS);
  }

  async #fetchPictures(): Promise<void> {
    const { call, pictures } = this.invitation ?? {};
    if (!call || !pictures) return;
    await this.#do(async () => {
      const { attachments } = await this.#api.callPictures(call);
      this.pictures = this.invitation?.pictures ? attachments : [];
    });
  }

  /** A captioner: hears and sees, writes, and sends neither picture nor voice. */
  #caption(call: string, visit: string): void {
    this.pad = new CaptionPad(
      (update) => this.#socket.send({ type: "typing", visit, kind: "caption", update }),
      async (line) => {
        let id = "";
        await this.#do(async () => {
          id = (await this.#api.caption(call, line)).id;
        });
        return id || null;
      },
    );
  }

  #open(): Promise<MediaStream | null> {
    if (this.pad) return Promise.resolve(null);
    return openMedia().then((opened) => {
      this.self = opened.stream;
      this.problem = opened.stream ? "" : "Nobody can see or hear you: camera and microphone can't be used.";
      return opened.stream;
    });
  }

  #said(person: string, text: string): void {
    const wave = person === PATIENT ? readWave(text) : null;
    if (wave) this.waves.take(ROOM, wave);
    // the station's word, or the provider's who passes it on to those who don't get the patient's data
    const provider = this.invitation?.people.some((one) => one.person === person && one.role === "provider");
    if (!wave && this.room && (person === PATIENT || provider))
      this.line.take(text, this.room, this.invitation?.me ?? "");
  }

  async #look(): Promise<void> {
    const { room } = this;
    if (room && this.flowing) this.line.look([...(await room.stats()).values()], room, performance.now());
  }

  #enter(invitation: Invitation, call: string): void {
    if (invitation.visit) this.#caption(call, invitation.visit);
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    this.room = new Room({
      call,
      ways: { ice_servers: invitation.ice_servers, relay_only: invitation.relay_only },
      who: this.#session,
      now: () => this.#clock.now / 1000,
      media: this.#open(),
      send: (message) => this.#socket.send(message),
      flows: () => {
        this.flowing = true;
      },
      said: (person, text) => this.#said(person, text),
      refused: (why) => {
        this.problem = refusal(why);
      },
    });
  }

  #leaveRoom(): void {
    clearInterval(this.#timer);
    this.room?.close();
    this.room = null;
    this.pad?.stop();
    this.pad = null;
    this.waves = new Waves();
    this.flowing = false;
    for (const track of this.self?.getTracks() ?? []) track.stop();
    this.self = null;
  }
}

const ON = new Set(["waiting", "asking", "admitted"]);
