/** The provider's desk: what is open, the call, and everything said to the hub. Wires the parts together. */

import { getContext, setContext } from "svelte";
import { Call } from "../call/call.svelte.ts";
import { CallProofs } from "../call/proofs.ts";
import { type Api, wordsOf } from "../lib/api.ts";
import { HubSocket } from "../lib/socket.ts";
import type { Act } from "../lib/types/readings.ts";
import type { FromHub } from "../lib/types/socket.ts";
import type { ChatLine, TextKind } from "../lib/types/text.ts";
import type { VisitDetail } from "../lib/types/visit.ts";
import type { Attempt, Outcome } from "../lib/words.ts";
import type { Clock } from "./clock.svelte.ts";
import { Draft } from "./draft.svelte.ts";
import { Letters } from "./letters.svelte.ts";
import type { Prefs } from "./prefs.svelte.ts";
import type { Session } from "./session.svelte.ts";
import { Worklist } from "./worklist.svelte.ts";

export type Link = "connecting" | "open" | "lost";

export class Desk {
  readonly api: Api;
  readonly session: Session;
  readonly clock: Clock;
  readonly prefs: Prefs;
  readonly worklist = new Worklist();
  link = $state<Link>("connecting");
  openId = $state<string | null>(null);
  visit = $state.raw<VisitDetail | null>(null);
  call = $state.raw<Call | null>(null);
  /** What went wrong with the last deed, in words; dismissed by the reader or the next deed. */
  problem = $state("");
  /** Said once to screen readers. */
  said = $state("");
  /** What is being written in the open visit, by us and by others. */
  letters = $state.raw<Letters | null>(null);
  #lettersOf: string | null = null;
  busy = $state(false);
  help = $state(false);
  details = $state(false);
  /** The field for captions is open. */
  captions = $state(false);
  confirmEnd = $state(false);
  /** An offer that overtook the answer to our accepting. */
  #early: Extract<FromHub, { kind: "offer" }> | null = null;
  #drafts = $state.raw(new Map<string, Draft>());
  readonly draft = $derived(this.openId ? (this.#drafts.get(this.openId) ?? null) : null);
  readonly unsaved = $derived([...this.#drafts.values()].some((draft) => draft.unsaved));
  /** The open visit's call is the one going on in this window. */
  readonly here = $derived(this.call !== null && this.call.visit === this.openId);
  readonly canAccept = $derived(
    !this.call?.live && (this.visit?.state === "waiting" || this.mine()) && !this.visit?.closed,
  );
  /** Lists that came over the socket. */
  #lists = 0;
  readonly #socket: HubSocket;

  constructor(parts: { api: Api; session: Session; clock: Clock; prefs: Prefs }) {
    this.api = parts.api;
    this.session = parts.session;
    this.clock = parts.clock;
    this.prefs = parts.prefs;
    this.#socket = new HubSocket({
      message: (message) => this.#take(message),
      opened: () => void this.#opened(),
      lost: () => this.#lost(),
    });
  }

  /** The open visit is in a call with this provider (perhaps begun before a reload). */
  mine(): boolean {
    return this.visit?.state === "in-call" && this.visit.provider === this.session.user?.name;
  }

  start(): () => void {
    this.#socket.start();
    return () => this.#stop();
  }

  /** Open a visit in the middle of the desk. */
  async open(id: string): Promise<void> {
    if (id !== this.openId) void this.draft?.save();
    this.problem = "";
    this.openId = id;
    if (this.visit?.id !== id) this.visit = null;
    if (this.#lettersOf !== id) this.#newLetters(id);
    if (!this.#drafts.has(id)) this.#drafts = new Map(this.#drafts).set(id, new Draft(this.api, id));
    this.#socket.send({ type: "watch", visit: id });
    await this.do(async () => this.#show(await this.api.visit(id)));
  }

  /** Take the open visit's call, or come back to it after a reload. */
  async accept(): Promise<void> {
    const visit = this.visit;
    if (!visit || !this.canAccept || this.busy) return;
    const again = this.mine();
    this.busy = true;
    await this.do(async () => {
      const { call, station, room, ...ways } = await this.api.accept(visit.id);
      const startedAt = new Date(this.clock.now).toISOString();
      const about = { id: call, visit: visit.id, patient: visit.patient.display, startedAt };
      const proofs = new CallProofs(this.session, JSON.parse(station), call, () => this.clock.now / 1000);
      this.call = new Call(about, ways, proofs, (message) => this.#socket.send(message));
      if (room) this.call.enterRoom(this.session, () => this.clock.now / 1000);
      if (this.#early?.call === call) void this.call.offer(this.#early);
      this.#early = null;
      if (again && !room) this.call.restart();
      this.say(`Calling ${visit.patient.display}.`);
    });
    this.busy = false;
  }

  async endCall(): Promise<void> {
    const call = this.call;
    this.confirmEnd = false;
    if (!call?.live) return;
    call.end("ended");
    await this.do(() => this.api.endCall(call.visit));
  }

  acknowledge = (alarm: string) => this.do(() => this.api.acknowledge(alarm), "Alarm acknowledged.");
  askMeasure = (act: Act) =>
    this.#ofOpen((id) => this.api.askMeasure(id, act), "Asked the patient to measure.");
  chat = (text: string) =>
    this.#ofOpen((id) => this.api.chat(id, { text, kind: "chat", line: this.#ending("chat") }));
  caption = (text: string) =>
    this.#ofOpen((id) => this.api.chat(id, { text, kind: "caption", line: this.#ending("caption") }));
  correct = (line: ChatLine, text: string) =>
    this.#ofOpen((id) => this.api.chat(id, { text, kind: line.kind, corrects: line.id }));
  askCapture = (kind: string, note: string) =>
    this.#ofOpen((id) => this.api.askCapture(id, kind, note), "Asked the patient.");
  withdraw = (ask: string) => this.#ofOpen(() => this.api.withdraw(ask), "Taken back.");
  removePerson = (person: string) => this.#ofOpen((id) => this.api.removePerson(id, person), "Removed.");
  callbackDone = (outcome: Outcome, note: string) =>
    this.#ofOpen((id) => this.api.callbackDone(id, outcome, note), "Recorded as done.");
  take = () => this.#ofOpen((id) => this.api.take(id), "This is yours now.");
  giveBack = () => this.#ofOpen((id) => this.api.giveBack(id), "Given back.");
  tried = (what: Attempt, note: string) =>
    this.#ofOpen((id) => this.api.tried(id, what, note), "Attempt recorded.");
  answerPage = (page: string) =>
    this.do(() => this.api.answerPage(page), "The station says that you have seen it.");
  settlePage = (page: string, note: string) => this.do(() => this.api.settlePage(page, note), "Recorded.");

  /** Say what is being written in a field, letter by letter. */
  write(kind: TextKind, text: string): void {
    this.letters?.write(kind, text);
  }

  setOnCall(on: boolean): Promise<boolean> {
    return this.do(() => this.session.setOnCall(on), on ? "You are on call." : "You are off call.");
  }

  /** Say something once to screen readers, also when it is the same as before. */
  say(words: string): void {
    this.said = this.said === words ? `${words}\u00a0` : words;
  }

  /** Do something that may fail; failures are shown in words. True when it worked. */
  async do(deed: () => Promise<unknown>, done = ""): Promise<boolean> {
    try {
      await deed();
      this.problem = "";
      if (done) this.say(done);
      return true;
    } catch (error) {
      this.problem = wordsOf(error);
      return false;
    }
  }

  /** A deed on the open visit; without the socket nobody would tell us what it changed, so we ask. */
  async #ofOpen(deed: (id: string) => Promise<unknown>, done = ""): Promise<boolean> {
    const id = this.openId;
    if (!id) return false;
    const worked = await this.do(() => deed(id), done);
    if (worked && this.link !== "open") await this.do(async () => this.#show(await this.api.visit(id)));
    return worked;
  }

  #newLetters(id: string | null): void {
    this.letters?.stop();
    this.#lettersOf = id;
    this.letters = id
      ? new Letters((kind, update) => this.#socket.send({ type: "typing", visit: id, kind, update }))
      : null;
  }

  #ending(kind: TextKind): string {
    return this.letters?.end(kind) ?? "";
  }

  #show(visit: VisitDetail): void {
    if (visit.id !== this.openId) return;
    this.visit = visit;
    this.letters?.sent(visit.chat);
    this.#drafts.get(visit.id)?.take(visit.plan);
  }

  #take(message: FromHub): void {
    const call = this.call;
    switch (message.type) {
      case "worklist":
        this.#lists += 1;
        this.worklist.take(message);
        break;
      case "visit":
        this.#show(message.visit);
        break;
      case "typing":
        if (message.visit === this.openId) this.letters?.take(message);
        break;
      case "alarm":
        this.worklist.alarm(message.visit, message.alarm);
        break;
      case "signal":
        if (message.kind !== "offer") {
          if (message.call === call?.id) void call.room?.take(message);
        } else if (message.call === call?.id) {
          call.take(message);
          void call.offer(message);
        } else this.#early = message;
        break;
      case "room":
        if (message.call !== call?.id) break;
        call.take(message);
        if (message.room) call.enterRoom(this.session, () => this.clock.now / 1000);
        break;
      case "ways":
        if (message.call === call?.id) call.take(message);
        break;
      case "call-refused":
        if (message.call === call?.id) call.refused(message.why);
        break;
      case "call-ended":
        if (message.call === call?.id) call.end(message.reason);
    }
  }

  async #opened(): Promise<void> {
    this.link = "open";
    if (this.openId) this.#socket.send({ type: "watch", visit: this.openId });
    this.call?.hubIsBack();
    this.letters?.again();
    const before = this.#lists;
    await this.do(async () => {
      const told = await this.api.worklist();
      if (this.#lists === before) this.worklist.take(told); // else it is older than what was pushed meanwhile
    });
    await this.draft?.save();
  }

  #lost(): void {
    this.link = "lost";
    void this.session.check();
  }

  #stop(): void {
    this.#socket.stop();
    this.call?.end("ended");
    this.call = null;
    this.openId = null;
    this.visit = null;
    this.#newLetters(null);
    this.#drafts = new Map();
    this.worklist.clear();
  }
}

const KEY = Symbol("desk");
export const provideDesk = (desk: Desk): Desk => setContext(KEY, desk);
export const useDesk = (): Desk => getContext<Desk>(KEY);
